"""What happens after the meeting told as past, and what lies before it told as still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.signs import FUTURE, PAST
from speechgen.checks.rules.days.words import DayWords, Span, resolve, span
from speechgen.checks.rules.patterns import lazily
from speechgen.model import Severity

_NOT_YET = lazily(
    r"(?:[（(][^）)\n]{1,10}[）)])?(?:年?底|末|初|[上中下]旬|份)?(?:之?前|以前|为止|止|起|之后|以后|后|开始)"
)
_TO = lazily(r"(?:到|至|截至|直到|在)(?:了)?$")
_ANNOUNCED = lazily(
    r"(?:将(?:于|在)|拟(?:于|在)?|计划(?:于|在)?|准备(?:于|在)|定于|定在|预计(?:于|在|到)?|即将(?:于|在)?|(?:要|须|必须|务必|应|请|确保|争取|力争|可)(?:于|在)?|最迟(?:于|在|到)?|不迟于|不得晚于|务必)$"
)
_DUE = lazily(r"(?:[（(][^）)\n]{1,10}[）)])?(?:底|末|[上中下]旬)?(?:之?前|以前)")
_DEMAND = lazily(r"请|务必|必须|要(?!求)|确保|力争|争取|应当?(?!急|用|对)|须|完成|报送|上报|报|交|送|整改到位")
_FOLLOWS = lazily(
    r"(?:[（(][^）)\n]{1,10}[）)])?[，,]?[^，,。；;\n]{0,10}?(?:将(?:于|在|要|会|召开|举行|组织|开始|启动|迎来|进驻|派|向|对|陆续)|即将|拟于)"
)
_THEN = lazily(r"当时|原定|原计划|原来|曾|此前|规定|要求|本来|本应|已|了|一度|那时|提出过|承诺")
_LATELY = lazily(r"(?:近日|日前|近期|最近|前不久|不久前|刚刚|刚|新近)[^，,。；;\n]{0,6}[，,]?[^，,。；;0-9\n]{0,4}$")
_OTHER_YEAR = lazily("[12][0-9]{3}年|[去前那当往]年|历史上")
_PLANNED = lazily(r"[^，。；]{0,10}(?:计划|预算|方案|安排|规划|课表|要点|名单|日程|清单|征订|项目库|目标|蓝图)")
_SPAN = lazily(r"(?:[（(][^）)\n]{1,10}[）)])?(?:至|到|—|－|-|~|～|–|、|和)")
_STORY = lazily(
    r"(?:[（(][^）)\n]{1,10}[）)])?(?:上午|下午|晚上?|一早|清晨|凌晨)?[，,]?[^，,。；;\n]{0,16}?"
    "(?:召开|举行|走访|调研|印发|下发|来到|发表|传达|听取|通报|反馈|启动|参加|组织|开展|接到|收到|发现|查处|受理|开幕|闭幕|揭牌|成立)"
)
_NEAR = 50  # characters before a date in which another year is its own
_MOST_DAYS_BACK = 200
_CLAUSE = "，；。！？\n"


def tenses(text: str, dates: Sequence[DayWords], meeting: Span, body: int) -> Iterator[Finding]:
    """Every date from the character `body` on that is on the other side of the meeting than its sentence says."""
    for words in dates:
        if words.start < body or not (days := resolve(words, meeting)):
            continue
        if words.year is None and not words.relative:
            if _is_later_this_year(words, text, meeting) or (days.first > meeting.last and _is_lately(words, text)):
                yield from _after(words, text, meeting)
            elif days.last < meeting.first:
                yield from _before(words, days, text, meeting)
        elif days.first > meeting.last:
            yield from _after(words, text, meeting)
        elif days.last < meeting.first and (words.month or words.day):
            yield from _before(words, days, text, meeting)


def _is_later_this_year(words: DayWords, text: str, meeting: Span) -> bool:
    """Whether a date without a year is after the meeting: in January, 12月 may be last year's, and after 2013年 too."""
    this_year, last_year = (span(meeting.first.year - ago, words.month, words.day) for ago in (0, 1))
    is_later = this_year is not None and this_year.first > meeting.last
    is_far = last_year is None or (meeting.first - last_year.last).days > _MOST_DAYS_BACK
    near = text[start_of(text, words.start, "\n", _NEAR) : words.start].replace(f"{meeting.first.year}年", "")
    return is_later and is_far and not _OTHER_YEAR.search(near)


def _is_lately(words: DayWords, text: str) -> bool:
    """前不久（11月5日）, 11月5日刚刚结束的"""
    lead = text[start_of(text, words.start, SENTENCE) : words.start]
    return bool(_LATELY.search(lead)) or text.startswith(("刚刚", "刚"), words.end)


