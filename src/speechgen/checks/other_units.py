"""The names of all units of a workspace, for finding another unit's words in a speech or in a value."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, SupportsBytes, TypeVar

from speechgen.checks.name_index import NameIndex
from speechgen.checks.tables import with_words
from speechgen.checks.unit_words import UnitWords, unit_words
from speechgen.model import lazily

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_Kept = TypeVar("_Kept")

_LEVEL = lazily("[省市县区]")

# Names that any unit, or a department of any unit, may have: 全院, 县委, 局办公室, 执行局, 第二水厂, the College.
# ‹…› stands for words of a table. Compiled on first use: speeches outside a workspace do not need it.
ANY_UNIT = (
    r"[全我本各贵你该].*|[省市县区镇乡村局院校委厅园街所馆][委里上内局府长]?|[市县区镇乡](?:委|政府|纪委|直机关)"
    r"|人民法院|中级人民法院|医院|学校|集团|公司|法院|检察院|管委会"
    r"|开发区|经开区|高新区|园区|社区|街道|居委会|村委会|党校|机关|分院|分局|协会|银行|中学|小学|大学|学院"
    r"|[\u4e00-\u9fff]{0,8}?(?:‹names/offices›)|[\u4e00-\u9fff]{2}公司|(?:稽查|执行|综合|巡查|监察)局"
    r"|第[一二三四五六七八九十]+(?!中学|小学|人民|高级|实验|医院).*"
    r"|(?i:(?:the )?(?:‹names/english_units›))"
)
# But these are names of one unit: with a place, 中共清江县委办公室; with a level, 县疾控中心, 县委办; with a proper
# name, 红旗水库管理所.
_ONE_UNIT = (
    r"(?:中共)?(?![全我本各贵你该第])[\u4e00-\u9fff]{2,3}(?:[省市县区镇乡]|街道)(?=[\u4e00-\u9fff]{3})"
    r"|[市县区](?!直)(?:[\u4e00-\u9fff]{2,}(?<!纪委)|委办)$"
    r"|(?![全我本各贵你该局院校园馆镇乡村党委办机县市区省第])(?!.*(?:活动|小组|督导|指导|巡[察视]))[\u4e00-\u9fff]{6,}$"
)


class Named(NamedTuple):
    """A unit's name found in a text."""

    start: int
    end: int
    name: str


class OtherUnits:
    """Finds unit names in a text with an Aho-Corasick automaton: the time does not depend on the number of names."""

    def __init__(self, owners: Mapping[str, tuple[str, ...]], units: Mapping[str, UnitWords] | None = None) -> None:
        """`owners`: for each name, the unit files that have it. `units`: the words of each unit file."""
        self._owners = dict(owners)
        self.units = dict(units or {})
        self._levels: dict[str, set[str]] | None = None
        self._kept: dict[Hashable, Any] = {}

    def __reduce__(self) -> tuple[type[OtherUnits], tuple[Mapping[str, tuple[str, ...]], Mapping[str, UnitWords]]]:
        """Pickle the names only; each process builds its own automatons."""
        return OtherUnits, (self._owners, self.units)

    def __eq__(self, other: object) -> bool:
        """Whether both have the same names and unit files."""
        return isinstance(other, OtherUnits) and (self._owners, self.units) == (other._owners, other.units)

    __hash__ = None  # type: ignore[assignment]  # never a key

    @cached_property
    def index(self) -> NameIndex:
        """All names, including the generic ones that `find` skips."""
        return NameIndex(self._owners)

    def owners(self, name: str) -> tuple[str, ...]:
        """The unit files that have this name."""
        return self._owners.get(name, ())

    def file_of(self, path: Path) -> str:
        """The name of a unit file in `units`; empty if it is not one of the workspace's units."""
        return self._files.get(_normal(path)) or self._real_files.get(os.path.realpath(path), "")

    def levels(self, name: str) -> frozenset[str]:
        """The administrative levels (省, 市, 县, 区) in the names of the units that have this name."""
        if self._levels is None:
            self._levels = {}
            for each, files in self._owners.items():
                for file in files:
                    self._levels.setdefault(file, set()).update(_LEVEL.findall(each[:4]))
        return frozenset().union(*(self._levels[file] for file in self._owners[name]))

    def kept(self, key: Hashable, compute: Callable[[], _Kept]) -> _Kept:
        """What `compute` returns for these units; computed once for a key."""
        if key not in self._kept:
            self._kept[key] = compute()
        kept: _Kept = self._kept[key]
        return kept

    def find(self, text: str) -> Iterator[Named]:
        """Yield the names in a text, the longest at each position. Generic names (`ANY_UNIT`) are skipped."""
        yield from self._name_finder.find(text)

    def find_people(self, text: str) -> Iterator[Named]:
        """Yield the names of the units' heads in a text, and of hosts where the file names no head."""
        yield from self._people_finder.find(text)

    def find_leading_bodies(self, text: str) -> Iterator[Named]:
        """Yield the units' leading bodies in a text: 局党组, 镇党委."""
        yield from self._body_finder.find(text)

    @cached_property
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """For each person, the unit files whose head, or host if the file names no head, has that name."""
        return _files_by_word((file, words.head or words.host) for file, words in self.units.items())

    def is_only_host(self, name: str) -> bool:
        """Whether none of the units whose head or host has this name names a head."""
        return self.kept(("host", name), lambda: not any(self.units[file].head for file in self.heads[name]))

    @cached_property
    def leading_bodies(self) -> Mapping[str, tuple[str, ...]]:
        """For each leading body, the unit files that have it."""
        return _files_by_word((file, words.leading_body) for file, words in self.units.items())

    @cached_property
    def _name_finder(self) -> _Finder:
        generic, certain = lazily(lambda: with_words(ANY_UNIT)), lazily(_ONE_UNIT)
        names = [name for name in self._owners if len(name) > 1]
        return _Finder([name for name in names if certain.match(name) or not generic.fullmatch(name)])

    @cached_property
    def _people_finder(self) -> _Finder:
        return _Finder([name for name in self.heads if len(name) > 1], overlapping=True)

    @cached_property
    def _body_finder(self) -> _Finder:
        names = [name for name in self.leading_bodies if len(name) > 2]  # not 党组, 党委 alone
        return _Finder(names, overlapping=True)

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return {_normal(Path(file)): file for file in self.units}

    @cached_property
    def _real_files(self) -> Mapping[str, str]:
        return {os.path.realpath(file): file for file in self.units}


class _Finder:
    """Finds some words in a text: the longest at each position or, if `overlapping`, all."""

    def __init__(self, words: list[str], *, overlapping: bool = False) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._words = words
        self._overlapping = overlapping
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        self._automaton: AhoCorasick = AhoCorasick(words, matchkind=kind)

    def find(self, text: str) -> Iterator[Named]:
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=self._overlapping):
            yield Named(start, end, self._words[number])


def names_of_units(contents: Mapping[str, SupportsBytes]) -> OtherUnits:
    """The names in these unit files, which are given by file name. Unreadable files are skipped."""
    units = {file: unit_words(bytes(content), file) for file, content in contents.items()}
    names = ((file, name) for file, words in units.items() for name in (*words.names, *words.subordinates))
    return OtherUnits(_files_by_word(names), units)


def _files_by_word(words: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The files that have each word, without empty words."""
    files: dict[str, tuple[str, ...]] = {}
    for file, word in dict.fromkeys(words):
        if word:
            files[word] = (*files.get(word, ()), file)
    return files


def _normal(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))
