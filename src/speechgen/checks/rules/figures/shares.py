"""Shares and rates that do not follow from part and total: 23个中已整改18个，占75%."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import CLAUSE, start_of
from speechgen.checks.rules.figures.quantities import Quantity, rounded
from speechgen.checks.rules.figures.sentences import Figures, Sentence
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity

_OF_AN_AREA = lazily("全[国省市县区州旗球](?:的|同类|总|$)")  # whose figure is not in the speech: 占全省的五分之一
_FILLERS = r"(?:达到|超过|将近|接近|为|是|达|到|约|近|了|仅|只有|高达|已|就)*$"
_SHARE = lazily(rf"占(?P<of>[^，,。；;、占]{{0,24}}?)(?:比重|比例|份额|比|的)*{_FILLERS}")
_RATE = lazily(rf"(?P<name>[\u4e00-\u9fff]{{1,8}}?)(?:率|比例|进度|比重){_FILLERS}")
_PART = lazily(rf"(?:抽查|抽测|抽样)?(?:比例|进度|比重){_FILLERS}")
# The words between a figure and 占, if they name another part of it: 5.8万人，其中大学生占64%; 18936件，调解的占63.5%
_PART_WITHOUT_FIGURE = lazily(
    r"[，,；;（(](?P<among>其中[，,]?)?(?:大约|一共|总共|合计|几乎|分别|已经|已|约|仅|只|就|共|都|各|均|也|还|又|却)*"
    r"(?P<words>[0-9\u4e00-\u9fff、“”]{2,16}?)(?:大约|一共|合计|几乎|分别|已经|已|约|仅|只|就|共|各|均|也|还|又|却)*"
)
_SIZE = ("数", "量", "额", "积", "值")  # 户数, 面积: of the figure itself
_NOT_OF_COUNTS = lazily("‹figures/words not_of_counts›")
_COMMA = lazily("[，,]")
_PART_OF_THEM = lazily(r"[^，,。；;0-9]{0,12}中[，,][^，,。；;0-9]{2,16}")
_WHOLE_OF = lazily(r"^[^，,。；;：:]{0,8}(?:中|当中|里|里面|之中|里头)(?:有|，|,|$)")
_NO_COUNT = frozenset(("%", "‰", "个百分点", "倍", "年", "岁", "成", "级", ""))
_MAX_QUANTITIES = 40  # quantities before the share in its sentence that are considered
_MAX_DISTANCE = 4000  # characters after a part in which its total may follow
_HUNDRED = Decimal(100)


class _Claim(NamedTuple):
    """A stated share. `start`: where its words begin, such as 占."""

    percent: Quantity
    start: int
    of: str  # the total in words: 占全县行政村的
    name: str  # what the rate is named after, such as 回收 in 回收率; empty for 占


def shares(figures: Figures) -> Iterator[Finding]:
    """Check each percentage of a known part against every possible total."""
    for sentence in figures.sentences:
        for index, percent in enumerate(sentence.quantities):
            if percent.kind == "%" and index and (claim := _claim(percent, sentence, figures)):
                yield from _check(claim, index, sentence, figures)


def _claim(percent: Quantity, sentence: Sentence, figures: Figures) -> _Claim | None:
    """The claim in 占78% or 整改率为78%; None if the percentage is not a share."""
    first = max(sentence.start, percent.start - 32)
    clause = figures.text[first : percent.start]
    if found := _SHARE.search(clause):
        return _Claim(percent, first + found.start(), found["of"], "")
    begin = start_of(clause, len(clause))
    if found := _PART.fullmatch(clause, begin):
        return _Claim(percent, first + begin, "", "")
    found = _RATE.search(clause, begin)
    if found and not _NOT_OF_COUNTS.search(found["name"]):
        return _Claim(percent, first + found.start(), "", found["name"])
    return None


def _check(claim: _Claim, index: int, sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    before = [
        each
        for each in sentence.quantities[max(0, index - _MAX_QUANTITIES) : index]
        if each.kind not in _NO_COUNT and each.is_exact
    ]
    named = [each for each in before if each.start > claim.start]  # 占全市3012.6亿元的16.1%
    parts = [each for each in before if each.start < claim.start]
    if not parts:
        return
    if named:
        same = [each for each in parts if each.kind == named[-1].kind]
        if same and not any(_fits(claim.percent, each, named[-1]) for each in same):
            yield _finding(claim, same[-1], named[-1], figures)
    elif (not _is_near(parts[-1], claim, figures) or _has_own_subject(parts[-1], claim, figures)) or (
        not claim.name and _is_of_part_without_figure(parts[-1], claim, figures)
    ):
        return
    elif claim.name:
        yield from _rate(claim, [each for each in parts if each.kind == parts[-1].kind], figures)
    else:
        yield from _share(claim, parts, sentence, figures)


def _share(claim: _Claim, parts: Sequence[Quantity], sentence: Sentence, figures: Figures) -> Iterator[Finding]:
    """Check 占78%, whose part is the figure before it."""
    part = parts[-1]
    if _OF_AN_AREA.match(claim.of):
        return
    candidates = _same_clause(part, parts, figures)
    if certain := _certain_total(part, parts, figures):
        if not any(_fits(claim.percent, each, total) for each in candidates for total in parts):
            is_of_it = not claim.of or _is_named(certain, claim.of, figures)
            yield _finding(claim, part, certain, figures, severity=None if is_of_it else "warning")
        return
    if any(_fits(claim.percent, each, total) for each in candidates for total in _possible_totals(each, figures)):
        return
    same = figures.within(part.kind, sentence.start, sentence.end)
    everything = sum((each.value for each in same), Decimal(0))
    if any(
        _fits(claim.percent, each, part._replace(value=everything, low=everything, high=everything))
        for each in candidates
    ):
        return  # 3家优秀，占5%，12家良好，占20%，其余45家合格
    totals = [each for each in same if each.start < part.start and not _has_share(each, figures)]
    if totals and not claim.of:
        yield _finding(claim, part, max(totals, key=lambda each: each.value), figures)
        return
    around = _around(part, claim, figures)
    near = around if not claim.of else [each for each in around if _is_named(each, claim.of, figures)]
    if near:
        yield _finding(claim, part, max(near, key=lambda each: each.value), figures, severity="warning")


def _rate(claim: _Claim, same: Sequence[Quantity], figures: Figures) -> Iterator[Finding]:
    """Check 发放420份，收回399份，回收率95%, whose part is the figure that the rate is named after."""
    if _has_other_percentage(claim, same[0], figures):
        return
    part = next((each for each in reversed(same) if _gives_name(each, claim, figures)), None)
    total = next((each for each in reversed(same) if part and each.start < part.start), None)
    named = [each for each in same if _gives_name(each, claim, figures)] if total else []
    for each in named or [*same, *_sums(same)]:
        others = same if named else _possible_totals(each, figures)
        others = [other for other in others if other.start != each.start or other.value != each.value]
        if any(
            _fits(claim.percent, each, other) or (not named and _leaves(claim.percent, each, other)) for other in others
        ):
            return
    if part and total:
        is_part = part.value < total.value  # 504 is no part of 61
        yield _finding(claim, part, total, figures, severity=None if is_part else "warning")
    elif len(same) > 1 and same[-2].value > same[-1].value and _names_it(same[-2].end, claim, figures):
        yield _finding(claim, same[-1], same[-2], figures, severity="warning")
    elif part and (larger := [each for each in _around(part, claim, figures) if each.value > part.value]):
        yield _finding(claim, part, max(larger, key=lambda each: each.value), figures, severity="warning")


def _has_share(part: Quantity, figures: Figures) -> bool:
    """Whether a figure is a part with its own share, and so not a total."""
    at = bisect_right(figures.quantities, part)
    following = figures.quantities[at] if at < len(figures.quantities) else None
    return following is not None and following.kind == "%" and "占" in figures.text[part.end : following.start]


def _has_other_percentage(claim: _Claim, first: Quantity, figures: Figures) -> bool:
    """Whether the sentence has another percentage before the rate, of another time or another part."""
    return "%" in figures.text[first.end : claim.start]


def _names_it(start: int, claim: _Claim, figures: Figures) -> bool:
    """Whether the words before a rate have one of the last two characters of its name."""
    return any(sign in figures.text[start : claim.start] for sign in claim.name[-2:])


def _gives_name(part: Quantity, claim: _Claim, figures: Figures) -> bool:
    """Whether the words before a figure have the rate's name: 收回399份 and 回收率."""
    clause_start = start_of(figures.text, part.start, f"{CLAUSE}0123456789")
    return all(sign in figures.text[clause_start : part.start] for sign in claim.name[-2:])


