"""The rule variant: a phrase that is said several times, and once almost so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.checks.rules.phrases.repeated_phrases import Variant

_AROUND = 12  # characters around a variant in which another rule may have found a wrong form of the phrase


@rule("variant", severity="warning")
def variant(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A phrase that the speech has three times or more, and once with another word or in another order.

    It may be a slip, or another thing may be meant; so it is a warning. The words around must be the same: at least two
    characters on both sides of another character, three before another last word, or the same words in another order.
    Fewer are enough for a name that stands alone, for a character that looks or sounds like the right one, and in what
    the speech is about, which it has once in a thousand characters. A name in quotation marks need only be said twice.
    Not reported are numbers, levels and pairs of opposites (全省 and 全市, 收入 and 支出), function words, what has two
    other forms, names in the unit file, and wrong forms that fixed-phrase knows. Generated speeches are not checked,
    because their template has the words.

    Finds:
        建设全国知名的康养胜地。¶打造全国知名的康养胜地。¶叫响全国知名的康养胜地。¶我们要把国内知名的康养胜地建好。
        开展清廉机关创建活动。清廉机关创建活动有成效。深化清廉机关创建活动。抓好清廉机关创优活动。
        深入推进“一窗通办、全程代办”。“一窗通办、全程代办”效果好。坚持“一窗通办、全程代办”。深化“一窗代办、全程通办”。
        评估专家组来了。评估专家组座谈。评估专家组反馈了意见。评估检查组走了。
        “广场上的读书课”开讲。参加“广场上的读书课”。“球场上的读书课”很好。
    Leaves alone:
        全省经济工作会议要求。全省经济工作会议提出。全省经济工作会议强调。全市经济工作会议部署。
        开展清廉机关创建活动。清廉机关创建活动有成效。抓好清廉机关创优活动。
        抓好项目建设工作。推进项目建设工作。做好项目建设工作。抓好项目建设的工作。
    """
    if any(run.source.path for run in draft.speech.runs()):
        return
    from speechgen.checks.rules.phrases.finder import phrase_finder
    from speechgen.checks.rules.phrases.quoted_names import variants_of_quoted_names
    from speechgen.checks.rules.phrases.repeated_phrases import variants

    finder = phrase_finder(facts.phrases)
    reported = list(variants(draft.text))
    quoted = (each for each in variants_of_quoted_names(draft.text) if not any(_overlap(each, r) for r in reported))
    for found in sorted([*reported, *quoted]):
        around = draft.text[max(0, found.start - _AROUND) : found.end + _AROUND]
        if not facts.is_in_name(draft.text, found.first, found.last) and next(finder.find(around), None) is None:
            yield _finding(draft.text, found)


def _overlap(one: Variant, other: Variant) -> bool:
    return one.start < other.end and other.start < one.end


def _finding(text: str, found: Variant) -> Finding:
    written = text[found.start : found.end]
    message = translated(
        "{written} is {phrase} elsewhere, {times} times", written=written, phrase=found.phrase, times=found.times
    )
    return Finding(
        found.start,
        found.end,
        message,
        translated("write {phrase}, unless another thing is meant", phrase=found.phrase),
    )
