"""Persons' names spelt almost as in the file: by the place where the name stands, and by how it differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.facts import Facts, Person
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.near_english import english_almost
from speechgen.checks.rules.names.person_words import RANKS, SURNAMES
from speechgen.checks.rules.names.persons import namings
from speechgen.checks.rules.names.slips import Almost, Slip, slips, sound_alike
from speechgen.checks.rules.patterns import lazily

_CHINESE = lazily("[\u4e00-\u9fff]")
_AFTER_POST = lazily(rf"(?:{'|'.join(RANKS)}|员|老师|大夫|医生|同志)[ \u3000]*$")
_BEFORE_POST = lazily(rf"[ \u3000]*(?:同志|老师|{'|'.join(RANKS)})")
_OPEN = frozenset("由请让和与及是对向在同跟听就叫")
# 请志远同志, 和志远同志: who is spoken to, not a surname. 陈志等同志, 陈志两同志: several persons.
_ADDRESSED = frozenset("请让由和与及同跟对向听是在当见找问像有把给被从为说叫")
_SEVERAL = frozenset("同等两们的和")
_ACTS = lazily("[说讲带代在始亲就也还把对从告都和与、，的]")


def people_almost(draft: Draft, facts: Facts) -> Iterator[Almost]:
    """The names that are almost those of the file's persons, and almost that of the General Secretary."""
    people = [person for person in facts.people if len(person.name) > 1 and "某" not in person.name]
    if draft.language == "zh-CN":
        people.append(Person("习近平", ("总书记",), "", None))
    names = {person.name for person in people}
    yield from _sounding_alike(draft.text, facts)
    for person in people:
        if not _CHINESE.match(person.name):
            yield from english_almost(draft.text, facts, person.name, person.path)
            continue
        elsewhere = facts.said.replace(person.name, "")
        for slip, severity in (_long if len(person.name) > 2 else _short)(draft.text, person):
            said = draft.text[slip.start : slip.end]
            if severity and said not in elsewhere and said not in names:
                yield Almost(slip, person.name, person.path, severity == "error")


def _sounding_alike(text: str, facts: Facts) -> Iterator[Almost]:
    """陈致源 for 陈志远: more than one character is another, and each sounds the same."""
    known = tuple(person.name for person in facts.people if len(person.name) > 1)
    for naming in namings(text, known) if known else ():
        for person in facts.people if naming.name not in facts.said else ():
            if len(naming.name) != len(person.name) or naming.name[0] != person.name[0]:
                continue
            pairs = [(one, other) for one, other in zip(naming.name, person.name, strict=True) if one != other]
            if len(pairs) > 1 and all(sound_alike(one, other) for one, other in pairs):
                slip = Slip(naming.start, naming.end, "other", 1, naming.name[1:], person.name[1:])
                yield Almost(slip, person.name, person.path, naming.sure)


class _Place(NamedTuple):
    """What stands around a name: a post before it, 同志 or a post after it, a mark or a word such as 由 before it."""

    has_post: bool
    has_comrade: bool
    is_open: bool
    is_closed: bool

    @property
    def is_named(self) -> bool:
        """Whether only a name can stand here."""
        return self.has_post or self.has_comrade


def _place(text: str, slip: Slip) -> _Place:
    before, after = text[max(0, slip.start - 8) : slip.start], text[slip.end : slip.end + 1]
    is_open = not before or not _CHINESE.match(before[-1]) or before[-1] in _OPEN
    has_post, has_comrade = bool(_AFTER_POST.search(before)), bool(_BEFORE_POST.match(text, slip.end))
    return _Place(has_post, has_comrade, is_open, not _CHINESE.match(after))


def _long(text: str, person: Person) -> Iterator[tuple[Slip, str]]:
    """Names of three characters and more, with error, warning or nothing."""
    for slip in slips(text, person.name):
        if _CHINESE.match(text[slip.start]) and _CHINESE.match(text[slip.end - 1]):
            yield slip, _CERTAINTY[slip.kind](text, slip, person.name)


