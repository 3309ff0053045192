"""The rule markup: Markdown in values and in edited speeches, which is printed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from ..conftest import Run, spots
from .rules import found

UNIT = """template: mass-line-summary
unit: {name: 市住房和城乡建设局, short: 市住建局}
evaluation:
  - title: 整改扎实
    text: |
      **一是**学习。

      ## 二、整改
      - 查问题
      - 改问题
      | 项 | 数 |
      |----|----|
"""


def test_markdown_in_values_is_a_warning_at_the_value(run: Run) -> None:
    Path("unit.yaml").write_text(UNIT, encoding="utf-8")
    for arguments in (["check", "unit.yaml"], ["generate", "unit.yaml"]):
        result = run(*arguments)
        assert [each for each in spots(result) if each[3] == "markup"] == [("unit.yaml", 5, 11, "markup")] * 4
        for shown in ("**…**", "#", "- at the start of a line", "|---|"):
            assert f"{shown} is Markdown, and would be printed as it stands" in result.output


def test_a_suppressed_value_is_not_reported(run: Run) -> None:
    Path("unit.yaml").write_text(UNIT.replace("text: |", "text: |  # speechgen: ignore[markup]"), encoding="utf-8")
    assert "[markup]" not in run("check", "unit.yaml").output


def test_markdown_pasted_into_word_is_reported(run: Run) -> None:
    document = Document()
    for text in ("在总结会上的讲话", "同志们：", "**一是**学习。", "### 整改", "完了。"):
        document.add_paragraph(text)
    document.save("speech.docx")
    assert spots(run("check", "speech.docx")) == [("speech.docx", 3, 1, "markup"), ("speech.docx", 4, 1, "markup")]


def test_markdown_of_a_markdown_file_is_not_reported(run: Run) -> None:
    Path("speech.md").write_text("# 讲话\n\n同志们：\n\n**一是**学习。\n\n## 整改\n\n- 查\n- 改\n", encoding="utf-8")
    assert "[markup]" not in run("check", "speech.md").output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. 查问题¶2. 改问题", []),  # each is a paragraph of its own
        ("由__张三__同志主持", []),
        ("2014年____月", []),
        ("比分是3 * 2 * 1", []),
        ("——这是什么", []),
    ],
)
def test_text(text: str, words: list[str]) -> None:
    assert found("markup", text) == words
