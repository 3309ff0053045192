"""The parts that follow a total: 23个，其中决策方面6个、资金方面8个、作风方面9个."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from speechgen.checks.rules.days.clauses import start_of
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.patterns import lazily

_SHARE_NOTE = lazily(r"[，,（(]\s?(?:各|分别|均)?(?:户数|人数)?占[^，,。；;、）)]{0,24}[）)]?")
_SEPARATORS = lazily(r"以及|[、，,；;和及与]")
_WEIGHTS = {"、": 1, "，": 2, ",": 2, "；": 3, ";": 3}  # others, such as 和, weigh nothing
_NO_PART = lazily(
    "比|较|增|减|降|升|涨|合计|共计|总计|累计|其中|人均|平均|截至|目前|已经?(?!婚)|同时|每|各(?!类)|发现|收集|收到|解决|带动|惠及|覆盖"
)
_REST = lazily("其他|其它|其余|余下|剩余|剩下|另外|另有|还有|尚有|尚余|未")
_ONLY_SOME = lazily("只有|仅|才|就有|竟|最|主要|单是|光是|超过|(?<=[0-9元年岁次人个件])以上|不足")
# Traits and sanctions of which one person may have several: 女党员70名、35岁以下60名; 开除党籍9人、开除公职2人
_TRAITS = lazily(
    "(女|男|妇)|(岁|龄|青年)|(学历|本科|大专|研究生|硕士|博士)|(民族|汉族)|(党员|团员|群众)|(职称|高级|中级|正高|副高)"
)
_SANCTIONS = lazily(
    "(党内|党纪|党籍|留党察看|警告)|(公职|政务|撤职|降级|记过)|(移送|司法|判|留置)|(诫勉|免职|调离|辞退|谈话|函询)"
)


class Parts(NamedTuple):
    """The parts of a total. `weight`: the strongest mark that separates them (1 、 2 ， 3 ；)."""

    quantities: Sequence[Quantity]
    weight: int
    has_rest: bool  # the last part is the rest: 其他16处
    is_open: bool  # 等, 只有: the list is not complete
    are_alike: bool  # worded alike: 中央2200万元、省级1800万元
    are_all_identified: bool  # each part is identified: 6个是饮水，3个是产业
    have_shares: bool  # each part has its share: 优秀171张，占83.0%；良好29张，占14.1%
    may_overlap: bool


def parts_of(total: Quantity, later: Sequence[Quantity], sentence: Sentence, figures: Figures) -> Parts:
    """The parts of a total. `later`: the quantities with the same measure word after it."""
    label = figures.text[start_of(figures.text, later[0].start) : later[0].start]
    found, labels = [later[0]], [label.rpartition("其中")[2]]
    weight, shares = 0, 0
    for before, each in pairwise(later):
        between = figures.text[before.end : each.start]
        gap = _SHARE_NOTE.sub("", between)
        marks = [_WEIGHTS.get(mark, 0) for mark in _SEPARATORS.findall(gap)]
        heaviest = max(marks, default=-1)
        is_further = heaviest > weight > 0 or (heaviest > 1 and marks.count(heaviest) > 1)
        if not marks or is_further or _REST.search(labels[-1]) or _NO_PART.search(gap):
            break
        weight = max(weight, heaviest)
        shares += gap != between
        found.append(each)
        labels.append(gap)
    words = "".join(labels)
    after = figures.text[found[-1].end : min(sentence.end, found[-1].end + 8)]
    # 20个以上, 不足10个: together such classes are complete.
    is_scale = "以上" in words and any(word in words for word in ("不足", "以下", "低于"))
    return Parts(
        found,
        weight,
        has_rest=bool(_REST.search(labels[-1])),
        is_open=("等" in after or after.startswith("多") or bool(_ONLY_SOME.search(words))) and not is_scale,
        are_alike=_are_alike(labels),
        are_all_identified=all(figures.text.startswith(("是", "为", "属"), each.end) for each in found),
        have_shares=shares >= len(found) - 1 > 0,
        may_overlap=_may_overlap(labels),
    )


def _are_alike(labels: Sequence[str]) -> bool:
    """Whether the words before the parts begin or end alike: 中央2200万元、省级1800万元; 第一种100人，第二种15人."""
    bare = [_SEPARATORS.sub("", _SHARE_NOTE.sub("", label)) for label in labels]
    if len(bare) < 2 or not all(bare):
        return False
    have_one_end = len({label[-1] for label in bare}) == 1
    have_one_beginning = len({label[0] for label in bare[len(bare) > 2 :]}) == 1  # the first may begin earlier
    return have_one_end or have_one_beginning


def _may_overlap(labels: Sequence[str]) -> bool:
    """Whether parts are by different traits, so that one person may be in two of them."""
    traits, sanctions = (
        {found.lastindex if (found := kinds.search(label)) else 0 for label in labels}
        for kinds in (_TRAITS, _SANCTIONS)
    )
    return (traits != {0} and len(traits) > 1) or len(sanctions - {0}) > 1