def _of_missing(text: str, slip: Slip, name: str) -> str:
    """陈志同志; but 志远同志 is how one speaks of 陈志远."""
    place = _place(text, slip)
    is_name = place.has_comrade and (place.has_post or place.is_open)
    return "error" if slip.at > 0 and (is_name or (place.has_post and place.is_closed)) else ""


def _of_added(text: str, slip: Slip, name: str) -> str:
    """陈志志远, 陈志远远同志; but 罗大同同志 is right."""
    place = _place(text, slip)
    is_inside = 0 < slip.at < len(name)
    if slip.said in name and not text.startswith("同志", slip.end - 1):
        is_double = is_inside and slip.said in name[slip.at - 1 : slip.at + 1]
        return "error" if place.is_named else "warning" if is_double or place.is_closed else ""
    return "error" if place.is_named and is_inside and slip.said not in "的和与" else ""


def _of_swapped(text: str, slip: Slip, name: str) -> str:
    return "error"


def _of_other(text: str, slip: Slip, name: str) -> str:
    """陈致远 for 陈志远."""
    place = _place(text, slip)
    if slip.at == 0 and slip.said not in SURNAMES:
        is_likely = place.has_comrade and place.is_open and slip.said not in _ADDRESSED
        is_sure = place.has_post or (is_likely and sound_alike(slip.said, slip.meant))
        return "error" if is_sure else "warning" if is_likely else ""
    is_last = slip.at == len(name) - 1
    if place.is_named:
        return "" if is_last and slip.said in _SEVERAL and not place.is_closed else "error"
    is_middle = slip.at > 0 and not is_last
    is_said = place.is_open and (_ACTS.match(text, slip.end) if is_middle else slip.at == 0 and place.is_closed)
    return "warning" if is_said or sound_alike(slip.said, slip.meant) else ""


_CERTAINTY = {"missing": _of_missing, "added": _of_added, "swapped": _of_swapped, "other": _of_other}


def _short(text: str, person: Person) -> Iterator[tuple[Slip, str]]:
    """Names of two characters, where a name stands beyond doubt."""
    name = person.name
    first, last = name[:1], name[1:]
    yield from _exact(text, Slip(0, 0, "swapped", 0, last + first, name), last + first)
    yield from _exact(text, Slip(0, 0, "added", 0, first, ""), first + name)
    yield from _exact(text, Slip(0, 0, "added", 1, last, ""), name + last)
    ranks = tuple(post[-2:] for post in person.posts)
    for index, sign in enumerate(name):
        at = text.find(sign)
        while at >= 0:
            beside = at + 1 if index == 0 else at - 1
            said = text[beside : beside + 1] if beside >= 0 else ""
            slip = Slip(at - index, at - index + 2, "other", 1 - index, said, name[1 - index])
            if said and slip.said != slip.meant and _CHINESE.match(slip.said):
                yield slip, _of_short(text, slip, ranks)
            at = text.find(sign, at + 1)


def _exact(text: str, slip: Slip, said: str) -> Iterator[tuple[Slip, str]]:
    at = text.find(said)
    while at >= 0:
        found = slip._replace(start=at, end=at + len(said))
        place = _place(text, found)
        is_sure = place.has_post and (place.has_comrade or slip.kind == "added")
        yield found, "error" if is_sure else ""
        at = text.find(said, at + 1)


def _of_short(text: str, slip: Slip, ranks: tuple[str, ...]) -> str:
    place = _place(text, slip)
    is_comrade = text.startswith("同志", slip.end) and (place.has_post or place.is_open)
    if not (is_comrade or (place.has_post and place.is_closed)):
        return ""
    if sound_alike(slip.said, slip.meant):
        return "error"
    return "warning" if text[max(0, slip.start - 2) : slip.start] in ranks else ""
