"""What preview knows of its units: which there are, what state they are in, and their pages.

A unit is built once for each state of its files; its page and its line of the index are made from that. Whether files
have changed is known by the files themselves: the caller need not say which.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks import Comparison
from speechgen.formats.html import review_page
from speechgen.model import Place, Problem, SpeechgenError, bundled_templates, show
from speechgen.pipeline import (
    Builder,
    Built,
    OutputFolder,
    PlannedUnit,
    compare_other_years,
    finished,
    load_context,
    named_units,
    plan_units,
    with_checkers,
)
from speechgen.preview.pages import Entry, State, broken_page, index_page
from speechgen.preview.stamps import Stamp, Stamps, roots, stamp_of, stamps_below, stamps_of, without_units

if TYPE_CHECKING:
    from speechgen.model import Severity

_FEW = 20  # units of which one will have a template in a known language


class Known(NamedTuple):
    """A unit as it was built: its file's stamp, and what it was built to."""

    stamp: Stamp | None
    built: Built


class Units:
    """The units of one preview.

    First `renew` what pages are made with, then `survey` all units for the index. What cannot be read is reported by
    the pages: neither raises anything but OSError, where a file is deleted while it is read.
    """

    def __init__(self, named: Sequence[Path], template: str | None = None) -> None:
        """`named` and `template` are the command line's."""
        self.language = "zh-CN"  # of the first unit's speech: that of the pages that are about none
        self.known: dict[Path, Known] = {}
        self.is_surveyed = False
        self._named, self._template = named, template
        self._lock = threading.Lock()  # for all below: pages are asked for while files are read, and units surveyed
        self._planned: Mapping[str, PlannedUnit] = {}
        self._builder = Builder(template)
        self._problems: tuple[Problem, ...] = ()
        self._compared: Mapping[str, tuple[Problem, ...]] = {}
        self._entries: tuple[Entry, ...] = ()
        self._templates = {bundled_templates(), *([Path(template)] if template and Path(template).is_dir() else [])}
        self._stamps: Stamps = {}
        self._made_from: Stamps = {}  # what concerns every unit, as `_builder` and `known` have it

    @property
    def folders(self) -> set[Path]:
        """The folders whose files the pages are made from, whether or not they could be read: workspaces, templates."""
        with self._lock:
            templates = set(self._templates)
        return {folder.resolve() for folder in (*roots(self._named), *templates) if folder.is_dir()}

    @property
    def are_loose(self) -> bool:
        """Whether there are unit files in no workspace: their folders may hold anything, and are not followed."""
        return any(each.workspace is None for each in self._planned.values())

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
            planned, checkers = with_checkers(plan_units(units, formats=["html"]))
        except SpeechgenError as error:
            problems = error.problems
        with self._lock:
            self._problems = problems
            if not problems:
                self._planned = _by_key(planned)
                if self._made_from != without_units(stamps) or checkers != self._builder.checkers:
                    self._builder, self.known = Builder(self._template, checkers), {}
                    self._made_from = without_units(stamps)
        for unit in units[:_FEW]:
            with suppress(SpeechgenError):
                template = load_context(unit, self._template).template
                self.language = template.manifest.language if template else self.language
                break
        return True

    def survey(self) -> None:
        """Bring the index up to date: the units that have changed, and all in comparison with one another.

        In this process alone: a server's threads are no place from which to start others. Where files change meanwhile,
        it is to be done again.
        """
        with self._lock:
            planned, builder, stamps, known = self._planned, self._builder, self._stamps, self.known
        own = Builder(builder.template, builder.checkers)  # a template renders one speech at a time: pages have theirs
        known = {
            each.file: _known(each, stamps.get(each.file), known.get(each.file), own)
            for each in planned.values()
            if not _outside(each)
        }
        with closing(Comparison(builder.checkers)) as comparison:
            compare_other_years(comparison)
            for unit in known.values():
                if unit.built.checked is not None and unit.built.checked.compared is not None:
                    comparison.add(unit.built.checked.compared)
            nearest, compared = comparison.most_similar(), comparison.problems()
        keys = {show(each.file): key for key, each in planned.items()}
        near = {keys[name]: (keys.get(other, ""), share) for name, (other, share) in nearest.items() if name in keys}
        folders = {
            folder: OutputFolder(folder) for folder in {each.output.folder for each in planned.values() if each.output}
        }
        entries = [
            _entry(key, each, known.get(each.file), compared.get(show(each.file), ()), near.get(key))._replace(
                changed=tuple(each.output.edited(folders[each.output.folder])) if each.output else ()
            )
            for key, each in planned.items()
        ]
        with self._lock:
            found = {*own.template_folders, *builder.template_folders} - self._templates
            self._templates |= found
            new = stamps_below(found)
            self._stamps, self._made_from = {**self._stamps, **new}, {**self._made_from, **new}
            self._compared, self._entries = compared, tuple(entries)
            if builder is self._builder:  # otherwise all are to be built again by now
                self.known = known
                self.is_surveyed = self._stamps.keys() >= stamps.keys() and all(
                    self._stamps[path] == stamp for path, stamp in stamps.items()
                )

    def index(self, version: str) -> bytes:
        """The page of all units. `version` is that of the files, as far as they have been followed."""
        with self._lock:
            return index_page(self._entries, self._problems, self.language, version, is_whole=self.is_surveyed)

    def page(self, key: str, version: str) -> bytes | None:
        """The unit's page; None where there is no such unit."""
        with self._lock:
            planned = self._planned.get(key)
            if planned is None:
                return None
            problems = (*self._problems, *_outside(planned))
            if not problems:
                stamp = stamp_of(planned.file)
                if stamp != self._stamps.get(planned.file):  # it has changed since it was read
                    planned = planned._replace(content=None)
                known = _known(planned, stamp, self.known.get(planned.file), self._builder)
                self.known = {**self.known, planned.file: known}
                if known.built.manuscript is not None:
                    compared = self._compared.get(show(planned.file), ())
                    page = finished(known.built, compared, {"html": partial(review_page, version=version)})
                    return next(iter(page.files.values()))
                problems = known.built.problems
            return broken_page(planned, problems, self.language, version)


def _known(planned: PlannedUnit, stamp: Stamp | None, known: Known | None, builder: Builder) -> Known:
    """What is known of a unit, where its file is as it was; otherwise what becomes of it."""
    return known if known and known.stamp == stamp else Known(stamp, builder.build(planned))


def _outside(planned: PlannedUnit) -> list[Problem]:
    """A problem where a workspace's unit file is a link to a file that lies outside of it: that is not shown."""
    if planned.root is None or planned.file.resolve().is_relative_to(planned.root.resolve()):
        return []
    fix = "copy the file itself into the folder"
    return [Problem(Place(show(planned.file)), "outside-workspace", "is a link to a file outside the workspace", fix)]


def _by_key(planned: Iterable[PlannedUnit]) -> dict[str, PlannedUnit]:
    """The units by their names in addresses: the unit file's, with a number where two have one."""
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
    key: str, planned: PlannedUnit, unit: Known | None, compared: Iterable[Problem], near: tuple[str, float] | None
) -> Entry:
    problems = [*unit.built.problems, *compared] if unit else _outside(planned)
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
        alike=near[1] if near else None,
        alike_key=near[0] if near else "",
    )


def _state(unit: Known | None, counts: Mapping[Severity, int]) -> State:
    """What is left to do: hints are nothing to wait for."""
    if unit is None or unit.built.manuscript is None:
        return "broken"
    return "errors" if counts.get("error") else "warnings" if counts.get("warning") else "ready"
