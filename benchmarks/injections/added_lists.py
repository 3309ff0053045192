"""Small lists with a defect, to insert anywhere in a speech: lists within a paragraph."""

from __future__ import annotations

from random import Random

from benchmarks.injections.injected import numeral

_LEADS = [
    "抓这项工作，要把握好{}个环节",
    "归结起来，就是做好{}件事",
    "这里强调{}点",
    "对这件事，我有{}点看法",
    "具体讲，有{}个方面",
    "下一步要抓{}项工作",
    "我看要做到{}条",
    "需要从{}方面一起用力",
    "原因有{}条",
]
_ITEMS = [
    "压实责任，落到每一个岗位",
    "算清细账，一笔一笔对得上",
    "讲透道理，不留含糊的地方",
    "卡紧时间，逾期的说明原因",
    "亮出效果，请大家评一评",
    "管住小事，不搞花架子",
    "沉下身子，多到现场看一看",
]
STYLES = {
    "是": ["一是", "二是", "三是", "四是", "五是", "六是"],
    "要": ["一要", "二要", "三要", "四要", "五要", "六要"],
    "第": ["第一，", "第二，", "第三，", "第四，", "第五，", "第六，"],
    "首先": ["首先，", "其次，", "再次，", "最后，"],
    "其": ["其一，", "其二，", "其三，", "其四，", "其五，"],
    "括号": ["（一）", "（二）", "（三）", "（四）", "（五）"],
    "圈": ["①", "②", "③", "④", "⑤"],
    "点": ["1.", "2.", "3.", "4.", "5."],
}
NUMBERED = ["是", "要", "第", "其", "括号", "圈"]


def small_list(rng: Random, style: str, announced: int | None, marks: list[str]) -> str:
    """One or more sentences with a list. `announced`: the number to announce, if any. `marks`: those of its items."""
    lead = rng.choice(_LEADS).format(numeral(announced, counting=True)) if announced else "具体说来"
    separator = rng.choice(["；", "。"]) if style not in {"圈"} else "；"
    stop = rng.choice(["：", "。"]) if announced else "，"
    items = rng.sample(_ITEMS, len(marks))
    return lead + stop + separator.join(mark + item for mark, item in zip(marks, items, strict=True)) + "。"
