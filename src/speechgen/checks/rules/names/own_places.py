"""Names where only the speech's own unit can be meant: 我代表…, 中共…委员会 as a signature, 全力开创…新局面.

These names need no place, level or number, so that `organisations` does not find them: 映山中学, 白鹭医院, 滨城省.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from speechgen.checks.rule import Draft, Passage
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups, word_set

# Kinds whose units are taken for each other.
# `organisations` finds these by their fields, and 社区 by its name; 村 is the end of too many other words.
_OFFICES, _VILLAGES = ("局", "委", "厅"), ("社区", "村")
_FAMILIES = (
    ("学校", "大学"),
    ("医院",),
    ("法院", "检察院"),
    _OFFICES,
    ("省",),
    ("市",),
    ("县", "区"),
    ("镇", "乡", "街道"),
    _VILLAGES,
    ("企业",),
    ("园区",),
    ("团体",),
)
_PLACE = lazily("[\u4e00-\u9fff]{2,3}[省市县区州](?=[\u4e00-\u9fff])|[省市县区](?=[\u4e00-\u9fff]{2})")
_MAX_PROPER, _MAX_WITH_PLACE = 3, 6  # characters of a name without its place and its ending
_ONLY_WITH_PLACE = ("学校", "学院", "公司", "银行")
_FIELD = lazily(
    "(?:外国语|实验|职业|技工|双语|国际|艺术|体育|技术|特殊教育|文理|师范|工商|财经|理工|工业|农业|科技|政法|民族|交通|医科?)$"
)
_NAMED_BY_KIND = ("实验", "职业", "高级", "初级", "中心", "人民", "技术", "外国语", "特殊教育")  # 杭州实验中学
_IS_COURT = lazily("(?:[\u4e00-\u9fff]{2,3}[市县区]?)?(?:[中高]级)?(?:人民)?")
_CLOSING = 4  # passages at the end that may be the signature
_WORDS = "names/words_around_units"
_NOT_IN_NAMES = (
    "的了是在和与及对向把有我你他她它们这那各每某本该哪些个所不也都就要会能将被让使给从当之其此两几全"
    "赴到去往考读届期次第代"
)
_NAME = rf"(?:协和|和平|同济|大同|向阳|呼和|(?![{_NOT_IN_NAMES}])[\u4e00-\u9fff]){{1,12}}?"
_OTHER_WORD = (
    "校(?!长)|[习科生们级域民场里内外中上下界派长员际]|教育(?!事业)|[、和与及同]"  # after a name: 大学生, 市民
)
_SPEAKS_FOR = "(?:我谨|我|谨|仅|特|并|再次|首先)代表(?:中共)?"
_MEETS = (
    "(?:我们|大家|今天|今日|在此|这里|隆重|胜利)(?:在这里|在此|今天|齐聚一堂|欢聚一堂|欢聚|相聚|隆重|集中)*"
    "，?(?:召开|举行|举办|迎来)了?(?:中共)?"
)
_PEOPLE = "人(?=[的始一永要将民，。、])"
_WORK = "(?:各项)?工作(?![，。过时期])"
_ORDINAL = r"第[一二三四五六七八九十\d]{1,3}[届次]|20\d\d"
_BODY = "(?:党委|党组|党总支|党支部|党工委|[市县区省]委|人民政府|政府)?"
_IN = rf"{_BODY}(?:的(?:坚强|正确)?领导|{_ORDINAL}|[^，。、；]{{0,12}}(?:大会|会议|典礼|仪式)(?:上|召开|举行))"
_COMMITTEE = "(?:党委|委员会|总支部委员会|支部委员会|党总支|党支部)?"


class OwnPlace(NamedTuple):
    """A name at `start:end` of the text; certain if nothing but the unit can be there."""

    start: int
    end: int
    name: str
    is_certain: bool


def own_places(draft: Draft, kind: str, subordinates: tuple[str, ...] = ()) -> Iterator[OwnPlace]:
    """Yield the names of units of the same family in places of the unit's own name, in order, without overlaps."""
    family = family_of(kind)
    if not family or family in (_OFFICES, _VILLAGES):
        return
    taken = 0
    for place in sorted((*_places(draft, family), *_above(draft.text, family, subordinates))):
        if place.start >= taken and _is_proper(place.name):
            taken = place.end
            yield place


def family_of(kind: str) -> tuple[str, ...]:
    """The kinds whose units are taken for a unit of this kind: 大学 for 学校."""
    return next((family for family in _FAMILIES if kind in family), ())


