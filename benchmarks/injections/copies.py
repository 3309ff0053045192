"""Speeches copied from another unit: `alike`, and `figure` if all metrics are another unit's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.injections.clean import CORPUS, Clean, speeches
from benchmarks.injections.workspaces import Expected, Prepare, ReportedProblem, copy_workspace
from speechgen import load_template, load_unit, render
from speechgen.model.problem import SpeechgenError

# For each copy, the name of another unit of the same form, its short name and its head. 市民营企业协会 is left out: its
# speech has so little text of its own that a copy with another name and three new figures is not similar.
_NAMES = {
    "市中级人民法院": ("市铁路运输法院", "市铁法院", "高卫平"),
    "市人民医院": ("市妇幼保健院", "市妇保院", "孙立文"),
    "市城投集团": ("市交通建设开发集团有限公司", "市交建集团", "胡长青"),
    "市环境保护局": ("市交通运输局", "市交通局", "姚立本"),
    "市第一中学": ("市第六中学", "市六中", "方亚琴"),
    "梧桐里社区": ("翠柳湾社区", "翠柳湾", "许桂芬"),
    "青石镇": ("白鹤镇", "白鹤", "韦家明"),
}
_Values = dict[str, Any]  # a unit file's YAML
Alter = Callable[[_Values, Random], None]


def _nothing(values: _Values, rng: Random) -> None:
    """Only the names and the date were changed."""


def _few_figures(values: _Values, rng: Random) -> None:
    """A few figures were updated."""
    for name in rng.sample(sorted(values["metrics"]), min(2, len(values["metrics"]) // 2)):
        figure = values["metrics"][name]
        if isinstance(figure, dict):
            whole = isinstance(figure["after"], int)
            figure["after"] = int(figure["after"] * 0.8) if whole else round(figure["after"] * 0.8, 1)
        elif name != "satisfaction":
            values["metrics"][name] = figure + rng.randrange(3, 9)


def _reordered(values: _Values, rng: Random) -> None:
    """The points were reordered, and a few figures updated."""
    _few_figures(values, rng)
    values["evaluation"].reverse()
    values["recommendations"].reverse()


def _point_less(values: _Values, rng: Random) -> None:
    """A recommendation was removed, and a few figures updated."""
    _few_figures(values, rng)
    if len(values["recommendations"]) > 2:
        del values["recommendations"][rng.randrange(len(values["recommendations"]))]


def _point_more(values: _Values, rng: Random) -> None:
    """A point was added, and a few figures updated."""
    _few_figures(values, rng)
    title = rng.choice(["带好队伍，年轻人有了奔头", "管好家底，账目清清楚楚"])
    values["evaluation"].append({"title": title, "text": "新来的同志有人带，老同志有人请教。"})


def _copied(alter: Alter) -> Prepare:
    kind = alter.__name__.strip("_").replace("_", "-")

    def prepare(folder: Path, rng: Random) -> list[Expected]:
        expected = []
        for path in [path for path in copy_workspace(folder) if path.stem in _NAMES]:
            values = _renamed(path)
            values["dates"]["meeting"] = f"2014-10-{rng.randrange(20, 31)}"
            alter(values, rng)
            expected.append(_pair("alike", kind, path, _written(values, path)))
        return expected

    return prepare


def _renamed(path: Path) -> _Values:
    """The values of a unit file, with the names of another unit of the same form."""
    name, short, head = _NAMES[path.stem]
    text = path.read_text(encoding="utf-8")
    own = yaml.safe_load(text)["unit"]
    for old, new in ((own["name"], name), (own.get("short", own["name"]), short), (own["head"]["name"], head)):
        text = text.replace(old, new)
    values: _Values = yaml.safe_load(text)
    values["unit"]["aliases"] = [short]
    return values


def _written(values: _Values, path: Path) -> Path:
    """The unit file with these values, next to `path`."""
    file = path.with_name(f"{values['unit']['name']}.yaml")
    file.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def same_wordings(folder: Path, rng: Random) -> list[Expected]:
    """A unit chose another's parts in the same wordings. All figures are its own, and so are its own points."""
    expected = []
    for path in [path for path in copy_workspace(folder) if path.stem in _NAMES]:
        wordings = {name: rng.randrange(1, count + 1) for name, count in _wording_counts(path).items()}
        with path.open("a", encoding="utf-8") as file:
            file.write(yaml.safe_dump({"wordings": wordings}, allow_unicode=True))
        values, times = _renamed(path), rng.choice([2, 3])
        for name, figure in values["metrics"].items():
            if isinstance(figure, int) and name != "satisfaction":
                values["metrics"][name] = figure * times
        for list_name in ("evaluation", "recommendations"):
            values[list_name] = [each for each in values[list_name] if not (isinstance(each, dict) and "text" in each)]
        _point_more(values, rng)
        expected.append(_pair("alike", "same-wordings", path, _written(values, path)))
    return expected


