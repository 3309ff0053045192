"""Errors of the YAML parser in plain words, at the most likely place of the mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from speechgen.model import Place, Problem, lazily
from speechgen.reading.large_files import LARGE_FILE
from speechgen.reading.stray_lines import invisible_problem, second_document, stray_problem
from speechgen.reading.yaml_parser import MAX_READ_AGAIN

_OPENING_QUOTE = lazily(r"(?::\s+|-\s+|[\[{,]\s*)(?P<quote>[“‘＂＇「])")
_NO_SPACE_AFTER_DASH = lazily(r"^\s*(?P<dash>[-－–—])(?=[^\s-])")
BULLET = lazily(r" *(?P<bullet>[*•·●▪◆+－—–]|[0-9]{1,2}[.、)）]|[一二三四五六七八九十]、) *(?=[^\s*•·●▪◆+－—–])")
_MORE_THAN = lazily(r": +(?P<sign>>=?) *[0-9]")
_ITEM = lazily(r"(?P<indent> *)- ")
_ALIAS = lazily(r"\*(?P<name>[^\s,\[\]{}]+)")
_WORDS_AFTER_START = lazily(r"--- +[^\s#]")


def parser_problem(lines: Sequence[str], error: yaml.MarkedYAMLError, shown: str, first_line: int) -> Problem:
    """The parser's error as a problem."""
    problem_at, context_at = error.problem_mark, error.context_mark
    error_text = f"{error.context or ''} {error.problem or ''}"
    mark = context_at if context_at and any(words in error_text for words in _AT_CONTEXT) else problem_at or context_at
    if mark is None:
        return Problem(Place(shown, first_line), "yaml-syntax", error_text.strip())
    place = Place(shown, mark.line + first_line, mark.column + 1)
    fallback = Problem(place, "yaml-syntax", error_text.strip())
    return next(_known(lines, mark.line, place, error_text), fallback)


def _known(lines: Sequence[str], number: int, place: Place, error_text: str) -> Iterator[Problem]:
    """What an error at a place is, the most likely first. `number` is that of its line."""
    line = lines[number] if number < len(lines) else ""
    mark = line[place.column - 1 : place.column]
    yield from _in_line(line, place)
    if (invisible := invisible_problem(line, place)) is not None:
        yield invisible
    if "tab" in error_text or mark == "\t":
        yield Problem(place, "tab", "YAML cannot be indented with tabs", "indent with spaces")
    if "find expected ':'" in error_text:
        yield _without_colon(lines, number, place)
    is_stray = any(words in error_text for words in _BELONGS_TO_NOTHING)
    if is_stray and (stray := stray_problem(lines, number, place)) is not None:
        yield stray
    if "document start" in error_text:
        yield second_document(lines, number, place)
    if "undefined alias" in error_text and (name := _ALIAS.match(line, place.column - 1)) and "&" in "".join(lines):
        message = f"there is no &{name['name']} above to which {name[0]} could refer"
        yield Problem(place, "yaml-syntax", message, "write the value out, or put a text in quotes")
    for words, message_for, fix in _PLAIN_WORDS:
        if words in error_text:
            yield Problem(place, "yaml-syntax", message_for(mark), fix)


def _in_line(line: str, place: Place) -> Iterator[Problem]:
    """The problems of mistakes in the line of the error, wherever the parser gave up."""
    if found := _OPENING_QUOTE.search(line):
        at, fix = place._replace(column=found.start("quote") + 1), 'write ASCII ones: `"` at both ends'
        yield Problem(at, "full-width-quote", "the quotation mark is full-width", fix)
    if found := _NO_SPACE_AFTER_DASH.match(line):
        at = place._replace(column=found.end("dash") + 1)
        yield Problem(at, "yaml-syntax", "a space is missing after the dash", "write `- ` before an item")
    if found := _MORE_THAN.search(line):
        at, sign = place._replace(column=found.start("sign") + 1), found["sign"]
        fix = f"find out the exact figure, and write it without {sign}; put a text in quotes"
        yield Problem(at, "yaml-syntax", f"a value cannot begin with {sign}", fix)
    if _WORDS_AFTER_START.match(line):
        yield Problem(place._replace(column=1), "yaml-syntax", "--- must be in a line of its own", "delete it")
    if found := BULLET.match(line):
        yield bullet_problem(found, place._replace(column=found.start("bullet") + 1))
    if line[place.column - 1 : place.column] == "#" and line[: place.column - 1].strip():
        fix = "write a space before it, or put the whole value in quotes"
        yield Problem(place, "yaml-syntax", "a comment needs a space before its #", fix)


