"""One unit, the whole process: the time a user waits."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.measure import Row, program, run, side_by_side
from benchmarks.units import write_floor, write_workspace

_HERE = Path(__file__).parent
_IMPORTS = "import typer, jinja2, yaml"  # the process of one unit shall take at most 1.5 times as long


def rows(scratch: Path, runs: int) -> Iterator[Row]:
    """The rows for speechgen, the minimal script, jinja2-cli, cookiecutter, copier, and speechgen with typer 0.29."""
    workspace, floor = scratch / "one", scratch / "one-floor"
    write_workspace(workspace, 1)
    write_floor(workspace, floor)
    unit = "units/unit00000.yaml"
    _cookiecutter_template(floor, scratch / "cookie")
    _copier_template(floor, scratch / "copier")
    newer = _typer_29(scratch / "typer-0.29")
    numbers = itertools.count()

    def into() -> str:
        return f"out{next(numbers)}"

    def jinja2(suffix: str) -> tuple[float, float]:
        return run([program("jinja2"), f"speech.{suffix}.j2", unit, "--format=yaml", "-o", f"one.{suffix}"], floor)

    generate = [program("speechgen"), "generate", unit, "-o"]
    taken = side_by_side(
        {
            "speechgen": lambda: run([*generate, into()], workspace),
            "speechgen generate --no-check": lambda: run([*generate, into(), "--no-check"], workspace),
            "floor: typer, jinja2 and yaml, imported and nothing else": lambda: run(
                [sys.executable, "-c", _IMPORTS], floor
            ),
            "floor: typer, jinja2 and yaml, the same arguments, a render": lambda: run(
                [sys.executable, str(_HERE / "floor_single.py"), "generate", unit, "-o", into()], floor
            ),
            "speechgen, text only": lambda: run([*generate, into(), "-f", "txt"], workspace),
            "jinja2-cli, text only": lambda: jinja2("txt"),
            "jinja2-cli, Markdown and text: a process each": lambda: _sum(jinja2("txt"), jinja2("md")),
            "cookiecutter": lambda: run([program("cookiecutter"), "--no-input", "cookie", "-o", into()], scratch),
            "copier": lambda: run([program("copier"), "copy", "-q", "--defaults", "copier", into()], scratch),
            "speechgen with typer 0.29": lambda: run([*generate, into()], workspace, {"PYTHONPATH": str(newer)}),
        },
        runs,
    )
    ours = taken["speechgen"][0]
    for name, (seconds, memory) in taken.items():
        yield Row("one unit, the whole process", name, seconds, seconds / ours, memory)


def _sum(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """The total of two processes, one after the other."""
    return first[0] + second[0], max(first[1], second[1])


def _words(floor: Path) -> dict[str, str]:
    values = yaml.safe_load((floor / "units/unit00000.yaml").read_text(encoding="utf-8"))
    words: dict[str, str] = values["words"]
    return words


def _cookiecutter_template(floor: Path, folder: Path) -> None:
    project = folder / "{{cookiecutter.folder}}"
    project.mkdir(parents=True)
    (folder / "cookiecutter.json").write_text(json.dumps({"folder": "speech", **_words(floor)}), encoding="utf-8")
    for suffix in ("md", "txt"):
        text = (floor / f"speech.{suffix}.j2").read_text(encoding="utf-8").replace("words.", "cookiecutter.")
        (project / f"speech.{suffix}").write_text(text, encoding="utf-8")


def _copier_template(floor: Path, folder: Path) -> None:
    folder.mkdir()
    questions = {name: {"type": "str", "default": words} for name, words in _words(floor).items()}
    (folder / "copier.yml").write_text(yaml.safe_dump(questions, allow_unicode=True), encoding="utf-8")
    for suffix in ("md", "txt"):
        text = (floor / f"speech.{suffix}.j2").read_text(encoding="utf-8").replace("words.", "")
        (folder / f"speech.{suffix}.jinja").write_text(text, encoding="utf-8")


def _typer_29(folder: Path) -> Path:
    """A folder with typer 0.29, which starts more slowly. Once its row is no slower, remove the version bound."""
    install = [sys.executable, "-m", "pip", "install", "-q", "--target", str(folder), "typer==0.29.*"]
    subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    return folder
