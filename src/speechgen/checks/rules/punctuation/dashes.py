"""Ellipses and dashes: …… and ——, each two characters wide, and what people type instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import HAN, finding, is_chinese
from speechgen.messages import translated

DOTS = frozenset("…⋯·・．")
_DOTS = lazily("[…⋯·・．]+")
_LONGEST = 9

DASHES = "—–―─－−‐﹣-"
_DASH = lazily(f"[{DASHES}]+")
# The short dash, 一字线, joins times, places and things of one kind (4.13.3.2): 周一—周五, 中国—东盟博览会, 县—乡—村.
_JOINED_BEFORE = lazily(
    f"(?:[年月日时点周0-9]|周[一二三四五六日末]|星期[一二三四五六日]|中国|[{DASHES}][{HAN}]{{1,6}})$"
)
# - joins the parts of a name: 让-雅克·卢梭.
_JOINED_AFTER = lazily(
    f"[{HAN}]{{1,10}}(?:博览会|论坛|峰会|走廊|铁路|高铁|高速|公路|航线|班列|沿线|经济带|盆地|板块|路段|自贸|管道|合作|关系"
    "|都市圈|经济圈|城市群|城镇带|发展轴|主轴|主核|旅游带|生态带|雪山|草原|景区|一带|一段|一线|之间|沿岸)"
    f"|[{HAN}]{{1,4}}线(?![上下索])"
    f"|[{HAN}]{{1,6}}[·{DASHES}][{HAN}]"
)


def ellipses(draft: Draft) -> Iterator[Finding]:
    """Report every ellipsis that is not ……. Sequences of . and 。 are left to `marks_in_a_row`."""
    for found in _DOTS.finditer(draft.text):
        yield from _ellipsis(draft.text, found)


def dashes(draft: Draft) -> Iterator[Finding]:
    """Report every dash in Chinese text that is not ——."""
    for found in _DASH.finditer(draft.text):
        yield from _dash(draft.text, found)


def _ellipsis(text: str, found: re.Match[str]) -> Iterator[Finding]:
    """Check one sequence of dots.

    …… is correct, and so is ………… on a line of its own, where paragraphs are omitted (4.11.3.7). Longer sequences lead
    to a page number; one or two · are part of a name.
    """
    if len(found[0]) < 3 and not ("…" in found[0] or "⋯" in found[0]):
        return
    before, after = text[max(0, found.start() - 1) : found.start()].strip(), text[found.end() : found.end() + 1].strip()
    is_line = not before and not after
    if found[0] == "……" or (found[0] == "…………" and is_line) or len(found[0]) > _LONGEST:
        return
    if any(is_chinese(adjacent) or adjacent in ("", *"“”‘’") for adjacent in (before, after)):
        yield finding(
            *found.span(),
            translated("{marks} is not a correct ellipsis", marks=found[0]),
            "4.11.2",
            translated("write ……"),
            replacement="……",
        )


def _dash(text: str, found: re.Match[str]) -> Iterator[Finding]:
    """Check a dash between Chinese characters or at a paragraph start. A hyphen may join words or be a bullet."""
    start, end = found.span()
    if found[0] == "——" or (len(found[0]) > 3 and found[0] != "————"):
        return
    before, after = text[max(0, start - 8) : start], text[end : end + 20]
    at_start = not before or before[-1] == "\n"
    left, right = before.rstrip(" "), after.lstrip(" ")
    follows_chinese = at_start or is_chinese(left[-1:]) or left[-1:] in "”’"
    if not follows_chinese or not (is_chinese(right[:1]) or right[:1] in tuple("“‘")):
        return
    if len(found[0]) > 1:
        yield finding(
            start,
            end,
            translated("{marks} is not a correct dash", marks=found[0]),
            "4.10.2",
            translated("write ——"),
            replacement="——",
        )
    elif at_start:
        new = None if found[0] in "-‐﹣" else "——"
        if new or right == after:  # "- " is a bullet
            message = translated("{marks} is only half a dash", marks=found[0])
            yield finding(
                start, end, message, "4.10.2", translated("write ——, or delete it"), replacement=new, severity="warning"
            )
    elif not (_JOINED_BEFORE.search(left) or _JOINED_AFTER.match(right) or _is_pair(left, right)):
        message = translated("{marks} is only half a dash", marks=found[0])
        fix = translated("write ——; between two times, places or names, write —")
        yield finding(start, end, message, "4.10.2", fix, severity="warning")


def _is_pair(left: str, right: str) -> bool:
    """Whether two names are joined: nothing else is in the quotation, “东山—西湖”; or 东山—西湖这条老路."""
    is_quoted = re.search(f"[“《][{HAN}]{{1,7}}$", left) and re.match(f"[{HAN}]{{1,8}}[”》]", right)
    is_route = re.search(f"(?:^|[^{HAN}])[{HAN}]{{2,4}}$", left) and re.match(
        f"[{HAN}]{{2,4}}(?:[这那]一?[条段]|全[线程]|两地|沿途|往返)", right
    )
    return bool(is_quoted or is_route)
