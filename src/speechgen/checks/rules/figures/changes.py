"""Changes that do not follow from the figures before and after: 由214件下降到92件，下降75%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import start_of
from speechgen.checks.rules.figures.differences import wrong_direction, wrong_size
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.patterns import lazily

RISES = "增长|增加|新增|净增|增幅|提高|提升|上升|升幅|升高|上涨|涨幅|扩大|攀升|增|涨|升|高|快|多"
FALLS = (
    "下降|下滑|下跌|减少|减幅|净减|降低|降幅|缩短|压缩|压减|压降|精简|缩减|缩小|"
    "回落|收窄|跌幅|少[开发办跑走花用]|减|降|低|慢|少|短|缩"
)
_FILLERS = r"(?:幅度|比例|将近|接近|大约|超过|达到|至少|高达|整整|了|近|约|达|为|是|仅){0,3}"
_RESULT = rf"(?:(?P<rise>{RISES})|(?P<fall>{FALLS})){_FILLERS}$"
# The words between one result and the next: 减少27分钟，降幅为25.7%
_NEXT = lazily(
    rf"[，,、（(]?(?:[0-9.]{{1,6}}(?:天|个?小时|个月|年|周|分钟)[内里间]?)?(?:即|也就是|相当于|净|共|累计|大幅|实际|总体|平均|一共)?(?P<against>同比|环比|比上年|较上年|比去年)?{_RESULT}"
)
_FROM = lazily(r"(?:由|从|自)[^，,。；;：:、由从]{0,24}$")
_TO = lazily(
    rf"[^，,。；;：:、]{{0,14}}?(?:(?P<rise>{RISES}|发展|壮大)|(?P<fall>{FALLS}))?(?:到|至|为|成)了?[^，,。；;：:、]{{0,14}}$"
)
_BEFORE_FROM = lazily(r"[，,（(]?(?:即|也就是)?(?P<subject>[^，,。；;（(]{0,12}?)(?:由|从|自)[^，,。；;由从自]{0,12}$")
_IS_ANOTHER_CHANGE = lazily("年均|平均|每年|[由从自][^，,。；;]*[0-9]")  # not the total change
_AT_OTHER_PRICES = lazily("生产总值|增加值|GDP|总产值")  # growth at constant prices
_CHANGE = lazily(_RESULT)
_TIME = lazily("‹figures/words times›")
_TWO_TIMES = lazily(r"[，,；;][^，,。；;]{0,16}(?:年|季度|月|本期|同期|如今|现在|目前|后)[^，,。；;]{0,14}$")
_THAN = lazily(
    r"[，,（(]?[^，,。；;：:]{0,4}(?:比|较|(?P<from>离|距)|(?P<over>超过|高于|高出|超出|低于))[^，,。；;：:比]{0,20}$"
)
_OF_BASE = lazily(rf"的[^，,。；;：:0-9]{{1,8}}$|{_RESULT}")  # 121.36米，超过118.00米的汛限水位3.36米
_OVER = lazily(r"(?:超过|高出|超出|低于|高于|相差|差)[^，,。；;0-9]{0,10}$")
_FROM_BASE = lazily(rf"[^，,。；;：:]{{0,8}}?(?:{_RESULT}|(?:相差|只差|还差|差){_FILLERS}$)")
_THAN_BEFORE = lazily(rf"[，,（(]?(?:同比|环比|比[^，,。；;：:]{{1,8}}?|较[^，,。；;：:]{{1,8}}?)(?:净)?{_RESULT}")
_OTHER_BASIS = lazily("可比|不变价|同口径|剔除|扣除|名义|实际增")
_RANKS = lazily("排名|名次|位次|排位|位居|名列|第")
_EARLIER = lazily("上年|去年|同期|上期|上季|上月|年")
_OLD = lazily("去年|上年|前年|上季度|以前|原来|活动前|年初")
_NEW = lazily("今年|目前|现在|如今|本季度|活动后|年底|年末")
_RISES_IN_RANK = ("提升", "上升", "升", "提高")  # 由25位提升到19位
_LONGEST_SUBJECT = 24  # characters before a figure that say what it is of
_MAX_BEFORE = 8  # earlier quantities of the paragraph that are compared
_MAX_RESULTS = 8
_TIMES = frozenset(("天", "小时", "个小时", "个月", "年", "周", "分钟"))
_HUNDRED = Decimal(100)


def changes(figures: Figures) -> Iterator[Finding]:
    """Check the direction and size of each change against its two figures."""
    for sentence in figures.sentences:
        is_other_basis = bool(_OTHER_BASIS.search(figures.text, sentence.start, sentence.end))
        for index in range(len(sentence.quantities) - 1):
            if is_other_basis and sentence.quantities[index].kind != "%":
                continue  # 按可比价格计算: the growth rate is not computed from these figures
            begin = max(sentence.start, sentence.quantities[index].start - _LONGEST_SUBJECT)
            is_output = bool(_AT_OTHER_PRICES.search(figures.text, begin, sentence.quantities[index + 1].end))
            for finding in _changes(index, sentence, figures):
                yield finding._replace(severity="warning") if is_output and finding.severity is None else finding


def _changes(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    yield from _from_to(index, sentence, figures)
    yield from _earlier_and_later(index, sentence, figures)
    yield from _against_base(index, sentence, figures)
    yield from _against_difference(index, sentence, figures)
    yield from _lone_difference(index, sentence, figures)


def is_change(quantity: Quantity, text: str) -> bool:
    """Whether a quantity is the amount by which something grew or fell."""
    return bool(_CHANGE.search(text[max(0, quantity.start - 12) : quantity.start]))


def _from_to(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 由214件下降到92件，下降57%."""
    before, after = sentence.quantities[index : index + 2]
    text = figures.text
    if (
        not _comparable(before, after)
        or after.start - before.end > 32
        or not (gap := _TO.match(text[before.end : after.start]))
    ):
        return
    clause = text[max(sentence.start, before.start - 30) : before.start]
    if not _FROM.search(clause):
        return
    before = before._replace(kind=after.kind)
    is_rank = bool(after.kind == "人" and _RANKS.search(text, sentence.start, after.start)) or (
        after.measure == "位" and gap["rise"] in _RISES_IN_RANK
    )
    if not is_rank and (finding := wrong_direction(gap, before, after, before.start, after.end, figures)):
        yield finding
        return
    if index and (gap := _BEFORE_FROM.match(text[sentence.quantities[index - 1].end : before.start])):
        result = sentence.quantities[index - 1]
        verb = _CHANGE.search(text[max(sentence.start, result.start - 12) : result.start])
        lead = text[start_of(text, result.start, limit=24) : result.start]
        is_same = not gap["subject"] or gap["subject"][-3:] in lead
        is_change_of_it = verb is not None and is_same and not _IS_ANOTHER_CHANGE.search(lead)
        if is_change_of_it and (finding := wrong_size(result, before, after, figures)):  # 下降57%（由214件降到92件）
            yield finding
    yield from _results(index + 2, before, after, sentence, figures, is_yearly=bool(_EARLIER.search(clause)))


