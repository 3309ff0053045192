"""Properties of all rules for any text: no rule fails, every finding is within the text, and fixing ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.fix import fixes
from speechgen.checks.other_units import OtherUnits
from speechgen.checks.rule import Draft
from speechgen.checks.rules import RULES
from speechgen.checks.run import run_rules
from speechgen.formats.edited_speech import read_speech, speech_of
from speechgen.model.problem import Problem, SpeechgenError

from ..conftest import ROOT
from .rules import BODY, facts

UNIT = """
unit: {name: 市水务局, short: 市水务局, aliases: [水务局], head: {post: 局党组书记、局长, name: 卢建平}}
leading_body: {name: 局党组}
group: {name: 市委第二督导组, short: 第二督导组, leader: {post: 组长, name: 韩春林}}
campaign: {name: 作风整顿活动, short: 作风整顿}
dates: {meeting: 2023-11-16, started: 2023-03}
metrics: {letters: 2413, petitions: {before: 214, after: 92}}
people: [{name: 周兰, post: 副局长}]
mentions: [市财政局]
minutes: 12
"""
KNOWN = facts(UNIT)._replace(
    others=OtherUnits({"市教育局": ("b.yaml",), "教育局": ("b.yaml",), "市水务局": ("a.yaml",)})
)

# Pieces that rules look for, to be combined at random, and any other characters.
MARKS = (
    "一二三四十百千万亿两〇零0123456789与和的了是要余　 \n"
    + "，。；：、！？“”‘’（）《》〈〉【】〔〕[](),.;:!?\"'-—~～…%％XxＸ×*_/\\{}"
)
WORDS = """
一是 二是 三要 首先 其次 第一， 第一、 （一） 一、 1. ① 一方面 四个方面 三点建议 同志 局长 书记 卢建平 卢建萍 韩春林
市水务局 市教育局 市委 第二督导组 局党委 我市 街道 2023年 11月16日 2月30日 星期五 去年 今年 明年 昨天 已经 党的二十大
同比 下降 57% 1倍 2413 余 近 约 左右 份 场 共 其中 某局 TODO 【待补】 {{ None 国发[2023]5号 与与 的的 进行进行
我们要把成果巩固好、扩大好。 ** # 同志们： 在市水务局总结会上的讲话 㐂
"""
PIECES = [*MARKS, *WORDS.split(), "年 月 日", "\ue000", "\ufffd"]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=60
).map("".join)


@pytest.mark.parametrize("known", [KNOWN, Facts()], ids=["with a unit file", "without"])
@given(text=TEXTS, language=st.sampled_from(["zh-CN", "en"]))
def test_no_rule_fails_and_every_finding_is_within_the_text(known: Facts, text: str, language: str) -> None:
    try:
        speech = speech_of((BODY + text).encode(), ".txt", "s.txt")._replace(language=language)
    except SpeechgenError:
        return
    draft = Draft(speech)
    for rule in RULES.values():
        for found in rule.find(draft, known) if rule.is_for(language) else ():
            assert 0 <= found.start <= found.end <= len(draft.text)
            assert found.message
            if found.place is None and found.start < found.end:
                assert "\n" not in draft.text[found.start : found.end]


def _problems(path: Path) -> list[Problem]:
    return run_rules(read_speech(path), KNOWN)


@given(text=TEXTS, suffix=st.sampled_from([".txt", ".md"]))
def test_fixing_ends_and_leaves_nothing_to_fix(
    tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("fix") / f"s{suffix}"
    path.write_text(BODY + text, encoding="utf-8", newline="")
    for _ in range(20):
        made = list(fixes(_problems(path)))
        if not made:
            break
        path.write_bytes(made[0].content)
    assert [problem for problem in _problems(path) if problem.edit is not None] == []


CLEAN = sorted(path for path in ROOT.glob("tests/corpus/*.*") if path.suffix in (".txt", ".md"))


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_speech_has_no_problems(path: Path) -> None:
    """The corpus is clean, with many passages that an imprecise rule would report."""
    assert len(CLEAN) >= 20
    speech = read_speech(path)
    known = facts(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    for each in (known, Facts()):
        assert [str(problem) for problem in run_rules(speech, each) if problem.severity != "hint"] == []
