"""Time and peak memory of whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One row of the table: time of a whole process, its peak memory in MiB, and its time relative to speechgen's."""

    job: str
    program: str
    seconds: float
    ratio: float
    mebibytes: float | None = None

    def cells(self) -> str:
        """The row in Markdown."""
        spent = f"{self.seconds:.2f} s" if self.seconds >= 1 else f"{self.seconds * 1000:.0f} ms"
        memory = "" if self.mebibytes is None else f"{self.mebibytes:.0f} MiB"
        return f"| {self.job} | {self.program} | {spent} | {memory} | {self.ratio:.2f}× |"


def program(name: str) -> str:
    """The path of a program in this virtual environment."""
    return str(Path(sys.executable).parent / name)


def run(
    command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None, *, allowed: Container[int] = (0,)
) -> tuple[float, float]:
    """Run `command`. Return its time in seconds and the peak memory of its largest process in MiB.

    Raises RuntimeError with its output if its exit status is not in `allowed`, so that failures are not measured.
    """
    # Without compiled modules, Python's compiler would be measured.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    finished = subprocess.run(
        [sys.executable, "-S", "-c", _WAIT, *command],
        cwd=cwd,
        env={**inherited, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if finished.returncode not in allowed:
        raise RuntimeError(f"{' '.join(command)}:\n{finished.stdout}{finished.stderr}")
    seconds, peak = finished.stdout.splitlines()[-1].split()
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, KiB elsewhere
    return float(seconds), int(peak) / unit


# Linux includes the memory before `exec` in the peak, so a small process starts the others.
_WAIT = """
import os, sys, time
begun = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - begun
print(f"\\n{seconds} {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
"""


def side_by_side(
    commands: Mapping[str, Callable[[], tuple[float, float]]], runs: int
) -> dict[str, tuple[float, float]]:
    """The median seconds and MiB of each command. The commands take turns, so that load affects them equally."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(command())
    return {
        name: (statistics.median(each[0] for each in results), statistics.median(each[1] for each in results))
        for name, results in taken.items()
    }
