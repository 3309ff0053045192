"""The names of all units of a workspace, for finding another unit's name in a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.name_index import NameIndex
from speechgen.reading import Value, decode, parse_yaml, value_at

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# The lines from `unit:` to the next top-level key. Parsing each whole file would take longer than a speech.
_UNIT = re.compile(r"^unit[ \t]*:.*\n?(?:(?:[ \t#].*)?\n)*", re.MULTILINE)
_LEVEL = re.compile("[省市县区]")

_OFFICES = "科|室|处|股|庭|部|办|办公室|纪委|党委|党组|支部|工会|中心|组|大厅|窗口|食堂|队|站|厂|所"
_ENGLISH = (
    "agency|authority|board|bureau|center|centre|college|committee|company|council|court|department|faculty|group|hospital"
    "|office|panel|school|service|team|trust|unit|university"
)
# Names that any unit, or a department of any unit, may have: 全院, 县委, 局办公室, 执行局, 第二水厂, the College.
# Compiled on first use: speeches outside a workspace do not need it.
ANY_UNIT = (
    r"[全我本各贵你该].*|[省市县区镇乡村局院校委厅园街所馆][委里上内局府长]?|[市县区镇乡](?:委|政府|纪委|直机关)"
    r"|人民法院|中级人民法院|医院|学校|集团|公司|法院|检察院|管委会"
    r"|开发区|经开区|高新区|园区|社区|街道|居委会|村委会|党校|机关|分院|分局|协会|银行|中学|小学|大学|学院"
    rf"|[\u4e00-\u9fff]{{0,8}}?(?:{_OFFICES})|[\u4e00-\u9fff]{{2}}公司|(?:稽查|执行|综合|巡查|监察)局"
    r"|第[一二三四五六七八九十]+(?!中学|小学|人民|高级|实验|医院).*"
    rf"|(?i:(?:the )?(?:{_ENGLISH}))"
)


class Named(NamedTuple):
    """A unit's name found in a text."""

    start: int
    end: int
    name: str


class OtherUnits:
    """Finds unit names in a text with an Aho-Corasick automaton: the time does not depend on the number of names."""

    def __init__(self, owners: Mapping[str, tuple[str, ...]]) -> None:
        """`owners`: for each name, the unit files that have it."""
        self._owners = dict(owners)
        self._automaton: AhoCorasick | None = None
        self._names: list[str] = []
        self._levels: dict[str, set[str]] | None = None

    def __reduce__(self) -> tuple[type[OtherUnits], tuple[Mapping[str, tuple[str, ...]]]]:
        """Pickle the names only; each process builds its own automaton."""
        return OtherUnits, (self._owners,)

    def __eq__(self, other: object) -> bool:
        """Whether both have the same names and unit files."""
        return isinstance(other, OtherUnits) and self._owners == other._owners

    __hash__ = None  # type: ignore[assignment]  # never a key

    @cached_property
    def index(self) -> NameIndex:
        """All names, including the generic ones that `find` skips."""
        return NameIndex(self._owners)

    def owners(self, name: str) -> tuple[str, ...]:
        """The unit files that have this name."""
        return self._owners.get(name, ())

    def levels(self, name: str) -> frozenset[str]:
        """The administrative levels (省, 市, 县, 区) in the names of the units that have this name."""
        if self._levels is None:
            self._levels = {}
            for each, files in self._owners.items():
                for file in files:
                    self._levels.setdefault(file, set()).update(_LEVEL.findall(each[:4]))
        return frozenset().union(*(self._levels[file] for file in self._owners[name]))

    def find(self, text: str) -> Iterator[Named]:
        """Yield the names in a text, the longest at each position. Generic names (`ANY_UNIT`) are skipped."""
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick, MatchKind

            generic = re.compile(ANY_UNIT)
            self._names = [name for name in self._owners if len(name) > 1 and not generic.fullmatch(name)]
            self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            yield Named(start, end, self._names[number])


def other_units(contents: Mapping[str, bytes]) -> OtherUnits:
    """The names in these unit files, which are given by file name. Unreadable files are skipped."""
    owners: dict[str, tuple[str, ...]] = {}
    for file, content in contents.items():
        for name in dict.fromkeys(_names_in(content, file)):
            owners[name] = (*owners.get(name, ()), file)
    return OtherUnits(owners)


def _names_in(content: bytes, file: str) -> Iterator[str]:
    """Yield the unit's name, short name, aliases and subordinates."""
    text, _ = decode(content, file)
    block = _UNIT.search(text.replace("\r\n", "\n")) if text else None
    value, _ = parse_yaml(block[0] if block else text or "", file)
    unit = value_at(value, ["unit"]) if value is not None else None
    for key in ("name", "short", "aliases", "subordinates") if unit is not None else ():
        named = value_at(unit, [key]) if unit is not None else None
        yield from _words(named) if named is not None else ()


def _words(value: Value) -> Iterator[str]:
    for each in value.content if isinstance(value.content, list) else [value]:
        if isinstance(each.content, str) and each.content.strip():
            yield each.content.strip()