def _wording_counts(path: Path) -> dict[str, int]:
    name, base = load_unit(path).template
    return dict(load_template(name, base=base).wording_counts)


def edited_copies(folder: Path, rng: Random) -> list[Expected]:
    """An edited speech was reused for another unit: other names, a few other figures, one paragraph removed."""
    expected = []
    for clean in speeches():
        if clean.template is None:
            original = folder / Path(clean.name).name
            shutil.copy(CORPUS / original.name, original)
            copy = original.with_stem(original.stem + "-again")
            copy.write_text(_rewritten(clean, rng), encoding="utf-8")
            expected.append(_pair("alike", "finished", original, copy))
    return expected


def _rewritten(clean: Clean, rng: Random) -> str:
    text = clean.text
    for name in sorted(clean.facts.unit, key=len, reverse=True):
        text = text.replace(name, "临江" + name[2:] if len(name) > 3 else name)
    for person in clean.facts.people:
        text = text.replace(person.name, person.name[0] + rng.choice(["建国", "晓东", "文华"]))
    lines = text.split("\n")
    long = [index for index, line in enumerate(lines) if len(line) > 60]
    del lines[rng.choice(long[2:])]
    figures = list(re.finditer(r"\d{2,3}", "\n".join(lines)))
    text = "\n".join(lines)
    for match in sorted(rng.sample(figures, min(6, len(figures))), key=re.Match.start, reverse=True):
        text = text[: match.start()] + str(int(match[0]) + rng.randrange(1, 9)) + text[match.end() :]
    return text


def same_figures(folder: Path, rng: Random) -> list[Expected]:
    """All metrics of a unit are another unit's: the file was copied, and the figures were never changed."""
    paths = copy_workspace(folder)
    expected = []
    rng.shuffle(paths)
    for given, taken in zip(paths[::2], paths[1::2], strict=True):
        metrics = yaml.safe_load(given.read_text(encoding="utf-8"))["metrics"]
        before = taken.read_text(encoding="utf-8")
        values = {**yaml.safe_load(before), "metrics": metrics}
        taken.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
        unit = load_unit(taken)
        name, base = unit.template
        try:
            render(load_template(name, base=base), unit)
        except SpeechgenError:
            taken.write_text(before, encoding="utf-8")
        else:
            expected.append(_pair("figure", "another-unit's", given, taken))
    return expected


def _pair(code: str, kind: str, original: Path, copy: Path) -> Expected:
    """The expected problem: one for either file whose message names the other file."""

    def is_found(reported: ReportedProblem) -> bool:
        file = Path(reported["file"]).stem
        return (file == copy.stem and original.stem in reported["message"]) or (
            file == original.stem and copy.stem in reported["message"]
        )

    return Expected(code, kind, copy.stem, is_found)


ALIKE: tuple[Prepare, ...] = (
    *(_copied(alter) for alter in (_nothing, _few_figures, _reordered, _point_less, _point_more)),
    edited_copies,
    same_wordings,
)
