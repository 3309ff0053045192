"""Quotation marks, brackets and title marks without a partner in their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.punctuation.marks import finding, is_chinese
from speechgen.checks.rules.punctuation.pairs import CLOSER, STRAIGHT, Mark

_CLAUSE = {"“": "4.8.2", "‘": "4.8.2", "「": "4.8.2", "『": "4.8.2", "《": "4.15.2", "〈": "4.15.2"}
_BRACKET_CLAUSE = "4.9.2"
_NEAR = 40  # characters between two marks of which one has been turned
_PARAGRAPHS = 8  # that a quotation may go over


def unpaired_marks(draft: Draft, single: Sequence[tuple[Passage, Mark]]) -> Iterator[Finding]:
    """One finding for each mark without a partner, or for two that one mistake has left so."""
    told: set[tuple[int, Mark]] = set()
    for (passage, mark), (other_passage, other) in pairwise(single):
        if (passage.start, mark) in told or mark.kind != other.kind:
            continue
        if passage is other_passage:
            found = _one_mistake(passage, mark, other)
        else:
            found = _over_paragraphs(draft, passage, mark, other_passage, other)
        if found is not None:
            told |= {(passage.start, mark), (other_passage.start, other)}
            yield from found
    for passage, mark in single:
        if (
            (passage.start, mark) not in told
            and not _is_foreign(passage.text, mark)
            and not _goes_on(draft, passage, mark)
        ):
            yield _alone(passage, mark)


def _one_mistake(passage: Passage, mark: Mark, other: Mark) -> Sequence[Finding] | None:
    """Pairs that cross, a pair the wrong way round, or a quotation mark that has been turned."""
    is_near = other.at - mark.at <= _NEAR
    closer = CLOSER[mark.kind]
    if is_near and (mark.char in STRAIGHT or other.char in STRAIGHT):
        wrong, due = (mark, mark.kind) if mark.char in STRAIGHT else (other, closer)
        message, fix = f"{wrong.char} stands where {due} is due", f"write {due}"
    elif mark.opens and not other.opens:
        wrong, message, fix = other, f"{mark.kind}{closer} overlaps another pair", "close first what was opened last"
    elif is_near and other.opens and not mark.opens:
        wrong, message, fix = mark, f"{mark.char} and {other.char} are the wrong way round", "turn them"
    elif is_near and mark.opens == other.opens and mark.kind in "“‘":
        wrong, due = (other, closer) if mark.opens else (mark, mark.kind)
        message, fix = f"{wrong.char} stands where {due} is due", f"write {due}"
    else:
        return None
    at = passage.start + wrong.at
    return [finding(at, at + 1, message, _CLAUSE.get(mark.kind, _BRACKET_CLAUSE), fix)]


def _over_paragraphs(
    draft: Draft, passage: Passage, mark: Mark, other_passage: Passage, other: Mark
) -> Sequence[Finding] | None:
    """A quotation or a bracket that goes over several paragraphs. Each of a quotation's begins with “ (4.8.3.5)."""
    paragraphs = draft.number(other_passage.start) - draft.number(passage.start)
    if not mark.opens or other.opens or paragraphs > _PARAGRAPHS:
        return None
    if mark.kind not in "“‘":
        return []
    at = passage.start + mark.at
    message = f"the quotation goes over {paragraphs + 1} paragraphs, and not each of them begins with {mark.char}"
    return [finding(at, at + 1, message, "4.8.3.5", f"write {mark.char} before each", severity="warning")]


def _is_foreign(text: str, mark: Mark) -> bool:
    """A half-width mark that touches nothing Chinese: :) or the end of students’."""
    if mark.char not in "()[]\"'’":
        return False
    before, after = text[max(0, mark.at - 2) : mark.at].strip()[-1:], text[mark.at + 1 : mark.at + 3].strip()[:1]
    if mark.char == "’":
        return before.isascii() and before.isalpha()
    return not (is_chinese(before) or is_chinese(after))


def _goes_on(draft: Draft, passage: Passage, mark: Mark) -> bool:
    """A quotation whose next paragraph begins with “ too: only its last one closes (4.8.3.5)."""
    number = draft.number(passage.start) + 1
    follows = draft.passages[number].text[:1] if number < len(draft.passages) else ""
    return mark.kind in "“‘" and mark.opens and follows != "" and follows in "“‘\"'"


def _alone(passage: Passage, mark: Mark) -> Finding:
    at, opener, closer = passage.start + mark.at, mark.kind, CLOSER[mark.kind]
    if mark.char in STRAIGHT:
        message, fix = f"{mark.char} has no partner in its paragraph", f"write {opener} and {closer} about the words"
    elif mark.opens:
        message, fix = f"{mark.char} is not closed in its paragraph", f"write {closer} where it ends"
    else:
        message, fix = f"{mark.char} closes what nothing opens", f"write {opener} where it begins"
    return finding(at, at + 1, message, _CLAUSE.get(mark.kind, _BRACKET_CLAUSE), f"{fix}, or take it out")
