"""`python -m benchmarks.unseen DIR`: its table of false findings, missed defects and damage, and when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.unseen import changes, damages, main, read_texts

SPEECH = """在石桥镇作风建设总结会上的讲话
同志们：
会前走访了32户群众,听到意见15条。
一是学习抓得紧，干部坐得住。
二是整改抓得实，群众看得见。
希望大家再接再厉，把各项工作抓好。
"""
COMMA = {"code": "punctuation", "line": 3, "words": ","}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "石桥镇.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "石桥镇.yaml").write_text("unit: {name: 石桥镇}\ndates: {meeting: 2014-10-24}\n", encoding="utf-8")
    judge(tmp_path, COMMA | {"defect": True})
    return tmp_path


def judge(folder: Path, *judgements: dict[str, object]) -> None:
    lines = [
        f"- {{code: {each['code']}, line: {each['line']}, words: '{each['words']}', defect: {each['defect']}}}"
        for each in judgements
    ]
    (folder / "石桥镇.judged.yaml").write_text("\n".join(lines), encoding="utf-8")


def inject(folder: Path, *injections: tuple[str, str, str]) -> None:
    lines = [f"- {{code: {code}, old: '{old}', new: '{new}'}}" for code, old, new in injections]
    (folder / "石桥镇.injections.yaml").write_text("\n".join(lines), encoding="utf-8")


def run(folder: Path, *options: str) -> int:
    with pytest.raises(SystemExit) as exited:
        main([str(folder), *options])
    assert isinstance(exited.value.code, int)
    return exited.value.code


def test_a_true_finding_and_a_found_defect_pass(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inject(texts, ("ordinal", "二是整改", "三是整改"))
    assert run(texts) == 0
    output = capsys.readouterr().out
    assert "1 texts, 83 characters" in output
    assert "| punctuation | 1 | 0 | 0 | 0 | 0 | 0 | 100% |" in output
    assert "| ordinal | 1 | 1 | 0 | 0 | 0 | 0 | 100% |" in output
    assert "--fix damages 0 texts" in output


def test_a_false_error_fails_and_its_fix_is_damage(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(texts, COMMA | {"defect": False})
    assert run(texts) == 1
    output = capsys.readouterr().out
    assert "| punctuation | 0 | 1 | 0 | 0 | 0 | 0 | 0% |" in output
    assert "--fix damages 石桥镇: line 3: , → ，" in output


def test_a_finding_without_a_judgement_fails_and_is_listed(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(texts)
    assert run(texts, "--list") == 1
    assert "石桥镇\terror\tpunctuation\t3\t,\t" in capsys.readouterr().out


def test_a_fix_away_from_the_defect_is_damage(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inject(texts, ("ordinal", "二是整改", "三是整改"))
    [text] = read_texts(texts)
    assert list(damages([text])) == []
    monkeypatch.setattr(
        "benchmarks.unseen.fixed", lambda content, unit: content.replace("三是整改", "二是整改、再接再厉")
    )
    assert list(damages([text])) == [("石桥镇", "二是整改 → 三是整改")]


def test_a_fix_that_a_defect_prevents_is_no_damage(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inject(texts, ("ordinal", "二是整改", "三是整改"))
    [text] = read_texts(texts)

    def fixed(content: str, unit: Path | None) -> str:
        return content.replace("群众,", "群众，") if "二是整改" in content else content

    monkeypatch.setattr("benchmarks.unseen.fixed", fixed)
    assert list(damages([text])) == []


def test_a_missed_defect_fails_and_is_listed(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inject(texts, ("count", "各项工作", "各样工作"))
    assert run(texts, "--misses") == 1
    output = capsys.readouterr().out
    assert "石桥镇\tcount\t'各项工作'\t'各样工作'\tmissed" in output
    assert "| together | 1 | 0 | 0 | 0 | 0 | 1 | 0% |" in output


def test_a_defect_that_another_rule_reports_is_not_found(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inject(texts, ("count", "二是整改", "三是整改"))
    assert run(texts) == 1
    assert "| count | 1 | 0 | 0 | 0 | 1 | 0 | 0% |" in capsys.readouterr().out


def test_an_injection_needs_one_place(texts: Path) -> None:
    inject(texts, ("ordinal", "抓得", "抓的"))
    with pytest.raises(ValueError, match="has '抓得' 2 times, not once"):
        list(read_texts(texts))


def test_a_folder_without_texts_fails(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"has no \.txt files"):
        main([str(tmp_path)])


def test_changes_are_located() -> None:
    assert list(changes("甲,乙\n丙", "甲，乙\n丙丁")) == [(1, 1, 2, ", → ，"), (2, 1, 1, " → 丁")]
