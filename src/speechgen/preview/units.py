"""What preview knows of its units: which there are, what state they are in, and their pages.

A page is made when it is asked for, from the files as they are then. What the index says of all units is kept, and
brought up to date when files have changed. That is known by the files themselves: who calls need not say which.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.across import Across
from speechgen.checking import beside_others, with_other_years
from speechgen.compose import Composed, Composer, Job
from speechgen.discovery import bundled_templates, show
from speechgen.formats.html import review_page
from speechgen.jobs import changed_speeches, load_pair, named_units, plan, reviewers
from speechgen.output import OutputFolder
from speechgen.preview.pages import Entry, State, broken_page, index_page
from speechgen.preview.stamps import Stamp, Stamps, roots, stamps_below, stamps_of, without_units
from speechgen.problem import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from speechgen.checks.facts import Beside
    from speechgen.formats import Manuscript
    from speechgen.problem import Severity

_FEW = 20  # units of which one will tell the language


class Known(NamedTuple):
    """A unit as it was surveyed: its file's stamp, what it was composed to, what was found only beside others."""

    stamp: Stamp | None
    composed: Composed
    beside: Beside | None = None
    found: tuple[Problem, ...] = ()


class Units:
    """The units of one preview.

    First `renew` what pages are made with, then `survey` all units for the index. What cannot be read is told by the
    pages: neither raises anything but OSError, where a file goes while it is read.
    """

    def __init__(self, named: Sequence[Path], template: str | None = None) -> None:
        """`named` and `template` are the command line's."""
        self.language = "zh-CN"  # of the first unit's speech: that of the pages that are about none
        self.known: dict[Path, Known] = {}
        self.is_surveyed = False
        self._named, self._template = named, template
        self._lock = threading.Lock()  # for all below: pages are asked for while files are read, and units surveyed
        self._jobs: Mapping[str, Job] = {}
        self._pages = Composer(template)
        self._problems: tuple[Problem, ...] = ()
        self._beside: Mapping[str, Beside] = {}
        self._entries: tuple[Entry, ...] = ()
        self._templates = {bundled_templates(), *([Path(template)] if template and Path(template).is_dir() else [])}
        self._stamps: Stamps = {}
        self._made_from: Stamps = {}  # what concerns every unit, as `_pages` and `known` have it

    @property
    def folders(self) -> set[Path]:
        """The folders whose files the pages are made from, whether or not they could be read: workspaces, templates."""
        with self._lock:
            templates = set(self._templates)
        return {folder.resolve() for folder in (*roots(self._named), *templates) if folder.is_dir()}

    @property
    def are_loose(self) -> bool:
        """Whether there are unit files in no workspace: their folders may hold anything, and are not followed."""
        return any(job.workspace is None for job in self._jobs.values())

    def renew(self) -> bool:
        """Let pages be made from the files as they are now; whether any of them has changed."""
        units: list[Path] = []
        problems: tuple[Problem, ...] = ()
        try:
            units = named_units(self._named)
        except SpeechgenError as error:
            problems = error.problems
        stamps = stamps_of(units, roots(self._named), self._templates)
        with self._lock:
            if stamps == self._stamps:
                return False
            self._stamps, self.is_surveyed = stamps, False
        try:
            jobs = plan(units, formats=["html"], output=None)
            reviewed_by = reviewers(jobs)
        except SpeechgenError as error:
            problems = error.problems
        with self._lock:
            self._problems = problems
            if not problems:
                self._jobs = _by_key(jobs)
                if self._made_from != without_units(stamps) or reviewed_by != self._pages.reviewers:
                    self._pages, self.known = Composer(self._template, reviewed_by), {}
                    self._made_from = without_units(stamps)
        for unit in units[:_FEW]:
            with suppress(SpeechgenError):
                self.language = load_pair(unit, self._template)[0].manifest.language
                break
        return True

    def survey(self) -> None:
        """Bring the index up to date: the units that have changed, and all beside one another.

        In this process alone: a server's threads are no place from which to start others. Where files change meanwhile,
        it is to be done again.
        """
        with self._lock:
            jobs, pages, stamps, known = self._jobs, self._pages, self._stamps, self.known
        made_by = replace(pages, formats={"html": _no_page}, _templates={}, _references={})
        known = {
            job.unit: _surveyed(job, stamps.get(job.unit), known.get(job.unit), made_by)
            for job in jobs.values()
            if not _outside(job)
        }
        across = Across()
        with_other_years(across, made_by.reviewers.values())
        try:
            for unit in known.values():
                if unit.composed.review is not None:
                    across.add(unit.composed.review)
            nearest, beside = across.nearest(), beside_others(across, made_by)
        finally:
            across.close()
        known = {path: _beside_others(unit, beside.get(show(path)), made_by) for path, unit in known.items()}
        keys = {show(job.unit): key for key, job in jobs.items()}
        near = {keys[name]: (keys.get(other, ""), share) for name, (other, share) in nearest.items() if name in keys}
        folders = {folder: OutputFolder(folder) for folder in {job.folder for job in jobs.values()}}
        entries = [
            _entry(key, job, known.get(job.unit), near.get(key))._replace(
                changed=tuple(changed_speeches(job, folders[job.folder]))
            )
            for key, job in jobs.items()
        ]
        with self._lock:
            found = {*made_by.template_folders, *pages.template_folders} - self._templates
            self._templates |= found
            new = stamps_below(found)
            self._stamps, self._made_from = {**self._stamps, **new}, {**self._made_from, **new}
            self._beside, self._entries = beside, tuple(entries)
            if pages is self._pages:  # else all are to be made anew by now
                self.known = known
                self.is_surveyed = self._stamps.keys() >= stamps.keys() and all(
                    self._stamps[path] == stamp for path, stamp in stamps.items()
                )

    def index(self, version: str) -> bytes:
        """The page of all units. `version` is that of the files, as far as they have been followed."""
        with self._lock:
            return index_page(self._entries, self._problems, self.language, version, is_whole=self.is_surveyed)

    def page(self, key: str, version: str) -> bytes | None:
        """The unit's page, made now; None where there is no such unit."""
        with self._lock:
            job = self._jobs.get(key)
            if job is None:
                return None
            problems = (*self._problems, *_outside(job))
            if not problems:
                composer = replace(self._pages, formats={"html": partial(review_page, version=version)})
                try:
                    unit = composer.compose(job, self._beside.get(show(job.unit)))
                except OSError as error:  # it went while it was read
                    reason = f"cannot be read: {error.strerror or error}"
                    problems = (Problem(Place(show(job.unit)), "unreadable", reason, "look whether it is there"),)
                else:
                    if job.names["html"] in unit.files:
                        return unit.files[job.names["html"]]
                    problems = unit.problems
            return broken_page(job.unit, problems, self.language, version)


