"""Sentences that speeches have in common. Names, figures and dates do not count: a listener hears the same sentence.

Each sentence is reduced to a number, and each speech to a bit set of those numbers that occur in several speeches. So
a speech is compared with every other one, at less than a microsecond each.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.bytes_on_disk import BytesOnDisk
from speechgen.checks.reach import Memory, WithinSentence
from speechgen.checks.rule import sentence_pattern
from speechgen.language import CHINESE, language
from speechgen.model import lazily

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.checks.rule import Draft

_NAME = "\ufffc"  # stands for each character of a name
# A name, a figure or a date, with the words that rounding puts around it: 2400余, 近100, 第三. That the same
# characters are put aside in other words too (最近) is no harm: it is done in all speeches.
_NUMERALS = f"{_NAME}0-9０-９〇零一二三四五六七八九十百千万亿两第近约余多"
_ASIDE = rf"[{_NUMERALS}][{_NUMERALS}.,·%％]*"
_MARKS = " \t\xa0\u3000，。；：、！？“”‘’…,.;:!?\"'"
_SHORTEST, _SHORTEST_WITHOUT_SPACES = 24, 8  # characters; shorter sentences are thanks, forms of address, or answers
_MIN_SENTENCES = 10  # speeches with fewer are not compared
_MAX_BITS = 1 << 15  # so many of the most frequent sentences are compared


class CommonSentences(NamedTuple):
    """The sentences of a speech that are also in another: the other's name, their places in the draft's text, the
    longest first, and the number of sentences in the whole speech.
    """

    other: str
    places: tuple[tuple[int, int], ...]
    total: int

    @property
    def share(self) -> float:
        """The share of the sentences, 0 to 1."""
        return len(self.places) / self.total


def sentences_of(draft: Draft, facts: Facts) -> array[int]:
    """The sentences of a speech, without headings and short ones: for each the number that it is reduced to, and its
    start and end in the draft's text.
    """
    text = draft.text
    for name in _names(facts):
        text = text.replace(name, _NAME * len(name))
    paragraphs = [passage for passage in draft.passages if passage.kind == "paragraph"]
    reduced: Iterable[_Reduced]
    if draft.language == CHINESE:
        reduced = draft.within(paragraphs, _chinese_sentences(text))
    else:  # a sentence may go on in the next line
        in_passages = ((each, _sentences(text[each.start : each.end], draft.language)) for each in paragraphs)
        reduced = (found.moved(each.start) for each, sentences in in_passages for found in sentences)
    return array("I", chain.from_iterable((number, start, end) for start, end, number in reduced))


class _Reduced(NamedTuple):
    """A sentence of a text and the number that it is reduced to."""

    start: int
    end: int
    number: int

    def moved(self, by: int) -> _Reduced:
        """The same sentence, `by` characters further on."""
        return _Reduced(self.start + by, self.end + by, self.number)


def _chinese(text: str) -> Iterator[_Reduced]:
    return _sentences(text, CHINESE)


# With a memory of its own, since names in these texts are replaced.
_chinese_sentences = WithinSentence(_chinese, Memory())


def _sentences(text: str, code: str) -> Iterator[_Reduced]:
    """Yield the sentences of a text, without the short ones. A full stop in a name is already replaced."""
    aside = _aside(code)
    shortest = _SHORTEST_WITHOUT_SPACES if language(code).joins_lines_without_space else _SHORTEST
    for found in sentence_pattern(code).finditer(text):
        words = aside.sub(_NAME, found[0]).strip(_MARKS)
        if len(words) >= shortest:
            yield _Reduced(*found.span(), zlib.crc32(words.encode("utf-8", "replace")))


@cache
def _aside(code: str) -> re.Pattern[str]:
    """The pattern of what is put aside in a language: figures, its words for numbers, and its months."""
    known = language(code).proofreading
    words = "|".join(map(re.escape, (*known.numbers, *known.months)))
    return lazily(rf"{_ASIDE}|\b(?:{words})\b" if words else _ASIDE)


def _names(facts: Facts) -> Iterable[str]:
    """The names in the files, and people's posts; longer ones first, as they may contain shorter ones."""
    posts = (words for person in facts.people for words in ("、".join(person.posts), *person.posts))
    names = {*facts.named.split("\n"), *posts}
    return sorted((name for name in names if len(name) > 1), key=len, reverse=True)


class SentenceIndex:
    """Finds speeches that have many sentences in common. The sentences are kept in a temporary file, not in memory."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._sentences = BytesOnDisk()

    def add(self, name: str, sentences: array[int]) -> None:
        """Add one speech, with what `sentences_of` returned for it. Raises OSError."""
        self._sentences.append(sentences.tobytes())
        self._names.append(name)

    def similar(self, minimum: float) -> Iterator[tuple[int, int]]:
        """Yield each speech, by its index in the order of `add`, that has this share of its sentences in common with
        a longer speech, or with an earlier one of the same length; with the index of the one that has most of them.
        """
        lengths = array("I", map(len, self._numbers()))
        bits = _bit_sets(self._numbers)
        by_length = sorted(range(len(lengths)), key=lambda each: -lengths[each])
        longer: list[int] = []
        for each in by_length:
            if lengths[each] < _MIN_SENTENCES:
                break
            counts = list(map(int.bit_count, map(bits[each].__and__, longer)))
            most = max(counts, default=0)
            if most >= minimum * lengths[each]:
                yield each, by_length[counts.index(most)]
            longer.append(bits[each])

    def common(self, each: int, other: int) -> CommonSentences:
        """The sentences of `each` that are also in `other`; of several with the same number, the first."""
        fields, numbers = self._read(each), frozenset(self._read(other)[::3])
        places: dict[int, tuple[int, int]] = {}
        for number, start, end in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
            places.setdefault(number, (start, end))
        common = [place for number, place in places.items() if number in numbers]
        common.sort(key=lambda place: place[0] - place[1])
        return CommonSentences(self._names[other], tuple(common), len(places))

    def close(self) -> None:
        """Delete the temporary file."""
        self._sentences.close()

    def _numbers(self) -> Iterator[frozenset[int]]:
        """The numbers of each speech's sentences; of all speeches at once they would fill the memory."""
        return (frozenset(self._read(each)[::3]) for each in range(len(self._names)))

    def _read(self, each: int) -> array[int]:
        return array("I", self._sentences[each])


def _bit_sets(numbers: Callable[[], Iterable[frozenset[int]]]) -> list[int]:
    """For each speech, a bit for each of its sentences that is in several speeches."""
    times = Counter(chain.from_iterable(numbers()))
    repeated = (number for number, times_found in times.most_common(_MAX_BITS) if times_found > 1)
    bit = {number: 1 << position for position, number in enumerate(repeated)}
    return [sum(bit[number] for number in each if number in bit) for each in numbers()]
