"""The problems of a speech in the order of its words, with the numbers that the page gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from speechgen.language import page_labels
from speechgen.model import Problem, Severity

_BY_SEVERITY: tuple[Severity, ...] = ("error", "warning", "hint")


class Finding(NamedTuple):
    """A problem with its number on the page and the name of its rule in the page's language."""

    number: int
    problem: Problem
    name: str

    @property
    def words(self) -> str:
        """The words of the speech that the problem is about; may be empty."""
        return self.problem.spot.words if self.problem.spot else ""


def findings(problems: Iterable[Problem], code: str) -> tuple[Finding, ...]:
    """The problems in the order of the speech, then those without a place in it; `code` is the speech's language."""
    names = page_labels(code).rules
    ordered = sorted(dict.fromkeys(problems), key=_order)
    return tuple(Finding(number, each, names.get(each.code, "")) for number, each in enumerate(ordered, start=1))


def severest(found: Iterable[Severity]) -> Severity | None:
    """The highest severity; None if there are none."""
    return min(found, key=_BY_SEVERITY.index, default=None)


def _order(problem: Problem) -> tuple[bool, int, int, tuple[object, ...]]:
    spot = problem.spot
    return (spot is None, spot.number if spot else 0, spot.start if spot else 0, problem.order)
