"""Unit files of more than 128 KiB, which are read by libyaml only: no value is misread, and no time is lost."""

from __future__ import annotations

import pytest

from speechgen.reading import parse_yaml

FILLER = "".join(f"key-{number}: {'words ' * 200}\n" for number in range(120))
MISREAD = {
    "a: &an:chor value": (4, "in a file of more than 128 KiB, this & may be misread"),
    "a: &x?y value": (4, "in a file of more than 128 KiB, this & may be misread"),
    "b: [&an:chor, *an:chor]": (5, "in a file of more than 128 KiB, this & may be misread"),
    "a: { ?foo: bar}": (6, "in a file of more than 128 KiB, this ? may be misread"),
    "a: [x, ?b]": (8, "in a file of more than 128 KiB, this ? may be misread"),
    "a: [' # ', ?b]": (12, "in a file of more than 128 KiB, this ? may be misread"),
    'a: "x"# words': (7, "a comment needs a space before its #"),
}
READ = {
    'a: "say &me:you { ?what }"': "say &me:you { ?what }",
    'a: AT &T:co and "x"#y': 'AT &T:co and "x"#y',
    "a: x  # see { ?foo: bar} and &an:chor": "x",
    "a: &an value  # &an:chor": "value",
    "a: x\n# { ?foo: bar}\nb: y": "x",
    "a: why, ?who": "why, ?who",
    "a: 'x #y'  # { ?foo: bar}": "x #y",
    'a: |\n  { ?foo: bar}\n  &an:chor "x"#y\nb: 1': '{ ?foo: bar}\n&an:chor "x"#y\n',
    "a: '*not:an alias'": "*not:an alias",
}


@pytest.mark.parametrize("line", MISREAD)
def test_what_would_be_misread_is_refused_at_its_place(line: str) -> None:
    value, (problem,) = parse_yaml(f"before: 1\n{line}\n{FILLER}", "u.yaml")
    assert value is None
    assert (problem.place.line, problem.place.column, problem.message) == (2, *MISREAD[line])


@pytest.mark.parametrize("line", READ)
def test_the_same_characters_in_texts_are_read(line: str) -> None:
    value, problems = parse_yaml(f"{FILLER}{line}\n", "u.yaml")
    assert problems == []
    assert value is not None
    assert isinstance(value.content, dict)
    assert value.content["a"].content == READ[line]


@pytest.mark.parametrize("piece", ["{ ?a ", "&a:b ", '"#', "[,#"])
def test_a_file_of_one_line_is_not_searched_again_for_each_mark(piece: str) -> None:
    """Each of these takes a tenth of a second, not hours."""
    for start in ("a: 1 # ", "a: '", "# "):
        parse_yaml(start + piece * (300_000 // len(piece)) + "'\nb: 1\n", "u.yaml")