def _after(words: DayWords, text: str, meeting: Span) -> Iterator[Finding]:
    """今年11月5日，召开了总结大会, in a speech of October."""
    start, clause_end, sentence_start, sentence_end = _around(words, text)
    clause, following = text[start:clause_end], text[words.end : clause_end]
    lead = text[sentence_start : words.start]
    if _LATELY.search(lead) and not FUTURE.search(following):
        yield _finding(words, text, meeting, "is after the meeting, and is told as lately past")
        return
    if _PLANNED.match(following) or FUTURE.search(clause) or FUTURE.search(lead[-16:]) or _is_quoted(words, text):
        return
    is_due = bool(_NOT_YET.match(text, words.end))
    past = PAST.search(following) or PAST.search(text[start : words.start])
    if past and not (is_due and not re.search("已", past[0])):
        severity: Severity = "error" if words.day or words.relative or (words.year and words.month) else "warning"
        yield _finding(words, text, meeting, f"is after the meeting, and {past[0]} tells it as past", severity)
    elif words.year and words.month and not is_due and not FUTURE.search(text, sentence_start, sentence_end):
        if not _TO.search(text[max(0, words.start - 3) : words.start]) and not past:
            yield _finding(words, text, meeting, "is after the meeting, and nothing says that it is to come", "warning")
    elif words.day and not is_due and _is_story(words, text, sentence_start, sentence_end):
        yield _finding(words, text, meeting, "is after the meeting, and nothing says that it is to come", "warning")
    elif words.year and words.month is None and _is_report(words, text, sentence_start, sentence_end):
        yield _finding(words, text, meeting, "is after the meeting, and its figures are told as known", "warning")


def _is_story(words: DayWords, text: str, start: int, end: int) -> bool:
    """11月5日下午，督导组走访了三个村: a day with what was done on it, and no word of what is to come."""
    is_span = _SPAN.match(text, words.end) or _TO.search(text[max(0, words.start - 3) : words.start])
    told = _STORY.match(text, words.end) and not FUTURE.search(text, start, end)
    return bool(told) and not is_span


def _is_report(words: DayWords, text: str, start: int, end: int) -> bool:
    """2025年全市生产总值达到1340亿元: a year as a whole, told with its figures."""
    lead = text[max(start, words.start - 3) : words.start]
    told = re.match(
        r"(?:度|全年)?[^。；;\n]{0,30}?(?:达到|达|实现|完成|增长|下降|同比|比上年|共)[^。；;\n]{0,8}[0-9]",
        text[words.end : end],
    )
    return (
        bool(told)
        and not _TO.search(lead)
        and not FUTURE.search(text, start, end)
        and not text.startswith(("前", "底", "年"), words.end)
    )


def _before(words: DayWords, days: Span, text: str, meeting: Span) -> Iterator[Finding]:
    """请于9月30日前报送, in a speech of October."""
    start, clause_end, sentence_start, _ = _around(words, text)
    lead = text[max(start, words.start - 8) : words.start]
    if _THEN.search(text, sentence_start, clause_end) or _is_quoted(words, text):
        return
    if announced := _ANNOUNCED.search(lead):
        yield _finding(
            words, text, meeting, f"is before the meeting, and {announced[0]} tells it as to come", "warning"
        )
    elif _DUE.match(text, words.end) and (demand := _DEMAND.search(text[start:clause_end])):
        yield _finding(
            words, text, meeting, f"is before the meeting, and {demand[0]} asks for what is due then", "warning"
        )
    elif words.day and _FOLLOWS.match(text, words.end):
        yield _finding(words, text, meeting, "is before the meeting, and is told as to come", "warning")


def _around(words: DayWords, text: str) -> tuple[int, int, int, int]:
    """Where a date's clause begins and ends, with the next clause where the date ends its own, and its sentence."""
    end = end_of(text, words.end, _CLAUSE)
    if text[end : end + 1] == "，" and end - words.end <= 8:
        end = end_of(text, end + 1, _CLAUSE)
    start = start_of(text, words.start, _CLAUSE)
    return start, end, start_of(text, words.start, SENTENCE), end_of(text, words.end, SENTENCE)


def _is_quoted(words: DayWords, text: str) -> bool:
    """Whether a date stands in the title of a document: 《……2025—2030年……规划》."""
    opening = max(text.rfind(mark, max(0, words.start - 60), words.start) for mark in "《〔")
    return opening >= 0 and not any(mark in text[opening : words.start] for mark in "》〕")


def _finding(words: DayWords, text: str, meeting: Span, message: str, severity: Severity | None = None) -> Finding:
    said = text[words.start : words.end]
    fix = f"the meeting is on {meeting.first}: correct the date, or the words"
    return Finding(words.start, words.end, f"{said} {message}", fix, severity=severity)
