"""The mark after a list number: 一、 and 1. and 第一， and （一） without a mark (GB/T 15834-2011, B.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import NUMERALS, finding
from speechgen.messages import translated

if TYPE_CHECKING:
    import re

    from speechgen.model import Severity


class _Form(NamedTuple):
    """A list number with a wrong mark, the group of `pattern`. `mark`: the correct one, empty for none."""

    pattern: re.Pattern[str]
    clause: str
    mark: str
    severity: Severity = "error"
    is_safe: bool = True
    after: str = "。；：！？"  # the pauses after which an item may begin; "": only at the start of a paragraph


_N = f"[{NUMERALS}]"
_WORD = f"(?:第{_N}{{1,3}}|其[{NUMERALS}]|首先|其次|再次|最后)"
_LISTED = "(?!第|其|首|再|最|[一二三四五六七八九十0-9])"  # 第一、第二产业
_BRACKETED = rf"(?:[（(](?:{_N}{{1,3}}|[0-9]{{1,2}})[）)]|(?:[0-9]{{1,2}}|[A-Za-z])[）)]|[①-⒇㈠-㈩])"
_FIGURE = "(?:[0-9]{1,2}|[A-Za-z]|[Ⅰ-Ⅻ])"
_BEFORE_ANOTHER = "(?![0-9]{1,2}(?![0-9])|[A-Za-zⅠ-Ⅻ])"  # 3、4号楼, but 3、2014年以来

_FORMS = (
    _Form(lazily(f"{_WORD}(、){_LISTED}"), "B.3.1", "，", after="。；：！？，"),
    _Form(lazily(f"{_WORD}(：)"), "B.3.1", "，", "warning", is_safe=False, after="。；：！？，"),
    _Form(lazily(f"{_BRACKETED}([ \u3000]?[、，．.：](?![0-9]))"), "B.3.4", ""),
    _Form(lazily(f"{_FIGURE}( ?、){_BEFORE_ANOTHER}"), "B.3.3", ".", after=""),
    _Form(lazily(f"{_FIGURE}( ?、){_BEFORE_ANOTHER}"), "B.3.3", ".", "warning", is_safe=False),
    _Form(lazily("[0-9]{1,2}([，。：])(?![0-9])"), "B.3.3", ".", "warning", is_safe=False, after=""),
    _Form(lazily(f"{_N}{{1,3}}(，|[。．.,](?![0-9]))(?!{_N}{{1,3}}[，。．.,])"), "B.3.2", "、", after=""),
    _Form(lazily(f"{_N}{{1,3}}([：:])"), "B.3.2", "、", "warning", is_safe=False, after=""),
    _Form(lazily(f"{_N}{{1,2}}[是要]([、：，])"), "B.3.7", "", "warning", is_safe=False),
    _Form(lazily(f"第{_N}{{1,3}}[章节条编篇](、)"), "B.3.6", "　", "warning", is_safe=False, after=""),
)

_LONGEST = 12  # characters of a number with the text after it
_WRONG = lazily(
    f"(?:{_WORD}[、：]|{_BRACKETED}[ \u3000]?[、，．.：]|{_FIGURE} ?、|[0-9]{{1,2}}[，。：]"
    f"|{_N}{{1,3}}[，。．.,：:]|{_N}{{1,2}}[是要][、：，]|第..?.?、)"
)
_PAUSES = "。；：！？，"
# Where an item may begin after a pause, or at the start of a sentence.
_ITEMS = PatternWithinSentence(lazily(f"(?:^|(?<=[{_PAUSES}\n])|(?<=[{_PAUSES}\n][ \u3000]))(?={_WRONG.pattern})"))


def list_numbers(draft: Draft) -> Iterator[Finding]:
    """Report wrong marks after list numbers, at the start of a paragraph or after a pause."""
    for passage in draft.passages:
        item = passage.text[:_LONGEST]
        if passage.kind in ("heading", "paragraph", "item") and _WRONG.match(item):
            yield from _number(item, passage.start, "")
    text = draft.text
    for at, _ in _ITEMS.spots(text):
        before = text[max(0, at - 2) : at]
        pause = before[-1:] if before[-1:] not in " \u3000" else before[:1]
        if pause and pause in _PAUSES:
            yield from _number(text[at : at + _LONGEST], at, pause)


def _number(item: str, at: int, pause: str) -> Iterator[Finding]:
    """Check the number that an item begins with. `pause`: the mark before it, empty at the start of a paragraph."""
    for form in _FORMS:
        if pause in form.after and (found := form.pattern.match(item)):
            start, end = at + found.start(1), at + found.end(1)
            number, wrong, correct = item[: found.start(1)], found[1].strip(), form.mark.strip()
            if correct:
                message = translated(
                    "{number} is followed by {wrong} instead of {right}", number=number, wrong=wrong, right=correct
                )
                fix = translated("write {right}", right=correct)
            elif form.mark:
                message = translated("{number} is followed by {wrong} instead of a space", number=number, wrong=wrong)
                fix = translated("write a space")
            else:
                message = translated("{number} is followed by {wrong}, but takes no mark", number=number, wrong=wrong)
                fix = translated("delete {words}", words=wrong)
            new = form.mark if form.is_safe else None
            yield finding(start, end, message, form.clause, fix, replacement=new, severity=form.severity)
            return
