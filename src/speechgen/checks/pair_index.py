"""What tables know about two characters that stand together, in a file made for lookup: only what is asked is parsed.

Most runs have one speech. It has 2,500 pairs of characters, of which tables of 40,000 words know some hundred: to read
and parse the tables takes 20 ms, to look up the pairs 1 ms. `python -m tools.pair_indexes` makes the file from the
tables in `data/`.

The file has five parts. An index (`words`, `sounds`) is a hash table with chains: an array of offsets by the number of
a pair modulo the length of the array, 0 where there is none; then the chains. A chain has a line for each of its pairs,
the two characters and what is known of them, and ends with an empty line. `alone` is an array of words, each by its
number modulo the length; `characters` has the sign of the sound of each character; and `terms` is a Bloom filter of the
sounds of set terms.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "pair_indexes.bin")
PARTS = ("words", "sounds", "alone", "characters", "terms")
HAN = range(0x4E00, 0xA000)  # the characters of which the sound is known
_PAIR = 8  # bytes of two characters in UTF-32
_TERM_BITS = 519_161  # a prime
_NUMBER = 4  # bytes of a number in the file


def pair_numbers(text: str) -> Sequence[int]:
    """A number for each two characters of a text that stand together, in their order."""
    content = text.encode("utf-32-le", "surrogatepass")
    numbers = [0] * max(0, len(text) - 1)
    for start in (0, 1):
        numbers[start::2] = _array("Q", content[4 * start : len(content) - (len(content) - 4 * start) % _PAIR])
    return numbers


def pair_of(number: int) -> str:
    """The two characters of a number."""
    return chr(number & 0xFFFF_FFFF) + chr(number >> 32)


class PairIndex:
    """What an index knows about pairs of characters, as a line of text for each."""

    def __init__(self, content: bytes) -> None:
        self.size = int.from_bytes(content[:_NUMBER], "little")  # of `starts`
        self.starts = _numbers(memoryview(content)[_NUMBER : _NUMBER * (1 + self.size)])
        self._content = content

    def known_of(self, pairs: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield what is known of these pairs, each with its number; not those of which nothing is known."""
        starts, size, content = self.starts, self.size, self._content
        for number in [each for each in pairs if starts[each % size]]:
            start = starts[number % size]
            chain = content[start : content.index(b"\n\n", start)].decode()
            pair = pair_of(number)
            if chain.startswith(pair):
                yield number, chain[2:].partition("\n")[0]
            else:
                at = chain.find("\n" + pair)
                if at >= 0:
                    yield number, chain[at + 3 :].partition("\n")[0]


def content_of(known: Mapping[str, str], size: int) -> bytes:
    """The content of an index with what is known of each pair."""
    chains: dict[int, list[str]] = {}
    for pair, words in sorted(known.items()):
        chains.setdefault(pair_numbers(pair)[0] % size, []).append(f"{pair}{words}\n")
    starts, body, at = [0] * size, bytearray(), _NUMBER * (1 + size)
    for place, lines in sorted(chains.items()):
        starts[place] = at + len(body)
        body += ("".join(lines) + "\n").encode()
    return _bytes([size, *starts]) + bytes(body)


@cache
def index_of(name: str) -> PairIndex:
    """An index of the file."""
    return PairIndex(_part(name))


@cache
def sounds_of_characters() -> str:
    """A table for `str.translate`: the sign of the sound of each Chinese character; others before them have a space."""
    return " " * HAN.start + _part("characters").decode("utf-16-le")


def content_of_characters(signs: Mapping[str, str]) -> bytes:
    """The content of the part with the signs of the sounds; a character without one is its own."""
    return "".join(signs.get(chr(each), chr(each)) for each in HAN).encode("utf-16-le")


@cache
def words_alone() -> Sequence[int]:
    """Words of two characters of which no other one has the sound, by `folded` numbers."""
    return _numbers(memoryview(_part("alone")))


def content_of_words(words: Iterable[str], size: int) -> bytes:
    """The content of the part with words of two characters; of several that have one place, the first."""
    found = [0] * size
    for word in words:
        number = pair_numbers(word)[0]
        found[number % size] = found[number % size] or folded(number)
    return _bytes(found)


def folded(number: int) -> int:
    """The number of two Chinese characters, in 32 bits."""
    return number >> 16 | number & 0xFFFF


@cache
def sounds_of_terms() -> bytes:
    """Bits: 1 at the `term_bit` of each set term, 0 for 96% of all other bits."""
    return _part("terms")


def term_bit(first: int, second: int) -> int:
    """The bit of a set term, by the numbers of the sounds of its two words."""
    return (31 * first + second) % _TERM_BITS


def content_of_terms(sounds: Iterable[tuple[str, str]]) -> bytes:
    """The content of the part with the bits of set terms, of which the sounds of both words are given."""
    found = bytearray(_TERM_BITS // 8 + 1)
    for first, second in sounds:
        bit = term_bit(pair_numbers(first)[0], pair_numbers(second)[0])
        found[bit >> 3] |= 1 << (bit & 7)
    return bytes(found)


def joined(parts: Mapping[str, bytes]) -> bytes:
    """The content of the file with its parts."""
    padded = [parts[name] + bytes(-len(parts[name]) % _NUMBER) for name in PARTS]
    return _bytes([len(part) for part in padded]) + b"".join(padded)


def _part(name: str) -> bytes:
    return _parts()[PARTS.index(name)]


@cache
def _parts() -> Sequence[bytes]:
    with open(FILE, "rb") as file:
        sizes = _array("I", file.read(_NUMBER * len(PARTS)))
        return [file.read(size) for size in sizes]


def _numbers(content: memoryview) -> Sequence[int]:
    return content.cast("I") if sys.byteorder == "little" else _array("I", content)


def _array(kind: str, content: bytes | memoryview) -> array[int]:
    numbers = array(kind, bytes(content))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes(numbers: Sequence[int]) -> bytes:
    return b"".join(number.to_bytes(_NUMBER, "little") for number in numbers)
