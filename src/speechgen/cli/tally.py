"""The counts and problems of a generate run, and the summary printed at its end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from speechgen.cli.ordered_problems import OrderedProblems
from speechgen.cli.printing import print_json, show_problems, show_where_codes_are_explained
from speechgen.messages import counted, joined_words, marked, translated
from speechgen.model import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from speechgen.model import Problem
    from speechgen.pipeline import Outcome, Verdict

_VERDICTS: dict[Verdict, str] = {
    "new": marked("new"),
    "same": marked("same"),
    "changed": marked("changed"),
    "kept": marked("kept"),
    "removed": marked("removed"),
}


class Tally:
    """What happened to the units so far. Files are kept one by one only if `lists_files`, since there may be many."""

    def __init__(self, *, lists_files: bool) -> None:
        self.lists_files = lists_files
        self.units = 0
        self.failed = 0
        self.verdicts: Counter[Verdict] = Counter()
        self.problems = OrderedProblems()
        self.cannot_write = False  # whether that is one of the problems
        self.files: list[tuple[str, Verdict]] = []

    def add(self, outcome: Outcome) -> None:
        """Add the outcome of a unit, or of the comparison of all speeches."""
        self.units += not outcome.is_comparison
        self.failed += outcome.failed
        self.verdicts.update(verdict for _, verdict in outcome.verdicts)
        self.add_problems((*outcome.problems, *outcome.found))
        if self.lists_files:
            self.files.extend((show(path), verdict) for path, verdict in outcome.verdicts)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Add problems. They are printed at the end, in order."""
        for problem in problems:
            self.cannot_write = self.cannot_write or problem.code == "cannot-write"
            self.problems.add((problem,))

    def add_removed(self, files: Sequence[Path], problems: Sequence[Problem]) -> None:
        """Add deleted speeches, and the problems of those that could not be deleted."""
        self.verdicts["removed"] += len(files)
        self.add_problems(problems)
        if self.lists_files:
            self.files.extend((show(path), "removed") for path in files)

    def report(self, *, json: bool, to_stdout: bool, dry_run: bool) -> None:
        """Print problems and summary; on standard output only if no speech is there."""
        if json and not to_stdout:
            print_json(self.problems, files=({"file": file, "verdict": verdict} for file, verdict in self.files))
            return
        is_any = show_problems(self.problems, show_all=False, show_hints=False)
        if not to_stdout:
            self.show(dry_run=dry_run)
        if is_any:
            show_where_codes_are_explained()

    def show(self, *, dry_run: bool) -> None:
        """Print the summary to standard error; with `dry_run`, first the verdict on each file."""
        if dry_run:
            for file, verdict in self.files:
                typer.echo(f"{translated(_VERDICTS[verdict]):<8}{file}", err=True)
        summary = counted(
            "{number} unit: {files}; {failed} failed",
            "{number} units: {files}; {failed} failed",
            self.units,
            files=joined_words(self._files(dry_run)),
            failed=self.failed,
        )
        typer.echo(summary, err=True)

    def _files(self, dry_run: bool) -> Iterator[str]:
        """How many files were or would be written, and what became of the others."""
        counts = self.verdicts
        written = counts["new"] + counts["changed"]
        if dry_run:
            yield counted("{number} file to write", "{number} files to write", written)
        else:
            yield counted("{number} file written", "{number} files written", written)
        yield translated("{number} unchanged", number=counts["same"])
        if counts["kept"]:
            yield translated("{number} kept", number=counts["kept"])
        if counts["removed"] and dry_run:
            yield translated("{number} to remove", number=counts["removed"])
        elif counts["removed"]:
            yield translated("{number} removed", number=counts["removed"])
