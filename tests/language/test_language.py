"""The table of languages, and what every language offers."""

import subprocess
import sys

import pytest

from speechgen.language import CODES, COMMON_FILTERS, Language, filters_of, language
from speechgen.language.examples import example_values
from speechgen.template.filter_reference import TESTS, reference
from speechgen.template.sandbox import Sandbox


def examples_of(spoken: Language) -> list[tuple[str, str]]:
    """The examples of a language's filters, tests and attributes: an expression, and the words that it prints."""
    return [(each.expression, each.printed) for entry in reference(spoken) for each in entry.examples]


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
    common = {name for names in COMMON_FILTERS.values() for name in names}
    assert len(common) > 15
    assert set(language(code).filters) >= common


@pytest.mark.parametrize("code", ["zh-CN", "en"])
def test_every_filter_test_and_attribute_has_an_example_that_is_run(code: str) -> None:
    entries = list(reference(language(code)))
    assert [entry.name for entry in entries if not entry.examples] == []
    assert [entry.name for entry in entries if not entry.summary] == []


@pytest.mark.parametrize("code", CODES)
def test_every_filter_and_test_of_a_template_is_in_the_reference(code: str) -> None:
    spoken = language(code)
    sandbox = Sandbox(None, spoken)  # type: ignore[arg-type]  # it reads no files
    entries = list(reference(spoken))
    listed = {entry.name for entry in entries}
    assert {name for name in sandbox.filters if not name.startswith(" ")} <= listed
    assert set(filters_of(spoken)) <= listed
    assert set(sandbox.tests) == {entry.name for entry in entries if entry.group == TESTS}


@pytest.mark.parametrize(("code", "expression", "printed"), EXAMPLES)
def test_examples_print_what_they_say(code: str, expression: str, printed: str) -> None:
    sandbox = Sandbox(None, language(code))  # type: ignore[arg-type]  # it reads no files
    source = expression if expression.startswith("{%") else f"{{{{ {expression} }}}}"
    sandbox.from_string(source).render(example_values(language(code)))
    assert [failure.reason for failure in sandbox.state.failures] == []
    assert "".join(words for words, _ in sandbox.state.printed) == printed


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
