"""The rule name-post: people and their posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from speechgen.checks.facts import Facts, Person
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.own_unit import OwnUnit, own_unit
from speechgen.checks.rules.names.persons import PersonMention, Post, parse_posts, person_mentions
from speechgen.checks.rules.names.post_comparison import (
    is_head_post,
    is_of_group,
    is_own_post,
    is_same_organisation,
    is_same_post,
    without_deputy,
)
from speechgen.checks.rules.names.typos import typos
from speechgen.messages import translated
from speechgen.reading import path_for_people

_MAX_POSTS = 200  # posts that are compared; a speech names a dozen


class _KnownPost(NamedTuple):
    """A person's post, from the unit file (`is_given`) or from earlier in the speech."""

    name: str
    post: Post
    source: str
    is_given: bool


@rule("name-post")
def name_post(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """One person with two posts, or two people in one post.

    The head is 局长 in the unit file but 副局长 in the speech; or 局长陈志远 becomes 局长李明 further down. The speech
    is compared with the unit file and with itself, and the unit file with itself: its head and the host of the meeting
    may be one person with two spellings. Not reported are shorter forms of a post (党组书记 for 局党组书记、局长),
    deputies and members, of whom there may be several, and the heads of other organisations. A post that a speech names
    once, and the unit file does not, cannot be compared.

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
        _KnownPost(person.name, _with_group(post, person, facts), path_for_people(person.path), True)
        for person in facts.people
        for post in parse_posts(person.posts)
    ]
    yield from _two_in_the_file(known, {path_for_people(person.path): person for person in facts.people}, own)
    for mention in person_mentions(draft.text, tuple(person.name for person in facts.people if len(person.name) > 1)):
        posts = [post for post in mention.posts if not post.is_past]
        finding = _two_posts(mention, posts, known, own) or _two_people(draft, mention, posts, known, own)
        if finding:
            yield finding
        elif mention.is_certain and len(known) < _MAX_POSTS:
            above = [_KnownPost(mention.name, post, translated("an earlier sentence"), False) for post in posts]
            known += [each for each in above if each not in known]


def _two_in_the_file(known: list[_KnownPost], people: Mapping[str, Person], own: OwnUnit | None) -> Iterator[Finding]:
    """Two people with the same post in the unit file; an error if their names differ by one typo."""
    reported: set[tuple[str, str]] = set()
    for number, one in enumerate(known):
        for other in known[:number]:
            pair = (one.source, other.source)
            if one.name == other.name or pair in reported or not is_same_post(one.post, other.post, own):
                continue
            reported.add(pair)
            is_typo = len(one.name) == len(other.name) and any(typos(one.name, other.name))
            message = translated(
                "{post} is {other} in {other_source}, but {name} in {source}",
                post=one.post.words,
                other=other.name,
                other_source=other.source,
                name=one.name,
                source=one.source,
            )
            fix = translated("correct the name or the post")
            place = people[one.source].place
            yield Finding(0, 0, message, fix, severity=None if is_typo else "warning", place=place)


def _with_group(post: Post, person: Person, facts: Facts) -> Post:
    """The leader's post with the group's name: 市委第四督导组组长 for 组长."""
    is_leader = person.path.startswith("group.") and not post.organisation and facts.group
    return post._replace(organisation=facts.group[0]) if is_leader else post


def _two_posts(
    mention: PersonMention, posts: list[Post], known: list[_KnownPost], own: OwnUnit | None
) -> Finding | None:
    """The finding if the person already has another post."""
    has = [each for each in known if each.name == mention.name]
    for post in posts if has else ():
        at_the_body = [each for each in has if is_same_organisation(each.post, post, own)]
        if any(each.post.rank == post.rank for each in at_the_body):
            continue
        other = next(
            (each for each in at_the_body if without_deputy(each.post.rank) == without_deputy(post.rank)), None
        )  # 局长, 副局长
        is_elsewhere = _may_be_second_post(mention, [post], has, own) and not post.organisation
        if (
            other is None
            and not is_elsewhere
            and any(each.name != mention.name and is_same_post(each.post, post, own) for each in known)
        ):
            other = has[0]  # somebody else has the post
        if other is not None:
            return _other_post_finding(mention, post, [other], is_certain=mention.is_certain)
    ranks = {each.post.rank for each in has}
    others = [post for post in posts if post.rank not in ranks]
    if _may_be_second_post(mention, others, has, own):
        return None
    is_all = len(others) == len(posts) or len(posts) == len(ranks) > 1
    return (
        _other_post_finding(mention, others[0], has, is_certain=False)
        if others and is_all and has and has[0].is_given
        else None
    )


def _may_be_second_post(mention: PersonMention, posts: list[Post], has: list[_KnownPost], own: OwnUnit | None) -> bool:
    """Whether posts may be held besides those in a group, or in a group besides others: 白志伟书记, 组长陈志远.

    Whoever leads a group comes from another office: 以县人事局副局长白志伟同志为组长的检查组.
    """
    is_leader = all(is_of_group(each.post) for each in has)
    if is_leader:
        is_of_others = all(post.organisation and not is_own_post(post, own) for post in posts)
        return (not mention.is_certain or is_of_others) and not any(is_of_group(post) for post in posts)
    return bool(posts) and all(is_of_group(post) for post in posts) and not any(is_of_group(each.post) for each in has)


def _two_people(
    draft: Draft, mention: PersonMention, posts: list[Post], known: list[_KnownPost], own: OwnUnit | None
) -> Finding | None:
    """The finding if another person already has the post."""
    for post in posts:
        if any(each.name == mention.name and each.post.rank == post.rank for each in known):
            continue
        if post.rank in ("书记", "组长") and not post.organisation and not mention.is_certain:
            continue  # 廖俊波书记 may be of another place
        other = next((each for each in known if is_same_post(each.post, post, own)), None)
        if other is not None:
            is_typo = any(typos(draft.text[max(0, mention.start - 1) : mention.end + 2], other.name))
            return None if is_typo or "某" in mention.name else _other_person_finding(mention, post, other, own)
    return None


def _other_post_finding(mention: PersonMention, post: Post, has: list[_KnownPost], *, is_certain: bool) -> Finding:
    known_posts = "、".join(each.post.words for each in has)
    message = translated(
        "{name} is {posts} in {source}, but {post} here",
        name=mention.name,
        posts=known_posts,
        source=has[0].source,
        post=post.rank,
    )
    fix = translated("correct the post or the name")
    return Finding(mention.start, mention.end, message, fix, severity=None if is_certain else "warning")


def _other_person_finding(mention: PersonMention, post: Post, other: _KnownPost, own: OwnUnit | None) -> Finding:
    is_the_units = is_own_post(post, own) or is_head_post(post, own)
    is_certain = mention.is_certain and (
        is_the_units or (other.is_given and bool(post.organisation) and not post.organisation.endswith("办公室"))
    )
    message = translated(
        "{post} is {other} in {source}, but {name} here",
        post=post.words,
        other=other.name,
        source=other.source,
        name=mention.name,
    )
    fix = translated("correct the name or the post")
    return Finding(mention.start, mention.end, message, fix, severity=None if is_certain else "warning")
