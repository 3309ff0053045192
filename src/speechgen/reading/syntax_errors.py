"""Syntax errors in plain words, and their usual causes: full-width punctuation, tabs, missing spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from speechgen.model import Place, Problem, lazily
from speechgen.reading.indentation import indentation_problems
from speechgen.reading.parser_errors import parser_problem

_KEY = r"[^\s:：,，。；;{}\[\]\"'“”‘’#&*!|>%@`-][^\s:：,，。；;{}\[\]\"'“”‘’]*"
_FULL_WIDTH_COLON = lazily(rf"^\s*(?P<dash>-\s+)?[\"'“‘]?(?P<key>{_KEY})[\"'”’]?\s*(?P<colon>：)")
_NO_SPACE = lazily(rf"^\s*(?:-\s+)?{_KEY} *(?P<colon>:)(?=[^\s/\\])(?!.*:\s)")
_DASH_BEFORE_KEY = lazily(r"^ *(?P<dash>-)(?=[^\W\d][^\s:：]*:(?: |$))")
_FULL_WIDTH_BRACKET = lazily(rf"^ *(?:- +)?{_KEY}: +(?P<bracket>[｛［])")
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
_BLOCK_SCALAR = lazily(r"(?:^|[:\-]\s)\s*[|>][-+0-9]*\s*(?:#.*)?$")

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
        yield parser_problem(lines, error, shown, first_line)
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
            yield found.start("words"), "yaml-syntax", *_after_the_end(found["value"], found["words"].strip(), mark)
            return
    yield from _at_start(line)


def _at_start(line: str) -> Iterator[tuple[int, str, str, str]]:
    """The known mistake in a line's first key or dash, or at the start of its value."""
    if found := _NO_SPACE.match(line):
        yield found.end("colon"), "yaml-syntax", "a space is missing after the colon", "write `: `"
    elif found := _DASH_BEFORE_KEY.match(line):
        yield found.end("dash"), "yaml-syntax", "a space is missing after the dash", "write `- ` before an item"
    elif found := _FULL_WIDTH_BRACKET.match(line):
        yield found.start("bracket"), "full-width-bracket", "the bracket is full-width", _BRACKETS[found["bracket"]]
    elif found := _TWO_KEYS.match(line):
        fix = _one_value(found["key"], found["rest"])
        yield found.start("colon"), "yaml-syntax", "there is a second colon in the line", fix


_BRACKETS = {"｛": "write ASCII ones: { and }", "［": "write ASCII ones: [ and ]"}


def _after_the_end(value: str, words: str, mark: str) -> tuple[str, str]:
    """The message and the fix for words after a closing quotation mark or bracket."""
    message = f"there are words after the closing {mark}"
    if not re.search(r"\w", words):
        return message, f"delete {words}"
    if re.match(rf"[{{\[]\s*{_KEY}: ", value):  # no text, but keys with their values
        return message, "delete them"
    return message, f"put the whole value in quotes{_quoted(value)}"


def _one_value(key: str, rest: str) -> str:
    """The fix for `key: rest`, where the rest has a colon too: it is either a text, or keys with their values."""
    if re.match(r"[a-z_]+: ", rest):
        return f"write {key}: {{{rest.rstrip()}}}, or put a text in quotes"
    return f"put the whole value in quotes{_quoted(rest)}"


def _quoted(value: str) -> str:
    """How a value is quoted, for a fix; nothing for a value that has both kinds of quotation mark."""
    text = value.strip()
    mark = next((mark for mark in ("'", '"') if mark not in text), None)
    return f": {mark}{text}{mark}" if mark and len(text) <= _MAX_SHOWN and "\\" not in text else ""


_MAX_SHOWN = 60
