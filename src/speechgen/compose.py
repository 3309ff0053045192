"""One unit file becomes the whole text of its output files: everything but the writing.

What units have in common, their templates, is read once. Large batches are composed by several processes, each of
which reads the templates for itself.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from speechgen.formats import FORMATS
from speechgen.problem import Problem, SpeechgenError
from speechgen.rendering import rendered
from speechgen.schema import find
from speechgen.template import Template, load_template
from speechgen.workspace import Unit, Workspace, read_unit
from speechgen.yamlfile import Value

SEVERAL = 200  # units from which the start of more processes pays (benchmarks/batch.py)
_CHUNK = 20  # units that a process composes before it hands them over
_AHEAD = 3  # chunks that each process may be ahead of the writing: whole speeches wait there, in memory
_MOST = 8  # processes; the one that writes keeps no more than these busy


class Job(NamedTuple):
    """One unit file, and what its speech is written to: a file `STEM.FORMAT` in `folder` for each format."""

    unit: Path
    workspace: Workspace | None
    folder: Path
    formats: tuple[str, ...]
    stem: str

    @property
    def names(self) -> dict[str, str]:
        """The output file's name for each format."""
        return {name: f"{self.stem}.{name}" for name in self.formats}


class Composed(NamedTuple):
    """A job's output files by name, none where the unit has errors; and its problems.

    `template` and `unit_name` tell units apart, or find two that are one.
    """

    job: Job
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    template: str = ""
    unit_name: Value | None = None


@dataclass
class Composer:
    """Composes units, with `template` instead of what they name, where it is given."""

    template: str | None
    _templates: dict[tuple[str, Path, Path | None], Template | SpeechgenError] = field(default_factory=dict)

    def compose(self, job: Job) -> Composed:
        """The unit's output files."""
        unit, problems = read_unit(job.unit, job.workspace)
        if unit is None or problems:
            return Composed(job, {}, tuple(problems))
        try:
            template = self._load(unit)
            speech, problems = rendered(template, unit)  # reads the chosen parts, which may be broken too
        except SpeechgenError as error:
            return Composed(job, {}, error.problems)
        files = {} if speech is None else {name: FORMATS[each](speech) for each, name in job.names.items()}
        unit_name, _ = find(unit.own, ["unit", "name"])
        return Composed(job, files, tuple(problems), template.name, unit_name)

    def _load(self, unit: Unit) -> Template:
        """The template of `unit`, read once for all units. Raises the same SpeechgenError for each of them."""
        name, base = (self.template, Path()) if self.template else unit.template
        root = unit.workspace.root if unit.workspace else None
        key = (name, base, root)
        if key not in self._templates:
            try:
                self._templates[key] = load_template(name, workspace=root, base=base)
            except SpeechgenError as error:
                self._templates[key] = error
        loaded = self._templates[key]
        if isinstance(loaded, SpeechgenError):
            raise loaded
        return loaded


def composed(jobs: Sequence[Job], *, template: str | None) -> Generator[Composed, None, None]:
    """Each job composed, in the order of the jobs; by several processes where there are many."""
    processes = min(_MOST, os.cpu_count() or 1)
    if len(jobs) < SEVERAL or processes == 1:
        yield from map(Composer(template).compose, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(template,)) as pool:
        try:
            chunks = (jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK))
            begun = deque(pool.submit(_compose, chunk) for chunk in islice(chunks, processes * _AHEAD))
            while begun:
                done = begun.popleft().result()
                begun.extend(pool.submit(_compose, chunk) for chunk in islice(chunks, 1))
                yield from done
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


# In a process of the pool: the composer that it keeps from one unit to the next.
_COMPOSERS: list[Composer] = []


def _begin(template: str | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the writing process's to handle
    _COMPOSERS[:] = [Composer(template)]


def _compose(jobs: Sequence[Job]) -> list[Composed]:
    return [_COMPOSERS[0].compose(job) for job in jobs]
