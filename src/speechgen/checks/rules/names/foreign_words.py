"""Another unit's names, heads and leading bodies in the values of a unit file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.other_units import Named
from speechgen.checks.rules.names.known_names import KnownNames
from speechgen.checks.rules.names.leading_bodies import leading_body_form, leading_body_prefixes
from speechgen.checks.rules.names.level_words import GOVERNMENTS
from speechgen.checks.rules.names.name_in_text import LATIN, is_above_units, is_ambiguous, may_be_after_verb, with_place
from speechgen.checks.rules.names.own_words import OwnWords, is_own_name, own_words_of
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, word_list
from speechgen.model import Given, Severity

_CHINESE = lazily("[\u3400-\u9fff]")
_RANKS = "names/ranks"
_POST_BEFORE = lazily(lambda: rf"(?:{'|'.join(word_list(_RANKS))}|员|同志)[ \u3000]*$")
_POST_AFTER = lazily(lambda: rf"[ \u3000]*(?:同志|{'|'.join(word_list(_RANKS))})")
_HYPHENATED = lazily("-[A-Z]")
_FULL_NAME = lazily("[㐀-鿿]{2,3}[省市县区州][㐀-鿿]{2}")  # with its place: 清江县教育局
_SEVERAL = "各个位名家级该每有些两多等市县区乡镇村辖属小分"  # before 镇党委 in 各镇党委, 乡镇党委
_ABOVE = ("authority", "superiors", "group", "attendees")
_NAME_MAY_FOLLOW = frozenset("由请让和与及是对向在同跟的听就为到")
_MANY = 3  # units with one host: it is the host of all meetings, not the head of a unit


class Foreign(NamedTuple):
    """Another unit's word in a value, at `start:end` of it; the other unit's file."""

    given: Given
    start: int
    end: int
    kind: str
    file: str
    severity: Severity | None = None


def foreign_words(facts: Facts) -> Iterator[Foreign]:
    """Yield the words of other units in the values of the unit file."""
    others = facts.others
    if others is None or not facts.file or not others.units:
        return
    own = own_words_of(facts, others)
    values = _Values(own.values)
    yield from _leading_bodies(own, values)
    yield from _names(own, values)
    yield from _people(own, values)


class _Values:
    """Several values as one text, so that each automaton reads them only once."""

    def __init__(self, values: tuple[Given, ...]) -> None:
        self._values = values
        self._starts = [0]
        for given in values:
            self._starts.append(self._starts[-1] + len(given.words) + 1)
        self._text = "\n".join(given.words for given in values)

    def find(self, finder: Callable[[str], Iterator[Named]]) -> Iterator[tuple[Given, Named]]:
        """Yield what a finder finds in the values, with the value that it is in."""
        for named in finder(self._text):
            number = bisect_right(self._starts, named.start) - 1
            start = self._starts[number]
            yield self._values[number], named._replace(start=named.start - start, end=named.end - start)


def _names(own: OwnWords, values: _Values) -> Iterator[Foreign]:
    """The names of other units."""
    shared = Facts(unit=own.facts.unit, mentions=(*own.allowed, *_shared_names(own.facts)))
    known = KnownNames(shared, own.unit)
    for given in own.values:
        if is_own_name(given.path) and given.words in own.foreign_names:
            kind = "leading body" if given.words in own.others.leading_bodies else "name"
            yield Foreign(given, 0, len(given.words), kind, own.foreign_names[given.words])
    for given, named in values.find(own.others.find):
        if is_own_name(given.path):
            continue
        file = next(own.owners_of_name(named.name), "")
        is_own = own.unit is not None and own.unit.is_called(named.name)
        if not file or is_own or known.covers(given.words, named.start, named.end):
            continue
        span = with_place(given.words, named, own.others.levels(named.name))
        if given.path.startswith(_ABOVE) and is_above_units(named.name):
            continue
        if span is not None:
            is_whole = span.start == 0 and span.end == len(given.words)
            severity: Severity | None = "warning" if is_ambiguous(named) and not is_whole else None
            yield Foreign(given, span.start, span.end, "name", file, severity)
        elif may_be_after_verb(given.words, named):
            is_complete = bool(_FULL_NAME.match(named.name))
            yield Foreign(given, named.start, named.end, "name", file, None if is_complete else "warning")


def _shared_names(facts: Facts) -> tuple[str, ...]:
    """The names in values that all units of the workspace share: superiors, the group."""
    own = {given.path for given in facts.own_texts}
    return tuple(given.words for given in facts.texts if given.path not in own and given.words in facts.named)


def _people(own: OwnWords, values: _Values) -> Iterator[Foreign]:
    """The names of other units' heads."""
    heads = {person.name for person in own.facts.people if person.path == "unit.head"}
    listed = "\n".join((*(given.words for given in _listed(own.facts)), *own.facts.mentions))
    for given, named in values.find(own.others.find_people):
        file = next(own.owners_of_person(named.name), "")
        is_head = given.path == "unit.head.name"
        if not file or named.name in listed or not _is_person(given.words, named):
            continue
        if own.is_in_longer_name(given, named.start, named.end):
            continue
        if named.name in heads and not any(
            own.is_as_likely_head_of(named.name, each) for each in own.owners_of_person(named.name)
        ):
            continue
        if is_own_name(given.path) or (named.name in heads and not is_head and not given.path.endswith(".name")):
            continue  # the head's own line is reported
        is_only_host = own.others.is_only_host(named.name) or not any(
            own.others.units[each].head for each in own.owners_of_person(named.name)
        )
        if not (is_only_host and len(list(islice(own.owners_of_person(named.name), _MANY))) == _MANY):
            yield Foreign(given, named.start, named.end, "head", file, "warning" if is_only_host else None)


