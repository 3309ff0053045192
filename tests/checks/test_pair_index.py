"""The file in which the rules look up pairs of characters: it has what the tables have."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.pair_indexes import content, main

from speechgen.checks.pair_index import FILE, PairIndex, content_of, index_of, pair_numbers, pair_of
from speechgen.checks.rules.phrases.entries import set_phrases, wrong_forms
from speechgen.checks.rules.phrases.patterns import lines_by_pair


def test_the_file_is_as_the_tables_have_it() -> None:
    assert Path(FILE).read_bytes() == content(), "run python -m tools.pair_indexes"


def test_the_tool_reports_a_file_that_is_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.bin"
    monkeypatch.setattr("tools.pair_indexes.FILE", str(old))
    assert main(["--check"]) == 1
    assert "run python -m tools.pair_indexes" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert old.read_bytes() == Path(FILE).read_bytes()


def test_each_line_is_found_by_its_pair() -> None:
    lines = lines_by_pair(wrong_forms(), set_phrases())
    assert len(lines) > 5000
    numbers = {pair_numbers(pair)[0]: line for pair, line in lines.items()}
    assert dict(index_of("words").known_of(numbers)) == numbers


def test_pairs_in_one_chain_are_kept_apart() -> None:
    known = {"甲乙": "一", "乙丙": "二", "丙丁": "三\t四"}
    index = PairIndex(content_of(known, 1))
    asked = pair_numbers("甲乙丙丁戊")
    assert {pair_of(number): words for number, words in index.known_of(asked)} == known


@pytest.mark.parametrize("text", ["", "甲", "甲乙", "a𠮷b", "\ud83d甲\n"])
def test_a_number_stands_for_each_pair(text: str) -> None:
    assert [pair_of(number) for number in pair_numbers(text)] == [text[at : at + 2] for at in range(len(text) - 1)]
