"""Quotation marks, brackets and title marks that are unpaired in their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.punctuation.marks import finding, is_chinese
from speechgen.checks.rules.punctuation.pairs import CLOSER, STRAIGHT, Mark
from speechgen.messages import translated

_CLAUSE = {"“": "4.8.2", "‘": "4.8.2", "「": "4.8.2", "『": "4.8.2", "《": "4.15.2", "〈": "4.15.2"}
_BRACKET_CLAUSE = "4.9.2"
_NEAR = 40  # maximum distance in characters of two marks of which one has the wrong direction
_MAX_PARAGRAPHS = 8  # of one quotation


def unpaired_marks(draft: Draft, single: Sequence[tuple[Passage, Mark]]) -> Iterator[Finding]:
    """Report unpaired marks; two that are due to one mistake are reported as one."""
    reported: set[tuple[int, Mark]] = set()
    for (passage, mark), (other_passage, other) in pairwise(single):
        if (passage.start, mark) in reported or mark.kind != other.kind:
            continue
        if passage is other_passage:
            found = _one_mistake(passage, mark, other)
        else:
            found = _over_paragraphs(draft, passage, mark, other_passage, other)
        if found is not None:
            reported |= {(passage.start, mark), (other_passage.start, other)}
            yield from found
    for passage, mark in single:
        if (
            (passage.start, mark) not in reported
            and not _is_foreign(passage.text, mark)
            and not _continues(draft, passage, mark)
        ):
            yield _alone(passage, mark)


def _one_mistake(passage: Passage, mark: Mark, other: Mark) -> Sequence[Finding] | None:
    """The finding for overlapping pairs, a reversed pair, or a quotation mark in the wrong direction; or None."""
    is_near = other.at - mark.at <= _NEAR
    closer = CLOSER[mark.kind]
    if is_near and (mark.char in STRAIGHT or other.char in STRAIGHT):
        wrong, due = (mark, mark.kind) if mark.char in STRAIGHT else (other, closer)
        message, fix = (
            translated("{wrong} instead of {right}", wrong=wrong.char, right=due),
            translated("write {right}", right=due),
        )
    elif mark.opens and not other.opens:
        wrong, message, fix = (
            other,
            translated("{marks} overlaps another pair", marks=mark.kind + closer),
            translated("close the inner pair first"),
        )
    elif is_near and other.opens and not mark.opens:
        wrong, message, fix = (
            mark,
            translated("{first} and {second} are reversed", first=mark.char, second=other.char),
            translated("swap them"),
        )
    elif is_near and mark.opens == other.opens and mark.kind in "“‘":
        wrong, due = (other, closer) if mark.opens else (mark, mark.kind)
        message, fix = (
            translated("{wrong} instead of {right}", wrong=wrong.char, right=due),
            translated("write {right}", right=due),
        )
    else:
        return None
    at = passage.start + wrong.at
    return [finding(at, at + 1, message, _CLAUSE.get(mark.kind, _BRACKET_CLAUSE), fix)]


def _over_paragraphs(
    draft: Draft, passage: Passage, mark: Mark, other_passage: Passage, other: Mark
) -> Sequence[Finding] | None:
    """Findings for a pair that spans several paragraphs; None if it is not one.

    Each paragraph of a quotation begins with “ (4.8.3.5).
    """
    paragraphs = draft.number(other_passage.start) - draft.number(passage.start)
    if not mark.opens or other.opens or paragraphs > _MAX_PARAGRAPHS:
        return None
    if mark.kind not in "“‘":
        return []
    at = passage.start + mark.at
    message = translated(
        "the quotation has {number} paragraphs, but not all of them begin with {mark}",
        number=paragraphs + 1,
        mark=mark.char,
    )
    return [
        finding(
            at, at + 1, message, "4.8.3.5", translated("begin each with {mark}", mark=mark.char), severity="warning"
        )
    ]


def _is_foreign(text: str, mark: Mark) -> bool:
    """Whether a half-width mark does not touch Chinese text: :) or the end of students’."""
    if mark.char not in "()[]\"'’":
        return False
    before, after = text[max(0, mark.at - 2) : mark.at].strip()[-1:], text[mark.at + 1 : mark.at + 3].strip()[:1]
    if mark.char == "’":
        return before.isascii() and before.isalpha()
    return not (is_chinese(before) or is_chinese(after))


def _continues(draft: Draft, passage: Passage, mark: Mark) -> bool:
    """Whether the next paragraph begins with “ too: only the last one of a quotation has ” (4.8.3.5)."""
    number = draft.number(passage.start) + 1
    follows = draft.passages[number].text[:1] if number < len(draft.passages) else ""
    return mark.kind in "“‘" and mark.opens and follows != "" and follows in "“‘\"'"


def _alone(passage: Passage, mark: Mark) -> Finding:
    at, opener, closer = passage.start + mark.at, mark.kind, CLOSER[mark.kind]
    if mark.char in STRAIGHT:
        message = translated("{mark} is unpaired in its paragraph", mark=mark.char)
        fix = translated("write {opening} and {closing} around the words, or delete it", opening=opener, closing=closer)
    elif mark.opens:
        message = translated("{mark} is not closed in its paragraph", mark=mark.char)
        fix = translated("write {mark} where it ends, or delete it", mark=closer)
    else:
        message = translated("{mark} has no opening mark in its paragraph", mark=mark.char)
        fix = translated("write {mark} where it begins, or delete it", mark=opener)
    return finding(at, at + 1, message, _CLAUSE.get(mark.kind, _BRACKET_CLAUSE), fix)
