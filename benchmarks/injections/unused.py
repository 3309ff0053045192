"""Values that the speech does not use, and parts that are not printed: `unused`.

Independently of the rule, a value counts as used if changing it changes the rendered speech.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.injections.clean import TEMPLATES
from benchmarks.injections.workspaces import Expected, ReportedProblem, copy_workspace
from speechgen import load_template, load_unit, render
from speechgen.model.problem import SpeechgenError
from speechgen.reading.schema import value_at
from speechgen.template import Template
from speechgen.workspace.unit import Unit


def metric_added(folder: Path, rng: Random) -> list[Expected]:
    """A metric was entered for a part that this unit's speech does not have."""
    expected = []
    for path in copy_workspace(folder):
        unit = load_unit(path)
        template = _template(unit)
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        before = render(template, unit).text
        names = [name for name in template.manifest.metrics if name not in values["metrics"]]
        for name in rng.sample(names, len(names)):
            change = template.manifest.metrics[name].change
            changed = {**values, "metrics": {**values["metrics"], name: {"before": 61, "after": 40} if change else 61}}
            _write(path, changed)
            if _text(template, path) == before:
                expected.append(_at(path, ["metrics", name], "metric-added"))
                break
            _write(path, values)
    return expected


def part_taken_out(folder: Path, rng: Random) -> list[Expected]:
    """A part was removed, but the values that only it uses were left in the unit file."""
    expected = []
    for path in copy_workspace(folder):
        unit = load_unit(path)
        template = _template(unit)
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        used = _used_paths(template, path, values)
        for list_name in rng.sample(["evaluation", "recommendations"], 2):
            if len(values[list_name]) > 2:
                shorter = [*values[list_name]]
                del shorter[rng.randrange(len(shorter))]
                _write(path, {**values, list_name: shorter})
                if _text(template, path) is not None:
                    still = _used_paths(template, path, {**values, list_name: shorter})
                    gone = [each for each in used if each not in still and each[0] not in {list_name, "unit"}]
                    expected += [_at(path, each, "part-taken-out") for each in gone]
                    break
                _write(path, values)
    return expected


def part_nowhere(folder: Path, rng: Random) -> list[Expected]:
    """A user's template prints only the first two recommendations, or none."""
    paths = copy_workspace(folder)
    own = folder / "templates/own-summary"
    shutil.copytree(TEMPLATES / "mass-line-summary", own)
    shutil.copytree(TEMPLATES / "common", folder / "templates/common")
    (own / "example.yaml").unlink()
    speech = own / "speech.md.j2"
    printed = rng.randrange(2) * 2
    call = '{{ points(recommendations, "要") }}'
    new = call.replace("recommendations", "recommendations[:2]") if printed else ""
    speech.write_text(speech.read_text(encoding="utf-8").replace(call, new), encoding="utf-8")
    settings = folder / "speechgen.yaml"
    text = settings.read_text(encoding="utf-8").replace("template: mass-line-summary", "template: own-summary")
    settings.write_text(text, encoding="utf-8")
    expected = []
    for path in paths:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        for index in range(printed, len(values["recommendations"])):
            expected.append(_at(path, ["recommendations", index], "part-nowhere"))
    return expected


def _used_paths(template: Template, path: Path, values: dict[str, Any]) -> list[list[str | int]]:
    """The paths of the values that change the speech when they are changed."""
    scratch = path.with_name("scratch.yaml")
    _write(scratch, values)
    before = _text(template, scratch)
    used = []
    for each in _paths(values, []):
        _write(scratch, _changed(values, each))
        if _text(template, scratch) != before:
            used.append(each)
    scratch.unlink()
    return used


def _paths(value: Any, path: list[str | int]) -> Iterator[list[str | int]]:  # any YAML
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _paths(below, [*path, key])
    elif isinstance(value, list):
        for index, below in enumerate(value):
            if not isinstance(below, str) or path[0] not in {"evaluation", "recommendations"} or len(path) > 1:
                yield from _paths(below, [*path, index])
    elif not isinstance(value, bool):
        yield path


def _changed(value: Any, path: list[str | int]) -> Any:  # any YAML
    if path:
        copy: Any = dict(value) if isinstance(value, dict) else list(value)
        copy[path[0]] = _changed(value[path[0]], path[1:])
        return copy
    if isinstance(value, str):
        return value + "甲乙"
    return value - datetime.timedelta(days=1) if isinstance(value, datetime.date) else value * 2 + 1


def _template(unit: Unit) -> Template:
    name, base = unit.template
    return load_template(name, base=base)


def _text(template: Template, path: Path) -> str | None:
    try:
        return render(template, load_unit(path)).text
    except SpeechgenError:
        return None


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _at(path: Path, steps: list[str | int], kind: str) -> Expected:
    value = value_at(load_unit(path).own, steps)
    line = value.place.line if value else 0
    # The rule may report a metric at its own line, which is above those of before and after.
    first = line - 2 if steps[-1] in {"before", "after"} else line - 1

    def is_found(reported: ReportedProblem) -> bool:
        return Path(reported["file"]).name == path.name and first <= reported["line"] <= line

    return Expected("unused", kind, f"{path.name}:{line}: {'.'.join(map(str, steps))}", is_found)
