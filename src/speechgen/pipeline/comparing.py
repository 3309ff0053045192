"""Add the speeches of a run to their comparison, if they are compared. A full disk ends it, not the run."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from speechgen.messages import reason_of, translated
from speechgen.model import Place, Problem
from speechgen.pipeline.unexpected import problems_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from speechgen.checks import Checked, Comparison


class Comparing:
    """Adds speeches to a comparison; None if the run has one speech, which is compared with no other.

    `problem`: why the speeches from some one on are not compared; None if all are.
    """

    def __init__(self, comparison: Comparison | None) -> None:
        self._comparison = comparison
        self.problem: Problem | None = None

    def add(self, unit: Path, checked: Checked | None) -> tuple[Problem, ...]:
        """Add a speech if it was checked. The problems of an error that concerns this unit only."""
        if self._comparison is None or checked is None or checked.compared is None or self.problem is not None:
            return ()
        try:
            self._comparison.add(checked.compared)
        except OSError as error:
            self.problem = _not_kept(error)
        except Exception as error:
            return problems_of(unit, error)
        return ()

    def found(self) -> Mapping[str, tuple[Problem, ...]]:
        """What the comparison finds, by the name of a speech. It is worked out as it is read."""
        return self._comparison.problems() if self._comparison else {}


def _not_kept(error: OSError) -> Problem:
    """The problem that a temporary file cannot be created or written."""
    message = translated(
        "temporary files cannot be written: {reason}; not all speeches are compared", reason=reason_of(error)
    )
    fix = translated("free some disk space, or set TMPDIR to another folder; then run the command again")
    return Problem(Place(tempfile.tempdir or translated("temporary folder")), "cannot-write", message, fix)
