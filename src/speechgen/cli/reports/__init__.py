"""The report formats of `check` for programs.

To add one, write a module with a function `report`, and add the module's name to `REPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.model import Problem

__all__ = ["REPORTS", "report_writer"]

# Each is a module of this package and a name on the command line.
REPORTS = (
    "json",
    "sarif",
    "github",
)


def report_writer(name: str) -> Callable[[Iterable[Problem]], Iterator[str]]:
    """The function that yields the text of a report in pieces. `name` is one of `REPORTS`; its module is imported here.

    It may iterate over the problems twice.
    """
    found: Callable[[Iterable[Problem]], Iterator[str]] = import_module(f"{__name__}.{name}").report
    return found
