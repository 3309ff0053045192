"""Properties of punctuation fixes for any text: fixing ends, fixed problems are gone, no text makes the rule fail."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen import read_speech
from speechgen.formats import FORMATS, Manuscript
from speechgen.language import detect_language

from ..conftest import ROOT
from .rules import draft, findings, fixed

CODE = "punctuation"
ROUNDS = 5

SPEECHES = sorted(
    path
    for path in (*ROOT.glob("tests/goldens/examples/*.md"), *ROOT.glob("templates/*/tests/*.md"))
    if detect_language(path.read_text(encoding="utf-8")) == "zh-CN"
)
TO_HALF_WIDTH = str.maketrans("，：；！？（）“”‘’", ",:;!?()\"\"''")
assert SPEECHES

PIECES = [
    *"，。、；：？！,.;:?!“”‘’\"'（）()《》〈〉【】〔〕[]「」…—-─~～ \u3000\n",
    *"一二三十千百万第年月日号1235０○零%个人天会议要是",
    *(
        "...",
        "--",
        "——",
        "……",
        "第一、",
        "首先、",
        "（一）、",
        "1、",
        "国发[2014]5号",
        "63～68%",
        "10-15个",
        "GDP",
        "是的",
        "等",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_speech_typed_with_half_width_marks_is_fixed_completely(path: Path) -> None:
    speech = FORMATS["txt"].write(Manuscript(read_speech(path))).decode()
    body = draft(speech, whole=True).text
    assert findings(CODE, speech, whole=True) == []
    assert fixed(CODE, body.translate(TO_HALF_WIDTH), whole=True) == body


@given(TEXTS)
def test_fixing_ends(text: str) -> None:
    text = f"会议开始。{text}会议结束。"
    for _ in range(ROUNDS):
        before, text = text, fixed(CODE, text)
        if text == before:
            break
    assert fixed(CODE, text) == text
    assert [each for each in findings(CODE, text) if each.replacement is not None] == []


@given(TEXTS)
def test_findings_do_not_overlap(text: str) -> None:
    found = findings(CODE, f"会议开始。{text}会议结束。")
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_no_text_makes_the_rule_fail(text: str) -> None:
    for each in findings(CODE, f"会议{text}结束。"):
        assert each.start < each.end


def _calls(text: str) -> int:
    """The number of function calls that checking a text takes, which is the same in every run."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(count)
    try:
        findings(CODE, text)
    finally:
        sys.setprofile(previous)
    return calls


@pytest.mark.parametrize(
    "piece", ["，", "(", '"', "“", "、一", "1-", "…", " 会", "a@b.c ,", "1千", "9", "第一、", "。”", "《", "<会"]
)
def test_a_line_twice_as_long_takes_about_twice_the_work(piece: str) -> None:
    """Only function calls are counted; `benchmarks/long_lines.py` measures the time, regular expressions included."""
    short, long = (f"会议开始。{piece * times}" for times in (500, 1000))
    _calls(long)  # compiles the patterns
    assert _calls(long) < 2.5 * _calls(short)
