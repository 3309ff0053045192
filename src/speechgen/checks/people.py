"""Persons and their posts: one person with two posts, two persons in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.facts import Facts, Person
from speechgen.checks.organs import PREFIXES, organ_of
from speechgen.checks.own import Own, own_unit
from speechgen.checks.persons import Naming, Post, namings, parsed_posts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.slips import slips

# Posts that one person has at each body.
_SINGLE = frozenset(
    "第一书记 书记 局长 镇长 乡长 县长 区长 市长 省长 厅长 部长 院长 校长 园长 主任 组长 董事长 总经理 检察长 行长 会长 理事长 主席 秘书长 州长 台长 社长 总裁 村长".split()
)
# The post that the head of a unit of a kind has: 局长 alone is this bureau's.
_HEAD_OF = {
    "局": ("局长",),
    "厅": ("厅长",),
    "委": ("主任",),
    "镇": ("镇长",),
    "乡": ("乡长",),
    "县": ("县长",),
    "区": ("区长",),
    "市": ("市长",),
    "医院": ("院长",),
    "法院": ("院长",),
    "检察院": ("检察长",),
    "学校": ("校长",),
    "大学": ("校长", "院长"),
    "企业": ("董事长", "总经理"),
    "园区": (),
    "街道": (),
    "社区": (),
    "团体": ("会长",),
    "院": ("院长",),
}
_MOST = 200  # persons with posts; a speech names a dozen
_GROUP = re.compile("(?:督导|巡察|巡视|指导|考核|督查|检查|监察)(?:第[一二三四五六七八九十]+)?组$")
# Of these there are many, and each has its head: 村党支部, 办公室, 科室.
_OF_MANY = re.compile(
    r"(?:村|镇|乡|社区|街道|车间|科室|班组|支部|庭室|企业|学校|各?级)?(?:党委|党组|党支部|党总支|支部)?|[村镇乡].{0,3}"
)
_VICE = re.compile("^(?:常务|第一)?副|^代理|^代")


class _Known(NamedTuple):
    """A post that somebody has, and who says so: the file, or the speech earlier."""

    name: str
    post: Post
    source: str


@rule("name-post")
def name_post(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """One person with two posts, or two persons in one.

    The head is 局长 in the file, and 副局长 in the speech; 局长陈志远 has become 局长李明 further down. Without a unit file the
    speech is compared with itself. A shorter form of a post agrees with the longer one (党组书记 and 局党组书记、局长), deputies
    and members may be many, and the heads of other bodies are other posts.

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
        _Known(person.name, _of_the_group(post, person, facts), f"{person.path} in the unit file")
        for person in facts.people
        for post in parsed_posts(person.posts)
    ]
    names = [person.name for person in facts.people if len(person.name) > 1]
    for naming in namings(draft.text, tuple(names)):
        posts = [post for post in naming.posts if not post.past]
        finding = _two_posts(naming, posts, known, own) or _two_persons(draft, naming, posts, known, own)
        if finding:
            yield finding
        elif naming.sure and len(known) < _MOST:
            above = [_Known(naming.name, post, f"{post.body}{post.rank}{naming.name} above") for post in posts]
            known += [each for each in above if each not in known]


def _of_the_group(post: Post, person: Person, facts: Facts) -> Post:
    """组长 of the group's leader is 市委第四督导组组长."""
    is_leader = person.path.startswith("group.") and not post.body and facts.group
    return post._replace(body=facts.group[0]) if is_leader else post


def _two_posts(naming: Naming, posts: list[Post], known: list[_Known], own: Own | None) -> Finding | None:
    """The person has another post already."""
    has = [each for each in known if each.name == naming.name]
    for post in posts:
        same_body = [each for each in has if _is_one_body(each.post.body, post.body, own)]
        if not has or any(each.post.rank == post.rank for each in same_body):
            continue
        for each in same_body:
            if _plain(each.post.rank) == _plain(post.rank):  # 局长 and 副局长
                return _finding(
                    naming,
                    post,
                    f"{naming.name} is {each.post.body}{each.post.rank}, as {each.source} has it",
                    is_sure=naming.sure,
                )
        is_other = any(other.name != naming.name and _is_one_post(other.post, post, own) for other in known)
        if is_other:
            first = has[0]
            return _finding(
                naming,
                post,
                f"{naming.name} is {first.post.body}{first.post.rank}, as {first.source} has it",
                is_sure=naming.sure,
            )
    ranks = {each.post.rank for each in has}
    others = [post for post in posts if post.rank not in ranks]
    if others and has and (len(others) == len(posts) or len(posts) == len(ranks) > 1) and "file" in has[0].source:
        said = "、".join(f"{each.post.body}{each.post.rank}" for each in has)
        return _finding(naming, others[0], f"{naming.name} is {said}, as {has[0].source} has it", is_sure=False)
    return None


