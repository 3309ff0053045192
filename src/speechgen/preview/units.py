"""The units of a preview: their state and their pages.

A unit is built again only when its files have changed, which is found by comparing their stamps. Its page and its line
in the index are made from what was built.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks import Comparison
from speechgen.formats.html import review_page
from speechgen.language import DEFAULT
from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, bundled_templates, leads_outside, real_path, show
from speechgen.pipeline import (
    Builder,
    Built,
    OutputFolder,
    PlannedUnit,
    compare_other_years,
    named_units,
    plan_units,
    prepare,
    with_deferred_files,
)
from speechgen.preview.pages import Entry, State, broken_page, index_page
from speechgen.preview.stamps import Stamp, Stamps, shared_stamps, stamp_of, stamps_below, stamps_of, workspace_roots

if TYPE_CHECKING:
    from speechgen.messages import translated
from speechgen.model import Severity


class CachedUnit(NamedTuple):
    """What was built from a unit file, and the stamp that the file had then."""

    stamp: Stamp | None
    built: Built


class Units:
    """The units of one preview.

    Call `refresh`, then `refresh_index`, and both again after files have changed. Problems are shown by the pages; the
    two methods raise only OSError, if a file is deleted while it is read.
    """

    def __init__(self, named: Sequence[Path], template: str | None = None) -> None:
        """`named` and `template` are the FILE arguments and `--template` of the command line."""
        self.language = DEFAULT  # of the first unit's speech; the language of the pages that belong to no unit
        self.cache: dict[Path, CachedUnit] = {}
        self.is_index_current = False
        self._named, self._template = named, template
        self._lock = threading.Lock()  # of the attributes below and the cache: pages are requested while files are read
        self._planned: Mapping[str, PlannedUnit] = {}
        self._builder = Builder(template)
        self._problems: tuple[Problem, ...] = ()
        self._comparison_problems: Mapping[str, tuple[Problem, ...]] = {}
        self._entries: tuple[Entry, ...] = ()
        self._templates = {bundled_templates(), *([Path(template)] if template and Path(template).is_dir() else [])}
        self._stamps: Stamps = {}
        self._built_with: Stamps = {}  # stamps of settings and templates when `_builder` and `cache` were made

    @property
    def folders(self) -> set[Path]:
        """The folders to watch: workspaces and templates, including those that could not be read."""
        with self._lock:
            templates = set(self._templates)
        return {real_path(folder) for folder in (*workspace_roots(self._named), *templates) if folder.is_dir()}

    @property
    def has_loose_units(self) -> bool:
        """Whether a unit file is in no workspace. Its folder may hold anything and is not watched."""
        return any(each.workspace is None for each in self._planned.values())

    def refresh(self) -> bool:
        """Read the settings and the list of units again if a file has changed. Returns whether one has."""
        units: list[Path] = []
        problems: tuple[Problem, ...] = ()
        try:
            units = named_units(self._named)
        except SpeechgenError as error:
            problems = error.problems
        stamps = stamps_of(units, workspace_roots(self._named), self._templates)
        with self._lock:
            if stamps == self._stamps:
                return False
            self._stamps, self.is_index_current = stamps, False
        try:
            planned, _, checkers = prepare(plan_units(units, formats=["html"]))
        except SpeechgenError as error:
            problems = error.problems
        with self._lock:
            self._problems = problems
            if not problems:
                self._planned = _by_key(planned)
                if self._built_with != shared_stamps(stamps) or checkers != self._builder.checkers:
                    self._builder, self.cache = Builder(self._template, checkers), {}
                    self._built_with = shared_stamps(stamps)
        return True

    def refresh_index(self) -> None:
        """Build the units that have changed, compare all units and update the index.

        Runs in this process, since a process with threads should not fork. If files change meanwhile, the index stays
        out of date and this must be called again.
        """
        with self._lock:
            planned, builder, stamps, cache = self._planned, self._builder, self._stamps, self.cache
        # A template renders one speech at a time, and pages are built meanwhile: so not with their builder.
        own = Builder(builder.template, builder.checkers)
        cache = {
            each.file: _cached_or_built(each, stamps.get(each.file), cache.get(each.file), own)
            for each in planned.values()
            if not _link_problems(each)
        }
        with closing(Comparison(builder.checkers)) as comparison:
            compare_other_years(comparison)
            for unit in cache.values():
                if unit.built.checked is not None and unit.built.checked.compared is not None:
                    comparison.add(unit.built.checked.compared)
            nearest, compared = comparison.most_similar(), dict(comparison.problems())
        keys = {show(each.file): key for key, each in planned.items()}
        near = {keys[name]: (keys.get(other, ""), share) for name, (other, share) in nearest.items() if name in keys}
        folders = {
            folder: OutputFolder(folder) for folder in {each.output.folder for each in planned.values() if each.output}
        }
        entries = [
            _entry(key, each, cache.get(each.file), compared.get(show(each.file), ()), near.get(key))._replace(
                edited=tuple(each.output.edited(folders[each.output.folder])) if each.output else ()
            )
            for key, each in planned.items()
        ]
        with self._lock:
            found = {*own.template_folders, *builder.template_folders} - self._templates
            self._templates |= found
            new = stamps_below(found)
            self._stamps, self._built_with = {**self._stamps, **new}, {**self._built_with, **new}
            self._comparison_problems, self._entries = compared, tuple(entries)
            self.language = next((each.built.language for each in cache.values() if each.built.language), self.language)
            if builder is self._builder:  # otherwise settings or templates have changed, and all must be built again
                self.cache = cache
                self.is_index_current = self._stamps.keys() >= stamps.keys() and all(
                    self._stamps[path] == stamp for path, stamp in stamps.items()
                )

    def index(self, version: str) -> bytes:
        """The index page. `version` is the server's."""
        with self._lock:
            return index_page(self._entries, self._problems, self.language, version, is_complete=self.is_index_current)

    def page(self, key: str, version: str) -> bytes | None:
        """The page of the unit `key`; None if there is no such unit."""
        with self._lock:
            planned = self._planned.get(key)
            if planned is None:
                return None
            problems = (*self._problems, *_link_problems(planned))
            if not problems:
                stamp = stamp_of(planned.file)
                if stamp != self._stamps.get(planned.file):  # it has changed since it was planned
                    planned = planned._replace(content=None)
                unit = _cached_or_built(planned, stamp, self.cache.get(planned.file), self._builder)
                self.cache = {**self.cache, planned.file: unit}
                if unit.built.manuscript is not None:
                    compared = self._comparison_problems.get(show(planned.file), ())
                    page = with_deferred_files(unit.built, compared, {"html": partial(review_page, version=version)})
                    return next(iter(page.files.values()))
                problems = unit.built.problems
            return broken_page(planned, problems, self.language, version)


