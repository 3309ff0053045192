"""Find the wrong forms of set phrases in a text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.reach import Memory, WithinSentence
from speechgen.checks.rules.phrases.entries import set_phrases, wrong_forms
from speechgen.checks.rules.phrases.near_forms import NearForm, is_typed_for, near_forms
from speechgen.checks.rules.phrases.sequences import items_of, wrong_sequence
from speechgen.checks.tables import word_list
from speechgen.model import Severity

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_IDIOM = 4  # characters; an idiom has two halves of two
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
    """Finds all wrong forms with one automaton: of the wrong forms, and of the parts of the set phrases.

    A wrong form that is not listed leaves one half of its phrase, or an item of its list, unchanged.
    """

    def __init__(self, own: Sequence[OwnPhrase] = ()) -> None:
        self._wrong = wrong_forms(own)
        self._sources = set_phrases(own)
        self._right = frozenset((*word_list("phrases/also_right"), *(each.right for each in own)))
        halves: dict[str, list[tuple[int, str]]] = {}
        lists: dict[str, list[str]] = {}
        for phrase in self._sources:
            middle = len(phrase) // 2
            halves.setdefault(phrase[:middle], []).append((0, phrase))
            halves.setdefault(phrase[middle:], []).append((middle, phrase))
            for item in items_of(phrase):
                lists.setdefault(item, []).append(phrase)
        self._halves, self._lists = halves, lists
        self._patterns = list(dict.fromkeys((*self._wrong, *halves, *lists)))
        self._automaton: AhoCorasick | None = None
        self._is_first = True
        # With a memory of its own, since a workspace may add phrases.
        self.matches = WithinSentence(self._all, Memory())

    def find(self, text: str) -> Iterator[Match]:
        """Yield the wrong forms from left to right, none inside another."""
        end = 0
        for match in sorted(set(self.matches(text)), key=lambda match: (match.start, -match.end, match.message)):
            if match.start >= end:
                end = match.end
                yield match

    def _all(self, text: str) -> Iterator[Match]:
        for pattern, start, end in self._parts(text):
            wrong = self._wrong.get(pattern)
            if wrong is not None and not wrong.is_right(text, start):
                yield Match(start, end, wrong.right, wrong.message, wrong.severity)
            for offset, phrase in self._halves.get(pattern, ()):
                first = start - offset
                whole = text[first : first + len(phrase)] if first >= 0 else ""
                if whole != phrase and (len(phrase) > _IDIOM or _may_be_typo(whole, phrase, 2 - offset)):
                    yield from self._near(text, first, phrase)
            for phrase in self._lists.get(pattern, ()):
                found = wrong_sequence(text, start, phrase)
                if found is not None:
                    yield Match(start, found.end, phrase, f"{found.message} ({self._sources[phrase]})", found.severity)

    def _parts(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each pattern in a text, with its start and end.

        The automaton of all patterns takes 4 ms to make and searches a speech in 0.1 ms. Most runs have one speech: the
        first one is searched for the patterns of which it has the first two characters.
        """
        from ahocorasick_rs import AhoCorasick, Implementation

        patterns, automaton = self._patterns, self._automaton
        if automaton is None and self._is_first:
            pairs = set(map("".join, pairwise(text)))
            patterns = [pattern for pattern in patterns if pattern[:2] in pairs]
        if automaton is None:
            automaton = AhoCorasick(patterns, implementation=Implementation.NoncontiguousNFA)
            self._automaton = None if self._is_first else automaton
            self._is_first = False
        for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            yield patterns[number], start, end

    def _near(self, text: str, start: int, phrase: str) -> Iterator[Match]:
        """The forms around `start` that are almost the phrase. Those that are listed are found by themselves."""
        if len(phrase) > _IDIOM:
            found = list(near_forms(text, start, phrase))
        elif is_typed_for(text[start : start + _IDIOM], phrase):
            found = [NearForm(start, start + _IDIOM, True)]
        else:
            found = []
        for first, last, is_certain in found:
            written = text[first:last]
            if written not in self._wrong and written not in self._right:
                source = f" ({self._sources[phrase]})" if self._sources[phrase] else ""
                message = f"{written} is {'' if is_certain else 'perhaps '}a wrong form of {phrase}{source}"
                severity: Severity | None = None if is_certain and not _is_pun(text, first, last) else "warning"
                yield Match(first, last, phrase, message, severity)


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
