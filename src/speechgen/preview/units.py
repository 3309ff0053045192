"""What preview knows of its units: which there are, what state they are in, and their pages.

A page is made when it is asked for, from the files as they are then. What the index says of all units is kept, and
brought up to date when files change.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.across import Across
from speechgen.checking import beside_others, with_other_years
from speechgen.compose import Composed, Composer, Job
from speechgen.discovery import SETTINGS, UNIT_SUFFIXES, bundled_templates, show, workspace_root
from speechgen.formats.html import review_page
from speechgen.jobs import load_pair, named_units, plan, reviewers
from speechgen.preview.pages import Entry, State, broken_page, index_page
from speechgen.problem import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from speechgen.checks.alike import Likeness
    from speechgen.checks.facts import Beside
    from speechgen.formats import Manuscript
    from speechgen.problem import Severity


@dataclass
class Units:
    """The units of one preview. `named` and `template` are the command line's.

    First `renew` what pages are made with, then `survey` all units for the index; both say what cannot be read by the
    pages, and raise nothing.
    """

    named: Sequence[Path]
    template: str | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _jobs: Mapping[str, Job] = field(default_factory=dict)
    _pages: Composer = field(default_factory=lambda: Composer(None))
    _problems: tuple[Problem, ...] = ()
    known: Mapping[Path, Composed] = field(default_factory=dict)
    _beside: Mapping[str, Beside] = field(default_factory=dict)
    _entries: tuple[Entry, ...] = ()
    _language: str = "zh-CN"

    @property
    def folders(self) -> set[Path]:
        """The folders whose files the pages are made from: the workspaces, or else the unit files', and templates'."""
        own = [job.workspace.root if job.workspace else job.unit.parent for job in self._jobs.values()]
        here = workspace_root(Path.cwd())
        templates = [template.folder.path for template in self._pages.templates]
        found = (*own, *templates, bundled_templates(), *([here] if here else []))
        return {folder.resolve() for folder in found if folder.is_dir()}

    def renew(self, changed: Iterable[Path] | None = None) -> None:
        """Let pages be made from the files as they are now. `changed` are those that have changed, None is any."""
        try:
            jobs = plan(named_units(self.named), formats=["html"], output=None)
            reviewed_by = reviewers(jobs)
        except SpeechgenError as error:
            with self._lock:
                self._problems = error.problems
            return
        with self._lock:
            is_same = reviewed_by == self._pages.reviewers and _are_units(changed, jobs)
            kept = self.known if is_same else {}
            self.known = {unit: kept[unit] for unit in kept if unit.resolve() not in set(changed or ())}
            self._jobs, self._problems = _by_key(jobs), ()
            self._pages = Composer(self.template, reviewed_by, formats={"html": partial(review_page, live=True)})
        with suppress(SpeechgenError, IndexError):
            self._language = load_pair(jobs[0].unit, self.template)[0].manifest.language

    def survey(self) -> None:
        """Bring the index up to date: the units that are not known yet, and all beside one another.

        In this process alone: a server's threads are no place from which to start others.
        """
        jobs, known = list(self._jobs.values()), dict(self.known)
        made_by = Composer(self.template, self._pages.reviewers, formats={"html": _no_page})
        inside = [job for job in jobs if not _outside(job)]
        known = {job.unit: known.get(job.unit) or made_by.compose(job) for job in inside}
        across = Across()
        with_other_years(across, made_by.reviewers.values())
        for unit in known.values():
            if unit.review is not None:
                across.add(unit.review)
        likenesses = across.nearest()
        beside = beside_others(across, made_by)
        again = [made_by.compose(job, beside[show(job.unit)]) for job in inside if show(job.unit) in beside]
        found = {unit.job.unit: unit.review.beside for unit in again if unit.review}
        keys = {show(job.unit): key for key, job in self._jobs.items()}
        entries = tuple(
            _entry(key, job, known.get(job.unit), found, likenesses, keys) for key, job in self._jobs.items()
        )
        with self._lock:
            self.known, self._beside, self._entries = known, beside, entries

    @property
    def language(self) -> str:
        """The language of the first unit's speech: that of the pages that are about none."""
        return self._language

    def index(self) -> bytes:
        """The page of all units."""
        with self._lock:
            return index_page(self._entries, self._problems, self._language)

    def page(self, key: str) -> bytes | None:
        """The unit's page, made now; None where there is no such unit."""
        with self._lock:  # a composer serves one at a time
            job = self._jobs.get(key)
            if job is None:
                return None
            problems = (*self._problems, *_outside(job))
            if not problems:
                unit = self._pages.compose(job, self._beside.get(show(job.unit)))
                page = unit.files.get(job.names["html"])
                if page is not None:
                    return page
                problems = unit.problems
            return broken_page(job.unit, problems, self._language)


def _outside(job: Job) -> list[Problem]:
    """A problem where a workspace's unit file is a link to a file that lies outside of it: that is not shown."""
    if job.workspace is None or job.unit.resolve().is_relative_to(job.workspace.root.resolve()):
        return []
    mend = "copy the file itself into the folder"
    return [Problem(Place(show(job.unit)), "outside-workspace", "is a link to a file outside the workspace", mend)]


def _are_units(changed: Iterable[Path] | None, jobs: Sequence[Job]) -> bool:
    """Whether nothing but unit files has changed."""
    folders = {job.unit.parent.resolve() for job in jobs}
    return changed is not None and all(
        path.parent in folders and path.suffix in UNIT_SUFFIXES and path.name != SETTINGS for path in changed
    )


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
    """The index needs each unit's notes, and no page."""
    return b""


def _entry(
    key: str,
    job: Job,
    unit: Composed | None,
    beside: Mapping[Path, tuple[Problem, ...]],
    likenesses: Mapping[str, Likeness],
    keys: Mapping[str, str],
) -> Entry:
    problems = [*unit.problems, *(unit.review.problems if unit.review else ())] if unit else _outside(job)
    counts = Counter(each.severity for each in {*problems, *beside.get(job.unit, ())})
    likeness = likenesses.get(show(job.unit))
    name = unit.unit_name.content if unit and unit.unit_name else None
    return Entry(
        key=key,
        file=show(job.unit),
        title=name if isinstance(name, str) else job.stem,
        state=_state(unit, counts),
        counts=counts,
        spoken=unit.notes.spoken if unit and unit.notes else None,
        alike=likeness.share if likeness else None,
        alike_key=keys.get(likeness.other, "") if likeness else "",
    )


def _state(unit: Composed | None, counts: Mapping[Severity, int]) -> State:
    """What is left to do: hints stand in nobody's way."""
    if unit is None or unit.notes is None:
        return "broken"
    return "problems" if counts.get("error") or counts.get("warning") else "ready"
