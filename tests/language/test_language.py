"""The table of languages, and what every language offers."""

import subprocess
import sys
from pathlib import Path

import pytest

import speechgen.language
from speechgen.language import CODES, COMMON_FILTERS, Language, detect_language, filters_of, language
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


@pytest.mark.parametrize("code", ["zh-CN", "en", "fr"])
def test_a_language_offers_the_common_filters(code: str) -> None:
    common = {name for names in COMMON_FILTERS.values() for name in names}
    assert len(common) > 15
    assert set(language(code).filters) >= common


@pytest.mark.parametrize("code", ["zh-CN", "en", "fr"])
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
    imported = _imported("from speechgen.language import language; language('fr').labels")
    assert {"labels", "fr.labels"} <= imported
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
