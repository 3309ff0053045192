"""Congresses and sessions that are after the meeting, or no longer the latest on its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from speechgen.checks.facts import Event
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import CLAUSE, SENTENCE, end_of, start_of
from speechgen.checks.rules.days.congress_mentions import Mention, mentions
from speechgen.checks.rules.days.events import Congress, Sessions, sessions
from speechgen.checks.rules.days.tense_words import PAST
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, find_dates, resolve
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity

# Words for upcoming congresses. They are not expected more than two and a half years ahead.
_FORWARD = lazily(
    "‹days/words before_congresses›|召开之年|召开的[^，。；]{0,6}一年|将[^，。；]{0,24}召开|迎来"
    "|为[^。；]{0,40}(?:营造|创造|提供|献礼)|(?:[保迎]|服务|做好)[^，。；]{0,24}(?:召开|安保)|[今明]年[^。；]{0,40}(?:召开|之年)"
)
_MAX_DAYS_AHEAD = 913
_NEARBY = 8  # mentions before and after one that may be in the same sentence
# 到2012年党的十八大召开, 在党的十八大召开以前
_UNTIL = lazily(r"(?:到|至|截至|直到)(?:[12][0-9]{3}年|[今明后]年)?[春秋年]?[天季底]?$")
_BEGINS = lazily(r"(?:胜利|顺利)?(?:召开|开幕)")
_BEFORE_IT = lazily(r"(?:胜利|顺利)?(?:召开|开幕)?(?:之前|以前|前夕|前)")
_JUST = lazily(
    r"(?:刚刚|新近|日前|近日|近期|最近|不久前|前不久|刚)(?:胜利|圆满|在北京)*(?:闭幕|召开|结束|落下帷幕)[^，。；]{0,6}$"
)
_JUST_AFTER = lazily(r"(?:已经|才)?(?:刚刚|新近|日前|近日|不久前|前不久|刚)(?:在北京|胜利|圆满)*(?:闭幕|召开|结束)")
_MAX_JUST_DAYS = 200  # after which an event has not 刚刚 ended
_SOON = lazily(r"(?:即将|将要|将于[^，。；]{0,12})(?:召开|开幕|到来)[^，。；]{0,6}$")
_WELCOME = lazily(r"(?:迎接|喜迎|期待|准备|筹备)[^，。；]{0,6}$")
_OPENING = lazily(r"[^，。；]{0,4}(?:胜利|顺利|圆满)?(?:召开|开幕|到来)")
_LATELY = lazily(r"(?:刚刚|新近|日前|近日|近期|最近|不久前|前不久|刚|前些天)[^。；]{0,8}$")
_CLOSING = lazily(r"[^，。；]{0,4}(?:胜利|顺利|圆满)?(?:闭幕|召开|结束|落下帷幕)")
_SOON_AFTER = lazily(r"(?:即将|将要|将于[^，。；]{0,12})(?:在北京)?(?:召开|开幕|到来)|正在(?:北京)?(?:召开|举行|进行)")
_HELD = lazily(r"(?:召开|闭幕|举行|开幕)的(?:党的|中国共产党)?第?$")
_FIRST_YEAR = lazily(r"今年是[^。；]{0,16}$")
_OF_FIRST_YEAR = lazily(r"[^。；，]{0,8}(?:开局|起步|第一|开篇)之?年")
_YEAR_OF = lazily(r"(?:胜利)?召开之年")
# Words that make a demand of today, and words for another time.
_CURRENT = lazily(
    "当前|今后一个时期|眼下|现阶段|首要政治任务|重大政治任务|头等大事|正在|[掀兴]起[^，。；]{0,12}热潮|迅速传达|今年|下一步"
)
_FOREMOST = lazily("首要政治任务|头等大事|当前和今后|[掀兴]起[^，。；]{0,12}热潮|迅速传达|当务之急|眼下|正在")
_STUDY = lazily(r"学习(?:宣传)?(?:贯彻)?(?:落实)?(?:党的)?$")
_DEMAND = lazily(r"(?:贯彻|学习|宣传|落实|领会|把握|围绕|遵循|按照|根据|以|用|对标|聚焦)[^，。；]{0,10}$")
_SPIRIT = lazily(r"[^，。；、]{0,14}(?:精神|部署|要求|报告|决策|战略|目标)")
_ASKS = lazily(r"[^，。；]{0,4}精神[，,]?(?:要|必须|作为|是|为指引|入脑)")
_OTHER_TIME = lazily(
    r"以来|年来|当时|那时|曾|期间|[去前往]年|[12][0-9]{3}年|[了过](?:[，。；]|一)|从[^。；]{0,20}到|回顾|历程"
)


def congresses(text: str, meeting: DateRange, own: tuple[Event, ...] = ()) -> Iterator[Finding]:
    """Check every congress and session that the speech mentions against the day of the meeting.

    `own`: the sessions that the workspace adds.
    """
    known = sessions(own)
    latest = known.latest_on(meeting.last)
    named = mentions(text, meeting, known)
    for number, mention in enumerate(named):
        nearby = named[max(0, number - _NEARBY) : number + _NEARBY]
        if mention.first is None or mention.last is None:
            said = text[mention.start : mention.end]
            yield _finding(
                mention,
                translated("{said}: {name} does not exist", said=said, name=mention.name),
                translated("correct its number"),
            )
        elif mention.first > meeting.last:
            yield from _after_meeting(mention, mention.first, text, meeting)
        else:
            yield from _wrong_time(mention, mention.first, mention.last, text, meeting)
            if latest and mention.last < latest.first:
                yield from _older_congress(mention, nearby, latest, text)
            elif mention.is_session:
                yield from _older_session(mention, mention.last, nearby, text, meeting, known)


def _after_meeting(mention: Mention, first: date, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Report 党的十九大以来, in 2014."""
    is_far = (first - meeting.last).days > _MAX_DAYS_AHEAD
    lead = text[max(0, mention.start - 12) : mention.start]
    is_end = (_UNTIL.search(lead) and _BEGINS.match(text, mention.end)) or _BEFORE_IT.match(text, mention.end)
    is_plan = is_end and not PAST.search(_sentence(mention, text))
    if is_far or not (is_plan or _FORWARD.search(_sentence(mention, text))):
        message = translated(
            "{name} began on {first}, after the meeting on {meeting}",
            name=mention.name,
            first=first,
            meeting=meeting.first,
        )
        yield _finding(mention, message, translated("name the one that is meant, or correct the date"))


