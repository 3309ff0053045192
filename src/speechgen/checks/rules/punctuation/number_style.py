"""The form of numbers, after GB/T 15835-2011, the national standard for writing numerals.

Its clauses: 4.2.2 approximate numbers are in Chinese numerals, 4.3.3 a date is in one form, 5.1 Arabic numerals,
5.2 Chinese numerals, 5.3 both in one number.

For speed, patterns begin with the rarest character and look back from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import finding, is_han
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.model import Severity

_finding = partial(finding, standard="GB/T 15835-2011", severity="warning")
_DIGITS = "一二三四五六七八九"
_MEASURES = "个名人位次天年岁份场条项件篇户家座辆台套元万亿吨斤亩里公米倍批届节种类处间支只头张本遍回趟周小分"

# A digit next to 千, 百, 十, 几, or after 万: Arabic and Chinese numerals may be mixed here.
_MEETING = lazily("[0-9](?:[千百十几]|(?<=[千百十万亿零几之].))")
_LONGEST = 12  # characters of a number before that position
# 2千4百, 3百多, 1万2千, 4千; not the words 千瓦, 千克, 百分点, 百强.
_HUNDREDS = (
    "(?<![A-Za-z0-9.])[0-9]{1,3}(?:\\.[0-9]+)?(?:[万亿][0-9]{0,3})?"
    "(?:千(?![克瓦米伏帕焦卡赫兆字升安秋周乏])|百(?![年日分强])|十(?![日分]))"
    f"(?=[0-9多余几来{_DIGITS}{_MEASURES}])[0-9{_DIGITS}十百千万亿零]*"
)
# 一百08, 三万5000, 百分之30, 十5个; not 第十3.
_CHINESE_AND_ARABIC = (
    f"[{_DIGITS}两][十百千万亿]{{1,2}}零?[0-9][0-9{_DIGITS}十百千万亿零]*|百分之[0-9.]+"
    f"|(?<![数几第初{_DIGITS}])十[0-9](?=[个名人天项条次件家户％%])"
)
_SOME = f"[0-9]+几(?=[十百千万亿{_MEASURES}])|几[1-9]0*(?=[{_MEASURES}])"

# 三、五天 and 3、5天 for 三五天. Not lists, which have 第 before them, a third member, or a counted noun.
_APPROXIMATE = lazily(
    f"、(?=[{_DIGITS}两1-9][十百千万]?[个名人位次天年岁家份户里米公倍遍回趟元斤])"
    "(?!.十年代)(?!..(?:级|制|期|规划|会议|全会)|.个五年|.公司|.人民医院|.次会议|.次全会)"
)

_ZERO = lazily("[零○◯ＯOo0]")
_YEAR = lazily(f"年(?<=[{_DIGITS}〇零○◯ＯOo0]{{4}}年)")
CIRCLES = frozenset("○◯")
_CIRCLED = lazily(f"[{_DIGITS}〇○◯]{{3,}}")

_CHINESE_YEAR = f"[一二][一九〇零○][{_DIGITS}〇零○]{{2}}"
_YEAR_AND_MONTH = lazily(
    f"(?:(?P<year>[12][0-9]{{3}}|{_CHINESE_YEAR})年)?(?P<month>[0-9]{{1,2}}|[{_DIGITS}十]{{1,2}})$"
)
_DAY = lazily(f"([0-9]{{1,2}}|[{_DIGITS}十]{{1,3}})[日号](?![楼院线馆工文病库机卫])")

FULL_WIDTH = frozenset(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＹＺ"
)  # ＸＸ is a placeholder
_TO_HALF_WIDTH = {ord(full): ord(full) - 0xFEE0 for full in FULL_WIDTH}
_POINT = lazily("。(?<=[0-9]。)[0-9]{1,2}[%％‰个万亿]|\\.(?<=[到为达长降高低占约]\\.)[0-9]{1,3}[%％‰个万亿]")


def number_forms(draft: Draft) -> Iterator[Finding]:
    """Report mixed numerals, and wrong forms of approximate numbers, zeros, dates and decimal points."""
    yield from _number_forms(draft.text)


@within_sentence
def _number_forms(text: str) -> Iterator[Finding]:
    yield from _mixed_figures(text)
    yield from _approximate_numbers(text)
    yield from _mixed_dates(text)
    for found in _YEAR.finditer(text):
        yield from _zeros(found.start() - 4, text[found.start() - 4 : found.start()])
    for found in _POINT.finditer(text):
        yield _finding(
            *found.span(),
            translated("{number} has a wrong decimal point", number=found[0]),
            "5.1.2",
            translated("write it as in 0.46"),
        )


def circles(draft: Draft) -> Iterator[Finding]:
    """Report circles used as a zero: 二○一四."""
    for found in _CIRCLED.finditer(draft.text):
        yield from _zeros(found.start(), found[0])


def full_width(draft: Draft) -> Iterator[Finding]:
    """Report full-width digits and letters."""
    for found in re.finditer("[０-９Ａ-ＷＹＺ]+", draft.text):
        new = found[0].translate(_TO_HALF_WIDTH)
        yield _finding(
            *found.span(),
            translated("{number} is full-width", number=found[0]),
            "5.1.7",
            translated("write {right}", right=new),
            replacement=new,
        )


def _mixed_figures(text: str) -> Iterator[Finding]:
    reported_to = 0
    for meeting in _MEETING.finditer(text):
        if meeting.start() < reported_to:
            continue
        window = max(reported_to, meeting.start() - _LONGEST)
        for pattern in (_CHINESE_AND_ARABIC, _HUNDREDS, _SOME):
            for found in re.finditer(pattern, text[window : meeting.end() + _LONGEST]):
                start, end = window + found.start(), window + found.end()
                if start <= meeting.start() + 1 <= end and start >= reported_to:
                    reported_to = end
                    yield _mixed(start, found[0], is_some=pattern is _SOME)


def _mixed(start: int, figure: str, *, is_some: bool) -> Finding:
    end = start + len(figure)
    if is_some:
        return _finding(
            start,
            end,
            translated("{number} has 几 next to a digit", number=figure),
            "4.2.2",
            translated("write it in Chinese numerals"),
        )
    message = translated("{number} mixes two kinds of numerals; only 万 and 亿 go with digits", number=figure)
    severity: Severity = "error" if _is_surely_mixed(figure) else "warning"
    return _finding(start, end, message, "5.3", translated("write it in one kind of numerals"), severity=severity)


def _is_surely_mixed(figure: str) -> bool:
    """Whether the number is certainly wrong: 2千4百, 1万2千, 一百08. 5千万 and 百分之5 are wrong too, but common."""
    if figure.startswith("百分之") or figure[0] == "十":
        return False
    return figure[0] not in "0123456789" or len(re.findall("[十百千万亿]", re.sub("[百千]万", "千", figure))) > 1


def _approximate_numbers(text: str) -> Iterator[Finding]:
    for found in _APPROXIMATE.finditer(text):
        at = found.start()
        before, low, high = text[max(0, at - 2) : at - 1], text[at - 1 : at], text[at + 1]
        if not (is_han(before) or before == "，") or before in "第初周期月年" or low not in (*_DIGITS, *"两123456789"):
            continue
        if low.isascii() == high.isascii() and (
            _value(high) - _value(low) == 1 or (_value(low), _value(high)) == (3, 5)
        ):
            message = translated("{number} is an approximate number, which has no 、", number=f"{low}、{high}")
            fix = translated("write {right}, if it is not a list", right=_in_chinese(low) + _in_chinese(high))
            yield _finding(at - 1, at + 2, message, "4.2.2" if low.isascii() else "5.2.1", fix)


def _value(digit: str) -> int:
    return 2 if digit == "两" else _DIGITS.find(digit) + 1 or int(digit)


def _in_chinese(digit: str) -> str:
    return digit if digit == "两" else _DIGITS[_value(digit) - 1]


def _zeros(start: int, number: str) -> Iterator[Finding]:
    """Report 二零一四年, 二○一四年, 二0一四年: the zero of a number that is not an amount is 〇."""
    new = _ZERO.sub("〇", number)
    if new != number and sum(map(number.count, _DIGITS)) >= 2:
        message = translated("{number} has a zero that is not 〇", number=number)
        yield _finding(
            start, start + len(number), message, "5.2.5", translated("write {right}", right=new), replacement=new
        )


def _mixed_dates(text: str) -> Iterator[Finding]:
    """Report 2014年十月, 二〇一四年10月, 10月五日, 十月5日. 2014年八月十五 is a lunar date and left alone."""
    for month in re.finditer("月", text):
        at = month.start()
        before = _YEAR_AND_MONTH.search(text[max(0, at - 7) : at])
        if before is None:
            continue
        day = _DAY.match(text[at + 1 : at + 6])
        parts = [before["year"], before["month"], day[1] if day else None]
        is_lunar = text.startswith(("初", "十五", "十六"), at + 1) and day is None
        if len({part.isascii() for part in parts if part}) > 1 and not is_lunar:
            start, end = at - len(before[0]), at + 1 + (day.end() if day else 0)
            message = translated("{date}: the date mixes two kinds of numerals", date=text[start:end])
            yield _finding(start, end, message, "4.3.3", translated("write all of it in one kind of numerals"))