def _earlier_and_later(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 三季度用电6.51亿千瓦时，四季度用电6.84亿千瓦时，环比增长5.1%."""
    if index + 2 >= len(sentence.quantities):
        return
    earlier, later, result = sentence.quantities[index : index + 3]
    text = figures.text
    if not _comparable(earlier, later) or result.kind not in ("%", "倍", earlier.kind):
        return
    clause, gap = text[max(sentence.start, earlier.start - 24) : earlier.start], text[earlier.end : later.start]
    follows = _NEXT.match(text[later.end : result.start])
    if (
        not follows
        or _CHANGE.search(gap)
        or not _TWO_TIMES.match(gap)
        or not _TIME.search(clause[clause.rfind("，") + 1 :])
    ):
        return
    if follows["against"] == "同比" and not re.search("去年|上年|同期", clause + gap):
        return
    both_ways = [wrong_size(result, *pair, figures) for pair in ((earlier, later), (later, earlier))]
    is_in_order = follows["against"] == "环比" or (_OLD.search(clause) and _NEW.search(gap))
    start = later.end + follows.start("rise" if follows["rise"] else "fall")
    if is_in_order and (finding := wrong_direction(follows, earlier, later, start, result.end, figures)):
        yield finding
    elif all(both_ways) and both_ways[0]:
        yield both_ways[0]


def _lone_difference(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 一年减少9800人，降幅79.6% against two earlier figures of the paragraph with this difference."""
    difference = sentence.quantities[index]
    result = sentence.quantities[index + 1]
    text = figures.text
    if result.kind != "%" or difference.kind in ("%", "个百分点", "", "年") or not is_change(difference, text):
        return
    if not _NEXT.match(text[difference.end : result.start]):
        return
    passage = figures.draft.passage(difference.start)
    before = figures.within(difference.kind, passage.start, difference.start, _MAX_BEFORE)
    pairs = [(one, other) for one in before for other in before if abs(one.value - other.value) == difference.value]
    verb = _CHANGE.search(text[max(0, difference.start - 12) : difference.start])
    rises = verb is not None and bool(verb["rise"])
    pairs = [pair for pair in pairs if (pair[0].value < pair[1].value) == rises]
    findings = [wrong_size(result, earlier, later, figures) for earlier, later in pairs]
    if findings and all(findings) and findings[0]:
        yield findings[0]._replace(severity="warning")


def _against_base(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 发文119件，比去年同期的184件减少65件，下降35.3%."""
    if index + 2 >= len(sentence.quantities):
        return
    after, before, result = sentence.quantities[index : index + 3]
    text = figures.text
    if not _comparable(before, after) or not (than := _THAN.match(text[after.end : before.start])):
        return
    lead = text[max(sentence.start, after.start - 16) : after.start]
    if after.kind != "%" and (_CHANGE.search(lead) or _OVER.search(lead) or than["from"]):
        return  # 超过警戒水位1.37米，离34.00米的保证水位只差0.13米
    gap = (_OF_BASE if than["over"] else _FROM_BASE).match(text[before.end : result.start])
    if not gap:
        return
    if finding := wrong_direction(gap, before, after, after.start, result.end, figures):
        yield finding
        return
    if finding := wrong_size(result, before, after, figures):
        yield finding
    yield from _results(index + 3, before, after, sentence, figures, is_yearly=True)


def _against_difference(index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 收入31.46亿元，比上年增加2.71亿元，增长9.4%."""
    after, difference = sentence.quantities[index : index + 2]
    if not _comparable(after, difference) or after.kind == "%":
        return
    gap = _THAN_BEFORE.match(figures.text[after.end : difference.start])
    if not gap:
        return
    sign = -1 if gap["rise"] else 1
    value = after.value + sign * difference.value
    if value <= 0 or not (after.is_exact and difference.is_exact):
        return
    precision = max(after.precision, difference.precision)
    before = difference._replace(value=value, low=value, high=value, precision=precision)
    yield from _results(index + 2, before, after, sentence, figures, is_yearly=True)


def _results(
    first: int, before: Quantity, after: Quantity, sentence: Sentence, figures: Figures, *, is_yearly: bool
) -> Iterator[Finding]:
    """Check the consecutive results from the index `first` on."""
    end = sentence.quantities[first - 1].end
    for result in sentence.quantities[first : first + _MAX_RESULTS]:
        if result.kind in _TIMES and figures.text[end : result.start] in ("，", ","):
            continue  # 24小时下降1.60米
        gap = _NEXT.match(figures.text[end : result.start])
        if not gap:
            return
        finding = wrong_direction(gap, before, after, end + gap.start(1), result.end, figures)
        finding = finding or wrong_size(result, before, after, figures)
        if finding:
            is_other_time = bool(gap["against"]) and not is_yearly  # 由年初的42分钟降到28分钟，同比下降50%
            yield finding._replace(severity="warning") if is_other_time else finding
        end = result.end


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same measure word; the first may have none."""
    return (one.kind == other.kind or not one.measure) and one.kind not in ("年", "岁")
