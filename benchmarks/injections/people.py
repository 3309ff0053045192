"""People with wrong names or posts: `near-name`, `name-post`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

from benchmarks.injections.clean import Clean
from benchmarks.injections.forms import form_of
from benchmarks.injections.injected import Injected, Kinds, added, places, put, shuffled
from speechgen.checks.facts import Person

_WRITTEN = yaml.safe_load(Path(__file__).with_name("misspellings.yaml").read_text(encoding="utf-8"))
_HOMOPHONES: dict[str, str] = _WRITTEN["homophones"]
_TYPOS: dict[str, str] = _WRITTEN["typos"]
_OTHERS = "伟强军杰峰超红丽玲辉斌鹏飞宇刚凯娜霞"
_STRANGERS = ["李建华", "王志强", "刘春明", "赵国庆", "周晓红", "吴天成", "黄永胜", "孙立军"]


def _homophone(clean: Clean, rng: Random) -> Iterator[Injected]:
    """陈志远 as 陈智远: the input method's first choice."""
    for start, person in _named(clean, rng):
        yield from _changed(clean, start, person.name, _homophones(person.name, rng))


def _two_homophones(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Written by ear: both characters of the given name are homophones."""
    for start, person in _named(clean, rng):
        name = person.name
        if len(name) == 3 and all(each in _HOMOPHONES for each in name[1:]):
            heard = name[0] + "".join(rng.choice(_HOMOPHONES[each]) for each in name[1:])
            yield from _changed(clean, start, name, [heard])


def _character(clean: Clean, rng: Random) -> Iterator[Injected]:
    """One of three characters is wrong."""
    for start, person in _named(clean, rng):
        name = person.name
        if clean.is_chinese and len(name) == 3:
            at = rng.choice([1, 2])
            yield from _changed(clean, start, name, [name[:at] + rng.choice(_OTHERS) + name[at + 1 :]])


def _surname(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Only the surname is wrong."""
    for start, person in _named(clean, rng):
        if clean.is_chinese and len(person.name) == 3:
            yield from _changed(clean, start, person.name, [rng.choice("李王张刘杨赵黄周") + person.name[1:]])


def _swapped(clean: Clean, rng: Random) -> Iterator[Injected]:
    """陈远志: two characters are swapped."""
    for start, person in _named(clean, rng):
        name = person.name
        if clean.is_chinese and len(name) == 3 and name[1] != name[2]:
            yield from _changed(clean, start, name, [name[0] + name[2] + name[1]])


def _shortened(clean: Clean, rng: Random) -> Iterator[Injected]:
    """陈远同志: one character was not typed."""
    for start, person in _named(clean, rng):
        name = person.name
        if clean.is_chinese and len(name) == 3 and clean.text[start + 3 :].startswith("同志"):
            yield from _changed(clean, start, name, [name[0] + rng.choice(name[1:])])


def _letters(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Whitcomb for Whitcombe, Jonna for Joanna."""
    for start, person in _named(clean, rng):
        if not clean.is_chinese:
            name = person.name
            at = rng.randrange(1, len(name) - 2)
            if name[at : at + 2].isalpha() and name[at].islower() and name[at] != name[at + 1]:
                wrong = [name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]]
                wrong.append(name[:at] + name[at + 1] + name[at] + name[at + 2 :])
                yield from _changed(clean, start, name, [rng.choice(wrong)])


def _body(clean: Clean, rng: Random) -> Iterator[Injected]:
    """An organisation with a typing error: 财证局."""
    facts = clean.facts
    organisations = [*facts.unit[:2], *facts.subordinates, *facts.mentions, *facts.group]
    found = [(at, name) for name in organisations if len(name) >= 4 for at in places(clean.text, name)]
    for start, name in shuffled(rng, found):
        wrong = [name.replace(right, typo) for right, typo in _TYPOS.items() if right in name]
        if wrong:
            yield from _changed(clean, start, name, [rng.choice(wrong)], also=("foreign-unit", "own-name"))


def _changed(clean: Clean, start: int, name: str, wrong: list[str], also: tuple[str, ...] = ()) -> Iterator[Injected]:
    """Replace the name with each of these forms, except those that are another person's name."""
    names = {person.name for person in clean.facts.people}
    for form in wrong:
        if form not in names and not any(form in text for text in clean.known):
            yield put(clean, start, start + len(name), form, also=also)


def _homophones(name: str, rng: Random) -> list[str]:
    at = [at for at, each in enumerate(name) if each in _HOMOPHONES]
    if not at:
        return []
    chosen = rng.choice(at)
    return [name[:chosen] + rng.choice(_HOMOPHONES[name[chosen]]) + name[chosen + 1 :]]


def _named(clean: Clean, rng: Random) -> list[tuple[int, Person]]:
    """The places where people from the unit file are named."""
    people = {person.name: person for person in clean.facts.people if "某" not in person.name}
    return shuffled(rng, [(at, person) for name, person in people.items() for at in places(clean.text, name)])


def _other_post(clean: Clean, rng: Random) -> Iterator[Injected]:
    """One person with two posts: the sentence came from the speech to another unit."""
    for start, end, person in _posted(clean, rng):
        posts = ["主任", "院长", "局长", "总经理", "镇长", "校长", "工会主席", "秘书长", "党支部书记"]
        wrong = [post for post in posts if not any(post in own or own in post for own in person.posts)]
        yield put(clean, start, end, rng.choice(wrong))


def _deputy(clean: Clean, rng: Random) -> Iterator[Injected]:
    """副局长 for 局长: he was promoted, or was not."""
    for start, end, _ in _posted(clean, rng):
        post = clean.text[start:end]
        if "副" in post:
            yield put(clean, start, end, post.replace("副", ""))
        for chief in ("局长", "院长", "主任", "校长", "镇长", "县长", "总经理", "书记", "组长"):
            if post.endswith(chief) and "副" not in post:
                yield put(clean, start, end, post.removesuffix(chief) + "副" + chief)


def _post_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The same person is mentioned once more, with another post."""
    if clean.is_chinese:
        people = [each for each in clean.facts.people if each.posts and "某" not in each.name]
        posts = ["办公室主任", "工会主席", "总工程师", "副县长", "副总经理", "镇长", "秘书长"]
        sentences = [
            f"这一点，{post}{each.name}同志也提到了。"
            for each in people
            for post in posts
            if not any(post in own or own in post for own in each.posts)
        ]
        yield from added(clean, rng, sentences)


def _stranger(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Two people in one post: the predecessor's name, or the other unit's head, was left."""
    for _, end, person in _posted(clean, rng):
        if _is_unique(clean, clean.text[:end], person):
            stranger = rng.choice([each for each in _STRANGERS if not clean.is_known(each)])
            yield put(clean, end, end + len(person.name), stranger)


def _stranger_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The same in an added sentence."""
    if clean.is_chinese:
        sentences = []
        for person in clean.facts.people:
            post = "、".join(person.posts)
            if _is_unique(clean, post, person):
                stranger = rng.choice([each for each in _STRANGERS if not clean.is_known(each)])
                sentences += [f"刚才，{post}{stranger}同志也表了态。", f"{post}{stranger}同志为此做了大量工作。"]
        yield from added(clean, rng, sentences)


_UNIQUE = (
    "党委书记",
    "党组书记",
    "局长",
    "院长",
    "董事长",
    "县委书记",
    "校长",
    "镇长",
    "县长",
    "总经理",
    "党支部书记",
    "管委会主任",
)


def _is_unique(clean: Clean, words: str, person: Person) -> bool:
    """Whether the words end with a post held by one person: not a deputy's, nor that of one town of many."""
    own = form_of(clean) in {"town", "community"}
    return words.endswith(_UNIQUE) and all(
        "副" not in post and (own or not post.startswith(("镇", "村", "社区"))) for post in person.posts
    )


def _posted(clean: Clean, rng: Random) -> list[tuple[int, int, Person]]:
    """The places of a person's full post just before the name, after the author's line and the salutation."""
    found = []
    start = clean.paragraphs[0][0]
    for at, person in _named(clean, rng):
        posts = sorted({"、".join(person.posts), *person.posts}, key=len, reverse=True)
        post = next((post for post in posts if post and clean.text[:at].endswith(post)), None)
        if post and clean.is_chinese and at > start:
            found.append((at - len(post), at, person))
    return found


NEAR_NAME: Kinds = {
    "homophone": _homophone,
    "two-homophones": _two_homophones,
    "character": _character,
    "surname": _surname,
    "swapped": _swapped,
    "shortened": _shortened,
    "letters": _letters,
    "body": _body,
}
NAME_POST: Kinds = {
    "other-post": _other_post,
    "deputy": _deputy,
    "post-added": _post_added,
    "stranger": _stranger,
    "stranger-added": _stranger_added,
}
