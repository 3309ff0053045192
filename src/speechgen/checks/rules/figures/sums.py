"""Parts that do not add up to the total before them: 共发现问题23个，其中决策方面6个、资金方面8个、作风方面10个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.changes import is_change
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.checks.rules.figures.parts import Parts
    from speechgen.model import Severity

# The words between a total and its first part. After 其中, the parts may be incomplete; after 分为, they are complete.
_SOME = lazily(r"[^。；;]{0,24}?(?:[^。；;]{0,24}[；;])?其中[^。；;：:]{0,30}$")
_ALL = lazily(
    r"[^。；;]{0,20}?(?:分别(?![提增上升下降减涨达统完新改建引])|分为|分成|分属|包括|包含|构成|[:：](?!即)|[（(](?![^）)]{0,12}[）)]))[^。；;]{0,30}$"
)
_OF = lazily(r"[^，,。；;：:0-9]{0,8}(?:中(?![心学小等共央层])|当中|里|里面|之中|里头)[，,]?[^。；;]{0,24}$")
# 42人被录取（本科52人）; not （全市一共只有5个）
_IN_BRACKETS = lazily(
    r"[^，,。；;（(]{0,24}[（(]"
    r"(?![^）)]*(?:共|平均|[去上往前]年|同期|原|目标|计划|全|只有|现|以来|累计|比|较|超))[^，,。；;）)]{0,8}"
)
_BRACKET_ENDS = lazily("[）)]")
_BARE = lazily(r"[^，,。；;：:]{0,8}[，,][^，,。；;：:、]{0,16}$")
# 市级112个、国家级和省级分别为3个和21个: one of several in a row
_NEXT_IN_ROW = lazily(r"、(?!其中)")
_OF_LEVEL = lazily("(?:国家|[部省市州县区乡镇村校院])级(?!以)")
_AMONG_THEM = lazily(
    r"[^，,。；;]{0,20}(?:[，,（(；;][^，,。；;]{0,10}(?:[0-9.]+[%％]|占)[^，,。；;]{0,10}){0,2}[，,（(；;]?其中"
)
_LIMIT = lazily(r"(?:过|超过?|突破|达到?|不足|以[上下])$")
_LEVEL = lazily("人均|平均|收入|工资|标准|单价|均价|养老金|补贴")
_TOTAL = lazily(r"(?:共|合计|总计|累计)[^，,。；;、]{0,14}$")
_CLASSES = lazily(r"([二两三四五六七八九十]|[2-9])(?:个?大?(?:类|种|方面|部分|项|级|块))")
_NO_TOTALS = frozenset(("%", "‰", "个百分点", "倍", "年", "岁", "", "天", "小时", "分钟"))
_MAX_PARTS, _LONGEST_OPENER = 20, 60
_CLOSE = Decimal("0.05")
_SEVERAL_TIMES = 3
_NEARLY, _MOSTLY, _SOMEWHAT = Decimal("0.75"), Decimal("0.6"), Decimal("0.35")


def sums(figures: Figures) -> Iterator[Finding]:
    """Check totals against the parts that follow."""
    for sentence in figures.sentences:
        for index, total in enumerate(sentence.quantities):
            if total.kind not in _NO_TOTALS and total.is_exact:
                yield from _check(total, index, sentence, figures)


def _check(total: Quantity, index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    later = [each for each in sentence.quantities[index + 1 : index + 1 + _MAX_PARTS] if each.kind == total.kind]
    if later and is_change(later[0], figures.text):
        del later[0]  # 94.9万人，比上年末增加0.1万人，其中
    if not later or later[0].start - total.end > _LONGEST_OPENER or is_change(total, figures.text):
        return
    between = figures.text[total.end : later[0].start]
    opener = next((each for each in (_SOME, _OF, _ALL, _BARE) if each.match(between)), None)
    before = figures.text[max(sentence.start, total.start - 20) : total.start]
    if opener is None or _is_next_to_parts(between, before):
        return
    is_announced = opener is not _BARE or bool(_TOTAL.search(before))
    if not is_announced and len(later) < 3:
        return
    from speechgen.checks.rules.figures.parts import parts_of  # most figures have no parts

    parts = parts_of(total, later, sentence, figures)
    if any(not each.is_exact for each in parts.quantities) or _add_up(total, parts, figures) or parts.may_overlap:
        return
    everything = sentence.quantities[index + 1 : index + 1 + _MAX_PARTS]
    is_part_itself = opener is _BARE and _add_up_to_earlier(total, parts, figures)
    if (
        is_part_itself
        or _goes_on(total, parts, figures)
        or _add_up_with_others(total, everything, len(parts.quantities))
    ):
        return
    number = len(parts.quantities)
    announced = _CLASSES.search(between)  # 分为五类
    are_counted = announced is not None and (read_numeral(announced[1]) or int(announced[1])) == number
    are_all = parts.has_rest or are_counted or (opener is _ALL and number > 1)
    added = sum((each.value for each in parts.quantities), Decimal(0))
    share = added / total.value if total.value else Decimal(2)
    if share > _SEVERAL_TIMES and opener not in (_SOME, _OF):
        severity: Severity | None = None  # 重组11家实验室，省级、市级平台分别有22家、182家
    elif number == 1:
        is_in_brackets = _IN_BRACKETS.fullmatch(between) and _BRACKET_ENDS.match(figures.text, later[0].end)
        is_some = opener is _SOME and not _is_of_another_sort(total, later[0], figures)
        severity = None if share <= 1 else "error" if is_some else "warning" if is_in_brackets else None
    elif parts.weight == 3 and not parts.have_shares and not parts.has_rest:
        severity = None  # 立案18件，其中大要案3件；结案16件
    elif opener in (_SOME, _ALL):
        severity = _severity_marked(share, parts, are_all=are_all)
    else:
        severity = _severity_unmarked(share, parts, are_all=are_all, is_announced=is_announced, is_bare=opener is _BARE)
    if severity:
        yield wrong_sum(total, parts.quantities, figures, severity)


def _is_of_another_sort(total: Quantity, part: Quantity, figures: Figures) -> bool:
    """Whether the figures are limits or levels, or 其中 is about something between them.

    收入过10亿元，其中1个过50亿元; 人均收入2.1万元，其中城镇3.4万元; 示范县2个，满意度居全省前三，其中5个.
    """
    text = figures.text
    lead, between = text[max(0, total.start - 12) : total.start], text[total.end : part.start]
    is_limit = bool(_LIMIT.search(lead) or _LIMIT.search(between))
    is_level = total.measure == "元" and bool(_LEVEL.search(lead) or _LEVEL.search(between))
    return is_limit or is_level or not _AMONG_THEM.match(between)


def _is_next_to_parts(between: str, before: str) -> bool:
    """Whether the figure is of the same rank as those after it, and not their total."""
    is_level = _OF_LEVEL.search(between.partition("其中")[0]) and "其中" not in between and _OF_LEVEL.search(before)
    return bool(_NEXT_IN_ROW.match(between) or is_level)


def _add_up_to_earlier(first: Quantity, others: Parts, figures: Figures) -> bool:
    """Whether all of them are parts of an earlier total: 3218名本科生 … 升学1582人，就业1420人，其他216人."""
    added = first.value + sum((each.value for each in others.quantities), Decimal(0))
    return any(each.value == added for each in figures.before(first))


def _add_up(total: Quantity, parts: Parts, figures: Figures) -> bool:
    """Whether the parts add up to the total, within the rounding of decimals."""
    everything = (total, *parts.quantities)
    are_rounded = any("." in figures.text[each.start : each.number_end] for each in everything)
    slack = min(each.precision for each in everything) * len(everything) / 2 if are_rounded else Decimal(0)
    return abs(sum((each.value for each in parts.quantities), Decimal(0)) - total.value) <= slack


def _goes_on(total: Quantity, parts: Parts, figures: Figures) -> bool:
    """Whether figures of other things follow the parts: 造林148亩、其中北山43亩，修复草原517亩."""
    return parts.quantities[0].value <= total.value and any(
        each.value > total.value and "，" in figures.text[before.end : each.start]
        for before, each in pairwise(parts.quantities)
    )


def _add_up_with_others(total: Quantity, later: Sequence[Quantity], number: int) -> bool:
    """Whether more than `number` quantities after the total, of any measure word, add up to it: 所, and 教学点16个."""
    sums = accumulate(each.value for each in later if each.kind not in _NO_TOTALS)
    return any(added == total.value for added in islice(sums, number, None))


def _is_certain_list(parts: Parts) -> bool:
    return parts.weight == 1 or parts.are_alike or parts.has_rest or parts.are_all_identified


def _severity_marked(share: Decimal, parts: Parts, *, are_all: bool) -> Severity | None:
    """The severity for parts after 其中 or 分为 that add up to this share of the total."""
    if share > 1:
        return "error" if _is_certain_list(parts) else "warning"
    if parts.is_open:
        return None
    if are_all:
        return "error"
    minimum = _MOSTLY if len(parts.quantities) == 2 else _SOMEWHAT
    return "warning" if share >= _NEARLY else "hint" if share >= minimum else None


def _severity_unmarked(
    share: Decimal, parts: Parts, *, are_all: bool, is_announced: bool, is_bare: bool
) -> Severity | None:
    """The severity for parts without such a word: 9个当中，6个是饮水; 共48处，一级5处、二级9处."""
    if parts.is_open:
        return None
    is_close = abs(share - 1) < _CLOSE  # hardly a coincidence
    if is_close and (is_announced or len(parts.quantities) > 2):
        return "warning"
    if not is_announced:
        return None
    if share > 2:
        return None if is_bare else "warning"
    is_list_of_all = len(parts.quantities) > 2 and (parts.are_alike or (is_bare and share > _NEARLY))
    seem_all = are_all or share > 1 or parts.are_all_identified or is_list_of_all
    return "warning" if seem_all and _is_certain_list(parts) and share > _SOMEWHAT else None


def wrong_sum(total: Quantity, parts: Sequence[Quantity], figures: Figures, severity: Severity) -> Finding:
    """The finding for parts that do not add up to their total."""
    words = " + ".join(figures.words(each) for each in parts)
    added = figures.shown(sum((each.value for each in parts), Decimal(0)), total)
    start, end = min(total.start, parts[0].start), max(total.end, parts[-1].end)
    message = translated("{words} = {added}, not {total}", words=words, added=added, total=figures.words(total))
    if len(parts) == 1:
        message = translated(
            "{words} is more than the {total} that it is a part of", words=words, total=figures.words(total)
        )
    return Finding(start, end, message, translated("correct a part or the total"), severity=severity)
