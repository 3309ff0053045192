"""Defects that show only in unit files or among several speeches: `unused`, `alike`, and `figure` across units.

They go through the command line, as a workspace does: `speechgen check --json` in a folder of their own.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypedDict

from benchmarks.injections.clean import TEMPLATES, WORKSPACE
from benchmarks.injections.tally import Miss, Tally


class Told(TypedDict):
    """A problem in the command's JSON, as far as it is looked at here."""

    file: str
    line: int
    severity: str
    code: str
    message: str


class Expected(NamedTuple):
    """A defect that was put into a folder, and what finds it."""

    code: str
    kind: str
    name: str
    is_found: Callable[[Told], bool]


Prepare = Callable[[Path, Random], list[Expected]]


def tallies(prepared: Mapping[str, Sequence[Prepare]], codes: Sequence[str], seed: int, rounds: int) -> Iterator[Tally]:
    """The injections into copies of the example workspace and of the corpus, rule by rule."""
    for code in codes:
        for prepare in prepared.get(code, ()):
            for number in range(rounds):
                with tempfile.TemporaryDirectory(prefix="speechgen-quality-") as folder:
                    expected = prepare(Path(folder), Random(seed + number))  # noqa: S311  # no secret
                    yield _judged(code, expected, check(Path(folder)))


def false_problems(codes: Sequence[str]) -> list[Told]:
    """What these rules say of the example workspace and of the templates' examples as they are."""
    found: list[Told] = []
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
    return [told for told in found if told["code"] in codes]


def copy_workspace(folder: Path) -> list[Path]:
    """The example workspace, copied; its unit files."""
    shutil.copytree(WORKSPACE, folder, ignore=shutil.ignore_patterns("speeches"), dirs_exist_ok=True)
    return sorted((folder / "units").glob("*.yaml"))


def check(folder: Path, *names: str) -> list[Told]:
    """What `speechgen check` says in a folder. Raises RuntimeError where the command itself fails."""
    command = [sys.executable, "-m", "speechgen", "check", "--json", *names]
    if not names and not (folder / "speechgen.yaml").exists():
        command.append(".")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1} or not done.stdout:
        raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")
    problems: list[Told] = json.loads(done.stdout)["problems"]
    return problems


def _judged(code: str, expected: Sequence[Expected], told: Sequence[Told]) -> Tally:
    tally = Tally(code)
    own = [each for each in told if each["code"] == code]
    for each in expected:
        if any(each.is_found(problem) for problem in own):
            tally.count(each.kind, None)
        else:
            others = [f"{problem['file']}:{problem['line']}: {problem['message']}" for problem in told]
            related = [words for words in others if each.name.partition(":")[0] in words]
            tally.count(each.kind, Miss(each.name, each.kind, each.name, related or others))
    return tally
