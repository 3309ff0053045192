"""Random units from the bundled templates: one unit's words, planted in another's values, are reported there."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from speechgen.checks import Checker, names_of_units
from speechgen.model import Problem, bundled_templates
from speechgen.reading import parse_yaml, value_at
from speechgen.template import Template, load_template
from speechgen.workspace import read_unit, unit_context

from .conftest import Run

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml's is several times as fast
PLANTINGS = 180  # for each of the six templates
UNITS = 7  # in each workspace
# The planted words are Chinese and English.
TEMPLATES = sorted({path.parent.name for path in bundled_templates().glob("*/template.yaml")} - {"retirement-speech"})

PLACES = [
    "清江",
    "石桥",
    "柳溪",
    "云台",
    "双河",
    "安澜",
    "永昌",
    "青石",
    "桃源",
    "临水",
    "白沙",
    "凤山",
    "龙泉",
    "新安",
    "松林",
    "梅岭",
    "金沙",
    "泰宁",
    "长乐",
    "丰乐",
]
SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕张孔曹严金魏姜谢邹章苏潘葛范彭鲁韦马苗方任袁柳唐罗薛雷贺倪汤"
GIVEN = [
    "志远",
    "海燕",
    "文涛",
    "国栋",
    "明华",
    "秀兰",
    "建平",
    "晓峰",
    "丽娟",
    "宏图",
    "静宜",
    "书华",
    "正平",
    "守正",
    "怀远",
    "新民",
    "远航",
    "子豪",
    "思敏",
    "一鸣",
    "军",
    "敏",
    "伟",
    "静",
]
# A unit of each kind: its names, its leading body, the post of its head. The first two are its name and short name.
KINDS = (
    ("{0}县教育局 县教育局 教育局", "局党组", "局党组书记、局长"),
    ("{0}市水利局 市水利局 水利局", "局党组", "局党组书记、局长"),
    ("{0}县卫生健康局 县卫健局 卫健局", "局党委", "局党委书记、局长"),
    ("{0}镇 {0}镇 {0}", "镇党委", "镇党委书记"),
    ("{0}县{1}乡 {1}乡 {1}", "乡党委", "乡党委书记"),
    ("{0}街道 {0}街道 {0}", "街道党工委", "街道党工委书记"),
    ("{0}社区 {0}社区 {0}", "社区党委", "社区党委书记"),
    ("{0}县人民医院 县人民医院 {0}医院", "院党委", "院党委书记、院长"),
    ("{0}市第二中学 市第二中学 市二中", "校党委", "校党委书记、校长"),
    ("{0}市城投集团 市城投集团 城投集团", "集团党委", "集团党委书记、董事长"),
    ("{0}县人民法院 县法院 {0}法院", "院党组", "院党组书记、院长"),
    ("{0}市民营企业协会 市民企协会 民企协会", "协会党支部", "协会党支部书记"),
)
ENGLISH_PLACES = [
    "Westmoor",
    "Harrowmere",
    "Northgate",
    "Ashford",
    "Elmbridge",
    "Kingsley",
    "Redhill",
    "Thornbury",
    "Langdale",
    "Whitby",
]
ENGLISH_KINDS = ("General Hospital", "College", "High School", "University", "Borough Council")
ENGLISH_GIVEN = ["Samuel", "Margaret", "Ann", "Peter", "Ruth", "Helen", "Oscar", "Daniel", "Grace", "Miriam"]
ENGLISH_SURNAMES = ["Hart", "Oduya", "Peel", "Lowry", "Finch", "Baxter", "Quist", "Merrill", "Sato", "Novak"]

SENTENCES = ("每月到{}学习", "同{}一道抓整改，效果好。", "{}作了示范", "学{}", "（{}）")
ENGLISH_SENTENCES = ("every month at {}", "learning from {}, with care", "{} leads", "({})")


class RandomUnit(NamedTuple):
    """A unit's file and its own words: `names` in full, short and others."""

    file: str
    values: dict[str, Any]
    names: tuple[str, ...]
    head: str
    leading_body: str


@cache
def _template(name: str) -> Template:
    return load_template(name)


@cache
def _example(name: str) -> dict[str, Any]:
    """The values of a template's example."""
    values: dict[str, Any] = yaml.safe_load((bundled_templates() / name / "example.yaml").read_text(encoding="utf-8"))
    return values


def _random_units(template: str, chance: random.Random) -> list[RandomUnit]:
    """Several units of different names, heads and kinds."""
    is_english = _template(template).manifest.language == "en"
    places = chance.sample(ENGLISH_PLACES if is_english else PLACES, 2 * UNITS if not is_english else UNITS)
    given = chance.sample(ENGLISH_GIVEN if is_english else GIVEN, UNITS)
    surnames = chance.sample(ENGLISH_SURNAMES if is_english else SURNAMES, UNITS)
    units = []
    for number in range(UNITS):
        if is_english:
            place, kind = places[number], chance.choice(ENGLISH_KINDS)
            names: tuple[str, ...] = (f"{place} {kind}", place, f"{place} {kind.split()[0]}")
            body, post = "", "Director"
            head = f"{given[number]} {surnames[number]}"
        else:
            form, body, post = KINDS[chance.randrange(len(KINDS))]
            names = tuple(form.format(*places[2 * number : 2 * number + 2]).split())
            head = surnames[number] + given[number]
        units.append(_unit(template, names, head, body, post))
    return list({name: unit for unit in units for name in [unit.names[1]]}.values())  # one 县教育局 only


