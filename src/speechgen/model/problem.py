"""Problems: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]

# Problems that keep a file from being read at all. Others may follow from them, so they are told first.
STRUCTURAL = frozenset(
    {
        "alias-bomb",
        "control-character",
        "empty-file",
        "encoding",
        "full-width-colon",
        "full-width-comma",
        "full-width-quote",
        "full-width-space",
        "not-a-mapping",
        "output-collision",
        "repeated-key",
        "tab",
        "too-deep",
        "too-large",
        "unreadable",
        "yaml-syntax",
    }
)


class Place(NamedTuple):
    """A spot in a file that a person can edit. Lines and columns count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Spot(NamedTuple):
    """The words that a problem is about: `text[start:end]` of a speech's paragraph, which is `number`, from 0."""

    text: str
    start: int
    end: int
    number: int

    @property
    def words(self) -> str:
        """The words themselves; empty where something is missing between two words."""
        return self.text[self.start : self.end]


class Edit(NamedTuple):
    """A fix that is safe to make: of the words that stand at `place`, those from `start` to `end` become `new`."""

    place: Place
    words: str
    start: int
    end: int
    new: str


class Problem(NamedTuple):
    """One defect. `message` says what is wrong; `fix`, where it can be known, what to do.

    A problem of a speech has its place in the speech's file, and the spot there; `source` is where its words came from,
    the value's line in the unit file or else the template's line; `edit` fixes it, where that is safe.
    """

    place: Place
    code: str
    message: str
    fix: str | None = None
    severity: Severity = "error"
    source: Place | None = None
    spot: Spot | None = None
    edit: Edit | None = None

    def __str__(self) -> str:
        fix = f"; {self.fix}" if self.fix else ""
        is_elsewhere = self.source is not None and self.source[:2] != self.place[:2]
        source = f" (from {self.source.file}:{self.source.line})" if self.source and is_elsewhere else ""
        return f"{self.place}: {self.severity}[{self.code}] {self.message}{fix}{source}"

    @property
    def order(self) -> tuple[bool, Place, str, str, str]:
        """Sort key: structural problems first, then by file, line and column; total, so that output is stable."""
        return (self.code not in STRUCTURAL, self.place, self.code, self.message, self.fix or "")


class SpeechgenError(Exception):
    """What cannot go on, with every problem that is known by then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("\n".join(str(problem) for problem in self.problems))
