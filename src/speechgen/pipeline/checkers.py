"""The checkers of a run: one per workspace, with the names of all its units."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, SupportsBytes

from speechgen.formats import shows_comparison
from speechgen.model import UNITS, show, unit_files
from speechgen.pipeline.plan import PlannedUnit, Workspaces, plan_units
from speechgen.pipeline.unit_contents import UnitContents
from speechgen.reading import read_bytes
from speechgen.workspace import load_unit, unit_context

if TYPE_CHECKING:
    from speechgen.checks import Checker, Comparison


class Prepared(NamedTuple):
    """A plan whose unit files have been read, the workspaces' other units, and the checkers by workspace folder."""

    planned: list[PlannedUnit]
    others: list[PlannedUnit]
    checkers: Mapping[Path | None, Checker]


def prepare(planned: Sequence[PlannedUnit]) -> Prepared:
    """Read the unit files of a plan and of its workspaces, and make the checkers.

    All units of a workspace are read, since a speech must not have another unit's name. Raises SpeechgenError if a
    workspace's settings have problems.
    """
    from speechgen.checks import Checker

    # A review page is compared with the workspace's other units too, which are read below.
    shows_others = any(shows_comparison(name) for each in planned if each.output for name in each.output.formats)

    contents = UnitContents()
    checkers: dict[Path | None, Checker] = {}
    others: list[PlannedUnit] = []
    loose = [each.unit for each in planned if each.workspace is None and each.unit is not None]
    given = {os.path.abspath(each.file) for each in planned}
    for each in planned:
        if each.root in checkers:
            continue
        files = unit_files(each.root / UNITS) if each.root else list(dict.fromkeys(loose))
        names = {show(path): content for path in files if (content := _read(path, contents)) is not None}
        compares = len(planned) > 1 or (shows_others and len(files) > 1)
        known = None
        if len(files) > 1:
            from speechgen.checks import names_of_units

            known = names_of_units(names)
        checkers[each.root] = Checker.of(each.workspace, known, compares=compares)
        if each.workspace:
            rest = [path for path in files if os.path.abspath(path) not in given]
            others += plan_units(rest, workspaces=Workspaces([each.workspace]))
    return Prepared(
        [_with_content(each, contents) for each in planned],
        [_with_content(each, contents) for each in others],
        checkers,
    )


@contextmanager
def comparison_of(checkers: Mapping[Path | None, Checker]) -> Iterator[Comparison | None]:
    """The comparison of the speeches of a run; None if it has one speech, which is compared with no other."""
    if not any(checker.compares for checker in checkers.values()):
        yield None
        return
    from speechgen.checks import Comparison

    with closing(Comparison(checkers)) as comparison:
        compare_other_years(comparison)
        yield comparison


def compare_other_years(comparison: Comparison) -> None:
    """Add the figures of the unit files in the folders that the setting `compare` lists."""
    from speechgen.checks import exact_metrics, unit_facts

    for checker in comparison.checkers.values():
        for folder in checker.settings.compare if checker.root else ():
            for path in unit_files(Path(checker.root or "", folder)):
                with suppress(Exception):  # these files are not checked themselves
                    facts = unit_facts(unit_context(load_unit(path), None))
                    comparison.add_metrics(show(path), exact_metrics(facts))


def _read(path: Path, contents: UnitContents) -> SupportsBytes | None:
    """The content of a unit file; None if it cannot be read, which is reported when the unit is built."""
    key = os.path.abspath(path)
    if contents.get(key) is None:
        with suppress(Exception):
            content, _ = read_bytes(path, show(path))
            if content is not None:
                contents.add(key, content)
    return contents.get(key)


def _with_content(planned: PlannedUnit, contents: UnitContents) -> PlannedUnit:
    if planned.unit is None:
        return planned
    return planned._replace(content=contents.get(os.path.abspath(planned.unit)))