def _unit(template: str, names: tuple[str, ...], head: str, body: str, post: str) -> RandomUnit:
    """The template's example with another unit's names in it."""
    values = copy.deepcopy(_example(template))
    values["unit"] |= {"name": names[0], "short": names[1], "aliases": [names[2]], "head": {"post": post, "name": head}}
    if "host" in values:
        values["host"] |= {"name": head} | ({"post": post} if "post" in values["host"] else {})
    if body:
        values["leading_body"] = {**values.get("leading_body", {}), "name": body}
    values["organisers"] = {"office": "活动办"} if "organisers" in values else values.pop("organisers", None)
    values.pop("subordinates", None)
    values["unit"].pop("whole", None)  # 全局, which fits the example's kind of unit only
    return RandomUnit(f"units/{names[0]}.yaml", {key: each for key, each in values.items() if each}, names, head, body)


def _content(values: dict[str, Any]) -> bytes:
    written: str = yaml.dump(values, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return written.encode()


def _problems(template: str, file: str, contents: dict[str, bytes]) -> tuple[Problem, ...]:
    """What the rules find in the values of one unit of a workspace, and which values the template does not allow."""
    unit, problems = read_unit(Path(file), None, contents[file])
    assert unit is not None
    assert problems == []
    context = unit_context(unit, _template(template))
    return (*context.problems, *Checker.of(None, names_of_units(contents)).values(context))


def _text_paths(
    datum: object, lists: frozenset[str], path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """The paths of all values that are words, without names of parts and what the file lists as meant."""
    if path[:1] in (("template",), ("mentions",), ("people",), ("metrics",), ("dates",), ("minutes",)):
        return
    if isinstance(datum, dict):
        for key, child in datum.items():
            yield from _text_paths(child, lists, (*path, key))
    elif isinstance(datum, list):
        for index, child in enumerate(datum):
            if not (path[0] in lists and len(path) == 1 and isinstance(child, str)):
                yield from _text_paths(child, lists, (*path, index))
    elif isinstance(datum, str) and not datum[:1].isdigit():  # not a month
        yield path


def _planted(values: dict[str, Any], path: tuple[str | int, ...], words: str) -> dict[str, Any]:
    """The values with words at a path."""
    values = copy.deepcopy(values)
    parent: Any = values
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = words
    return values


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_planting_is_reported_at_its_line_and_is_an_error_if_it_is_the_whole_value(template: str) -> None:
    chance = random.Random(f"plantings in {template}")  # noqa: S311 - reproducible
    language = _template(template).manifest.language
    lists = frozenset(_template(template).manifest.lists)
    planted = 0
    while planted < PLANTINGS:
        units = _random_units(template, chance)
        contents = {unit.file: _content(unit.values) for unit in units}
        for _ in range(20):
            own, other = chance.sample(units, 2)
            path = chance.choice(list(_text_paths(own.values, lists)))
            is_name = path[0] == "unit" and path[1] in ("name", "short", "aliases")
            bodies = [other.leading_body] if own.leading_body[:1] != other.leading_body[:1] else []
            heads = [] if is_name else [other.head]
            words = chance.choice([*other.names, *heads, *bodies])
            sentence = chance.choice(SENTENCES if language == "zh-CN" else ENGLISH_SENTENCES)
            if len(words) == 2 and words == other.head:
                sentence = f"{chance.choice(['局长', '由', '向'])}{{}}同志"
            in_words = words if is_name or chance.random() < 0.5 else sentence.format(words)
            values = _planted(own.values, path, in_words)
            content = _content(values)
            parsed, _ = parse_yaml(content, own.file)
            value = value_at(parsed, list(path)) if parsed is not None else None
            assert value is not None
            found = _problems(template, own.file, {**contents, own.file: content})
            codes = [each.code for each in found if each.place == value.place]
            if "foreign-unit" in codes or "level" in codes:
                planted += 1
            else:  # such as words where the template wants one of three
                assert codes, (own.names, other.names, path, in_words, found)
            if in_words == words:
                assert any(each.place == value.place and each.severity == "error" for each in found), found


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_values_of_clean_workspaces_have_no_errors(template: str) -> None:
    chance = random.Random(f"clean workspaces of {template}")  # noqa: S311 - reproducible
    for _ in range(10):
        units = _random_units(template, chance)
        assert len(units) > 1
        contents = {unit.file: _content(unit.values) for unit in units}
        for unit in units:
            assert [str(each) for each in _problems(template, unit.file, contents)] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_speeches_of_a_clean_workspace_have_no_foreign_words(run: Run, template: str) -> None:
    chance = random.Random(f"speeches of {template}")  # noqa: S311 - reproducible
    Path("units").mkdir()
    Path("speechgen.yaml").write_text(f"template: {template}\n", encoding="utf-8")
    for unit in _random_units(template, chance):
        Path(unit.file).write_bytes(_content(unit.values))
    result = run("check")
    assert [line for line in result.output.splitlines() if "error[foreign-unit]" in line] == []
