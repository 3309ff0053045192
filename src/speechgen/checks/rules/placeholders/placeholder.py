"""What stands for words that somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.placeholders.chinese_forms import CHINESE_FORMS
from speechgen.checks.rules.placeholders.forms import (
    BLANK,
    BOX,
    COMMON_FORMS,
    CROSS,
    ENGLISH_FORMS,
    LINE,
    MISSING,
    NUMERAL,
    RING,
    SPACE,
    STAR,
    TEMPLATE,
    Form,
)

_FILLS = f"{CROSS}{LINE}{STAR}{RING}{BOX}{SPACE}"
# 20XX年X月X日 is one placeholder, and so is 2014年 月 日.
_DATE_GOES_ON = re.compile(
    rf"[{SPACE}]*年(?:[{_FILLS}\d]{{0,5}}月(?:[{_FILLS}\d]{{0,5}}[日号])?)?|[{SPACE}]*月(?:[{_FILLS}\d]{{1,5}}[日号])?|日(?![常益均])"
)
_FIGURES_BEFORE = re.compile(r"\d{1,4}$")
_DATE_BEFORE = re.compile(rf"[\d{NUMERAL}{_FILLS}]{{1,8}}$")
_LINE_OF_SIGNS = re.compile(rf"[{STAR}]{{3,}}|[{LINE}{RING}{BOX}]{{5,}}")


@rule("placeholder", languages=EVERY_LANGUAGE)
def placeholder(draft: Draft, facts: Facts) -> Iterator[Finding]:
    r"""A blank, a note to the writer, or a sign that stands for words to come.

    It would be read out as it stands, or leave a gap: XX, ×××, ____, ***, ○○, X届, 某局, 20XX年, 年 月 日 without
    figures, （ ） with nothing in it, 【待补】, TODO, {{ }} of a template, None, a blank before a measure word or 同志.
    Roman numerals, products and models (iPhone X, X光, 9+3+X) are left alone, and so are 某些, 某种, and 王某 and
    某局一名干部, which tell a case.

    Finds:
        刚才XX同志作了总结。
        要突出XX\XX\XX等重点工作。
        20XX年X月X日，某局召开动员会。
        先后召开座谈会  场，发出征求意见函____份。
        会议由（ ）主持，【待补】。
        The panel met [name] and XX others in 20XX.
    Leaves alone:
        某些同志到医院拍了X光片，某种程度上是件好事。
        二〇〇八年以来，“9+3+X”专项整治持续推进。
        王某收受现金；某局一名干部知情不报。
        None of us knew that the null hypothesis was wrong.
    """
    start, by_start = _forms(draft.language)
    end = 0
    for begin in start.finditer(draft.text):
        if begin.start() < end:
            continue
        for form in by_start[begin[0]]:
            if form.in_body and draft.passage(begin.start()).kind not in ("heading", "paragraph"):
                continue
            found = _compiled(form.pattern).match(draft.text, begin.start())
            if found:
                first, end = _whole(draft.text, found, form, end)
                if form.message and not _separates_sections(draft, found):
                    words = draft.text[first:end]
                    yield Finding(first, end, f"{_shown(words)} {form.message}", _fix(form), severity=form.severity)
                break


@cache
def _forms(language: str) -> tuple[re.Pattern[str], Mapping[str, Sequence[Form]]]:
    """What finds where a form may begin, and the forms by the character that they begin with."""
    by_start: dict[str, list[Form]] = {}
    for form in (*COMMON_FORMS, *(ENGLISH_FORMS if language == "en" else CHINESE_FORMS)):
        for character in form.first_characters:
            by_start.setdefault(character, []).append(form)
    # None begins inside a word of Latin letters.
    return re.compile(f"[{re.escape(''.join(by_start))}](?<![A-Za-z]{{2}})"), by_start


@cache  # all of them take 50 ms to compile; a speech without blanks needs few of them
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _separates_sections(draft: Draft, found: re.Match[str]) -> bool:
    """Whether it is a line of signs and nothing else."""
    return bool(_LINE_OF_SIGNS.fullmatch(found[0])) and draft.passage(found.start()).text.strip() == found[0]


def _whole(text: str, found: re.Match[str], form: Form, earliest: int) -> tuple[int, int]:
    """Where the placeholder begins and ends, with the figures and the rest of the date that belong to it."""
    start, end = found.span()
    if form.message not in (MISSING, BLANK):
        return start, end
    goes_on = _DATE_GOES_ON.match(text, end)
    is_date = goes_on is not None or found[0].startswith(("年", "月"))
    before = (_DATE_BEFORE if is_date else _FIGURES_BEFORE).search(text, max(earliest, start - 8), start)
    if before:
        start -= len(before[0].lstrip(SPACE))
    return start, goes_on.end() if goes_on else end


def _shown(words: str) -> str:
    """A blank as it can be seen in a message."""
    return re.sub(rf"[{SPACE}]", "␣", words)


def _fix(form: Form) -> str:
    return "take it out" if form.message == TEMPLATE else "write what is missing, or take the sentence out"