def _listed(facts: Facts) -> Iterator[Given]:
    for given in facts.texts:
        if given.path.startswith("people"):
            yield given


def _is_person(words: str, named: Named) -> bool:
    """Whether the words are a person here: two characters may be part of a longer name or of another word."""
    if words == named.name:
        return True
    before, after = words[: named.start], words[named.end :]
    if LATIN.match(named.name):
        return not (LATIN.match(before[-1:]) or LATIN.match(after) or before.endswith("-") or _HYPHENATED.match(after))
    if len(named.name) > 2:
        return True
    is_open = not _CHINESE.match(before[-1:]) or before[-1:] in _NAME_MAY_FOLLOW or bool(_POST_BEFORE.search(before))
    is_closed = not _CHINESE.match(after) or after[:1] in character_groups("names/characters_of_people")["after"]
    return bool(_POST_AFTER.match(after)) or (is_open and is_closed)


def _leading_bodies(own: OwnWords, values: _Values) -> Iterator[Foreign]:
    """The leading bodies of other units, 镇党委 in a bureau's file. Units of one kind share 局党组."""
    kind = own.unit.kind if own.unit is not None else ""
    right = own.facts.leading_body or ""
    for given, named in values.find(own.others.find_leading_bodies):
        file = next(own.owners_of_leading_body(named.name), "")
        is_levels = kind and given.path in ("leading_body.name", "unit.head.post")  # the rule level reports these
        if not file or is_levels or named.name in right or any(named.name in each for each in own.allowed):
            continue
        form = leading_body_form(named.name)
        owner = named.name[: named.name.find(form)] if form else named.name
        is_own = owner in leading_body_prefixes(kind) or (own.unit is not None and own.unit.is_called(owner))
        is_right_form = not right or given.path == "leading_body.name" or leading_body_form(right) == form
        if (is_own and is_right_form) or given.words[: named.start].endswith(tuple(_SEVERAL)):
            continue
        is_certain = given.words == named.name or (kind and not _is_place_around(kind, owner))
        severity: Severity | None = None if is_certain else "warning"
        yield Foreign(given, named.start, named.end, "leading body", file, severity)


def _is_place_around(kind: str, owner: str) -> bool:
    """Whether the owner may be the place that the unit is in, or that it governs: 镇 to a village or a county."""
    return owner in GOVERNMENTS and kind in (*GOVERNMENTS, "村", "社区", "街道")
