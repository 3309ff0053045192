"""Phrases that a text repeats, and places where it has almost one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from speechgen.checks.rules.patterns import lazily

_TIMES = 3
_ANCHOR = 4  # characters: a phrase is looked for where the text has this many of it three times
_BREAK = "\n"  # in place of all that is in no phrase
_BREAKS = lazily("[^\u4e00-\u9fff“”‘’、]")
_NUMBERS = "零一二三四五六七八九十百千万亿两几第"
_FUNCTION_WORDS = "的和与及是在了、“”‘’于以为对把将等或我你他们中又再也都就"
_NEVER = frozenset(_NUMBERS + _FUNCTION_WORDS + _BREAK)
# One instead of another of these is another thing: 全省 and 全市, 收入 and 支出.
_LEVELS = "省市县区乡镇村国州"
_OPPOSITES = (
    "东西南北",
    "春夏秋冬",
    "大中小",
    "上下内外前后左右",
    "收支增减升降",
    "党政",
    "男女",
    "老幼少",
    "早晚",
    "厅局部委",
    "工企农商",
)
_CONTRASTS = (_LEVELS, *_OPPOSITES)
_MAX_SHOWN = 8  # characters before and after a variant that are shown with it

_Key: TypeAlias = "tuple[str, str]"


class Variant(NamedTuple):
    """The characters `start` to `end` of a text are almost `phrase`, which it has several times.

    `first`, `last`: those that differ begin and end there.
    """

    start: int
    end: int
    phrase: str
    times: int
    first: int = 0
    last: int = 0


class _Shape(NamedTuple):
    """The form of a variant: a phrase of `size` characters of which `width` differ; at least so many are the same
    before and after them. `at_end`: the phrase ends before a mark or a function word. `shares`: the words have a
    character in common.
    """

    size: int
    width: int
    before: int
    after: int
    at_end: bool = False
    shares: bool = False


# As measured in real speeches: each of these finds fewer than 0.3 in 20,000 characters that are meant so.
_SHAPES = (
    _Shape(6, 1, 2, 2),
    _Shape(9, 2, 2, 2),
    _Shape(5, 2, 3, 0, at_end=True, shares=True),
    _Shape(9, 2, 7, 0, at_end=True),
    _Shape(6, 2, 0, 4, shares=True),
)
_SWAPS = ((5, 1, 1), (7, 2, 0), (9, 2, 1), (9, 2, 2), (9, 2, 3))  # size, characters swapped, characters between them


def variants(text: str) -> Iterator[Variant]:
    """Yield each place that has almost a repeated phrase, from left to right."""
    phrases = _Phrases(text)
    end = 0
    for found in sorted({*_with_other_words(phrases), *_swapped(phrases)}) if phrases.places else ():
        if found.start >= end:
            end = found.end
            yield _widened(phrases.text, found)


class _Phrases:
    """The repeated phrases of a text. `places`: where four characters are that the text has three times or more."""

    def __init__(self, text: str) -> None:
        self.text = _BREAKS.sub(_BREAK, text)
        self._quads = [self.text[at : at + _ANCHOR] for at in range(len(self.text) - _ANCHOR + 1)]
        anchors = {quad for quad, times in Counter(self._quads).items() if times >= _TIMES and _BREAK not in quad}
        self.places = [at for at, quad in enumerate(self._quads) if quad in anchors]
        self._anchors = anchors

    def of_size(self, size: int) -> Mapping[str, int]:
        """Those of so many characters, with how often the text has them."""
        quads, last = self._quads, size - _ANCHOR
        counts = Counter(
            [
                self.text[at : at + size]
                for at in self.places
                if at + last < len(quads) and quads[at + last] in self._anchors
            ]
        )
        return {phrase: times for phrase, times in counts.items() if times >= _TIMES and _BREAK not in phrase}

    def beginning_with(self, pairs: Iterable[str]) -> Iterator[int]:
        """Yield where the text has one of these pairs of characters."""
        for pair in sorted(set(pairs)):
            at = self.text.find(pair)
            while at >= 0:
                yield at
                at = self.text.find(pair, at + 1)


def _with_other_words(phrases: _Phrases) -> Iterator[Variant]:
    for shape in _SHAPES:
        repeated = phrases.of_size(shape.size)
        keys: dict[_Key, str] = {}
        for phrase in repeated:
            for first in range(shape.before, shape.size - shape.width - shape.after + 1):
                if not _NEVER.intersection(phrase[max(0, first - 1) : first + shape.width]):
                    keys[phrase[:first], phrase[first + shape.width :]] = phrase
        for at, phrase in _once_otherwise(phrases, shape, keys):
            yield Variant(at, at + shape.size, phrase, repeated[phrase])


def _once_otherwise(phrases: _Phrases, shape: _Shape, keys: Mapping[_Key, str]) -> Iterator[tuple[int, str]]:
    """Yield the places that have the words around a word of a phrase, and once another word between them."""
    found: dict[_Key, list[int]] = {}
    text, splits = phrases.text, {len(before) for before, _ in keys}
    offset = 0 if shape.before else shape.width
    for pair_at in phrases.beginning_with((before or after)[:2] for before, after in keys) if keys else ():
        at = pair_at - offset
        words = text[at : at + shape.size] if at >= 0 else ""
        for first in splits if len(words) == shape.size else ():
            key = words[:first], words[first + shape.width :]
            if key in keys:
                found.setdefault(key, []).append(at)
    for key, places in found.items():
        phrase = keys[key]
        others = [at for at in places if not text.startswith(phrase, at)]
        if len(others) != 1 or len(places) <= _TIMES or not _is_variant(text, others[0], phrase, shape):
            continue
        ends = [at for at in places if _ends_phrase(text, at + shape.size)]
        if not shape.at_end or (others[0] in ends and len(ends) > len(places) // 2):
            yield others[0], phrase


def _ends_phrase(text: str, at: int) -> bool:
    """Whether a mark or a function word is there, so that the words before it are whole."""
    return at >= len(text) or text[at] in _NEVER


def _is_variant(text: str, at: int, phrase: str, shape: _Shape) -> bool:
    pairs = [pair for pair in zip(text[at : at + shape.size], phrase, strict=True) if pair[0] != pair[1]]
    written, expected = {one for one, _ in pairs}, {other for _, other in pairs}
    if _NEVER.intersection(written | expected):
        return False
    if any(one in group and other in group for one, other in pairs for group in _CONTRASTS):
        return False
    if not shape.before and len(pairs) == 1 and text[at] != phrase[0]:
        return False  # the character before the phrase, not a part of it
    return not shape.shares or len(pairs) < shape.width or bool(written & expected)


def _swapped(phrases: _Phrases) -> Iterator[Variant]:
    """Yield the places that have the words of a repeated phrase in another order, once."""
    for size in sorted({size for size, _, _ in _SWAPS}):
        repeated = phrases.of_size(size)
        forms = {form: phrase for phrase in repeated for form in _in_other_orders(phrase)}
        places: dict[str, list[int]] = {}
        for at in phrases.beginning_with({form[:2] for form in forms}) if forms else ():
            if (form := phrases.text[at : at + size]) in forms:
                places.setdefault(form, []).append(at)
        for form, found in places.items():
            if len(found) == 1 and form not in repeated:
                yield Variant(found[0], found[0] + size, forms[form], repeated[forms[form]])


def _in_other_orders(phrase: str) -> Iterator[str]:
    for size, width, gap in _SWAPS:
        for first in range(size - 2 * width - gap + 1) if size == len(phrase) else ():
            second = first + width + gap
            one, other = phrase[first : first + width], phrase[second : second + width]
            if one != other and not _NEVER.intersection(one + other):
                between, rest = phrase[first + width : second], phrase[second + width :]
                yield phrase[:first] + other + between + one + rest


def _widened(text: str, found: Variant) -> Variant:
    """The variant with the characters around it that are also around the phrase, so that it shows whole words."""
    start, end, phrase, times, *_ = found
    differing = [index for index, one in enumerate(text[start:end]) if one != phrase[index]]
    at = text.find(phrase)
    first, last = at, at + len(phrase)
    while found.start - start < _MAX_SHOWN and start and first and text[start - 1] == text[first - 1] not in _NEVER:
        start, first = start - 1, first - 1
    while end - found.end < _MAX_SHOWN and text[end : end + 1] == text[last : last + 1] and text[end : end + 1]:
        if text[end] in _NEVER:
            break
        end, last = end + 1, last + 1
    shown = text[first:last]
    return Variant(start, end, shown, times, found.start + differing[0], found.start + differing[-1] + 1)
