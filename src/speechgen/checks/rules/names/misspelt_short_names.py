"""Misspelt names of two characters: 高严 for 高岩, judged by more evidence than longer names need."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Person
from speechgen.checks.rules.names.around_names import surroundings
from speechgen.checks.rules.names.typos import Typo, look_alike, sound_alike
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, word_list

_CHINESE = lazily("[\u4e00-\u9fff]")
_RANKS = "names/ranks"
# A name with a space inside, as in the author's line: 王　琛.
_SPACED = lazily(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
# What a person does in a report of a meeting; nobody is introduced so, without a post.
ACTS = lazily(
    "对|充分肯定|代表|指出|强调|要求|主持|表示|传达|作了?|介绍|认为|宣读|通报|汇报|出席|参加|首先|最后|带领|带头|在会|就|还|从|致辞|讲话"
)


def short_names(text: str, person: Person) -> Iterator[tuple[Typo, str]]:
    """Each possible typo in a name of two characters, with its severity; empty if it is not one."""
    name = person.name
    first, last = name[:1], name[1:]
    yield from _occurrences(text, Typo(0, 0, "swapped", 0, last + first, name), last + first)
    yield from _occurrences(text, Typo(0, 0, "added", 0, first, ""), first + name)
    yield from _occurrences(text, Typo(0, 0, "added", 1, last, ""), name + last)
    ranks = tuple(post[-2:] for post in person.posts)
    yield from _spaced(text, name, ranks)
    for index, character in enumerate(name):
        at = text.find(character)
        while at >= 0:
            neighbour = at + 1 if index == 0 else at - 1
            written = text[neighbour : neighbour + 1] if neighbour >= 0 else ""
            typo = Typo(at - index, at - index + 2, "replaced", 1 - index, written, name[1 - index])
            if written and typo.written != typo.expected and _CHINESE.match(typo.written):
                yield typo, _severity_of_short_name(text, typo, person, ranks)
            at = text.find(character, at + 1)


def _occurrences(text: str, typo: Typo, written: str) -> Iterator[tuple[Typo, str]]:
    at = text.find(written)
    while at >= 0:
        found = typo._replace(start=at, end=at + len(written))
        around = surroundings(text, found)
        is_certain = around.has_post and (around.has_comrade or typo.kind == "added")
        yield found, "error" if is_certain else ""
        at = text.find(written, at + 1)


def _severity_of_short_name(text: str, typo: Typo, person: Person, ranks: tuple[str, ...]) -> str:
    around = surroundings(text, typo)
    is_alike = sound_alike(typo.written, typo.expected)
    is_comrade = around.has_comrade and (around.has_post or around.is_open)
    is_same_post = text[max(0, typo.start - 8) : typo.start].rstrip(" \u3000").endswith(ranks or "\n")
    is_post_after = any(text.startswith(post[-size:], typo.end) for post in person.posts for size in (2, 3, 4))
    is_look_alike = look_alike(typo.written, typo.expected)
    is_misread = is_look_alike and (is_same_post or is_post_after)
    if is_comrade or (around.has_post and around.is_closed):
        return "error" if is_alike or is_misread else "warning" if is_same_post else ""
    if around.has_comrade and is_alike and not around.has_post:
        return "warning"  # 我校刑婷老师
    if around.has_post and text[typo.end] in character_groups("names/characters_of_people")["after"]:
        return ("error" if is_same_post else "warning") if is_alike else ""  # 校长郝萍将出席
    if around.has_post and ACTS.match(text, typo.end) and (is_look_alike or is_alike):
        return "warning"  # 组长贾字汇报
    if around.is_open and around.is_closed and is_look_alike and text.count(text[typo.start : typo.end]) == 1:
        return "warning"  # in a list of names
    is_here = person.name in text or person.path == "unit.head"
    written = text[typo.start : typo.end]
    is_one_person = (typo.at == 1 or is_look_alike or is_alike) and is_here and text.count(written) == 1
    return "warning" if is_one_person and _begins_clause(text, typo) and ACTS.match(text, typo.end) else ""


def _begins_clause(text: str, typo: Typo) -> bool:
    return text[max(0, typo.start - 1) : typo.start] in ("", "\n", "。", "，", "；", "：")


def _spaced(text: str, name: str, ranks: tuple[str, ...]) -> Iterator[tuple[Typo, str]]:
    """党委书记、校长　王　深 for 王琛: after a post, with a space inside the name."""
    for found in _SPACED.finditer(text):
        before = text[max(0, found.start() - 8) : found.start()].rstrip(" \u3000")
        wrong = [index for index in (0, 1) if found[index + 1] != name[index]]
        if len(wrong) == 1 and before.endswith(word_list(_RANKS)):
            at = wrong[0]
            is_alike, is_same_post = sound_alike(found[at + 1], name[at]), before.endswith(ranks or "\n")
            typo = Typo(found.start(), found.end(), "replaced", at, found[at + 1], name[at])
            yield typo, ("error" if is_same_post else "warning") if is_alike else "warning" if is_same_post else ""
