"""The forms in which problems are told to programs: one module each, one line each in `REPORTS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.model import Problem

__all__ = ["REPORTS"]


def _json(problems: Sequence[Problem]) -> str:
    from speechgen.cli.reports.json import json_report

    return json_report(problems)


def _sarif(problems: Sequence[Problem]) -> str:
    from speechgen.cli.reports.sarif import sarif

    return sarif(problems)


def _github(problems: Sequence[Problem]) -> str:
    from speechgen.cli.reports.github import github

    return github(problems)


# By the name on the command line, imported when it is asked for. A report is given the problems in their order, and
# gives the whole text.
REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"json": _json, "sarif": _sarif, "github": _github}
