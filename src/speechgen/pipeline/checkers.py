"""The checkers of a run: one per workspace, with the names of all its units."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.model import UNITS, show, unit_files
from speechgen.reading import read_bytes
from speechgen.workspace import load_unit, unit_context

if TYPE_CHECKING:
    from speechgen.checks import Checker, Comparison
    from speechgen.pipeline.plan import PlannedUnit


def with_checkers(
    planned: Sequence[PlannedUnit],
) -> tuple[list[PlannedUnit], Mapping[Path | None, Checker]]:
    """The plan with the content of its unit files, and the checkers by workspace folder.

    All unit files of each workspace are read, once, as their names must not be in each other's speeches. Raises
    SpeechgenError if a workspace's settings have problems.
    """
    from speechgen.checks import Checker, other_units

    contents: dict[str, bytes] = {}
    checkers: dict[Path | None, Checker] = {}
    loose = [each.unit for each in planned if each.workspace is None and each.unit is not None]
    for each in planned:
        if each.root in checkers:
            continue
        files = unit_files(each.root / UNITS) if each.root else list(dict.fromkeys(loose))
        names = {show(path): content for path in files if (content := _read(path, contents)) is not None}
        checkers[each.root] = Checker.of(each.workspace, other_units(names) if len(files) > 1 else None)
    return [
        each._replace(content=contents.get(os.path.abspath(each.unit))) if each.unit else each for each in planned
    ], checkers


def compare_other_years(comparison: Comparison) -> None:
    """Add the figures of the unit files in the folders that the setting `compare` lists."""
    from speechgen.checks import exact_metrics, unit_facts

    for checker in comparison.checkers.values():
        for folder in checker.settings.compare if checker.root else ():
            for path in unit_files(Path(checker.root or "", folder)):
                with suppress(Exception):  # these files are not checked themselves
                    facts = unit_facts(unit_context(load_unit(path), None))
                    comparison.add_metrics(show(path), exact_metrics(facts))


def _read(path: Path, contents: dict[str, bytes]) -> bytes | None:
    """The content of a unit file; None if it cannot be read, which is reported when the unit is built."""
    key = os.path.abspath(path)
    if key not in contents:
        with suppress(Exception):
            content, _ = read_bytes(path, show(path))
            if content is not None:
                contents[key] = content
    return contents.get(key)
