"""Several marks in a row: doubled or contradictory ones, marks next to brackets, and marks around 等."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import CLOSING, FORM, POINTS, finding, is_chinese
from speechgen.messages import translated

_LONGEST = 9  # marks that a message shows
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = f"(?:[{POINTS},;:?!]|\\.(?![A-Za-z0-9]))"  # not the . of .docx and .5
_RUN = lazily(f"{_MARK}(?:[ \u3000]?{_MARK})+")

# 。”。 and 。）。 have one mark too many; （， and 、） have a mark that does not belong there. （，） mentions a mark.
_BOTH_SIDES = "[”’]{1,2}[，。；：]|[）)]。"
_AFTER_OPENING = f"(?<=[（《〈【〔].)(?![{CLOSING}])"
_BEFORE_CLOSING = "(?<=[、；：])(?<![“‘（《〈【〔].)[）》〉】〕]"
_ABOUT_BRACKETS = lazily(f"[，。、；：](?:(?P<both>{_BOTH_SIDES})|{_AFTER_OPENING}|{_BEFORE_CLOSING})")

_COUNTED = "[0-9一二两三四五六七八九十]{1,3}[个项条种名家位]"
_NAMED = "方面|部门|单位|问题|工作|内容|同志|领域|因素|环节|行业|形式|方式|情况|措施"
_BEFORE_AND_SO_ON = lazily(f"、等{{1,2}}(?=[，。；：！？）]|{_COUNTED}|{_NAMED})")
_AND_SO_ON_TWICE = lazily(f"等{{1,2}}[…⋯]{{1,9}}|[…⋯]{{1,9}}等(?=等|[，。；、]|{_NAMED})")


def marks_in_a_row(draft: Draft) -> Iterator[Finding]:
    """Report sequences of pauses, and pauses next to a bracket or 等 that do not belong there."""
    yield from _marks_in_a_row(draft.text)


@within_sentence
def _marks_in_a_row(text: str) -> Iterator[Finding]:
    for found in _RUN.finditer(text):
        yield from _run(found[0], found.start(), text[max(0, found.start() - 1) : found.start()])
    for found in _ABOUT_BRACKETS.finditer(text):
        if found["both"]:
            message, fix = (
                translated("{marks} has a mark both inside and outside", marks=found[0]),
                translated("keep one of them"),
            )
        else:
            message, fix = (
                translated("{marks}: no mark directly inside a bracket", marks=found[0]),
                translated("delete the mark"),
            )
        clause = "B.2" if found["both"] else "5.1"
        yield finding(*found.span(), message, clause, fix, severity="warning")
    for found in _BEFORE_AND_SO_ON.finditer(text):
        at = found.start()
        yield finding(at, at + 1, translated("、 before 等"), "B.1.2", translated("delete 、"), severity="warning")
    for found in _AND_SO_ON_TWICE.finditer(text) if "…" in text or "⋯" in text else ():
        message = translated("{marks}: 等 and …… mean the same", marks=found[0])
        yield finding(*found.span(), message, "A.9.2", translated("keep 等 or ……"), severity="warning")


def _run(written: str, start: int, before: str) -> Iterator[Finding]:
    """Check two or more pauses. ？！ is correct; up to three ？ or ！ are allowed for strong emotion."""
    run = written.replace(" ", "").replace("\u3000", "")
    if run.isascii() and not (is_chinese(before) or before.isdecimal() or before in tuple("”’%")):
        return  # Latin text
    end = start + len(written)
    full = "".join(_FULL.get(mark, mark) for mark in run)
    clause = FORM.get(full[0], FORM["。"])
    shown = written if len(written) < _LONGEST else f"{written[:_LONGEST]}……"
    is_one_mark = len(set(full)) == 1
    if set(full) == {"."}:
        new = "……" if 3 <= len(full) <= 9 else None
        yield finding(
            start,
            end,
            translated("{marks} is not a correct ellipsis", marks=shown),
            "4.11.2",
            translated("write ……, or 。"),
            replacement=new,
        )
    elif set(full) <= {"？", "！"}:
        if full != run and len(full) <= 3:
            message = translated("{marks} has half-width marks in Chinese text", marks=written)
            yield finding(start, end, message, clause, translated("write {right}", right=full), replacement=full)
        elif is_one_mark or len(full) > 3:
            clause = "4.2.3.3" if full[0] == "？" else "4.3.3.3"
            message = translated("{marks}: repeated marks are only for strong emotion, at most three", marks=shown)
            yield finding(start, end, message, clause, translated("write {right}", right=full[0]), severity="warning")
    elif is_one_mark and len(full) == 2:
        yield finding(
            start,
            end,
            translated("{marks} is doubled", marks=written),
            clause,
            translated("write {right}", right=full[0]),
            replacement=full[0],
        )
    elif is_one_mark:
        yield finding(
            start,
            end,
            translated("{marks} is not a correct ellipsis", marks=shown),
            "4.11.2",
            translated("write …… or {mark}", mark=full[0]),
        )
    else:
        yield finding(
            start,
            end,
            translated("{marks}: these marks cannot follow each other", marks=shown),
            clause,
            translated("keep one of them"),
        )
