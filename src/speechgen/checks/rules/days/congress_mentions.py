"""Find congresses and sessions in a speech: 党的十九大, 十八届三中、四中全会, 二十届中央纪委三次全会."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rules.days.events import Sessions
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily

_TERM = "十二|十三|十四|十五|十六|十七|十八|十九|二十一|二十"
_CONGRESS = lazily(
    rf"(?:{_TERM})大(?P<next>以来|精神|报告|召开|提出|闭幕|开局|作出|胜利|代表|明确|指出|通过|描绘|期间|之后|之前"
    "|后|前|的|上|把|对|为|和|[，、。；”》）]|)"
)
_IN_FULL = lazily(rf"第({_TERM})次全国代表大会")
_NUMERAL = lazily("[一二三四五六七八九]")
_PLENUM = lazily(
    rf"(?P<term>{_TERM})届(?:中央委员会|中央)?(?P<numbers>第?[一二三四五六七八九][中次]?(?:、第?[一二三四五六七八九][中次]?){{0,6}})"
    "(?:全会|全体会议)"
)
_DISCIPLINE = lazily(
    rf"({_TERM})届中央纪委([一二三四五六七八九])次全会|中央纪委({_TERM})届([一二三四五六七八九])次全会"
)
_PEOPLES = lazily("(十二|十三|十四)届全国人大([一二三四五])次会议")
_CONGRESSES = PatternWithinSentence(_CONGRESS, ["大"])
_NO_TERM = tuple("第一二三四五六七八九十")


class Mention(NamedTuple):
    """A congress or session in a text, and its days; None if it did not take place or is not yet known."""

    start: int
    end: int
    name: str
    first: date | None
    last: date | None
    is_session: bool = False


def mentions(text: str, meeting: DateRange, known: Sessions) -> list[Mention]:
    """All congresses and sessions in a speech given on this day."""
    found = (*_congresses(text, meeting, known), *_plenums(text, meeting, known), *_sessions(text, known))
    return sorted(found, key=lambda each: each.start)


def _congresses(text: str, meeting: DateRange, known: Sessions) -> Iterator[Mention]:
    for found in _CONGRESSES.finditer(text):
        number = read_numeral(found[0][: found[0].index("大")]) or 0
        is_party = text.endswith("党的", 0, found.start())
        if not is_party and (not found["next"] or text.startswith(_NO_TERM, max(0, found.start() - 1))):
            continue  # 十大, 第十八大街
        start, end = found.start() - 2 * is_party, found.start("next")
        if event := known.congresses.get(number):
            yield Mention(start, end, event.name, event.first, event.last)
        elif number == known.latest + 1 and is_party and meeting.last.year < known.next_year:
            days = date(known.next_year, 1, 1), date(known.next_year, 12, 31)
            yield Mention(start, end, text[start:end], *days)
    for found in _IN_FULL.finditer(text):
        if event := known.congresses.get(read_numeral(found[1]) or 0):
            yield Mention(found.start(), found.end(), event.name, event.first, event.last)


def _plenums(text: str, meeting: DateRange, known: Sessions) -> Iterator[Mention]:
    """Yield plenary sessions; 十八届三中、四中全会 are two."""
    for found in _PLENUM.finditer(text) if "届" in text else ():
        term = read_numeral(found["term"]) or 0
        for sign in _NUMERAL.findall(found["numbers"]):
            first, last = known.plenums.get((term, read_numeral(sign) or 0), (None, None))
            is_complete = term < known.latest or (term == known.latest and meeting.last <= known.complete_until)
            if first or (is_complete and term >= known.first_term):
                yield Mention(
                    found.start(), found.end(), f"党的{found['term']}届{sign}中全会", first, last, is_session=True
                )


def _sessions(text: str, known: Sessions) -> Iterator[Mention]:
    """Yield sessions of the Commission for Discipline Inspection and of the National People's Congress."""
    tables = ((_DISCIPLINE, known.discipline, "中央纪委"), (_PEOPLES, known.peoples, "全国人大"))
    for pattern, table, word in tables:
        for found in pattern.finditer(text) if word in text else ():
            term, number = (read_numeral(sign) or 0 for sign in found.groups() if sign)
            if (term, number) in table:
                yield Mention(found.start(), found.end(), found[0], *table[term, number], is_session=True)
