"""Template defaults, then `shared`, then the unit file: mappings merge key by key, anything else replaces."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from speechgen.reading.merging import merge
from speechgen.reading.yaml_file import Value

from ..conftest import Run

_words = st.text("甲乙abc", max_size=3)
_data = st.recursive(
    _words | st.lists(_words, max_size=2), lambda inner: st.dictionaries(_words, inner, max_size=3), max_leaves=6
)
_mappings = st.dictionaries(_words, _data, max_size=3)


def _value(data: object) -> Value:
    if isinstance(data, dict):
        return Value.mapping({key: _value(inner) for key, inner in data.items()}, "f.yaml")
    assert isinstance(data, str | list)
    if isinstance(data, list):
        return Value([_value(inner) for inner in data], False, "f.yaml", 1, 1)
    return Value(data, False, "f.yaml", 1, 1)


def _plain(value: Value) -> object:
    if isinstance(value.content, dict):
        return {key: _plain(inner) for key, inner in value.content.items()}
    if isinstance(value.content, list):
        return [_plain(inner) for inner in value.content]
    return value.content


@given(_mappings)
def test_merging_with_an_empty_layer_changes_nothing(data: dict[str, object]) -> None:
    assert _plain(merge(_value(data), _value({}))) == data
    assert _plain(merge(_value({}), _value(data))) == data


@given(_mappings, _mappings)
def test_the_higher_layer_wins_key_by_key(lower: dict[str, object], higher: dict[str, object]) -> None:
    merged = _plain(merge(_value(lower), _value(higher)))
    assert isinstance(merged, dict)
    assert merged.keys() == lower.keys() | higher.keys()
    for key, value in merged.items():
        if key not in higher:
            assert value == lower[key]
        elif not (isinstance(higher[key], dict) and isinstance(lower.get(key), dict)):
            assert value == higher[key]


@given(_mappings, _mappings, _mappings)
def test_the_order_of_merging_does_not_matter(a: dict[str, object], b: dict[str, object], c: dict[str, object]) -> None:
    def is_same_shape(one: object, other: object) -> bool:
        if isinstance(one, dict) and isinstance(other, dict):
            return all(is_same_shape(one[key], other[key]) for key in one.keys() & other.keys())
        return isinstance(one, dict) == isinstance(other, dict)

    if is_same_shape(a, b) and is_same_shape(b, c) and is_same_shape(a, c):
        left = merge(merge(_value(a), _value(b)), _value(c))
        right = merge(_value(a), merge(_value(b), _value(c)))
        assert _plain(left) == _plain(right)


def test_explain_shows_where_a_value_comes_from_and_what_it_overrode(run: Run) -> None:
    assert run("init", "w").exit_code == 0
    settings = Path("w/speechgen.yaml")
    text = settings.read_text(encoding="utf-8")
    unit = next(Path("w/units").glob("*.yaml"))
    settings.write_text(text.split("\nshared:")[0] + "\nshared:\n  unit: {served: 患者}\n", encoding="utf-8")
    result = run("explain", str(unit), "unit.served")
    assert result.exit_code == 0
    assert "speechgen.yaml" in result.output
    assert "患者" in result.output


def test_an_example_of_a_template_does_not_inherit_what_the_units_share(run: Run) -> None:
    run("init", ".", "-t", "mass-line-summary")
    with Path("speechgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("shared:\n  group: {name: 市委第四督导组}\n")
    run("templates", "--new", "monthly", "--language", "zh-CN")
    result = run("generate", "templates/monthly/example.yaml", "-f", "txt", "-o", "-")
    assert result.exit_code == 0, result.output
