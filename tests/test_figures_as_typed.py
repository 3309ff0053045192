"""Figures and dates as people type them, and as spreadsheets give them: understood, or reported at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run, spots

TEMPLATE = """\
title: 小结
language: zh-CN
values:
  properties:
    lessons: {title: 几点经验, type: integer}
    dates:
      properties:
        started: {title: 活动开始, type: string, format: month}
metrics:
  forums: {title: 座谈会, measure: 场}
  visits: {title: 走访, measure: 户, round_to: 10}
  rate: {title: 满意率, measure: "%", decimals: 1, maximum: 100}
  cost: {title: 经费, measure: 万元, decimals: 2}
  petitions: {title: 信访量, measure: 件, change: {expected: decrease}}
"""
SPEECH = """\
---
title: 小结
---
{{ dates.started | date }}开始，{{ dates.meeting | date }}结束。

{% if metrics.forums %}
召开座谈会{{ metrics.forums }}。
{% endif %}

{% if metrics.visits is defined %}
走访{{ metrics.visits }}。
{% endif %}

满意率{{ metrics.rate }}，花了{{ metrics.cost }}，{{ lessons }}点经验。
"""
UNIT = """\
template: own
unit: {name: 青石镇}
dates:
  started: 2014-01
  meeting: 2014-10-24
lessons: 6
metrics:
  forums: 23
  visits: 468
  rate: 96.8
  cost: 52.1
