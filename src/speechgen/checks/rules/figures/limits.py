"""Impossible figures: a fall by 1倍, by 150% or by 0%, a share of 120%."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import start_of
from speechgen.checks.rules.figures.changes import FALLS, RISES
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity

_FALL = r"(?:下降|下滑|减少|降低|缩短|缩小|缩减|压缩|压减|减轻|减缓|回落|减|降|(?<![至不缺多])少|降幅|减幅)"
_FILLERS = r"(?:了|幅度|幅|达到|达|为|将近|近|约|超过|至少|整整){0,3}"
_TIMES = lazily(
    rf"{_FALL}{_FILLERS}(?:[0-9][0-9.]{{0,8}}|[{CHINESE_NUMERALS}几数]{{1,6}})(?:余|多)?(?:点[{CHINESE_NUMERALS}]{{1,3}})?$"
)
_MANIFOLD = lazily(r"成倍(?:地|的)?(?:下降|减少|降低|缩短|缩小|下滑|压缩|减轻|递减)")
_FALLS_BY = lazily(rf"{_FALL}{_FILLERS}$")
_PROFIT = lazily("利润|净利|盈利|收益|利差")
_SHARE = lazily(
    r"(?:占(?![^，,。；;、]{0,14}(?:任务|计划|目标|预算|进度|指标))[^，,。；;、]{0,16}|(?:占比|比重)[^，,。；;、]{0,4})$"
)
_THERE_IS = lazily(r"(?:^|[，,。；;：:、\n])有$")
_GROWTH = lazily("以上?的?(?:增|涨|升|提|利|回报|收益|溢价|完成)|的?(?:增|涨|升|提|利|回报|收益|溢价|完成)")
_RATE = lazily(r"(?P<rate>满意度|[\u4e00-\u9fff]{2}率)[^，,。；;、0-9]{0,4}$")
# Rates of a whole, which cannot be more than 100%.
_PARTS_OF_ALL = lazily("‹figures/words parts_of_all›")
_MAY_EXCEED = lazily("‹figures/words may_exceed›")
_RANGE_SIGNS = ("～", "~", "—", "–", "——")
_RANGE_WORDS = ("至", "到")
_CALENDAR = frozenset(("年", "月", "日", "号", "时", "点", "岁", "周", "届", "期", "分", "级", "楼", "层", "栋"))
_CALENDAR_AFTER = lazily("[年月日号时点届期级楼层栋]|个百分点")
_CHANGES = lazily("[由从自比第]|下降|减少|降低|缩短|压缩|压减|增加|提高|增长|上升|[降减升增]")
_CHANGE_BY = lazily(f"(?:{RISES}|{FALLS})(?:了|为|幅度|幅|达到|达){{0,2}}$")
_LONGEST_LEAD = 24


def limits(figures: Figures) -> Iterator[Finding]:
    """Report falls and shares of more than 100%, falls in 倍 and by nothing, and reversed ranges."""
    yield from _falls_by_times(figures.text)
    for quantity in figures.by_kind.get("%", ()):
        is_over = quantity.value == 100 and figures.text.startswith(("以上", "多"), quantity.end)
        if quantity.value > 100 or is_over:
            yield from _more_than_all(quantity.start, quantity.end, figures)
        elif quantity.value == 0:
            yield from _by_nothing(quantity, figures)
    yield from _ranges(figures)


def _falls_by_times(text: str) -> Iterator[Finding]:
    """Report 下降1倍, 减少了两倍多, 成倍下降."""
    at = text.find("倍")
    while at >= 0:
        before = text[max(0, at - 22) : at]
        if found := _TIMES.search(before):
            start = at - len(before) + found.start()
            message = translated(
                "{words}: a fall by 1倍 would leave nothing; 倍 is only used for growth", words=text[start : at + 1]
            )
            yield Finding(start, at + 1, message, translated("give the fall in per cent, or as a fraction"))
        elif manifold := _MANIFOLD.match(text, max(0, at - 1)):
            message = translated("{manifold}: 倍 is only used for growth", manifold=manifold[0])
            yield Finding(at - 1, manifold.end(), message, translated("write 大幅, or give the fall in per cent"))
        at = text.find("倍", at + 1)


def _ranges(figures: Figures) -> Iterator[Finding]:
    """Report reversed ranges: 63%～28%, 24至7户."""
    for first, last in zip(figures.quantities, figures.quantities[1:], strict=False):
        if not last.measure or first.kind not in ("", last.kind) or first.value <= last.value:
            continue
        between = figures.text[first.end : last.start]
        is_range = between in _RANGE_SIGNS or (between in _RANGE_WORDS and _is_between(first, last, figures.text))
        if is_range:
            message = translated(
                "{words} is a range from a larger to a smaller figure", words=figures.draft.text[first.start : last.end]
            )
            yield Finding(
                first.start, last.end, message, translated("correct a figure, or swap them"), severity="warning"
            )


def _is_between(first: Quantity, last: Quantity, text: str) -> bool:
    """Whether 至 is between the two ends of a range, not between days or times, nor after 从 in a change."""
    clause = text[start_of(text, first.start, limit=_LONGEST_LEAD) : first.start]
    return (
        last.kind not in _CALENDAR and not _CHANGES.search(clause) and not _CALENDAR_AFTER.match(text, last.number_end)
    )


def _by_nothing(quantity: Quantity, figures: Figures) -> Iterator[Finding]:
    """Report 同比下降0%, which is 持平."""
    verb = _CHANGE_BY.search(figures.text, max(0, quantity.start - 12), quantity.start)
    if verb and quantity.is_exact:
        message = translated("{words} is no change", words=f"{verb[0]}{figures.words(quantity)}")
        yield Finding(
            verb.start(), quantity.end, message, translated("correct the figure, or write 持平"), severity="warning"
        )


def _more_than_all(start: int, end: int, figures: Figures) -> Iterator[Finding]:
    """Report 下降150%, 占120%, 满意率102%."""
    before, words = figures.text[max(0, start - 24) : start], figures.draft.text[start:end]
    if _FALLS_BY.search(before):
        severity: Severity = "warning" if _PROFIT.search(before) else "error"  # a profit may become a loss
        message = translated("nothing can fall by {words}, which is more than 100%", words=words)
        yield Finding(start, end, message, translated("correct the figure"), severity=severity)
    elif _SHARE.search(before) or (_THERE_IS.search(before) and not _GROWTH.match(figures.text, end)):
        yield Finding(
            start,
            end,
            translated("a part cannot be {words} of the whole", words=words),
            translated("correct the figure"),
        )
    elif (rate := _RATE.search(before)) and not _MAY_EXCEED.match(rate["rate"]):
        is_sure = bool(_PARTS_OF_ALL.match(rate["rate"]))
        message = translated("{rate} cannot be {words}", rate=rate["rate"], words=words)
        yield Finding(start, end, message, translated("correct the figure"), severity="error" if is_sure else "warning")
