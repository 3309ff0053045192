"""Similar speeches: which, how similar, and the longest passage in common."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.similarity import SimilarityIndex, own_words, shingles, words_without

from ..conftest import ROOT
from .rules import findings

CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def _text(seed: int, length: int = 800) -> str:
    return "".join(random.Random(seed).choices(CHARACTERS, k=length))  # noqa: S311 - no secret


def _similar(texts: list[str], share: float = 0.6) -> dict[int, tuple[str, int]]:
    index = SimilarityIndex()
    for number, text in enumerate(texts):
        index.add(f"units/{number}.yaml", text)
    found = [(number, index.with_passage(number, other, found)) for number, other, found in index.similar(share)]
    index.close()
    return {number: (each.other, round(each.share * 100)) for number, each in found}


def test_a_copy_is_reported_with_its_original() -> None:
    assert _similar([_text(1), _text(2), _text(1), _text(3)]) == {2: ("units/0.yaml", 100)}


@pytest.mark.parametrize("kept", [0.95, 0.85, 0.75])
def test_a_copy_with_a_new_passage_is_reported(kept: float) -> None:
    original = _text(1, 1000)
    copy = original[: int(1000 * kept)] + _text(2, 1000 - int(1000 * kept))
    assert _similar([_text(3), original, copy]) == {2: ("units/1.yaml", round(kept * 100))}


def test_texts_with_less_than_the_share_in_common_are_not_reported() -> None:
    half = _text(1, 500)
    assert _similar([half + _text(2, 500), half + _text(3, 500)]) == {}
    assert list(_similar([half + _text(2, 500), half + _text(3, 500)], share=0.4)) == [1]


def test_the_longest_passage_in_common_is_found() -> None:
    passage = _text(9, 300)
    index = SimilarityIndex()
    index.add("a", _text(1, 60) + passage)
    index.add("b", _text(2, 50) + passage + _text(3, 20))
    assert [index.with_passage(*found).passage for found in index.similar(0.6)] == [passage]
    index.close()


def test_each_of_many_copies_is_reported() -> None:
    assert len(_similar([_text(1)] * 60)) == 59


def test_very_short_texts_are_not_compared() -> None:
    assert _similar(["全局同志", "全局同志"]) == {}


def test_the_text_of_the_template_is_not_compared() -> None:
    import speechgen

    unit = speechgen.load_unit(ROOT / "examples/workspace/units/青石镇.yaml")
    speech = speechgen.render(speechgen.load_template("mass-line-summary"), unit)
    own = own_words(speech, unit.shown)
    assert "春耕、双抢、秋收" in own
    assert "党的群众路线教育实践活动" not in own  # the template's default
    assert "第四督导组" not in own  # the workspace's
    template = shingles("\n".join(run.text for run in speech.runs() if run.source.value is None))
    assert len(words_without(speech.text, template)) < len(speech.text) * 0.65


def test_the_message_has_the_share_and_the_passage() -> None:
    from speechgen.checks.facts import ComparisonFacts, Facts
    from speechgen.checks.similarity import SimilarSpeech

    comparison = ComparisonFacts(alike=SimilarSpeech("units/b.yaml", 0.93, "白天下田、晚上学习"))
    found = findings("alike", "镇里白天下田、晚上学习。", Facts(comparison=comparison))
    assert [each.message for each in found] == [
        "93% of the text, without the template's, is the same as in units/b.yaml; "
        "the longest passage in common has 9 characters: 白天下田、晚上学习"
    ]


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    assert set(_similar(texts)) <= set(range(1, len(texts)))
