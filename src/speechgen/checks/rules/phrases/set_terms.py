"""Set terms of two words, one of which is mistyped with a character that sounds the same: 生态坏境, 周密布署."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

from speechgen.checks.reach import within_sentence
from speechgen.checks.tables import characters, rows, word_list, word_set

_WORD = 2  # characters
_FIRST_SOUND = 0xE000  # characters for private use, one for each syllable


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

    Not where the other word may be right: one that is often beside other words too (适用), that is in a term with the
    word on its other side, or that differs by a character which is a word (竞争又是), or is in one with the next.
    """
    pairs = list(map(add, text, text[1:]))
    alike, seconds = _words_alike(frozenset(pairs)), _seconds()
    for start in [start for start, pair in enumerate(pairs) if pair in alike]:
        end = start + _WORD
        before, after = text[max(0, start - _WORD) : start], text[end : end + _WORD]
        followers = seconds.get(before, "")
        for right in alike[pairs[start]]:
            if right in followers or after in seconds[right]:
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
    written, words = text[start:end], _seconds()
    if _is_term(written, after) or _is_term(before, written):
        return None
    if written[0] != right[0] and not is_second and text[max(0, start - 1) : start + 1] in words:
        return None
    if written[1] != right[1] and not is_first and text[end - 1 : end + 1] in words:
        return None
    return SoundsLike(start, end + _WORD, right + after) if is_first else SoundsLike(start - _WORD, end, before + right)


def _is_term(first: str, second: str) -> bool:
    found = _seconds().get(first, "") if len(second) == _WORD else ""
    at = found.find(second)
    while at > 0 and at % _WORD:  # it is across two words there
        at = found.find(second, at + 1)
    return at >= 0


def _words_alike(pairs: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """The words of set terms that sound like two characters and differ by some that may be slips, for these pairs."""
    words, single = _words_by_sound(), characters("phrases/function_characters")
    sounding_alike = zip(pairs, map(words.get, _sound("".join(pairs))), strict=True)
    found: dict[str, Sequence[str]] = {}
    for written, sounding in [each for each in sounding_alike if each[1] and each[0] != each[1]]:
        if written in word_set("phrases/free_words"):
            continue
        first, second = (character if character in single else "" for character in written)
        others = _pairs(sounding or "")
        if rights := [each for each in others if each != written and first in each[0] and second in each[1]]:
            found[written] = rights
    return found


@cache
def _seconds() -> Mapping[str, str]:
    """The words that follow each word in a set term, without separators."""
    cells = word_list("phrases/set_terms")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def _words_by_sound() -> Mapping[str, str]:
    """The words of the set terms by their sound, without separators."""
    words = list(_seconds())
    sounds = _sound("".join(words))
    found = dict(zip(sounds, words, strict=True))
    for sound, word in [(sound, word) for sound, word in zip(sounds, words, strict=True) if found[sound] != word]:
        found[sound] += word
    return found


def _sound(words: str) -> Sequence[str]:
    """The sounds of words without separators, as two signs each."""
    return _pairs(words.translate(_sounds()))


def _pairs(characters: str) -> Sequence[str]:
    return list(map(add, characters[::_WORD], characters[1::_WORD]))


@cache
def _sounds() -> Mapping[int, int]:
    """The sign of the sound of each character."""
    sounding = [row[1] for row in rows("phrases/readings")]
    signs = (chr(_FIRST_SOUND + number) * len(each) for number, each in enumerate(sounding))
    return str.maketrans("".join(sounding), "".join(signs))
