"""Defects in the values of unit files: `name-post`, `foreign-unit`, `near-name`, `level`, `figure` and `markup`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.injections.workspaces import Expected, Prepare, ReportedProblem, copy_workspace

_Values = dict[str, Any]  # a unit file's YAML
# The words of the value that now has the defect; None if this unit file cannot have it.
Alter = Callable[[_Values, Sequence[_Values], Random], "str | None"]

_SOUNDS = {"正": "政", "明": "鸣", "振": "震", "小": "晓", "文": "雯", "瑾": "谨", "秀": "绣", "海": "梅"}
_WRONG_KINDS = {"局": "全校", "院": "全镇", "镇": "全院", "中学": "全局", "社区": "全院", "公司": "全校"}
_WRONG_BODIES = {"局": "校党委", "镇": "镇党组", "中学": "院党委", "医院": "局党组", "法院": "局党组", "社区": "镇党委"}


def _other_spelling(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The head and the host are one person, but one of the two names has a homophone."""
    name = values["host"]["name"]
    wrong = next((name.replace(right, sound) for right, sound in _SOUNDS.items() if right in name[1:]), None)
    values["host"]["name"] = wrong or name
    return wrong


def _predecessor(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The host's post is the head's, the name is that of the head before."""
    values["host"]["name"] = rng.choice(["赵国庆", "周晓红", "吴天成", "孙立军"])
    return str(values["host"]["name"])


def _other_head(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The host is the head of the unit whose file was copied."""
    values["host"]["name"] = rng.choice(others)["unit"]["head"]["name"]
    return str(values["host"]["name"])


def _other_unit(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """A text has the name of the unit whose file was copied."""
    name = rng.choice(others)["unit"]["name"]
    values["evaluation"].append({"title": "整改有回音", "text": f"{name}的同志把每一件事都办到了群众家门口。"})
    return str(name)


def _other_unit_unused(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The same in a value that no chosen part uses."""
    values["special_campaign"] = f"{rng.choice(others)['unit']['name']}作风专项整治"
    return str(values["special_campaign"])


def _misspelt(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The unit's name is misspelt in a value that no chosen part uses."""
    name = values["unit"]["name"]
    at = len(name) // 2
    values["special_campaign"] = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}作风专项整治"
    return str(values["special_campaign"]) if name[at] != name[at + 1] and len(name) > 4 else None


def _misspelt_person(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The head's name is misspelt in a value that no chosen part uses."""
    name = values["unit"]["head"]["name"]
    wrong = next((name.replace(right, sound) for right, sound in _SOUNDS.items() if right in name[1:]), None)
    values["special_campaign"] = f"{wrong}同志牵头的专项整治"
    return str(values["special_campaign"]) if wrong else None


def _wrong_whole(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """全校 in the file of a bureau: the file was copied, and this value was left."""
    return _by_ending(values, _WRONG_KINDS, "unit", "whole")


def _wrong_body(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """The leading body of another kind of unit, or a 党组 in a town, which has a 党委."""
    return _by_ending(values, _WRONG_BODIES, "leading_body", "name")


def _by_ending(values: _Values, words: dict[str, str], key: str, field: str) -> str | None:
    wrong = next((word for end, word in words.items() if values["unit"]["name"].endswith(end)), None)
    values[key][field] = wrong or values[key].get(field)
    return wrong


def _markdown(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """A text was copied from a program that writes Markdown."""
    text = rng.choice(
        [
            "**办事不再来回跑**，一扇窗口就能办结。",
            "## 办事不再来回跑\n一扇窗口就能办结。",
            "- 办事不再来回跑\n- 一扇窗口就能办结",
            "办事不再来回跑，见[通知](https://example.org/tongzhi)。",
            "办事不再来回跑<br>一扇窗口就能办结。",
            "| 事项 | 天数 |\n|---|---|\n| 迁户 | 3 |",
        ]
    )
    values["evaluation"].append({"title": "办事方便了", "text": text})
    return text.split("\n")[0]


def _markdown_title(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """A title with marks of emphasis."""
    title = rng.choice(["**办事方便了**", "# 办事方便了", "~~办事方便了~~", "`办事`方便了"])
    values["evaluation"].append({"title": title, "text": "一扇窗口就能办结，群众不再来回跑。"})
    return title


def _nothing_changed(values: _Values, others: Sequence[_Values], rng: Random) -> str | None:
    """Last year's figures were entered twice."""
    changes = [metric for metric in values["metrics"].values() if isinstance(metric, dict)]
    for metric in changes:
        metric["after"] = metric["before"]
    return "" if len(changes) > 1 else None


def _prepared(code: str, alter: Alter) -> Prepare:
    kind = f"file-{alter.__name__.strip('_').replace('_', '-')}"

    def prepare(folder: Path, rng: Random) -> list[Expected]:
        paths = copy_workspace(folder)
        files = {path: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
        expected = []
        for path, before in files.items():
            values = yaml.safe_load(path.read_text(encoding="utf-8"))
            words = alter(values, [file for file in files.values() if file is not before], rng)
            if words is not None:
                path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
                expected.append(Expected(code, kind, f"{path.name}: {words}", _in_file(path, words)))
        return expected

    return prepare


def _in_file(path: Path, words: str) -> Callable[[ReportedProblem], bool]:
    """Whether a problem is in the unit file, at a line with the words or at the same value, or in its speech."""
    lines = path.read_text(encoding="utf-8").split("\n")
    shown = {number for number, line in enumerate(lines, start=1) if words and words[:8] in line}

    def is_found(reported: ReportedProblem) -> bool:
        file = Path(reported["file"])
        if file.stem != path.stem:
            return False
        near = {reported["line"] + step for step in (-1, 0, 1)}
        return not words or file.suffix != ".yaml" or bool(near & shown)

    return is_found


def _all(code: str, *alters: Alter) -> tuple[Prepare, ...]:
    return tuple(_prepared(code, alter) for alter in alters)


NAME_POST = _all("name-post", _other_spelling, _predecessor)
FOREIGN_UNIT = _all("foreign-unit", _other_head, _other_unit, _other_unit_unused)
NEAR_NAME = _all("near-name", _misspelt, _misspelt_person)
LEVEL = _all("level", _wrong_whole, _wrong_body)
MARKUP = _all("markup", _markdown, _markdown_title)
FIGURE = _all("figure", _nothing_changed)
