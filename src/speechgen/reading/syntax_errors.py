"""Syntax errors in plain words, and their usual causes: full-width punctuation, tabs, missing spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from speechgen.messages import marked, translated
from speechgen.model import Place, Problem, lazily
from speechgen.reading.indentation import indentation_problems
from speechgen.reading.line_mistakes import (
    AFTER_COLON,
    AFTER_DASH,
    BRACKET,
    COLON,
    COMMA,
    QUOTE,
    SPACE,
    TAB,
    Kind,
    Mistake,
)
from speechgen.reading.parser_errors import not_yaml, parser_problem
from speechgen.reading.yaml_parser import compose

_KEY = r"[^\s:：,，。；;{}\[\]\"'“”‘’#&*!|>%@`-][^\s:：,，。；;{}\[\]\"'“”‘’]*"
_FULL_WIDTH_COLON = lazily(rf"^\s*(?P<dash>-\s+)?[\"'“‘]?(?P<key>{_KEY})[\"'”’]?\s*(?P<colon>：)")
_NO_SPACE = lazily(rf"^\s*(?:-\s+)?{_KEY} *(?P<colon>:)(?=[^\s/\\])(?!.*:\s)")
_DASH_BEFORE_KEY = lazily(r"^ *(?P<dash>-)(?=[^\W\d][^\s:：]*:(?: |$))")
_FULL_WIDTH_BRACKET = lazily(rf"^ *(?:- +)?(?:{_KEY}: +)?(?P<bracket>[｛［])")
_TWO_KEYS = lazily(
    rf"^ *(?:- +)*(?P<key>{_KEY}): +"
    r"(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^\s\"'{\[|>#&*!][^\"'#:]*?) ?(?P<colon>: ).*)"
)
_WIDE_SPACE = "[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]"
_WIDE_SPACE_AFTER_COLON = lazily(rf"(?:^ *(?:- +)?|[{{,] *){_KEY}(?P<mark>:)(?P<space>{_WIDE_SPACE})")
_WIDE_SPACE_AFTER_DASH = lazily(rf"^ *(?P<mark>-)(?P<space>{_WIDE_SPACE})")
_FULL_WIDTH_COMMA = lazily(r"[{\[][^}\]]*?(?P<comma>，)\s*[\w-]+\s*[:：]")
_FLOW_COLON = lazily(r"[{,，]\s*[\w-]+(?P<colon>：)")
_MIXED_QUOTE = lazily(r"(?::\s+|-\s+|[\[{,]\s*)\"[^\"]*(?P<quote>[”“＂])\s*(?:$|[,，}\]#])")
_VALUE_START = rf"(?:^ *(?:- +)*(?:{_KEY}: +)?|[\[{{,] *(?:{_KEY}: +)?)"
_AFTER_QUOTE = lazily(
    rf"{_VALUE_START}(?P<value>(?P<mark>[\"'])(?:(?!(?P=mark))[^\\]|\\.)*(?P=mark) *"
    r"(?P<words>[^\s,\]}:#\"'][^,\]}#]*))"
)
_AFTER_BRACKET = lazily(
    rf"{_VALUE_START}(?P<value>(?P<mark>[\[{{])[^\[\]{{}}]*[\]}}] *(?P<words>[^\s,\]}}:#][^,\]}}#]*))"
)
_INDENT = lazily(r"[ \t\u3000\u00a0]*")
_TRAILING_COMMENT = lazily(r"(?<=[^\s\"'#])[ \t]+#[^\"']*$")  # not within quotes
_BLOCK_SCALAR = lazily(r"(?:^|[:\-]\s)\s*[|>][-+0-9]*\s*(?:#.*)?$")


_ASCII_BRACKETS = str.maketrans("｛｝［］", "{}[]")
# The space after a colon or a dash is another character: full-width, or one that is not seen.
_WIDE_AFTER_COLON = marked("the space after the colon is full-width")
_ODD_AFTER_COLON = marked("the space after the colon is not an ordinary space")
_WIDE_AFTER_DASH = marked("the space after the dash is full-width")
_ODD_AFTER_DASH = marked("the space after the dash is not an ordinary space")


def syntax_problems(
    text: str, error: yaml.YAMLError | None, shown: str, first_line: int, *, column: int = 1
) -> Iterator[Problem]:
    """The problems of a text that is not valid YAML, or that YAML reads as one scalar: one per line with a mistake.

    If no line has a known mistake, the parser's `error` in plain words. `column` is the column of the first line.
    """
    lines = text.split("\n")
    found = [
        _problem(line, mistake, Place(shown, number + first_line, column if number == 0 else 1))
        for number, line in _structural(lines)
        if len(line) <= _MAX_LINE_LENGTH
        for mistake in _in_line(line)
    ]
    found = found or indentation_problems(_structural(lines), shown, first_line)
    yield from found
    if not found and isinstance(error, yaml.MarkedYAMLError):
        yield parser_problem(lines, error, shown, first_line)
    elif not found and error is not None:
        yield Problem(Place(shown, first_line), "yaml-syntax", not_yaml(str(error).split("\n")[0]))


def line_problem(line: str, place: Place) -> Problem | None:
    """The known mistake in a line, or in the part of it that is at `place`."""
    found = next(_in_line(line), None) if len(line) <= _MAX_LINE_LENGTH else None
    return found and _problem(line, found, place)


def _problem(line: str, mistake: Mistake, place: Place) -> Problem:
    """The problem of a mistake in a line, whose first character is at `place`."""
    copied = _to_copy(mistake) if mistake.copy else None
    fix = translated(mistake.copy, line=copied) if copied else mistake.fix
    return Problem(place._replace(column=place.column + mistake.at), mistake.code, mistake.message, fix)


def _to_copy(mistake: Mistake) -> str | None:
    """The line without its mistakes; None if one is left whose correction is not certain."""
    line = mistake.corrected
    for _ in range(_MAX_MISTAKES):
        if line is None or len(line) > _MAX_SHOWN:
            return None
        line = _TRAILING_COMMENT.sub("", line)
        following = next(_in_line(line), None)
        if following is None:
            return line.rstrip() if _is_yaml(line) else None
        line = following.corrected
    return None


_MAX_MISTAKES = 10  # in a line that is shown corrected


def _is_yaml(line: str) -> bool:
    try:
        return compose(line.strip()) is not None
    except yaml.YAMLError:
        return False


# Longer lines are not typed by people, and the patterns backtrack: 100,000 brackets would take minutes.
_MAX_LINE_LENGTH = 2000


def _structural(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines, numbered from 0, that are neither comments nor in a block scalar."""
    block_indent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            continue
        if block_indent is not None and indent > block_indent:
            continue
        block_indent = indent if _BLOCK_SCALAR.search(line) else None
        if not line.lstrip().startswith("#"):
            yield number, line


