"""The same thing with two different figures: 发放问卷1530份 and 发放问卷1350份."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.figures.quantities import Quantity, last_unit
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups
from speechgen.messages import translated
from speechgen.model import Severity

# Words that do not describe what is counted.
_NEUTRAL = lazily(
    r"我们|你们|我组|本组|督导组|巡察组|考核组|检查组|督查组|指导组|共计|一共|总共|合计|累计|先后|前后|已经|刚才|前面|上面|开头|说到|讲到|提到|说过|讲过"
    r"|这次|此次|本次|期间|以来|达到|将近|接近|大约|超过|[共已就也了都有为是达到近约仅只超逾的在]"
)
# Words by which two figures differ: time, place, ordinal.
_DISTINGUISHING = lazily(
    r"这|该|此|其|又|再|另|各|每|平均|人均|均|分别|第.|首|[\u4e00-\u9fff0-9]{0,3}(?:年|月|季度|阶段|轮|批|期|日|天)|昨|今|上次|下次|原|由|从|比|较|增|减"
    r"|降|升|要|力争|计划|目标|应|最|余下|剩|甲|乙|某|[一二三四五六七八九十]是"
)
# A period that what follows is about: a whole report often has one part for five years, one for last year and one for
# the next.
_PERIOD = lazily(
    r"(?:^|[。！？\n])[^。，：\n]{0,12}?(今年|去年|明年|20[0-9]{2}年|“?十[三四五六]五”?|[过这]去?的?[三四五]年|[三四五]年来|上半年|下半年|下一步)"
)
_FARTHEST_PERIOD = 4_000  # characters
_PLACE = lazily(
    r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|村|社区|县|街道|公司|学院|中学|小学|医院|支部|科室|分院|分局|大队|班|系|部门|企业|园区|组)"
)
_OTHERS = lazily(r"这|该|此|其|又|再|另|各|每|平均|人均|分别|某|比|由|从")
_END = lazily("[。！？\n]")
_RECALLED = lazily(
    "前面|刚才|上面|开头|说到|讲到|提到|讲过|说过|提过|讲了|前述|上述|如前|正如|总的|回头看|回过头|重复|再说|再讲|再报|记住|别忘|[归综概总][^，。]{0,2}起来"
)
# Nouns that are counted several times in different contexts: 投入资金, 发现问题
_COMMON_NOUNS = "‹figures/words counted_often›"
_COMMON = lazily(f"(?:{_COMMON_NOUNS})$")
_COMMON_AROUND = lazily(f"..(?:{_COMMON_NOUNS}|制度|措施|意见|建议|标准|工作|以上|以下|左右)")
_WORDS = "figures/words"
_NEVER_TWICE = frozenset(("年", "岁", ""))
_PHRASE = lazily(r"[\u4e00-\u9fff]{2,4}的$")
_REST = lazily(r"(?:余下的|剩下的|剩余的|其余|(?:没有|尚未|未)[\u4e00-\u9fff]{2,5}的)$")
_NOUN = lazily(r"[\u4e00-\u9fff]{2,6}")
_LONG_REPORT = 8_000  # characters: what was done last year, and what will be this year, in parts without their years
_NEAR = 60  # characters between 23项工作 and 25项工作中
_OF_ALL = lazily(r"[\u4e00-\u9fff]{1,5}(?:中|当中|里)(?=[，,]|有|[0-9]|[^心学小]{1,6}[0-9])")  # 25项工作中50个点
_THESE = ("这", "上述")
_MAX_COMPARED = 20
_LONG = 6
_LONGEST_LEAD = 10
_MIN_COMMON = (
    4  # characters that the words before two figures must have in common, unless there is a word like 前面说到
)


class _Mention(NamedTuple):
    """A quantity with the words that describe what is counted."""

    quantity: Quantity
    words: str  # the words before it: 发放问卷 of 发放问卷1530份
    around: str  # the words around it: 发放问卷 of 发放1530份问卷


def conflicts(figures: Figures) -> Iterator[Finding]:
    """Report figures with the same words and measure word that cannot both be true."""
    seen: dict[tuple[str, str], list[_Mention]] = {}
    for quantity in figures.quantities:
        if quantity.kind in _NEVER_TWICE or len(figures.by_kind[quantity.kind]) < 2:
            continue
        mention = _mention(quantity, figures)
        words = {
            part
            for part in (mention.words[-2:], mention.words[:_MIN_COMMON], mention.around[:_MIN_COMMON])
            if len(part) > 1
        }
        keys = [(part, quantity.kind) for part in sorted(words)]
        for earlier in (each for key in keys for each in seen.get(key, ())[-_MAX_COMPARED:]):
            if severity := _severity(earlier, mention, figures):
                pair = (earlier.quantity, quantity)
                original, repeated = reversed(pair) if _is_recalled(earlier.quantity, figures) else pair
                is_recalled = _is_recalled(earlier.quantity, figures) or _is_recalled(quantity, figures)
                is_sure = is_recalled or len(figures.text) < _LONG_REPORT
                yield _finding(repeated, original, severity if is_sure else "warning", figures)
                break
        for key in keys:
            seen.setdefault(key, []).append(mention)
    yield from _repeated_figures(figures)


def _finding(quantity: Quantity, other: Quantity, severity: Severity, figures: Figures) -> Finding:
    words = figures.draft.text[start_of(figures.text, quantity.start, limit=8) : quantity.end]
    message = translated("{words}, but elsewhere the speech has {other}", words=words, other=figures.words(other))
    return Finding(quantity.start, quantity.end, message, translated("correct one of them"), severity=severity)


def _mention(quantity: Quantity, figures: Figures) -> _Mention:
    """A quantity with the words that describe what is counted, without neutral words."""
    start = start_of(figures.text, quantity.start, limit=30)
    words = _NEUTRAL.sub("", figures.text[start : quantity.start])
    noun = _NOUN.match(figures.text, quantity.end) if len(words) > 1 else None
    return _Mention(quantity, words, words[-2:] + noun[0] if noun else "")


def _severity(earlier: _Mention, later: _Mention, figures: Figures) -> Severity | None:
    """The severity for two figures of the same thing that differ; None if they may be of different things."""
    one, other = earlier.quantity, later.quantity
    if one.low <= other.high and other.low <= one.high:
        return None
    is_same = earlier.words.endswith(later.words) or later.words.endswith(earlier.words)
    is_reordered = _is_reordered(earlier, later)
    if not (is_same or is_reordered) or not _END.search(figures.text, one.end, other.start):
        return None  # 上半年检查3次，下半年检查4次
    contexts = [_context(each, figures) for each in (one, other)]
    times, names = [[set(pattern.findall(context)) for context in contexts] for pattern in (_DISTINGUISHING, _PLACE)]
    is_recalled, is_same_time = any(_RECALLED.search(context) for context in contexts), times[0] == times[1]
    are_apart = (names[0] != names[1] and all(names)) or (not is_recalled and not is_same_time and all(times))
    are_apart = are_apart or (
        not is_recalled and (_has_own_subject(one, other, figures) or _are_of_two_periods(one, other, figures))
    )
    are_others = "其" in times[1] or _OTHERS.search(earlier.words) or _OTHERS.search(later.words)
    if are_apart or (are_others and not is_recalled):
        return None
    if is_reordered and (
        is_recalled or not (_COMMON_AROUND.match(earlier.around) or _COMMON_AROUND.match(later.around))
    ):
        return "error" if is_recalled else "warning"  # 发放的1350份问卷
    return _of_same_words(earlier, later, is_recalled=is_recalled, is_same_time=is_same_time) if is_same else None


def _context(quantity: Quantity, figures: Figures) -> str:
    return figures.text[start_of(figures.text, quantity.start, "。！？；\n", 60) : quantity.start]


def _is_recalled(quantity: Quantity, figures: Figures) -> bool:
    """Whether the text says that the figure was mentioned before: 前面说到."""
    return bool(_RECALLED.search(_context(quantity, figures)))


def _has_own_subject(one: Quantity, other: Quantity, figures: Figures) -> bool:
    """Whether the later sentence begins with different words, which may be another subject: 12县市巡察机构……"""
    text = figures.text
    leads = [
        _NEUTRAL.sub("", text[start_of(text, each.start, SENTENCE, 60) : start_of(text, each.start)])
        for each in (one, other)
    ]
    return len(leads[1]) > _LONGEST_LEAD and leads[0] != leads[1]


def _are_of_two_periods(one: Quantity, other: Quantity, figures: Figures) -> bool:
    """Whether the last words for a period before the figures, in their own paragraphs or above, are not the same."""
    periods = [_period(each, figures) for each in (one, other)]
    return all(periods) and periods[0] != periods[1]


def _period(quantity: Quantity, figures: Figures) -> str:
    """The period of a figure: 2025年, 五年; the words nearest before it, at the start of a sentence or in a heading."""
    text = figures.text[max(0, quantity.start - _FARTHEST_PERIOD) : quantity.start]
    periods = [found[1] for found in _PERIOD.finditer(text)]
    return periods[-1] if periods else ""


def _is_reordered(earlier: _Mention, later: _Mention) -> bool:
    """Whether the words are the same in a different order: 发放1350份问卷 and 发放问卷1530份."""
    pairs = ((earlier.words, later.around), (later.words, earlier.around), (earlier.around, later.around))
    return any(len(words) >= _MIN_COMMON and words[:_MIN_COMMON] == turned[:_MIN_COMMON] for words, turned in pairs)


def _of_same_words(earlier: _Mention, later: _Mention, *, is_recalled: bool, is_same_time: bool) -> Severity | None:
    """The severity for two figures of which one has all words of the other, or the last of them, before it."""
    shorter, longer = sorted((earlier.words, later.words), key=len)
    is_measured = later.quantity.kind in groups(_WORDS)["measured"]
    is_common = is_measured or bool(_COMMON.search(shorter))
    is_long = is_recalled or len(shorter) >= _LONG
    if len(shorter) < (2 if is_recalled else _MIN_COMMON):
        return None
    if shorter != longer:
        return "warning" if is_long and is_same_time and not is_common else None
    if is_common and not is_long and (is_measured or not is_same_time):
        return None
    is_sure = is_recalled or (is_same_time and not is_common)
    return "error" if is_sure and not _is_rounded(earlier.quantity, later.quantity) else "warning"


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one figure may be the other one rounded: 20场 and 23场."""
    unit = max(last_unit(one.value), last_unit(other.value))
    return unit >= 10 and abs(one.value - other.value) < unit


