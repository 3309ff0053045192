"""The table of languages, and what every language offers."""

import re
import subprocess
import sys
from inspect import cleandoc

import pytest
from jinja2 import Environment

from speechgen.language import CODES, Language, language
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


def test_only_the_language_that_is_asked_for_is_imported() -> None:
    code = (
        "import sys; from speechgen.language import language; language('en');"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in ('jinja2', 'yaml', 'typer') or '.zh' in m))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
