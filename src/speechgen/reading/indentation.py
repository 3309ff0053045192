"""Lines that begin with a space too many or too few, and what else makes the lines below a line belong to nothing.

Most come from new unit files: only the `#` of `# short:` is deleted, and its space stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from speechgen.messages import marked, translated
from speechgen.model import Place, Problem, lazily

_LINE = lazily(
    r"(?P<indent> *)(?P<dash>-(?: +|$))?"
    r"(?:(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#{}\[\]|>&*!%@`-][^:]*?)(?P<colon>:)(?: +(?P<value>.*))?|(?P<words>.*))"
)
_ONE_WORD = lazily(r"[^\s:：,，。；;{}\[\]\"'“”‘’#&*!|>%@`-][^\s:：,，。；;{}\[\]\"'“”‘’]*")
_COMMENT = lazily(r"(?:^| )#.*")
_DASH_WITHOUT_SPACE = lazily(r"-[^\W\d]")
_STEP = 2  # spaces per level, as new unit files have them


class _Line(NamedTuple):
    """A line of block YAML. `name` is its key, or what follows its dash; `opens` is true if its value is below it."""

    number: int
    indent: int
    name: str
    is_item: bool
    opens: bool
    lacks_colon: bool
    end: int


def indentation_problems(lines: Iterable[tuple[int, str]], shown: str, first_line: int) -> list[Problem]:
    """The first lines whose indentation fits no line above them. `lines` are numbered from 0, without comments."""
    before: list[_Line] = []
    above: list[_Line] = []  # of those before, the ones that the next line may belong to
    brackets = 0
    for number, text in lines:
        is_inside = brackets > 0
        brackets += len(re.findall(r"[\[{]", text)) - len(re.findall(r"[\]}]", text))
        for line in () if is_inside else _parsed(number, text):
            found = _too_deep(line, above[-1]) if above else None
            if problems := [found] if found else _between(line, before, above):
                return [problem.at(shown, first_line) for problem in problems]
            while above and not _is_below(line, above[-1]):
                above.pop()
            above.append(line)
            before.append(line)
    return []


def continuation_problem(lines: Sequence[str], first: int, last: int, shown: str, first_line: int) -> Problem | None:
    """The problem of an item or a key that YAML reads as part of the text above it. `first` and `last` count from 0."""
    start = lines[first].lstrip()
    for number in range(first + 1, min(last + 1, len(lines))):
        words = lines[number].lstrip()
        if start.startswith("- ") and _DASH_WITHOUT_SPACE.match(words):
            place = Place(shown, number + first_line, len(lines[number]) - len(words) + 2)
            message, fix = translated("a space is missing after the dash"), translated("write `- ` before an item")
            return Problem(place, "yaml-syntax", message, fix)
        if words.startswith("- "):
            found = indentation_problems([(first, lines[first]), (number, lines[number])], shown, first_line)
            return found[0] if found else None
    return None


def spaces(number: int) -> str:
    """A number of spaces in words."""
    words = {1: marked("one space"), 2: marked("two spaces"), 3: marked("three spaces")}
    return translated(words[number]) if number in words else translated("{number} spaces", number=number)


def _parsed(number: int, text: str) -> Iterator[_Line]:
    """What a line has: a key, an item, or both (`- key: value`). Nothing for a line that continues a text."""
    found = _LINE.fullmatch(_COMMENT.sub("", text).rstrip())
    if not found:
        return
    indent, words = len(found["indent"]), found["words"] or ""
    name, end = found["key"] or words, found.end("key") if found["key"] else found.end("words")
    lacks_colon = _ONE_WORD.fullmatch(words) is not None
    if found["dash"]:
        yield _Line(number, indent, f"- {name}", True, not name, lacks_colon, end)
        indent += len(found["dash"])
    if found["key"]:
        yield _Line(number, indent, name, False, not found["value"], False, end)
    elif not found["dash"] and lacks_colon:
        yield _Line(number, indent, name, False, False, True, end)


def _is_below(line: _Line, upper: _Line) -> bool:
    """Whether a line belongs to one above it. Items may be below a key without being indented."""
    return line.indent > upper.indent or (line.indent == upper.indent and line.is_item and not upper.is_item)


class _Found(NamedTuple):
    """A problem. Its `fix` is a text of the catalogue, with the words `name` in `line` and `also` in `also_line`.

    Lines and columns are counted from 0.
    """

    line: int
    column: int
    message: str
    fix: str
    name: str = ""
    name_line: int = 0
    also: str = ""
    also_line: int = 0

    def at(self, shown: str, first_line: int) -> Problem:
        place = Place(shown, self.line + first_line, self.column + 1)
        lines = {"line": self.name_line + first_line, "also_line": self.also_line + first_line}
        return Problem(
            place, "yaml-syntax", self.message, translated(self.fix, name=self.name, also=self.also, **lines)
        )


def _too_deep(line: _Line, last: _Line) -> _Found | None:
    """The problem of a line that is deeper than the one above it, which has nothing below it."""
    deeper = line.indent - last.indent
    if deeper <= 0 or last.opens or last.number == line.number or (line.lacks_colon and not line.is_item):
        return None
    if last.lacks_colon and (not last.is_item or deeper >= _STEP):
        name = last.name.removeprefix("- ")
        message = translated("the colon after {name} is missing", name=name)
        return _Found(last.number, last.end, message, marked("write {name}:"), name)
    if line.is_item and not last.is_item:
        message = translated("{name} has a value in its own line and items below it", name=last.name)
        return _Found(line.number, line.indent, message, marked("begin each item with - in a line of its own"))
    # A longer distance before words such as 要点: is rather that of a text that goes on.
    return _too_many(line, deeper, last) if deeper == 1 or line.name.isascii() else None


def _between(line: _Line, before: list[_Line], above: list[_Line]) -> list[_Found]:
    """The problems of a line that is less deep than the lines above it, but deeper than the one that they belong to."""
    deeper = next((each for each in above if each.indent > line.indent), None)
    upper = next((each for each in reversed(above) if each.indent <= line.indent), None)
    item = next((each for each in above if each.is_item and each.indent > line.indent), None)
    if line.is_item and item and not (upper and (upper.is_item or line.indent == upper.indent + _STEP)):
        return [_too_few(line, item)]
    if deeper is None or (upper is not None and upper.indent == line.indent) or line.lacks_colon > line.is_item:
        return []
    if upper is None or line.indent == upper.indent + _STEP or line.indent - upper.indent > deeper.indent - line.indent:
        too_many = deeper.indent - line.indent
        started = before.index(upper) if upper else -1
        return [_too_many(each, too_many, line) for each in before[started + 1 :] if each.indent == deeper.indent]
    if upper.is_item:  # a key is aligned with the first key of its item, not with the dash
        return [_too_few(line, deeper)]
    found = _too_many(line, line.indent - upper.indent, upper)
    if line.is_item or deeper.is_item:
        return [found]
    fix = marked("align it with {name} in line {line}, or with {also} in line {also_line}")
    if deeper.indent - line.indent == line.indent - upper.indent:
        distance = spaces(line.indent - upper.indent)
        message = translated("{spaces} too many or too few before {name}", spaces=distance, name=line.name.strip())
        found = found._replace(message=message)
    return [found._replace(fix=fix, also=deeper.name, also_line=deeper.number)]


def _too_few(line: _Line, other: _Line) -> _Found:
    missing = spaces(other.indent - line.indent)
    message = translated("{spaces} too few before {name}", spaces=missing, name=line.name.strip())
    return _Found(line.number, line.indent, message, _ALIGN, other.name, other.number)


def _too_many(line: _Line, number: int, other: _Line) -> _Found:
    message = translated("{spaces} too many before {name}", spaces=spaces(number), name=line.name.strip())
    return _Found(line.number, line.indent, message, _ALIGN, other.name.strip(), other.number)


_ALIGN = marked("align it with {name} in line {line}")