def _is_near(part: Quantity, claim: _Claim, figures: Figures) -> bool:
    """Whether no other statement is between a part and its share."""
    between = figures.text[part.end : claim.start]
    return len(between) <= 24 and sum(between.count(mark) for mark in "，,；;：:") <= 1 and "；" not in between


def _is_of_part_without_figure(whole: Quantity, claim: _Claim, figures: Figures) -> bool:
    """Whether the share is that of a part that is only named, and the figure before it is the whole."""
    found = _PART_WITHOUT_FIGURE.fullmatch(figures.text, whole.end, claim.start)
    if found is None or found["words"].endswith(_SIZE):
        return False
    words, clause = found["words"], figures.text[start_of(figures.text, whole.start) : whole.start]
    is_of_kind = clause.endswith(words[-2:]) and words not in clause  # 企业320家，民营企业占78%
    is_figure = any(words[at : at + 2] in clause for at in range(len(words) - 1))  # 已整改18个，整改完成的占75%
    return bool(found["among"]) or is_of_kind or not is_figure


def _has_own_subject(part: Quantity, claim: _Claim, figures: Figures) -> bool:
    """Whether the share is of another thing than the figure before it: 收入752.8亿元、增长11.2%，税收占比82.3%,
    新增就业8万人，高校毕业生就业率达90%, 200个项目中，新兴产业占47%.
    """
    between = figures.text[part.end : claim.start]
    if claim.name:
        subject = claim.name[-4:-2]
        return len(subject) > 1 and subject not in figures.text[max(0, part.start - 40) : claim.start]
    clause = _COMMA.split(between)[-1]
    if "%" in between and clause and clause != between:
        return True
    return bool(_PART_OF_THEM.fullmatch(between))


