"""Slips in a unit file: one problem at its place; its advice, followed to the letter, gives what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from .conftest import Run, spots

UNIT = """\
template: mass-line-summary
unit:
  name: 市教育局
  short: 教育局
  head: {post: 局长, name: 李明}
dates:
  started: 2014-01
  meeting: 2014-10-24
leading_body: {name: 局党组}
group: {name: 市委第四督导组}
host: {name: 李明}
authority: {name: 市委}
vision: 宜居宜业
metrics:
  forums: 23
  petitions: {before: 214, after: 92}
evaluation:
  - leadership
  - balance
  - own-initiatives:
      times_spoken: 3
      praised_by: [周明, 高志强]
recommendations:
  - study
  - conduct
"""


class Slip(NamedTuple):
    """Lines of the file, what was typed instead, the problem, and what its advice makes of them.

    `problem` is the line, the column, the code and the words. `followed` is empty if that gives the lines themselves.
    """

    lines: str
    typed: str
    problem: tuple[int, int, str, str]
    followed: str = ""


FIGURES = {
    "in a list": Slip(
        "  forums: 23\n",
        "  forums: [23]\n",
        (
            15,
            11,
            "wrong-type",
            "metrics.forums must be a whole number, not a list; delete the brackets, or put the whole value in quotes",
        ),
    ),
    "with a dash": Slip(
        "  forums: 23\n",
        "  forums: - 23\n",
        (
            15,
            11,
            "yaml-syntax",
            "a dash begins an item, which must be in a line of its own; "
            "delete the dash, or begin the item in the next line",
        ),
    ),
    "more than": Slip(
        "  forums: 23\n",
        "  forums: >20\n",
        (
            15,
            11,
            "yaml-syntax",
            "a value cannot begin with >; find out the exact figure, and write it without >; put a text in quotes",
        ),
    ),
    "in full-width quotes": Slip(
        "  forums: 23\n",
        "  forums: “23”\n",
        (
            15,
            11,
            "full-width-quote",
            "full-width quotation marks do not quote in YAML; they would be part of the text; delete them",
        ),
    ),
    "none": Slip(
        "  forums: 23\n",
        "  forums: 0\n",
        (15, 11, "out-of-range", "metrics.forums must be at least 1; if there is none, delete the line"),
        "-",
    ),
    "a change in brackets": Slip(
        "  petitions: {before: 214, after: 92}\n",
        "  petitions: [214, 92]\n",
        (
            16,
            14,
            "wrong-type",
            "metrics.petitions must be a mapping (key: value), not a list; write {before: 去年, after: 今年}",
        ),
    ),
    "a change in quotes": Slip(
        "  petitions: {before: 214, after: 92}\n",
        '  petitions: "{before: 214, after: 92}"\n',
        (
            16,
            14,
            "wrong-type",
            "metrics.petitions must be a mapping (key: value), not “{before: 214, after: 92}”; "
            "delete the quotation marks around it",
        ),
    ),
    "a change without braces": Slip(
        "  petitions: {before: 214, after: 92}\n",
        "  petitions: before: 214, after: 92\n",
        (
            16,
            20,
            "yaml-syntax",
            "there is a second colon in the line; write petitions: {before: 214, after: 92}, or put a text in quotes",
        ),
    ),
    "a comma after braces": Slip(
        "  petitions: {before: 214, after: 92}\n",
        "  petitions: {before: 214, after: 92}，\n",
        (16, 38, "yaml-syntax", "there are words after the closing bracket; delete ，"),
    ),
    "full-width braces": Slip(
        "  petitions: {before: 214, after: 92}\n",
        "  petitions: ｛before: 214, after: 92｝\n",
        (16, 14, "full-width-bracket", "the bracket is full-width; write ASCII ones: { and }"),
    ),
    "titles for keys": Slip(
        "  petitions: {before: 214, after: 92}\n",
        "  petitions: {去年: 214, after: 92}\n",
        (16, 15, "unknown-key", "metrics.petitions has no key 去年; did you mean before (去年)?"),
    ),
}

BLOCKS = {
    "not indented": Slip(
        "host: {name: 李明}\n",
        "host:\nname: 李明\n",
        (12, 1, "unknown-key", "the file has no key name; indent it by two spaces, below host in line 11"),
        "host:\n  name: 李明\n",
    ),
    "a key of another block": Slip(
        "vision: 宜居宜业\nmetrics:\n",
        "vision: 宜居宜业\nforums: 23\nmetrics:\n",
        (14, 1, "unknown-key", "the file has no key forums; put it under metrics:"),
        "vision: 宜居宜业\nmetrics:\n",
    ),
    "a text for a block": Slip(
        "host: {name: 李明}\n",
        "host: 李明\n",
        (11, 7, "wrong-type", "host must be a mapping (key: value), not “李明”; write {name: 李明}"),
    ),
    "a dash for a block": Slip(
        "leading_body: {name: 局党组}\n",
        "leading_body:\n  - name: 局党组\n",
        (
            10,
            3,
            "wrong-type",
            "leading_body must be a mapping (key: value), not a list; write a space instead of the dash",
        ),
        "leading_body:\n    name: 局党组\n",
    ),
    "brackets for braces": Slip(
        "host: {name: 李明}\n",
        "host: [name: 李明]\n",
        (11, 7, "wrong-type", "host must be a mapping (key: value), not a list; write { } instead of [ ]"),
    ),
    "an equals sign": Slip(
        "host: {name: 李明}\n",
        "host:\n  name= 李明\n",
        (
            12,
            3,
            "wrong-type",
            "host must be a mapping (key: value), not “name= 李明”; write a colon and a space after name: `name: `",
        ),
        "host:\n  name: 李明\n",
    ),
    "a space before the colon and none after it": Slip(
        "  short: 教育局\n",
        "  short :教育局\n",
        (4, 10, "yaml-syntax", "a space is missing after the colon; write `: `"),
        "  short : 教育局\n",
    ),
    "full-width spaces": Slip(
        "host: {name: 李明}\n",
        "host:\n　name: 李明\n",
        (
            12,
            1,
            "full-width-space",
            "YAML cannot be indented with full-width spaces; indent with ASCII spaces",
        ),
        "host:\n  name: 李明\n",
    ),
    "a key in full-width quotes": Slip(
        "  short: 教育局\n",
        "  “short”: 教育局\n",
        (
            4,
            3,
            "full-width-quote",
            "full-width quotation marks do not quote in YAML; they would be part of the text; delete them",
        ),
    ),
}

LISTS = {
    "between a key and its items": Slip(
        "  - balance\n",
        " - balance\n",
        (19, 2, "yaml-syntax", "one space too few before - balance; align it with - leadership in line 18"),
    ),
    "at the start of the line": Slip(
        "  - balance\n",
        "- balance\n",
        (19, 1, "yaml-syntax", "two spaces too few before - balance; align it with - leadership in line 18"),
    ),
    "no dash": Slip(
        "  - balance\n",
        "  balance\n",
        (19, 3, "yaml-syntax", "the line has no dash; write `- ` before an item"),
    ),
    "an asterisk": Slip(
        "  - leadership\n",
        "  * leadership\n",
        (
            18,
            3,
            "yaml-syntax",
            "items begin with a dash, not with *; write `- ` before an item, with an ASCII hyphen",
        ),
    ),
    "another dash": Slip(
        "  - study\n  - conduct\n",
        "  — study\n",
        (
            24,
            3,
            "yaml-syntax",
            "items begin with a dash, not with —; write `- ` before an item, with an ASCII hyphen",
        ),
        "  - study\n  - conduct\n",
    ),
    "two parts in a line": Slip(
        "  - leadership\n  - balance\n",
        "  - leadership、balance\n",
        (
            18,
            5,
            "unknown-choice",
            "evaluation item 1: unknown value leadership、balance; "
            "write each as an item of its own: leadership, balance",
        ),
    ),
    "two parts in brackets": Slip(
        "  - study\n  - conduct\n",
        "  [study、conduct]\n",
        (
            24,
            4,
            "unknown-choice",
            "recommendations item 1: unknown value study、conduct; write each as an item of its own: study, conduct",
        ),
    ),
    "braces": Slip(
        "  - study\n  - conduct\n",
        "  {study, conduct}\n",
        (
            24,
            3,
            "yaml-syntax",
            "{study, conduct} has no colon; { } are for key: value; write a list in brackets: [study, conduct]",
        ),
        "  [study, conduct]\n",
    ),
    "a part's values that are not indented": Slip(
        "      times_spoken: 3\n      praised_by: [周明, 高志强]\n",
        "    times_spoken: 3\n    praised_by: [周明, 高志强]\n",
        (
            20,
            5,
            "one-part",
            "evaluation item 3 must name exactly one part; "
            "indent the lines below own-initiatives by two more spaces: they are its values",
        ),
    ),
    "yes after a part": Slip(
        "  - balance\n",
        "  - balance: yes\n",
        (
            19,
            14,
            "wrong-type",
            "evaluation item 2: balance must be a mapping (key: value), not “yes”; delete it",
        ),
    ),
    "one item that is not a list": Slip(
        "      praised_by: [周明, 高志强]\n",
        "      praised_by: 周明、高志强\n",
        (
            22,
            19,
            "wrong-type",
            "evaluation item 3: own-initiatives.praised_by must be a list (lines that begin with -), "
            "not “周明、高志强”; write [周明, 高志强]",
        ),
    ),
    "an empty item": Slip(
        "  - balance\n",
        '  - ""\n  - balance\n',
        (19, 5, "missing-value", "evaluation item 2 is empty; fill it in, or delete its line"),
    ),
}

TEXTS = {
    "a colon": Slip(
        "vision: 宜居宜业\n",
        "vision: 宜居: 宜业\n",
        (13, 11, "yaml-syntax", "there is a second colon in the line; put the whole value in quotes: '宜居: 宜业'"),
        "vision: '宜居: 宜业'\n",
    ),
    "a comma after quotes": Slip(
        "vision: 宜居宜业\n",
        'vision: "宜居宜业"，\n',
        (13, 15, "yaml-syntax", "there are words after the closing quotation mark; delete ，"),
    ),
    "braces": Slip(
        "vision: 宜居宜业\n",
        "vision: {宜居宜业}\n",
        (
            13,
            9,
            "yaml-syntax",
            "{宜居宜业} has no colon; { } are for key: value; put a text in quotes, or delete the braces",
        ),
    ),
    "braces of templates": Slip(
        "  short: 教育局\n",
        "  short: {{ unit.name }}\n",
        (4, 11, "yaml-syntax", "values are not filled in: {{ }} is for templates; write the words themselves"),
    ),
    "an exclamation mark": Slip(
        "vision: 宜居宜业\n",
        "vision: !宜居宜业\n",
        (13, 9, "yaml-syntax", "a value cannot begin with !; put the value in quotes"),
        "vision: '!宜居宜业'\n",
    ),
    "a bar": Slip(
        "vision: 宜居宜业\n",
        "vision: | 宜居宜业\n",
        (
            13,
            11,
            "yaml-syntax",
            "there are words after | or >, which begin a text of several lines; "
            "begin the text in the next line, indented, or put the value in quotes",
        ),
        "vision: |\n  宜居宜业\n",
    ),
    "a backslash": Slip(
        "vision: 宜居宜业\n",
        'vision: "宜居\\宜业"\n',
        (
            13,
            9,
            "yaml-syntax",
            "in double quotes a backslash begins the code of a special character; put the value in single quotes",
        ),
        "vision: '宜居\\宜业'\n",
    ),
    "a second line": Slip(
        "vision: 宜居宜业\n",
        "vision: 宜居\n宜业\n",
        (
            14,
            1,
            "yaml-syntax",
            "the line has no colon; write key: value; if it continues the text above it, indent it more",
        ),
        "vision: 宜居\n  宜业\n",
    ),
    "two colons": Slip(
        "vision: 宜居宜业\n",
        "vision: ：宜居宜业\n",
        (13, 9, "full-width-colon", "a second colon, which is full-width, would be part of the text; delete it"),
    ),
    "a line separator": Slip(
        "vision: 宜居宜业\n",
        "vision: 宜居\u2028宜业\n",
        (13, 11, "control-character", "contains the control character U+2028; delete it"),
    ),
}

SLIPS = {
    f"{kind}: {name}": slip
    for kind, slips in (("figures", FIGURES), ("blocks", BLOCKS), ("lists", LISTS), ("texts", TEXTS))
    for name, slip in slips.items()
}


def _speech(run: Run, old: str = "", new: str = "") -> tuple[str, list[tuple[str, int, int, str]]]:
    """The speech of the unit with some lines replaced, and the problems."""
    assert old in UNIT
    Path("u.yaml").write_text(UNIT.replace(old, new, 1), encoding="utf-8")
    result = run("generate", "u.yaml", "-f", "txt", "-o", "-", "--no-check")
    return result.output, spots(result)


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_problem_whose_advice_is_right(run: Run, name: str) -> None:
    slip = SLIPS[name]
    line, column, code, words = slip.problem
    output, problems = _speech(run, slip.lines, slip.typed)
    assert output == f"u.yaml:{line}:{column}: error[{code}] {words}\n"
    followed = {"": slip.lines, "-": ""}.get(slip.followed, slip.followed)
    output, problems = _speech(run, slip.lines, followed)
    assert problems == []
    if not slip.followed:
        assert output == _speech(run)[0]


EMPTY = "a # after a space begins a comment, so the value is empty, and {} is not read"
CUT = "a # after a space begins a comment, so the value ends before {}"


@pytest.mark.parametrize(
    ("lines", "typed", "line", "column", "words"),
    [
        ("  forums: 23\n", "  forums: #23\n", 15, 11, EMPTY.format("#23")),
        ("  forums: 23\n", "  forums: #REF!\n", 15, 11, EMPTY.format("#REF!")),
        ("vision: 宜居宜业\n", "vision: #1 城市\n", 13, 9, EMPTY.format("#1 城市")),
        ("vision: 宜居宜业\n", "vision: 宜居 #1 城市\n", 13, 12, CUT.format("#1 城市")),
        ("  - study\n", "  - study #1\n", 24, 11, CUT.format("#1")),
    ],
)
def test_a_comment_that_may_be_part_of_a_value_is_a_warning(
    run: Run, lines: str, typed: str, line: int, column: int, words: str
) -> None:
    output, problems = _speech(run, lines, typed)
    assert problems == [("u.yaml", line, column, "comment")]
    fix = "put the value in quotes, or write a space after the # of a comment"
    assert f"u.yaml:{line}:{column}: warning[comment] {words}; {fix}\n" in output
    assert _speech(run, lines, typed.replace("#", "# "))[1] == []


@pytest.mark.parametrize("typed", ["宜居宜业 # 1", "宜居宜业 #引号由模板加", "宜居#1宜业", '"宜居 #1"', "|\n  宜居 #1"])
def test_other_comments_and_other_signs_are_not(run: Run, typed: str) -> None:
    assert _speech(run, "vision: 宜居宜业\n", f"vision: {typed}\n")[1] == []


@pytest.mark.parametrize(
    ("lines", "typed", "line", "column", "key"),
    [
        ("vision: 宜居宜业\n", "#vision: 宜居宜业\n", 13, 1, "vision"),
        ("  short: 教育局\n", "  #short: 教育局   # 单位简称\n", 4, 3, "short"),
        ("      times_spoken: 3\n", "      #times_spoken: 3\n", 21, 7, "times_spoken"),
    ],
)
def test_a_line_that_was_filled_in_but_is_still_a_comment_is_a_warning(
    run: Run, lines: str, typed: str, line: int, column: int, key: str
) -> None:
    output, problems = _speech(run, lines, typed)
    assert problems == [("u.yaml", line, column, "comment")]
    assert (
        f"u.yaml:{line}:{column}: warning[comment] the line is a comment, so {key} is not read; "
        "delete the #, or write a space after it to keep the comment\n"
    ) in output
    assert _speech(run, lines, typed.replace("#", "", 1))[0] == _speech(run)[0]
    assert _speech(run, lines, typed.replace("#", "# ", 1))[1] == []


@pytest.mark.parametrize("comment", ["#short:\n", "  #times_spoken:   # 选填\n", "#待办: 核对\n", "#nobody: 1\n"])
def test_other_comments_in_their_own_lines_are_not(run: Run, comment: str) -> None:
    assert _speech(run, "vision: 宜居宜业\n", f"{comment}vision: 宜居宜业\n")[1] == []
