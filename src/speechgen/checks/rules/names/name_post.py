"""Persons and their posts: one person with two posts, two persons in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from speechgen.checks.facts import Facts, Person
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.own import Own, own_unit
from speechgen.checks.rules.names.persons import Naming, Post, namings, parsed_posts
from speechgen.checks.rules.names.posts import is_head, is_one_body, is_one_post, is_own, plain
from speechgen.checks.rules.names.slips import slips

_MOST = 200  # persons with posts; a speech names a dozen


class _Known(NamedTuple):
    """A post that somebody has, and who says so: the file (`is_given`), or the speech earlier."""

    name: str
    post: Post
    source: str
    is_given: bool


@rule("name-post")
def name_post(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """One person with two posts, or two persons in one.

    The head is 局长 in the file, and 副局长 in the speech; 局长陈志远 has become 局长李明 further down. Without a unit
    file the speech is compared with itself, and the file with itself: its head and the host of the meeting may well be
    one person with two spellings. A shorter form of a post agrees with the longer one (党组书记 and
    局党组书记、局长), deputies and members may be many, and the heads of other bodies are other posts.

    Facts:
        unit: {name: 市水务局, short: 市水务局, head: {post: 局党组书记、局长, name: 陈志远}}
        people: [{name: 李明, post: 副局长}]
    Finds:
        刚才，副局长陈志远同志作了总结。
        局长王建国同志带头讲党课。
    Leaves alone:
        局长陈志远同志和副局长李明同志、副局长王建国同志都发了言。
        党组书记陈志远同志带头，市委书记高志强同志也来了。
    """
    own = own_unit(draft, facts)
    known = [
        _Known(person.name, _of_the_group(post, person, facts), person.path, True)
        for person in facts.people
        for post in parsed_posts(person.posts)
    ]
    yield from _two_in_the_file(known, {person.path: person for person in facts.people}, own)
    for naming in namings(draft.text, tuple(person.name for person in facts.people if len(person.name) > 1)):
        posts = [post for post in naming.posts if not post.past]
        finding = _two_posts(naming, posts, known, own) or _two_persons(draft, naming, posts, known, own)
        if finding:
            yield finding
        elif naming.sure and len(known) < _MOST:
            above = [_Known(naming.name, post, f"{post.words}{naming.name} above", False) for post in posts]
            known += [each for each in above if each not in known]


def _two_in_the_file(known: list[_Known], people: Mapping[str, Person], own: Own | None) -> Iterator[Finding]:
    """Two names for one post in the file: where they are almost the same, one of them is wrong."""
    told: set[tuple[str, str]] = set()
    for number, one in enumerate(known):
        for other in known[:number]:
            pair = (one.source, other.source)
            if one.name == other.name or pair in told or not is_one_post(one.post, other.post, own):
                continue
            told.add(pair)
            is_slip = len(one.name) == len(other.name) and any(slips(one.name, other.name))
            message = f"{one.post.words} is {other.name} at {other.source}, and {one.name} at {one.source}"
            fix = "correct the name, or the post"
            place = people[one.source].place
            yield Finding(0, 0, message, fix, severity=None if is_slip else "warning", place=place)


def _of_the_group(post: Post, person: Person, facts: Facts) -> Post:
    """组长 of the group's leader is 市委第四督导组组长."""
    is_leader = person.path.startswith("group.") and not post.body and facts.group
    return post._replace(body=facts.group[0]) if is_leader else post


def _two_posts(naming: Naming, posts: list[Post], known: list[_Known], own: Own | None) -> Finding | None:
    """The person has another post already."""
    has = [each for each in known if each.name == naming.name]
    for post in posts if has else ():
        at_the_body = [each for each in has if is_one_body(each.post, post, own)]
        if any(each.post.rank == post.rank for each in at_the_body):
            continue
        other = next((each for each in at_the_body if plain(each.post.rank) == plain(post.rank)), None)  # 局长, 副局长
        if other is None and any(each.name != naming.name and is_one_post(each.post, post, own) for each in known):
            other = has[0]  # somebody else has the post
        if other is not None:
            return _other_post(naming, post, [other], is_sure=naming.sure)
    ranks = {each.post.rank for each in has}
    others = [post for post in posts if post.rank not in ranks]
    is_all = len(others) == len(posts) or len(posts) == len(ranks) > 1
    return _other_post(naming, others[0], has, is_sure=False) if others and is_all and has and has[0].is_given else None


def _two_persons(
    draft: Draft, naming: Naming, posts: list[Post], known: list[_Known], own: Own | None
) -> Finding | None:
    """Somebody else has the post already."""
    for post in posts:
        if any(each.name == naming.name and each.post.rank == post.rank for each in known):
            continue
        if post.rank in ("书记", "组长") and not post.body and not naming.sure:
            continue  # 廖俊波书记, of somewhere else
        other = next((each for each in known if is_one_post(each.post, post, own)), None)
        if other is not None:
            is_slip = any(slips(draft.text[max(0, naming.start - 1) : naming.end + 2], other.name))
            return None if is_slip or "某" in naming.name else _other_person(naming, post, other, own)
    return None


def _other_post(naming: Naming, post: Post, has: list[_Known], *, is_sure: bool) -> Finding:
    said = "、".join(each.post.words for each in has)
    message = f"{naming.name} is {said}, as {has[0].source} has it, and {post.rank} here"
    fix = "correct the post, or the name"
    return Finding(naming.start, naming.end, message, fix, severity=None if is_sure else "warning")


def _other_person(naming: Naming, post: Post, other: _Known, own: Own | None) -> Finding:
    is_the_units = is_own(post, own) or is_head(post, own)
    is_sure = naming.sure and (
        is_the_units or (other.is_given and bool(post.body) and not post.body.endswith("办公室"))
    )
    message = f"{post.words} is {other.name}, as {other.source} has it, and {naming.name} here"
    fix = "correct the name, or the post"
    return Finding(naming.start, naming.end, message, fix, severity=None if is_sure else "warning")
