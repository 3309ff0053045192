"""Problems: what is wrong, where, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from speechgen.messages import marked, translated
from speechgen.model.visible import visible

Severity = Literal["error", "warning", "hint"]
_SEVERITIES: dict[Severity, str] = {"error": marked("error"), "warning": marked("warning"), "hint": marked("hint")}

# Problems that prevent a file from being read. They may cause others, so they are reported first.
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
    """A position in a file that the user can edit. Lines and columns count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        name = self.file if self.file.strip() else f'"{self.file}"'  # an empty name on the command line
        return f"{name}:{self.line}:{self.column}"


class Spot(NamedTuple):
    """The words that a problem is about: `text[start:end]` of the speech's paragraph `number`, counted from 0."""

    text: str
    start: int
    end: int
    number: int

    @property
    def words(self) -> str:
        """The words themselves; empty if something is missing between two words."""
        return self.text[self.start : self.end]


class Edit(NamedTuple):
    """A safe fix: in the `words` at `place`, replace `words[start:end]` by `new`."""

    place: Place
    words: str
    start: int
    end: int
    new: str


class Problem(NamedTuple):
    """One defect. `message` says what is wrong; `fix`, if known, what to do.

    For a problem in a speech, `place` is in the speech's file and `spot` in its text; `source` is where the words came
    from: the value's line in the unit file, otherwise the template's line. `edit` is the fix if it is safe to apply.
    `path` is the data path of a missing value, or of the one that a wrong key is meant for.
    """

    place: Place
    code: str
    message: str
    fix: str | None = None
    severity: Severity = "error"
    source: Place | None = None
    spot: Spot | None = None
    edit: Edit | None = None
    path: str | None = None

    def __str__(self) -> str:
        return f"{visible(str(self.place))}: {self.shown_severity}[{self.code}] {self.words}"

    @property
    def shown_severity(self) -> str:
        """The severity in the language of messages."""
        return shown(self.severity)

    @property
    def words(self) -> str:
        """The message and the fix, in one line, and where the words of a speech came from if it is another place."""
        line = with_fix(self.message, self.fix)
        if self.source and self.source[:2] != self.place[:2]:
            line += translated(" (from {file}:{line})", file=self.source.file, line=self.source.line)
        return visible(line if len(line.splitlines()) == 1 else " ".join(line.split()))

    @property
    def order(self) -> tuple[bool, Place, str, str, str]:
        """Sort key: structural problems first, then by file, line and column. A total order: output is stable."""
        return (self.code not in STRUCTURAL, self.place, self.code, self.message, self.fix or "")


def shown(severity: Severity) -> str:
    """A severity in the language of messages."""
    return translated(_SEVERITIES[severity])


def with_fix(message: str, fix: str | None) -> str:
    """What is wrong, and what to do about it if that is known."""
    return translated("{message}; {fix}", message=message, fix=fix) if fix else message


class SpeechgenError(Exception):
    """An error that stops the work on a file, with all problems found until then, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("\n".join(str(problem) for problem in self.problems))
