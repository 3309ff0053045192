"""Marks that come in pairs, where they are paired: their forms, and what stands within what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.punctuation.marks import CLOSING, HAN, OPENING, POINTS, finding, is_chinese
from speechgen.checks.rules.punctuation.pairs import CLOSER, DOCUMENT, STRAIGHT, Mark, Pair, is_plain, matched
from speechgen.checks.rules.punctuation.unpaired_marks import unpaired_marks

ANGLES = frozenset("<＜")
_ANGLE = f"[<＜]{{1,2}}(?=[{HAN}])[^<>＜＞\n]{{1,60}}[>＞]{{1,2}}"
_HAN = re.compile(f"[{HAN}]")
_LOOK = 200  # characters within a pair that tell whether it is Chinese


def paired_marks(draft: Draft) -> Iterator[Finding]:
    """What is wrong with quotation marks, brackets and title marks."""
    loose: list[tuple[Passage, Mark]] = []
    for passage in draft.passages:
        if is_plain(passage.text) or not _HAN.search(passage.text):
            continue
        pairs, single = matched(passage.text)
        curled = {} if single else _curled(passage.text, pairs)
        yield from _nested(passage, pairs)
        yield from _listed(passage, pairs, curled)
        yield from _forms(passage, pairs, curled)
        loose += [(passage, mark) for mark in single]
    yield from unpaired_marks(draft, loose)


def document_numbers(draft: Draft) -> Iterator[Finding]:
    """国发[2014]5号: the year stands in 〔〕, says GB/T 9704-2012, 7.2.5, too."""
    for found in DOCUMENT.finditer(draft.text):
        year = f"〔{found[2]}〕"
        if found[0] != year:
            message = f"{found[0]} is the year of a document's number, which stands in 〔〕"
            finds = finding(*found.span(), message, "4.9.3.4", f"write {year}", replacement=year)
            is_round = found[1] in "（(" and found[3] in "）)"
            yield finds._replace(severity="warning") if is_round else finds


def angles(draft: Draft) -> Iterator[Finding]:
    """<甲> and <<甲>> for 〈甲〉 and 《甲》."""
    for found in re.finditer(_ANGLE, draft.text):
        fix = "write 《》, or 〈〉 within 《》"
        yield finding(*found.span(), f"{found[0]} has half-width title marks", "4.15.2", fix, severity="warning")


def _curled(text: str, pairs: Sequence[Pair]) -> Mapping[Mark, str]:
    """“ ” or ‘ ’ for each straight mark: ‘ ’ directly within “ ”. Nothing where a mark stands as it cannot."""
    forms: dict[Mark | None, str] = {}
    curled: dict[Mark, str] = {}
    for pair in pairs:
        forms[pair.opening] = pair.opening.char
        if pair.opening.char not in STRAIGHT:
            continue
        first, last = text[pair.opening.at + 1], text[pair.closing.at - 1]
        if first in POINTS + CLOSING + " \u3000" or last in OPENING + " \u3000" or first == pair.opening.char:
            return {}
        forms[pair.opening] = "‘" if forms.get(pair.parent) == "“" else "“"
        curled[pair.opening] = forms[pair.opening]
        curled[pair.closing] = CLOSER[forms[pair.opening]]
    return curled


def _nested(passage: Passage, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """“ within “, 《 within 《, （ within （; ‘ outside “, 〈 outside 《."""
    paired = {pair.opening for pair in pairs}
    for pair in pairs:
        kind, parent = pair.opening.kind, pair.parent if pair.parent in paired else None
        start = passage.start + pair.opening.at
        is_alike = parent is not None and parent.kind == kind and parent.char not in STRAIGHT
        both = kind + CLOSER[kind]
        if pair.opening.char in STRAIGHT:
            continue
        if is_alike and kind in "“‘":
            within = "‘’" if kind == "“" else "“”"
            fix = f"write {within} within {both}"
            yield finding(start, start + 1, f"{both} stands within {both}", "4.8.3.4", fix)
        elif is_alike and kind in "《〈":
            fix = "write 〈〉 within 《》" if kind == "《" else "write 《》 about, 〈〉 within"
            yield finding(start, start + 1, f"{both} stands within {both}", "4.15.3.5", fix)
        elif is_alike and kind == "（":
            fix = "write 〔〕 or ［］ for one of them"
            yield finding(start, start + 1, f"{both} stands within {both}", "4.9.3.6", fix, severity="warning")
        elif pair.parent is None and kind == "〈":
            fix = "write 《》: 〈〉 is for within 《》"
            yield finding(start, start + 1, "〈〉 stands outside 《》", "4.15.3.5", fix, severity="warning")
        elif pair.parent is None and kind == "‘" and _HAN.search(passage.text, pair.opening.at, pair.closing.at):
            fix = "write “”: ‘’ is for within “”"
            yield finding(start, start + 1, "‘’ stands outside “”", "4.8.3.4", fix, severity="warning")


def _listed(passage: Passage, pairs: Sequence[Pair], curled: Mapping[Mark, str]) -> Iterator[Finding]:
    """《甲》、《乙》: the standard says that there is commonly no 、, so that it is no error."""
    forms = {pair.opening.at: curled.get(pair.opening, pair.opening.char) for pair in pairs}
    for pair in pairs:
        form, at = forms[pair.opening.at], pair.closing.at + 1
        if form in "“‘《〈" and passage.text[at : at + 1] == "、" and forms.get(at + 1) == form:
            message = f"、 is commonly left out between {form}{CLOSER[form]}{form}{CLOSER[form]}"
            start = passage.start + at
            yield finding(start, start + 1, message, "4.5.3.5", "take it out", replacement="", severity="warning")


def _forms(passage: Passage, pairs: Sequence[Pair], curled: Mapping[Mark, str]) -> Iterator[Finding]:
    """Straight quotation marks and half-width brackets of Chinese text, and 「」."""
    for pair in pairs:
        kind = pair.opening.kind
        if pair.opening.char not in STRAIGHT and kind not in "（「『":
            continue
        has_han = _HAN.search(passage.text, pair.opening.at, min(pair.closing.at, pair.opening.at + _LOOK)) is not None
        is_chinese = has_han or _touches_chinese(passage.text, pair)
        for mark, full in ((pair.opening, kind), (pair.closing, CLOSER[kind])):
            at = passage.start + mark.at
            if mark.char in STRAIGHT and is_chinese:
                new = curled.get(mark)
                fix = f"write {new}" if new else "write “ and ” (within them ‘ and ’)"
                message = f"{mark.char} is a straight quotation mark in Chinese text"
                yield finding(at, at + 1, message, "4.8.2", fix, replacement=new)
            elif kind == "（" and mark.char != full and is_chinese:
                message = f"{mark.char} is a half-width bracket in Chinese text"
                found = finding(at, at + 1, message, "4.9.2", f"write {full}", replacement=full)
                yield found if has_han else found._replace(severity="warning")
            elif kind in "「『" and mark is pair.opening:
                message = f"{kind}{CLOSER[kind]} is for text that runs from top to bottom"
                yield finding(at, at + 1, message, "5.2.3", "write “” (within it ‘’)", severity="warning")


def _touches_chinese(text: str, pair: Pair) -> bool:
    """国内生产总值(GDP), but not unit(s)."""
    before = text[max(0, pair.opening.at - 2) : pair.opening.at].strip()[-1:]
    after = text[pair.closing.at + 1 : pair.closing.at + 2]
    follows_latin = before.isascii() and (before.isalpha() or before == "]")
    return is_chinese(before) or (is_chinese(after) and not follows_latin)
