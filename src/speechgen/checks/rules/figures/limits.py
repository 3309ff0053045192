"""Impossible figures: a fall by 1倍 or by 150%, a share of 120%."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS
from speechgen.model import Severity, lazily

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
_RATE = lazily(r"(?P<rate>满意度|[\u4e00-\u9fff]{2}率)[^，,。；;、0-9]{0,4}$")
# Rates of a whole, which cannot be more than 100%.
_PARTS_OF_ALL = lazily(
    "满意|办结|整改|合格|回收|参与|参会|到会|出勤|知晓|覆盖|优秀|优良|及格|支持|化解|结案|破案|处置|销号|通过|达标|普及|签订|完好|修复"
    "|入户|开工|响应|答复|回复|解决|成功|参评|好评|准确|兑现|落实|公开|接种|就业|参保|见面|参学|清零|整治|受教|签约|赞成|执结|审结"
)
_MAY_EXCEED = lazily(
    "增长|完成|产销|利用|使用|杠杆|负债|换手|溢价|收益|回报|利润|入学|超载|增值|报酬|投资|备覆|补率|周转"  # 拨备覆盖率
)


def limits(figures: Figures) -> Iterator[Finding]:
    """Report falls and shares of more than 100%, falls in 倍, and reversed ranges."""
    yield from _falls_by_times(figures.text)
    for quantity in figures.by_kind.get("%", ()):
        is_over = quantity.value == 100 and figures.text.startswith(("以上", "多"), quantity.end)
        if quantity.value > 100 or is_over:
            yield from _more_than_all(quantity.start, quantity.end, figures)
    yield from _ranges(figures)


def _falls_by_times(text: str) -> Iterator[Finding]:
    """Report 下降1倍, 减少了两倍多, 成倍下降."""
    at = text.find("倍")
    while at >= 0:
        before = text[max(0, at - 22) : at]
        if found := _TIMES.search(before):
            start = at - len(before) + found.start()
            message = f"{text[start : at + 1]}: a fall by 1倍 would leave nothing; 倍 is only used for growth"
            yield Finding(start, at + 1, message, "give the fall in per cent, or as a fraction")
        elif manifold := _MANIFOLD.match(text, max(0, at - 1)):
            message = f"{manifold[0]}: 倍 is only used for growth"
            yield Finding(at - 1, manifold.end(), message, "write 大幅, or give the fall in per cent")
        at = text.find("倍", at + 1)


def _ranges(figures: Figures) -> Iterator[Finding]:
    """Report reversed ranges: 63%～28%."""
    for first, last in zip(figures.quantities, figures.quantities[1:], strict=False):
        is_range = figures.text[first.end : last.start] in ("～", "~", "—", "–", "——")
        if is_range and last.measure and first.kind in ("", last.kind) and first.value > last.value:
            message = f"{figures.draft.text[first.start : last.end]} is a range from a larger to a smaller figure"
            yield Finding(first.start, last.end, message, "correct a figure, or swap them", severity="warning")


def _more_than_all(start: int, end: int, figures: Figures) -> Iterator[Finding]:
    """Report 下降150%, 占120%, 满意率102%."""
    before, words = figures.text[max(0, start - 24) : start], figures.draft.text[start:end]
    if _FALLS_BY.search(before):
        severity: Severity = "warning" if _PROFIT.search(before) else "error"  # a profit may become a loss
        message = f"nothing can fall by {words}, which is more than 100%"
        yield Finding(start, end, message, "correct the figure", severity=severity)
    elif _SHARE.search(before):
        yield Finding(start, end, f"a part cannot be {words} of the whole", "correct the figure")
    elif (rate := _RATE.search(before)) and not _MAY_EXCEED.match(rate["rate"]):
        is_sure = bool(_PARTS_OF_ALL.match(rate["rate"]))
        message = f"{rate['rate']} cannot be {words}"
        yield Finding(start, end, message, "correct the figure", severity="error" if is_sure else "warning")
