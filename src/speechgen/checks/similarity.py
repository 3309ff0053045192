"""How alike texts are.

Texts are compared by their shingles, all runs of five characters (A. Broder, On the resemblance and containment of
documents, 1997). To find which are alike, each text is known by its 64 smallest hashes, sorted once with all
others': the work grows with the number of texts, not of pairs. Only those that share many are read again.
"""

from __future__ import annotations

import heapq
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechgen.model import Run, Speech

SHINGLE = 5  # characters
_SKETCH = 64  # hashes that a text is known by
_FEWEST = 40  # shingles below which a text is too short to be like another
_NEIGHBOURS = 4  # texts before it that each text is paired with, of all those with one hash
_CANDIDATES = 3  # texts that each text is compared with


class Likeness(NamedTuple):
    """Another speech that is near: its name, the share of common words, the longest passage in common."""

    other: str
    share: float
    passage: str


def own_words(speech: Speech, unit_file: str) -> str:
    """The words of a generated speech that came from its unit file, a line for each stretch of them."""
    lines: list[str] = []
    for paragraph in speech.paragraphs:
        for is_own, runs in groupby(paragraph.runs, lambda run: _file(run) == unit_file):
            if is_own:
                lines.append("".join([run.text for run in runs]))
    return "\n".join(lines)


def _file(run: Run) -> str | None:
    return run.source.value.file if run.source.value else None


def words_without(text: str, known: set[str]) -> str:
    """A text without what stands in shingles that are known, a line for each stretch that is left."""
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
    """Every run of five characters within a line."""
    return {line[start : start + SHINGLE] for line in words.split("\n") for start in range(len(line) - SHINGLE + 1)}


class Likenesses:
    """The words of many speeches, and which are near to one another. The words wait in a file: there may be many."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._hashes = array("Q")  # a hash and the number of its text
        self._words: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the index
        self._ends = array("Q", [0])

    def add(self, name: str, words: str) -> None:
        """One more speech."""
        number = len(self._names)
        self._words.write(words.encode("utf-8", "replace"))  # first: a full disk must not leave half a speech known
        self._ends.append(self._words.tell())
        self._names.append(name)
        found = shingles(words)
        if len(found) >= _FEWEST:
            hashes = heapq.nsmallest(_SKETCH, {zlib.crc32(each.encode("utf-8", "replace")) for each in found})
            self._hashes.extend(each << 32 | number for each in hashes)

    def near(self, share: float) -> Iterator[tuple[int, Likeness]]:
        """The number of each speech that is near to an earlier one, counted as they were added; and the nearest."""
        for number, others in self._pairs(share):
            nearest, other = max((found, other) for other, found in others.items())
            if nearest >= share:
                passage = _longest_passage(self._read(number), self._read(other))
                yield number, Likeness(self._names[other], nearest, passage)

    def nearest(self) -> Mapping[str, tuple[str, float]]:
        """For each speech the one that is most like it, however little, and the share that they have in common."""
        best: dict[int, tuple[float, int]] = {}
        for number, others in self._pairs(0):
            for other, share in others.items():
                best[number] = max(best.get(number, (0.0, other)), (share, other))
                best[other] = max(best.get(other, (0.0, number)), (share, number))
        return {self._names[number]: (self._names[other], share) for number, (share, other) in best.items()}

    def _pairs(self, share: float) -> Iterator[tuple[int, dict[int, float]]]:
        """For each text the earlier ones that may be near to it, with what they have in common."""
        for number, others in sorted(self._candidates(share).items()):
            found = shingles(self._read(number))
            yield number, {other: _share(found, shingles(self._read(other))) for other in others}

    def close(self) -> None:
        """Give the file back."""
        self._words.close()

    def _candidates(self, share: float) -> dict[int, list[int]]:
        """For each text the few earlier ones that it has most hashes in common with."""
        common: Counter[tuple[int, int]] = Counter()
        for _, group in groupby(sorted(self._hashes), lambda each: each >> 32):
            numbers = [each & 0xFFFFFFFF for each in group]
            for position, number in enumerate(numbers):
                common.update((number, other) for other in numbers[max(0, position - _NEIGHBOURS) : position])
        # Of texts with this share in common, sketches have about share / (2 - share) in common; half of it for luck.
        fewest = max(2, int(_SKETCH * share / (2 - share) / 2))
        candidates: dict[int, list[int]] = {}
        for (number, other), times in common.most_common():
            if times >= fewest and len(candidates.setdefault(number, [])) < _CANDIDATES:
                candidates[number].append(other)
        return candidates

    def _read(self, number: int) -> str:
        self._words.seek(self._ends[number])
        return self._words.read(self._ends[number + 1] - self._ends[number]).decode()


def _share(one: set[str], other: set[str]) -> float:
    """How much two texts have in common, from 0 to 1 (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _longest_passage(one: str, other: str) -> str:
    """The longest run of characters in a line of one text that stands in the other as well."""
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
