"""Reading time of a speech, and sentences that are too long to read aloud."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES
from speechgen.checks.rules.length import spoken
from speechgen.language import language

from .rules import draft, findings, found

HEAD = "在总结大会上的讲话\n市委督导组组长　王明\n2014年10月24日\n同志们：\n"


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("同志们，大家好！", 6),
        ("2014年", 5),  # 二〇一四年
        ("2014年10月24日", 11),  # 二〇一四年十月二十四日
        ("20年", 3),  # 二十年
        ("57%", 6),  # 百分之五十七
        ("85.2%", 8),  # 百分之八十五点二
        ("2413份", 8),  # 二千四百一十三份
        ("3,400余份", 6),  # 三千四百余份
        ("007号", 4),
        ("GDP和WiFi", 6),
        ("——“”（）", 0),
    ],
)
def test_chinese_characters_are_counted_as_read_aloud(text: str, characters: int) -> None:
    assert language("zh-CN").reading_aloud.length(text) == characters


def test_english_is_counted_in_words() -> None:
    assert language("en").reading_aloud.length("We don’t count 1,200 records – or 3.5 of them.") == 9


def test_title_author_and_date_are_not_counted() -> None:
    said = spoken(draft(HEAD + "大" * 897 + "。", whole=True).speech)
    assert said.amount == 900
    assert said.minutes == 5
    assert (round(said.quickest, 3), round(said.slowest, 3)) == (Decimal("4.5"), Decimal(6))
    assert spoken(draft(HEAD + "大" * 897 + "。", whole=True).speech, 90).minutes == 10


def test_a_speech_that_fits_at_any_rate_of_the_range_has_no_problem() -> None:
    for minutes in ("4.5", "5", "6"):
        assert findings("length", HEAD + "大好。" * 448 + "大", f"minutes: {minutes}", whole=True) == []


def test_the_fix_of_a_long_speech_says_by_how_much_to_shorten_it() -> None:
    [finding] = findings("length", HEAD + "大好。" * 448 + "大", "minutes: 4", whole=True)
    assert (finding.start, finding.end) == (0, len("在总结大会上的讲话"))
    assert finding.message == "900 characters take 4.5 to 6.0 minutes to read, at 150 to 200 a minute, but minutes is 4"
    assert finding.fix == "shorten by at least 100 characters"
    assert finding.source is not None
    assert finding.severity is None


def test_the_fix_of_a_short_speech_says_how_much_to_add() -> None:
    [finding] = findings("length", HEAD + "大好。" * 448 + "大", "minutes: 7", whole=True)
    assert finding.fix == "add at least 150 characters, or lower minutes in the unit file"


def test_the_range_is_scaled_with_the_rate() -> None:
    text = HEAD + "大好。" * 448 + "大"
    assert findings("length", text, Facts(minutes=Decimal(9), rate=90), whole=True) == []
    [finding] = findings("length", text, Facts(minutes=Decimal(5), rate=90), whole=True)
    assert "at 75 to 100 a minute" in finding.message


def test_without_minutes_the_time_is_not_checked() -> None:
    assert findings("length", HEAD + "大好。" * 9000, whole=True) == []


def test_an_english_speech_is_counted_in_words() -> None:
    text = "Closing Speech\n\nColleagues,\n\n" + "We saw good work here. " * 30
    [finding] = findings("length", text, Facts(minutes=Decimal(2), rate=130), whole=True)
    assert finding.message == "151 words take 1.0 to 1.4 minutes to read, at 108 to 144 a minute, but minutes is 2"


CLAUSE = "认真抓好各项工作的落实，"


def test_a_sentence_of_more_than_150_characters_is_a_hint() -> None:
    sentence = CLAUSE * 13 + "取得了好的成效"
    assert len(sentence.replace("，", "")) == 150
    assert found("length", sentence + "。") == []
    [finding] = findings("length", f"开会。{sentence}了。完了。")
    assert finding.message == "a sentence of 151 characters is too long to read aloud"
    assert finding.severity == "hint"


def test_more_than_45_characters_without_a_mark_are_a_hint() -> None:
    stretch = "各项工作要抓紧抓好抓实" * 4
    assert found("length", f"会后{stretch[:43]}，做好。") == []
    [finding] = findings("length", f"会后{stretch}，做好。")
    assert finding.message == "a stretch of 46 characters without a mark is too long to read aloud"


def test_figures_are_counted_as_read_aloud() -> None:
    assert found("length", "会后" + "抓" * 40 + "85.2%。") != []


def test_an_english_sentence_of_more_than_70_words_is_a_hint() -> None:
    sentence = "We looked at the work, at the rooms and at the people, " * 5
    assert found("length", f"{sentence}and we were glad.") == []
    assert len(found("length", f"{sentence}and we were glad to see what we saw there, all of us.")) == 1


@given(st.text(st.sampled_from("大家0123456789.,年%，。；a b\n"), max_size=300))
def test_no_text_makes_the_rule_fail(text: str) -> None:
    one = draft(text + "完")
    for finding in RULES["length"].find(one, Facts(minutes=Decimal(1))):
        assert 0 <= finding.start < finding.end <= len(one.text)
