"""The rule count: announced numbers, compared with the lists that they announce."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import CHINESE_AND_ENGLISH, Draft, Finding, rule
from speechgen.checks.rules.lists.announcements import announcements_of
from speechgen.checks.rules.lists.items import ANY, Item
from speechgen.checks.rules.lists.list_reader import numbered_lists
from speechgen.checks.rules.lists.named_things import miscounted_names
from speechgen.checks.rules.lists.number_phrases import NumberPhrase, number_phrases
from speechgen.checks.rules.lists.numbered_list import NumberedList
from speechgen.checks.rules.lists.quoted_counts import quoted_counts
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups
from speechgen.language import ENGLISH
from speechgen.messages import counted, joined_words, translated

_REFERS_BACK = PatternWithinSentence(lazily(r"(?<![^。！？；\n”’』」）)])(?:以上|上述|上面|前面|这)"))
_BETWEEN = ("所讲的", "所说的", "讲到的", "讲的", "说的", "谈的", "提到的", "提出的", "的", "这")  # as in 以上讲的四点
_PHRASE_LENGTH = 12  # characters, as in 四个方面的要求
_PARAGRAPH_START = 60  # characters
_SENTENCE_ENDS = frozenset("。！？；\n")
_NEAR = 8  # lists before and after one, which it may be nested in
# An extra item without an ordinal; not 最后，祝大家….
_EXTRA_ITEM = lazily(
    r"(?:^|[。；！，：\n])(?:再就是|(?:再|还有|另外|另|最后)一?(?P<measure>[个条项点])|最后是|还有就是"
    r"|最后，(?!.{0,30}?(?:[祝谢我]|希望大家|让我们|借此|衷心|代表)))"
)
_OTHER_GROUPS = lazily(r"[，；][二两三四五六七八九十几\d]+[个条种项点类件]")  # as in 一个是老同志，三个是新来的


@rule("count", languages=CHINESE_AND_ENGLISH)
def count(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """An announced number that differs from the number of items in the list.

    Numbers such as 四个方面 and 三点建议 are compared with the list that follows: in the same sentence, in the next
    one, in the paragraphs below, or as sections of the speech; 以上四点 is compared with the list before. Only lists
    with ordinals are counted. Numbers of other lists (in quotations, in other people's words, 八项规定) are compared
    with the value in the unit file whose title in the template matches the words.

    Finds:
        我们感到有四个方面的特点：一是领导带头，二是措施扎实，三是成效明显。
        下面，我提三点建议。¶一要抓学习。要学深悟透。¶二要抓整改。要一抓到底。
        问题有两个原因：第一，认识不到位；第二，措施不具体；第三，督促不经常。
        今天我讲两个问题。¶一、成绩¶成绩很大。¶二、问题¶问题不少。¶三、要求¶抓好落实。
        一是抓学习。¶二是抓整改。¶以上三点，请大家抓好落实。
        There are three findings: first, time is short; second, money is shorter.
    Leaves alone:
        我们感到有三个方面的特点：一是领导带头，二是措施扎实，三是成效明显。
        同意王书记讲的六点经验。一是抓学习，二是抓整改。
        要贯彻“八项重要任务”：一是抓学习，二是抓整改。
        我们走访了三个乡镇、五个村。一是看现场，二是听意见。
        十个方面的工作都有进步。一是抓得紧，二是抓得实。
    """
    announcements_in = announcements_of
    if draft.language == ENGLISH:
        from speechgen.checks.rules.lists.english_announcements import english_announcements_of as announcements_in
    lists = numbered_lists(draft)
    item_passages = frozenset(item.passage for each in lists for item in each.items if item.opens_passage)
    checked = set()
    for at, each in enumerate(lists):
        for phrase in announcements_in(each, draft, item_passages):
            if phrase.start not in checked:
                checked.add(phrase.start)
                if not _matches(phrase, each, lists[max(0, at - _NEAR) : at + _NEAR], draft.text):
                    yield _finding(phrase, each, draft.text, is_list_before=False)
    for phrase, before in _references_back(lists, draft):
        if phrase.start not in checked:
            yield _finding(phrase, before, draft.text, is_list_before=True)
    if draft.language != ENGLISH:
        yield from miscounted_names(draft)
    if facts.titles:
        yield from quoted_counts(draft, facts)


def _finding(phrase: NumberPhrase, list_: NumberedList, text: str, *, is_list_before: bool) -> Finding:
    size = len(list_.items)
    items = joined_words(text[item.start : item.end].rstrip("、") for item in list_.items)
    words = text[phrase.start : phrase.end]
    if is_list_before:
        message = counted(
            "{words} is preceded by a list of {number} item: {items}",
            "{words} is preceded by a list of {number} items: {items}",
            size,
            words=words,
            items=items,
        )
    else:
        message = counted(
            "{words} is followed by a list of {number} item: {items}",
            "{words} is followed by a list of {number} items: {items}",
            size,
            words=words,
            items=items,
        )
    if phrase.number > size:
        fix = translated("correct the number, or add the missing items")
    else:
        fix = translated("correct the number, or remove the extra items")
    return Finding(phrase.start, phrase.end, message, fix, severity=None if size > 1 else "warning")


def _matches(phrase: NumberPhrase, list_: NumberedList, near: Sequence[NumberedList], text: str) -> bool:
    """Whether the number is that of the items, or may be if the end of the list is unclear."""
    number, size = phrase.number, len(list_.items)
    if number == size or size in phrase.nearby_numbers:
        return True
    if list_.last.number == ANY and list_.series in ("首先", "first") and list_.is_block and number == size - 1 > 1:
        return True  # 最后 may be the end of the speech
    if number == size + 1 and _has_extra_item(list_, text):
        return True
    if list_.first.has_measure_word and size == 1 and not list_.is_block:
        return True  # 我讲三点，第三点是希望
    if list_.first.is_one_of_several and size == 1 and _OTHER_GROUPS.search(text[list_.last.end : list_.last.end + 60]):
        return True
    return not list_.is_block and _may_share(number, list_, near)


def _has_extra_item(list_: NumberedList, text: str) -> bool:
    """Whether the list has an extra item without an ordinal: 再就是, 最后一点; 还有一个建议 after 第二个建议."""
    end = text.find("\n", list_.last.start)
    if list_.is_block:
        found = _EXTRA_ITEM.match(text[end : end + _PARAGRAPH_START]) if end >= 0 else None
    else:
        found = _EXTRA_ITEM.search(text[list_.last.end : end if end >= 0 else len(text)])
    if found is None or not list_.first.has_measure_word:
        return found is not None
    return found["measure"] is None or found["measure"] == list_.series[2]


def _may_share(number: int, list_: NumberedList, near: Sequence[NumberedList]) -> bool:
    """Whether the last items may also belong to a nested list of the same series in the same paragraph."""
    for each in near:
        if each.is_block or each.series != list_.series:
            continue
        if _is_in(each.last, list_.outer_items) and each.last.number == number < len(list_.items):
            return True
        if _is_in(list_.last, each.outer_items) and len(list_.items) < number == each.last.number:
            return True
    return False


def _is_in(item: Item, outer_items: tuple[Item, ...]) -> bool:
    return any(item is each for each in outer_items)


def _references_back(lists: Sequence[NumberedList], draft: Draft) -> Iterator[tuple[NumberPhrase, NumberedList]]:
    """Numbers that refer to the list before them and differ from it, with that list: 以上四点, 这三条."""
    starts = [each.first.start for each in lists]
    sizes = {each.last.start: len(each.items) for each in lists}
    nouns = groups("lists/announcement_words")["nouns_after_these"]
    for found in _REFERS_BACK.finditer(draft.text):
        at = found.start()
        if at and draft.text[at - 1] not in _SENTENCE_ENDS:
            continue
        words = next((each for each in _BETWEEN if draft.text.startswith(each, found.end())), "")
        begin = found.end() + len(words) if found[0] != "这" else found.end()
        phrase = next(number_phrases(draft.text, begin, min(len(draft.text), begin + _PHRASE_LENGTH)), None)
        if phrase is None or phrase.start != begin:
            continue
        if phrase.measure in "点条" or any(noun in phrase.noun[:6] for noun in nouns):
            count = bisect_left(starts, at)
            near = _right_before(at, lists[max(0, count - _NEAR) : count], draft)
            # 以上四点, after the last item of four with a list of three in it
            ends_outer = near and any(sizes.get(item.start) == phrase.number for item in near[-1].outer_items)
            if near and not ends_outer and all(len(each.items) != phrase.number for each in near):
                yield phrase, near[-1]


def _right_before(at: int, lists: Sequence[NumberedList], draft: Draft) -> Sequence[NumberedList]:
    """The lists that end at most one sentence before `at` or, at the start of a paragraph, in the one before."""
    here = draft.number(at)
    begins = at == draft.passages[here].start
    farthest = 2 if begins else 0
    near = [
        each for each in lists if each.last.start < at and len(each.items) > 1 and here - each.last.passage <= farthest
    ]
    if not near or (begins and here - near[-1].last.passage != 1):
        return ()
    sentences = len(re.findall("[。！？]", draft.text[near[-1].last.end : at]))
    return near if begins or sentences <= 1 else ()
