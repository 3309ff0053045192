"""Half-width marks in Chinese text, which needs full-width ones: , . ; : ! ? between Chinese characters.

Marks within Latin words and sentences, numbers, times and addresses are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import CHINESE, CLOSING, FORM, HAN, OPENING, finding, is_chinese, is_han
from speechgen.messages import translated

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
# Forms that some input methods and converters produce: small forms, and the half-width 。 and 、.
_VARIANTS = dict(zip("﹐﹑﹒﹔﹕﹖﹗｡､〝〞﹙﹚", "，、。；：？！。、“”（）", strict=True))
HALF_WIDTH = frozenset([*_FULL, "．", *_VARIANTS])

_MARK = lazily("[" + "".join(sorted(HALF_WIDTH)) + "]")
_NEAR = 40  # characters before and after a mark that decide whether it is in Chinese text
_BLANKS = " \u3000"
_WORD_IN_CHINESE = lazily(f"[{CHINESE}][“‘\"'（(]?[0-9.]{{0,9}}([A-Za-z][A-Za-z0-9+/-]{{0,20}})[”’\"'）)]?$")
# Figures that end a sentence (达到2014.同时, 达到95.6.同时), not numbers of attachments (附件1.名单).
_NUMBER_IN_CHINESE = lazily(f"(?:(?![第图表页附之件注])[{HAN}][0-9]{{3,9}}|[{HAN}][0-9]{{1,9}}\\.[0-9]{{1,4}})$")
_ABBREVIATIONS = frozenset(["no", "dr", "mr", "mrs", "ms", "co", "ltd", "inc", "vs", "etc", "st", "vol", "pp", "fig"])


def half_width_marks(draft: Draft) -> Iterator[Finding]:
    """Report each half-width mark in Chinese text."""
    addresses = _addresses(draft.text)
    for found in _MARK.finditer(draft.text):
        at, mark = found.start(), found[0]
        if mark in _VARIANTS:
            full = _VARIANTS[mark]
            clause = FORM.get(full, "4.8.2" if full in "“”" else "4.9.2")
            yield finding(
                at,
                at + 1,
                translated("{mark} is a non-standard form of {full}", mark=mark, full=full),
                clause,
                translated("write {right}", right=full),
                replacement=full,
            )
            continue
        if _is_in_number(draft.text, at) or _is_in_a_row(draft.text, at):
            continue
        number = bisect_right(addresses, (at, len(draft.text)))
        if number and at < addresses[number - 1][1]:
            continue
        passage = draft.passage(at)
        at -= passage.start
        before = passage.text[max(0, at - _NEAR) : at].rstrip(_BLANKS)
        after = passage.text[at + 1 : at + 1 + _NEAR]
        if mark in ".．":
            yield from _period(passage.start + at, mark, before, after.lstrip(_BLANKS))
        elif _is_in_chinese(mark, before, after):
            yield _half_width(at, mark, passage)


def _addresses(text: str) -> Sequence[tuple[int, int]]:
    """Start and end of web and mail addresses."""
    if "://" not in text and "www." not in text and "@" not in text:
        return ()
    return [
        (found.start(), found.start() + len(found[0].rstrip(",.;:!?)")))
        for found in re.finditer("[!-~]{4,}", text)
        if "://" in found[0] or "www." in found[0] or "@" in found[0]
    ]


def _is_in_number(text: str, at: int) -> bool:
    """Whether the mark is part of a number or a time: 3,000, 3.5, 12:30."""
    return text[max(0, at - 1) : at].isdecimal() and text[at + 1 : at + 2].isdecimal()


def _is_in_a_row(text: str, at: int) -> bool:
    """Whether another mark is next to it. Such marks are left to `marks_in_a_row`."""
    adjacent = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(mark in HALF_WIDTH or mark in FORM for mark in adjacent)


def _is_in_chinese(mark: str, before: str, after: str) -> bool:
    follows = after.lstrip(_BLANKS)
    if before[-1:].isdecimal() and follows[:1].isdecimal():
        return False  # 3 : 2
    left, right = _nearest(reversed(before), stop=OPENING), _nearest(follows, stop=CLOSING)
    if left != "Latin":
        return "Chinese" in (left, right)
    if mark in ",;:" and is_chinese(after[:1]):
        return True  # GDP,人均
    return right != "Latin" and _WORD_IN_CHINESE.search(before) is not None


def _nearest(characters: Iterable[str], stop: str) -> str:
    """The script of the first letter, Chinese or Latin; empty if there is none before one of the marks in `stop`."""
    for character in characters:
        if character in stop:
            return ""
        if is_chinese(character):
            return "Chinese"
        if character.isascii() and character.isalpha():
            return "Latin"
    return ""


def _half_width(at: int, mark: str, passage: Passage) -> Finding:
    """The finding for a mark and the spaces around it, which a full-width mark does not need."""
    start, end = at, at + 1
    while start > 0 and passage.text[start - 1] in _BLANKS:
        start -= 1
    while end < len(passage.text) and passage.text[end] in _BLANKS:
        end += 1
    full = _FULL[mark]
    message = translated("{mark} is a half-width mark in Chinese text", mark=mark)
    span = passage.start + start, passage.start + end
    return finding(*span, message, FORM[full], translated("write {right}", right=full), replacement=full)


def _period(at: int, mark: str, before: str, follows: str) -> Iterator[Finding]:
    """Check a half-width period.

    It may end a sentence or be part of a foreign name (卡尔.马克思), so only one at the end of a paragraph or a
    quotation is fixed automatically.
    """
    is_last = not follows.rstrip("”’）》\"')")
    last = before.rstrip("”’\"'")[-1:]
    if is_chinese(last) or last in tuple("%‰℃"):
        is_certain = is_last or not (follows[0].isascii() and follows[0].islower())
    elif last.isdecimal():
        has_chinese = any(map(is_han, before))
        ends_sentence = is_han(follows[:1]) and _NUMBER_IN_CHINESE.search(before) is not None
        is_certain = mark == "." and has_chinese and (is_last or ends_sentence)
    else:
        word = _WORD_IN_CHINESE.search(before)
        is_word = word is not None and len(word[1]) > 1 and word[1].lower() not in _ABBREVIATIONS
        is_certain = is_word and (is_last or is_han(follows[:1]))
    if is_certain:
        ends = is_last or follows[0] in '”"）)'
        fix = (
            translated("write 。") if ends else translated("write 。 at the end of a sentence, or · in a foreign name")
        )
        message = translated("{mark} is a half-width mark in Chinese text", mark=mark)
        yield finding(at, at + 1, message, FORM["。"], fix, replacement="。" if ends else None)