def _two_persons(
    draft: Draft, naming: Naming, posts: list[Post], known: list[_Known], own: Own | None
) -> Finding | None:
    """Somebody else has the post already."""
    for post in posts:
        for each in known:
            has_it_too = any(other.name == naming.name and other.post.rank == post.rank for other in known)
            if each.name == naming.name or has_it_too or not _is_one_post(each.post, post, own):
                continue
            if post.rank == "书记" and not post.body and not naming.sure:
                continue  # 廖俊波书记, of somewhere else
            if any(slips(draft.text[naming.start - 1 : naming.end + 2], each.name)) or "某" in naming.name:
                return None  # near-name tells of it
            is_ours = _whose(post.body, own) == "own" or post.rank in _HEAD_OF.get(own.kind if own else "", ())
            is_sure = naming.sure and (
                is_ours or ("file" in each.source and bool(post.body) and not post.body.endswith(("办公室", "科")))
            )
            message = f"{post.body}{post.rank} is {each.name}, as {each.source} has it, and {naming.name} here"
            return Finding(
                naming.start,
                naming.end,
                message,
                "correct the name, or the post",
                severity=None if is_sure else "warning",
            )
    return None


def _finding(naming: Naming, post: Post, message: str, *, is_sure: bool) -> Finding:
    mend = "correct the post, or the name"
    return Finding(
        naming.start, naming.end, f"{message}, and {post.rank} here", mend, severity=None if is_sure else "warning"
    )


def _plain(rank: str) -> str:
    return _VICE.sub("", rank)


def _is_one_post(one: Post, other: Post, own: Own | None) -> bool:
    """Whether only one person can have both posts: 局长 and 市水务局局长, 局党组书记 and 党组书记."""
    if one.past or other.past or one.rank != other.rank or one.rank not in _SINGLE:
        return False
    ours, theirs = _whose(one.body, own), _whose(other.body, own)
    if one.rank == "组长" and (not ours or not theirs):
        return bool(_GROUP.search(ours or theirs))
    if _GROUP.search(ours) and _GROUP.search(theirs):
        return ours.endswith(theirs) or theirs.endswith(ours)
    if len(ours) > 4 and len(theirs) > 4 and (ours.endswith(theirs) or theirs.endswith(ours)):  # 我们批评石梁镇党委
        return not _OF_MANY.fullmatch(min(ours, theirs, key=len))
    if ours != theirs and not (ours == "own" and theirs == "") and not (ours == "" and theirs == "own"):
        return False
    if ours not in ("own", "") and _OF_MANY.fullmatch(ours):
        return False
    if "" in (ours, theirs):
        return one.rank in _HEAD_OF.get(own.kind if own else "", ()) or (one.rank == "书记" and {ours, theirs} != {""})
    organ, other_organ = organ_of(one.body), organ_of(other.body)
    return not (organ and other_organ) or organ == other_organ


def _is_one_body(one: str, other: str, own: Own | None) -> bool:
    """Whether two posts may be of one body: one of them says none, or both say the same."""
    ours, theirs = _whose(one, own), _whose(other, own)
    return not ours or not theirs or ours == theirs or one.endswith(other) or other.endswith(one)


def _whose(body: str, own: Own | None) -> str:
    """own where a post's body is the unit's, as in 局党组, empty where it says none, or else the body's name."""
    rest = re.sub(r"(?:直属)?(?:机关)?(?:党组|党委|党工委|党总支|党支部|领导小组)$", "", body)
    if own is not None and (
        rest in PREFIXES.get(own.kind, ()) or own.is_called(rest) or any(rest.endswith(form) for form in own.forms)
    ):
        return "own" if "机关" not in body else body
    if not rest:
        return "" if not body else "own"
    return body
