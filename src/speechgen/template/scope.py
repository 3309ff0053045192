"""What is known at one point of a template, while the values that it reads are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from jinja2 import nodes

DataPath: TypeAlias = "str | None"  # what a name of the template is bound to; None: not a value of the unit


@dataclass(frozen=True, slots=True)
class Scope:
    """At one point of a template: the names that it has bound, its macros, and the conditions that hold."""

    file: str
    names: Mapping[str, DataPath]
    macros: Mapping[str, tuple[nodes.Macro, str]]
    conditions: tuple[str, ...] = ()
    depth: int = 0
    open: frozenset[object] = frozenset()  # the files and macros that this point is in
    # The blocks of files that extend this one, each with its file: that of the outermost file first.
    blocks: Mapping[str, tuple[tuple[nodes.Block, str], ...]] = field(default_factory=dict)

    def when(self, conditions: Iterable[str]) -> Scope:
        return replace(self, conditions=(*self.conditions, *conditions))

    def inside(self, opened: object, file: str) -> Scope:
        return replace(self, file=file, depth=self.depth + 1, open=self.open | {opened})

    def bind(self, names: Mapping[str, DataPath]) -> Scope:
        return replace(self, names={**self.names, **names})
