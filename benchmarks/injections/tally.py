"""Count the injections and those that were found, and print a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from speechgen.model.problem import Problem


class Miss(NamedTuple):
    """An injection that was not found. `reported`: the problems that were reported elsewhere."""

    name: str
    kind: str
    sentence: str
    reported: Sequence[Problem | str] = ()
    code: str = ""


class Tally:
    """The injections of one rule, by kind."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.by_kind: Counter[str] = Counter()
        self.misses: list[Miss] = []
        self.by_detector: Counter[str] = Counter()

    def count(self, kind: str, miss: Miss | None) -> None:
        """Count one injection, which was found unless there is a miss."""
        self.by_kind[kind] += 1
        if miss:
            self.misses.append(miss._replace(code=self.code))

    def add(self, other: Tally) -> None:
        """Add the injections of another tally of the same rule."""
        self.by_kind += other.by_kind
        self.misses += other.misses
        self.by_detector += other.by_detector

    @property
    def injected(self) -> int:
        """The number of injected defects."""
        return sum(self.by_kind.values())

    @property
    def recall(self) -> float:
        """The share of injected defects that were found; 1 if there were none."""
        return 1 - len(self.misses) / self.injected if self.injected else 1.0


def markdown(tallies: Iterable[Tally], false: Mapping[tuple[str, str], int], missing: Sequence[str]) -> str:
    """A table with a row for each rule, and below it the kinds that were missed."""
    lines = [
        "| rule | injected | found | recall | false errors | warnings | hints |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    notes = []
    for tally in tallies:
        counts = [f"{false.get((tally.code, severity), 0)}" for severity in ("error", "warning", "hint")]
        found = tally.injected - len(tally.misses)
        recall = f"{tally.recall:.1%}" if tally.injected else "none"
        lines.append(f"| `{tally.code}` | {tally.injected} | {found} | {recall} | {' | '.join(counts)} |")
        missed = Counter(miss.kind for miss in tally.misses)
        kinds = ", ".join(f"{kind} {number} of {tally.by_kind[kind]}" for kind, number in missed.most_common())
        if kinds:
            notes.append(f"missed of {tally.code}: {kinds}")
    lines += [f"| `{code}` | | | not registered | | | |" for code in missing]
    return "\n".join([*lines, "", *notes])


def severities(false: Mapping[tuple[str, str], int]) -> str:
    """The number of false problems by severity, as text."""
    totals: Counter[str] = Counter()
    for (_, severity), number in false.items():
        totals[severity] += number
    return ", ".join(f"{totals[severity]} {severity}s" for severity in ("error", "warning", "hint"))
