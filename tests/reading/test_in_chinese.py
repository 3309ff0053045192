"""What is reported in Chinese, to be read through: the problems of the cases that other tests have in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from speechgen.messages import ENGLISH, choose
from speechgen.model import Problem
from speechgen.reading import JsonSchema, Schema, decode, flow, parse_yaml, path_for_people, path_from_people, read_yaml

from .. import test_advice as advice
from .. import test_misleading_syntax as syntax
from .. import test_misleading_values as values
from ..conftest import Run
from ..messages.english import english_in
from . import test_bad_input as bad_input
from . import test_certainly_valid as certainly_valid
from . import test_yaml_cases as yaml_cases

Golden = Callable[[str, str], None]


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose(ENGLISH)


def compare(golden: Golden, name: str, reports: Mapping[str, str]) -> None:
    """Compare the report of each case; none may be empty, or have an English sentence."""
    assert reports
    reported = {case: re.sub(r"(?m)^    .*\n", "", report) for case, report in reports.items()}  # not what was typed
    assert [case for case, report in reported.items() if not report or english_in(report)] == []
    golden(f"in-chinese/{name}.txt", "\n".join(f"== {case}\n{report}" for case, report in reports.items()))


def shown(problems: list[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in sorted(problems, key=lambda each: each.order))


FILES = {
    **{name: slip[""] for name, slip in syntax.SLIPS.items()},
    **{name: text for name, (text, *_) in bad_input.STRUCTURE.items()},
    **{name: yaml_cases.CASES[name][""] for name in yaml_cases.REFUSED},
    "nested too deeply": "[" * 200,
    "an alias in itself": "a: &a [*a]\n",
    "many aliases": "a: &a [x, x, x, x]\n"
    + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 12)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "an anchor in a large file": "a: |\n" + "  甲\n" * 50_000 + "b: &x:y 1\n",
    "two lines without a space after the colon": "a:一\nb:二\n",
}


def test_files_that_are_not_read(chinese: None, golden: Golden) -> None:
    lines = {name: "".join(f"    {line}\n" for line in text.splitlines()[:12]) for name, text in FILES.items()}
    typed = {
        name: "".join(each if each.isprintable() or each == "\n" else f"<U+{ord(each):04X}>" for each in text)
        for name, text in lines.items()
    }
    compare(
        golden, "syntax", {name: typed[name] + shown(parse_yaml(text, "u.yaml")[1]) for name, text in FILES.items()}
    )


# Their messages are those of workspace/.
OTHERS = (
    "lists: a part's values that are not indented",
    "parts: no list",
    "parts: an empty list",
    "parts: two parts in one item",
    "parts: a part without its text",
)
UNITS = {
    **{name: advice.UNIT.replace(slip[""], slip["typed"], 1) for name, slip in advice.SLIPS.items()},
    **{f"values: {name}": f"{values.UNIT}{more}\n" for name, (more, _) in values.WITH_MORE.items()},
    **{
        f"parts: {name}": values.UNIT.replace(f"{values.CHOSEN}\n", f"{parts}\n" if parts else "")
        for name, (parts, _) in values.EVALUATIONS.items()
    },
    **{f"bad: {name}": bad_input.UNIT.replace(good, bad, 1) for name, (good, bad, *_) in bad_input.VALUES.items()},
}


def test_unit_files_with_wrong_values(run: Run, golden: Golden) -> None:
    def report(text: str) -> str:
        Path("u.yaml").write_text(text, encoding="utf-8")
        lines = run("check", "u.yaml", "--lang", "zh-CN").output.split("\n")
        return "".join(f"{line}\n" for line in lines if ": 错误[" in line)

    assert set(OTHERS) <= UNITS.keys()
    compare(golden, "values", {name: report(text) for name, text in UNITS.items() if name not in OTHERS})


# Keywords that templates may use, besides those of test_certainly_valid.py, each with what does not fit.
KEYWORDS: list[tuple[JsonSchema, Any]] = [
    *((schema, invalid) for schema, _, invalid in certainly_valid._LIMITS),
    ({"multipleOf": 5}, 7),
    ({"const": 5}, 7),
    ({"format": "email"}, "a"),
    ({"minProperties": 2}, {"a": 1}),
    ({"maxProperties": 1}, {"a": 1, "b": 2}),
    ({"contains": {"const": "a"}}, ["b"]),
    ({"oneOf": [{"minimum": 1}, {"maximum": 9}]}, 5),
    ({"not": {"const": 5}}, 5),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}),
]


def test_values_that_do_not_fit_their_schema(chinese: None, golden: Golden) -> None:
    def report(schema: JsonSchema, invalid: object) -> str:
        value, problems = parse_yaml(f"value: {flow({'v': invalid})[4:-1]}\n", "u.yaml")
        assert value is not None
        assert problems == []
        document = {"properties": {"value": {"title": "标题", **schema}}}
        for key in ("$defs",):
            document |= {key: schema[key]} if key in schema else {}
        return shown(Schema(document).read(value)[1])

    reports = {f"{schema}: {invalid!r}": report(schema, invalid) for schema, invalid in KEYWORDS}
    compare(golden, "keywords", {case: report for case, report in reports.items() if report})  # some become their type


FIGURES: JsonSchema = {
    "properties": {
        "letters": {"title": "发出征求意见函", "type": "integer", "measure": "份"},
        "funds": {"title": "整改资金", "type": "number", "measure": "万元"},
        "rate": {"title": "满意率", "type": "number", "measure": "%"},
        "share": {"title": "占比", "type": "number", "minimum": 0, "maximum": 1},
        "visits": {"title": "Visits", "type": "integer", "measure": "visit|visits"},
        "plain": {"type": "integer"},
        "meeting": {"title": "开会日期", "type": "string", "format": "date"},
        "started": {"title": "开始时间", "type": "string", "format": "month"},
        "pilot": {"title": "是否试点", "type": "boolean"},
        "sector": {"title": "行业", "enum": ["教育", "卫生"], "type": "string"},
        "totals": {
            "type": "object",
            "properties": {"total": {"type": "integer"}, "items": {"type": "array"}},
            "adds_up": {"total": "total", "items": "items", "figure": "number"},
        },
    }
}
WRITTEN = (
    *("letters: 约2400", "letters: 2413人", "letters: 23%", "letters: 20—30", "letters: =A1+B1", "letters: 无"),
    *("letters: 24O", "letters: 1,5", "letters: 2014-10-24", "letters: 很多", "letters: 12.5", "letters: {a: 1}"),
    *("funds: 12万", "funds: 3.14159", "rate: 0.968", "share: 96%", "visits: 12 days", "plain: 12份", "plain: 12%"),
    *("meeting: 41936", "meeting: 10月24日", "meeting: 2014-13-01", "meeting: 2014-02-30", "meeting: 0014-02-01"),
    *(
        "meeting: 2014年10月24日星期四",
        "started: 41936",
        "started: 10月",
        "started: 2014-00",
        "pilot: 是",
        "sector: 农业",
    ),
    f"letters: {'9' * 150}",
    "totals: {total: 5, items: [{number: 2}, {number: 2}]}",
)


def test_figures_and_dates(chinese: None, golden: Golden) -> None:
    def report(text: str) -> str:
        value, _ = parse_yaml(text, "u.yaml")
        assert value is not None
        return shown(Schema(FIGURES).read(value)[1])

    compare(golden, "figures", {text: report(text) for text in WRITTEN})


SOURCES = {
    "an Excel file": b"PK\x03\x04",
    "an RTF file": b"{\\rtf1",
    "a PDF file": b"%PDF-1.4",
    "Western European": "Herr Müller sprach über größere Städte.".encode("cp1252"),
    "Big5": "同志們：今天我們對機關黨組織的工作進行評價。".encode("big5"),
    "either": "unit: {name: 档案馆}\n".encode("gb18030"),
    "UTF-8 or GB18030": "医院".encode("gb18030"),
    "damaged": "name: 市教育局和市卫生局的单位".encode()[:-1] + b"\nb: 1\n",
    "unknown": bytes(range(0x80, 0xFF)) * 3,
}


def test_encodings(chinese: None, golden: Golden) -> None:
    compare(golden, "encodings", {name: shown(decode(source, "u.yaml")[1]) for name, source in SOURCES.items()})


def test_files_that_cannot_be_opened(chinese: None, golden: Golden, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_bytes(b"a" * 2_000_000)
    names = ("none", "folder", "large")
    compare(golden, "unreadable", {name: shown(read_yaml(tmp_path / name, "u.yaml")[1]) for name in names})


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("unit.name", "unit.name"),
        ("people[1].name", "people 第2条的 name"),
        ("superiors[0]", "superiors 第1条"),
        ("evaluation[2].own.topics[0]", "evaluation 第3条的 own.topics 第1条"),
    ],
)
def test_a_path_in_chinese_is_understood_where_it_is_given_back(chinese: None, path: str, words: str) -> None:
    assert path_for_people(path) == words
    assert path_from_people(words) == path
