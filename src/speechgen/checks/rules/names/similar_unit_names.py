"""Names that are almost the unit's: its words in another order, another number or direction, a word more or less.

Each may be the name of another unit: it is reported where the unit's own name is expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups, word_set
from speechgen.messages import joined_words, translated

_CHINESE = lazily("[\u4e00-\u9fff]+")
_LONG = 6  # characters; the words of a shorter name in another order may be other words
# Of two units, only this character differs: 二院 and 四院, 南宫园 and 北宫园.
_EXCHANGED = ("一二三四五六七八九十", "东南西北", "新老", "上下", "大小")
_WORDS = "names/words_of_schools"  # by suffix: 工业 of 浙江工业大学
_NUMBERED = "第[一二三四五六七八九十]"
_BEFORE = lazily(
    "(?:(?<![\u4e00-\u9fff])|我代表|我谨代表|我们|咱们|作为|我是|我为|祝愿?|相信|热爱|感谢|选择了?|走进|来到|没有|成为|为|在)$"
)
_AFTER = lazily(
    "的?(?:今天|明天|昨天|未来|道路|辉煌|历史|存在|事业|光荣|荣誉|每一|一员|大家庭|全体|广大|师生|职工|员工|干部|发展)"
    "|上下|人(?=[，。、的])"
)
_HEAD_AFTER = lazily("(?:校长|院长|园长|董事长|行长|党委书记|书记)(?=[\u4e00-\u9fff]{0,2}[，。])|迎来|召开|隆重")
_OTHERS = lazily("[、和与及同]|兄弟")
_TITLE_BEFORE = lazily("(?:^|在|——)$")


def similar_unit_names(draft: Draft, facts: Facts, own: OwnUnit) -> Iterator[Finding]:
    """The findings, for a unit from the unit file."""
    if not own.is_given:
        return
    for name in _long_names(own.names):
        for start, end in _in_other_order(draft.text, name):
            words = draft.text[start:end]
            if words not in facts.all_text and not own.is_called(words):
                message = translated("{words} has the words of {name} in another order", words=words, name=name)
                yield Finding(start, end, message, translated("write {words}", words=name))
    for name in own.names:
        for words in _similar(name) if _CHINESE.fullmatch(name) else ():
            at = draft.text.find(words)
            is_known = at < 0 or words in facts.all_text or own.is_called(words) or draft.text.count(words) > 1
            if not is_known and _is_expected(draft, at, at + len(words)):
                message = translated(
                    "{words} is not one of the unit's names ({names})", words=words, names=joined_words(own.names)
                )
                yield Finding(at, at + len(words), message, translated("write {words}", words=name), severity="warning")


def _long_names(names: tuple[str, ...]) -> Iterator[str]:
    """The names that are long, and what follows the university's name in that of its college."""
    for name in names:
        for each in dict.fromkeys((name, name.rpartition("大学")[2])):
            if len(each) >= _LONG and _CHINESE.fullmatch(each):
                yield each


def _in_other_order(text: str, name: str) -> Iterator[tuple[int, int]]:
    """公共管理与政策学院 for 公共政策与管理学院; the rule near-name has two characters that are swapped."""
    size, characters = len(name), sorted(name)
    at = text.find(name[-2:])
    while at >= 0:
        start, end = at + 2 - size, at + 2
        words = text[max(0, start) : end]
        if words != name and sorted(words) == characters and sum(map(str.__ne__, words, name)) > 2:
            yield start, end
        at = text.find(name[-2:], at + 1)


@lru_cache(maxsize=64)
def _similar(name: str) -> tuple[str, ...]:
    """The names that are almost this one."""
    others = [*_with_other_words(name)]
    for at, character in enumerate(name) if len(name) > 2 else ():
        exchanged = next((each for each in _EXCHANGED if character in each), "")
        others += [name[:at] + each + name[at + 1 :] for each in exchanged if each != character]
    return tuple(others)


def _with_other_words(name: str) -> Iterator[str]:
    """浙江工业大学 and 浙江师范大学 for 浙江大学, 浙江大学 for 浙江工业大学."""
    suffix = next((suffix for suffix in groups(_WORDS) if name.endswith(suffix)), "")
    stem = name.removesuffix(suffix)
    if not suffix or len(stem) < 2:
        return
    words = (*groups(_WORDS)[suffix], *(f"第{number}" for number in "一二三四五六七八九"))
    yield from (stem + each + suffix for each in words)
    place = next((stem[:size] for size in (4, 3, 2) if stem[:size] in word_set("names/places")), "")
    if place and stem.removeprefix(place) in words:
        yield from (place + each + suffix for each in ("", *words) if place + each != stem)


def _is_expected(draft: Draft, start: int, end: int) -> bool:
    """Whether the unit's own name is expected here, and no other units are listed."""
    passage = draft.passage(start)
    before = draft.text[max(passage.start, start - 8) : start]
    after = draft.text[end : min(passage.end, end + 8)]
    if _OTHERS.match(after) or (before and _OTHERS.match(before[-1])):
        return False
    if passage.kind in ("title", "author"):
        return bool(_TITLE_BEFORE.search(before))
    return bool(_AFTER.match(after)) or (bool(_BEFORE.search(before)) and bool(_HEAD_AFTER.match(after)))
