"""The rule ordinal: ordinals out of sequence, 一是, 二要, 第三, 四、."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import CHINESE_AND_ENGLISH, Draft, Finding, rule
from speechgen.checks.rules.lists.heading_levels import heading_levels
from speechgen.checks.rules.lists.items import ANY, LEVELS, PEOPLE, ordinal_in_series
from speechgen.checks.rules.lists.list_reader import numbered_lists
from speechgen.checks.rules.lists.numbered_list import NumberedList
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import joined_words, translated

if TYPE_CHECKING:
    from speechgen.model import Severity

# Series in which a single item is wrong. 首先 and 第一类 may be alone.
_NEEDS_SECOND_ITEM = frozenset(("一是", "一要", "第一", "其一", "一、", "（一）", "1."))
# Words that continue a list without an ordinal of the series.
_CONTINUES = lazily(r"[另再]一?(?:个|方面|点|则|来|者|次|就是)|另外|还有|还要|此外|其次|其二|第二|二[来则]")
# Words that begin a list without one: 一个原因是人少，二是事多; 主要是人少，其次是事多; 既要快，另一方面要稳.
_BEGINS = r"首要|先是|第一[个条点件]|一[个条种项点][^，。；]{0,6}?是|一个?方面"
_BEGINS_BEFORE_NEXT = (
    r"首要|第一[个条点件]|一[个条种项点][^，。；]{0,6}?是|最(?!后)|主要|为主|先[是要把]|重点是|关键是|不仅|除了"
)
_BEGINS_BEFORE_OTHER = r"一方面|一面|一边|既|固然"
_OTHER_HAND = lazily(r"一方面|一面|[二两]方面|其他|另|同时|此外|又|也|还|二是|其次|但|而且?")
_CONDITION = lazily(r"[就便总才都]")  # 一要花钱，就来找财政
_MAX_ITEM_LENGTH = 100  # characters; an item inside a paragraph is rarely longer
_NEAR = 300  # characters around an item in which its list continues or begins
_EXCERPT = lazily("[（(](?:节选|节录|摘录|摘编|摘要|选段)[）)]")
_HEAD = 6  # passages in which a speech is called an excerpt


@rule("ordinal", languages=CHINESE_AND_ENGLISH)
def ordinal(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """An ordinal out of sequence in its list.

    Each list is checked, including nested ones: 一是 二是, 一要 二要, 第一 第二, 首先 其次, 其一 其二, 一靠 二靠,
    一方面 另一方面, and heading numbers 一、 （一） 1. and ①. Errors are gaps, ordinals that are used twice, and lists
    that begin with 二是. Warnings are two series in one list, a list of one item, and heading levels out of order.

    Finds:
        一是抓学习。二是抓查摆。四是抓整改。
        一是抓学习，二是抓查摆，二是抓整改。
        首先，把账算清。第二，把人找齐。第三，把事办好。
        一、主要成效¶成效明显。¶三、下一步打算¶抓好落实。
        （一）提高认识。要学深悟透。¶（三）抓好落实。要一抓到底。
        一要把责任压实。¶二是把漏洞堵上。¶三要把监督做细。
        主要有以下原因：一是认识不到位。
        The reasons are these: first, time; second, money; fourth, people.
    Leaves alone:
        一是抓学习。做法有两条：一是读原著，二是谈体会。¶二是抓整改。
        有一说一，一是一、二是二。
        首先，要看到成绩。其次，要看到差距。最后，要看到希望。
        对内是关心，统一是大局，唯一是出路。
    """
    reported = set()
    for finding in _findings(draft):
        if finding.start not in reported:  # one finding for each ordinal
            reported.add(finding.start)
            yield finding


def _findings(draft: Draft) -> Iterator[Finding]:
    lists = numbered_lists(draft)
    blocks = [each for each in lists if each.is_block]
    starts = Counter([each.series for each in blocks if each.first.number == 1])
    started_twice = {id(each.previous) for each in lists if _starts_twice(each)}
    for each in lists:
        is_adverb = each.series == "首先" and each.first.is_doubtful  # 先看路，其次看桥
        if each.misplaced and each.misplaced[0][0] is each.first and not is_adverb:
            may_continue = starts[each.series] < 2 and (each.first.level > 1 or each.series == "第一")
            continues = may_continue and _continues_across_sections(each)
            if not (continues or _begins_without_ordinal(each, draft.text) or _begins_excerpt(each, blocks, draft)):
                yield _missing_first_item(each, draft.text)
        yield from _out_of_sequence(each, draft.text)
        yield from _mixed_series(each, draft.text)
        yield from _missing_middle(each, draft.text)
        if _starts_twice(each):
            yield _starts_twice_finding(each, draft.text)
        if len(each.items) == 1 and each.first.number == 1 and id(each) not in started_twice:
            yield from _single_item(each, draft)
    yield from heading_levels([each for each in blocks if each.first.level and each.first.opens_passage], draft)


def _missing_first_item(list_: NumberedList, text: str) -> Finding:
    """The finding for a list whose first item is missing: 二是 without 一是."""
    item = list_.first
    words = text[item.start : item.end]
    if item.number == ANY:
        message = translated("{words} has no {expected} before it", words=words, expected=list_.series)
        return Finding(
            item.start, item.end, message, translated("{expected} is expected", expected=list_.series), severity="hint"
        )
    expected = ordinal_in_series(list_.series, 1, words)
    is_certain = list_.series not in ("首先", PEOPLE) and (list_.is_block or not item.has_measure_word)
    message = translated("{words} begins a list without {expected}", words=words, expected=expected)
    return Finding(
        item.start,
        item.end,
        message,
        translated("{expected} is expected", expected=expected),
        severity=None if is_certain else "warning",
    )


def _continues_across_sections(list_: NumberedList) -> bool:
    """Whether numbers continue across sections: （三） under 二、 after （一）（二） under 一、; （3） after 二是."""
    before, is_inside = list_.previous, list_.first.level >= LEVELS["1."]
    if before is None or before.next_number != list_.first.number or not (list_.is_block or is_inside):
        return False
    return before.previous is None or _continues_across_sections(before)


def _begins_excerpt(list_: NumberedList, blocks: Sequence[NumberedList], draft: Draft) -> bool:
    """Whether the list is the first of an excerpt, whose first items are left out: （节选）¶二、…¶三、…"""
    if not (list_.is_block and list_.first.level) or not any(
        _EXCERPT.search(each.text) for each in draft.passages[:_HEAD]
    ):
        return False
    before = takewhile(lambda each: each.first.start < list_.first.start, blocks)
    return all(each.first.level > list_.first.level for each in before)


def _begins_without_ordinal(list_: NumberedList, text: str) -> bool:
    """Whether the list begins with words other than an ordinal of its series: 首要的是…，其次…"""
    first, series = list_.first, list_.series
    if first.level:
        return False
    if (first.has_measure_word or series == "the first") and len(list_.items) == 1 and not list_.is_block:
        return True  # 第四十八个, the second floor
    if (
        first.has_measure_word or first.is_one_of_several or first.is_verbal or series == "the first"
    ):  # 其中第一种…，第二种…
        return first.is_one_of_several or series in text[max(0, first.start - _NEAR) : first.start].lower()
    line = text.rfind("\n", 0, first.start) + 1
    if series == "一方面" or (list_.is_block and series == "首先"):
        line = text.rfind("\n", 0, max(0, line - 1)) + 1
    begins = {"一方面": _BEGINS_BEFORE_OTHER, "首先": _BEGINS if list_.is_block else _BEGINS_BEFORE_NEXT}
    if series not in begins:
        line = max(line, text.rfind("。", line, first.start) + 1)
    return re.search(begins.get(series, _BEGINS), text[max(line, first.start - _NEAR) : first.start]) is not None


def _out_of_sequence(list_: NumberedList, text: str) -> Iterator[Finding]:
    """Items after the first with a number out of sequence."""
    if not list_.misplaced:
        return
    wrong = {item.start: expected for item, expected in list_.misplaced}
    seen = {list_.first.number}
    for before, item in zip(list_.items, list_.items[1:], strict=False):
        if item.start in wrong:
            words = text[item.start : item.end]
            is_twice = item.number in seen
            message = (
                translated("{words} is used twice in one list", words=words)
                if is_twice
                else translated("{words} follows {before}", words=words, before=text[before.start : before.end])
            )
            expected = ordinal_in_series(list_.series, wrong[item.start], words)
            is_doubtful = (item.has_measure_word and not item.opens_passage) or (
                item.is_verbal and len(list_.items) == 2
            )
            severity: Severity | None = "warning" if is_doubtful else None
            yield Finding(
                item.start,
                item.end,
                message,
                translated("{expected} is expected", expected=expected),
                severity=severity,
            )
        seen.add(item.number)


def _mixed_series(list_: NumberedList, text: str) -> Iterator[Finding]:
    """The first item whose series differs from the rest of its list."""
    items = [item for item in list_.items if not item.is_verbal]
    if len({item.series for item in items}) < 2 or list_.first.is_verbal:
        return
    often = Counter([item.series for item in items]).most_common()
    usual = list_.series if often[0][1] == often[-1][1] or list_.series == "首先" else often[0][0]
    place, odd = next(
        (place, item) for place, item in enumerate(list_.items, start=1) if item.series != usual and not item.is_verbal
    )
    if not any(odd is item for item, _ in list_.misplaced):
        message = translated(
            "{words} is in a list of {usual}",
            words=text[odd.start : odd.end],
            usual=joined_words(ordinal_in_series(usual, number).rstrip("、") for number in (1, 2)),
        )
        severity: Severity | None = None if usual == "首先" or odd.level else "warning"
        yield Finding(
            odd.start,
            odd.end,
            message,
            translated("{expected} is expected", expected=ordinal_in_series(usual, place)),
            severity=severity,
        )


def _missing_middle(list_: NumberedList, text: str) -> Iterator[Finding]:
    """首先…，最后…, with nothing in between."""
    item = list_.last
    if (
        list_.series == "首先"
        and list_.first.number == 1
        and len(list_.items) == 2
        and item.number == ANY
        and item.passage - list_.first.passage < 2
    ):
        message = translated("{words} follows 首先 without 其次 in between", words=text[item.start : item.end])
        yield Finding(item.start, item.end, message, translated("check whether an item is missing"), severity="hint")


def _starts_twice(list_: NumberedList) -> bool:
    """Whether the first item directly follows a list with the same single item: 一是…；一是…；二是…"""
    before, item = list_.previous, list_.first
    if before is None or len(before.items) > 1 or len(list_.items) < 2 or item.number != 1 or before.first.number != 1:
        return False
    is_at_same_place = before.outer_items == list_.outer_items or any(
        before.first is outer for outer in list_.outer_items
    )
    return (
        is_at_same_place
        and not before.is_merged
        and (list_.is_block or item.start - before.first.start < _MAX_ITEM_LENGTH)
    )


def _starts_twice_finding(list_: NumberedList, text: str) -> Finding:
    item = list_.first
    words = text[item.start : item.end]
    return Finding(
        item.start,
        item.end,
        translated("{words} is used twice", words=words),
        translated("{expected} is expected", expected=ordinal_in_series(list_.series, 2, words)),
    )


def _single_item(list_: NumberedList, draft: Draft) -> Iterator[Finding]:
    """A list with a single item."""
    item, text = list_.first, draft.text
    words = text[item.start : item.end]
    end = draft.passages[item.passage].end
    if list_.repeated_list is not None and (list_.is_block or len(list_.series) == 2) and list_.series != "首先":
        expected = ordinal_in_series(list_.series, list_.repeated_list.next_number, words)
        severity: Severity | None = None if list_.series in _NEEDS_SECOND_ITEM else "warning"
        yield Finding(
            item.start,
            item.end,
            translated("{words} is used twice", words=words),
            translated("{expected} is expected", expected=expected),
            severity=severity,
        )
    elif list_.series == "一方面":
        sides = "。".join(text[item.end : end + _NEAR].split("。", 3)[:3])
        if not _OTHER_HAND.search(sides):
            yield Finding(
                item.start,
                item.end,
                translated("{words} has no 另一方面 after it", words=words),
                translated("add the other side"),
                severity="hint",
            )
    elif list_.series in _NEEDS_SECOND_ITEM and (list_.is_block or not item.level):
        rest = text[item.end : min(end, item.end + _NEAR)]
        is_condition = list_.series == "一要" and _CONDITION.search(rest.split("。", 1)[0])
        if not is_condition and not _CONTINUES.search(rest):
            message = translated(
                "{words} is the only item: no {expected} follows",
                words=words,
                expected=ordinal_in_series(list_.series, 2, words),
            )
            yield Finding(
                item.start,
                item.end,
                message,
                translated("add the missing items or remove the ordinal"),
                severity="warning",
            )
