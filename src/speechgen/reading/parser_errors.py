"""Errors of the YAML parser in plain words, at the most likely place of the mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from speechgen.messages import marked, translated
from speechgen.model import Place, Problem, lazily
from speechgen.reading.large_files import LARGE_FILE
from speechgen.reading.stray_lines import invisible_problem, second_document, stray_problem
from speechgen.reading.yaml_parser import MAX_READ_AGAIN

_OPENING_QUOTE = lazily(r"(?::\s+|-\s+|[\[{,]\s*)(?P<quote>[“‘＂＇「])")
_NO_SPACE_AFTER_DASH = lazily(r"^\s*(?P<dash>[-－–—])(?=[^\s-])")
BULLET = lazily(r" *(?P<bullet>[*•·●▪◆+－—–]|[0-9]{1,2}[.、)）]|[一二三四五六七八九十]、) *(?=[^\s*•·●▪◆+－—–])")
_MORE_THAN = lazily(r": +(?P<sign>>=?) *[0-9]")
_ITEM = lazily(r"(?P<indent> *)- ")
_WORDS_OR_ITEM = lazily(r" *(?:- +|[*•·●▪◆+－—–] *)?[^\s:#\[\]{}|>\"'][^\s:#\[\]{}|>]*")
_ITEM_OF_WORDS = lazily(r" *- [\w-]+(?: [\w-]+)*")
_ALIAS = lazily(r"\*(?P<name>[^\s,\[\]{}]+)")
_WORDS_AFTER_START = lazily(r"--- +[^\s#]")


def parser_problem(lines: Sequence[str], error: yaml.MarkedYAMLError, shown: str, first_line: int) -> Problem:
    """The parser's error as a problem."""
    problem_at, context_at = error.problem_mark, error.context_mark
    error_text = f"{error.context or ''} {error.problem or ''}"
    mark = context_at if context_at and any(words in error_text for words in _AT_CONTEXT) else problem_at or context_at
    if mark is None:
        return Problem(Place(shown, first_line), "yaml-syntax", not_yaml(error_text.strip()))
    place = Place(shown, mark.line + first_line, mark.column + 1)
    fallback = Problem(place, "yaml-syntax", not_yaml(error_text.strip()))
    return next(_known(lines, mark.line, place, error_text), fallback)


def not_yaml(reason: str) -> str:
    """The message for an error of the parser that is not known here: its own words, which are for programmers."""
    return translated("this is not valid YAML: {reason}", reason=reason)


def _known(lines: Sequence[str], number: int, place: Place, error_text: str) -> Iterator[Problem]:
    """What an error at a place is, the most likely first. `number` is that of its line."""
    line = lines[number] if number < len(lines) else ""
    mark = line[place.column - 1 : place.column]
    yield from _in_line(line, place)
    if (invisible := invisible_problem(line, place)) is not None:
        yield invisible
    if "tab" in error_text or mark == "\t":
        yield Problem(place, "tab", translated("YAML cannot be indented with tabs"), translated("indent with spaces"))
    if "mapping values are not allowed" in error_text:
        yield from _item_without_dash(lines, number, place)
    if "find expected ':'" in error_text:
        yield _without_colon(lines, number, place)
    is_stray = any(words in error_text for words in _BELONGS_TO_NOTHING)
    if is_stray and (stray := stray_problem(lines, number, place)) is not None:
        yield stray
    if "document start" in error_text:
        yield second_document(lines, number, place)
    if "undefined alias" in error_text and (name := _ALIAS.match(line, place.column - 1)) and "&" in "".join(lines):
        message = translated(
            "there is no {anchor} above to which {alias} could refer", anchor=f"&{name['name']}", alias=name[0]
        )
        fix = translated("write the value out, or put a text in quotes")
        yield Problem(place, "yaml-syntax", message, fix)
    for words, message_for, fix in _PLAIN_WORDS:
        if words in error_text:
            yield Problem(place, "yaml-syntax", message_for(mark), translated(fix))


