"""The table of languages, and what every language offers."""

import re
import subprocess
import sys
from inspect import cleandoc
from pathlib import Path

import pytest
from jinja2 import Environment

import speechgen.language
from speechgen.language import CODES, Language, detect_language, language
from speechgen.model.values import Day, Items, Text

MEETING = Day(2014, 10, 24)
STARTED = Day(2014, 1)
EVALUATION = Items([Text("leadership"), Text("required-actions"), Text("own-initiatives"), Text("institutions")])


# What templates in Chinese and in English both use; a language can have others.
COMMON_FILTERS = {
    *("count", "ordinal", "numeral", "figure", "date", "relative", "time_of_day"),
    *("about", "near", "percent", "share", "series"),
}


def examples_of(spoken: Language) -> list[tuple[str, str]]:
    """The examples in the docstrings of a language's filters: an expression, four spaces, and the words."""
    lines = (line for function in spoken.filters.values() for line in cleandoc(function.__doc__ or "").splitlines())
    found = (re.fullmatch(r"(\S.* \| .*?)    (.+)", line) for line in lines)
    return [(example[1], example[2]) for example in found if example]


EXAMPLES = [(code, *example) for code in CODES for example in examples_of(language(code))]


def test_chinese_and_english_are_languages() -> None:
    assert {"zh-CN", "en"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_found_by_its_code(code: str) -> None:
    assert language(code).code == code


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="xx"):
        language("xx")


@pytest.mark.parametrize("code", ["zh-CN", "en"])
def test_a_language_offers_the_common_filters(code: str) -> None:
    assert set(language(code).filters) >= COMMON_FILTERS


@pytest.mark.parametrize("code", CODES)
def test_every_filter_has_an_example_that_is_run(code: str) -> None:
    spoken = language(code)
    ran = {name for of, expression, _ in EXAMPLES if of == code for name in re.findall(r"\| (\w+)", expression)}
    assert spoken.filters
    assert ran == set(spoken.filters)


@pytest.mark.parametrize(("code", "expression", "printed"), EXAMPLES)
def test_examples_print_what_they_say(code: str, expression: str, printed: str) -> None:
    environment = Environment(autoescape=False)  # noqa: S701 - expressions of our own docstrings
    environment.filters.update(language(code).filters)
    template = environment.from_string(f"{{{{ {expression} }}}}")
    assert template.render(meeting=MEETING, started=STARTED, evaluation=EVALUATION) == printed


def test_paragraphs_begin_as_the_language_wants() -> None:
    assert language("zh-CN").paragraph_indent == "\u3000\u3000"
    assert language("en").paragraph_indent == ""


def test_wrapped_lines_join_as_the_language_wants() -> None:
    assert language("zh-CN").joins_lines_without_space
    assert not language("en").joins_lines_without_space


def _imported(code: str) -> set[str]:
    """The modules of languages, and large packages, that Python has imported after this code."""
    shown = (
        f"import sys; {code}; print(*sorted(m for m in sys.modules if m.startswith('speechgen.language.')"
        " or m in ('jinja2', 'yaml', 'typer', 'importlib.metadata')))"
    )
    ran = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return {name.removeprefix("speechgen.language.") for name in ran.stdout.split()}


WORDS = {"labels", "likeness", "proofreading", "reading_aloud", "scaffold_words", "unit_titles", "word_layout"}


@pytest.mark.parametrize(("code", "package"), [("zh-CN", "zh_cn"), ("en", "en")])
def test_only_the_language_that_is_asked_for_is_imported_and_none_of_its_words(code: str, package: str) -> None:
    imported = _imported(f"from speechgen.language import language; language({code!r})")
    packages = {name for name in imported if (Path(speechgen.language.__file__).parent / name).is_dir()}
    assert packages == {package}
    assert {name.rpartition(".")[2] for name in imported}.isdisjoint({*WORDS, "jinja2", "yaml", "typer", "metadata"})


def test_the_words_that_are_asked_for_are_imported() -> None:
    imported = _imported("from speechgen.language import language; language('zh-CN').labels")
    assert {"labels", "zh_cn.labels"} <= imported
    assert {name.rpartition(".")[2] for name in imported} & WORDS == {"labels"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("同志们，今天我们开个会。", "zh-CN"),
        ("Friends, this is the report that you have read.", "en"),
        ("Overheads doubled.", "en"),
        ("2014 — 100%", "zh-CN"),
        ("", "zh-CN"),
        ("我们学习了 GB/T 9704 and the ISO handbook, 大家都认真读了。", "zh-CN"),
        ("The committee 委员会 met in 北京 and we are grateful for that.", "en"),
    ],
)
def test_the_language_of_a_text_is_recognised(text: str, code: str) -> None:
    assert detect_language(text) == code
