"""Typer's own words are translated; these are its words in the version that is installed."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from speechgen.cli.chinese_lines import breaks
from speechgen.cli.typer_words import MESSAGES, translated_error
from speechgen.messages import choose

from ..conftest import Run

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(str(typer.__file__)).parent.rglob("*.py")))
COMMANDS = ("", "init", "new", "generate", "check", "preview", "rules", "templates", "explain", "schema")


@pytest.mark.parametrize("text", MESSAGES)
def test_typer_has_this_text(text: str) -> None:
    """Its words in their order, with anything between them that Python's source may have."""
    literal = re.split(r"\{\w+\}| Did you mean |\?|\.$|(?<=requires)(?= an argument)", text)
    parts = [part for part in literal if part.strip()]
    assert parts
    assert all(part.strip(" '()") in SOURCES for part in parts)


@pytest.mark.parametrize(
    ("error", "chinese"),
    [
        ("Invalid value for '--port' / '-p': 'x' is not a valid int range.", "“--port” / “-p” 写得不对：“x”不是整数。"),
        ("No such option: --fi (Possible options: --fix, --file)", "没有选项 --fi。是不是：--fix、--file？"),
        ("No such command 'generat'. Did you mean 'generate'?", "没有“generat”这个命令。是不是“generate”？"),
        ("a message of a later version", "a message of a later version"),
    ],
)
def test_an_error_is_translated_with_its_parameters(error: str, chinese: str) -> None:
    choose("zh-CN")
    try:
        assert translated_error(error) == chinese
    finally:
        choose("en")
    assert translated_error(error) == error


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", ["70", "80", "120"])
def test_chinese_help_is_complete_at_any_width(
    run: Run, command: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", None)
    printed = run(*command.split(), "--help", "--lang", "zh-CN").output
    words = re.sub(r"[│╭╮╰╯─\s]", "", printed)
    assert "显示这份说明。" in words
    assert "用法：" in words
    assert set(re.findall("[A-Z][a-z]+", words.replace("JSON", ""))) <= {"Word", "Schema", "Ctrl", "Tab"}
    assert "…" not in words.replace("]…", "").replace("名称…", "")
    assert [line for line in printed.splitlines() if re.match(r"[│\s]*[，。；：！？、）”]", line)] == []


def test_lines_are_broken_between_chinese_characters_and_at_spaces() -> None:
    def lines(text: str, width: int) -> list[str]:
        ends = [0, *breaks(text, width), len(text)]
        return [text[start:end].rstrip() for start, end in pairwise(ends)]

    assert lines("校对讲话稿，能放心改的", 10) == ["校对讲话", "稿，能放心", "改的"]
    assert lines("运行 speechgen check（很快）", 16) == ["运行 speechgen", "check（很快）"]
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert lines("一份 .bak", 20) == ["一份 .bak"]