def _cached_or_built(
    planned: PlannedUnit, stamp: Stamp | None, cached: CachedUnit | None, builder: Builder
) -> CachedUnit:
    """The cached unit if its file has not changed; otherwise built again."""
    return cached if cached and cached.stamp == stamp else CachedUnit(stamp, builder.build(planned))


def _link_problems(planned: PlannedUnit) -> list[Problem]:
    """A problem if a workspace's unit file is a link to a file outside the workspace: such a file is not shown."""
    if planned.root is None or not leads_outside(planned.file, planned.root):
        return []
    message = translated("is a link to a file outside the workspace")
    fix = translated("copy the file itself into the folder")
    return [Problem(Place(show(planned.file)), "outside-workspace", message, fix)]


def _by_key(planned: Iterable[PlannedUnit]) -> dict[str, PlannedUnit]:
    """The units by their names in URLs: the stem of the unit file, with a number if two have the same."""
    keyed: dict[str, PlannedUnit] = {}
    for each in planned:
        number = 1
        key = each.file.stem
        while key in keyed:
            number += 1
            key = f"{each.file.stem}-{number}"
        keyed[key] = each
    return keyed


def _entry(
    key: str, planned: PlannedUnit, unit: CachedUnit | None, compared: Iterable[Problem], near: tuple[str, float] | None
) -> Entry:
    problems = [*unit.built.problems, *compared] if unit else _link_problems(planned)
    if unit and unit.built.checked:
        problems += unit.built.checked.problems
    counts = Counter(each.severity for each in set(problems))
    name = unit.built.unit_name.content if unit and unit.built.unit_name else None
    notes = unit.built.manuscript.notes if unit and unit.built.manuscript else None
    return Entry(
        key=key,
        file=show(planned.file),
        title=name if isinstance(name, str) else planned.file.stem,
        state=_state(unit, counts),
        counts=counts,
        spoken=notes.spoken if notes else None,
        similarity=near[1] if near else None,
        similar_key=near[0] if near else "",
    )


def _state(unit: CachedUnit | None, counts: Mapping[Severity, int]) -> State:
    """The state by the severest problem; hints do not count."""
    if unit is None or unit.built.manuscript is None:
        return "broken"
    return "errors" if counts.get("error") else "warnings" if counts.get("warning") else "ready"