def _in_line(line: str, place: Place) -> Iterator[Problem]:
    """The problems of mistakes in the line of the error, wherever the parser gave up."""
    if found := _OPENING_QUOTE.search(line):
        at, fix = place._replace(column=found.start("quote") + 1), translated('write ASCII ones: `"` at both ends')
        yield Problem(at, "full-width-quote", translated("the quotation mark is full-width"), fix)
    if found := _NO_SPACE_AFTER_DASH.match(line):
        at = place._replace(column=found.end("dash") + 1)
        yield space_after_dash(at, f"{line[: found.end('dash')]} {line[found.end('dash') :]}")
    if found := _MORE_THAN.search(line):
        at, sign = place._replace(column=found.start("sign") + 1), found["sign"]
        fix = translated("find out the exact figure, and write it without {sign}; put a text in quotes", sign=sign)
        yield Problem(at, "yaml-syntax", translated("a value cannot begin with {mark}", mark=sign), fix)
    if _WORDS_AFTER_START.match(line):
        message = translated("--- must be in a line of its own")
        yield Problem(place._replace(column=1), "yaml-syntax", message, translated("delete it"))
    if found := BULLET.match(line):
        corrected = f"{line[: found.start('bullet')]}- {line[found.end() :]}"
        yield bullet_problem(found, place._replace(column=found.start("bullet") + 1), corrected)
    if line[place.column - 1 : place.column] == "#" and line[: place.column - 1].strip():
        fix = translated("write a space before it, or put the whole value in quotes")
        yield Problem(place, "yaml-syntax", translated("a comment needs a space before its #"), fix)


def space_after_dash(place: Place, corrected: str = "") -> Problem:
    """The problem of an item whose dash has no space after it; with the corrected line, if that is known."""
    fix = _to_copy(corrected) or translated("write `- ` before an item")
    return Problem(place, "yaml-syntax", translated("a space is missing after the dash"), fix)


def bullet_problem(found: re.Match[str], place: Place, corrected: str = "") -> Problem:
    """The problem of an item that begins with another mark than a dash; with the corrected line, if that is known."""
    message = translated("items begin with a dash, not with {bullet}", bullet=found["bullet"])
    fix = _to_copy(corrected) or translated("write `- ` before an item, with an ASCII hyphen")
    return Problem(place, "yaml-syntax", message, fix)


def _to_copy(line: str) -> str | None:
    """The fix with an item as it must be written; None if it has more than words, which may have mistakes too."""
    return translated("write `{line}`", line=line) if _ITEM_OF_WORDS.fullmatch(line) else None


def _item_without_dash(lines: Sequence[str], number: int, place: Place) -> Iterator[Problem]:
    """The first of several lines without a dash, or without a space after it, that are read as one text with `- key:`.

    The parser gives up at that colon only.
    """
    if not _ITEM.match(lines[number]):
        return
    first = number
    while first and _WORDS_OR_ITEM.fullmatch(lines[first - 1]):
        first -= 1
    line = lines[first]
    at = place._replace(line=place.line - number + first, column=len(line) - len(line.lstrip()) + 1)
    if first == number or _ITEM.match(line):
        return
    yield from _in_line(line, at)
    fix = _to_copy(f"{line[: at.column - 1]}- {line.strip()}") or translated("write `- ` before an item")
    yield Problem(at, "yaml-syntax", translated("the line has no dash"), fix)


def _without_colon(lines: Sequence[str], number: int, place: Place) -> Problem:
    """The problem of a line that is neither an item nor a key: its dash or its colon is missing, or an indent."""
    line = lines[number]
    above = next((each for each in reversed(lines[:number]) if each.strip() and not each.lstrip().startswith("#")), "")
    indent = len(line) - len(line.lstrip(" "))
    if (item := _ITEM.match(above)) and len(item["indent"]) == indent:
        return Problem(
            place, "yaml-syntax", translated("the line has no dash"), translated("write `- ` before an item")
        )
    fix = translated("write key: value; if it continues the text above it, indent it more")
    return Problem(place, "yaml-syntax", translated("the line has no colon"), fix)


_BELONGS_TO_NOTHING = ("expected key", "block end", "expected '-' indicator")