def _surveyed(job: Job, stamp: Stamp | None, known: Known | None, made_by: Composer) -> Known:
    """What is known of a unit, where its file is as it was; else what becomes of it."""
    return known if known and known.stamp == stamp else Known(stamp, made_by.compose(job))


def _beside_others(unit: Known, beside: Beside | None, made_by: Composer) -> Known:
    if beside == unit.beside:
        return unit
    review = replace(made_by, formats={}).compose(unit.composed.job, beside).review if beside else None
    return unit._replace(beside=beside, found=review.beside if review else ())


def _outside(job: Job) -> list[Problem]:
    """A problem where a workspace's unit file is a link to a file that lies outside of it: that is not shown."""
    if job.workspace is None or job.unit.resolve().is_relative_to(job.workspace.root.resolve()):
        return []
    mend = "copy the file itself into the folder"
    return [Problem(Place(show(job.unit)), "outside-workspace", "is a link to a file outside the workspace", mend)]


def _by_key(jobs: Iterable[Job]) -> dict[str, Job]:
    """The jobs by their names in addresses: the unit file's, with a number where two have one."""
    keyed: dict[str, Job] = {}
    for job in jobs:
        number = 1
        key = job.stem
        while key in keyed:
            number += 1
            key = f"{job.stem}-{number}"
        keyed[key] = job
    return keyed


def _no_page(_: Manuscript) -> bytes:
    """The index says how long each speech is, and needs no page for it."""
    return b""


def _entry(key: str, job: Job, unit: Known | None, near: tuple[str, float] | None) -> Entry:
    problems = [*unit.composed.problems, *unit.found] if unit else _outside(job)
    if unit and unit.composed.review:
        problems += unit.composed.review.problems
    counts = Counter(each.severity for each in set(problems))
    name = unit.composed.unit_name.content if unit and unit.composed.unit_name else None
    return Entry(
        key=key,
        file=show(job.unit),
        title=name if isinstance(name, str) else job.stem,
        state=_state(unit, counts),
        counts=counts,
        spoken=unit.composed.spoken if unit else None,
        alike=near[1] if near else None,
        alike_key=near[0] if near else "",
    )


def _state(unit: Known | None, counts: Mapping[Severity, int]) -> State:
    """What is left to do: hints stand in nobody's way."""
    if unit is None or unit.composed.spoken is None:
        return "broken"
    return "errors" if counts.get("error") else "warnings" if counts.get("warning") else "ready"
