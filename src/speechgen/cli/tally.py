"""What became of the units of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from speechgen.model import show

if TYPE_CHECKING:
    from speechgen.model import Problem
    from speechgen.pipeline import Outcome, Verdict


@dataclass
class Tally:
    """The units so far; the files one by one only where they are to be shown, for there may be many."""

    with_files: bool
    units: int = 0
    failed: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    files: list[tuple[str, Verdict]] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one more unit, or take in what was found when the speeches were compared."""
        self.units += not outcome.is_comparison
        self.failed += outcome.failed
        self.verdicts.update(verdict for _, verdict in outcome.verdicts)
        self.problems += [*outcome.problems, *outcome.found]
        if self.with_files:
            self.files.extend((show(path), verdict) for path, verdict in outcome.verdicts)

    def show(self, *, dry_run: bool) -> None:
        """Print the summary; with `dry_run`, the verdict for each file before it."""
        if dry_run:
            for file, verdict in self.files:
                typer.echo(f"{verdict:<8}{file}", err=True)
        counts = self.verdicts
        written = counts["new"] + counts["changed"]
        parts = [f"{written} {'to write' if dry_run else 'written'}", f"{counts['same']} unchanged"]
        if counts["kept"]:
            parts.append(f"{counts['kept']} kept")
        units = f"{self.units} unit{'s' if self.units != 1 else ''}"
        typer.echo(f"{units}: files {', '.join(parts)}; {self.failed} failed", err=True)
