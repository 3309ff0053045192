"""Syntax errors in plain words, and their usual causes: full-width punctuation, tabs, missing spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from speechgen.model import Place, Problem
from speechgen.reading.indentation import indentation_problems

_KEY = r"[^\s:：,，。；;{}\[\]\"'“”‘’#&*!|>%@`-][^\s:：,，。；;{}\[\]\"'“”‘’]*"
_FULL_WIDTH_COLON = re.compile(rf"^\s*(?P<dash>-\s+)?[\"'“‘]?(?P<key>{_KEY})[\"'”’]?\s*(?P<colon>：)")
_NO_SPACE = re.compile(rf"^\s*(?:-\s+)?{_KEY}(?P<colon>:)(?=[^\s/\\])(?!.*:\s)")
_NO_SPACE_AFTER_DASH = re.compile(r"^\s*(?P<dash>[-－–—])(?=[^\s-])")
_WIDE_SPACE = "[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]"
_WIDE_SPACE_AFTER_COLON = re.compile(rf"(?:^ *(?:- +)?|[{{,] *){_KEY}(?P<mark>:)(?P<space>{_WIDE_SPACE})")
_WIDE_SPACE_AFTER_DASH = re.compile(rf"^ *(?P<mark>-)(?P<space>{_WIDE_SPACE})")
_FULL_WIDTH_COMMA = re.compile(r"[{\[][^}\]]*?(?P<comma>，)\s*[\w-]+\s*[:：]")
_FLOW_COLON = re.compile(r"[{,，]\s*[\w-]+(?P<colon>：)")
_MIXED_QUOTE = re.compile(r"(?::\s+|-\s+|[\[{,]\s*)\"[^\"]*(?P<quote>[”“＂])\s*(?:$|[,，}\]#])")
_OPENING_QUOTE = re.compile(r"(?::\s+|-\s+|[\[{,]\s*)(?P<quote>[“‘＂＇「])")
_VALUE_START = rf"(?:^ *(?:- +)*(?:{_KEY}: +)?|[\[{{,] *(?:{_KEY}: +)?)"
_AFTER_QUOTE = re.compile(
    rf"{_VALUE_START}(?P<value>(?P<mark>[\"'])(?:(?!(?P=mark))[^\\]|\\.)*(?P=mark) *"
    r"(?P<words>[^\s,\]}:#\"'][^,\]}#]*))"
)
_AFTER_BRACKET = re.compile(
    rf"{_VALUE_START}(?P<value>(?P<mark>[\[{{])[^\[\]{{}}]*[\]}}] *(?P<words>[^\s,\]}}:#][^,\]}}#]*))"
)
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_BLOCK_SCALAR = re.compile(r"(?:^|[:\-]\s)\s*[|>][-+0-9]*\s*(?:#.*)?$")

_COLON = ("full-width-colon", "the colon is full-width", "write an ASCII colon and a space: `: `")
_COMMA = ("full-width-comma", "the comma is full-width", "write an ASCII comma and a space: `, `")
_QUOTE = ("full-width-quote", "the quotation mark is full-width", 'write ASCII ones: `"` at both ends')
_TAB = ("tab", "YAML cannot be indented with tabs", "indent with spaces")
_SPACE = ("full-width-space", "YAML cannot be indented with full-width spaces", "indent with ASCII spaces")


def syntax_problems(
    text: str, error: yaml.YAMLError | None, shown: str, first_line: int, *, column: int = 1
) -> Iterator[Problem]:
    """The problems of a text that is not valid YAML, or that YAML reads as one scalar: one per line with a mistake.

    If no line has a known mistake, the parser's `error` in plain words. `column` is the column of the first line.
    """
    lines = text.split("\n")
    found = [
        Problem(Place(shown, number + first_line, at + (column if number == 0 else 1)), code, message, fix)
        for number, line in _structural(lines)
        if len(line) <= _MAX_LINE_LENGTH
        for at, code, message, fix in _in_line(line)
    ]
    found = found or indentation_problems(_structural(lines), shown, first_line)
    yield from found
    if not found and isinstance(error, yaml.MarkedYAMLError):
        yield _from_parser(lines, error, shown, first_line)
    elif not found and error is not None:
        yield Problem(Place(shown, first_line), "yaml-syntax", str(error).split("\n")[0])


def line_problem(line: str, place: Place) -> Problem | None:
    """The known mistake in a line, or in the part of it that is at `place`."""
    found = next(_in_line(line), None) if len(line) <= _MAX_LINE_LENGTH else None
    return found and Problem(place._replace(column=place.column + found[0]), *found[1:])


def plain_words(node: yaml.Node) -> str:
    """What kind of value a node is, in plain words."""
    return "a list" if isinstance(node, yaml.SequenceNode) else "a text"


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


def _in_line(line: str) -> Iterator[tuple[int, str, str, str]]:
    """The first known mistake in a line: its column from 0, the problem's code, message and fix."""
    indent = _INDENT.match(line)
    lead = indent[0] if indent else ""
    if "\t" in lead:
        yield lead.index("\t"), *_TAB
        return
    if lead.strip(" "):
        at = len(lead) - len(lead.lstrip(" "))
        yield at, *_SPACE
        return
    found = _FULL_WIDTH_COLON.match(line)
    if found and (not found["dash"] or found["key"].isascii()):
        yield found.start("colon"), *_COLON
        return
    for pattern, mark in ((_WIDE_SPACE_AFTER_COLON, "colon"), (_WIDE_SPACE_AFTER_DASH, "dash")):
        if found := pattern.search(line):
            kind = "full-width" if found["space"] == "\u3000" else "not an ordinary space"
            message = f"the space after the {mark} is {kind}"
            yield found.start("space"), "full-width-space", message, f"write `{found['mark']} ` with an ASCII space"
            return
    for pattern, mistake in ((_FULL_WIDTH_COMMA, _COMMA), (_FLOW_COLON, _COLON), (_MIXED_QUOTE, _QUOTE)):
        if found := pattern.search(line):
            yield found.start(pattern.groups), *mistake
            return
    for pattern, mark in ((_AFTER_QUOTE, "quotation mark"), (_AFTER_BRACKET, "bracket")):
        if found := pattern.search(line):
            message = f"there are words after the closing {mark}"
            yield (
                found.start("words"),
                "yaml-syntax",
                message,
                f"put the whole value in quotes{_quoted(found['value'])}",
            )
            return
    if found := _NO_SPACE.match(line):
        yield found.end("colon"), "yaml-syntax", "a space is missing after the colon", "write `: `"


