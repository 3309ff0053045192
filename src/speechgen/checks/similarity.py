"""Similarity of texts.

Texts are compared by their shingles: all sequences of five characters (A. Broder, On the resemblance and containment
of documents, 1997). Candidates are found by a sketch, the 64 smallest hashes of each text: sorting the hashes of all
texts once takes time in the number of texts, not of pairs. Only candidates are compared in full.
"""

from __future__ import annotations

import heapq
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.bytes_on_disk import BytesOnDisk

if TYPE_CHECKING:
    from speechgen.model import Run, Speech

SHINGLE = 5  # characters
_SKETCH_SIZE = 64  # hashes per text
_MIN_SHINGLES = 40  # shorter texts are not compared
_NEIGHBOURS = 4  # earlier texts with the same hash that a text is paired with
_MAX_CANDIDATES = 3  # texts that a text is compared with in full
_CACHED = 32  # texts whose shingles are kept while others are compared with them
_SORTED_TOGETHER = 32 + 22  # bits below those in which hashes that are sorted at once are the same
_LOWER = 0xFFFFFFFF  # the lower 32 bits


class SimilarSpeech(NamedTuple):
    """A similar speech: its name, the share of text in common (0 to 1), and the longest passage in common."""

    other: str
    share: float
    passage: str


def own_words(speech: Speech, unit_file: str) -> str:
    """The text of a rendered speech that came from its unit file, one line per consecutive stretch."""
    lines: list[str] = []
    for paragraph in speech.paragraphs:
        for is_own, runs in groupby(paragraph.runs, lambda run: _file(run) == unit_file):
            if is_own:
                lines.append("".join([run.text for run in runs]))
    return "\n".join(lines)


def _file(run: Run) -> str | None:
    return run.source.value.file if run.source.value else None


def words_without(text: str, known: set[str]) -> str:
    """The text without what `known` shingles cover, one line per stretch that remains."""
    kept = bytearray(len(text))
    for start in range(len(text) - SHINGLE + 1):
        if text[start : start + SHINGLE] not in known:
            kept[start : start + SHINGLE] = b"\1" * SHINGLE
    stretches = (
        "".join(character for _, character in stretch)
        for is_kept, stretch in groupby(zip(kept, text, strict=False), lambda pair: pair[0])
        if is_kept
    )
    return "\n".join(stretches)


def shingles(words: str) -> set[str]:
    """Every sequence of five characters within a line."""
    return {line[start : start + SHINGLE] for line in words.split("\n") for start in range(len(line) - SHINGLE + 1)}


class SimilarityIndex:
    """Finds similar speeches among many. The texts are kept in a temporary file, not in memory."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._hashes = array("Q")  # each: a hash in the upper 32 bits, the index of its text in the lower
        self._words = BytesOnDisk()

    def add(self, name: str, words: str) -> None:
        """Add one speech."""
        number = len(self._names)
        self._words.append(words.encode("utf-8", "replace"))  # first, so that a full disk leaves the index consistent
        self._names.append(name)
        found = shingles(words)
        if len(found) >= _MIN_SHINGLES:
            hashes = heapq.nsmallest(_SKETCH_SIZE, {zlib.crc32(each.encode("utf-8", "replace")) for each in found})
            self._hashes.extend(each << 32 | number for each in hashes)

    def similar(self, minimum: float) -> Iterator[tuple[int, int, float]]:
        """Yield each speech, by its index in the order of `add`, that has this share in common with an earlier one: its
        index, the other's, and the share.
        """
        for number, others in self._pairs(minimum):
            share, other = max((found, other) for other, found in others.items())
            if share >= minimum:
                yield number, other, share

    def with_passage(self, number: int, other: int, share: float) -> SimilarSpeech:
        """What `similar` has found, with the longest passage in common."""
        return SimilarSpeech(self._names[other], share, _longest_passage(self._read(number), self._read(other)))

    def most_similar(self) -> Mapping[str, tuple[str, float]]:
        """For each speech, the most similar other speech and the share of text in common, however small."""
        best: dict[int, tuple[float, int]] = {}
        for number, others in self._pairs(0):
            for other, share in others.items():
                best[number] = max(best.get(number, (0.0, other)), (share, other))
                best[other] = max(best.get(other, (0.0, number)), (share, number))
        return {self._names[number]: (self._names[other], share) for number, (share, other) in best.items()}

    def _pairs(self, share: float) -> Iterator[tuple[int, dict[int, float]]]:
        """Yield each text with its earlier candidates and the share that it has in common with each."""
        # Candidates are mostly the texts just before. A cache of its own, so that it ends with the comparison.
        shingles_of = lru_cache(maxsize=_CACHED)(lambda number: shingles(self._read(number)))
        for number, others in self._candidates(share):
            found = shingles_of(number)
            yield number, {other: _share(found, shingles_of(other)) for other in others}

    def close(self) -> None:
        """Delete the temporary file."""
        self._words.close()

    def _candidates(self, share: float) -> Iterator[tuple[int, list[int]]]:
        """Yield each text that has such, with the few earlier texts that have the most hashes in common with it."""
        self._sort()
        entries = self._hashes
        # Sketches of two texts with this share in common have about share / (2 - share) in common; half is a margin.
        minimum = max(2, int(_SKETCH_SIZE * share / (2 - share) / 2))
        for number, positions in enumerate(_positions(entries, len(self._names))):
            times = Counter(other for at in positions for other in _earlier(entries, at))
            others = [other for other, found in times.most_common(_MAX_CANDIDATES) if found >= minimum]
            if others:
                yield number, others

    def _sort(self) -> None:
        """Sort the hashes, some at a time: a list of all takes ten times the memory."""
        some: dict[int, array[int]] = {}
        for each in self._hashes:
            some.setdefault(each >> _SORTED_TOGETHER, array("Q")).append(each)
        self._hashes = array("Q")
        for first in sorted(some):
            self._hashes.extend(sorted(some.pop(first)))

    def _read(self, number: int) -> str:
        return self._words[number].decode()


def _positions(entries: array[int], texts: int) -> Iterator[array[int]]:
    """Yield for each text the positions of its hashes in the sorted ones."""
    starts = array("I", bytes(4 * (texts + 1)))
    for each in entries:
        starts[(each & _LOWER) + 1] += 1
    starts = array("I", accumulate(starts))
    ends, positions = starts[:], array("I", bytes(4 * len(entries)))
    for position, each in enumerate(entries):
        number = each & _LOWER
        positions[ends[number]] = position
        ends[number] += 1
    for number in range(texts):
        yield positions[starts[number] : starts[number + 1]]


def _earlier(entries: array[int], position: int) -> Iterator[int]:
    """Yield the texts just before that have the same hash as the one at a position, the earliest first."""
    same = entries[position] >> 32
    for each in entries[max(0, position - _NEIGHBOURS) : position]:
        if each >> 32 == same:
            yield each & _LOWER


def _share(one: set[str], other: set[str]) -> float:
    """The share that two sets of shingles have in common, 0 to 1 (Dice coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _longest_passage(one: str, other: str) -> str:
    """The longest substring of a line of one text that is also in the other."""
    known = shingles(other)
    longest = ""
    for line in one.split("\n"):
        start = 0
        for end in range(SHINGLE, len(line) + 1):
            if line[end - SHINGLE : end] not in known:
                start = end - SHINGLE + 1
            elif end - start > len(longest) and line[start:end] in other:
                longest = line[start:end]
    return longest