def bullet_problem(found: re.Match[str], place: Place) -> Problem:
    """The problem of an item that begins with another mark than a dash."""
    message = f"items begin with a dash, not with {found['bullet']}"
    return Problem(place, "yaml-syntax", message, "write `- ` before an item, with an ASCII hyphen")


def _without_colon(lines: Sequence[str], number: int, place: Place) -> Problem:
    """The problem of a line that is neither an item nor a key: its dash or its colon is missing, or an indent."""
    line = lines[number]
    above = next((each for each in reversed(lines[:number]) if each.strip() and not each.lstrip().startswith("#")), "")
    indent = len(line) - len(line.lstrip(" "))
    if (item := _ITEM.match(above)) and len(item["indent"]) == indent:
        return Problem(place, "yaml-syntax", "the line has no dash", "write `- ` before an item")
    fix = "write key: value; if it continues the text above it, indent it more"
    return Problem(place, "yaml-syntax", "the line has no colon", fix)


_BELONGS_TO_NOTHING = ("expected key", "block end", "expected '-' indicator")

# Errors to report where the construct begins, not where the parser gave up.
_AT_CONTEXT = ("flow mapping", "flow sequence", "quoted scalar", "simple key", "an alias", "an anchor", "a tag")

_PLAIN_WORDS: tuple[tuple[str, Callable[[str], str], str], ...] = (
    (
        LARGE_FILE,
        lambda mark: f"in a file of more than {MAX_READ_AGAIN >> 10} KiB, this {mark} may be misread",
        "put the value in quotes, or write another name after &",
    ),
    ("cannot start any token", lambda mark: f"a value cannot begin with {mark}", "put the value in quotes"),
    (
        "mapping values are not allowed",
        lambda mark: "a colon is not allowed here",
        "correct the indentation, or put the value in quotes",
    ),
    (
        "block sequence entries",
        lambda mark: "a dash begins an item, which must be in a line of its own",
        "delete the dash, or begin the item in the next line",
    ),
    ("mapping keys are not", lambda mark: "a value cannot begin with ? and a space", "put the value in quotes"),
    (
        "a block scalar",
        lambda mark: "there are words after | or >, which begin a text of several lines",
        "begin the text in the next line, indented, or put the value in quotes",
    ),
    (
        "escape",
        lambda mark: "in double quotes a backslash begins the code of a special character",
        "put the value in single quotes",
    ),
    (
        "hexdecimal",  # as libyaml spells it
        lambda mark: "in double quotes a backslash begins the code of a special character",
        "put the value in single quotes",
    ),
    ("incompatible", lambda mark: "this version of YAML is not supported", "delete the line"),
    (
        "flow mapping",
        lambda mark: "this { is not closed, or a comma is missing in it",
        "close it, or separate its items with `, `",
    ),
    (
        "flow sequence",
        lambda mark: "this [ is not closed, or a comma is missing in it",
        "close it, or separate its items with `, `",
    ),
    ("quoted scalar", lambda mark: "this quotation mark is not closed", "close it with the same mark"),
    (
        "expected key",
        lambda mark: "the indentation does not match any line above",
        "align it with the lines that it belongs to",
    ),
    (
        "block end",
        lambda mark: "the indentation does not match any line above",
        "align it with the lines that it belongs to",
    ),
    (
        "expected '-' indicator",
        lambda mark: f"this {mark} has no opening bracket" if mark in ("]", "}") else "the line has no dash",
        "delete it, or write `- ` before an item",
    ),
    (
        "flow node",
        lambda mark: f"there is {mark or 'nothing'} where a value in brackets is expected",
        "delete it, or write the value before it",
    ),
    ("unexpected ':'", lambda mark: "a colon is not allowed here", "put the value in quotes"),
    ("directive", lambda mark: "a line cannot begin with %", "put the value in quotes, or delete the line"),
    (
        "node content",
        lambda mark: f"a value cannot begin with {mark}",
        "delete it, or put the value in quotes",
    ),
    ("alias", lambda mark: f"a value cannot begin with {mark}", "put the value in quotes"),
    ("anchor", lambda mark: f"a value cannot begin with {mark}", "put the value in quotes"),
    ("tag", lambda mark: f"a value cannot begin with {mark}", "put the value in quotes"),
    ("another document", lambda mark: "a second --- starts another document", "keep one document per file"),
)
