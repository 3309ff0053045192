"""Numbers of lists that stand elsewhere: 六点经验 of the speaker before, where the unit file says how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.lists.number_phrases import NUMBER, number_of

# 总结的六点经验, 归纳出“六条基本经验”
_TOLD = re.compile(
    r"(?:“|(?:总结|归纳|概括|提出|讲|谈|说|部署|介绍|强调|阐述|安排)[^。，；：！？\s\d]{0,12}?)"
    rf"(?<![第每两几零一二三四五六七八九十百\d])(?P<number>{NUMBER})(?P<measure>[点条项个])(?P<noun>[\u4e00-\u9fff]{{2,4}})"
)
_SUPERIOR = re.compile(r"总书记|中央|主席|大会")
_SUPERIOR_TITLE = re.compile(r"讲话|总书记|中央")


def quoted_counts(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Numbers that are not those of the unit file. Which one is meant is told by its title: 总结里讲了几点经验."""
    for found in _TOLD.finditer(draft.text):
        at = found.start("number")
        begin = max(draft.text.rfind(mark, 0, at) for mark in "。\n") + 1
        meant = [path for path, title in facts.titles.items() if _is_meant(title, found, draft.text[begin:at])]
        numbers = {path: facts.numbers[path] for path in meant if path in facts.numbers}
        if len(numbers) == 1 and number_of(found["number"]) not in numbers.values():
            path, number = numbers.popitem()
            message = f"{found[0][at - found.start() :]} are {number} in the unit file ({path})"
            yield Finding(at, found.end("measure"), message, "correct the one or the other")


def _is_meant(title: str, found: re.Match[str], sentence: str) -> bool:
    """Whether a title, 讲话总结的基本经验有几条, is of the number: its measure word, its noun, and who has spoken."""
    noun = found["noun"]
    has_noun = noun[:2] in title or (len(noun) > 3 and noun[2:4] in title)
    is_same_speaker = bool(_SUPERIOR_TITLE.search(title)) is bool(_SUPERIOR.search(sentence))
    return f"几{found['measure']}" in title and has_noun and is_same_speaker
