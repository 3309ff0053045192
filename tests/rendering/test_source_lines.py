"""What the lines of a template mean, whatever tags are around them: blank lines, line ends, hard breaks, headings."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import speechgen
from speechgen import Paragraph, Problem
from speechgen.rendering.render import reader_of
from speechgen.template import Template
from speechgen.template.source_lines import mark_lines

CHINESE, ENGLISH = "mass-line-summary", "site-visit-closing"


@cache
def _template(name: str) -> Template:
    return speechgen.load_template(name)


def _paragraphs(source: str, template: str = ENGLISH, **values: object) -> list[Paragraph]:
    sandbox = _template(template).sandbox
    sandbox.state.reset()
    marked = sandbox.from_string(source).render(values)
    refused: list[Problem] = []
    paragraphs = list(reader_of(_template(template)).paragraphs(marked, sandbox.state.printed, refused))
    assert refused == []
    return paragraphs


def _texts(source: str, template: str = ENGLISH, **values: object) -> list[str]:
    return [each.text for each in _paragraphs(source, template, **values)]


SEPARATE = {
    "after a tag on its line": "{% if 1 %}One.{% endif %}\n\n{% if 1 %}Two.{% endif %}\n",
    "after a tag of its own line": "{% if 1 %}\nOne.\n{% endif %}\n\n{% if 1 %}\nTwo.\n{% endif %}\n",
    "after a tag with a dash": "{% if 1 %}One.{% endif -%}\n\n{%- if 1 %}Two.{% endif %}\n",
    "between prints with dashes": "{{ 'One.' -}}\n\n{{- 'Two.' }}\n",
    "after a comment": "One.{# a note #}\n\n{# another #}Two.\n",
    "white space in the blank line": "{% if 1 %}One.{% endif %}\n \t\u3000\nTwo.\n",
    "inside a condition": "One.{% if 1 %}\n\n{% endif %}Two.\n",
    "inside a loop": "{% for word in ['One.', 'Two.'] %}\n{{ word }}\n\n{% endfor %}\n",
    "after raw text": "{% raw %}One.{% endraw %}\n\nTwo.\n",
    "Windows would": "{% if 1 %}One.{% endif %}\n\n\n\nTwo.\n",
}
TOGETHER = {
    "lines": "One\nTwo\n",
    "a tag at the end of a line": "One{% if 1 %}{% endif %}\nTwo\n",
    "a line that is left out": "One\n{% if 0 %}no{% endif %}\nTwo\n",
    "lines of tags": "One\n{% if 1 %}\n{% set x = 1 %}\n{# a note\n\nof lines #}\n{% endif %}\nTwo\n",
    "a blank line in a tag": "One {{ 'Two'\n\n }}",
}


@pytest.mark.parametrize("case", SEPARATE)
@pytest.mark.parametrize("template", [CHINESE, ENGLISH])
def test_a_blank_line_separates_paragraphs(case: str, template: str) -> None:
    assert _texts(SEPARATE[case], template) == ["One.", "Two."]


@pytest.mark.parametrize("case", TOGETHER)
def test_lines_without_a_blank_line_are_one_paragraph(case: str) -> None:
    assert _texts(TOGETHER[case]) == ["One Two"]
    assert _texts(TOGETHER[case].replace("One ", "One"), CHINESE) == ["OneTwo"]


def test_a_line_that_begins_with_a_mark_continues_the_sentence() -> None:
    assert _texts("We came{% if 1 %}\n, late{% endif %}\n.\n") == ["We came, late."]


def test_the_text_after_a_heading_is_a_paragraph() -> None:
    found = _paragraphs("## One\nText\n## Two ##\n### Three\nmore\ntext")
    assert [(each.kind, each.level, each.text) for each in found] == [
        ("heading", 2, "One"),
        ("paragraph", 0, "Text"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
        ("paragraph", 0, "more text"),
    ]


@pytest.mark.parametrize("end", ["  ", "   ", "\\", "\\\\\\"])
def test_a_hard_line_break_is_kept(end: str) -> None:
    kept = "\\" if end == "\\\\\\" else ""
    assert _texts(f"One{end}\nTwo{end}\n\nThree{end}\n") == [f"One{kept}\nTwo{kept}", f"Three{kept}"]


def test_other_line_ends_are_not_hard() -> None:
    assert _texts("One \nTwo\\\\\nThree{% if 0 %}x{% endif %} \nFour\n") == ["One Two\\ Three Four"]
    assert _texts("{% if 0 %}x{% endif %}  \nOne\n") == ["One"]


def test_values_keep_their_paragraphs_and_hard_lines() -> None:
    value = "One\nline,\\\nhard  \nagain.\n\n \nSecond\n"
    assert _texts("Say {{ x }}.\n", x=value) == ["Say One line,\nhard\nagain.", "Second."]
    assert _texts("说{{ x }}。\n", CHINESE, x=value) == ["说Oneline,\nhard\nagain.", "Second。"]
    assert _texts("## {{ x }}\n- {{ x }}\n", x=value) == [
        "One line, hard again. Second",
        "One line,\nhard\nagain.\nSecond",
    ]


def test_values_are_never_markdown() -> None:
    values = ["# x", "- x", "1. x", "| x | y |", "**x**", "<b>", "[x](y)", "> x", "```", "\\"]
    assert _texts("{% for x in values %}\n{{ x }}\n\n{% endfor %}\n", values=values) == values
    assert {each.kind for each in _paragraphs("{{ x }}", x="- a\n- b")} == {"paragraph"}


def test_lists_in_lists_and_their_numbers() -> None:
    found = _paragraphs(
        "We:\n- a\n  1. b\n  1. c\n     - d\n    goes on\n  7) e\n* f\n\n- g\n\nEnd.\n\n1. h\n2014. Year"
    )
    assert [(each.kind, each.level, each.marker, each.text) for each in found] == [
        ("paragraph", 0, "", "We:"),
        ("item", 1, "", "a"),
        ("item", 2, "1.", "1. b"),
        ("item", 2, "2.", "2. c"),
        ("item", 3, "", "d goes on"),
        ("item", 2, "7)", "7) e"),
        ("item", 1, "", "f"),
        ("item", 1, "", "g"),
        ("paragraph", 0, "", "End."),
        ("item", 1, "1.", "1. h"),
        ("item", 1, "2.", "2. Year"),
    ]


def test_a_year_at_the_start_of_a_line_is_no_item() -> None:
    assert _texts("It was\n2014. A good year.") == ["It was 2014. A good year."]


def test_a_table_whose_rows_are_a_loop() -> None:
    found = _paragraphs(
        "| a | **b** |\n|:-:|---|\n{% for x in rows %}\n| {{ x }} | \\| |\n{% endfor %}\nEnd.", rows=["1|", ""]
    )
    assert [(each.kind, each.level, each.marker, each.text) for each in found] == [
        ("row", 1, "c-", "a\tb"),
        ("row", 0, "", "1|\t|"),
        ("row", 0, "", "\t|"),
        ("paragraph", 0, "", "End."),
    ]


# Any arrangement of tags


@st.composite
def _blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """Paragraphs of numbered words, separated by blank lines, with tags around and between them at random."""
    blocks = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["text", "text", "if", "else", "for"])) if depth < 3 else "text"
        dash, other = draw(st.sampled_from(["", "-"])), draw(st.sampled_from(["", "-"]))
        inside = draw(st.sampled_from(["", "\n", "\n\n", " ", "\n  "]))
        if kind == "text":
            blocks.append(draw(st.sampled_from(["WORD", "WORD\nWORD", "{{ 'WORD' }}", "WORD {# note #}", "  WORD"])))
            continue
        body = draw(_blocks(depth + 1))
        if kind == "for":
            blocks.append(f"{{% for x in [1, 2] {dash}%}}{inside}{body}\n\n{{%{other} endfor %}}")
        elif kind == "else":
            blocks.append(f"{{% if 0 {dash}%}}no\n{{%{other} else {dash}%}}{inside}{body}{inside}{{%{other} endif %}}")
        else:
            truth = draw(st.sampled_from("01"))
            blocks.append(f"{{% if {truth} {dash}%}}{inside}{body}{inside}{{%{other} endif {dash}%}}")
    return "\n\n".join(blocks)


@given(_blocks(), st.sampled_from([CHINESE, ENGLISH]))
def test_paragraphs_separated_by_a_blank_line_are_never_merged(source: str, template: str) -> None:
    lines = source.split("\n")
    number = 0
    for index, line in enumerate(lines):
        number += not line.strip()
        lines[index] = line.replace("WORD", f"w{number}w")
    for text in _texts("\n".join(lines), template):
        assert len(set(text.replace("ww", "w w").split())) == 1, (source, text)


@given(
    st.lists(st.sampled_from([*"ab \n\\'\"\u3000-", "{%", "%}", "{{", "}}", "{#", "#}", "raw", "endraw"])).map("".join)
)
def test_marking_keeps_every_line_and_word_of_any_source(source: str) -> None:
    marked = mark_lines(source)
    assert marked.count("\n") == source.count("\n")
    assert re.sub(r"[\ufdd5-\ufddf\s\\]", "", marked) == re.sub(r"[\s\\]", "", source)


@pytest.mark.parametrize("words", [" ", "\\", "\t", "| ", "[", "*a", "`", "<a ", "- ", "_", "{{ '", "{#", "#", "--|"])
def test_any_number_of_the_same_marks_takes_no_longer_than_their_length(words: str) -> None:
    many = words * (100_000 // len(words))
    mark_lines(f"a{many}b\n{many}")
    reader = reader_of(_template(ENGLISH))
    reader.refused(f"a{many}b\n{many}b")
    list(reader.paragraphs(f"a{many}b\n# {many}b\n{many}b", [], []))
    state = _template(ENGLISH).sandbox.state
    state.reset()  # a render may not write more
    state.record(f"a{many}\n{many}b", None, "x:1")
