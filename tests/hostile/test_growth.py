"""No rule takes longer and longer for a text that only grows: twice the text is about twice the work.

Nothing is said about seconds: processor times of the same rule on texts of several lengths are compared.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

import speechgen
from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.other_units import OtherUnits
from speechgen.checks.rule import Draft, Rule
from speechgen.checks.rules import RULES
from speechgen.checks.run import run_rules
from speechgen.model import Paragraph, Place, Run, Source, Speech
from speechgen.workspace import unit_context

from .known_words import known_words

TEMPLATES = {"zh-CN": "mass-line-summary", "en": "site-visit-closing"}
SIZES = (5_000, 10_000, 20_000)
TWICE, FOUR_TIMES = 2.8, 7  # what twice and four times the text may take; growth with the square would be 4 and 16
_MEASURABLE = 0.004  # seconds
_FILLERS = count(1)


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", params=TEMPLATES)
def facts(request: pytest.FixtureRequest) -> tuple[str, Facts]:
    """A language, and what is known of a unit of its template."""
    template = speechgen.load_template(TEMPLATES[request.param])
    given = unit_facts(unit_context(speechgen.load_unit(template.example), template))
    others = OtherUnits({"市教育局": ("units/a.yaml",), "城关镇": ("units/b.yaml",)})
    return request.param, replace(given, others=others)


def _speech(language: str, *runs: str) -> Speech:
    """A speech of one paragraph. Words at its start differ each time, so that nothing is remembered."""
    filler = "好" * (next(_FILLERS) % 89 + 1)
    sources = [
        Run(words, False, Source(Place("a.md", 1, number))) for number, words in enumerate((filler, *runs, "好"), 1)
    ]
    return Speech(language, (Paragraph("paragraph", tuple(sources), 0),))


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _rule_seconds(rule: Rule, language: str, facts: Facts, word: str, size: int) -> float:
    draft = Draft(_speech(language, word * (size // len(word))))
    return _seconds(lambda: sum(1 for _ in rule.find(draft, facts)))


def _grows(measure: Callable[[int], float], sizes: tuple[int, int, int] = SIZES) -> str:
    """The times for each size if they grow faster than the size; otherwise empty.

    The sizes are measured, three times each, only if half of the first takes much longer than a quarter.
    """
    quarter, half = (measure(size) for size in (sizes[0] // 4, sizes[0] // 2))
    if half < _MEASURABLE or half <= TWICE * quarter:
        return ""
    best = [min(measure(size) for _ in range(3)) for size in sizes]
    return " → ".join(f"{each * 1000:.0f} ms" for each in best) if best[-1] > FOUR_TIMES * best[0] else ""


def test_every_rule_knows_words() -> None:
    for rule in RULES.values():
        assert len(known_words(rule.find.__module__)) > 1


@pytest.mark.parametrize("code", [code for code in RULES if code != "alike"])  # which reads no words of the text
def test_a_word_that_a_rule_knows_repeated(code: str, facts: tuple[str, Facts]) -> None:
    language, known = facts
    rule = RULES[code]
    if rule.languages and language not in rule.languages:
        return
    names = [*known.unit, *(person.name for person in known.people), "市教育局", "城关镇"]
    words = [*known_words(rule.find.__module__), *names]

    def seconds(word: str, size: int) -> float:
        return _rule_seconds(rule, language, known, word, size)

    every_word = "，".join(words)
    seconds(every_word, len(every_word))  # compiles patterns
    # Growth with the square that matters at 20,000 characters makes a word one of the slowest at 450.
    slowest = sorted(words, key=lambda word: seconds(word, 450), reverse=True)[:6]
    failures = {
        word: times
        for word in slowest
        if (times := _grows(lambda size, word=word: seconds(word, size)))  # type: ignore[misc]
    }
    assert failures == {}


@pytest.mark.parametrize("words", ["XX局，", "市教育局，", "〉"])
def test_findings_in_a_paragraph_of_many_runs(words: str, facts: tuple[str, Facts]) -> None:
    language, known = facts

    def seconds(runs: int) -> float:
        speech = _speech(language, *[words] * runs)
        return _seconds(lambda: run_rules(speech, known, read_back=lambda: speech))

    assert not _grows(seconds, (600, 1_200, 2_400))


@pytest.mark.parametrize(
    "line", ["[a]: http://x.cn\n", "[XX]: XX\n", "XX局\n", "XX局\n\n", "# XX\n", "**XX** ", "1. XX\n"]
)
def test_a_markdown_file_of_one_line_repeated(tmp_path: Path, line: str) -> None:
    def seconds(size: int) -> float:
        path = tmp_path / "speech.md"
        path.write_text("好" * (next(_FILLERS) % 89 + 1) + "\n\n" + line * (size // len(line)), encoding="utf-8")
        return _seconds(lambda: speechgen.check(speechgen.read_speech(path)))

    seconds(100)
    assert not _grows(seconds)


@pytest.mark.parametrize(
    "values",
    ["unit: {{name: {}}}", "unit: {{name: X, short: {}}}", "group: {{name: {}}}", "leading_body: {{name: {}}}"],
)
def test_a_name_of_any_length(tmp_path: Path, values: str) -> None:
    def seconds(size: int) -> float:
        name = "市住建局" * (size // 4)
        unit = tmp_path / "unit.yaml"
        unit.write_text(values.format(name) + "\n", encoding="utf-8")
        loaded = speechgen.load_unit(unit)
        speech = _speech("zh-CN", f"市住建局的同志们，{name}的同志们，")
        return _seconds(lambda: speechgen.check(speech, loaded))

    seconds(100)
    assert not _grows(seconds, (2_500, 5_000, 10_000))


def test_people_without_an_end(tmp_path: Path) -> None:
    def seconds(number: int) -> float:
        names = [f"陈{chr(0x4E00 + each // 100)}{chr(0x4F00 + each % 100)}" for each in range(number)]
        unit = tmp_path / "unit.yaml"
        lines = "".join(f"  - {{name: {name}, post: 局长}}\n" for name in names)
        unit.write_text(f"unit: {{name: X}}\npeople:\n{lines}", encoding="utf-8")
        loaded = speechgen.load_unit(unit)
        speech = _speech("zh-CN", "，".join(f"{name}局长" for name in names))
        return _seconds(lambda: speechgen.check(speech, loaded))

    seconds(10)
    assert not _grows(seconds, (100, 200, 400))
