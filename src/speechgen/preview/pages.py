"""The pages that only preview has: the index of units, a unit whose speech cannot be generated, and "not found"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote

from speechgen.formats.html import render_page
from speechgen.model import show
from speechgen.reading import decode

if TYPE_CHECKING:
    from speechgen.model import Problem, Severity, Spoken
    from speechgen.pipeline import PlannedUnit

State = Literal["ready", "warnings", "errors", "broken"]


class Entry(NamedTuple):
    """A unit's line in the index.

    `key` is its name in URLs, `counts` its problems by severity. `similarity` is the share of words (0 to 1) in common
    with the most similar speech, that of the unit at `similar_key`. `edited` are the names of its edited speech files.
    """

    key: str
    file: str
    title: str
    state: State
    counts: Mapping[Severity, int]
    spoken: Spoken | None
    similarity: float | None
    similar_key: str
    edited: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The path of the unit's page."""
        return unit_address(self.key)


def unit_address(key: str) -> str:
    """The path of the page of the unit `key`."""
    return f"/units/{quote(key, safe='', errors='surrogateescape')}"  # a name may not be valid UTF-8


def index_page(
    entries: Sequence[Entry], problems: Sequence[Problem], code: str, version: str, *, is_complete: bool
) -> bytes:
    """The index of units, those without a speech first. `problems` are those of the workspace; unless it `is_complete`,
    units are still being read.
    """
    order = ("broken", "errors", "warnings", "ready")
    return render_page(
        "index.html.j2",
        code=code,
        version=version,
        is_complete=is_complete,
        entries=sorted(entries, key=lambda entry: (order.index(entry.state), entry.file)),
        titles={entry.key: entry.title for entry in entries},
        address=unit_address,
        problems=sorted(set(problems), key=lambda problem: problem.order),
    )


def broken_page(planned: PlannedUnit, problems: Iterable[Problem], code: str, version: str) -> bytes:
    """The page of a unit whose speech cannot be generated: each problem with its line of the unit file."""
    shown = show(planned.file)
    text, _ = decode(bytes(planned.content or b""), shown)
    ordered = sorted(set(problems), key=lambda problem: problem.order)
    return render_page(
        "broken.html.j2",
        code=code,
        version=version,
        unit=shown,
        problems=[(each, _line(each, shown, text or "")) for each in ordered],
    )


def missing_page(code: str, version: str) -> bytes:
    """The page for a URL that is neither the index nor a unit."""
    return render_page("missing.html.j2", code=code, version=version)


def _line(problem: Problem, shown: str, text: str) -> str:
    """The line of the unit file that a problem is in; empty if the problem is in another file."""
    lines = text.splitlines()
    is_in_unit_file = (
        problem.place.file == shown and problem.place.line <= len(lines) and problem.code != "outside-workspace"
    )
    return lines[problem.place.line - 1] if is_in_unit_file else ""