"""


@pytest.fixture
def speech(run: Run) -> Run:
    """Generates the speech of the unit file with one line replaced: `speech(old, new)`."""
    Path("own").mkdir()
    Path("own/template.yaml").write_text(TEMPLATE, encoding="utf-8")
    Path("own/speech.md.j2").write_text(SPEECH, encoding="utf-8")

    def generate(old: str, new: str) -> object:
        assert old in UNIT
        Path("u.yaml").write_text(UNIT.replace(old, new), encoding="utf-8")
        return run("generate", "u.yaml", "-f", "txt", "-o", "-", "--no-check")

    return generate  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("forums: 36.0", "座谈会36场"),
        ("forums: 12万", "座谈会12万场"),
        ("forums: 1.2万", "座谈会12000场"),
        ("forums: 3亿", "座谈会3亿场"),
        ("forums: 1亿2000万", "座谈会1.2亿场"),
        ("forums: 1,260", "座谈会1260场"),
        ("forums: １，２６０", "座谈会1260场"),
        ("forums: ２３", "座谈会23场"),
        ('forums: "23"', "座谈会23场"),
        ("forums: 23场", "座谈会23场"),
        ("forums: 36.0000001", "座谈会36场"),
        ("forums: 三十六场", "座谈会36场"),
        ("forums: 两百", "座谈会200场"),
        ("forums: 一万二千零五十", "座谈会12050场"),
        ("forums: 1.26千", "座谈会1260场"),
        ("forums: 3千万", "座谈会3000万场"),
        ("forums: 1.2 万场", "座谈会12000场"),
        ("forums: 1 260", "座谈会1260场"),
        ("forums: 1 234 567", "座谈会1234567场"),
    ],
)
def test_a_figure_with_one_meaning_is_understood(speech: Run, typed: str, said: str) -> None:
    result = speech("forums: 23", typed)
    assert spots(result) == []
    assert said in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("old", "typed", "said"),
    [
        ("rate: 96.8", "rate: 57.000001", "满意率57%"),
        ("rate: 96.8", "rate: 8.333333", "满意率8.3%"),
        ("rate: 96.8", "rate: 96.8%", "满意率96.8%"),
        ("rate: 96.8", "rate: 96.8％", "满意率96.8%"),
        ("rate: 96.8", "rate: 99.96", "满意率99.96%"),
        ("rate: 96.8", "rate: 百分之九十六点八", "满意率96.8%"),
        ("rate: 96.8", "rate: 96.8 percent", "满意率96.8%"),
        ("rate: 96.8", "rate: .9%", "满意率0.9%"),
        ("cost: 52.1", "cost: 十二万元", "花了12万元"),
        ("rate: 96.8", "rate: 0.5%", "满意率0.5%"),
        ("cost: 52.1", "cost: 8.333333", "花了8.33万元"),
        ("cost: 52.1", "cost: 52.10万元", "花了52.1万元"),
        ("lessons: 6", "lessons: 6.0", "6点经验"),
    ],
)
def test_a_figure_is_rounded_as_declared(speech: Run, old: str, typed: str, said: str) -> None:
    result = speech(old, typed)
    assert spots(result) == []
    assert said in result.output


@pytest.mark.parametrize(
    ("typed", "message", "fix"),
    [
        ("约300", "a whole number, not “约300”", "find out the exact figure, and write it without 约"),
        ("300余", "a whole number, not “300余”", "find out the exact figure, and write it without 余"),
        ("300+", "a whole number, not “300+”", "find out the exact figure, and write it without +"),
        ("20—30", "a whole number, not the range “20—30”", "write one figure; a range has two"),
        ("20至30场", "a whole number, not the range “20至30场”", "write one figure; a range has two"),
        ("2014-10", "a whole number, not “2014-10”", "write the figure; this is a date"),
        ("24l3", "a whole number, not “24l3”", "check the figure: l is not a digit"),
        ("24O", "a whole number, not “24O”", "check the figure: O is not a digit"),
        ("57%", "a whole number, not “57%”", "write how many 场 in digits alone, not a share"),
        ("23次", "a whole number, not “23次”", "write how many 场 in digits alone"),
        ("12,60", "a whole number, not “12,60”", "check the comma: it may separate groups of three digits"),
        ("二十几场", "a whole number, not “二十几场”", "write the exact figure in digits"),
        ("无", "a whole number, not “无”", "if there is none, delete the line"),
        ("=SUM(A1)", "a whole number, not “=SUM(A1)”", "write the result of the formula"),
        ("1.2万余", "a whole number, not “1.2万余”", "find out the exact figure, and write it without 余"),
        ("8.5", "a whole number, not “8.5”", "write it without decimals"),
    ],
)
def test_what_is_no_figure_is_an_error_that_invents_none(speech: Run, typed: str, message: str, fix: str) -> None:
    result = speech("forums: 23", f"forums: {typed}")
    assert spots(result) == [("u.yaml", 8, 11, "wrong-type")]
    assert f"metrics.forums must be {message}; {fix}" in result.output
    assert result.exit_code == 1


def test_a_unit_of_ten_thousand_before_a_measure_of_ten_thousand_is_an_error(speech: Run) -> None:
    result = speech("cost: 52.1", "cost: 12万")
    assert spots(result) == [("u.yaml", 11, 9, "wrong-type")]
    assert "write the number of 万元: 12 or 12万元, not 12万" in result.output


def test_decimals_that_are_not_declared_are_rounded_to_two_with_a_warning(speech: Run) -> None:
    result = speech("forums: 23", "forums: 8.333333")
    assert spots(result) == [("u.yaml", 8, 11, "many-decimals")]
    assert "warning[many-decimals] metrics.forums is 8.333333, rounded to 8.33" in result.output
    assert "座谈会8.33场" in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("cell", "share", "percentage"),
    [
        ("0.968", "0.968", "96.8"),
        ("０．９６８", "0.968", "96.8"),
        (".97", "0.97", "97"),
        ("0.9680000000000001", "0.968", "96.8"),
        ("1.0", "1", "100"),
    ],
)
def test_a_share_for_a_percentage_is_a_warning(speech: Run, cell: str, share: str, percentage: str) -> None:
    result = speech("rate: 96.8", f"rate: {cell}")
    assert spots(result) == [("u.yaml", 10, 9, "share")]
    assert (
        f"warning[share] metrics.rate is in %, so {cell} would be {share}%; "
        f"write {percentage} for {percentage}%, or {share}% if that is meant"
    ) in result.output
    for written in (percentage, f"{share}%"):  # both ways out are accepted
        assert spots(speech("rate: 96.8", f"rate: {written}")) == []


def test_zero_is_false_in_a_condition_and_printed_without_one(speech: Run) -> None:
    assert "座谈会" not in speech("forums: 23", "forums: 0").output
    assert "走访0户" in speech("visits: 468", "visits: 0").output


@pytest.mark.parametrize(
    "typed",
    [
        "2014年10月24日",
        "2014/10/24",
        "2014.10.24",
        "２０１４年１０月２４日",
        "2014 年 10 月 24 号",
        "20141024",
        "24 October 2014",
    ],
)
def test_a_date_with_one_meaning_is_read(speech: Run, typed: str) -> None:
    result = speech("meeting: 2014-10-24", f"meeting: {typed}")
    assert spots(result) == []
    assert "2014年10月24日结束" in result.output


@pytest.mark.parametrize("typed", ["2014年1月", "2014/1", "2014-1", "2014.01", "January 2014"])
def test_a_month_with_one_meaning_is_read(speech: Run, typed: str) -> None:
    assert "2014年1月开始" in speech("started: 2014-01", f"started: {typed}").output


@pytest.mark.parametrize("typed", ["10/24", "10月24日", "24/10/2014", "2014年10月24日至25日", "2014年10月", "明天"])
def test_a_date_with_no_sure_meaning_is_an_error_that_shows_the_form(speech: Run, typed: str) -> None:
    result = speech("meeting: 2014-10-24", f"meeting: {typed}")
    assert spots(result) == [("u.yaml", 5, 12, "wrong-type")]
    assert f"“{typed}”; write the year, the month and the day, as in 2014-10-24 or 2014年10月24日" in result.output


def test_a_month_that_a_spreadsheet_may_have_cut_is_an_error(speech: Run) -> None:
    result = speech("started: 2014-01", "started: 2014.1")  # from 2014.10
    assert spots(result) == [("u.yaml", 4, 12, "wrong-type")]
    assert "write the year and the month, as in 2014-01 or 2014年1月" in result.output


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2014年5月12日（星期一）", "2014年5月12日"),
        ("2014年5月12日 周一", "2014年5月12日"),
        ("2014-5-12 9:00", "2014年5月12日"),
        ("2014/5/12 0:00:00", "2014年5月12日"),
        ("2014-05-12T09:00:00", "2014年5月12日"),
        ("2014年5月12日上午9点30分", "2014年5月12日"),
        ("二〇一四年五月十二日", "2014年5月12日"),
        ("二○一四年十月二十四日", "2014年10月24日"),
        ("2014年五月12日", None),
        ("Monday, 12th May 2014", "2014年5月12日"),
        ("12-May-2014", "2014年5月12日"),
        ("May 12 2014", "2014年5月12日"),
        ("the 12th of May, 2014", "2014年5月12日"),
        ("12 Sept. 2014 at 10:00 am", "2014年9月12日"),
    ],
)
def test_a_date_with_a_weekday_or_a_time_or_in_numerals_is_read(speech: Run, typed: str, day: str | None) -> None:
    result = speech("meeting: 2014-10-24", f"meeting: {typed}")
    assert spots(result) == ([] if day else [("u.yaml", 5, 12, "wrong-type")])
    assert day is None or f"{day}结束" in result.output


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2014年5月12日（星期二）", "2014-05-12 is a Monday (星期一), not a Tuesday (星期二); check the date"),
        ("Friday, 12 May 2014", "2014-05-12 is a Monday (星期一), not a Friday (星期五); check the date"),
        ("2014年13月1日", "there is no month 13; check the date"),
        ("二〇一四年十三月一日", "there is no month 13; check the date"),
        ("0014-05-12", "0014 is not a valid year; check the date"),
    ],
)
def test_a_date_that_cannot_be_is_reported(speech: Run, typed: str, words: str) -> None:
    result = speech("meeting: 2014-10-24", f"meeting: {typed}")
    assert spots(result) == [("u.yaml", 5, 12, "impossible-date")]
    assert f"u.yaml:5:12: error[impossible-date] dates.meeting: {words}\n" in result.output


@pytest.mark.parametrize("cell", ["41771", "41771.0", "41771.375"])
def test_the_number_that_a_spreadsheet_has_for_a_date_is_an_error_that_says_which(speech: Run, cell: str) -> None:
    result = speech("meeting: 2014-10-24", f"meeting: {cell}")
    assert spots(result) == [("u.yaml", 5, 12, "wrong-type")]
    assert f"as in 2014-10-24 or 2014年10月24日; {cell} is how Excel stores 2014-05-12\n" in result.output


def test_a_date_that_does_not_exist_is_reported_in_every_form(speech: Run) -> None:
    result = speech("meeting: 2014-10-24", "meeting: 2014年2月30日")
    assert spots(result) == [("u.yaml", 5, 12, "impossible-date")]


@pytest.mark.parametrize(
    "words",
    [
        "信访量{{ metrics.petitions }}。",
        "信访量由{{ metrics.petitions.before }}件降到{{ metrics.petitions.after }}件。",
        "{% if metrics.petitions %}信访量{{ metrics.petitions }}。{% endif %}",
    ],
)
def test_a_change_against_the_expected_direction_is_an_error_at_the_value(speech: Run, words: str) -> None:
    Path("own/speech.md.j2").write_text(f"---\ntitle: 小结\n---\n矛盾化解在前头，{words}\n", encoding="utf-8")
    result = speech("cost: 52.1", "petitions: {before: 52, after: 87}")
    assert spots(result) == [("u.yaml", 11, 14, "unexpected-change")]
    assert (
        "metrics.petitions rose from 52 to 87, but the template's sentence is for a decrease: “矛盾化解"
        in result.output
    )
    assert "(own/speech.md.j2:4); check the figures" in result.output
    assert result.exit_code == 1
    assert spots(speech("cost: 52.1", "petitions: {before: 87, after: 52}")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "{% if p.decreased %}气顺了，信访量{{ p }}{% else %}信访量{{ p }}，要引起注意{% endif %}。",
            "信访量同比增长67%，要",
        ),
        ("{% if p.increased %}信访量{{ p }}，要引起注意。{% endif %}", "信访量同比增长67%，要引起注意"),
        ("信访量{{ p }}{% if p.after >= p.before %}，要引起注意{% endif %}。", "信访量同比增长67%，要引起注意"),
        ("{% if p.decreased %}气顺了，信访量{{ p }}。{% endif %}到此结束。", "到此结束"),
    ],
)
def test_a_template_that_tests_the_direction_has_words_for_it(speech: Run, words: str, said: str) -> None:
    body = words.replace("p.", "metrics.petitions.").replace("{{ p }}", "{{ metrics.petitions }}")
    Path("own/speech.md.j2").write_text(f"---\ntitle: 小结\n---\n{body}\n", encoding="utf-8")
    result = speech("cost: 52.1", "petitions: {before: 52, after: 87}")
    assert spots(result) == []
    assert said in result.output


def test_a_file_that_is_included_where_the_direction_was_tested_needs_no_test(speech: Run) -> None:
    Path("own/rise.md.j2").write_text("信访量{{ metrics.petitions }}，要引起注意。\n", encoding="utf-8")
    body = '{% if metrics.petitions.increased %}{% include "rise.md.j2" %}{% endif %}'
    Path("own/speech.md.j2").write_text(f"---\ntitle: 小结\n---\n{body}\n", encoding="utf-8")
    assert "同比增长67%" in speech("cost: 52.1", "petitions: {before: 52, after: 87}").output


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("2014-10-24", "今年（2014年）"),
        ("2015-01-15", "去年（2014年）"),
        ("2015-02-28", "去年（2014年）"),
        ("2015-03-01", "今年（2015年）"),
        ("2015-03-20\n  figures_year: 2014", "去年（2014年）"),
        ("2015-03-20\n  figures_year: 2012", "2012年（2012年）"),
    ],
)
def test_templates_know_the_year_that_the_figures_are_of(speech: Run, dates: str, said: str) -> None:
    words = "{{ dates.figures_year | relative(dates.meeting) }}（{{ dates.figures_year }}年）"
    Path("own/speech.md.j2").write_text(f"---\ntitle: 小结\n---\n{words}的指标。\n", encoding="utf-8")
    result = speech("2014-10-24", dates)
    assert spots(result) == []
    assert f"{said}的指标" in result.output


def test_a_year_in_english_is_never_grouped(speech: Run) -> None:
    Path("own/template.yaml").write_text(
        "title: t\nlanguage: en\nvalues:\n  properties:\n    fiscal: {type: integer}\n    staff: {type: integer}\n",
        encoding="utf-8",
    )
    body = "FY{{ fiscal }}, in {{ dates.meeting.year }}, {{ staff }} people."
    Path("own/speech.md.j2").write_text(f"---\ntitle: T\n---\n{body}\n", encoding="utf-8")
    unit = "template: own\nunit: {name: X}\ndates: {meeting: 2015-06-01}\nfiscal: 2015\nstaff: 3120\n"
    Path("v.yaml").write_text(unit, encoding="utf-8")
    assert speech("forums: 23", "forums: 23").exit_code == 1  # the Chinese unit does not fit this template
    from typer.testing import CliRunner

    from speechgen.cli import app

    result = CliRunner().invoke(app, ["generate", "v.yaml", "-f", "txt", "-o", "-", "--no-check"])
    assert "FY2015, in 2015, 3,120 people." in result.output


def test_the_bundled_praise_of_fewer_petitions_needs_fewer_petitions(run: Run) -> None:
    from .conftest import ROOT

    text = (ROOT / "templates/education-campaign-summary/example.yaml").read_text(encoding="utf-8")
    assert "petitions: {before: 168, after: 101}" in text
    rising = text.replace("petitions: {before: 168, after: 101}", "petitions: {before: 52, after: 87}")
    Path("u.yaml").write_text(rising, encoding="utf-8")
    result = run("generate", "u.yaml", "-f", "txt", "-o", "-", "--no-check")
    assert not ("气顺了" in result.output and "信访量同比增长67%" in result.output and result.exit_code == 0)