def _wrong_time(mention: Mention, first: date, last: date, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Report 即将召开的党的二十大, 刚刚闭幕的党的十八大 and 去年召开的党的十九大, in 2024."""
    lead = text[start_of(text, mention.start, CLAUSE) : mention.start]
    days = (meeting.first - last).days
    before, end = text[start_of(text, mention.start, SENTENCE, 24) : mention.start], mention.end
    is_welcome = (
        _WELCOME.search(before) and _OPENING.match(text, end) and not _OTHER_TIME.search(_sentence(mention, text))
    )
    is_lately = (
        _JUST.search(lead) or _JUST_AFTER.match(text, end) or (_LATELY.search(before) and _CLOSING.match(text, end))
    )
    is_of_that_year = is_welcome and days <= _MAX_JUST_DAYS  # a report of the year: 以迎接党的十九大召开为动力
    if is_of_that_year and not _SOON.search(lead) and not _SOON_AFTER.match(text, end):
        return
    if days > 0 and (_SOON.search(lead) or _SOON_AFTER.match(text, end) or is_welcome):
        yield _finding(
            mention,
            translated("{name} ended on {last}, before the meeting", name=mention.name, last=last),
            translated("name the next one"),
        )
    elif days > _MAX_JUST_DAYS and is_lately:
        yield _finding(
            mention,
            translated(
                "{name} ended on {last}, {days} days before the meeting", name=mention.name, last=last, days=days
            ),
            severity="warning",
        )
    elif held := _HELD.search(lead):
        for stated in _stated_dates(lead[: held.start()], meeting):
            if stated.last < first or stated.first > last:
                yield _finding(
                    mention,
                    translated("{name} was held from {first} to {last}", name=mention.name, first=first, last=last),
                    translated("correct its date or its name"),
                )
    elif _FIRST_YEAR.search(lead):
        year = first.year + 1 if _OF_FIRST_YEAR.match(text, mention.end) else first.year
        is_year = _OF_FIRST_YEAR.match(text, mention.end) or _YEAR_OF.match(text, mention.end)
        if is_year and year != meeting.first.year:
            yield _finding(
                mention,
                translated(
                    "{name} was in {held}, so that year is {year}", name=mention.name, held=first.year, year=year
                ),
                translated("name the one that is meant"),
            )


def _older_congress(mention: Mention, named: list[Mention], latest: Congress, text: str) -> Iterator[Finding]:
    """Report 当前，要把学习贯彻党的十八大精神作为首要政治任务, in 2024."""
    sentence = _sentence(mention, text)
    start = start_of(text, mention.start, SENTENCE)
    is_with_latest = any(
        each.first is not None and each.first >= latest.first and start <= each.start < start + len(sentence)
        for each in named
    )
    if is_with_latest or not _SPIRIT.match(text, mention.end):
        return
    is_asked = _DEMAND.search(text[max(start, mention.start - 16) : mention.start]) or _ASKS.match(text, mention.end)
    if _CURRENT.search(sentence) or (is_asked and not _OTHER_TIME.search(sentence)):
        message = translated("{name} is not the latest: {latest} was later", name=mention.name, latest=latest.name)
        yield _finding(mention, message, translated("name the latest one, or use the past tense"), severity="warning")


def _older_session(
    mention: Mention, last: date, named: list[Mention], text: str, meeting: DateRange, known: Sessions
) -> Iterator[Finding]:
    """Report 当前的首要任务是学习贯彻党的二十届三中全会精神, after the fourth session."""
    later = [days for days in known.plenums.values() if days[0] > last and days[1] <= meeting.last]
    start, sentence = start_of(text, mention.start, SENTENCE), _sentence(mention, text)
    end = start + len(sentence)
    is_with_later = any(each.first is not None and each.first > last and start <= each.start < end for each in named)
    lead = text[max(start, mention.start - 16) : mention.start]
    if "中全会" not in mention.name or not later or is_with_later or not _SPIRIT.match(text, mention.end):
        return
    message = translated("{name} is not the latest: there was another on {date}", name=mention.name, date=max(later)[0])
    fix = translated("name the latest one, or use the past tense")
    if _FOREMOST.search(sentence):
        yield _finding(mention, message, fix, severity="warning")
    elif _STUDY.search(lead) and not _OTHER_TIME.search(sentence):
        yield _finding(mention, message, fix, severity="hint")


def _sentence(mention: Mention, text: str) -> str:
    return text[start_of(text, mention.start, SENTENCE) : end_of(text, mention.end, SENTENCE)]


def _finding(mention: Mention, message: str, fix: str = "", severity: Severity | None = None) -> Finding:
    return Finding(mention.start, mention.end, message, fix or translated("name the latest one"), severity=severity)


def _stated_dates(lead: str, meeting: DateRange) -> list[DateRange]:
    """The date, or the word for a year or a month, that ends `lead`, the words before 召开的; at most one."""
    dates: list[WrittenDate] = find_dates(lead)
    if dates and len(lead) - dates[-1].end <= 2:
        found = resolve(dates[-1], meeting)
        return [found] if found else []
    for word, years in (("今年", 0), ("去年", -1), ("前年", -2), ("今年初", 0), ("去年底", -1)):
        if lead.endswith(word):
            year = meeting.first.year + years
            return [DateRange(date(year, 1, 1), date(year, 12, 31))]
    for word, months in (("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0)):
        if lead.endswith(word):
            month = meeting.first.year * 12 + meeting.first.month - 1 + months
            return [
                found for found in (resolve(WrittenDate(0, 0, month // 12, month % 12 + 1, None), meeting),) if found
            ]
    return []
