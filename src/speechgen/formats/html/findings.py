"""The problems of a speech in the order in which they are met, numbered as the page marks them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from speechgen.language import language
from speechgen.model import Problem, Severity

_SEVEREST: tuple[Severity, ...] = ("error", "warning", "hint")


class Finding(NamedTuple):
    """A problem with its number on the page, and what its rule is called in the page's language."""

    number: int
    problem: Problem
    name: str

    @property
    def words(self) -> str:
        """The words that it is about; empty where it is about none of the speech."""
        return self.problem.spot.words if self.problem.spot else ""


def findings(problems: Iterable[Problem], code: str) -> tuple[Finding, ...]:
    """Problems in the order of the speech, then those at none of its words; `code` is the language of the page."""
    names = language(code).labels.rules
    ordered = sorted(dict.fromkeys(problems), key=_order)
    return tuple(Finding(number, each, names.get(each.code, "")) for number, each in enumerate(ordered, start=1))


def severest(found: Iterable[Finding]) -> Severity | None:
    """The severity that counts where several problems are about the same words."""
    return min((each.problem.severity for each in found), key=_SEVEREST.index, default=None)


def _order(problem: Problem) -> tuple[bool, int, int, tuple[object, ...]]:
    spot = problem.spot
    return (spot is None, spot.number if spot else 0, spot.start if spot else 0, problem.order)
