"""The report formats of `check` for programs. To add one, write its module and its line in `REPORTS`."""

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


# By the name on the command line. A report takes the sorted problems and returns the whole text; its module is imported
# when it is used.
REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"json": _json, "sarif": _sarif, "github": _github}
