"""Totals and remainders after their parts: 修订18项、新建13项，合计33项; 214项，已整改171项，尚余34项."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.quantities import Quantity
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.figures.sums import wrong_sum
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity

_SUM_WORDS = lazily("合计|共|总计|加起来|合起来|加在一起|相加|总数")
_SUM = lazily(
    r"(?:合计|共计|总计|加起来|合起来|加在一起|相加|二者共|两项共|三项共|总数|一共|总共)"
    r"[，,]?(?:正好|恰好|刚好|就)?(?:有|为|是|达到|达)?[^，,。；;0-9]{0,6}$"
)
_ADDED = lazily("新|净?增|建成|扩")  # 新认定3家，总数达30家
_FEW = lazily(r"(?:前|后|这|以上|上述)?([二两三四五六七八九])(?:类|种|项|者|个|部分)[^。；;0-9]{0,6}$")
_LISTED = lazily(r"[^，,。；;、0-9]{0,8}[、和及与][^，,。；;、]{0,16}")
_THEN = lazily(r"[^，,。；;、0-9]{0,8}[，,；;（—]{1,2}[^。；;]{0,16}$")
_REST_WORDS = lazily("余下|其余|剩|尚余|另外|尚有|还有|另有|仍有|未|没有")
_REST = lazily(
    r"(?:(?P<sure>余下|其余|剩余|剩下|尚余|还剩|另外)|尚有|还有|另有|仍有|(?:尚未|没有|未)[^，,。；;、0-9]{2,6}的)"
    r"的?[^，,。；;、0-9]{0,6}$"
)
_DONE = lazily("‹figures/words done›")
_NO_TOTALS = frozenset(("%", "‰", "个百分点", "倍", "年", "岁", "", "天", "小时", "分钟"))
_MAX_PARTS = 12
_MAX_BEFORE = 40


def totals(figures: Figures) -> Iterator[Finding]:
    """Check figures with 合计 or 其余 against the figures before them."""
    for sentence in figures.sentences:
        words = figures.text[sentence.start : sentence.end]
        has_sum, has_rest = bool(_SUM_WORDS.search(words)), bool(_REST_WORDS.search(words))
        for quantity in sentence.quantities if has_sum or has_rest else ():
            if quantity.kind not in _NO_TOTALS and quantity.is_exact:
                if has_sum:
                    yield from _total(quantity, sentence, figures)
                if has_rest:
                    yield from _remainder(quantity, sentence, figures)


def _total(total: Quantity, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 修订制度18项、新建制度13项，合计31项."""
    text = figures.text
    clause = text[max(sentence.start, total.start - 16) : total.start]
    if not _SUM.search(clause) or ("总数" in clause and _ADDED.search(text, sentence.start, total.start)):
        return
    passage = figures.draft.passage(total.start)
    before = figures.within(total.kind, passage.start, total.start, _MAX_BEFORE)
    if _is_sum(total, before):
        return
    here = [each for each in before if each.start >= sentence.start]
    is_next = bool(here) and bool(_THEN.match(text[here[-1].end : total.start]))
    is_list = len(here) > 1 and bool(_LISTED.fullmatch(text[here[-2].end : here[-1].start]))
    few = _FEW.search(clause)  # 前两类合计
    if is_list and is_next:
        yield wrong_sum(total, _list(here, figures), figures, "error")
    elif few and len(before) > 1:
        yield wrong_sum(total, before[-(read_numeral(few[1]) or 2) :], figures, "warning")
    elif len(here) > 1 and is_next:
        yield wrong_sum(total, here[-2:], figures, "warning")


def _is_sum(total: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a total equals one of the figures before it, or the sum of consecutive ones."""
    slack = (
        min((each.precision for each in (total, *before)), default=Decimal(1)) * 2
        if total.precision != 1
        else Decimal(0)
    )
    for first in range(len(before)):
        added = Decimal(0)
        for each in before[first : first + _MAX_PARTS]:
            added += each.value
            if abs(added - total.value) <= slack:
                return True
    return False


def _list(quantities: Sequence[Quantity], figures: Figures) -> list[Quantity]:
    """The last quantities that are joined by 、 or 和."""
    first = len(quantities) - 1
    while first and _LISTED.fullmatch(figures.text[quantities[first - 1].end : quantities[first].start]):
        first -= 1
    return list(quantities[first:])


def _remainder(rest: Quantity, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 214项，已整改171项，尚余43项."""
    text = figures.text
    word = _REST.search(text[max(sentence.start, rest.start - 18) : rest.start])
    if not word:
        return
    passage = figures.draft.passage(rest.start)
    earlier = figures.before(rest)
    before = [each for each in earlier if each.start >= passage.start][-_MAX_PARTS:]
    is_known = any(each.value == rest.value for each in earlier)  # 余下的558亩, mentioned again
    if len(before) < 2 or is_known or any(not each.is_exact for each in before[-3:]) or _is_left(rest, before):
        return
    part = before[-1]
    here = [each for each in before if each.start >= sentence.start]
    total = max(here[:-1] or before[:-1], key=lambda each: each.value)
    between = text[total.end : rest.start]
    is_done = bool(_DONE.search(between))
    is_near = len(here) > 1 or (is_done and between.count("。") < 3)
    if total.is_exact and total.value > max(part.value, rest.value) and is_near:
        left = figures.shown(total.value - part.value, total)
        message = translated(
            "{rest} is not what remains of {total} after {part}, which is {left}",
            rest=figures.words(rest),
            total=figures.words(total),
            part=figures.words(part),
            left=left,
        )
        is_sure = is_done and word["sure"] and len(here) > 1
        severity: Severity = "error" if is_sure else "warning"
        yield Finding(rest.start, rest.end, message, translated("correct one of them"), severity=severity)


def _is_left(rest: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a remainder is an earlier figure minus one or more of those that follow it."""
    slack = rest.precision * 2 if rest.precision != 1 else Decimal(0)
    for first, total in enumerate(before):
        added = Decimal(0)
        for part in before[first + 1 :]:
            added += part.value
            if abs(total.value - part.value - rest.value) <= slack or abs(total.value - added - rest.value) <= slack:
                return True
    return False