# Errors to report where the construct begins, not where the parser gave up.
_AT_CONTEXT = ("flow mapping", "flow sequence", "quoted scalar", "simple key", "an alias", "an anchor", "a tag")

_PLAIN_WORDS: tuple[tuple[str, Callable[[str], str], str], ...] = (
    (
        LARGE_FILE,
        lambda mark: translated(
            "in a file of more than {size} KiB, this {mark} may be misread", size=MAX_READ_AGAIN >> 10, mark=mark
        ),
        marked("put the value in quotes, or write another name after &"),
    ),
    (
        "cannot start any token",
        lambda mark: translated("a value cannot begin with {mark}", mark=mark),
        marked("put the value in quotes"),
    ),
    (
        "mapping values are not allowed",
        lambda mark: translated("a colon is not allowed here"),
        marked("correct the indentation, or put the value in quotes"),
    ),
    (
        "block sequence entries",
        lambda mark: translated("a dash begins an item, which must be in a line of its own"),
        marked("delete the dash, or begin the item in the next line"),
    ),
    (
        "mapping keys are not",
        lambda mark: translated("a value cannot begin with ? and a space"),
        marked("put the value in quotes"),
    ),
    (
        "a block scalar",
        lambda mark: translated("there are words after | or >, which begin a text of several lines"),
        marked("begin the text in the next line, indented, or put the value in quotes"),
    ),
    (
        "escape",
        lambda mark: translated("in double quotes a backslash begins the code of a special character"),
        marked("put the value in single quotes"),
    ),
    (
        "hexdecimal",  # as libyaml spells it
        lambda mark: translated("in double quotes a backslash begins the code of a special character"),
        marked("put the value in single quotes"),
    ),
    ("incompatible", lambda mark: translated("this version of YAML is not supported"), marked("delete the line")),
    (
        "flow mapping",
        lambda mark: translated("this {mark} is not closed, or a comma is missing in it", mark="{"),
        marked("close it, or separate its items with `, `"),
    ),
    (
        "flow sequence",
        lambda mark: translated("this {mark} is not closed, or a comma is missing in it", mark="["),
        marked("close it, or separate its items with `, `"),
    ),
    (
        "quoted scalar",
        lambda mark: translated("this quotation mark is not closed"),
        marked("close it with the same mark"),
    ),
    (
        "expected key",
        lambda mark: translated("the indentation does not match any line above"),
        marked("align it with the lines that it belongs to"),
    ),
    (
        "block end",
        lambda mark: translated("the indentation does not match any line above"),
        marked("align it with the lines that it belongs to"),
    ),
    (
        "expected '-' indicator",
        lambda mark: (
            translated("this {mark} has no opening bracket", mark=mark)
            if mark in ("]", "}")
            else translated("the line has no dash")
        ),
        marked("delete it, or write `- ` before an item"),
    ),
    (
        "flow node",
        lambda mark: (
            translated("there is {mark} where a value in brackets is expected", mark=mark)
            if mark
            else translated("there is nothing where a value in brackets is expected")
        ),
        marked("delete it, or write the value before it"),
    ),
    ("unexpected ':'", lambda mark: translated("a colon is not allowed here"), marked("put the value in quotes")),
    (
        "directive",
        lambda mark: translated("a line cannot begin with %"),
        marked("put the value in quotes, or delete the line"),
    ),
    (
        "node content",
        lambda mark: translated("a value cannot begin with {mark}", mark=mark),
        marked("delete it, or put the value in quotes"),
    ),
    (
        "alias",
        lambda mark: translated("a value cannot begin with {mark}", mark=mark),
        marked("put the value in quotes"),
    ),
    (
        "anchor",
        lambda mark: translated("a value cannot begin with {mark}", mark=mark),
        marked("put the value in quotes"),
    ),
    ("tag", lambda mark: translated("a value cannot begin with {mark}", mark=mark), marked("put the value in quotes")),
    (
        "another document",
        lambda mark: translated("a second --- starts another document"),
        marked("keep one document per file"),
    ),
)
