"""Which of the words that two unit files share are this unit's own, judged by the rest of both files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.own_unit import NOT_WORDS_OF_THE_SPEECH, OwnUnit, is_subsequence
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.unit_words import UnitWords
from speechgen.model import Given

if TYPE_CHECKING:
    from speechgen.checks.other_units import OtherUnits

_OWN_NAME = lazily(r"unit\.(?:name|short|aliases(?:\[\d+\])?)")
_LEAST_EVIDENCE, _MAX_EVIDENCE = -1, 4
_FEW = 4  # units with one name, which are compared again for each of them
_LEVEL = lazily("[省市县区州]")
_LATIN_WORD = lazily(r"[A-Za-zÀ-ɏ0-9]+")


@lru_cache(maxsize=4096)  # the units of a run have the same paths
def is_own_name(path: str) -> bool:
    """Whether the value at a data path is one of the unit's own names."""
    return _OWN_NAME.fullmatch(path) is not None


def own_words_of(facts: Facts, others: OtherUnits) -> OwnWords:
    """The words of a unit file; the same object while several rules check one unit."""
    if not (_LAST and _LAST[0].facts is facts and _LAST[0].others is others):
        _LAST[:] = [OwnWords(facts, others)]
    return _LAST[0]


class OwnWords:
    """The words of one unit file, compared with those of the workspace's other units."""

    def __init__(self, facts: Facts, others: OtherUnits) -> None:
        self.facts = facts
        self.others = others

    @cached_property
    def values(self) -> tuple[Given, ...]:
        """The texts in the unit file that are checked."""
        return tuple(given for given in self.facts.own_texts if not given.path.startswith(NOT_WORDS_OF_THE_SPEECH))

    @cached_property
    def file(self) -> str:
        """The unit file as the workspace's units name it; empty if it is outside the workspace's units."""
        return self.others.file_of(Path(self.facts.file))

    @cached_property
    def foreign_names(self) -> dict[str, str]:
        """The unit's own names that belong to another unit, each with that unit's file."""
        names = [given.words for given in self.values if is_own_name(given.path)]
        return {name: file for name in dict.fromkeys(names) if (file := self._owner(name))}

    @cached_property
    def unit(self) -> OwnUnit | None:
        """The unit by the names that are its own; None if there are none."""
        names = tuple(name for name in self.facts.unit if name not in self.foreign_names)
        return OwnUnit(names, True) if names else None

    @cached_property
    def allowed(self) -> tuple[str, ...]:
        """The names that the file lists as others that are meant: its mentions and subordinates."""
        return (*self.facts.mentions, *self.facts.subordinates)

    @cached_property
    def _forms_of_allowed(self) -> frozenset[str]:
        return frozenset(each for name in self.allowed for each in _without_places(name))

    def owners_of_name(self, name: str) -> Iterator[str]:
        """Yield the files of the other units that have a name, without those that the file lists as meant."""
        for file in self.others.owners(name):
            if name in self.others.units[file].names and self._is_other(file) and not self.is_meant(file):
                yield file

    def owners_of_leading_body(self, name: str) -> Iterator[str]:
        """Yield the files of the other units that have a leading body, without those that the file lists as meant."""
        for file in self.others.leading_bodies[name]:
            if self._is_other(file) and not self.is_meant(file):
                yield file

    def owners_of_person(self, name: str) -> Iterator[str]:
        """Yield the files of the other units whose head has this name."""
        yield from filter(self._is_other, self.others.heads[name])

    def is_meant(self, file: str) -> bool:
        """Whether the file lists a unit among its mentions or subordinates."""
        names = self.others.units[file].names if self.allowed else ()
        return bool(names) and not self._forms_of_allowed.isdisjoint(OwnUnit(names, True).name_variants)

    def is_as_likely_head_of(self, name: str, file: str) -> bool:
        """Whether a person whom two files name as the head is at least as likely the other unit's."""
        own = UnitWords(head=self._text("unit.head.name"), host=self._text("host.name"))
        return _is_head(name, self.others.units[file]) >= _is_head(name, own)

    def is_in_longer_name(self, given: Given, start: int, end: int) -> bool:
        """Whether a person at `start:end` of a value is one with a longer name in another value: 程远 in 程远航."""
        words, name = given.words, given.words[start:end]
        return any(
            name in person.name
            and person.name != name
            and words.startswith(person.name, start - person.name.find(name))
            for person in self.facts.people
            if person.place != given.place and person.name.find(name) <= start
        )

    def _text(self, path: str) -> str:
        return next((given.words for given in self.facts.texts if given.path == path), "")

    def _is_other(self, file: str) -> bool:
        """Whether a file is another unit's: not this file, and not a second file for the same unit."""
        name = self.others.units[file].name
        return file != self.file and not (name and self.unit is not None and self.unit.is_called(name))

    def _owner(self, name: str) -> str:
        """The file of the unit that one of the own names belongs to; empty if it is this unit."""
        if name not in (self.facts.leading_body or "") and name in self.others.leading_bodies:
            return next((file for file in self.others.leading_bodies[name] if file != self.file), "")
        shared = [each for each in _without_places(name) if any(file != self.file for file in self.others.owners(each))]
        if not shared:
            return ""
        own = UnitWords(name=self._text("unit.name"), aliases=self.facts.unit)
        own_evidence = _evidence(name, own, self.facts.file)
        for each in shared if own_evidence < _MAX_EVIDENCE else ():
            for file in _files_by_evidence(self.others, name, each).get(own_evidence, ()):
                if file != self.file and not self.is_meant(file):
                    return file
        return ""


