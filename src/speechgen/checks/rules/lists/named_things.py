"""Things that are named one by one, with their number after them: 青石镇、白水镇、柳林乡三个乡镇."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.lists.number_phrases import NUMBER, SET_PHRASES, number_of
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import word_list
from speechgen.messages import translated

_MEASURES = "个家名位所项条"
_NAMED = PatternWithinSentence(
    lazily(
        rf"(?P<names>(?:[^、，。；：:？！“”（）的\s]{{2,14}}、){{2,}}[^、，。；：:？！“”（）的\s]{{2,14}}?)(?P<more>等)?"
        rf"(?P<number>{NUMBER})(?P<measure>[大类]?[{_MEASURES}]|大)(?!一体)(?=[\u4e00-\u9fff]{{2}})"
    ),
    ["、"],
)
_AND = lazily("[和与及]")
_IN_LONGER_LIST = lazily("、[^、。；：:]*[，；]?$")  # 学习教育、听取意见，查摆问题、… three stages in pairs
_PERSON = lazily("[\u4e00-\u9fff]{2,3}(?:同志|老师|同学)?")
_ENDS_NAMES = frozenset("第每各这那上下前后共计达近约超")  # before a number that counts something else
_FARTHEST = 2  # a larger difference is no slip: only some of the things are named


def miscounted_names(draft: Draft) -> Iterator[Finding]:
    """Numbers that differ from the number of things named right before them."""
    for found in _NAMED.finditer(draft.text):
        names, at = found["names"].split("、"), found.start("number")
        before = draft.text[draft.passage(found.start()).start : found.start()]
        counts_other = names[-1][-1] in _ENDS_NAMES or draft.text.startswith(word_list(SET_PHRASES), at)
        if counts_other or _IN_LONGER_LIST.search(before):
            continue
        number, joined = number_of(found["number"]), len(_AND.findall(found["names"]))
        # 甲、乙和丙 are three names, but 甲、乙和丙办公室 may be two.
        counts = {len(names), len(names) + joined, len(names) + len(_AND.findall(names[-1]))}
        if found["more"]:
            is_wrong = number < min(counts)
        else:
            is_wrong = number not in counts and min(abs(number - count) for count in counts) <= _FARTHEST
        if is_wrong:
            end = found.end() + 2  # with its noun: 三个乡镇
            words = draft.text[at:end]
            are_people = found["measure"] in "位名" and all(_PERSON.fullmatch(name) for name in names[1:])
            yield Finding(
                at,
                end,
                translated(
                    "{words} follows {number} names: {names}", words=words, number=len(names), names="、".join(names)
                ),
                translated("correct the number, or the names"),
                severity=None if are_people else "warning",
            )
