"""The rule placeholder: what somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from speechgen.checks.facts import Facts
from speechgen.checks.reach import Spot, within_sentence
from speechgen.checks.rule import BODY, EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.patterns import lazily
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
from speechgen.checks.tables import with_words
from speechgen.language import CHINESE, ENGLISH
from speechgen.messages import translated

_FILLERS = f"{CROSS}{LINE}{STAR}{RING}{BOX}{SPACE}"
# 20XX年X月X日 is one placeholder, and so is 2014年 月 日.
_REST_OF_DATE = lazily(
    rf"[{SPACE}]*年(?:[{_FILLERS}\d]{{0,5}}月(?:[{_FILLERS}\d]{{0,5}}[日号])?)?|[{SPACE}]*月(?:[{_FILLERS}\d]{{1,5}}[日号])?|日(?![常益均])"
)
_FIGURES_BEFORE = lazily(r"\d{1,4}$")
_DATE_BEFORE = lazily(rf"[\d{NUMERAL}{_FILLERS}]{{1,8}}$")
_SEPARATOR_LINE = lazily(rf"[{STAR}]{{3,}}|[{LINE}{RING}{BOX}]{{5,}}")

_MAY_GO_ON = frozenset(f"{STAR}?？（(【[〔〈《<{{«")  # in the next sentence
# Other languages have only COMMON_FORMS.
_FORMS_OF_LANGUAGE: Mapping[str, Sequence[Form]] = {CHINESE: CHINESE_FORMS, ENGLISH: ENGLISH_FORMS}


@rule("placeholder", languages=EVERY_LANGUAGE)
def placeholder(draft: Draft, facts: Facts) -> Iterator[Finding]:
    r"""A placeholder, a blank, or a drafting note.

    It would be read out, or leave a gap in a sentence: XX, ×××, ____, ***, ○○, X届, 某局, 20XX年, 年 月 日 without
    figures, empty （ ）, 【待补】, TODO, {{ }} from a template, None, a blank before a measure word or 同志. Not
    reported are Roman numerals, products and models (iPhone X, X光, 9+3+X), 某些 and 某种, and 王某 and 某局一名干部,
    which are usual in reports of a case.

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
    by_start = _by_start(draft.language)
    end = 0
    is_chinese = draft.language == CHINESE
    for begin, _ in _chinese_starts(draft.text) if is_chinese else _starts(draft.text, draft.language):
        if begin < end:
            continue
        for form in by_start[draft.text[begin]]:
            if form.in_body and draft.passage(begin).kind not in BODY:
                continue
            found = _compiled(form.pattern).match(draft.text, begin)
            if found:
                first, end = _whole(draft.text, found, form, end)
                if form.message and not _separates_sections(draft, found):
                    words = draft.text[first:end]
                    yield Finding(
                        first, end, translated(form.message, words=_shown(words)), _fix(form), severity=form.severity
                    )
                break


@within_sentence
def _chinese_starts(text: str) -> Iterator[Spot]:
    """Where a form may begin. Those that may go on in the next sentence, such as a note in brackets, are not tried."""
    by_start = _by_start(CHINESE)
    for start, end in _starts(text, CHINESE):
        if text[start] in _MAY_GO_ON or any(
            _compiled(form.pattern).match(text, start) for form in by_start[text[start]]
        ):
            yield Spot(start, end)


def _starts(text: str, language: str) -> Iterator[Spot]:
    """Where a text has the first character of a form. No form begins inside a Latin word."""
    return (Spot(*found.span()) for found in _first_characters(language).finditer(text))


@cache
def _first_characters(language: str) -> re.Pattern[str]:
    return lazily(f"[{re.escape(''.join(_by_start(language)))}](?<![A-Za-z]{{2}})")


@cache
def _by_start(language: str) -> Mapping[str, Sequence[Form]]:
    """The forms by their first characters."""
    by_start: dict[str, list[Form]] = {}
    for form in (*COMMON_FORMS, *_FORMS_OF_LANGUAGE.get(language, ())):
        for character in form.first_characters:
            by_start.setdefault(character, []).append(form)
    return by_start


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazily(with_words(pattern))


def _separates_sections(draft: Draft, found: re.Match[str]) -> bool:
    """Whether it is a line of symbols that separates sections."""
    return bool(_SEPARATOR_LINE.fullmatch(found[0])) and draft.passage(found.start()).text.strip() == found[0]


def _whole(text: str, found: re.Match[str], form: Form, earliest: int) -> tuple[int, int]:
    """The start and end of the placeholder, with the digits and the rest of the date around it."""
    start, end = found.span()
    if form.message not in (MISSING, BLANK):
        return start, end
    rest_of_date = _REST_OF_DATE.match(text, end)
    is_date = rest_of_date is not None or found[0].startswith(("年", "月"))
    before = (_DATE_BEFORE if is_date else _FIGURES_BEFORE).search(text, max(earliest, start - 8), start)
    if before:
        start -= len(before[0].lstrip(SPACE))
    return start, rest_of_date.end() if rest_of_date else end


def _shown(words: str) -> str:
    """The words with each space shown as ␣."""
    return re.sub(rf"[{SPACE}]", "␣", words)


def _fix(form: Form) -> str:
    return translated("remove it") if form.message == TEMPLATE else translated("fill it in, or remove the sentence")
