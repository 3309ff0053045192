"""Blanks that were never filled in: `placeholder`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, matches, places, put, shuffled
from benchmarks.injections.own import own_places

_CROSSES = ["XX", "XXX", "xx", "xxx", "××", "×××", "ＸＸ", "ＸＸＸ", "ｘｘ"]
_MARKS = ["〇〇", "○○", "○○○", "◯◯", "**", "***", "****", "__", "____", "＿＿", "□□", "□□□"]
_FIGURE = r"(?<![\d.])\d+(?:\.\d+)?(?=[余多]?(?:万元|亿元|万|亿|%|人次|[场份条件户项次人个名处起家场篇堂天亩]))"
_DATE = r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日"


def _person(clean: Clean, rng: Random) -> Iterator[Injected]:
    """It was not yet known who would preside."""
    for start, end, _ in _people(clean, rng):
        yield put(clean, start, end, _one(clean, rng, _CROSSES + _MARKS))


def _given_name(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Only the surname is known: 陈XX同志."""
    for start, end, name in _people(clean, rng):
        if clean.is_chinese:
            yield put(
                clean, start, end, name[0] + _one(clean, rng, ["XX", "××", "**", "○○", "〇〇", "xx", "__", "ＸＸ"])
            )


def _unit(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The speech was written from a sample: 在XX局的讲话."""
    for start, end, name in own_places(clean, rng):
        blank = _one(clean, rng, ["XX", "××", "XXX", "×××", "**", "○○", "____", "某某", "市XX", "XX市"])
        english = rng.choice(["XX", "XXX", "____", "[name]", "[NAME]", "XX Hospital", "XXX College"])
        yield put(clean, start, end, blank + _form(name) if clean.is_chinese else english)


def _unnamed(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unnamed organisations of a sample: 某党委, 某局."""
    body = clean.facts.leading_body
    if body and clean.is_chinese:
        for start in shuffled(rng, places(clean.text, body)):
            yield put(
                clean, start, start + len(body), _one(clean, rng, ["某党委", "某党组", "某某党委", "××党委", "XX党组"])
            )


def _year(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The blank of last year's file was left."""
    for match in matches(clean, rng, r"(?<!\d)20\d\d(?=年)"):
        blank = ["20XX", "20xx", "20××", "20*", "20**", "20__", "20  ", "20　　", "201X", "202x", "二〇XX", "XXXX"]
        yield put(clean, *match.span(), _one(clean, rng, blank))


def _day(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The date was left for later: 2014年 月 日."""
    for match in matches(clean, rng, _DATE):
        year = f"{match[1]}年" if match[1] else ""
        month = f"{match[2]}月"
        blanks = [" 月 日", "  月  日", "　月　日", "X月X日", "XX月XX日", "×月×日", "xx月xx日", "__月__日", "**月**日"]
        blanks += [f"{month} 日", f"{month}  日", f"{month}X日", f"{month}××日", f"{month}（ ）日", f"{month}__日"]
        yield put(clean, *match.span(), year + _one(clean, rng, blanks))


def _figure(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The number had not yet been received."""
    for match in matches(clean, rng, _FIGURE):
        blanks = [
            "X",
            "XX",
            "XXX",
            "××",
            "×",
            "**",
            "____",
            "（ ）",
            "（　）",
            "（  ）",
            "( )",
            "□□",
            "○○",
            "？？",
            "xx",
        ]
        yield put(clean, *match.span(), _one(clean, rng, blanks))


def _decimal(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A share that is not yet known: XX.X%."""
    for match in matches(clean, rng, r"(?<![\d.])\d+(?:\.\d+)?%(?![～~—-])"):
        chinese = ["×%", "××.×%", "**%"] if clean.is_chinese else []
        yield put(clean, *match.span(), _one(clean, rng, ["X.X%", "XX.X%", "xx%", "__%", "X%", *chinese]))


def _congress(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Text for any year: 党的X届X中全会."""
    for match in matches(clean, rng, r"[一二]?十[一二三四五六七八九]?届[一二三四五六七]中全会"):
        yield put(clean, *match.span(), _one(clean, rng, ["X届X中全会", "XX届X中全会", "×届×中全会", "十X届X中全会"]))
    if clean.is_chinese:
        blanks = ["党的X大", "党的XX大", "党的X届X中全会", "党的××届×中全会", "党的二十届X中全会"]
        yield from added(clean, rng, [f"要深入学习贯彻{blank}精神。" for blank in blanks])


def _document(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The document had no number yet."""
    if clean.is_chinese:
        numbers = ["〔20XX〕X号", "〔2014〕××号", "〔2023〕XX号", "〔2024〕  号", "〔20  〕  号", "〔2021〕X号"]
        yield from added(clean, rng, [f"这在市委发{number}文件里讲得很清楚。" for number in numbers])


def _run(clean: Clean, rng: Random) -> Iterator[Injected]:
    r"""The reference speech has `XX\XX\XX` where three tasks belong."""
    if clean.is_chinese:
        blanks = ["XX\\XX\\XX", "XX/XX/XX", "XX、XX、XX", "××、××、××", "XXX、XXX", "xx、xx", "○○、○○"]
        yield from added(clean, rng, [f"要抓好{blank}等重点工作。" for blank in blanks])


def _note(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A note from one colleague to another."""
    chinese = [
        "【待补】",
        "【待补充】",
        "【待核实】",
        "【此处补数据】",
        "（待补充）",
        "（待核）",
        "（待定）",
        "（数据待补）",
    ]
    chinese += [
        "TODO",
        "TBD",
        "【请填写】",
        "[待填]",
        "？？？",
        "【此处加一个例子】",
        "（此处插入典型事例）",
        "（需核实）",
    ]
    english = ["[TBC]", "TBC", "TBA", "TODO", "[to be confirmed]", "[insert figure]", "???", "[name]", "XXX", "____"]
    for _, end in shuffled(rng, clean.paragraphs):
        new = _one(clean, rng, chinese if clean.is_chinese else english)
        yield put(clean, end - 1, end - 1, new if clean.is_chinese else " " + new)


def _program(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Remains of a mail merge or a template: `{{ unit.name }}`, None, «姓名»."""
    chinese = [
        "{{ unit.name }}",
        "{{单位}}",
        "{{",
        "}}",
        "{% endif %}",
        "${单位}",
        "«单位名称»",
        "<单位名称>",
        "{单位}",
    ]
    values = ["None", "null", "undefined", "nan", "#N/A", "#REF!", "{{ metrics.letters }}"]
    for match in matches(clean, rng, _FIGURE if clean.is_chinese else r"(?<![\d.,])\d[\d,.]*\d(?= )"):
        yield put(clean, *match.span(), _one(clean, rng, values))
        for start, end, _ in own_places(clean, rng)[:1]:
            yield put(
                clean,
                start,
                end,
                _one(clean, rng, chinese if clean.is_chinese else ["{{ unit.name }}", "None", "{name}"]),
            )


def _english(clean: Clean, rng: Random) -> Iterator[Injected]:
    """English blanks for figures, years and days."""
    if not clean.is_chinese:
        for match in matches(clean, rng, r"(?<![\d.,])(?:20\d\d|\d+(?:,\d{3})?)(?=[ ,%]|\.\s)"):
            year = ["20XX", "20xx", "20__", "201X"] if match[0].startswith("20") and len(match[0]) == 4 else []
            yield put(
                clean, *match.span(), _one(clean, rng, year or ["XX", "XXX", "____", "[number]", "[X]", "xx", "**"])
            )


def _one(clean: Clean, rng: Random, blanks: list[str]) -> str:
    """One of the blanks; in Markdown, none that would be read as markup."""
    return rng.choice([blank for blank in blanks if clean.suffix != ".md" or not set(blank) & set("*_<[")])


def _people(clean: Clean, rng: Random) -> list[tuple[int, int, str]]:
    found = []
    for person in clean.facts.people:
        if "某" not in person.name:
            found += [(at, at + len(person.name), person.name) for at in places(clean.text, person.name)]
    return shuffled(rng, found)


def _form(name: str) -> str:
    endings = [
        "管理委员会",
        "管委会",
        "人民医院",
        "医院",
        "中学",
        "法院",
        "集团",
        "公司",
        "协会",
        "社区",
        "街道",
        "县委",
    ]
    return next((ending for ending in endings if name.endswith(ending)), name[-1] if name[-1] in "局镇县" else "单位")


PLACEHOLDER: Kinds = {
    "person": _person,
    "given-name": _given_name,
    "unit": _unit,
    "some-body": _unnamed,
    "year": _year,
    "day": _day,
    "figure": _figure,
    "decimal": _decimal,
    "congress": _congress,
    "document-number": _document,
    "run": _run,
    "note": _note,
    "program": _program,
    "english": _english,
}
