"""Paired marks: their forms and their nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from speechgen.checks.rule import Draft, Finding, Passage
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import CLOSING, HAN, OPENING, POINTS, finding, is_chinese
from speechgen.checks.rules.punctuation.pairs import CLOSER, DOCUMENT, STRAIGHT, Mark, Pair, is_plain, matched
from speechgen.checks.rules.punctuation.unpaired_marks import unpaired_marks
from speechgen.messages import translated

ANGLES = frozenset("<＜")
_ANGLE = lazily(f"[<＜]{{1,2}}(?=[{HAN}])[^<>＜＞\n]{{1,60}}[>＞]{{1,2}}")
_HAN = lazily(f"[{HAN}]")
_MAX_INSPECTED = 200  # characters within a pair that decide whether it is Chinese text


def paired_marks(draft: Draft) -> Iterator[Finding]:
    """Report wrong quotation marks, brackets and title marks."""
    unpaired: list[tuple[Passage, Mark]] = []
    for passage in draft.passages:
        if is_plain(passage.text) or not _HAN.search(passage.text):
            continue
        pairs, single = matched(passage.text)
        curled = {} if single else _curled(passage.text, pairs)
        yield from _nested(passage, pairs)
        yield from _listed(passage, pairs, curled)
        yield from _forms(passage, pairs, curled)
        unpaired += [(passage, mark) for mark in single]
    yield from unpaired_marks(draft, unpaired)


def document_numbers(draft: Draft) -> Iterator[Finding]:
    """Report 国发[2014]5号: the year of a document number is in 〔〕 (also GB/T 9704-2012, 7.2.5)."""
    for found in DOCUMENT.finditer(draft.text):
        year = f"〔{found[2]}〕"
        if found[0] != year:
            message = translated("{year} is the year of a document number, which is written in 〔〕", year=found[0])
            finds = finding(
                *found.span(), message, "4.9.3.4", translated("write {right}", right=year), replacement=year
            )
            is_round = found[1] in "（(" and found[3] in "）)"
            yield finds._replace(severity="warning") if is_round else finds


def angles(draft: Draft) -> Iterator[Finding]:
    """Report <甲> and <<甲>>, written for 〈甲〉 and 《甲》."""
    for found in _ANGLE.finditer(draft.text):
        fix = translated("write 《》, or 〈〉 within 《》")
        yield finding(
            *found.span(),
            translated("{words} has half-width title marks", words=found[0]),
            "4.15.2",
            fix,
            severity="warning",
        )


def _curled(text: str, pairs: Sequence[Pair]) -> Mapping[Mark, str]:
    """The curly form of each straight mark, ‘ ’ directly within “ ”; empty if a mark is in an impossible position."""
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
    """Report wrong nesting: “ within “, 《 within 《, （ within （, ‘ outside “, 〈 outside 《."""
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
            fix = translated("write {inner} within {outer}", inner=within, outer=both)
            yield finding(start, start + 1, translated("{marks} is within {marks}", marks=both), "4.8.3.4", fix)
        elif is_alike and kind in "《〈":
            fix = (
                translated("write 〈〉 within 《》") if kind == "《" else translated("write 《》 outside, 〈〉 within")
            )
            yield finding(start, start + 1, translated("{marks} is within {marks}", marks=both), "4.15.3.5", fix)
        elif is_alike and kind == "（":
            fix = translated("write 〔〕 or ［］ for one of them")
            yield finding(
                start,
                start + 1,
                translated("{marks} is within {marks}", marks=both),
                "4.9.3.6",
                fix,
                severity="warning",
            )
        elif pair.parent is None and kind == "〈":
            fix = translated("write 《》; 〈〉 is only used within 《》")
            yield finding(start, start + 1, translated("〈〉 is not within 《》"), "4.15.3.5", fix, severity="warning")
        elif pair.parent is None and kind == "‘" and _HAN.search(passage.text, pair.opening.at, pair.closing.at):
            fix = translated("write “”; ‘’ is only used within “”")
            yield finding(start, start + 1, translated("‘’ is not within “”"), "4.8.3.4", fix, severity="warning")


def _listed(passage: Passage, pairs: Sequence[Pair], curled: Mapping[Mark, str]) -> Iterator[Finding]:
    """Report 《甲》、《乙》. The standard says that the 、 is usually left out, so this is not an error."""
    forms = {pair.opening.at: curled.get(pair.opening, pair.opening.char) for pair in pairs}
    for pair in pairs:
        form, at = forms[pair.opening.at], pair.closing.at + 1
        if form in "“‘《〈" and passage.text[at : at + 1] == "、" and forms.get(at + 1) == form:
            message = translated("、 is usually left out between {marks}", marks=(form + CLOSER[form]) * 2)
            start = passage.start + at
            yield finding(
                start, start + 1, message, "4.5.3.5", translated("delete it"), replacement="", severity="warning"
            )


def _forms(passage: Passage, pairs: Sequence[Pair], curled: Mapping[Mark, str]) -> Iterator[Finding]:
    """Report straight quotation marks and half-width brackets in Chinese text, and 「」."""
    for pair in pairs:
        kind = pair.opening.kind
        if pair.opening.char not in STRAIGHT and kind not in "（「『":
            continue
        has_han = (
            _HAN.search(passage.text, pair.opening.at, min(pair.closing.at, pair.opening.at + _MAX_INSPECTED))
            is not None
        )
        is_chinese = has_han or _touches_chinese(passage.text, pair)
        for mark, full in ((pair.opening, kind), (pair.closing, CLOSER[kind])):
            at = passage.start + mark.at
            if mark.char in STRAIGHT and is_chinese:
                new = curled.get(mark)
                fix = (
                    translated("write {right}", right=new)
                    if new
                    else translated("write “ and ”, or ‘ and ’ within them")
                )
                message = translated("{mark} is a straight quotation mark in Chinese text", mark=mark.char)
                yield finding(at, at + 1, message, "4.8.2", fix, replacement=new)
            elif kind == "（" and mark.char != full and is_chinese:
                message = translated("{mark} is a half-width bracket in Chinese text", mark=mark.char)
                found = finding(at, at + 1, message, "4.9.2", translated("write {right}", right=full), replacement=full)
                yield found if has_han else found._replace(severity="warning")
            elif kind in "「『" and mark is pair.opening:
                message = translated("{marks} is for vertical text", marks=kind + CLOSER[kind])
                yield finding(at, at + 1, message, "5.2.3", translated("write “”, or ‘’ within it"), severity="warning")


def _touches_chinese(text: str, pair: Pair) -> bool:
    """Whether the pair touches Chinese text: 国内生产总值(GDP), not unit(s)."""
    before = text[max(0, pair.opening.at - 2) : pair.opening.at].strip()[-1:]
    after = text[pair.closing.at + 1 : pair.closing.at + 2]
    follows_latin = before.isascii() and (before.isalpha() or before == "]")
    return is_chinese(before) or (is_chinese(after) and not follows_latin)
