"""The rule fixed-phrase: set phrases, names and words in a wrong form."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import CHINESE_AND_ENGLISH, Draft, Finding, rule
from speechgen.checks.rules.phrases.congress_names import congress_names
from speechgen.checks.rules.phrases.finder import phrase_finder
from speechgen.checks.rules.phrases.former_offices import former_offices
from speechgen.checks.rules.phrases.general_secretary import general_secretary
from speechgen.checks.rules.phrases.set_terms import sounding_like_set_terms
from speechgen.checks.rules.phrases.titles import titles
from speechgen.language import CHINESE
from speechgen.messages import translated


@rule("fixed-phrase", languages=CHINESE_AND_ENGLISH)
def fixed_phrase(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A set phrase, a name or a word in a wrong form.

    Finds terms of the Party with words dropped or exchanged, and with the verb of another (坚定“四个意识”); 习近平 with
    a 习 too many or too few; 二十大三中全会 and 第二十届全国代表大会; titles of 480 laws and Party rules in 《》; names
    of offices; and 2,600 words that are often mistyped. In 6,100 idioms, a character that sounds or looks like the
    right one is an error.

    Warnings: one of two words that stand together in 22,200 set terms is another that sounds the same (安全引患); words
    that may be right (合法权力); recommended forms (成份); titles with a word less; and offices that a reform has
    abolished more than a year before the meeting, if the unit file has its day.

    Not reported are names in the unit file. The tables name their sources; `check:` in speechgen.yaml adds phrases:
    `phrases: [{right: 清江先锋行动, wrong: [清江先峰行动], unless: [清江先峰行动队]}]`. Without `wrong`, all that is
    almost the phrase is reported; what is `right` is never reported.

    Finds:
        要深入学习习近平新时代特色社会主义思想。
        坚定“四个意识”、增强“四个自信”。
        认真学习近平总书记重要讲话，以习习近平同志为核心。
        党的二十大三中全会和中国共产党第二十届全国代表大会。
        按照《中国共产党纪律处份条例》《党政领导干部选拔任用条例》办事。
        人力资源与社会保障局签定了责任书。
        既要严于律已，也要立说力行，做到持之以衡。
        从目前情况看，各种经济成份都有发展。
        要排查安全引患，改善生态环竞。
        We should of acted on this sooner.
    Leaves alone:
        要深入学习习近平新时代中国特色社会主义思想，学习习近平总书记重要讲话。
        增强“四个意识”、坚定“四个自信”、做到“两个维护”。
        党的二十届三中全会和中国共产党第二十次全国代表大会。
        按照《中国共产党纪律处分条例》《清江市信访条例》办事。
        彰显着为民情怀，成份股有涨有跌，附近平房多。
        企业间的竞争又是人才的竞争，应当适用新的规定。
        既要严于律己，也要立说立行，做到持之以恒。
    Fixes:
        既要严于律已，也要立说力行。 → 既要严于律己，也要立说立行。
        要学习近平总书记重要讲话。 → 要学习习近平总书记重要讲话。
        党的二十大三中全会。 → 党的二十届三中全会。
    """
    reported: list[tuple[int, int]] = []
    for finding in sorted(_all(draft, facts), key=lambda found: (found.start, -found.end)):
        if any(finding.start < end and finding.end > start for start, end in reported[-1:]):
            continue
        reported.append((finding.start, finding.end))
        yield finding


def _all(draft: Draft, facts: Facts) -> Iterator[Finding]:
    text = draft.text
    if draft.language != CHINESE:
        from speechgen.checks.rules.phrases.english_phrases import english_phrases

        yield from english_phrases(text)
        return
    for start, end, right, message, severity in phrase_finder(facts.phrases).find(text):
        if not _is_in_name(text, start, end, right, facts):
            yield Finding(
                start, end, message, translated("write {right}", right=right), None if severity else right, severity
            )
    for start, end, right in sounding_like_set_terms(text):
        if not _is_in_name(text, start, end, right, facts):
            message = translated(
                "{written} sounds like {right}, and may be meant as it", written=text[start:end], right=right
            )
            yield Finding(start, end, message, translated("write {right}", right=right), severity="warning")
    yield from general_secretary(text)
    yield from congress_names(text)
    for former in former_offices(text, facts.meeting):
        if not _is_in_name(text, former.start, former.end, "", facts):
            yield former
    yield from titles(text)


def _is_in_name(text: str, start: int, end: int, right: str, facts: Facts) -> bool:
    """Whether a name of the files would be another after the fix; 习近平 is in both forms of a phrase."""
    indexes = (facts.names, facts.others.index) if facts.others is not None else (facts.names,)
    names = {text[name.start : name.end] for index in indexes for name in index.around(text, start, end)}
    return any(name not in right for name in names)
