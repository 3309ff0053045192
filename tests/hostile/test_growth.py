"""No rule takes longer and longer for a text that only grows: twice the text is about twice the work.

Nothing is said about seconds: processor times of the same rule on texts of several lengths are compared.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from math import isqrt
from pathlib import Path

import pytest

import speechgen
from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.other_units import OtherUnits
from speechgen.checks.rule import Draft, Finding, Rule
from speechgen.checks.rules import RULES
from speechgen.checks.run import run_rules
from speechgen.checks.tables import rows
from speechgen.model import Paragraph, Place, Run, Source, Speech, lazily
from speechgen.workspace import unit_context

from .known_words import known_words

TEMPLATES = {"zh-CN": "mass-line-summary", "en": "site-visit-closing"}
SIZES = (5_000, 20_000)
# What four times the text may take. Growth with the square is 16, with the power of 1.5 it is 8; a square whose part is
# as large as the linear one at 24,000 characters is 6. A speech may have 200,000.
FOUR_TIMES, PERHAPS_MORE = 5.6, 4.6
_MEASURABLE = 0.002  # seconds
_SUSPECTS = 8  # words of a rule that are looked at twice
_FILLERS = count(1)
Find = Callable[[Draft, Facts], Iterator[Finding]]


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
    return request.param, given._replace(others=others)


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


def _grows(measure: Callable[[int], float], sizes: tuple[int, int] = SIZES) -> str:
    """The times for both sizes, the second four times the first, if they grow faster than the size; otherwise empty.

    The sizes are measured, three times each, only if the first takes much longer than a quarter of it.
    """
    quarter, whole = (measure(size) for size in (sizes[0] // 4, sizes[0]))
    if whole < _MEASURABLE or whole <= PERHAPS_MORE * quarter:
        return ""
    for larger in (1, 3):  # growth shows at larger sizes too; what another process takes from this one does not
        best = [min(measure(size * larger) for _ in range(3)) for size in sizes]
        if best[1] <= FOUR_TIMES * best[0]:
            return ""
    return " → ".join(f"{each * 1000:.0f} ms" for each in best)


def _growing_words(rule: Rule, language: str, known: Facts, words: list[str]) -> dict[str, str]:
    """The words whose repeats take a rule longer and longer, with the times."""

    def seconds(word: str, size: int) -> float:
        return _rule_seconds(rule, language, known, word, size)

    every_word = "，".join(words)
    seconds(every_word, len(every_word))  # compiles patterns
    # Growth with the square that matters at 20,000 characters makes a word one of the slowest at 300, or of these one
    # that takes more than four times as long for four times the text.
    short = {word: seconds(word, 300) for word in words}
    slowest = sorted(words, key=short.__getitem__, reverse=True)[:_SUSPECTS]
    more = sorted(slowest, key=lambda word: seconds(word, 1_200) - 4 * short[word], reverse=True)
    return {
        word: times
        for word in dict.fromkeys((*slowest[:2], *more[:2]))
        if (times := _grows(lambda size, word=word: seconds(word, size)))  # type: ignore[misc]
    }


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
    assert _growing_words(rule, language, known, [*known_words(rule.find.__module__), *names]) == {}


def _linear(draft: Draft, facts: Facts) -> Iterator[Finding]:
    for found in re.finditer("琥珀", draft.text):
        yield Finding(*found.span(), "found")


def _counting_lines(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A square with a small constant, outside Python's loops."""
    for found in re.finditer("琥珀", draft.text):
        yield Finding(*found.span(), f"in line {sum(draft.text[: found.start()].count(end) for end in '〡〢〣〤')}")


def _power_of_one_and_a_half(draft: Draft, facts: Facts) -> Iterator[Finding]:
    for found in re.finditer("琥珀", draft.text):
        yield Finding(*found.span(), f"near {sum(range(10 * isqrt(len(draft.text))))}")


@pytest.mark.parametrize("find", [_counting_lines, _power_of_one_and_a_half])
@pytest.mark.parametrize("facts", ["zh-CN"], indirect=True)
def test_a_planted_rule_that_takes_longer_and_longer_is_found(find: Find, facts: tuple[str, Facts]) -> None:
    planted = RULES["markup"]._replace(find=find)
    words = [*known_words(RULES["markup"].find.__module__), "琥珀"]
    assert set(_growing_words(planted, *facts, words)) == {"琥珀"}
    assert _growing_words(planted._replace(find=_linear), *facts, words) == {}


def test_the_words_of_a_pattern_that_is_added_to_a_rule_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULES["date"].find.__module__
    helper = f"{rule.rpartition('.')[0]}.tenses"  # a module that the rule's own imports
    words = {"琥珀", "玳瑁", "珊瑚", "砗磲"}
    assert not words & set(known_words(rule))
    monkeypatch.setattr(import_module(rule), "_ADDED", re.compile("琥珀(?=的|玳瑁)+"), raising=False)
    monkeypatch.setattr(import_module(helper), "_LAZY", lazily("(?:珊瑚)+[上下]"), raising=False)
    monkeypatch.setattr(import_module(helper), "_WORDS", {"a": ("砗磲",)}, raising=False)
    assert words <= set(known_words(rule))


def test_the_words_of_every_table_are_asked() -> None:
    asked = {word for rule in RULES.values() for word in known_words(rule.find.__module__)}
    assert {"不仅", "总经理", "欧阳", "中医药"} <= asked


def test_a_list_of_literals_has_words_of_each_length_asked() -> None:
    asked = set(known_words(RULES["fixed-phrase"].find.__module__))
    for table in ("phrases/misspellings", "phrases/idioms"):
        words = {word for row in rows(table) for cell in row for word in cell.split()}
        assert {len(word) for word in words & asked} == {len(word) for word in words}


@pytest.mark.parametrize("words", ["XX局，", "市教育局，", "〉"])
def test_findings_in_a_paragraph_of_many_runs(words: str, facts: tuple[str, Facts]) -> None:
    language, known = facts

    def seconds(runs: int) -> float:
        speech = _speech(language, *[words] * runs)
        return _seconds(lambda: run_rules(speech, known, read_back=lambda: speech))

    assert not _grows(seconds, (600, 2_400))


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
    assert not _grows(seconds, (2_500, 10_000))


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
    assert not _grows(seconds, (100, 400))
