"""Scalars have the types of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/, 10.3), not of YAML 1.1."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speechgen.model.values import Day
from speechgen.reading.yaml_file import Value, core, parse_yaml


def _read(text: str) -> Value:
    value, problems = parse_yaml(text, "u.yaml")
    assert problems == []
    assert value is not None
    return value


def _one(text: str) -> object:
    content = _read(f"a: {text}\n").content
    assert isinstance(content, dict)
    return core(content["a"])


@pytest.mark.parametrize("words", ["yes", "no", "on", "off", "y", "n", "12:30:45", "1:30", "0b11", "1_000", "是"])
def test_words_that_yaml_1_1_would_convert_stay_text(words: str) -> None:
    assert _one(words) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("False", False),
        ("12", Decimal(12)),
        ("-1.50", Decimal("-1.5")),
        ("010", Decimal(10)),
        ("2014-10-24", Day.parse("2014-10-24")),
        ("2014-01", Day.parse("2014-01")),
        ('"2014-01"', "2014-01"),
        ("'12'", "12"),
        ("~", None),
        ("null", None),
        ("", None),
    ],
)
def test_scalars_have_the_types_of_the_core_schema(text: str, expected: object) -> None:
    assert _one(text) == expected


# Left out: 0E0, a text that PyYAML writes without quotes although it is a number in YAML 1.2; and words in full-width
# quotation marks, which are reported as a mistake.
_words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zs"]), max_size=20).filter(
    lambda words: not re.fullmatch(r"[-+]?[0-9.]+[eE][-+]?[0-9]+|[“”‘’＂＇「].*[“”‘’＂＇「」\"']", words)
)


@given(
    st.recursive(
        _words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3), max_leaves=8
    )
)
def test_what_pyyaml_writes_is_read_back(data: object) -> None:
    value, problems = parse_yaml(yaml.safe_dump({"a": data}, allow_unicode=True), "u.yaml")
    assert problems == []
    assert value is not None

    def plain(one: Value) -> object:
        if isinstance(one.content, dict):
            return {key: plain(inner) for key, inner in one.content.items()}
        if isinstance(one.content, list):
            return [plain(inner) for inner in one.content]
        return core(one)

    assert plain(value) == {"a": data}


@given(st.text(max_size=60))
def test_any_text_is_read_or_reported_at_a_place_inside_it(text: str) -> None:
    _, problems = parse_yaml(text, "u.yaml")
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + text.count("\r") + 2
        assert problem.place.column >= 1


@pytest.mark.parametrize("text", ["%0", "%- %", "a: 1\n%0"])
def test_a_directive_at_the_end_of_a_file_is_reported(text: str) -> None:
    value, problems = parse_yaml(text, "u.yaml")
    assert value is None
    assert [each.code for each in problems] == ["yaml-syntax"]


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_reported(source: bytes) -> None:
    value, problems = parse_yaml(source, "u.yaml")
    assert (value is None) <= bool(problems)
