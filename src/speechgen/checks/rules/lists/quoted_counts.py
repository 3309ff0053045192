"""Numbers of items in other people's speeches, such as 六点经验, compared with the unit file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.lists.number_phrases import NUMBER, number_of
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.reading import path_for_people

# 总结的六点经验, 归纳出“六条基本经验”
_QUOTED = PatternWithinSentence(
    lazily(
        r"(?:“|(?:总结|归纳|概括|提出|讲|谈|说|部署|介绍|强调|阐述|安排)[^。，；：！？\s\d]{0,12}?)"
        rf"(?<![第每两几零一二三四五六七八九十百\d])(?P<number>{NUMBER})(?P<measure>[点条项个])(?P<noun>[\u4e00-\u9fff]{{2,4}})"
    )
)
_SUPERIOR = lazily(r"总书记|中央|主席|大会")
_SUPERIOR_TITLE = lazily(r"讲话|总书记|中央")


def quoted_counts(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Numbers that differ from the value in the unit file whose title matches: 总结里讲了几点经验."""
    for found in _QUOTED.finditer(draft.text):
        at = found.start("number")
        begin = max(draft.text.rfind(mark, 0, at) for mark in "。\n") + 1
        matching = [path for path, title in facts.titles.items() if _matches_title(title, found, draft.text[begin:at])]
        numbers = {path: facts.numbers[path] for path in matching if path in facts.numbers}
        if len(numbers) == 1 and number_of(found["number"]) not in numbers.values():
            path, number = numbers.popitem()
            message = translated(
                "{words} is {number} in the unit file ({path})",
                words=found[0][at - found.start() :],
                number=number,
                path=path_for_people(path),
            )
            yield Finding(at, found.end("measure"), message, translated("correct the speech or the unit file"))


def _matches_title(title: str, found: re.Match[str], sentence: str) -> bool:
    """Whether a title such as 讲话总结的基本经验有几条 matches the measure word, the noun and the speaker."""
    noun = found["noun"]
    has_noun = noun[:2] in title or (len(noun) > 3 and noun[2:4] in title)
    is_same_speaker = bool(_SUPERIOR_TITLE.search(title)) is bool(_SUPERIOR.search(sentence))
    return f"几{found['measure']}" in title and has_noun and is_same_speaker
