"""A small grammar of mappings, which writes values in the ways that YAML 1.2 allows: they are read as they were meant.

Left out is what is reported on purpose: full-width punctuation, and items or keys inside a text of several lines.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.reading import yaml_parser
from speechgen.reading.python_parser import PythonParser
from speechgen.reading.yaml_file import Value, parse_yaml


class Written(NamedTuple):
    """A value and the lines that mean it: the first one follows `key:` or `-`, the others are indented below it."""

    value: object
    lines: list[str]
    is_block_scalar: bool = False


# Plain style (7.3.3), outside and inside of brackets.
_PLAIN = re.compile(r"(?:[^-?:,\[\]{}#&*!|>'\"%@`\s]|[-?:](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*")
_IN_BRACKETS = re.compile(
    r"(?:[^-?:,\[\]{}#&*!|>'\"%@`\s]|[-?:](?=[^\s,\[\]{}]))(?:[^:#,\[\]{}]|:(?=[^\s,\[\]{}])|(?<=\S)#)*"
)
_OTHERS = re.compile(r"~|---|\.\.\.|-\S*:")  # a null, markers of documents, and keys that look like items
_texts = st.lists(st.text("甲乙a1.-?:#,[]{}&*!|>%@`'\"~=\\", min_size=1, max_size=5), min_size=1, max_size=3).map(
    " ".join
)
_blanks = st.sampled_from([" ", "  ", "\t", " \t"])
_ends = st.sampled_from(["", " ", "\t", " # 注释", "\t#"])
_between = st.sampled_from([[], [""], ["\t"], ["# 注释"], [" \t# a: b"]])


def _scalar(pattern: re.Pattern[str]) -> st.SearchStrategy[tuple[str, str]]:
    """A text, and a scalar in one line that means it."""
    plain = _texts.filter(lambda text: pattern.fullmatch(text) is not None and not _OTHERS.match(text))
    return (
        plain.map(lambda text: (text, text))
        | _texts.map(lambda text: (text, json.dumps(text, ensure_ascii=False)))
        | _texts.map(lambda text: (text, "'" + text.replace("'", "''") + "'"))
    )


_keys = st.tuples(_scalar(_PLAIN), st.sampled_from(["", "", " ", "\t"])).map(
    lambda key: (key[0][0], key[0][1] + key[1])
)
_one_line = st.tuples(_scalar(_PLAIN), _ends).map(lambda parts: Written(parts[0][0], [parts[0][1] + parts[1]]))
_nothing = _ends.map(lambda end: Written(None, [end]))


@st.composite
def _lines_that_go_on(draw: st.DrawFn) -> Written:
    """A plain or a quoted text of several lines."""
    quote = draw(st.sampled_from(["", '"', "'"]))
    lines = draw(st.lists(st.text("甲乙1=", min_size=1, max_size=4), min_size=2, max_size=3))
    text, written = lines[0], [quote + lines[0]]
    for line in lines[1:]:
        empty = draw(st.integers(0, 2))
        text += ("\n" * empty or " ") + line
        written += [*draw(st.lists(_blanks, min_size=empty, max_size=empty)), draw(st.sampled_from(["", " \t"])) + line]
    written[-1] += quote
    return Written(text, written)


@st.composite
def _block_scalar(draw: st.DrawFn) -> Written:
    """A text after | or >."""
    style, chomping, number = (draw(st.sampled_from(each)) for each in ("|>", ["", "-", "+"], ["", "2"]))
    lines = draw(st.lists(st.text("甲a: #-\t\"'[", max_size=6).map("乙".__add__), min_size=1, max_size=3))
    if style == "|":
        lead = ["", "\t", "  "] if number else ["", "\t"]
        lines = [draw(st.sampled_from(lead)) + line for line in lines]
    header = f"{style}{chomping}{number}" if draw(st.booleans()) else f"{style}{number}{chomping}"
    text = ("\n" if style == "|" else " ").join(lines) + ("" if chomping == "-" else "\n")
    return Written(text, [header + draw(_ends), *lines], is_block_scalar=True)


@st.composite
def _brackets(draw: st.DrawFn, inner: st.SearchStrategy[tuple[object, str]]) -> tuple[object, str]:
    """A list in brackets or a mapping in braces, and how it is written."""
    gaps = st.sampled_from(["", " ", "\n", "\n\t", " # 注释\n"])
    items = draw(st.lists(inner, max_size=3))
    if draw(st.booleans()):
        written = [draw(gaps) + item + draw(gaps) for _, item in items]
        return [value for value, _ in items], f"[{','.join(written)}]"
    keys = draw(st.lists(_scalar(_IN_BRACKETS), min_size=len(items), max_size=len(items), unique_by=lambda key: key[0]))
    written = []
    for (_, key), (_, item) in zip(keys, items, strict=True):
        colons = [": ", " : ", ":\n", "\n: ", *([":"] if key[0] in "'\"" else [])]
        written.append(draw(gaps) + key + draw(st.sampled_from(colons)) + item + draw(gaps))
    values = {key: value for (key, _), (value, _) in zip(keys, items, strict=True)}
    return values, f"{{{','.join(written)}}}"


_flow = st.recursive(_scalar(_IN_BRACKETS), _brackets, max_leaves=4)
_in_brackets = _brackets(_flow).map(lambda parts: Written(parts[0], parts[1].split("\n")))


@st.composite
def _block_list(draw: st.DrawFn, inner: st.SearchStrategy[Written]) -> Written:
    items = draw(st.lists(inner, min_size=1, max_size=3))
    lines = [draw(_ends)]
    for item in items:
        is_below = isinstance(item.value, (dict, list)) and len(item.lines) > 1 and item.lines[0][:1] not in ("[", "{")
        rest = item.lines[1:] if is_below else item.lines
        lines += [f"-{' ' if is_below else draw(_blanks)}{rest[0]}", *(f"  {line}" for line in rest[1:])]
    return Written([item.value for item in items], lines, items[-1].is_block_scalar)


@st.composite
def _block_mapping(draw: st.DrawFn, inner: st.SearchStrategy[Written]) -> Written:
    keys = draw(st.lists(_keys, min_size=1, max_size=3, unique_by=lambda key: key[0]))
    values, lines, is_open = {}, [draw(_ends)], False
    for number, (key, written) in enumerate(keys):
        if number and not is_open:
            lines += draw(_between)
        value = draw(inner)
        lines += [f"{written}:{draw(_blanks)}{value.lines[0]}", *(f"  {line}" for line in value.lines[1:])]
        values[key], is_open = value.value, value.is_block_scalar
    return Written(values, lines, is_open)


_values = st.recursive(
    _one_line | _nothing | _lines_that_go_on() | _block_scalar() | _in_brackets,
    lambda inner: _block_list(inner) | _block_mapping(inner),
    max_leaves=6,
)


@st.composite
def _documents(draw: st.DrawFn) -> tuple[object, str]:
    written = draw(_block_mapping(_values))
    start = draw(st.sampled_from([[], ["---"], ["%YAML 1.2", "---"], ["# 注释"], ["\t"]]))
    end = draw(st.sampled_from([[], ["..."], ["# 注释"]]))
    return written.value, "\n".join([*start, *written.lines[1:], *end]) + draw(st.sampled_from(["", "\n"]))


def _plain(value: Value) -> object:
    if isinstance(value.content, dict):
        return {key: _plain(inner) for key, inner in value.content.items()}
    if isinstance(value.content, list):
        return [_plain(inner) for inner in value.content]
    return value.content


@pytest.mark.parametrize("parser", [yaml_parser.YamlParser, PythonParser])
@given(_documents())
def test_a_mapping_is_read_as_it_was_meant(parser: type, document: tuple[object, str]) -> None:
    meant, text = document
    with patch.object(yaml_parser, "YamlParser", parser):
        value, problems = parse_yaml(text, "u.yaml")
    assert problems == []
    assert value is not None
    assert _plain(value) == meant