def _repeated_figures(figures: Figures) -> Iterator[Finding]:
    """Report figures that refer back to an earlier one and differ from it: 这38个问题, 余下的558亩."""
    for quantity in figures.quantities:
        if not quantity.kind or quantity.kind in groups(_WORDS)["never_again"] or not quantity.is_exact:
            continue
        before = figures.text[max(0, quantity.start - 8) : quantity.start]
        rest, phrase = _REST.search(before), _PHRASE.search(before)
        is_of_all = quantity.value > 10 and bool(_OF_ALL.match(figures.text, quantity.end))
        if not rest and not phrase and not is_of_all and not (quantity.value > 10 and before.endswith(_THESE)):
            continue
        earlier = figures.before(quantity)
        if not earlier or any(each.low <= quantity.value <= each.high for each in earlier):
            continue
        line = figures.draft.number(quantity.start)
        apart = [each for each in earlier if figures.draft.number(each.start) != line]
        if rest:
            same = apart if len(apart) == len(earlier) else []
            original = next((each for each in same if figures.text.endswith(rest[0], 0, each.start)), None)
        elif phrase and not _DISTINGUISHING.search(phrase[0]):  # 欠下的7个实验, and then 欠下的1个分组实验
            same = [each for each in apart if figures.text.endswith(phrase[0], 0, each.start)]
            original = _with_noun(quantity, same, figures)
        else:
            near = [each for each in earlier if not is_of_all or quantity.start - each.end < _NEAR]
            original = _with_noun(quantity, near, figures) if is_of_all or before.endswith(_THESE) else None
        if original is not None:
            message = translated(
                "{quantity} is repeated with a different figure: first {original}",
                quantity=figures.words(quantity),
                original=figures.words(original),
            )
            yield Finding(quantity.start, quantity.end, message, translated("correct one of them"), severity="warning")


def _with_noun(quantity: Quantity, earlier: Sequence[Quantity], figures: Figures) -> Quantity | None:
    """The first of the earlier figures with the same noun."""
    noun = _NOUN.match(figures.text, quantity.end)
    return next((each for each in earlier if noun and _is_next_to(noun[0], each, figures)), None)


def _is_next_to(noun: str, quantity: Quantity, figures: Figures) -> bool:
    """Whether a noun is before or after a quantity: 问题38个, 38个问题."""
    context = figures.text[max(0, quantity.start - 6) : quantity.end + 6]
    return any(noun[at : at + 2] in context for at in range(len(noun) - 1))
