"""Comments that may be meant as part of a value: `hall: Room #4` is `Room` for YAML, and `forums: #36` is empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily
from speechgen.workspace.scalars import scalars

if TYPE_CHECKING:
    from speechgen.reading import JsonSchema, Value
    from speechgen.workspace.unit import Unit

# Most comments begin with a space, and most files have no others.
_COMMENT = lazily(r"(?P<space>[ \t]+)(?P<comment>#[^\s#].*)")
_LINE_WITH_COMMENT = lazily(r"^ *[^\s#][^\n]*[ \t]#[^\s#]", re.MULTILINE)
_FILLED_IN = lazily(r"^ *(?P<sign>#)(?P<key>[a-z_]+): +[^\s#]", re.MULTILINE)
_FIGURE = lazily(r"[-+]?[0-9][0-9.,%]*")


def comment_problems(unit: Unit, schema: Callable[[], JsonSchema]) -> Iterator[Problem]:
    """The warnings about comments in the unit file, and in the values that its workspace shares.

    `schema` gives that of a unit file with all parts, which are read for this only if a comment looks like a key.
    """
    yield from _filled_in(unit, schema)
    if _LINE_WITH_COMMENT.search(unit.text):
        yield from _in(unit.own, unit.text.splitlines())
    workspace = unit.workspace
    if workspace is not None and workspace.shared is not None and _LINE_WITH_COMMENT.search(workspace.text):
        yield from _in(workspace.shared, workspace.text.splitlines())


def _filled_in(unit: Unit, schema: Callable[[], JsonSchema]) -> Iterator[Problem]:
    """The warnings about lines of a new unit file that were filled in, and whose # was not deleted."""
    keys: frozenset[str] | None = None
    for found in _FILLED_IN.finditer(unit.text):
        keys = keys or frozenset(_keys(schema()))
        if found["key"] in keys:
            line = unit.text.count("\n", 0, found.start("sign")) + 1
            column = found.start("sign") - unit.text.rfind("\n", 0, found.start("sign"))
            message = translated("the line is a comment, so {name} is not read", name=found["key"])
            fix = translated("delete the #, or write a space after it to keep the comment")
            yield Problem(Place(unit.shown, line, column), "comment", message, fix, "warning")


def _keys(schema: JsonSchema) -> Iterator[str]:
    """All keys that a schema declares, at any depth."""
    properties = schema.get("properties", {})
    yield from properties
    for child in (*properties.values(), schema.get("items"), *schema.get("anyOf", ())):
        yield from _keys(child) if isinstance(child, Mapping) else ()


def _in(values: Value, lines: Sequence[str]) -> Iterator[Problem]:
    for value in scalars(values):
        if (value.plain or value.content is None) and value.line <= len(lines):
            yield from _after(value, lines[value.line - 1])


def _after(value: Value, line: str) -> Iterator[Problem]:
    """The warning about the comment after a value in its line: an empty value's, or one that begins with a digit."""
    found = _COMMENT.search(line, value.column - 1)
    if not found or (value.content is None and line[value.column - 1 : found.start()].strip()):
        return
    place = value.place._replace(column=found.start("comment") + 1)
    shown = found["comment"].strip()
    if value.content is None:
        message = translated(
            "a # after a space begins a comment, so the value is empty, and {comment} is not read", comment=shown
        )
    elif shown[1].isdigit() and not _FIGURE.fullmatch(str(value.content)):
        message = translated("a # after a space begins a comment, so the value ends before {comment}", comment=shown)
    else:
        return
    fix = translated("put the value in quotes, or write a space after the # of a comment")
    yield Problem(place, "comment", message, fix, "warning")
