"""Phrases that a text repeats, and places where it has almost one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.phrases.near_forms import alike

_TIMES = 3
_LONG = 8  # characters of a phrase that is a name
_TOPIC = 1_000  # characters in which a text has what it is about once
_ANCHOR = 4  # characters: a phrase is looked for where the text has this many of it three times
_BREAK = "\n"  # in place of all that is in no phrase
_BREAKS = lazily("[^\u4e00-\u9fff“”‘’、]")
_NUMBERS = "零一二三四五六七八九十百千万亿两几第"
_FUNCTION_WORDS = "的和与及是在了、“”‘’于以为对把将等或我你他们中又再也都就"
_NEVER = frozenset(_NUMBERS + _FUNCTION_WORDS + _BREAK)
_BOUNDARY = _NEVER | frozenset("向从被已由到不有是要让给会使正将能可应必须才则还更均共只")  # next to whole words
_ENDS = _BOUNDARY | {""}
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
    "各本全该每年月级省市县区",
    "做抓搞办干",
    "立平",
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
    before and after them. `at_start`, `at_end`: the phrase begins after, or ends before, a mark or a function word.
    `shares`: the words have a character in common. `alike`: they sound or look alike. `least`: how often the text must
    have the phrase. `is_topic`: and once in a thousand characters, as it has what it is about.
    """

    size: int
    width: int
    before: int
    after: int
    at_end: bool = False
    shares: bool = False
    at_start: bool = False
    alike: bool = False
    least: int = _TIMES
    is_topic: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the phrase has no marks and function words; it has few characters then."""
        return self.at_start or self.alike or self.is_topic

    @property
    def offset(self) -> int:
        """Where the characters that are the same begin."""
        return 0 if self.before else self.width


# As measured in real speeches: each of these finds fewer than 0.3 in 20,000 characters that are meant so.
_SHAPES = (
    _Shape(6, 1, 2, 2),
    _Shape(9, 2, 2, 2),
    _Shape(5, 2, 3, 0, at_end=True, shares=True),
    _Shape(9, 2, 7, 0, at_end=True),
    _Shape(6, 2, 0, 4, shares=True),
    _Shape(4, 1, 1, 1, alike=True),
    _Shape(5, 1, 0, 4, at_start=True),
    _Shape(5, 1, 1, 1, at_start=True, at_end=True),
    _Shape(8, 2, 6, 0, at_end=True, is_topic=True),
    _Shape(5, 2, 2, 1, is_topic=True),
    _Shape(6, 2, 2, 2, is_topic=True),
    _Shape(6, 2, 4, 0, at_start=True, at_end=True, is_topic=True),
    _Shape(7, 2, 2, 2, is_topic=True),
    _Shape(8, 2, 2, 2, is_topic=True),
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
        quads = [self.text[at : at + _ANCHOR] for at in range(len(self.text) - _ANCHOR + 1)]
        anchors = {quad for quad, times in Counter(quads).items() if times >= _TIMES and _BREAK not in quad}
        self.places = [at for at, quad in enumerate(quads) if quad in anchors]
        self._of_size: dict[int, Mapping[str, int]] = {}
        self._words: dict[tuple[str, int, int], Mapping[str, Sequence[int]]] = {}

    def of_size(self, size: int) -> Mapping[str, int]:
        """Those of so many characters, with how often the text has them."""
        if size not in self._of_size:
            self._of_size[size] = self._repeated(size)
        return self._of_size[size]

    def _repeated(self, size: int) -> Mapping[str, int]:
        text, places, last = self.text, frozenset(self.places), size - _ANCHOR
        counts = Counter([text[at : at + size] for at in self.places if at + last in places])
        return {phrase: times for phrase, times in counts.items() if times >= _TIMES and _BREAK not in phrase}

    def words_with(self, pairs: Iterable[str], size: int, offset: int = 0) -> Mapping[str, Sequence[int]]:
        """All words of so many characters that have one of these pairs at `offset`, with where the text has them."""
        words: dict[str, Sequence[int]] = {}
        for pair in set(pairs):
            asked = pair, size, offset
            if asked not in self._words:
                self._words[asked] = self._words_with(*asked)
            words.update(self._words[asked])
        return words

    def _words_with(self, pair: str, size: int, offset: int) -> Mapping[str, Sequence[int]]:
        words, text, last = defaultdict[str, "list[int]"](list), self.text, len(self.text) - size + offset
        for at in self._pairs.get(pair, ()):
            if offset <= at <= last:
                words[text[at - offset : at - offset + size]].append(at - offset)
        return words

    @cached_property
    def _pairs(self) -> Mapping[str, Sequence[int]]:
        """Where the text has each pair of characters."""
        pairs = defaultdict[str, "list[int]"](list)
        for at in range(len(self.text) - 1):
            pairs[self.text[at : at + 2]].append(at)
        return pairs


def _with_other_words(phrases: _Phrases) -> Iterator[Variant]:
    for shape in _SHAPES:
        repeated = phrases.of_size(shape.size)
        keys: dict[_Key, str] = {}
        least = max(shape.least, len(phrases.text) // _TOPIC) if shape.is_topic else shape.least
        for phrase, times in repeated.items():
            if times < least or (shape.is_plain and not _NEVER.isdisjoint(phrase)):
                continue
            for first in range(shape.before, shape.size - shape.width - shape.after + 1):
                if _NEVER.isdisjoint(phrase[max(0, first - 1) : first + shape.width]):
                    keys[phrase[:first], phrase[first + shape.width :]] = phrase
        for at, phrase in _once_otherwise(phrases, shape, keys):
            yield Variant(at, at + shape.size, phrase, repeated[phrase])


def _once_otherwise(phrases: _Phrases, shape: _Shape, keys: Mapping[_Key, str]) -> Iterator[tuple[int, str]]:
    """Yield the places that have the words around a word of a phrase, and once another word between them."""
    found: dict[_Key, list[str]] = {}
    text, splits = phrases.text, {len(before) for before, _ in keys}
    places = phrases.words_with([(before or after)[:2] for before, after in keys], shape.size, shape.offset)
    for words in places:
        for first in splits:
            key = words[:first], words[first + shape.width :]
            if key in keys:
                found.setdefault(key, []).append(words)
    for key, forms in found.items():
        phrase = keys[key]
        others = [words for words in forms if words != phrase]
        if len(others) != 1 or len(places[others[0]]) != 1:
            continue
        at = places[others[0]][0]
        if _is_variant(others[0], phrase, shape) and _is_whole(text, (at, *places[phrase]), shape):
            yield at, phrase


def _is_whole(text: str, places: Sequence[int], shape: _Shape) -> bool:
    """Whether a mark or a function word is before and after the words, where the shape has it: at the first of the
    places, and at most of them.
    """
    before = [not place or text[place - 1] in _BOUNDARY for place in places] if shape.at_start else [True]
    after = [text[place + shape.size : place + shape.size + 1] in _ENDS for place in places] if shape.at_end else [True]
    enough = len(places) // 2 if shape.size < _LONG else 1
    return all(ends[0] and sum(ends) > min(enough, len(ends) // 2) for ends in (before, after))


def _is_variant(words: str, phrase: str, shape: _Shape) -> bool:
    pairs = [pair for pair in zip(words, phrase, strict=True) if pair[0] != pair[1]]
    written, expected = {one for one, _ in pairs}, {other for _, other in pairs}
    if is_another_thing(words, phrase):
        return False
    if not shape.before and not shape.at_start and len(pairs) == 1 and words[0] != phrase[0]:
        return False  # the character before the phrase, not a part of it
    if shape.alike and not all(alike(*pair) or pair[0] in phrase for pair in pairs):  # 创先创优
        return False
    return not shape.shares or len(pairs) < shape.width or bool(written & expected)


def is_another_thing(words: str, phrase: str) -> bool:
    """Whether what differs is a number, a function word, or one of a pair of opposites: 全省 and 全市."""
    pairs = [pair for pair in zip(words, phrase, strict=True) if pair[0] != pair[1]]
    if any(not _NEVER.isdisjoint(pair) for pair in pairs):
        return True
    return any(one in group and other in group for one, other in pairs for group in _CONTRASTS)


def _swapped(phrases: _Phrases) -> Iterator[Variant]:
    """Yield the places that have the words of a repeated phrase in another order, once."""
    for size in sorted({size for size, _, _ in _SWAPS}):
        repeated = phrases.of_size(size)
        forms = {form: phrase for phrase in repeated for form in _in_other_orders(phrase)}
        for words, found in phrases.words_with({form[:2] for form in forms}, size).items():
            if len(found) == 1 and words in forms:
                yield Variant(found[0], found[0] + size, forms[words], repeated[forms[words]])


def _in_other_orders(phrase: str) -> Iterator[str]:
    for _, width, gap in (swap for swap in _SWAPS if swap[0] == len(phrase)):
        for first in range(len(phrase) - 2 * width - gap + 1):
            second = first + width + gap
            one, other = phrase[first : first + width], phrase[second : second + width]
            if one != other and _NEVER.isdisjoint(one + other):
                yield phrase[:first] + other + phrase[first + width : second] + one + phrase[second + width :]


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
