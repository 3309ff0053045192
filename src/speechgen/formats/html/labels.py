"""What the pages say themselves, in the languages of the speeches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.model import Severity, Spoken


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a page. `rules` are what the rules are called, where their codes are not words of the language."""

    review: str
    to_speech: str
    to_problems: str
    to_values: str
    all_units: str
    clean: str
    whole: str
    changed: str
    problems: str
    no_problems: str
    not_checked: str
    values: str
    value: str
    words: str
    said: str
    unsaid: str
    overrode: str
    in_file: str
    template_line: str
    fix: str
    here: str
    amount: str
    minutes: str
    length_heading: str
    unit: str
    problem_count: str
    state: str
    alike: str
    broken: str
    follows: str
    reading: str
    lost: str
    missing: str
    layers: Mapping[str, str]
    severities: Mapping[Severity, str]
    states: Mapping[str, str]
    rules: Mapping[str, str]

    def length(self, spoken: Spoken) -> str:
        """How long a speech is: `2,421字，约13分钟（12—16）`."""
        amount, minutes = self.amount.format(amount=f"{spoken.amount:,}"), self.in_minutes(spoken)
        return f"{amount}{minutes} ({_whole(spoken.quickest)}–{_whole(spoken.slowest)})"

    def in_minutes(self, spoken: Spoken) -> str:
        """The minutes that a speech takes at the usual rate."""
        return self.minutes.format(minutes=_whole(spoken.minutes))


def labels(language: str) -> Labels:
    """The labels in the language of a speech."""
    return _LABELS[language]


def _whole(minutes: Decimal) -> Decimal:
    return minutes.quantize(Decimal(1), ROUND_HALF_UP)


_LABELS: Mapping[str, Labels] = {
    "zh-CN": Labels(
        review="审阅",
        to_speech="讲话",
        to_problems="问题",
        to_values="数据",
        all_units="全部单位",
        clean="只看讲话稿",
        whole="回到审阅",
        changed="稿子被人改过（用 speechgen check 查）：",
        problems="发现的问题",
        no_problems="没有发现问题。",
        not_checked="没有检查（--no-check）。",
        values="数据",
        value="名称",
        words="文件里写的",
        said="念到的地方",
        unsaid="没有念到",
        overrode="取代了",
        in_file="文件里写的是",
        template_line="模板",
        fix="怎么办",
        here="看原文",
        amount="{amount}字，",
        minutes="约{minutes}分钟",
        length_heading="时间",
        unit="单位",
        problem_count="问题",
        state="情况",
        alike="和别的稿子的相似度",
        broken="这个单位的稿子还生成不了",
        follows="改了文件，这一页会自己更新",
        reading="正在读取各单位的文件……",
        lost="预览已经停止：本页不再更新",
        missing="没有这个单位",
        layers={"unit": "单位文件", "workspace": "公用数据", "template": "模板默认"},
        severities={"error": "错误", "warning": "提醒", "hint": "提示"},
        states={"ready": "可以用", "warnings": "有提醒", "errors": "有错误", "broken": "生成不了"},
        rules={
            "placeholder": "空白没填",
            "foreign-unit": "别的单位",
            "level": "层级不对",
            "own-name": "叫法不一",
            "near-name": "名称写错",
            "name-post": "姓名职务",
            "count": "数目不符",
            "ordinal": "序号不连",
            "figure": "数字不符",
            "date": "日期不对",
            "repeat": "重复",
            "punctuation": "标点",
            "unused": "没有念到",
            "length": "长短",
            "rare-character": "生僻字",
            "alike": "雷同",
        },
    ),
    "en": Labels(
        review="Review",
        to_speech="Speech",
        to_problems="Problems",
        to_values="Values",
        all_units="All units",
        clean="Speech only",
        whole="Back to review",
        changed="changed by a person (speechgen check looks at it):",
        problems="Problems",
        no_problems="No problems.",
        not_checked="Not checked (--no-check).",
        values="Values",
        value="Value",
        words="In the file",
        said="Said",
        unsaid="never said",
        overrode="instead of",
        in_file="In the file",
        template_line="Template",
        fix="What to do",
        here="see it",
        amount="{amount} words, ",
        minutes="some {minutes} minutes",
        length_heading="Length",
        unit="Unit",
        problem_count="Problems",
        state="State",
        alike="Likeness to another speech",
        broken="This unit has no speech yet",
        follows="This page follows the files as they change",
        reading="Reading the units…",
        lost="The preview has stopped: this page no longer follows the files",
        missing="There is no such unit",
        layers={"unit": "unit file", "workspace": "workspace", "template": "template default"},
        severities={"error": "error", "warning": "warning", "hint": "hint"},
        states={"ready": "ready", "warnings": "has warnings", "errors": "has errors", "broken": "no speech"},
        rules={},
    ),
}
