"""What was injected, what was found, and the table of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from speechgen.model.problem import Problem


class Miss(NamedTuple):
    """An injection that was not found: in which speech, of which kind, in which sentence; what was told elsewhere."""

    name: str
    kind: str
    sentence: str
    told: Sequence[Problem | str] = ()
    code: str = ""


class Tally:
    """The injections of one rule, by kind."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.by_kind: Counter[str] = Counter()
        self.misses: list[Miss] = []

    def count(self, kind: str, miss: Miss | None) -> None:
        """One injection, found unless there is a miss."""
        self.by_kind[kind] += 1
        if miss:
            self.misses.append(miss._replace(code=self.code))

    def add(self, other: Tally) -> None:
        """The injections of another tally of the same rule."""
        self.by_kind += other.by_kind
        self.misses += other.misses

    @property
    def injected(self) -> int:
        """How many defects were injected."""
        return sum(self.by_kind.values())

    @property
    def recall(self) -> float:
        """The share of them that was found; 1 where none was injected."""
        return 1 - len(self.misses) / self.injected if self.injected else 1.0


def markdown(tallies: Iterable[Tally], false: Mapping[tuple[str, str], int], missing: Sequence[str]) -> str:
    """The table, a row a rule; below it the kinds that were missed."""
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
    """All false problems by severity, in words."""
    totals: Counter[str] = Counter()
    for (_, severity), number in false.items():
        totals[severity] += number
    return ", ".join(f"{totals[severity]} {severity}s" for severity in ("error", "warning", "hint"))
