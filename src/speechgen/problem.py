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


class Problem(NamedTuple):
    """One defect. `message` says what is wrong; `mend`, where it can be known, what to do."""

    place: Place
    code: str
    message: str
    mend: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        mend = f"; {self.mend}" if self.mend else ""
        return f"{self.place}: {self.severity}[{self.code}] {self.message}{mend}"

    @property
    def order(self) -> tuple[bool, Place, str, str]:
        """Sort key: structural problems first, then by file, line and column."""
        return (self.code not in STRUCTURAL, self.place, self.code, self.message)


class SpeechgenError(Exception):
    """What cannot go on, with every problem that is known by then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("\n".join(str(problem) for problem in self.problems))
