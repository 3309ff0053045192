"""The pages that are preview's own: all units, and a unit that has no speech yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote

from speechgen.formats.html import filled
from speechgen.language import language
from speechgen.model import show
from speechgen.reading import decode

if TYPE_CHECKING:
    from speechgen.model import Problem, Severity, Spoken
    from speechgen.pipeline import PlannedUnit

State = Literal["ready", "warnings", "errors", "broken"]


class Entry(NamedTuple):
    """What the index says of a unit.

    `key` is its name in addresses, `counts` its problems by severity; `alike` is the share of words in common with the
    unit at `alike_key`, the one that is most like it; `changed` are its speeches that a person has changed since.
    """

    key: str
    file: str
    title: str
    state: State
    counts: Mapping[Severity, int]
    spoken: Spoken | None
    alike: float | None
    alike_key: str
    changed: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where its page is."""
        return unit_address(self.key)


def unit_address(key: str) -> str:
    """The address of a unit's page."""
    return f"/units/{quote(key, safe='')}"


def index_page(
    entries: Sequence[Entry], problems: Sequence[Problem], code: str, version: str, *, is_whole: bool
) -> bytes:
    """All units, the broken ones first. `problems` are those of the workspace itself; unless it `is_whole`, units are
    still being read.
    """
    order = ("broken", "errors", "warnings", "ready")
    return filled(
        "index.html.j2",
        version=version,
        is_whole=is_whole,
        labels=language(code).labels,
        language=code,
        entries=sorted(entries, key=lambda entry: (order.index(entry.state), entry.file)),
        titles={entry.key: entry.title for entry in entries},
        address=unit_address,
        problems=sorted(set(problems), key=lambda problem: problem.order),
    )


def broken_page(planned: PlannedUnit, problems: Iterable[Problem], code: str, version: str) -> bytes:
    """What keeps a unit from having a speech, each problem with its line in the unit file."""
    shown = show(planned.file)
    text, _ = decode(planned.content or b"", shown)
    ordered = sorted(set(problems), key=lambda problem: problem.order)
    return filled(
        "broken.html.j2",
        version=version,
        labels=language(code).labels,
        language=code,
        unit=shown,
        problems=[(each, _line(each, shown, text or "")) for each in ordered],
    )


def missing_page(code: str, version: str) -> bytes:
    """There is no such unit, or no such page."""
    return filled("missing.html.j2", version=version, labels=language(code).labels, language=code)


def _line(problem: Problem, shown: str, text: str) -> str:
    """The line of the unit file that a problem is at; empty where it is at none of its lines."""
    lines = text.splitlines()
    is_there = problem.place.file == shown and problem.place.line <= len(lines) and problem.code != "outside-workspace"
    return lines[problem.place.line - 1] if is_there else ""
