"""What rules report in Chinese, to be read through: for the examples of their manual pages, and for a speech."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from speechgen.checks.rule import Rule
from speechgen.checks.rules import RULES
from speechgen.messages import ENGLISH, choose

from ..conftest import ROOT, Run
from ..messages.english import english_in
from .rules import draft, findings
from .test_manual_pages import WITH_EXAMPLES

# The folders of rules whose messages are all in the catalogue.
TRANSLATED_FOLDERS = ("days", "figures", "lists", "names")


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose(ENGLISH)


def _folder(rule: Rule) -> str:
    return rule.find.__module__.split(".")[3]


def _reported(rule: Rule) -> Iterator[tuple[str, str]]:
    """The words of each finding in the examples, with its message and fix."""
    for example in rule.examples("Finds"):
        text = draft(example.replace("¶", "\n")).text
        for found in findings(rule.code, example, rule.facts):
            yield text[found.start : found.end], f"{found.message}；{found.fix}"


@pytest.mark.parametrize("folder", TRANSLATED_FOLDERS)
def test_no_english_is_left_in_what_rules_report(
    chinese: None, golden: Callable[[str, str], None], folder: str
) -> None:
    reported = [each for code in WITH_EXAMPLES if _folder(RULES[code]) == folder for each in _reported(RULES[code])]
    assert reported
    golden(f"in-chinese/rules-{folder}.txt", "".join(f"{words}\n    {said}\n" for words, said in reported))
    assert [said for words, said in reported if english_in(said.replace(words, ""))] == []


def test_the_problems_of_a_speech_are_the_same_in_both_languages(run: Run) -> None:
    for path in (ROOT / "tests/defects").iterdir():
        shutil.copy(path, ".")
    english, chinese = (run("check", "讲话.txt", "--all", "--lang", code) for code in ("en", "zh-CN"))
    reports = [
        [line for line in result.output.splitlines() if line.startswith("讲话.txt:")] for result in (english, chinese)
    ]
    places = [[line.split(" ")[0] for line in report] for report in reports]
    assert places[0]
    assert places[0] == places[1]
    of_folders = [code for code, rule in RULES.items() if _folder(rule) in TRANSLATED_FOLDERS]
    lines = [line for line in reports[1] if any(f"[{code}]" in line for code in of_folders)]
    assert lines
    assert [line for line in lines if english_in(line)] == []