def _in_line(line: str) -> Iterator[Mistake]:
    """The first known mistake in a line."""
    indent = _INDENT.match(line)
    lead = indent[0] if indent else ""
    if "\t" in lead:
        yield _mistake(lead.index("\t"), TAB)
        return
    if lead.strip(" "):
        yield _mistake(len(lead) - len(lead.lstrip(" ")), SPACE)
        return
    if found := _FULL_WIDTH_BRACKET.match(line):
        yield _wide_bracket(line, found)
        return
    found = _FULL_WIDTH_COLON.match(line)
    if found and (not found["dash"] or found["key"].isascii()):
        yield _replaced(line, found.start("colon"), COLON, ": ")
        return
    for pattern, kind in ((_WIDE_SPACE_AFTER_COLON, AFTER_COLON), (_WIDE_SPACE_AFTER_DASH, AFTER_DASH)):
        if found := pattern.search(line):
            yield _wide_space(line, found, kind)
            return
    yield from _at_mark(line)


def _at_mark(line: str) -> Iterator[Mistake]:
    """The known mistake at a mark within a line, or at its start."""
    for pattern, kind, new in (
        (_FULL_WIDTH_COMMA, COMMA, ", "),
        (_FLOW_COLON, COLON, ": "),
        (_MIXED_QUOTE, QUOTE, '"'),
    ):
        if found := pattern.search(line):
            yield _replaced(line, found.start(pattern.groups), kind, new)
            return
    for pattern, is_bracket in ((_AFTER_QUOTE, False), (_AFTER_BRACKET, True)):
        if found := pattern.search(line):
            words = found["words"].strip()
            yield Mistake(found.start("words"), "yaml-syntax", *_after_the_end(found["value"], words, is_bracket))
            return
    yield from _at_start(line)


