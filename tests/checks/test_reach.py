"""What a function finds in the sentences of a speech does not depend on the rest of it, nor on earlier speeches."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from benchmarks.injections import KINDS
from benchmarks.injections.clean import Clean, speeches
from hypothesis import given

import speechgen.checks.rules
from speechgen.checks import common_sentences, reach
from speechgen.checks.reach import MEMORY, Memory, PatternWithinSentence, Spot, WithinSentence
from speechgen.checks.rule import Draft
from speechgen.checks.rules.phrases.finder import phrase_finder
from speechgen.checks.run import run_rules
from speechgen.formats.edited_speech import speech_of
from speechgen.model.problem import Problem

from .test_any_text import TEXTS

for each in pkgutil.walk_packages(speechgen.checks.rules.__path__, "speechgen.checks.rules."):
    importlib.import_module(each.name)  # so that all functions are in the memory

FUNCTIONS = [*MEMORY.functions, common_sentences._chinese_sentences, phrase_finder().matches]


def patterns() -> list[PatternWithinSentence]:
    """The patterns among the functions."""
    searches = (getattr(each.read, "__self__", None) for each in FUNCTIONS)
    return [each for each in searches if isinstance(each, PatternWithinSentence)]


@cache
def chinese_speeches() -> tuple[Clean, ...]:
    return tuple(each for each in speeches() if each.is_chinese)


@cache
def injected_texts() -> tuple[tuple[Clean, str], ...]:
    """Speeches with a defect: each kind in one of the clean speeches."""
    texts = []
    for kinds in KINDS.values():
        for number, (kind, inject) in enumerate(kinds.items()):
            clean = chinese_speeches()[number % len(chinese_speeches())]
            texts += [(clean, each.text) for each in [next(iter(inject(clean, Random(kind))), None)] if each]  # noqa: S311
    return tuple(texts)


def text_of(clean: Clean, text: str) -> str:
    return Draft(speech_of(text.encode(), clean.suffix, clean.name)).text


def difference(function: WithinSentence[Any], text: str) -> list[Any]:
    """What a function finds only in a whole text or only in its sentences. A text begins and ends as its lines do."""
    text = f"\n{text}\n"
    alone = WithinSentence(function.read, Memory())
    whole, in_sentences = list(function.read(text)), list(alone._memory.finds_in(text)[0])
    return [each for each in (*whole, *in_sentences) if whole.count(each) != in_sentences.count(each)]


def test_each_function_finds_the_same_in_sentences_as_in_the_whole_speech() -> None:
    texts = [text_of(each, each.text) for each in chinese_speeches()]
    texts += [text_of(clean, text) for clean, text in injected_texts()]
    assert len(FUNCTIONS) > 20
    assert len(texts) > 100
    for function in FUNCTIONS:
        for text in texts:
            assert difference(function, text) == [], function


@given(text=TEXTS)
def test_each_function_finds_the_same_in_sentences_of_any_text(text: str) -> None:
    for function in FUNCTIONS:
        assert difference(function, text) == [], function


def test_a_function_that_looks_further_than_a_sentence_is_noticed() -> None:
    def thanks_again(text: str) -> Iterator[Spot]:
        return (Spot(*found.span()) for found in re.finditer("(?<=谢谢大家。)谢谢", text))

    assert difference(WithinSentence(thanks_again, Memory()), "谢谢大家。谢谢。") == [Spot(6, 8)]


def test_the_whole_text_is_read_for_a_function_that_finds_something_in_two_sentences() -> None:
    def both(text: str) -> Iterator[Spot]:
        return (Spot(*found.span()) for found in re.finditer("一。.*二", text, re.DOTALL))

    function = WithinSentence(both, Memory())
    assert function("一。\n二" + "三" * 1000) == (Spot(0, 4),)


@pytest.mark.parametrize("clean", chinese_speeches(), ids=lambda each: each.name)
def test_rules_find_the_same_without_the_memory(clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [clean.text, *(text for each, text in injected_texts() if each is clean)]
    with_memory = [problems(clean, text) for text in texts]
    monkeypatch.setattr(reach, "_SHORT", 1 << 40)  # every text is read alone
    for text, found in zip(texts, with_memory, strict=True):
        assert sorted(map(str, problems(clean, text))) == sorted(map(str, found))


def problems(clean: Clean, text: str) -> list[Problem]:
    return run_rules(speech_of(text.encode(), clean.suffix, clean.name), clean.facts)


def test_a_pattern_matches_only_where_one_of_the_words_is_that_it_needs() -> None:
    texts = [text_of(clean, text) for clean, text in injected_texts()]
    with_needs = [each for each in patterns() if each.needs]
    assert with_needs
    for pattern in with_needs:
        for text in texts:
            for sentence in re.split("[。\n]", text):
                if not any(words in sentence for words in pattern.needs):
                    assert pattern.pattern.search(sentence) is None, (pattern.needs, sentence)


def test_the_memory_does_not_grow_with_the_number_of_speeches() -> None:
    memory, read = Memory(), []

    def digits(text: str) -> Iterator[Spot]:
        read.append(text)
        return (Spot(*found.span()) for found in re.finditer(r"\d+", text))

    function = WithinSentence(digits, memory)
    for number in range(400):
        text = "".join(f"第{number}次会上的第{sentence}句话要记住。" for sentence in range(100))
        assert len(function(text)) == 200
    kept = [*memory._lines, *memory._sentences, *memory._before]
    assert sum(map(len, kept)) < 3 * reach._MAX_KEPT
