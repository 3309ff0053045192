"""Find the wrong forms of set phrases in a text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.rules.phrases.entries import SetPhrase, Wrong, set_phrases, wrong_forms
from speechgen.checks.rules.phrases.near_forms import is_typed_for, near_forms
from speechgen.model import Severity

_OPENING, _CLOSING = ("“", "‘"), ("”", "’")
_IDIOM = 4  # characters; the idioms have two halves of two


class Match(NamedTuple):
    """The characters `start` to `end` of a text are a wrong form of `right`."""

    start: int
    end: int
    right: str
    message: str
    severity: Severity | None


class PhraseFinder:
    """Finds all wrong forms with one automaton: it has each wrong form, and the two halves of each set phrase.

    A wrong form that is not listed leaves one half of its phrase unchanged.
    """

    def __init__(self, own: Sequence[OwnPhrase] = ()) -> None:
        from ahocorasick_rs import AhoCorasick

        wrong = wrong_forms(own)
        heads: dict[str, list[SetPhrase]] = {}
        tails: dict[str, list[SetPhrase]] = {}
        for phrase in set_phrases(own):
            middle = len(phrase.words) // 2
            heads.setdefault(phrase.words[:middle], []).append(phrase)
            tails.setdefault(phrase.words[middle:], []).append(phrase)
        patterns = list(dict.fromkeys((*wrong, *heads, *tails)))
        self._known = frozenset((*wrong, *(each.right for each in own)))  # found by themselves, or right
        self._wrong = [wrong.get(pattern) for pattern in patterns]
        self._heads = [heads.get(pattern, ()) for pattern in patterns]
        self._tails = [tails.get(pattern, ()) for pattern in patterns]
        self._automaton: AhoCorasick = AhoCorasick(patterns)

    def find(self, text: str) -> Iterator[Match]:
        """Yield the wrong forms from left to right, none inside another."""
        end = 0
        for match in sorted(set(self._all(text)), key=lambda match: (match.start, -match.end, match.message)):
            if match.start >= end:
                end = match.end
                yield match

    def _all(self, text: str) -> Iterator[Match]:
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            wrong = self._wrong[number]
            if wrong is not None and not _is_in(wrong, text, start):
                yield Match(start, end, wrong.right, wrong.message, _severity(text, start, end, wrong.severity))
            for phrase in self._heads[number]:
                words = phrase.words
                rest = text[end : start + len(words)]
                if rest != words[end - start :] and (len(words) > _IDIOM or _may_be_typo(rest, words[2:])):
                    yield from self._near(text, start, phrase)
            for phrase in self._tails[number]:
                words = phrase.words
                first = end - len(words)
                rest = text[max(first, 0) : start]
                if rest != words[: start - first] and (len(words) > _IDIOM or _may_be_typo(rest, words[:2])):
                    yield from self._near(text, first, phrase)

    def _near(self, text: str, start: int, phrase: SetPhrase) -> Iterator[Match]:
        words = phrase.words
        if len(words) <= _IDIOM:
            found = (
                [(start, start + len(words))] if is_typed_for(text[max(start, 0) : start + len(words)], words) else []
            )
        else:
            found = list(near_forms(text, start, words))
        for first, last in found:
            written = text[first:last]
            if written not in self._known:
                source = f" ({phrase.source})" if phrase.source else ""
                yield Match(
                    first, last, words, f"{written} is a wrong form of {words}{source}", _severity(text, first, last)
                )


def _may_be_typo(rest: str, half: str) -> bool:
    """Whether one of two characters is right; tells most texts apart in no time."""
    return len(rest) == 2 and (rest[0] == half[0] or rest[1] == half[1])


def _severity(text: str, start: int, end: int, severity: Severity | None = None) -> Severity | None:
    """The severity; a warning for what is in quotation marks by itself, which may be a pun: “一视铜仁”."""
    is_quoted = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    return "warning" if is_quoted else severity


def _is_in(wrong: Wrong, text: str, start: int) -> bool:
    """Whether the characters at `start` are in a longer phrase that is right."""
    return any(text.startswith(phrase, start - phrase.index(wrong.written)) for phrase in wrong.unless)


@lru_cache(maxsize=8)
def phrase_finder(own: tuple[OwnPhrase, ...] = ()) -> PhraseFinder:
    """The finder of the tables with what a workspace adds."""
    return PhraseFinder(own)
