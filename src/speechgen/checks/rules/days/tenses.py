"""Dates in the wrong tense: after the meeting but in the past tense, or before it but in the future tense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.tense_words import FUTURE, PAST
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, date_range, resolve
from speechgen.checks.rules.days.years_of_reports import is_year_of_report
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
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
    r"(?:[（(][^）)\n]{1,10}[）)])?(?:左右|前后)?[，,]?[^，,。；;\n]{0,10}?(?:将(?:于|在|要|会|召开|举行|组织|开始|启动|迎来|进驻|派|向|对|陆续|来|到|率|赴|莅)|即将|拟于)"
)
_BASE = lazily("(?:度|底|末)?的|[同上]期|以来|水平|基础")
_STILL_TO_DO = lazily(
    r"(?:底|末)?(?:之?前|以前)?[，,]?(?:要?(?:争取|力争|确保)|力求|计划|拟)"
    r"(?:完成|实现|达到|建成|启动|开工|竣工|在|把|将)"
)
_THEN = lazily("‹days/words then›")
_RECENT = lazily(r"(?:近日|日前|近期|最近|前不久|不久前|刚刚|刚|新近)[^，,。；;\n]{0,6}[，,]?[^，,。；;0-9\n]{0,4}$")
_OTHER_YEAR = lazily("[12][0-9]{3}年|[去前那当往]年|历史上")
_PLANNED = lazily(r"[^，。；]{0,10}(?:‹days/words plans›)")
_RANGE = lazily(r"(?:[（(][^）)\n]{1,10}[）)])?(?:[上中下]旬|年?[底初末])?(?:至|到|—|－|-|~|～|–|、|和)")
_EVENT = lazily(
    r"(?:[（(][^）)\n]{1,10}[）)])?(?:上午|下午|晚上?|一早|清晨|凌晨)?[，,]?[^，,。；;\n]{0,16}?"
    "(?:到[会校村厂院局]|来[校村厂院局]|‹days/words events›)"
)
_SCHEDULE = lazily("(?:时间表|路线图|目标|规划|计划|安排|方案|时间|日期|日程|期限|时限)[^。；]{0,6}[：:][^。]{0,24}$")
# A heading of a notice: 一、检查时间¶10月24日至11月4日
_TIME_HEADING = lazily(
    r"(?:时间|日期|日程|期限|时限|安排|计划|进度|步骤)(?:安排|要求)?(?:[（(][^）)\n]{1,12}[）)])?[：:]?$"
)
_ENDS_SENTENCE = lazily("[，。；：！？]")
_NEAR = 50  # characters before a date without a year in which another year may be meant for it
_MAX_DAYS_BACK = 200
_MAX_YEARS_OVERDUE = 5  # of a deadline that was not brought up to date
_LAST_MONTH_OF_REPORTS = 3  # up to which a report is of the year before: 4月13日以来
_MEETING_HELD = lazily(
    r"(?:[（(][^）)\n]{1,10}[）)])?(?:上午|下午|晚上?)?[，,]?[^，,。；;\n]{4,40}?(?:会|大会|会议|仪式)"
    "(?:[于在][^，,。；;、]{2,12}?)?(?:召开|举行|举办)(?!的|时|前)"
)
_MAX_DAYS_OVERDUE = 60  # by which a deadline without a year, whose month is still to come this year, may have passed
_LONGEST_HEADING = 20
_CLAUSE = "，；。！？\n"


def tenses(text: str, dates: Sequence[WrittenDate], meeting: DateRange, body: int) -> Iterator[Finding]:
    """Check the tense of the sentence of every date from the character `body` on."""
    for written in dates:
        if written.start < body or not (days := resolve(written, meeting)):
            continue
        if written.year is None and not written.relative:
            if _is_later_this_year(written, text, meeting) or (days.first > meeting.last and _is_recent(written, text)):
                yield from _after(written, text, meeting)
            elif days.last < meeting.first:
                yield from _before(written, days, text, meeting)
        elif days.first > meeting.last:
            yield from _after(written, text, meeting)
        elif days.last < meeting.first:
            yield from _before(written, days, text, meeting)


def _is_later_this_year(written: WrittenDate, text: str, meeting: DateRange) -> bool:
    """Whether a date without a year is certainly this year and after the meeting.

    In January, 12月 may be last year's; after 2013年, it is of 2013.
    """
    this_year, last_year = (date_range(meeting.first.year - ago, written.month, written.day) for ago in (0, 1))
    is_later = this_year is not None and this_year.first > meeting.last
    is_far = last_year is None or (meeting.first - last_year.last).days > _MAX_DAYS_BACK
    near = text[start_of(text, written.start, "\n", _NEAR) : written.start].replace(f"{meeting.first.year}年", "")
    is_since = meeting.first.month <= _LAST_MONTH_OF_REPORTS and text.startswith("以来", written.end)
    return is_later and is_far and not is_since and not _OTHER_YEAR.search(near)


def _is_recent(written: WrittenDate, text: str) -> bool:
    """Whether the date is called recent: 前不久（11月5日）, 11月5日刚刚结束的."""
    lead = text[start_of(text, written.start, SENTENCE) : written.start]
    return bool(_RECENT.search(lead)) or text.startswith(("刚刚", "刚"), written.end)


def _after(written: WrittenDate, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Report 今年11月5日，召开了总结大会, in a speech of October."""
    said = text[written.start : written.end]
    start, clause_end, sentence_start, sentence_end = _around(written, text)
    clause, following = text[start:clause_end], text[written.end : clause_end]
    lead = text[sentence_start : written.start]
    if _RECENT.search(lead) and not FUTURE.search(following):
        yield _finding(written, meeting, translated("{said} is after the meeting, but is called recent", said=said))
        return
    if _PLANNED.match(following) or FUTURE.search(clause) or FUTURE.search(lead[-16:]) or _is_quoted(written, text):
        return
    if meeting.first.month <= 3 and text.startswith("下半年", written.start):  # of last year, as annual reports have it
        return
    if (
        _SCHEDULE.search(lead)
        or _is_stage(written, text)
        or _is_alone(written, text)
        or _is_below_heading(written, text)
    ):
        return
    is_due = bool(_NOT_YET.match(text, written.end))
    past = PAST.search(following) or PAST.search(text[start : written.start])
    if past and not (is_due and not re.search("已", past[0])):
        severity: Severity = (
            "error" if written.day or written.relative or (written.year and written.month) else "warning"
        )
        yield _finding(
            written,
            meeting,
            translated("{said} is after the meeting, but {past} puts it in the past", said=said, past=past[0]),
            severity,
        )
    elif written.year and written.month and not is_due and not FUTURE.search(text, sentence_start, sentence_end):
        if not _TO.search(text[max(0, written.start - 3) : written.start]) and not past:
            yield _finding(
                written,
                meeting,
                translated("{said} is after the meeting, but nothing marks it as future", said=said),
                "warning",
            )
    elif written.day and not is_due and _is_event(written, text, sentence_start, sentence_end):
        yield _finding(
            written,
            meeting,
            translated("{said} is after the meeting, but nothing marks it as future", said=said),
            "warning",
        )
    elif written.year and written.month is None:
        if _is_report(written, text, sentence_start, sentence_end, meeting):
            message = translated("{said} is after the meeting, but its figures are given as known", said=said)
            yield _finding(written, meeting, message, "warning")
        elif is_year_of_report(written, text, meeting):
            yield _finding(
                written,
                meeting,
                translated("{said} is after the meeting, but nothing marks it as future", said=said),
                "warning",
            )


