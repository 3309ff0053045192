"""Marks in the wrong place: at the start of a line, or missing at the end of a paragraph; and spaces in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import (
    CLOSING,
    HAN,
    NUMERALS,
    OPENING,
    POINTS,
    finding,
    is_chinese,
    is_han,
)
from speechgen.checks.tables import characters
from speechgen.messages import translated

_NEVER_FIRST = POINTS + CLOSING + ",;:?!)"
_CLAUSE = dict.fromkeys("？！?!", "5.1.2") | dict.fromkeys(CLOSING + ")", "5.1.3")  # 5.1.1 for other marks
_NUMBERED = lazily(rf"(?:[（(]?[{NUMERALS}0-9]{{1,3}}[）)、.．]|第[{NUMERALS}]{{1,3}}[章节条部])")
_SHORTEST, _LONGEST_HEADING = 20, 40  # characters: minimum of a paragraph of sentences, maximum of a heading

_SET_OFF = "。！？；："  # a space after these may set off a heading at the start of a paragraph
SPACES = frozenset(" \t\u00a0\u3000")
_SPACE = lazily("[ \t\u00a0\u3000]{1,2}")  # more are a blank to fill in
_NUMBER_BEFORE = lazily(rf"(?:第[{NUMERALS}百]{{1,4}}[章节条部分编篇课]{{1,2}}|^[（(]?[{NUMERALS}]{{1,3}}[）)、])$")
_SPACED_NAME = lazily(rf"(?<![{HAN}])([{HAN}])[ \t\u00a0\u3000]{{1,2}}[{HAN}](?![{HAN}])")
_NAME_IN_BRACKETS = lazily(f"[{HAN}]{{1,4}}[）)】]")  # who wrote it: （第二党支部 周青）; 【导  读】
# Blanks such as 2014年 月 日, 第 届, （ ） are left to the rule `placeholder`.
_BLANK_BEFORE = frozenset("年月日第共约（《“‘【：")
_BLANK_AFTER = frozenset("年月日时分届次号页人名份个）》”’】元万")


def misplaced_marks(draft: Draft) -> Iterator[Finding]:
    """Check the start of every line and the end of every paragraph."""
    for passage in draft.passages:
        first = passage.text[:1]
        if first and first in _NEVER_FIRST and (not first.isascii() or any(map(is_han, passage.text))):
            message = translated("a line cannot begin with {mark}", mark=first)
            fix = translated("move it to the end of the previous line, or delete it")
            yield finding(passage.start, passage.start + 1, message, _CLAUSE.get(first, "5.1.1"), fix)
        if passage.kind == "paragraph":
            yield from _end(passage)


def _end(passage: Passage) -> Iterator[Finding]:
    """Report a paragraph of sentences that ends without a mark."""
    text, last = passage.text, passage.text[-1:]
    is_unended = is_han(last) or (last.isascii() and last.isalnum()) or last in tuple("％%，、,")
    if len(text) < _SHORTEST or not is_unended or not any(map(is_han, text[-10:])):
        return
    is_heading = len(text) <= _LONGEST_HEADING or "，" not in text or _NUMBERED.match(text)
    if "。" in text or "；" in text or not is_heading:
        message = translated("the paragraph ends with {last}, without a mark at the end of its sentence", last=last)
        yield finding(passage.end - 1, passage.end, message, "4.1.3", translated("write 。"), severity="warning")


def spaces(draft: Draft) -> Iterator[Finding]:
    """Report spaces in running text."""
    for passage in draft.passages:
        has_space = any(space in passage.text for space in SPACES)
        if has_space and passage.kind == "paragraph" and any(mark in passage.text for mark in "。！？；"):
            yield from _spaces(passage)


def _spaces(passage: Passage) -> Iterator[Finding]:
    """Report spaces between Chinese characters or marks, except blanks to fill in and slogans in quotation marks."""
    text = passage.text
    for found in _SPACE.finditer(text):
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if not (_borders(before) and _borders(after)) or before in _SET_OFF:
            continue
        if before in _BLANK_BEFORE and after in _BLANK_AFTER:
            continue
        if _NUMBER_BEFORE.search(text[max(0, found.start() - 8) : found.start()]):
            continue
        if (name := _SPACED_NAME.match(text, max(0, found.start() - 1))) and name[1] in characters("names/surnames"):
            continue  # 房  岳：我提两点意见。
        if _is_slogan(text, found.start()) or _NAME_IN_BRACKETS.match(text[found.end() : found.end() + 6]):
            continue
        start, end = passage.start + found.start(), passage.start + found.end()
        is_by_mark = before in POINTS + CLOSING + OPENING or after in POINTS + CLOSING + OPENING
        message = translated("there is a space between {before} and {after}", before=before, after=after)
        replacement = "" if is_by_mark else None
        yield finding(start, end, message, "3", translated("delete it"), replacement=replacement, severity="warning")


def _borders(character: str) -> bool:
    return is_chinese(character) or character in tuple("“”‘’…")


def _is_slogan(text: str, at: int) -> bool:
    """Whether the space is in a quotation or title without other marks: “不忘初心 牢记使命”."""
    opening = max(text.rfind(mark, max(0, at - _LONGEST_HEADING), at) for mark in "“‘《")
    closing = re.search("[”’》]", text[at : at + _LONGEST_HEADING])
    quoted = text[opening : at + closing.start()] if opening >= 0 and closing else POINTS
    return not any(mark in quoted for mark in f"{POINTS}”’》")
