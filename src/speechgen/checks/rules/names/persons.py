"""Find the people named in a text: 局党组书记、局长梁文涛同志, 梁文涛同志, 梁文涛局长.

A name begins with a surname and is after a post, or before 同志 or a post. Its end is certain before 同志 or
punctuation, and likely before a word such as 在 or 带头.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from speechgen.checks.reach import Spot, within_sentence
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, characters, word_list, word_set

_RANKS = "names/ranks"
_SURNAMES = "names/surnames"
_COMPOUND = "names/compound_surnames"
_RARE = "names/rare_surnames"
_CHARACTERS = "names/characters_of_people"
# The last characters of the ranks; searching for these and looking the ranks up is faster than a pattern of all.
_AFTER_POST = lazily(lambda: rf"[{''.join(sorted({rank[-1] for rank in word_list(_RANKS)}))}][ \u3000）]*")
_BEFORE_POST = lazily("[记长任席理裁监授]")
_POST = lazily(
    lambda: (
        r"(?P<organisation>[\u4e00-\u9fff·]{0,18}?)(?:现任|新任|新)?"
        r"(?P<past>原|时任|前任|曾任|老)?(?P<deputy>(?:常务|第一)?副|代理|代)?"
        rf"(?P<rank>{'|'.join(sorted(word_list(_RANKS), key=len, reverse=True))})$"
    )
)
_MAX_POST_LENGTH = 26
_MAX_POSTS = 4
_SEPARATOR = lazily(r"[^\u4e00-\u9fff·“”]|兼")
_UP_TO = lazily(r".*(?:同志|[由请让和与及是的对向在为把被同跟从给就听了着])", re.DOTALL)
_SPACED = lazily(r"([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_CHINESE = lazily("[\u4e00-\u9fff]")
# A name ends before these: 程伯安教授主持.
_TITLES = ("同志", "教授", "院士", "老师", "先生", "女士", "研究员", "博士")
_NAME_MAY_FOLLOW = frozenset("由请让和与及是对向在同跟的听就为长记任组员邀派")


class Post(NamedTuple):
    """A post: 局党组书记 is the rank 书记 in the organisation 局党组. 副 is part of the rank; 原局长 `is_past`."""

    organisation: str
    rank: str
    is_past: bool = False

    @property
    def words(self) -> str:
        """The post in full."""
        return self.organisation + self.rank


class PersonMention(NamedTuple):
    """A person named at `start:end` of a text, with the posts before or after the name.

    `is_certain` if only a name can be there: before 同志, or between a post and punctuation.
    """

    start: int
    end: int
    name: str
    posts: tuple[Post, ...]
    is_certain: bool


@lru_cache(maxsize=8)
def person_mentions(text: str, known: tuple[str, ...] = ()) -> tuple[PersonMention, ...]:
    """The people whom a text names with a post or 同志, in order. `known` names need no further evidence."""
    found: list[PersonMention] = []
    taken: set[int] = set()
    for mention in (*_after_posts(text, known), *_before_comrade(text, known), *_before_posts(text, known)):
        if mention.start not in taken:
            found.append(mention)
            taken.update(range(mention.start, mention.end))
    return tuple(sorted(found))


def parse_posts(words: Collection[str]) -> tuple[Post, ...]:
    """The posts of a person in a unit file. An unknown post, such as 望火员, is a rank without an organisation."""
    return tuple(_post(found) if (found := _POST.search(each)) else Post("", each) for each in words)


@cache
def _first_characters() -> frozenset[str]:
    """The characters with which a name may begin."""
    return characters(_SURNAMES) | {name[0] for name in word_list(_COMPOUND)}


def _after_posts(text: str, known: Collection[str]) -> Iterator[PersonMention]:
    for post in _posts_before_surnames(text):
        end, is_certain = _name_after_post(text, post.end, known)
        if end:
            posts = _posts_before(text, post.start + 1)
            name = text[post.end : end].replace(" ", "").replace("\u3000", "")
            yield PersonMention(post.end, end, name, posts, is_certain)


@within_sentence
def _posts_before_surnames(text: str) -> Iterator[Spot]:
    """The last character of each post that a surname follows, with the spaces between them."""
    first = _first_characters()
    for post in _AFTER_POST.finditer(text):
        if text[post.end() : post.end() + 1] in first and _rank_before(text, post.start() + 1):
            yield Spot(*post.span())


def _before_comrade(text: str, known: Collection[str]) -> Iterator[PersonMention]:
    at = text.find("同志")
    while at >= 0:
        start = None if text.startswith("们", at + 2) else _name_before_comrade(text, at, known)
        if start is not None:
            yield PersonMention(start, at, text[start:at], (), True)
        at = text.find("同志", at + 1)


def _before_posts(text: str, known: Collection[str]) -> Iterator[PersonMention]:
    for rank_at, rank_end in _ranks(text):
        rank, end = text[rank_at:rank_end], rank_at
        deputy = next((words for words in ("常务副", "副") if text.endswith(words, 0, end)), "")
        start = _name_before_post(text, end - len(deputy), known)
        if start is not None:
            end -= len(deputy)
            yield PersonMention(start, end, text[start:end], (Post("", deputy + rank),), False)


@within_sentence
def _ranks(text: str) -> Iterator[Spot]:
    """Every rank that a name may be before."""
    for last in _BEFORE_POST.finditer(text):
        if rank := _rank_before(text, last.end()):
            yield Spot(last.end() - len(rank), last.end())


def _rank_before(text: str, end: int) -> str:
    """The longest rank that ends at `end`; empty if there is none."""
    return next((words for size in (4, 3, 2) if (words := text[max(0, end - size) : end]) in word_set(_RANKS)), "")


def _posts_before(text: str, end: int) -> tuple[Post, ...]:
    """The posts that end at `end`: 局党组书记 and 局长 in 局党组书记、局长."""
    posts: list[Post] = []
    while len(posts) < _MAX_POSTS:
        chunk = _SEPARATOR.split(text[max(0, end - _MAX_POST_LENGTH) : end])[-1]
        words = _UP_TO.sub("", chunk[:-2]) + chunk[-2:]
        found = _POST.search(words)
        if not found:
            break
        posts.insert(0, _post(found))
        if words != chunk:
            break  # another person's posts are before it: 局长李明同志和副局长
        end -= len(chunk) + 1
        if end < 0 or text[end] not in "、兼（":  # 副馆长（副主任）
            break
    return tuple(posts)


def _post(found: re.Match[str]) -> Post:
    return Post(found["organisation"], (found["deputy"] or "") + found["rank"], bool(found["past"]))


def _name_after_post(text: str, start: int, known: Collection[str]) -> tuple[int, bool]:
    """Where the name at `start` ends, 0 if there is no name, and whether that is certain."""
    for name in known:
        if text.startswith(name, start):
            return start + len(name), True
        spaced = _SPACED.match(text, start)
        if spaced and spaced[1] + spaced[2] == name:  # 王　琛 in the author's line
            return spaced.end(), True
    is_compound = text.startswith(word_list(_COMPOUND), start)
    long, short = (start + size for size in ((4, 3) if is_compound else (3, 2)))
    ends = [end for end in (long, short) if _is_name(text[start:end])]
    is_line = text[start - 1 : start] in (" ", "\u3000")  # 组长　高明, in the author's line
    is_rare = text[start] in characters(_RARE) and not is_line and not is_compound
    for end in ends:
        is_closed = not is_rare and not _CHINESE.match(text[end : end + 1])
        if is_closed or text.startswith(_TITLES, end):
            return end, True
    if is_rare or not (is_compound or text[start] in characters("names/common_surnames")):
        return 0, False
    end = _likely_end(text, long, short)
    return (end, False) if end in ends else (0, False)


def _likely_end(text: str, long: int, short: int) -> int:
    """Where a name ends, judged by the word after it: 李明 in 李明带头, 李为强 in 李为强带头; 0 if unclear."""
    after_short, after_long = text[short : short + 1], text[long : long + 1]
    known = character_groups(_CHARACTERS)
    after, after_and_in = known["after"], known["after_and_in"]
    if after_short in after and not (after_short in after_and_in and after_long in after):
        return short
    return long if after_long in after else 0


def _name_before_comrade(text: str, end: int, known: Collection[str]) -> int | None:
    for name in known:
        if text.endswith(name, 0, end):
            return end - len(name)
    for size in (4, 3, 2):
        start = end - size
        if start < 0 or not _is_name(text[start:end]):
            continue
        has_post = bool(_rank_before(text, start))
        is_clear = size == 3 and text[start + 1] not in characters(_SURNAMES)
        if has_post or (text[start] not in characters(_RARE) and (is_clear or _is_open(text, start))):
            return start
    return None


def _name_before_post(text: str, end: int, known: Collection[str]) -> int | None:
    for name in known:
        if text.endswith(name, 0, end):
            return end - len(name)
    start, not_before = end - 3, character_groups(_CHARACTERS)["never_before_post"]
    is_name = start >= 0 and text[start] not in characters(_RARE) and _is_name(text[start:end])
    return start if is_name and text[end - 1] not in not_before and _is_open(text, start) else None


def _is_open(text: str, start: int) -> bool:
    """Whether no other word ends right before the name."""
    before = text[max(0, start - 1) : start]
    return not _CHINESE.match(before) or before in _NAME_MAY_FOLLOW


def _is_name(words: str) -> bool:
    """Whether these characters can be a name: they begin with a surname and are not a common word."""
    is_compound = words.startswith(word_list(_COMPOUND))
    given = words[2 if is_compound else 1 :]
    is_surname = is_compound or words[:1] in characters(_SURNAMES)
    is_given = len(given) in (1, 2) and _CHINESE.match(words[1:2]) and _CHINESE.match(words[-1])
    known = character_groups(_CHARACTERS)
    is_word = words[:2] in word_set("names/not_names") or "同志" in words or words[-1:] in known["never_last"]
    return bool(is_surname and is_given and not is_word and known["never_in_names"].isdisjoint(words))
