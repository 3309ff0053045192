"""Fixes change exactly the reported words, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.fix import fixes
from speechgen.model.problem import Edit, Place, Problem
from speechgen.reading.yaml_file import core, parse_yaml


def _problem(path: Path, line: int, column: int, words: str, start: int, end: int, new: str) -> Problem:
    place = Place(str(path), line, column)
    return Problem(place, "punctuation", "wrong", edit=Edit(place, words, start, end, new))


def _after(path: Path, *problems: Problem) -> str:
    fixed = list(fixes(problems))
    return fixed[0].after if fixed else path.read_text(encoding="utf-8")


@pytest.fixture
def unit_file(tmp_path: Path) -> Path:
    return tmp_path / "u.yaml"


@pytest.mark.parametrize(
    ("text", "line", "column", "fixed"),
    [
        ("a: 甲,乙\nb: 甲,乙\n", 2, 4, "a: 甲,乙\nb: 甲，乙\n"),
        ('a: "甲,乙"  # 甲,乙\n', 1, 4, 'a: "甲，乙"  # 甲,乙\n'),
        ("a: [丙, '甲,乙']\n", 1, 8, "a: [丙, '甲，乙']\n"),
        ("a: |\n  丁\n  甲,乙\n", 1, 4, "a: |\n  丁\n  甲，乙\n"),
        ("{a: {b: '甲,乙'}}\r\n", 1, 9, "{a: {b: '甲，乙'}}\r\n"),
    ],
)
def test_a_value_is_fixed_in_place(unit_file: Path, text: str, line: int, column: int, fixed: str) -> None:
    unit_file.write_bytes(text.encode())
    assert _after(unit_file, _problem(unit_file, line, column, "甲,乙", 1, 2, "，")) == fixed


@pytest.mark.parametrize(
    "text",
    [
        'a: "甲\\x2c乙"\n',  # not written literally
        "a: 甲,\n  乙\n",
        "a: &x 丙\nb: 甲乙\n",
    ],
)
def test_a_value_that_is_not_written_literally_is_left_alone(unit_file: Path, text: str) -> None:
    unit_file.write_text(text, encoding="utf-8")
    assert list(fixes([_problem(unit_file, 1, 4, "甲,乙", 1, 2, "，")])) == []


def test_a_fix_that_would_change_another_value_is_not_made(unit_file: Path) -> None:
    unit_file.write_text("a: &x 甲,乙\nb: *x\n", encoding="utf-8")
    assert list(fixes([_problem(unit_file, 1, 7, "甲,乙", 1, 2, "，")])) == []


def test_a_fix_that_would_change_the_structure_is_not_made(unit_file: Path) -> None:
    unit_file.write_text("a: 甲,乙\n", encoding="utf-8")
    assert list(fixes([_problem(unit_file, 1, 4, "甲,乙", 1, 2, ": #")])) == []


def test_several_fixes_in_one_line_and_in_one_value(tmp_path: Path) -> None:
    speech = tmp_path / "s.txt"
    speech.write_text("  甲,乙;丙\n丁,戊\n", encoding="utf-8")
    fixes = [
        _problem(speech, 1, 3, "甲,乙;丙", 1, 2, "，"),
        _problem(speech, 1, 3, "甲,乙;丙", 3, 4, "；"),
        _problem(speech, 1, 3, "甲,乙;丙", 3, 4, "；"),  # reported twice
        _problem(speech, 2, 1, "丁,戊", 1, 2, "，"),
    ]
    assert _after(speech, *fixes) == "  甲，乙；丙\n丁，戊\n"
    unit = tmp_path / "u.yaml"
    unit.write_text("a: 甲,乙;丙\n", encoding="utf-8")
    fixes = [_problem(unit, 1, 4, "甲,乙;丙", 1, 2, "，"), _problem(unit, 1, 4, "甲,乙;丙", 3, 4, "；")]
    assert _after(unit, *fixes) == "a: 甲，乙；丙\n"


def test_words_that_have_changed_are_left_alone(tmp_path: Path) -> None:
    speech = tmp_path / "s.txt"
    speech.write_text("改过了\n", encoding="utf-8")
    assert list(fixes([_problem(speech, 1, 1, "甲,乙", 1, 2, "，")])) == []


def test_a_word_file_is_never_written(tmp_path: Path) -> None:
    speech = tmp_path / "s.docx"
    speech.write_bytes(b"PK")
    assert list(fixes([_problem(speech, 1, 1, "甲,乙", 1, 2, "，")])) == []


_words = st.text(st.sampled_from(list("甲乙,，;:# '\"-[]{}|>&*\n")), min_size=1, max_size=12)


@given(value=_words, other=_words, start=st.integers(0, 11), new=st.sampled_from(["，", ":", " #", "'", "\n", ""]))
def test_a_fixed_unit_file_holds_the_same_values_except_for_the_fix(
    tmp_path_factory: pytest.TempPathFactory, value: str, other: str, start: int, new: str
) -> None:
    import yaml

    path = tmp_path_factory.mktemp("fix") / "u.yaml"
    text = yaml.safe_dump({"a": value, "b": other}, allow_unicode=True)
    path.write_text(text, encoding="utf-8", newline="")
    start = min(start, len(value) - 1)
    for fixed in fixes([_problem(path, 1, 4, value, start, start + 1, new)]):
        read, problems = parse_yaml(fixed.after, "u")
        assert problems == []
        assert read is not None
        assert isinstance(read.content, dict)
        words = value[:start] + new + value[start + 1 :]
        assert [core(each) for each in read.content.values()] == [words, other]


def test_the_same_words_in_another_value_are_not_changed(unit_file: Path) -> None:
    unit_file.write_text('a: "甲\\x2c乙"\nb: 丙甲,乙\n', encoding="utf-8")
    assert list(fixes([_problem(unit_file, 1, 4, "甲,乙", 1, 2, "，")])) == []


def test_the_same_words_in_another_line_of_the_value_are_not_changed(unit_file: Path) -> None:
    unit_file.write_text("a: |\n  丙甲,乙公司\n  甲,乙\n", encoding="utf-8")
    assert list(fixes([_problem(unit_file, 1, 4, "甲,乙", 1, 2, "，")])) == []
