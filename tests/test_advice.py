"""Slips in a unit file: one problem at its place; its advice, followed to the letter, gives what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from speechgen.cli import app

from .conftest import Run, spots
from .slips import read_slips

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


SLIPS = read_slips("advice.txt")


@pytest.fixture(scope="module")
def right_speech(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The speech of the unit as it was meant."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("right"))
        output, problems = _speech(lambda *arguments: CliRunner().invoke(app, arguments))
    assert problems == []
    return output


def _speech(run: Run, old: str = "", new: str = "") -> tuple[str, list[tuple[str, int, int, str]]]:
    """The speech of the unit with some lines replaced, and the problems."""
    assert old in UNIT
    Path("u.yaml").write_text(UNIT.replace(old, new, 1), encoding="utf-8")
    result = run("generate", "u.yaml", "-f", "txt", "-o", "-", "--no-check")
    return result.output, spots(result)


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_problem_whose_advice_is_right(run: Run, right_speech: str, name: str) -> None:
    slip = SLIPS[name]
    output, problems = _speech(run, slip[""], slip["typed"])
    assert len(problems) == 1
    assert output == f"u.yaml:{slip['reported']}"
    followed, problems = _speech(run, slip[""], slip.get("followed", slip[""]))
    assert problems == []
    if "followed" not in slip:
        assert followed == right_speech


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
    run: Run, right_speech: str, lines: str, typed: str, line: int, column: int, key: str
) -> None:
    output, problems = _speech(run, lines, typed)
    assert problems == [("u.yaml", line, column, "comment")]
    assert (
        f"u.yaml:{line}:{column}: warning[comment] the line is a comment, so {key} is not read; "
        "delete the #, or write a space after it to keep the comment\n"
    ) in output
    assert _speech(run, lines, typed.replace("#", "", 1))[0] == right_speech
    assert _speech(run, lines, typed.replace("#", "# ", 1))[1] == []


@pytest.mark.parametrize("comment", ["#short:\n", "  #times_spoken:   # 选填\n", "#待办: 核对\n", "#nobody: 1\n"])
def test_other_comments_in_their_own_lines_are_not(run: Run, comment: str) -> None:
    assert _speech(run, "vision: 宜居宜业\n", f"{comment}vision: 宜居宜业\n")[1] == []


@pytest.mark.parametrize(
    ("typed", "column", "sign", "partner"),
    [("宜居宜业}", 13, "}", "{"), ("宜居宜业   ]", 16, "]", "["), ("宜居{宜业", 11, "{", "}")],
)
def test_a_bracket_that_is_left_over_is_a_warning(run: Run, typed: str, column: int, sign: str, partner: str) -> None:
    output, problems = _speech(run, "vision: 宜居宜业\n", f"vision: {typed}\n")
    assert problems == [("u.yaml", 13, column, "stray-bracket")]
    assert (
        f"u.yaml:13:{column}: warning[stray-bracket] the value has a {sign} without a {partner}; "
        "delete it, or put the value in quotes if it belongs there\n"
    ) in output
    assert _speech(run, "vision: 宜居宜业\n", f'vision: "{typed}"\n')[1] == []
    assert _speech(run, "vision: 宜居宜业\n", "vision: 宜居[宜业]\n")[1] == []