def _places(draft: Draft, family: tuple[str, ...]) -> Iterator[OwnPlace]:
    text = draft.text
    for passage in draft.passages:
        for pattern, is_certain in _patterns(family, passage.kind):
            for found in pattern.finditer(text, passage.start, passage.end):
                if not _is_quoted(text, passage.start, found.start("name")):
                    yield OwnPlace(*found.span("name"), found["name"], is_certain)
    for passage in draft.passages[-_CLOSING:]:
        yield from _signature(passage, family)


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a place is in quotation marks or the title of a document; `start`: where its passage begins."""
    return any(text.rfind(left, start, at) > text.rfind(right, start, at) for left, right in ("“”", "《》"))


def _above(text: str, family: tuple[str, ...], subordinates: tuple[str, ...]) -> Iterator[OwnPlace]:
    """Another town before one of the unit's villages: 对柳河镇梅林村."""
    if subordinates:
        below = "|".join(map(re.escape, subordinates))
        for found in re.finditer(
            rf"(?:[对在为由向到、，。：]|^)(?P<name>{_NAME}(?:{_endings(family)}))(?:{below})", text
        ):
            yield OwnPlace(*found.span("name"), found["name"], False)


@cache
def _patterns(family: tuple[str, ...], kind: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    words = {key: "|".join(each) for key, each in groups(_WORDS).items()}
    name = rf"(?P<name>{_NAME}(?:{_endings(family)}))(?!{_OTHER_WORD}|{words['passing']})"
    if kind == "title":
        return (
            (lazily(rf"(?:^|在|关于|中共|—){name}", re.MULTILINE), True),
            (lazily(rf"[年届]{name}"), False),
        )
    if kind == "salutation":
        return ((lazily(rf"(?:^|[的，、：]){name}", re.MULTILINE), False),)
    if kind in ("author", "date"):
        return ((lazily(f"在{name}{_IN}"), True),)
    return (
        (lazily(_SPEAKS_FOR + name), True),
        (lazily(_MEETS + name), True),
        (lazily(f"(?:{words['about']}){name}"), False),
        (
            lazily(f"[为对向是让使把将给以]{name}的?[各这]?项?(?:{words['more']}|{_ORDINAL}|{_PEOPLE}|{_WORK})"),
            False,
        ),
        (lazily(f"在{name}{_IN}"), False),
        (lazily(rf"(?:^|[。！？；，：—]){name}(?:{words['acts']}|{_PEOPLE}|{_ORDINAL})", re.MULTILINE), False),
    )


def _signature(passage: Passage, family: tuple[str, ...]) -> Iterator[OwnPlace]:
    """中共映山中学委员会 on a line of its own, at the end."""
    found = re.fullmatch(
        rf"[ \u3000]*(?:中共|中国共产党)?(?P<name>{_NAME}(?:{_endings(family)})){_COMMITTEE}[ \u3000]*",
        passage.text,
    )
    if found:
        start = passage.start + found.start("name")
        yield OwnPlace(start, start + len(found["name"]), found["name"], True)


@cache
def _ending_pattern() -> re.Pattern[str]:
    every = (
        ending for family in _FAMILIES if family not in (_OFFICES, _VILLAGES) for ending in _endings(family).split("|")
    )
    return lazily(f"(?:{_joined(frozenset(every))})$")


@cache
def _endings(family: tuple[str, ...]) -> str:
    endings = {ending for kind in family for ending in groups("names/unit_kinds")[kind] if not ending.isascii()}
    return _joined(endings)


def _joined(endings: Iterable[str]) -> str:
    return "|".join(sorted(endings, key=lambda ending: (-len(ending), ending)))


def _is_proper(name: str) -> bool:
    """Whether a name is that of one unit: not 普通中学, 一流大学, 维护学校."""
    found = _ending_pattern().search(name)
    proper = name[: found.start()] if found else ""
    rest = _without_place(proper)
    has_place = rest != proper
    if not proper or len(rest) > (_MAX_WITH_PLACE if has_place or _FIELD.search(rest) else _MAX_PROPER):
        return False
    if found and found[0] in _ONLY_WITH_PLACE and not (has_place or _FIELD.search(rest)):
        return False
    if found and found[0][0] in "省市" and found[0][0] != "院":
        return proper in word_set("names/places") or (
            found[0][0] == "市" and len(proper) == 2 and proper[-1] not in "强城级"
        )
    if found and found[0] in ("法院", "检察院") and not _IS_COURT.fullmatch(rest):
        return False
    common = word_set("names/common_words")
    general = rest.endswith(tuple(word_set("names/general_units"))) or rest[:2] in common or rest[-2:] in common
    is_by_kind = rest.endswith(_NAMED_BY_KIND)
    return has_place and (is_by_kind or not general) if general or len(rest) < 2 else True


def _without_place(proper: str) -> str:
    """What remains of 滨城市白鹭 or 杭州白鹭 without the place."""
    for size in (4, 3, 2):
        if proper[:size] in word_set("names/places"):
            return proper[size:].removeprefix("省").removeprefix("市")
    found = _PLACE.match(proper)
    return proper[found.end() :] if found else proper
