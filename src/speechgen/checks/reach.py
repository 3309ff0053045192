"""How far a function of a rule looks: no further than a sentence. What it finds there is kept.

Most of the speeches of a run are the template's own words. A function that looks no further than a sentence finds the
same in the same sentence of another speech, and so reads it once for all of them. All such functions read the new
sentences of a speech together: looking up what is known takes as long as a quick search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, update_wrapper
from itertools import accumulate
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from speechgen.messages import language
from speechgen.model import lazily

# Characters of the sentences that are kept: four thousand sentences, and as many of those before.
_MAX_KEPT = 160_000
_SHORT = 400  # characters; a shorter text, such as a name, is read alone
# A sentence ends before a word or an opening mark, so that no row of marks is in two pieces; not in 3。5.
_BORDER = lazily(r"(?<=[^\n\t!?])[。！？]+(?<![0-9]。)[”’』」）)]*(?=[\w“‘《（〈【〔])|\n")

_Same = TypeVar("_Same")


class Found(Protocol):
    """Something found at `start:end` of a text, such as a `Finding`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    def moved(self: _Same, by: int) -> _Same:
        """The same, `by` characters further on."""


_Found = TypeVar("_Found", bound=Found)
# What was found in a sentence or a line: the number of the function in the memory, the find, and by how much it moves.
_Finds = tuple[tuple[int, Any, int], ...]


class Memory:
    """What some functions have found in the sentences that they have read, and so in the lines of these."""

    def __init__(self) -> None:
        self.functions: list[WithinSentence[Any]] = []
        self._language = ""  # of the messages that are in what is kept
        self._lines: dict[str, _Finds] = {}
        self._sentences: dict[str, _Finds] = {}
        self._before: dict[str, _Finds] = {}  # earlier sentences
        self._size = 0  # characters in `_lines` and `_sentences`
        self.finds_in = lru_cache(maxsize=2)(self._finds_in)

    def add(self, function: WithinSentence[Any]) -> int:
        """Add a function. Its number."""
        self.functions.append(function)
        self._forget()
        return len(self.functions) - 1

    def speak(self, language: str) -> None:
        """From now on messages are in this language; what was found with those of another is found again."""
        if language != self._language:
            self._language = language
            self._forget()

    def _forget(self) -> None:
        self.finds_in.cache_clear()
        self._lines, self._sentences, self._before, self._size = {}, {}, {}, 0

    def _finds_in(self, text: str) -> Sequence[Sequence[Any]]:
        """What each function finds in a text, in the order of its sentences."""
        if self._size > _MAX_KEPT:
            self._before, self._lines, self._sentences, self._size = self._sentences, {}, {}, 0
        lines = text.split("\n")
        if not self._read_lines(dict.fromkeys(line for line in lines if line not in self._lines)):
            return [tuple(function.read(text)) for function in self.functions]
        found: list[list[Any]] = [[] for _ in self.functions]
        start = 0
        for line in lines:
            for number, each, by in self._lines[line]:
                found[number].append(each.moved(start + by))
            start += len(line) + 1
        return found

    def _read_lines(self, new: Iterable[str]) -> bool:
        """Read and keep new lines. False if a function finds something that is in two sentences."""
        lines = [(line, tuple(_split(line))) for line in new]
        sentences = dict.fromkeys(words for _, split in lines for _, words in split if words not in self._sentences)
        unknown = [words for words in sentences if not self._keep_again(words)]
        if unknown and not self._read_sentences(unknown):
            return False
        for line, split in lines:
            self._lines[line] = tuple(
                (number, each, start + by) for start, words in split for number, each, by in self._sentences[words]
            )
            self._size += len(line)
        return True

    def _keep_again(self, words: str) -> bool:
        """Whether the sentence is one of those that were read before; from now on it is kept again."""
        if words not in self._before:
            return False
        self._sentences[words] = self._before[words]
        self._size += len(words)
        return True

    def _read_sentences(self, new: Sequence[str]) -> bool:
        """Read and keep new sentences. False if a function finds something that is in two of them."""
        starts = list(accumulate((len(words) + 1 for words in new[:-1]), initial=1))
        text = "\n" + "\n".join(new) + "\n"
        finds: list[list[tuple[int, Any, int]]] = [[] for _ in new]
        for number, function in enumerate(self.functions):
            for found in function.read(text):
                at = bisect_right(starts, found.start) - 1
                if at < 0 or found.end > starts[at] + len(new[at]):
                    return False
                finds[at].append((number, found, -starts[at]))
        self._sentences.update(zip(new, map(tuple, finds), strict=True))
        self._size += len(text)
        return True


MEMORY = Memory()  # of this process; several functions of different rules share it


class WithinSentence(Generic[_Found]):
    """A function from a text to what it finds in it, which is the same for a sentence alone."""

    def __init__(self, read: Callable[[str], Iterable[_Found]], memory: Memory) -> None:
        self.read = read  # the function itself, which keeps nothing
        self._memory = memory
        self._number = memory.add(self)
        update_wrapper(self, read)

    def __call__(self, text: str) -> Sequence[_Found]:
        """What the function finds in a text, in the order of its sentences."""
        if len(text) < _SHORT:
            return list(self.read(text))
        self._memory.speak(language())
        return self._memory.finds_in(text)[self._number]


def within_sentence(read: Callable[[str], Iterable[_Found]]) -> WithinSentence[_Found]:
    """Decorate a function from a Chinese text to what it finds in it, if it looks no further than a sentence.

    Before and after the sentence the function may see a line break instead of other words. What it finds is kept, and
    it is called with several sentences at once. `tests/checks/test_reach.py` compares what each such function finds in
    sentences with what it finds in the whole text.
    """
    return WithinSentence(read, MEMORY)


class Spot(NamedTuple):
    """Where a pattern matches."""

    start: int
    end: int

    def moved(self, by: int) -> Spot:
        """The same, `by` characters further on."""
        return Spot(self.start + by, self.end + by)


class PatternWithinSentence:
    """A pattern that matches nothing across two sentences, and is searched for in each new sentence only.

    `needs`: words of which a text has one if the pattern matches in it; they are found sooner. Empty: not known.
    """

    def __init__(self, pattern: re.Pattern[str], needs: Sequence[str] = ()) -> None:
        self.pattern, self.needs = pattern, needs
        self.spots: WithinSentence[Spot] = within_sentence(self._search)

    def _search(self, text: str) -> Iterable[Spot]:
        if self.needs and not any(words in text for words in self.needs):
            return ()
        return [Spot(*found.span()) for found in self.pattern.finditer(text)]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of the pattern in a text."""
        for start, _ in self.spots(text):
            found = self.pattern.match(text, start)
            if found:
                yield found


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of a text, with its start."""
    start = 0
    for border in _BORDER.finditer(text):
        is_line_end = border[0] == "\n"
        end = border.start() if is_line_end else border.end()
        if end > start:
            yield start, text[start:end]
        start = border.end()
    if start < len(text):
        yield start, text[start:]
