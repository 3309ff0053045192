"""Misspelt names of people, judged by the words around a name and by the kind of typo."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts, Person
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.around_names import Surroundings, surroundings
from speechgen.checks.rules.names.misspelt_short_names import ACTS, short_names
from speechgen.checks.rules.names.persons import person_mentions
from speechgen.checks.rules.names.typos import Misspelling, Typo, look_alike, sound_alike, typos
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, characters, word_list
from speechgen.language import language

_CHINESE = lazily("[\u4e00-\u9fff]")
_RANKS = "names/ranks"
_SURNAMES = "names/surnames"
# Before 志远同志 these are not a surname: 请志远同志, 和志远同志.
_ADDRESSED = frozenset("请让由和与及同跟对向听是在当见找问像有把给被从为说叫")
# After 陈志 these refer to several people: 陈志等同志, 陈志两同志.
_SEVERAL = frozenset("同等两们的和")
_LONGEST_POST = 20
_VERB_FOLLOWS = lazily("[说讲带代在始亲就也还把对从告都和与、，的]")


def misspelt_people(draft: Draft, facts: Facts) -> Iterator[Misspelling]:
    """Yield each misspelt name of a person in the unit file. The rule fixed-phrase has the General Secretary's."""
    people = [person for person in facts.people if len(person.name) > 1 and "某" not in person.name]
    titles = language(draft.language).proofreading.titles
    names = {person.name for person in people}
    yield from _sounding_alike(draft.text, facts)
    for person in people:
        if not _CHINESE.match(person.name):
            from speechgen.checks.rules.names.misspelt_names import misspelt_names  # few names in Chinese speeches

            yield from misspelt_names(draft.text, facts, person.name, person.path, titles)
            continue
        elsewhere = facts.named.replace(person.name, "")
        for typo, severity in (_long_names if len(person.name) > 2 else short_names)(draft.text, person):
            words = draft.text[typo.start : typo.end]
            is_name = words in elsewhere or words in names or draft.text.startswith("学习习近平", typo.start - 1)
            if severity and not is_name:
                yield Misspelling(typo, person.name, person.path, severity == "error")


def _sounding_alike(text: str, facts: Facts) -> Iterator[Misspelling]:
    """陈致源 for 陈志远: several characters are wrong, and each sounds like the correct one."""
    known = tuple(person.name for person in facts.people if len(person.name) > 1)
    for mention in person_mentions(text, known) if known else ():
        for person in facts.people if mention.name not in facts.named else ():
            if len(mention.name) != len(person.name) or mention.name[0] != person.name[0]:
                continue
            pairs = [(one, other) for one, other in zip(mention.name, person.name, strict=True) if one != other]
            if len(pairs) > 1 and all(sound_alike(one, other) for one, other in pairs):
                typo = Typo(mention.start, mention.end, "replaced", 1, mention.name[1:], person.name[1:])
                yield Misspelling(typo, person.name, person.path, mention.is_certain)


def _long_names(text: str, person: Person) -> Iterator[tuple[Typo, str]]:
    """Each possible typo in a name of three or more characters, with its severity; empty if it is not one."""
    for typo in typos(text, person.name):
        if _CHINESE.match(text[typo.start]) and _CHINESE.match(text[typo.end - 1]):
            is_other = _is_somebody_else(text, typo, person)
            yield typo, "" if is_other else _SEVERITIES[typo.kind](text, typo, person.name)


def _is_somebody_else(text: str, typo: Typo, person: Person) -> bool:
    """市委书记高志强, 副省长陈志: another surname, or one character less, after a post that is not 陈志强's.

    A surname that sounds like the right one is a typo.
    """
    is_surname = typo.kind == "replaced" and typo.at == 0 and typo.written in characters(_SURNAMES)
    is_other_name = is_surname and not _is_alike(typo)
    before = text[max(0, typo.start - _LONGEST_POST) : typo.start].rstrip(" \u3000")
    is_last = typo.kind == "replaced" and typo.at == len(person.name) - 1
    is_shorter = typo.kind == "missing" or (
        is_last and typo.written in character_groups("names/characters_of_people")["after"]
    )
    if not before.endswith(word_list(_RANKS)) or not (is_other_name or is_shorter):
        return False
    bare = next((post[-2:] for post in person.posts if before.endswith(post[-2:])), "")
    is_bare = bool(bare) and not _CHINESE.match(before.removesuffix(bare)[-1:])
    return not (is_bare or before.endswith(person.posts or "\n"))


def _severity_of_missing(text: str, typo: Typo, name: str) -> str:
    """陈志同志; but 志远同志 is a valid form of 陈志远."""
    around = surroundings(text, typo)
    is_name = around.has_comrade and (around.has_post or around.is_open)
    return "error" if typo.at > 0 and (is_name or (around.has_post and around.is_closed)) else ""


def _severity_of_added(text: str, typo: Typo, name: str) -> str:
    """陈志志远, 陈志远远同志; but not 罗大同同志."""
    around = surroundings(text, typo)
    is_inside = 0 < typo.at < len(name)
    if typo.written in name and not text.startswith("同志", typo.end - 1):
        is_double = is_inside and typo.written in name[typo.at - 1 : typo.at + 1]
        return "error" if around.is_named else "warning" if is_double or around.is_closed else ""
    return "error" if around.is_named and is_inside and typo.written not in "的和与" else ""


def _severity_of_swapped(text: str, typo: Typo, name: str) -> str:
    return "error"


def _severity_of_replaced(text: str, typo: Typo, name: str) -> str:
    """陈致远 for 陈志远."""
    around = surroundings(text, typo)
    if typo.at == 0 and typo.written not in characters(_SURNAMES):
        is_likely = around.has_comrade and around.is_open and typo.written not in _ADDRESSED
        is_certain = around.has_post or (is_likely and sound_alike(typo.written, typo.expected))
        is_misread = around.has_comrade and look_alike(typo.written, typo.expected)
        is_alone = (around.is_open and around.is_closed) or _acts(text, typo, around)
        is_likely |= is_alone and _is_alike(typo)
        return "error" if is_certain or is_misread else "warning" if is_likely else ""
    is_last = typo.at == len(name) - 1
    if around.is_named:
        return "" if is_last and typo.written in _SEVERAL and not around.is_closed else "error"
    is_middle = typo.at > 0 and not is_last
    is_likely_name = around.is_open and (
        _VERB_FOLLOWS.match(text, typo.end) if is_middle else typo.at == 0 and around.is_closed
    )
    return "warning" if is_likely_name or _is_alike(typo) or (is_last and _acts(text, typo, around)) else ""


def _is_alike(typo: Typo) -> bool:
    return look_alike(typo.written, typo.expected) or sound_alike(typo.written, typo.expected)


def _acts(text: str, typo: Typo, around: Surroundings) -> bool:
    """张裔烔强调: only a person does this; whoever does it once is nobody who is introduced elsewhere."""
    return around.is_open and text.count(text[typo.start : typo.end]) == 1 and bool(ACTS.match(text, typo.end))


_SEVERITIES = {
    "missing": _severity_of_missing,
    "added": _severity_of_added,
    "swapped": _severity_of_swapped,
    "replaced": _severity_of_replaced,
}