def _is_event(written: WrittenDate, text: str, start: int, end: int) -> bool:
    """Whether the sentence reports an event of that day as past: 11月5日下午，督导组走访了三个村."""
    is_range = _RANGE.match(text, written.end) or _TO.search(text[max(0, written.start - 3) : written.start])
    reported = _EVENT.match(text, written.end) or _MEETING_HELD.match(text, written.end)
    is_event = reported and not FUTURE.search(text, start, min(end, written.end + _NEAR))
    return bool(is_event) and not is_range


def _is_report(written: WrittenDate, text: str, start: int, end: int, meeting: DateRange) -> bool:
    """Whether the sentence gives figures of the whole year: 2025年全市生产总值达到1340亿元."""
    lead = text[max(start, written.start - 3) : written.start]
    has_figures = re.match(
        r"(?:度|全年)?[^。；;\n]{0,30}?(?:达到|达|实现|完成|增长|下降|同比|比上年|共)[^。；;\n]{0,8}[0-9]",
        text[written.end : end],
    )
    return (
        bool(has_figures)
        and (written.year or 0) - meeting.first.year <= 1  # figures for years ahead are targets
        and not _TO.search(lead)
        and not FUTURE.search(text, start, end)
        and not text.startswith(("前", "底", "年"), written.end)
    )


