"""What YAML reads without an error, but not as it was meant. Everything here is called where that is already likely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import yaml

from speechgen.messages import all_of, translated
from speechgen.model import Place, Problem, lazily
from speechgen.reading.indentation import continuation_problem
from speechgen.reading.parser_errors import BULLET, bullet_problem, space_after_dash
from speechgen.reading.syntax_errors import line_problem, syntax_problems

if TYPE_CHECKING:
    from speechgen.reading.yaml_file import Value

_KEY = lazily(r"\s*(?:- +)?[A-Za-z_][\w-]*\s*[:：]")
_BEFORE_QUOTE = lazily(r"(?P<lead> *(?:- +)*)(?P<key>[^\[{]*: +)?(?:&\S+ +)?")
_ITEM = lazily(r"-[^\W\d]")


def misread_text(value: Value, *, as_list: bool) -> Problem | None:
    """The problem of a text where a mapping, or a list, is expected: YAML reads `name：市局` and `-study` as texts."""
    if not isinstance(value.content, str) or not value.plain:
        return None
    if as_list:
        if _ITEM.match(value.content):
            return space_after_dash(value.place)
        if bullet := BULLET.match(value.content):
            return bullet_problem(bullet, value.place)
        return line_problem(value.content, value.place) if value.content.startswith(("-", "［")) else None
    return next(syntax_problems(value.content, None, value.file, value.line, column=value.column), None)


def misread_lines(lines: Sequence[str], node: yaml.ScalarNode, shown: str, first_line: int) -> Problem | None:
    """The problem of a plain text of several lines that has an item or a key in it."""
    first, last = node.start_mark.line, node.end_mark.line
    for number in range(first + 1, min(last + 1, len(lines))):
        if not _KEY.match(lines[number]):
            continue
        words = lines[number].lstrip()  # how far it must be indented is not known
        place = Place(shown, number + first_line, len(lines[number]) - len(words) + 1)
        if found := line_problem(words, place):
            return found
    return continuation_problem(lines, first, last, shown, first_line)


def unindented_line(lines: Sequence[str], node: yaml.ScalarNode, shown: str, first_line: int) -> Problem | None:
    """The problem of a text in quotes whose lines are not indented: most often its quotation mark is not closed.

    libyaml reads them, YAML 1.2 does not (7.3.1): they would have the keys that follow, up to the next quotation mark.
    """
    first, last = node.start_mark.line, node.end_mark.line
    start = _BEFORE_QUOTE.fullmatch(lines[first][: node.start_mark.column])
    indent = 0 if start is None else len(start["lead"]) if start["key"] else max(len(start["lead"].rstrip()) - 1, 0)
    for number in range(first + 1, last + 1):
        spaces = len(lines[number]) - len(lines[number].lstrip(" "))
        if spaces > indent or not lines[number].strip():
            continue
        place = Place(shown, number + first_line, spaces + 1)
        if lines[number][spaces] == "\t":
            return Problem(
                place, "tab", translated("YAML cannot be indented with tabs"), translated("indent with spaces")
            )
        message = translated(
            "the line is in the quotation marks that begin in line {line}, but is not indented", line=first + first_line
        )
        return Problem(place, "yaml-syntax", message, translated("close the quotation marks, or indent this line"))
    return None


def misread_entry(pairs: Sequence[tuple[yaml.Node, yaml.Node]], at: int, place: Place) -> Problem | None:
    """The problem of an entry of `{…}` without a colon, `pairs[at]` at `place`; None if it has one.

    Most often it is what follows a comma in a value, such as `{records: 1,260}`; then the place is that of the value.
    """
    if not lacks_colon(pairs[at]):
        return None
    key = str(pairs[at][0].value)
    if not key:
        message = translated("there is an entry without a key")
        return Problem(place, "yaml-syntax", message, translated("write key: value; put a ? in quotes"))
    wide = len(key) - len(key.lstrip())  # reported already
    if (found := line_problem(key[wide:], place._replace(column=place.column + wide))) is not None:
        return found
    if "=" not in key and all(map(lacks_colon, pairs)):
        return _without_keys([str(pair[0].value) for pair in pairs], place) if at == 0 else None
    first, last = at, at + 1
    while first and lacks_colon(pairs[first]) and _touch(pairs[first - 1], pairs[first]):
        first -= 1
    while last < len(pairs) and lacks_colon(pairs[last]) and _touch(pairs[last - 1], pairs[last]):
        last += 1
    value = pairs[first][1]
    if lacks_colon(pairs[first]) or not isinstance(value, yaml.ScalarNode):
        fix = translated("write key: value; put a value that has a comma in it in quotes")
        return Problem(place, "yaml-syntax", translated("{key} has no colon in {{ }}", key=key), fix)
    words = [str(value.value), *(str(pair[0].value) for pair in pairs[first + 1 : last])]
    together = ",".join(words)
    is_figure = re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", together)
    fix = (
        translated("write {words}", words="".join(words))
        if is_figure
        else translated("put the value in quotes: {quoted}", quoted=f'"{together}"')
    )
    start = value.start_mark
    at_value = place._replace(line=place.line + start.line - pairs[at][0].start_mark.line, column=start.column + 1)
    message = translated(
        "a comma ends a value in {{ }}, so {text} is read as {parts}", text=together, parts=all_of(words)
    )
    return Problem(at_value, "yaml-syntax", message, fix)


def _without_keys(words: Sequence[str], place: Place) -> Problem:
    """The problem of braces around words, without a colon."""
    together = ", ".join(words)
    fix = (
        translated("put a text in quotes, or delete the braces")
        if len(words) == 1
        else translated("write a list in brackets: {list}", list=f"[{together}]")
    )
    message = translated("{braces} has no colon; {{ }} are for key: value", braces=f"{{{together}}}")
    return Problem(place._replace(column=place.column - 1), "yaml-syntax", message, fix)


def lacks_colon(pair: tuple[yaml.Node, yaml.Node]) -> bool:
    """Whether a pair is a key only: its empty value begins where the key ends."""
    end, value = pair[0].end_mark, pair[1]
    return value.value == "" and value.start_mark.index == value.end_mark.index == end.index


def _touch(pair: tuple[yaml.Node, yaml.Node], following: tuple[yaml.Node, yaml.Node]) -> bool:
    """Whether there is only a comma between two pairs, without a space."""
    return bool(pair[1].end_mark.index + 1 == following[0].start_mark.index)
