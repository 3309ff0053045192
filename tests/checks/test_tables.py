"""The tables of the rules, `checks/data/`: each file is valid, sorted, without duplicates, and used."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from speechgen.checks.rules import RULES
from speechgen.checks.rules.days.congress_mentions import mentions
from speechgen.checks.rules.days.events import sessions
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.tables import DATA as FOLDER
from speechgen.checks.tables import groups, head, known_until, rows

from ..conftest import ROOT
from .rules import findings

DATA = Path(FOLDER)
NAMES = sorted(path.relative_to(DATA).with_suffix("").as_posix() for path in DATA.rglob("*.txt"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/speechgen/checks").rglob("*.py"))
GROUPS = ("words", "phrases", "endings", "posts", "kinds")  # columns with many words
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SIGNS = "零一二三四五六七八九十"


def _sort_key(cells: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((int(cell), "") if cell.isdigit() else (0, cell) for cell in cells)


def _day(row: tuple[str, ...]) -> str:
    return min(cell for cell in row if cell[:1].isdigit())


def test_there_are_tables_and_no_other_files() -> None:
    assert len(NAMES) > 6
    assert [path for path in DATA.rglob("*") if path.is_file() and path.suffix != ".txt"] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_valid(name: str) -> None:
    about, found = head(name), rows(name)
    assert {"title", "source", "columns"} <= set(about) <= {"title", "source", "columns", "known_until", "order"}
    assert all(about.values())
    columns = about["columns"].split()
    assert found
    assert [row for row in found if len(row) != len(columns)] == []
    assert len(set(found)) == len(found), "duplicates"
    if columns == ["characters"]:
        found = tuple((character,) for row in found for character in row[0])
        assert len(set(found)) == len(found), "duplicates"
    elif columns[1:] == ["characters"]:
        assert [row for row in found if len(set(row[1])) != len(row[1])] == [], "duplicates"
        found = tuple((row[0],) for row in found)
    elif columns[1:] in ([each] for each in GROUPS):
        assert [words for words in groups(name).values() if len(set(words)) != len(words)] == [], "duplicates"
        found = tuple((row[0],) for row in found)
    if about.get("order") == "by day":
        assert list(found) == sorted(found, key=_day)
    elif "order" in about:
        assert about["order"] in ("first match", "as in the source")
    else:
        assert list(found) == sorted(found, key=_sort_key)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_used(name: str) -> None:
    assert f'"{name}"' in CODE or f"‹{name}" in CODE


@pytest.mark.parametrize("name", [name for name in NAMES if "known_until" in head(name)])
def test_no_day_is_later_than_the_table_knows(name: str) -> None:
    days = [date.fromisoformat(cell) for row in rows(name) for cell in row if DAY.fullmatch(cell)]
    assert days
    assert max(days) <= known_until(name)


def test_the_manual_page_says_until_when_the_tables_know() -> None:
    assert {known_until(name) for name in NAMES if "known_until" in head(name)} == {known_until("days/plenums")}
    assert f"known until {known_until('days/plenums')}," in RULES["date"].page


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (SIGNS[tens] if tens > 1 else "") + ("十" if tens else "") + (SIGNS[ones] if ones or not tens else "")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("days/plenums", "党的{}届{}中全会"),
        ("days/discipline_sessions", "{}届中央纪委{}次全会"),
        ("days/peoples_congresses", "{}届全国人大{}次会议"),
    ],
)
def test_every_session_is_found(name: str, words: str) -> None:
    for term, number, first, last in rows(name):
        text = words.format(_numeral(int(term)), _numeral(int(number)))
        today = DateRange(date(2026, 3, 12), date(2026, 3, 12))
        (found,) = mentions(text, today, sessions())
        assert (str(found.first), str(found.last)) == (first, last)


def test_every_congress_is_found() -> None:
    for number, name, first, last in rows("days/congresses"):
        assert name == f"党的{_numeral(int(number))}大"
        today = DateRange(date(2026, 3, 12), date(2026, 3, 12))
        (found,) = mentions(f"{name}精神", today, sessions())
        assert (str(found.first), str(found.last)) == (first, last)


def test_every_campaign_is_reported_before_it_began_and_after_it_ended() -> None:
    for name, first, last, source in rows("days/campaigns"):
        if first != "-":
            day = date.fromisoformat(first) - timedelta(days=61)  # it may be announced before
            messages = [each.message for each in findings("date", f"{name}开展得很好。", f"dates: {{meeting: {day}}}")]
            assert any(f"{name} dates from {first} ({source})" in message for message in messages)
        if last != "-":
            day = date.fromisoformat(last) + timedelta(days=91)
            messages = [each.message for each in findings("date", f"正在开展的{name}。", f"dates: {{meeting: {day}}}")]
            assert f"{name} ended on {last} ({source}), but is presented as current" in messages


@pytest.mark.parametrize("row", rows("days/anniversaries"))
def test_every_anniversary_is_checked(row: tuple[str, str]) -> None:
    name, year = row
    (found,) = findings("date", f"今年是{name}{2030 - int(year)}周年。", "dates: {meeting: 2031-01-02}")
    assert found.message.endswith(f"since {year}")
