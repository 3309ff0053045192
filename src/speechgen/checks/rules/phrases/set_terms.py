"""Set terms of two words, one of which is mistyped with a character that sounds the same: 生态坏境, 周密布署."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple

from speechgen.checks.pair_index import (
    folded,
    index_of,
    pair_numbers,
    pair_of,
    sounds_of_characters,
    sounds_of_terms,
    term_bit,
    words_alone,
)
from speechgen.checks.reach import within_sentence
from speechgen.checks.tables import characters

_WORD = 2  # characters


class SoundsLike(NamedTuple):
    """The characters `start` to `end` of a text sound like the set term `right`, and are none."""

    start: int
    end: int
    right: str

    def moved(self, by: int) -> SoundsLike:
        """The same, `by` characters further on."""
        return SoundsLike(self.start + by, self.end + by, self.right)


@within_sentence
def sounding_like_set_terms(text: str) -> Iterator[SoundsLike]:
    """Yield each pair of words that sounds like a set term, of which it has one word unchanged.

    Not where the other word may be right: because it is often beside other words too (适用), is in a set term with a
    word beside it, or differs by a character that is a word of its own (竞争又是) or is in a word with the one beside
    it.
    """
    pairs, sounds = pair_numbers(text), pair_numbers(text.translate(sounds_of_characters()))
    alike = _words_alike(_in_a_term(pairs, sounds))
    for start in [start for start, pair in enumerate(pairs) if pair in alike]:
        end = start + _WORD
        before, after = text[max(0, start - _WORD) : start], text[end : end + _WORD]
        others = _sounding(sounds[start - _WORD])[1].get(before, "") if start >= _WORD else ""
        for right, followers in alike[pairs[start]].items():
            if after in followers or right in others:
                found = _mistyped(text, start, right)
                if found is not None:
                    yield found
                    break


def _mistyped(text: str, start: int, right: str) -> SoundsLike | None:
    """The set term with the word `right` in which a text has another word at `start`."""
    end = start + _WORD
    before, after = text[max(0, start - _WORD) : start], text[end : end + _WORD]
    is_first, is_second = _is_term(right, after), _is_term(before, right)
    if not (is_first or is_second):
        return None
    written = text[start:end]
    if _is_term(written, after) or _is_term(before, written):
        return None
    if written[0] != right[0] and not is_second and _followers(text[max(0, start - 1) : start + 1]):
        return None
    if written[1] != right[1] and not is_first and _followers(text[end - 1 : end + 1]):
        return None
    return SoundsLike(start, end + _WORD, right + after) if is_first else SoundsLike(start - _WORD, end, before + right)


def _is_term(first: str, second: str) -> bool:
    found = _followers(first) if len(second) == _WORD else ""
    at = found.find(second)
    while at > 0 and at % _WORD:  # it is across two words there
        at = found.find(second, at + 1)
    return at >= 0


def _in_a_term(pairs: Sequence[int], sounds: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The pairs, each with its sound, that are in four characters that sound like a set term, and a few others.

    Not words of which no other one has the sound.
    """
    index, terms, alone = index_of("sounds"), sounds_of_terms(), words_alone()
    starts, size, length = index.starts, index.size, len(alone)
    found: set[tuple[int, int]] = set()
    for at, first in enumerate(sounds[:-_WORD]):
        if starts[first % size]:
            bit = term_bit(first, sounds[at + _WORD])
            if terms[bit >> 3] >> (bit & 7) & 1:
                found.update(((pairs[at], first), (pairs[at + _WORD], sounds[at + _WORD])))
    return [(pair, sound) for pair, sound in found if alone[pair % length] != folded(pair)]


def _words_alike(pairs: Iterable[tuple[int, int]]) -> Mapping[int, Mapping[str, str]]:
    """The words of set terms that sound like two characters and differ by some that may be slips, with the words that
    follow them; for these pairs and their sounds.
    """
    single = characters("phrases/function_characters")
    found: dict[int, Mapping[str, str]] = {}
    for pair, sound in pairs:
        free, words = _sounding(sound)
        written = pair_of(pair)
        if not words or written in free:
            continue
        first, second = (character if character in single else "" for character in written)
        rights = {each: words[each] for each in words if each != written and first in each[0] and second in each[1]}
        if rights:
            found[pair] = rights
    return found


def _followers(word: str) -> str:
    """The words that follow a word in set terms, without separators: `-` if none; empty if no set term has the word."""
    if len(word) != _WORD:
        return ""
    return _sounding(pair_numbers(word.translate(sounds_of_characters()))[0])[1].get(word, "")


@lru_cache(maxsize=4096)
def _sounding(sound: int) -> tuple[frozenset[str], Mapping[str, str]]:
    """The words with a sound: those that are right anywhere, and those of set terms with the words that follow them."""
    _, known = next(index_of("sounds").known_of((sound,)), (sound, ""))
    free, *words = known.split(" ")
    return frozenset(map(add, free[::_WORD], free[1::_WORD])), dict(zip(words[::2], words[1::2], strict=True))
