"""Find the wrong forms of set phrases in a text, in one pass."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.reach import Memory, WithinSentence
from speechgen.checks.rules.phrases.entries import Wrong, set_phrases, wrong_forms
from speechgen.checks.rules.phrases.near_forms import NearForm, is_typed_for, near_forms
from speechgen.checks.rules.phrases.sequences import items_of, wrong_sequence
from speechgen.checks.tables import word_list
from speechgen.model import Severity

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_IDIOM = 4  # characters; an idiom has two halves of two
_SHORT = 15_000  # characters; in a longer text the automaton is faster, even if it is the first
_BEFORE_PUN, _AFTER_PUN = ("“", "‘", "·", "，", "、"), ("”", "’")


class Match(NamedTuple):
    """The characters `start` to `end` of a text are a wrong form of `right`."""

    start: int
    end: int
    right: str
    message: str
    severity: Severity | None

    def moved(self, by: int) -> Match:
        """The same match, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class PhraseFinder:
    """Finds all wrong forms in one pass: the listed ones, and the parts of the set phrases.

    A wrong form that is not listed leaves one half of its phrase, or an item of its list, unchanged.
    """

    def __init__(self, own: Sequence[OwnPhrase] = ()) -> None:
        self._own = own
        self._right = frozenset((*word_list("phrases/also_right"), *(each.right for each in own)))
        self._sources = set_phrases(own)
        self._is_first = True
        # With a memory of its own, since a workspace may add phrases.
        self.matches = WithinSentence(self._all, Memory())

    @cached_property
    def _every(self) -> _Patterns:
        """All patterns."""
        return _Patterns(wrong_forms(self._own), self._sources)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._every.patterns, implementation=Implementation.NoncontiguousNFA)

    def find(self, text: str) -> Iterator[Match]:
        """Yield the wrong forms from left to right, none inside another."""
        end = 0
        for match in sorted(set(self.matches(text)), key=lambda match: (match.start, -match.end, match.message)):
            if match.start >= end:
                end = match.end
                yield match

    def _all(self, text: str) -> Iterator[Match]:
        """Most runs have one speech. In the first one, only what begins with two of its characters is looked for: to
        make all patterns and their automaton, which then searches a speech in 0.1 ms, takes 6 ms.
        """
        if self._is_first and len(text) < _SHORT:
            self._is_first = False
            pairs = frozenset((*text, *map(add, text, text[1:])))
            known = _Patterns(wrong_forms(self._own, pairs), self._sources, pairs)
            found = ((pattern, start) for pattern in known.patterns for start in _starts(text, pattern))
        else:
            known = self._every
            matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
            found = ((known.patterns[number], start) for number, start, _ in matches)
        for pattern, start in found:
            yield from self._at(text, start, pattern, known)

    def _at(self, text: str, start: int, pattern: str, known: _Patterns) -> Iterator[Match]:
        """The wrong forms around a pattern that is at `start` of a text."""
        wrong = known.wrong.get(pattern)
        if wrong is not None and not wrong.is_right(text, start):
            yield Match(start, start + len(pattern), wrong.right, wrong.message, wrong.severity)
        for offset, phrase in known.halves.get(pattern, ()):
            first = start - offset
            whole = text[first : first + len(phrase)] if first >= 0 else ""
            if whole != phrase and (len(phrase) > _IDIOM or _may_be_typo(whole, phrase, 2 - offset)):
                yield from self._near(text, first, phrase, known)
        for phrase in known.lists.get(pattern, ()):
            found = wrong_sequence(text, start, phrase)
            if found is not None:
                yield Match(start, found.end, phrase, f"{found.message} ({self._sources[phrase]})", found.severity)

    def _near(self, text: str, start: int, phrase: str, known: _Patterns) -> Iterator[Match]:
        """The forms around `start` that are almost the phrase. Those that are listed are found by themselves."""
        if len(phrase) > _IDIOM:
            found = list(near_forms(text, start, phrase))
        elif is_typed_for(text[start : start + _IDIOM], phrase):
            found = [NearForm(start, start + _IDIOM, True)]
        else:
            found = []
        for first, last, is_certain in found:
            written = text[first:last]
            if written not in known.wrong and written not in self._right:
                source = f" ({self._sources[phrase]})" if self._sources[phrase] else ""
                message = f"{written} is {'' if is_certain else 'perhaps '}a wrong form of {phrase}{source}"
                severity: Severity | None = None if is_certain and not _is_pun(text, first, last) else "warning"
                yield Match(first, last, phrase, message, severity)


class _Patterns:
    """The words that are looked for: wrong forms, halves of phrases with their offset in them, and items of lists.

    With `pairs`, only those that begin with one of these pairs of characters, or that are one of these characters.
    """

    def __init__(self, wrong: Mapping[str, Wrong], phrases: Iterable[str], pairs: Container[str] | None = None) -> None:
        self.wrong = wrong
        self.halves: dict[str, list[tuple[int, str]]] = {}
        self.lists: dict[str, list[str]] = {}
        for phrase in phrases:
            middle = len(phrase) // 2
            for offset, half in ((0, phrase[:middle]), (middle, phrase[middle:])):
                if pairs is None or half[:2] in pairs:
                    self.halves.setdefault(half, []).append((offset, phrase))
            for item in items_of(phrase) if "、" in phrase or "，" in phrase else ():
                if pairs is None or item[:2] in pairs:
                    self.lists.setdefault(item, []).append(phrase)
        self.patterns = list(dict.fromkeys((*wrong, *self.halves, *self.lists)))


def _starts(text: str, words: str) -> Iterator[int]:
    """Where a text has these words."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _may_be_typo(whole: str, idiom: str, half: int) -> bool:
    """Whether one of the two characters of this half is right, or they are double or swapped; most are not."""
    if len(whole) != _IDIOM:
        return False
    one, other = whole[half], whole[half + 1]
    return one == idiom[half] or other == idiom[half + 1] or one == other or other + one == idiom[half : half + 2]


def _is_pun(text: str, start: int, end: int) -> bool:
    """Whether it ends a quotation, and may be a pun: “贵人服务·一视铜仁”."""
    return text[end : end + 1] in _AFTER_PUN and text[start - 1 : start] in _BEFORE_PUN


@lru_cache(maxsize=8)
def phrase_finder(own: tuple[OwnPhrase, ...] = ()) -> PhraseFinder:
    """The finder of the tables with what a workspace adds."""
    return PhraseFinder(own)
