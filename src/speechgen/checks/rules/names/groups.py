"""Inspection groups: 市委第四督导组 has the level 市委, the number 4 and the task 督导."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Draft
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import word_set

# Tasks of inspection groups. The words before the number (主题教育 in 主题教育第三巡回督导组) are not compared.
_TASKS = "督导|巡察|巡视|指导|考核|督查|检查|督察|考察|调研|核查"
_MODE = "巡回|驻点|专项|综合|联合|常规|工作|派驻"
_NAME = lazily(f"(?:{_TASKS})组")
_NUMBER = lazily(rf"第([一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?:{_MODE})?$")
_NO_NUMBER = lazily(f"(?:{_MODE})?$")
_LEVEL = lazily(
    r".*(?P<level>中央|省委|市委|县委|区委|省政府|市政府|县政府|区政府|自治区党委)(?:(?![和与及同向对由在的])[\u4e00-\u9fff“”·]){0,12}$",
    re.DOTALL,
)


# In a list, or of an earlier year, a group is another one; so is one that somebody set up.
_LISTED_AFTER = lazily(
    rf"(?:组长)?[、和与及同](?:[\u4e00-\u9fff]{{2,8}})?第?[一二三四五六七八九十\d]{{0,3}}(?:{_TASKS})组"
)
_LISTED_BEFORE = lazily(rf"(?:第[一二三四五六七八九十\d]{{1,3}}|(?:{_TASKS})组)[、和与及](?:[\u4e00-\u9fff]{{2,8}})?$")
_OTHERS_BEFORE = lazily(
    "(?:成立了?|组建了?|组成了?|派出了?|派驻|抽调|抽派|设立了?|建立了?|分成|各|个|多个|专项|内部|、|和|与|及|同|配合|迎接|接受|该|等)$"
)
_IN_NAME = lazily("[\u4e00-\u9fff](?<![的对向被由请在为把让是了])")
_AUTHOR_GROUP = lazily(r"([\u4e00-\u9fff]{4,16}第(?:[一二三四五六七八九十]{1,3}|\d{1,2})组)副?组长")
_OFFICES = frozenset("部厅局委")
_LEAST_SAME = 4  # characters of a group's name that are the same, besides its place
_ORDINAL = lazily(r"第(?:[一二三四五六七八九十]{1,3}|\d{1,2})")


class Group(NamedTuple):
    """A group named in a text, with the post that follows it; missing parts are empty or 0."""

    start: int
    end: int
    level: str
    number: int
    task: str
    post: str

    def moved(self, by: int) -> Group:
        """The same group, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    def words(self, text: str) -> str:
        """The words of its name."""
        return text[self.start : self.end]


@within_sentence
def groups_in(text: str) -> Iterator[Group]:
    """Yield each group that a text names."""
    for found in _NAME.finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        number = _NUMBER.search(before)
        head = before[: number.start()] if number else _NO_NUMBER.sub("", before)
        level = _LEVEL.search(head)
        post = re.match("副?组长", text[found.end() : found.end() + 3])
        start = (
            found.start() - len(before) + (level.start("level") if level else number.start() if number else len(head))
        )
        counted = number[1] if number else ""
        yield Group(
            start,
            found.end() + (len(post[0]) if post else 0),
            level["level"] if level else "",
            (int(counted) if counted.isdigit() else read_numeral(counted) or 0) if counted else 0,
            found[0],
            post[0] if post else "",
        )


def own_group(draft: Draft, facts: Facts) -> Group | None:
    """The speaker's group from the unit file or, without one, from the author's line."""
    for name in facts.group:
        for group in groups_in(name):
            return group._replace(post=facts.author.posts[-1] if facts.author and facts.author.posts else "")
    heads = [passage for passage in draft.passages[:8] if passage.kind == "author"]
    for passage in reversed(heads):
        for group in groups_in(passage.text):
            if "的" not in passage.text[: group.start] and "在" not in passage.text:
                return group
    return None


def numbered_groups_of_author(draft: Draft) -> Iterator[str]:
    """市综合考核第三组 in the author's line: a name that `groups_in` does not find, as its task is not at the end."""
    for passage in draft.passages[:8]:
        found = _AUTHOR_GROUP.search(passage.text) if passage.kind == "author" else None
        if found:
            yield found[1]


def is_of_others(text: str, group: Group) -> bool:
    """Whether a group is one of several that are listed: 第二巡视组、第六巡视组."""
    before = text[max(0, group.start - 14) : group.start]
    return bool(_LISTED_BEFORE.search(before) or _LISTED_AFTER.match(text, group.end))


def bare_groups_of_other_tasks(text: str, own: Group) -> Iterator[tuple[int, int]]:
    """巡察组 for 巡视组: without number and level, once, in a speech that has no other word of this task."""
    for group in groups_in(text):
        task = group.task.removesuffix("组")
        is_bare = not group.number and not group.level and group.task != own.task and not group.post
        if not is_bare or text.count(task) > 1 or own.task.endswith(group.task) or group.task.endswith(own.task):
            continue
        if (
            text.count(own.task.removesuffix("组")) > 2
            and not _OTHERS_BEFORE.search(text[max(0, group.start - 4) : group.start])
            and not _IN_NAME.match(text[max(0, group.start - 1) : group.start])
        ):
            yield group.start, group.end


def variants_of(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a text has a group's name with another number or task, if `groups_in` cannot parse that name."""
    number = _ORDINAL.search(name)
    if number and not any(group.number for group in groups_in(name)):
        before, after = name[: number.start()], name[number.end() :]
        for found in _ORDINAL.finditer(text):
            has_same_words = text.endswith(before, 0, found.start()) and text.startswith(after, found.end())
            if has_same_words and found[0] != number[0]:
                yield found.start() - len(before), found.end() + len(after)
    yield from _of_other_places(text, name)
    task = next((task for task in _TASKS.split("|") if name.endswith(f"{task}组")), "")
    stem = name.removesuffix(f"{task}组") if task and not number else ""
    at = text.find(stem) if len(stem) > 1 else -1
    while at >= 0:
        other = _NAME.match(text, at + len(stem))
        if other and other[0] != f"{task}组":
            yield at, other.end()
        at = text.find(stem, at + 1)


def _of_other_places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """全国扫黑办广东特派督导组 for 全国扫黑办广西特派督导组, 教育厅评估专家组 for 教育部评估专家组."""
    places = word_set("names/places")
    at, size = next(
        ((at, size) for at in range(len(name)) for size in (4, 3, 2) if name[at : at + size] in places), (0, 0)
    )
    for before, part, after in ((name[:at], name[at : at + size], name[at + size :]), *_around_offices(name)):
        end = text.find(after) if part and len(before + after) > _LEAST_SAME else -1
        while end >= 0:
            sizes = (4, 3, 2) if len(part) > 1 else (1,)
            for other in (text[end - each : end] for each in sizes if end >= each):
                is_other = other != part and (other in places if len(part) > 1 else other in _OFFICES)
                if is_other and text.endswith(before, 0, end - len(other)):
                    yield end - len(before) - len(other), end + len(after)
                    break
            end = text.find(after, end + 1)


def _around_offices(name: str) -> Iterator[tuple[str, str, str]]:
    """教育, 部 and 评估专家组 of 教育部评估专家组."""
    for at in range(2, len(name) - 3):
        if name[at] in _OFFICES:
            yield name[:at], name[at], name[at + 1 :]
