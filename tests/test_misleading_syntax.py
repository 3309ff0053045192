"""Slips of the keyboard in a unit file: each is reported at its line and column, with what to write instead."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.reading.yaml_file import parse_yaml

from .conftest import Run


class Slip(NamedTuple):
    """A unit file, and the problems that are reported: line, column, code, message and fix."""

    text: str
    problems: tuple[tuple[int, int, str, str], ...]


def _slip(text: str, *problems: tuple[int, int, str, str]) -> Slip:
    return Slip(text, problems)


INDENTATION = {
    "a space left over from a comment": _slip(
        "unit:\n  name: 市教育局\n   short: 市教育局\n",
        (3, 4, "yaml-syntax", "one space too many before short; align it with name in line 2"),
    ),
    "a space left over at the top": _slip(
        "output: speeches\n shared:\n   dates: {meeting: 2014-10-24}\n",
        (2, 2, "yaml-syntax", "one space too many before shared; align it with output in line 1"),
    ),
    "spaces left over in the lines before": _slip(
        " evaluation:\n  - study\n recommendations:\n  - study\ndates: {meeting: 2014-10-24}\n",
        (1, 2, "yaml-syntax", "one space too many before evaluation; align it with dates in line 5"),
        (3, 2, "yaml-syntax", "one space too many before recommendations; align it with dates in line 5"),
    ),
    "a space left over in a part's values": _slip(
        "evaluation:\n  - own-initiatives:\n      times_spoken: 3\n       praised_by: [李明]\n",
        (4, 8, "yaml-syntax", "one space too many before praised_by; align it with times_spoken in line 3"),
    ),
    "the first line of a block too deep": _slip(
        "unit:\n  head:\n     name: 张三\n    post: 局长\n",
        (3, 6, "yaml-syntax", "one space too many before name; align it with post in line 4"),
    ),
    "two spaces": _slip(
        "dates:\n  started: 2014-01\n    meeting: 2014-10-24\n",
        (3, 5, "yaml-syntax", "two spaces too many before meeting; align it with started in line 2"),
    ),
    "an item that YAML reads as part of the item above": _slip(
        "evaluation:\n  - leadership\n   - balance\n",
        (3, 4, "yaml-syntax", "one space too many before - balance; align it with - leadership in line 2"),
    ),
    "items that begin in different columns": _slip(
        "evaluation:\n   - leadership\n  - balance\n",
        (2, 4, "yaml-syntax", "one space too many before - leadership; align it with - balance in line 3"),
    ),
    "a part without its colon": _slip(
        "evaluation:\n  - own-initiatives\n      times_spoken: 3\n",
        (2, 20, "yaml-syntax", "the colon after own-initiatives is missing; write own-initiatives:"),
    ),
    "a block without its colon": _slip(
        "unit\n  name: 市教育局\n", (1, 5, "yaml-syntax", "the colon after unit is missing; write unit:")
    ),
    "items below a value": _slip(
        "topics: 精文简会\n  - 公车\n",
        (
            2,
            3,
            "yaml-syntax",
            "topics has a value in its own line and items below it; begin each item with - in a line of its own",
        ),
    ),
    "a dash without a space": _slip(
        "evaluation:\n  - leadership\n    -balance\n",
        (3, 6, "yaml-syntax", "a space is missing after the dash; write `- ` before an item"),
    ),
    "a full-width colon in a line that YAML reads as part of the one above": _slip(
        "unit:\n  name: 市教育局\n   short：教育局\n",
        (3, 9, "full-width-colon", "the colon is full-width; write an ASCII colon and a space: `: `"),
    ),
    "words with a colon in a text that goes on": _slip(
        "text: 会上说的话\n   要点: 三条\n",
        (2, 6, "yaml-syntax", "a colon is not allowed here; correct the indentation, or put the value in quotes"),
    ),
}

WIDE = "the space after the colon is full-width; write `: ` with an ASCII space"
SPACES = {
    "after a colon": _slip("unit:\n  name:　市教育局\n  short: 教育局\n", (2, 8, "full-width-space", WIDE)),
    "after a colon at the top": _slip("vision:　宜居\npilot: true\n", (1, 8, "full-width-space", WIDE)),
    "after a colon in braces": _slip("unit: {name:　市教育局}\n", (1, 13, "full-width-space", WIDE)),
    "after a colon in an item": _slip("people:\n  - name:　李明\n    post: 书记\n", (2, 10, "full-width-space", WIDE)),
    "after a dash": _slip(
        "evaluation:\n-　leadership\n- balance\n",
        (2, 2, "full-width-space", "the space after the dash is full-width; write `- ` with an ASCII space"),
    ),
    "a hard space, from a web page": _slip(
        "vision:\u00a0宜居\npilot: true\n",
        (
            1,
            8,
            "full-width-space",
            "the space after the colon is not an ordinary space; write `: ` with an ASCII space",
        ),
    ),
    "at the end of a value": _slip(
        "name: 市教育局　\nb: 1\n",
        (
            1,
            11,
            "full-width-space",
            "YAML does not treat this character as a space; it would be part of the text; "
            "delete it, or write an ASCII space",
        ),
    ),
}

QUOTED = "there are words after the closing quotation mark; put the whole value in quotes"
BRACKETED = "there are words after the closing bracket; put the whole value in quotes"
QUOTES = {
    "words after a quotation": _slip(
        'pilot: true\nvision: "宜居宜业"幸福城市\n', (2, 15, "yaml-syntax", f"{QUOTED}: '\"宜居宜业\"幸福城市'")
    ),
    "words after single quotes": _slip("vision: '宜居'之城\n", (1, 13, "yaml-syntax", f"{QUOTED}: \"'宜居'之城\"")),
    "words after brackets": _slip(
        "vision: [宜业]之城   # 引号由模板加\npilot: true\n", (1, 13, "yaml-syntax", f"{BRACKETED}: '[宜业]之城'")
    ),
    "words after braces": _slip("vision: {宜业}之城\n", (1, 13, "yaml-syntax", f"{BRACKETED}: '{{宜业}}之城'")),
    "in a list": _slip('topics: ["四风"问题, 公车]\n', (1, 14, "yaml-syntax", f"{QUOTED}: '\"四风\"问题'")),
    "in an item": _slip('deeds:\n  - "最多跑一次"改革\n', (2, 12, "yaml-syntax", f"{QUOTED}: '\"最多跑一次\"改革'")),
    "in a sentence": _slip('text: "第一句"，第二句\n', (1, 12, "yaml-syntax", f"{QUOTED}: '\"第一句\"，第二句'")),
    "with both kinds of marks": _slip("vision: \"宜居\"之'城'\n", (1, 13, "yaml-syntax", QUOTED)),
}

COMMAS = {
    "a figure in groups": _slip(
        "metrics: {records: 1,260}\n",
        (1, 20, "yaml-syntax", "a comma ends a value in { }, so 1,260 is read as 1 and 260; write 1260"),
    ),
    "a longer figure": _slip(
        "metrics: {a: 5, records: 1,234,567, b: 6}\n",
        (1, 26, "yaml-syntax", "a comma ends a value in { }, so 1,234,567 is read as 1 and 234 and 567; write 1234567"),
    ),
    "digits that are no groups": _slip(
        "metrics: {records: 12,5}\n",
        (
            1,
            20,
            "yaml-syntax",
            'a comma ends a value in { }, so 12,5 is read as 12 and 5; put the value in quotes: "12,5"',
        ),
    ),
    "words": _slip(
        "head: {post: 书记,局长, name: 李明}\n",
        (
            1,
            14,
            "yaml-syntax",
            'a comma ends a value in { }, so 书记,局长 is read as 书记 and 局长; put the value in quotes: "书记,局长"',
        ),
    ),
    "a key alone": _slip(
        "head: {name, post: 局长}\n",
        (
            1,
            8,
            "yaml-syntax",
            "name has no colon in { }; write key: value; put a value that has a comma in it in quotes",
        ),
    ),
    "no space after the colon": _slip(
        "head: {name:李明}\n", (1, 13, "yaml-syntax", "a space is missing after the colon; write `: `")
    ),
}

SLIPS = {
    f"{kind}: {name}": slip
    for kind, slips in (("indentation", INDENTATION), ("space", SPACES), ("quotes", QUOTES), ("comma", COMMAS))
    for name, slip in slips.items()
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_reported_where_it_is_with_what_to_write(name: str) -> None:
    _, problems = parse_yaml(SLIPS[name].text, "u.yaml")
    expected = [f"u.yaml:{line}:{column}: error[{code}] {words}" for line, column, code, words in SLIPS[name].problems]
    assert [str(problem) for problem in problems] == expected


@pytest.mark.parametrize(
    "text",
    [
        "text: 第一句\n  第二句，接着写\nshort: 教育局\n",
        "text: 会议强调：要抓好落实\n  同时：要抓好整改\n",
        'a: "四风"   # 引号\nb: [甲, "乙"]\nc: {d: "丙", e: 丁}\n',
        "a: {b: , c: 1}\n",
        "a:\n- 1\n- 1\n",
        "text: |\n  正文\n   更深\n  - 不是条目\nb: 1\n",
        "a: 第一行\n  —— 第二行\n",
    ],
)
def test_what_is_right_is_not_reported(text: str) -> None:
    value, problems = parse_yaml(text, "u.yaml")
    assert problems == []
    assert value is not None


def test_every_problem_of_a_file_is_shown_through_the_command_line(run: Run) -> None:
    run("init", "w", "-t", "mass-line-summary")
    path = Path("w/units/example.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("vision: 宜居宜业幸福城市", 'vision: "宜居宜业"幸福城市'), encoding="utf-8")
    line = text.split("\n").index(next(each for each in text.split("\n") if each.startswith("vision"))) + 1
    result = run("check", "w/units/example.yaml")
    expected = f"w/units/example.yaml:{line}:15: error[yaml-syntax] {QUOTED}: '\"宜居宜业\"幸福城市'"
    assert result.output.split("\n")[0] == expected
    assert result.exit_code == 1