def _mistake(at: int, kind: Kind, corrected: str | None = None) -> Mistake:
    return Mistake(at, kind.code, translated(kind.message), translated(kind.fix), kind.copy, corrected)


def _replaced(line: str, at: int, kind: Kind, new: str) -> Mistake:
    """A mistake of one character, with `new` in its place."""
    rest = line[at + 1 :].lstrip() if new.endswith(" ") else line[at + 1 :]
    return _mistake(at, kind, f"{line[:at]}{new}{rest}")


def _wide_space(line: str, found: re.Match[str], kind: Kind) -> Mistake:
    """The mistake of a space after a colon or a dash that is another character."""
    is_wide, is_colon = found["space"] == "\u3000", kind is AFTER_COLON
    message = (_WIDE_AFTER_COLON if is_wide else _ODD_AFTER_COLON) if is_colon else None
    message = message or (_WIDE_AFTER_DASH if is_wide else _ODD_AFTER_DASH)
    fix = marked("write `: ` with an ASCII space") if is_colon else marked("write `- ` with an ASCII space")
    copy = marked("write it with an ASCII space: `{line}`")
    return _replaced(line, found.start("space"), Kind("full-width-space", message, fix, copy), " ")


def _wide_bracket(line: str, found: re.Match[str]) -> Mistake:
    opening, closing = "{}" if found["bracket"] == "｛" else "[]"
    fix = translated(BRACKET.fix, opening=opening, closing=closing)
    return _mistake(found.start("bracket"), BRACKET, line.translate(_ASCII_BRACKETS))._replace(fix=fix)


def _at_start(line: str) -> Iterator[Mistake]:
    """The known mistake in a line's first key or dash, or at the start of its value."""
    if found := _NO_SPACE.match(line):
        at = found.end("colon")
        yield _mistake(at, AFTER_COLON, f"{line[:at]} {line[at:]}")
    elif found := _DASH_BEFORE_KEY.match(line):
        at = found.end("dash")
        yield _mistake(at, AFTER_DASH, f"{line[:at]} {line[at:]}")
    elif found := _TWO_KEYS.match(line):
        fix = _one_value(found["key"], found["rest"])
        yield Mistake(found.start("colon"), "yaml-syntax", translated("there is a second colon in the line"), fix)


def _after_the_end(value: str, words: str, is_bracket: bool) -> tuple[str, str]:
    """The message and the fix for words after a closing quotation mark or bracket."""
    message = (
        translated("there are words after the closing bracket")
        if is_bracket
        else translated("there are words after the closing quotation mark")
    )
    if not re.search(r"\w", words):
        return message, translated("delete {words}", words=words)
    if re.match(rf"[{{\[]\s*{_KEY}: ", value):  # no text, but keys with their values
        return message, translated("delete these words")
    return message, quote_all(value)


def _one_value(key: str, rest: str) -> str:
    """The fix for `key: rest`, where the rest has a colon too: it is either a text, or keys with their values."""
    if re.match(r"[a-z_]+: ", rest):
        fields = f"{key}: {{{rest.rstrip()}}}"
        return translated("write {fields}, or put a text in quotes", fields=fields)
    return quote_all(rest)


def quote_all(value: str) -> str:
    """The fix to quote a whole value; it has the value unless this has both kinds of quotation mark."""
    text = value.strip()
    mark = next((mark for mark in ("'", '"') if mark not in text), None)
    if not mark or len(text) > _MAX_SHOWN or "\\" in text:
        return translated("put the whole value in quotes")
    return translated("put the whole value in quotes: {quoted}", quoted=f"{mark}{text}{mark}")


_MAX_SHOWN = 60