def _same_clause(part: Quantity, parts: Sequence[Quantity], figures: Figures) -> list[Quantity]:
    """The part, and the parts before it in the same clause: 872户2616人，户数占77.6%."""
    clause_start = start_of(figures.text, part.start)
    return [each for each in parts if each.start >= clause_start]


def _sums(parts: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the sums of the last two parts, of the last three, and of the two before the last one.

    优良率 after 优秀14节、良好17节、一般5节 is the share of the first two.
    """
    for first, last in ((-2, None), (-3, None), (-3, -1)):
        run = parts[first:last]
        if len(run) > 1:
            total = sum((each.value for each in run), Decimal(0))
            yield run[-1]._replace(value=total, low=total, high=total)


def _certain_total(part: Quantity, parts: Sequence[Quantity], figures: Figures) -> Quantity | None:
    """The total marked by 其中 or 中: 发现23个，其中已整改18个; 23个中已整改18个."""
    same = [each for each in parts if each.kind == part.kind and each.start < part.start]
    for each in reversed(same):
        after = figures.text[each.end : part.start]
        opener = after.find("其中")
        if (opener >= 0 and not any(each.end < other.start < each.end + opener for other in same)) or _WHOLE_OF.match(
            after
        ):
            return each
    return None


def _possible_totals(part: Quantity, figures: Figures) -> Sequence[Quantity]:
    """Every figure that the part may be a share of."""
    return figures.within(part.kind, 0, part.end + _MAX_DISTANCE)


def _around(part: Quantity, claim: _Claim, figures: Figures) -> list[Quantity]:
    """The other figures of the same paragraph that the part may be a share of."""
    passage = figures.draft.passage(claim.start)
    around = figures.within(part.kind, passage.start, passage.end)
    return [each for each in around if each.start != part.start and not _has_share(each, figures)]


def _is_named(total: Quantity, words: str, figures: Figures) -> bool:
    """Whether the total in words (占全县行政村的) is next to a figure: 187个行政村."""
    context = figures.text[max(0, total.start - 10) : total.end + 8]
    return any(words[at : at + 2] in context for at in range(len(words) - 1))


def _fits(percent: Quantity, part: Quantity, total: Quantity) -> bool:
    """Whether a percentage is the share of a part in a total, rounded up or down at its last digit."""
    if total.value <= 0 or part.kind != total.kind:
        return False
    minimum = (part.low - _half(part)) / (total.high + _half(total)) * _HUNDRED
    maximum = (part.high + _half(part)) / max(total.low - _half(total), Decimal(1).scaleb(-9)) * _HUNDRED
    margin = percent.precision if percent.is_exact else Decimal(0)
    return percent.low - margin < maximum and minimum < percent.high + margin


def _leaves(percent: Quantity, part: Quantity, total: Quantity) -> bool:
    """Whether a percentage is the share of the rest, total minus part: 入库1950，出库760，削峰率61%."""
    value = total.value - part.value
    return _fits(percent, part._replace(value=value, low=value, high=value), total)


def _half(quantity: Quantity) -> Decimal:
    return quantity.precision / 2 if quantity.precision != 1 else Decimal(0)


def _finding(
    claim: _Claim, part: Quantity, total: Quantity, figures: Figures, severity: Severity | None = None
) -> Finding:
    share = rounded(part.value / total.value * _HUNDRED, claim.percent.precision)
    stated = figures.words(claim.percent)
    message = translated(
        "{stated} does not follow from {part} of {total}, which is {share}%",
        stated=stated,
        part=figures.words(part),
        total=figures.words(total),
        share=f"{share:f}",
    )
    return Finding(
        claim.percent.start, claim.percent.end, message, translated("correct one of them"), severity=severity
    )
