"""Problems in the order in which they are printed. Those of thousands of units wait in a temporary file."""

from __future__ import annotations

import heapq
import pickle
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from speechgen.model import Problem

if TYPE_CHECKING:
    from speechgen.checks import BytesOnDisk

_IN_MEMORY = 2000  # so many problems take 5 MiB
_READ_AT_ONCE = 20  # problems that are read from the file together
_ORDER = attrgetter("order")


class OrderedProblems:
    """Problems without duplicates: structural ones first, then by place."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems: list[Problem] = []  # not yet on the disk
        self._disk: BytesOnDisk | None = None
        self._runs: list[range | list[Problem]] = []  # each in order: numbers on the disk, or in memory if it is full
        self.add(problems)

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems."""
        for problem in problems:
            self._problems.append(problem)
            if len(self._problems) >= _IN_MEMORY:
                self._runs.append(self._kept(_unique(self._problems)))
                self._problems = []

    def __iter__(self) -> Iterator[Problem]:
        runs = [self._read(each) if isinstance(each, range) else iter(each) for each in self._runs]
        last = iter(_unique(self._problems))
        if not runs:
            yield from last
            return
        for _, same in groupby(heapq.merge(*runs, last, key=_ORDER), key=_ORDER):
            yield from dict.fromkeys(same)

    def _kept(self, run: list[Problem]) -> range | list[Problem]:
        from speechgen.checks import BytesOnDisk

        disk = self._disk = self._disk or BytesOnDisk()
        first = len(disk)
        try:
            for start in range(0, len(run), _READ_AT_ONCE):
                disk.append(pickle.dumps(run[start : start + _READ_AT_ONCE], pickle.HIGHEST_PROTOCOL))
        except OSError:  # the disk is full
            return run
        return range(first, len(disk))

    def _read(self, numbers: range) -> Iterator[Problem]:
        assert self._disk is not None  # noqa: S101 - a run is on it
        for number in numbers:
            yield from pickle.loads(self._disk[number])  # noqa: S301 - written by this process


def _unique(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=_ORDER)