_LAST: list[OwnWords] = []


def _files_by_evidence(others: OtherUnits, name: str, owned: str) -> Mapping[int, Sequence[str]]:
    """For each amount of evidence for a name, the files of the units called `owned` that have more, in their order.

    Kept for all units of a run if many have the name: they would otherwise be compared in pairs.
    """

    def found() -> Mapping[int, Sequence[str]]:
        of_file = {
            file: _evidence(name, others.units[file], file)
            for file in others.owners(owned)
            if owned in others.units[file].names
        }
        most = max(of_file.values(), default=_LEAST_EVIDENCE)
        return {
            less: [file for file, evidence in of_file.items() if evidence > less]
            for less in range(_LEAST_EVIDENCE, most)
        }

    is_shared = len(others.owners(owned)) > _FEW
    return others.kept(("evidence", name, owned), found) if is_shared else found()


def _without_places(name: str) -> Iterator[str]:
    """Yield a name, and what remains of it without the places before it: 石桥镇 of 清江县石桥镇."""
    yield name
    for level in _LEVEL.finditer(name):
        if len(name) - level.end() > 1:
            yield name[level.end() :]


def _evidence(name: str, words: UnitWords, file: str) -> int:
    """How much in a unit file speaks for a name as that unit's: the file's name, its other names."""
    rest = [each for each in words.names if each != name]
    evidence = 2 if _fit(name, os.path.splitext(os.path.basename(file))[0]) else 0
    if rest:
        evidence += 1 if any(_fit(name, each) for each in rest) else -1
    return evidence + (name == words.name)


def _is_head(name: str, words: UnitWords) -> int:
    """How much in a unit file speaks for a person as the unit's head: the head, the host."""
    return (name == words.head) + (name == words.host) - (bool(words.host) and name != words.host)


def _fit(one: str, other: str) -> bool:
    """Whether two names may be of one unit: the shorter has nothing that the longer does not have in this order."""
    short, long = sorted((one, other), key=len)
    words = _LATIN_WORD.findall(short.casefold())
    if words and short.isascii():
        return frozenset(words) <= frozenset(_LATIN_WORD.findall(long.casefold()))
    return len(short) > 1 and is_subsequence(short, long)