def _quoted(value: str) -> str:
    """How a value is quoted, for a fix; nothing for a value that has both kinds of quotation mark."""
    text = value.strip()
    mark = next((mark for mark in ("'", '"') if mark not in text), None)
    return f": {mark}{text}{mark}" if mark and len(text) <= _MAX_SHOWN and "\\" not in text else ""


_MAX_SHOWN = 60


def _from_parser(lines: list[str], error: yaml.MarkedYAMLError, shown: str, first_line: int) -> Problem:
    """The parser's error, at the most likely place of the mistake."""
    problem_at, context_at = error.problem_mark, error.context_mark
    error_text = f"{error.context or ''} {error.problem or ''}"
    mark = context_at if context_at and any(words in error_text for words in _AT_CONTEXT) else problem_at or context_at
    if mark is None:
        return Problem(Place(shown, first_line), "yaml-syntax", error_text.strip())
    line = lines[mark.line] if mark.line < len(lines) else ""
    place = Place(shown, mark.line + first_line, mark.column + 1)
    if found := _OPENING_QUOTE.search(line):
        return Problem(place._replace(column=found.start("quote") + 1), *_QUOTE)
    if found := _NO_SPACE_AFTER_DASH.match(line):
        place = place._replace(column=found.end("dash") + 1)
        return Problem(place, "yaml-syntax", "a space is missing after the dash", "write `- ` before an item")
    if "tab" in error_text or line[mark.column : mark.column + 1] == "\t":
        return Problem(place, *_TAB)
    for words, message, fix in _PLAIN_WORDS:
        if words in error_text:
            return Problem(place, "yaml-syntax", message(line[mark.column : mark.column + 1]), fix)
    return Problem(place, "yaml-syntax", error_text.strip())


# Errors to report where the construct begins, not where the parser gave up.
_AT_CONTEXT = ("flow mapping", "flow sequence", "quoted scalar", "simple key")

_PLAIN_WORDS: tuple[tuple[str, Callable[[str], str], str], ...] = (
    ("cannot start any token", lambda mark: f"a value cannot begin with {mark}", "put the value in quotes"),
    (
        "mapping values are not allowed",
        lambda mark: "a colon is not allowed here",
        "correct the indentation, or put the value in quotes",
    ),
    ("expected ':'", lambda mark: "the line has no colon", "write key: value"),
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
    ("alias", lambda mark: "a value cannot begin with * or &", "put the value in quotes"),
    ("anchor", lambda mark: "a value cannot begin with * or &", "put the value in quotes"),
    ("another document", lambda mark: "a second --- starts another document", "keep one document per file"),
)
