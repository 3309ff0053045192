"""Many units: compared with the minimal script and jinja2-cli; growth of time and memory."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row, program, run, side_by_side
from benchmarks.units import write_floor, write_workspace

_SINGLES = 20  # jinja2-cli processes that are measured; their time is extrapolated to all units
_HERE = Path(__file__).parent


def rows(scratch: Path, few: int, many: int) -> Iterator[Row]:
    """The rows for `few` and for `many` units."""
    workspace, floor = scratch / "batch", scratch / "floor"
    write_workspace(workspace, few)
    write_floor(workspace, floor)
    check = [program("speechgen"), "generate"]
    generate = [*check, "--no-check"]
    bare = [sys.executable, str(_HERE / "floor.py"), str(floor)]

    numbers = itertools.count()
    taken = side_by_side(
        {
            "ours": lambda: run([*generate, "-o", f"out{next(numbers)}"], workspace),
            "floor": lambda: run([*bare, f"out{next(numbers)}"], floor),
            "rules": lambda: run([*check, "-o", f"out{next(numbers)}"], workspace),
        },
        runs=5,
    )
    _same_words(workspace / "out0", floor / "out1", few)
    ours, memory = taken["ours"]
    job = f"{few:,} units, Markdown and text"
    yield Row(job, "speechgen generate --no-check", ours, 1, memory)
    seconds, peak = taken["floor"]
    yield Row(job, "floor: C loader, bare Jinja, plain write", seconds, seconds / ours, peak)
    checked, most = taken["rules"]
    share = f"{seconds / checked:.2f} of the floor's speed"
    yield Row(job, f"speechgen generate: all rules; {share}", checked, checked / ours, most)
    units = sorted((floor / "units").iterdir())[:_SINGLES]
    cli = program("jinja2")
    each = sum(run([cli, "speech.txt.j2", str(unit), "--format=yaml", "-o", "one.txt"], floor)[0] for unit in units)
    seconds = each / len(units) * few
    yield Row(job, f"jinja2-cli, a process per unit, text only ({len(units)} measured)", seconds, seconds / ours)

    workspace = scratch / "large"
    write_workspace(workspace, many)
    seconds, peak = run(generate, workspace)
    yield Row(
        f"{many:,} units",
        f"speechgen generate --no-check; memory {peak / memory:.2f}× that of {few:,}",
        seconds,
        seconds / ours,
        peak,
    )
    seconds, peak = run([*check, "-o", "checked"], workspace)
    yield Row(
        f"{many:,} units",
        f"speechgen generate: all rules; memory {peak / most:.2f}× that of {few:,}",
        seconds,
        seconds / ours,
        peak,
    )


def _same_words(ours: Path, floor: Path, number: int) -> None:
    """Raise RuntimeError if the two programs did not write the same text files."""
    texts = sorted(ours.glob("*.txt"))
    if len(texts) != number:
        raise RuntimeError(f"{len(texts)} speeches of {number}")
    for path in texts:
        if path.read_bytes().split() != (floor / path.name).read_bytes().split():
            raise RuntimeError(f"{path.name}: the minimal script wrote other text")
