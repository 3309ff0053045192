"""Ranges of times, pages and articles that end before they start: 下午3时至2时, 第20页至第12页."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.numerals import CHINESE_NUMERALS, read_whole_number
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_TO = "(?:至|到|—{1,2}|－|-|~|～|–)"
_TIME = (
    r"(?P<part{n}>上午|早上|下午|中午|晚上|晚|凌晨)?(?<![0-9.:：])(?P<hour{n}>[0-9]{{1,2}})"
    r"(?:[:：](?P<digits{n}>[0-9]{{2}})(?![0-9:：])|[时点](?:(?P<minute{n}>[0-9]{{1,2}})分?|(?P<half{n}>半))?)"
)
_TIMES = lazily(_TIME.format(n=1) + _TO + _TIME.format(n=2))
_AFTERNOON = ("下午", "晚上", "晚")
_MAX_HOURS = 6  # that a wrong end is earlier; 22:00至6:00 is a night
_NUMBER = f"[0-9]{{1,4}}|[{CHINESE_NUMERALS}]{{1,5}}"
_NUMBERED = lazily(
    rf"第(?P<first>{_NUMBER})(?P<kind>[页章条节版行卷期讲]?){_TO}(?P<second_sign>第?)(?P<last>{_NUMBER})(?P<last_kind>[页章条节版行卷期讲])"
)


@within_sentence
def reversed_times(text: str) -> Iterator[Finding]:
    """Report every range of times of one day, pages or articles of which the second is earlier."""
    for found in _TIMES.finditer(text) if any(sign in text for sign in "时点:：") else ():
        if _ends_earlier(found):
            yield _finding(found, translated("correct one of the times"))
    for found in _NUMBERED.finditer(text) if "第" in text else ():
        first, last = read_whole_number(found["first"]), read_whole_number(found["last"])
        is_one_kind = found["kind"] in ("", found["last_kind"]) and (found["kind"] == "" or found["second_sign"])
        if first is not None and last is not None and last < first and is_one_kind:
            yield _finding(found, translated("correct one of the numbers"))


def _finding(found: re.Match[str], fix: str) -> Finding:
    return Finding(*found.span(), translated("{words} ends before it starts", words=found[0]), fix)


def _ends_earlier(found: re.Match[str]) -> bool:
    """Whether the second time is certainly before the first on the same day."""
    start, end = _minutes(found, 1, found["part1"]), _minutes(found, 2, found["part2"] or found["part1"])
    if found["part1"] in (None, "上午", "早上") and not found["part2"] and start <= 12 * 60 and end <= 6 * 60:
        return False  # 9点至5点
    is_other_part = found["part2"] is not None and found["part1"] != found["part2"]
    return end < start <= end + _MAX_HOURS * 60 and not is_other_part


def _minutes(found: re.Match[str], number: int, part: str | None) -> int:
    hour = int(found[f"hour{number}"])
    minute = int(found[f"digits{number}"] or found[f"minute{number}"] or 0) + 30 * bool(found[f"half{number}"])
    return (hour + 12 * (part in _AFTERNOON and hour < 12)) * 60 + minute
