"""Defects in unit files or between several speeches: `unused`, `alike`, and `figure` across units.

They are checked through the command line, with `speechgen check --json` in a temporary folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypedDict

from benchmarks.injections import detectors
from benchmarks.injections.clean import ROOT, TEMPLATES, WORKSPACE
from benchmarks.injections.tally import Miss, Tally


class ReportedProblem(TypedDict):
    """The fields of a problem in the command's JSON that are used here."""

    file: str
    line: int
    severity: str
    code: str
    message: str


class Expected(NamedTuple):
    """A defect in a folder, and a test whether a problem reports it."""

    code: str
    kind: str
    name: str
    is_found: Callable[[ReportedProblem], bool]


Prepare = Callable[[Path, Random], list[Expected]]


def tallies(prepared: Mapping[str, Sequence[Prepare]], codes: Sequence[str], seed: int, rounds: int) -> Iterator[Tally]:
    """Yield the tallies of injections into copies of the example workspace and of the corpus, by rule."""
    for code in codes:
        for prepare in prepared.get(code, ()):
            for number in range(rounds):
                with tempfile.TemporaryDirectory(prefix="speechgen-quality-") as folder:
                    expected = prepare(Path(folder), Random(seed + number))  # noqa: S311  # no secret
                    yield _tally(code, expected, check(Path(folder)))


def false_problems(codes: Sequence[str]) -> list[ReportedProblem]:
    """The problems of these rules in the unchanged example workspace and in the templates' examples."""
    found: list[ReportedProblem] = []
    if not codes:
        return found
    with tempfile.TemporaryDirectory(prefix="speechgen-quality-") as folder:
        copy_workspace(Path(folder) / "workspace")
        found += check(Path(folder) / "workspace")
        examples = Path(folder) / "examples"
        examples.mkdir()
        for path in TEMPLATES.glob("*/example.yaml"):
            shutil.copy(path, examples / f"{path.parent.name}.yaml")
        found += check(examples, *sorted(path.name for path in examples.iterdir()))
    return [reported for reported in found if reported["code"] in codes]


def copy_workspace(folder: Path) -> list[Path]:
    """Copy the example workspace. Return its unit files."""
    shutil.copytree(WORKSPACE, folder, ignore=shutil.ignore_patterns("speeches"), dirs_exist_ok=True)
    return sorted((folder / "units").glob("*.yaml"))


def check(folder: Path, *names: str) -> list[ReportedProblem]:
    """The problems that `speechgen check` reports in a folder. Raises RuntimeError if the command itself fails."""
    program = "benchmarks.injections.recorded_check" if detectors.is_recording() else "speechgen"
    command = [sys.executable, "-m", program, "check", "--json", *names]
    if not names and not (folder / "speechgen.yaml").exists():
        command.append(".")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1} or not done.stdout:
        raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")
    if detectors.is_recording():
        detectors.add_recorded(json.loads(done.stderr.strip().split("\n")[-1]))
    problems: list[ReportedProblem] = json.loads(done.stdout)["problems"]
    return problems


def _tally(code: str, expected: Sequence[Expected], reported: Sequence[ReportedProblem]) -> Tally:
    tally = Tally(code)
    own = [each for each in reported if each["code"] == code]
    for each in expected:
        found = [problem["message"] for problem in own if each.is_found(problem)]
        tally.by_detector += detectors.finds(found)
        if found:
            tally.count(each.kind, None)
        else:
            others = [f"{problem['file']}:{problem['line']}: {problem['message']}" for problem in reported]
            related = [words for words in others if each.name.partition(":")[0] in words]
            tally.count(each.kind, Miss(each.name, each.kind, each.name, related or others))
    return tally
