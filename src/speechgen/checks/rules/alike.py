"""Similar speeches, and identical metrics, across units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.messages import translated
from speechgen.template import wording_of

if TYPE_CHECKING:
    from speechgen.checks.common_sentences import CommonSentences
    from speechgen.checks.facts import Facts
    from speechgen.checks.similarity import SimilarSpeech

_MAX_QUOTED = 40  # characters
_QUOTED_SENTENCES = 2


@rule("alike", languages=EVERY_LANGUAGE)
def alike(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Speeches of two units with too much in common.

    Two things are measured; `alike:` under `check:` in speechgen.yaml sets their limits.

    `own_words`, 0.6 by default, is an error. The template's own text does not count: of a generated speech only the
    text from its unit file is compared, of an edited speech only what is not in the template. Speeches of one template
    usually have about 0.3 in common, copies 0.95.

    `sentences`, 0.75 by default, is a warning: what somebody who hears both speeches would notice. All sentences count,
    the template's too, but no headings, no forms of address and no very short sentences. Names of units and people,
    figures and dates may differ. Units that chose the same parts have about half of their sentences in common, with
    the same wordings nearly all. Which wordings a unit has depends on its name; `wordings:` in its file sets others. It
    is not reported for two speeches that have too many own words in common.

    All speeches of one run are compared: those of the whole workspace, or those named on the command line.

    Finds: a unit file that was copied from another one, with only the name and a few figures changed; two units with
    the same parts in the same wordings.

    Leaves alone: two units with the same parts, each with its own points and figures, and most parts in other wordings.
    """
    comparison = facts.comparison
    if comparison is not None and comparison.alike is not None:
        yield _own_words(draft, comparison.alike)
    if comparison is not None and comparison.sentences is not None:
        yield _sentences(draft, facts, comparison.sentences)


def _own_words(draft: Draft, similar: SimilarSpeech) -> Finding:
    at = max(draft.text.find(similar.passage.split("\n")[0]), 0)
    message = translated(
        "{share} of the text, without the template's, is the same as in {other}; "
        "the longest passage in common has {length} characters: {passage}",
        share=f"{similar.share:.0%}",
        other=similar.other,
        length=len(similar.passage),
        passage=_quoted(similar.passage),
    )
    return Finding(at, at + len(similar.passage), message, translated("rewrite the points and figures for this unit"))


def _sentences(draft: Draft, facts: Facts, common: CommonSentences) -> Finding:
    quoted = " / ".join(_quoted(draft.text[start:end]) for start, end in common.places[:_QUOTED_SENTENCES])
    message = translated(
        "{number} of {total} sentences are the same as in {other}, apart from names, figures and dates; "
        "the longest: {quoted}",
        number=len(common.places),
        total=common.total,
        other=common.other,
        quoted=quoted,
    )
    fix = translated("rewrite some of them in this speech")
    if facts.parts is not None:
        wordings = ", ".join(f"{name}: {number}" for name, number in _other_wordings(draft, facts, common).items())
        fix = (
            translated(
                "choose other wordings, such as wordings: {{{wordings}}}, or other parts, "
                "or write this unit's own text",
                wordings=wordings,
            )
            if wordings
            else translated("choose other parts, or write this unit's own text")
        )
    return Finding(*common.places[0], message, fix, severity="warning", place=facts.parts)


def _other_wordings(draft: Draft, facts: Facts, common: CommonSentences) -> dict[str, int]:
    """What `wordings:` may set, so that at most half of the sentences stay the same."""
    files = Counter(draft.run(start).source.template.file for start, _ in common.places)
    remaining, chosen = len(common.places), {}
    for file, sentences in files.most_common():
        name, number = wording_of(file)
        if name in facts.wordings and remaining > common.total / 2:
            chosen[name] = number % facts.wordings[name] + 1
            remaining -= sentences
    return chosen


def _quoted(words: str) -> str:
    words = words.strip()
    return words if len(words) <= _MAX_QUOTED else f"{words[:24]}…{words[-12:]}"


def same_metrics(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """All metrics of the unit file equal those of another: it was probably copied without changing them."""
    if facts.comparison and facts.comparison.same_metrics and facts.metrics:
        message = translated("all metrics are equal to those of {other}", other=facts.comparison.same_metrics)
        yield Finding(
            0, 0, message, translated("if the file was copied, enter this unit's figures"), place=facts.metrics[0].place
        )
