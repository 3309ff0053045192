"""A review page with very many problems or values is bounded in size, and in the time that it takes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import speechgen
from speechgen.formats import Manuscript, Notes
from speechgen.formats.html import review_page
from speechgen.model import Paragraph, Place, Problem, Run, Source, Speech, Spot
from speechgen.rendering import Explanation, LayerValue, RelatedPaths, explain, render_context
from speechgen.workspace import unit_context

TWICE = 3.2  # what twice the values may take: 4 would be growth with the square
VALUE = Place("one.yaml", 1)


def _page(speech: Speech, **notes: object) -> str:
    return review_page(Manuscript(speech, notes=Notes(unit="one.yaml", **notes))).decode()  # type: ignore[arg-type]


def _speech(words: str, runs: int = 1) -> Speech:
    source = Source(Place("speech.md.j2", 1), "words", VALUE)
    return Speech("en", (Paragraph("paragraph", tuple(Run(words, False, source) for _ in range(runs)), 0),))


def _explanation(path: str, words: str) -> Explanation:
    return Explanation(path, LayerValue("unit", words, VALUE), (), ())


def test_a_page_shows_the_first_thousands_of_problems_and_says_how_many_there_are() -> None:
    words = "XX " * 4_500
    spots = [Spot(words, at, at + 2, 0) for at in range(0, len(words), 3)]
    problems = tuple(Problem(VALUE, "placeholder", "fill it in", spot=spot) for spot in spots)
    page = _page(_speech(words), problems=problems)
    assert page.count('id="flag-') == 4_000
    assert "500 more problems are not shown here" in page
    assert "4500</a>" in page


def test_a_long_value_that_many_words_come_from_is_not_repeated_with_each() -> None:
    words = "a long value " * 2_000
    page = _page(_speech("word", runs=500), values=(_explanation("words", words),))
    assert len(page) < 1_000_000


def test_words_from_a_group_of_thousands_of_values_name_some_of_them() -> None:
    values = tuple(_explanation(f"words.k{number}", "v") for number in range(1_000))
    page = _page(_speech("word", runs=100), values=values)
    assert page.count("<q>v</q>") == 100 * 20
    assert page.count('href="#words-') == 10_000


def test_explaining_twice_the_values_takes_about_twice_the_time(tmp_path: Path) -> None:
    times = [min(_time_to_explain(tmp_path, number) for _ in range(7)) for number in (500, 1_000)]
    assert times[1] < TWICE * times[0]


def _time_to_explain(folder: Path, number: int) -> float:
    texts = {
        "template.yaml": "title: T\nlanguage: en\nvalues:\n"
        "  properties: {group: {type: object}, names: {type: array}}\n",
        "speech.md.j2": "---\ntitle: T\n---\n{% for each in names %}{{ each.name }}, {% endfor %}\n",
        "one.yaml": "template: .\nunit: {name: Westmoor}\n"
        f"group: {{{', '.join(f'k{each}: v' for each in range(number))}}}\n"
        f"names: [{', '.join(f'{{name: n{each}}}' for each in range(number))}]\n",
    }
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    context = unit_context(speechgen.load_unit(folder / "one.yaml"), speechgen.load_template(str(folder)))
    speech, problems = render_context(context)
    assert speech is not None, problems
    start = time.process_time()
    assert len(list(explain(context, speech))) > number
    return time.process_time() - start


@pytest.mark.parametrize(
    ("path", "about", "explaining"),
    [
        ("a", ["a", "a.b", "a[0].c"], ["a", "a.b"]),
        ("a.b", ["a", "a.b"], ["a", "a.b"]),
        ("a[0].c", ["a[0].c"], ["a", "a[0].c"]),
        ("ab", ["ab"], ["ab"]),
        ("c", [], []),
    ],
)
def test_related_paths(path: str, about: list[str], explaining: list[str]) -> None:
    related = RelatedPaths(["a", "a.b", "ab", "a[0].c"])
    assert related.about(path) == about
    assert related.explaining(path) == explaining
    assert related.items("a") == ["a[0].c"]