def _before(written: WrittenDate, days: DateRange, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Report 请于9月30日前报送, in a speech of October."""
    said = text[written.start : written.end]
    start, clause_end, sentence_start, _ = _around(written, text)
    lead = text[max(start, written.start - 8) : written.start]
    is_then = _THEN.search(text, sentence_start, clause_end) or _is_quoted(written, text)
    if is_then or _may_be_ahead(written, days, meeting):
        return
    ago = meeting.first.year - (written.year or meeting.first.year)
    if ago == 1 and lead.endswith("预计") and meeting.first.month <= _LAST_MONTH_OF_REPORTS:
        return  # 预计2015年实现生产总值320亿元, in January 2016
    if ago > _MAX_YEARS_OVERDUE:
        return  # 2000年底前建成的小区
    is_base = written.month is None and _BASE.match(text, written.end)  # 确保在2009年的基础上
    if not is_base and (announced := _ANNOUNCED.search(lead)):
        yield _finding(
            written,
            meeting,
            translated(
                "{said} is before the meeting, but {announced} puts it in the future", said=said, announced=announced[0]
            ),
            "warning",
        )
    elif _DUE.match(text, written.end) and (demand := _DEMAND.search(text[start:clause_end])):
        yield _finding(
            written,
            meeting,
            translated("{said} is before the meeting, but {demand} sets it as a deadline", said=said, demand=demand[0]),
            "warning",
        )
    elif written.month is None and written.year and _STILL_TO_DO.match(text, written.end):
        yield _finding(
            written, meeting, translated("{said} is before the meeting, but is said to be ahead", said=said), "warning"
        )
    elif written.day and _FOLLOWS.match(text, written.end):
        yield _finding(
            written,
            meeting,
            translated("{said} is before the meeting, but is in the future tense", said=said),
            "warning",
        )


def _may_be_ahead(written: WrittenDate, days: DateRange, meeting: DateRange) -> bool:
    """Whether 12月底前, in June, is this December rather than the last one, which is long past."""
    this_year = date_range(meeting.first.year, written.month, written.day)
    is_ahead = this_year is not None and this_year.first > meeting.last
    is_without_year = written.year is None and not written.relative
    return is_without_year and is_ahead and (meeting.first - days.last).days > _MAX_DAYS_OVERDUE


def _around(written: WrittenDate, text: str) -> tuple[int, int, int, int]:
    """Start and end of the date's clause, and of its sentence. If the date ends the clause, the next one is added."""
    end = end_of(text, written.end, _CLAUSE)
    if text[end : end + 1] == "，" and end - written.end <= 8:
        end = end_of(text, end + 1, _CLAUSE)
    opening = text.find("《", written.end, end)
    if opening >= 0 and "》" not in text[opening:end]:  # 今年1月在《关于……，……的意见》中已明确
        end = end_of(text, end_of(text, end, "》\n"), _CLAUSE)
    start = start_of(text, written.start, _CLAUSE)
    return start, end, start_of(text, written.start, SENTENCE), end_of(text, written.end, SENTENCE)


def _is_quoted(written: WrittenDate, text: str) -> bool:
    """Whether a date is in the title of a document: 《……2025—2030年……规划》."""
    opening = max(text.rfind(mark, max(0, written.start - 60), written.start) for mark in "《〔")
    return opening >= 0 and not any(mark in text[opening : written.start] for mark in "》〕")


def _is_stage(written: WrittenDate, text: str) -> bool:
    """Whether a date begins the time of a stage, in brackets: 学习阶段（3月至4月）."""
    return text[max(0, written.start - 1) : written.start] in ("（", "(") and bool(_RANGE.match(text, written.end))


def _is_below_heading(written: WrittenDate, text: str) -> bool:
    """Whether a date begins the lines below a heading such as 一、检查时间."""
    start = start_of(text, written.start, "\n")
    heading = text[start_of(text, max(0, start - 1), "\n") : max(0, start - 1)].strip()
    is_first = not text[start : written.start].strip()
    return is_first and len(heading) <= _LONGEST_HEADING and bool(_TIME_HEADING.search(heading))


def _is_alone(written: WrittenDate, text: str) -> bool:
    """Whether a date is a line of its own, the date of a document, or with 印发 the end of one."""
    start, end = start_of(text, written.start, "\n"), end_of(text, written.end, "\n")
    return text[written.end : end].strip() in ("", "印发") and not _ENDS_SENTENCE.search(text, start, end)


def _finding(written: WrittenDate, meeting: DateRange, message: str, severity: Severity | None = None) -> Finding:
    fix = translated("the meeting is on {meeting}: correct the date or the tense", meeting=meeting.first)
    return Finding(written.start, written.end, message, fix, severity=severity)
