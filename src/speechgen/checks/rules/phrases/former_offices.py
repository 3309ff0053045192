"""Names of offices that a reform has abolished, in a speech of a later year: 国土资源局 in 2024."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import rows
from speechgen.messages import translated
from speechgen.model import Day

_GRACE = timedelta(days=365)  # in which the old name is still said
# A sentence about earlier times: 原国土资源局, 时任环境保护局局长, 2016年. 环境保护部门 is no name.
_EARLIER = lazily(
    r"原|前身|时任|历任|曾|当时|那时|当年|过去|[12][0-9]{3}年|二[〇○]一.年|更名|改名|改为|合并|组建|撤销|并入"
)
_SENTENCE_END = "。！？；\n"
_NOT_AFTER = ("门", "队")


def former_offices(text: str, meeting: Day | None) -> Iterator[Finding]:
    """Yield each name of an office that was abolished a year before the meeting, where it is said of the present."""
    if meeting is None:
        return
    day = date(meeting.year, meeting.month, meeting.day or 1)
    for name, (last, successor) in _former().items():
        start = text.find(name) if day - _GRACE > last else -1
        while start >= 0:
            end = start + len(name)
            if _is_said_of_today(text, start, end):
                message = translated(
                    "{name} was abolished in the reform of {year}; now it is {successor}",
                    name=name,
                    year=last.year,
                    successor=successor,
                )
                yield Finding(start, end, message, translated("write {right}", right=successor), severity="warning")
            start = text.find(name, end)


def _is_said_of_today(text: str, start: int, end: int) -> bool:
    if text.startswith(_NOT_AFTER, end) or text[max(0, start - 2) : start].endswith("生态"):
        return False
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    lasts = [at for mark in _SENTENCE_END if (at := text.find(mark, end)) >= 0]
    sentence = text[first : min(lasts, default=len(text))]
    return _EARLIER.search(sentence) is None and "《" not in sentence


@cache
def _former() -> Mapping[str, tuple[date, str]]:
    """The day on which each name was abolished, and the name of today; longer names first."""
    found = {name: (date.fromisoformat(last), successor) for name, last, successor in rows("phrases/former_offices")}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))
