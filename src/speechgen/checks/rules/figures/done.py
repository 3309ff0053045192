"""More done than there was to do: 受理案件120件，审结131件; more cases than people who were arrested in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_LONGEST_LEAD = 24
_SMALLEST_SCALE = 1_000  # of a figure with 千, 万 or 亿
_IN_BRACKETS = lazily("[（(](?![^）)]*(?:共|总|比|较|原|同期|[去上前]年|累计))[^）)0-9，,。；;]{0,8}")
_AMONG = lazily(
    r"[^，,。；;：:（(0-9]{0,8}(?<![一二三四五六七八九])(?:中|里|当中|之中)[，,]?(?:已经?|共|仅|只|就)?(?:有|办结|整改|解决|完成)?[^，,。；;：:0-9增多长]{0,4}"
)
_OF_ONE_SORT = frozenset(("人", "名", "户", "件", "份", "条", "张", "人次"))  # not 个: 3个镇中，有5个村
_THERE_WERE = lazily(
    r"(?:共|共有|总共|合计|累计|列入|列出|梳理|查摆|发现|收到|受理|发放|发出|应到|应参加|现有|全[镇县市局校院]有)[^，,。；;：:0-9]{0,10}$"
)
_OF_THEM = lazily(
    r"[^，,。；;：:0-9]{0,6}[，,](?:(?:目前|现在|至今|到会后)?(?:已经?|全部)?(?:办结|整改|解决|化解|完成|销号|兑现|落实|收回|回收|实到|实际参加)(?:了|的有)?)"
    r"[^，,。；;：:0-9]{0,6}"
)


class _Labelled(NamedTuple):
    """A quantity with the words that say what it is: for the second figure of 审结120件131人, those of the first."""

    quantity: Quantity
    label: str
    is_next: bool  # right after another figure


class _Pair(NamedTuple):
    """How what there was, and what was done of it, is put."""

    whole: str
    part: str


# Of 新收 cases there may be fewer than were closed, for some are of the year before.
_CASES = r"(?:各类|各种|全部)?(?:案件|刑事案件|民事案件|行政案件|执行案件|诉讼案件)?"
_PAIRS = (
    _Pair(rf"受理{_CASES}$", rf"(?:审结|办结|审执结|执结|结案){_CASES}$"),
    _Pair(
        r"(?:提请|(?<!经)审查(?!批准|决定))[^，,。；;]{0,8}(?:逮捕|批捕)[^，,。；;]{0,4}$",
        r"(?<!不)(?:批准逮捕|决定逮捕|批捕|批准)$",
    ),
    _Pair(r"移送[^，,。；;]{0,6}起诉[^，,。；;]{0,4}$", r"(?<![不移送])(?:提起公诉|决定起诉|起诉)$"),
)
_WHOLE = lazily("|".join(f"(?P<whole{number}>{pair.whole})" for number, pair in enumerate(_PAIRS)))
_PART = lazily("|".join(f"(?P<part{number}>{pair.part})" for number, pair in enumerate(_PAIRS)))
_KIND_OF_CASE = lazily("刑事|民事|行政|执行")
_ABOUT_CASES = ("受理", "逮捕", "批捕", "起诉")
_ARRESTED = lazily(r"(?:批准逮捕|决定逮捕|批捕|提起公诉|(?<!移送审查)(?<!移送)起诉|立案侦查)$")
_APPLIED = lazily(r"(?:[^，,。；;0-9]{0,6}(?:踊跃|积极|自愿|主动))?(?:报名|应聘|申报|参评|竞聘)")
_CHOSEN = lazily(
    r"(?:最终|择优|选拔|遴选)[^，,。；;]{0,8}(?:录取|录用|入选|入围|选出|评出|选聘|聘用|产生)[^，,。；;]{0,4}$"
)


def more_than_there_were(figures: Figures) -> Iterator[Finding]:
    """Report 共有事项282项，已办结305项, and 43名党员中，有48名参加."""
    for sentence in figures.sentences:
        for whole, part in pairwise(sentence.quantities):
            gap = figures.text[whole.end : part.start]
            if part.value <= whole.value or part.kind != whole.kind or not (part.is_exact and whole.is_exact):
                continue
            lead = figures.text[max(sentence.start, whole.start - _LONGEST_LEAD) : whole.start]
            is_among = whole.kind in _OF_ONE_SORT and _AMONG.fullmatch(gap)
            if is_among or (_THERE_WERE.search(lead) and _OF_THEM.fullmatch(gap)):
                yield _finding(part, whole, figures)


def more_than_came_in(figures: Figures) -> Iterator[Finding]:
    """Report 受理案件120件，审结131件, 批准逮捕30件28人 and 80人报名，最终录用92人."""
    text = figures.text
    for sentence in figures.sentences:
        if any(text.find(word, sentence.start, sentence.end) >= 0 for word in _ABOUT_CASES):
            labelled = _labelled(sentence, figures)
            yield from _cases(labelled, figures)
            yield from _fewer_people(labelled, figures)
        for number, whole in enumerate(sentence.quantities):
            if whole.kind == "人" and _APPLIED.match(text, whole.end):
                yield from _chosen(whole, sentence.quantities[number + 1 :], figures)


def _labelled(sentence: Sentence, figures: Figures) -> list[_Labelled]:
    labelled: list[_Labelled] = []
    end = sentence.start
    for quantity in sentence.quantities:
        label = figures.text[max(end, quantity.start - _LONGEST_LEAD) : quantity.start]
        is_next = not label and bool(labelled)
        labelled.append(_Labelled(quantity, labelled[-1].label if is_next else label, is_next))
        end = quantity.end
    return labelled


def _cases(labelled: Sequence[_Labelled], figures: Figures) -> Iterator[Finding]:
    wholes: dict[tuple[int, str], _Labelled] = {}
    for each in labelled:
        quantity, label, _ = each
        whole, part = _WHOLE.search(label), _PART.search(label)
        if whole is not None:
            wholes[_number(whole.lastgroup), quantity.kind] = each
        elif part is not None:
            before = wholes.get((_number(part.lastgroup), quantity.kind))
            if before is not None and before.quantity.high < quantity.low and _are_of_one_kind(before.label, label):
                yield _finding(quantity, before.quantity, figures)


def _are_of_one_kind(whole: str, part: str) -> bool:
    """Whether the labels do not name two kinds of cases: 受理民事案件, 审结刑事案件."""
    kinds = [set(_KIND_OF_CASE.findall(label)) for label in (whole, part)]
    return not all(kinds) or kinds[0] == kinds[1]


def _number(group: str | None) -> int:
    return int((group or "0")[-1])


def _fewer_people(labelled: Sequence[_Labelled], figures: Figures) -> Iterator[Finding]:
    for (cases, label, _), (people, _, is_next) in pairwise(labelled):
        if (
            is_next
            and (cases.kind, people.kind) == ("件", "人")
            and people.high < cases.low
            and _ARRESTED.search(label)
        ):
            message = translated(
                "{people} in {cases}: each case has one person or more",
                people=figures.words(people),
                cases=figures.words(cases),
            )
            yield Finding(
                people.start, people.end, message, translated("correct one of the two figures"), severity="warning"
            )


def _chosen(whole: Quantity, later: Sequence[Quantity], figures: Figures) -> Iterator[Finding]:
    for part in later:
        lead = figures.text[max(whole.end, part.start - _LONGEST_LEAD) : part.start]
        if part.kind == whole.kind and _CHOSEN.search(lead):
            if part.low > whole.high:
                yield _finding(part, whole, figures)
            return


def more_in_brackets(figures: Figures) -> Iterator[Finding]:
    """Report 经费500万元（市级1500万）, whose part has no measure word."""
    for sentence in figures.sentences:
        for whole, part in pairwise(sentence.quantities):
            gap = figures.text[whole.end : part.start]
            is_scaled = not part.measure and not part.precision % _SMALLEST_SCALE
            is_in_brackets = _IN_BRACKETS.fullmatch(gap) and figures.text.startswith(("）", ")"), part.end)
            if is_scaled and is_in_brackets and whole.measure == "元" and part.low > whole.high:
                yield _finding(part, whole, figures)


def _finding(part: Quantity, whole: Quantity, figures: Figures) -> Finding:
    message = translated(
        "{part} is more than the {whole} that it is a part of", part=figures.words(part), whole=figures.words(whole)
    )
    return Finding(part.start, part.end, message, translated("correct one of the two figures"), severity="warning")
