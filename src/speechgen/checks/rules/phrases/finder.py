"""Find the wrong forms of set phrases in a text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.reach import Memory, WithinSentence
from speechgen.checks.rules.phrases.entries import Wrong
from speechgen.checks.rules.phrases.near_forms import NearForm, is_typed_for, near_forms
from speechgen.checks.rules.phrases.patterns import Half, Patterns
from speechgen.checks.rules.phrases.sequences import wrong_sequence
from speechgen.checks.tables import word_set
from speechgen.messages import translated
from speechgen.model import Severity

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
    """Finds all wrong forms in one pass: the listed ones, and the parts of the set phrases.

    A wrong form that is not listed leaves one half of its phrase, or an item of its list, unchanged.
    """

    def __init__(self, own: Sequence[OwnPhrase] = ()) -> None:
        self._own = own
        self._known = Patterns(own)
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
        for start, entry in self._known.found_in(text):
            if isinstance(entry, Wrong):
                if not entry.is_right(text, start):
                    end = start + len(entry.written)
                    yield Match(start, end, entry.right, entry.message, entry.severity)
            elif isinstance(entry, Half):
                yield from self._with_half(text, start - entry.offset, entry)
            elif (found := wrong_sequence(text, start, entry.phrase)) is not None:
                yield Match(
                    start,
                    found.end,
                    entry.phrase,
                    translated("{message} ({source})", message=found.message, source=entry.source),
                    found.severity,
                )

    def _with_half(self, text: str, start: int, half: Half) -> Iterator[Match]:
        """The forms around `start` that are almost the phrase."""
        phrase = half.phrase
        whole = text[start : start + len(phrase)] if start >= 0 else ""
        if whole != phrase and (len(phrase) > _IDIOM or _may_be_typo(whole, phrase, 2 - half.offset)):
            yield from self._near(text, start, phrase, half.source)

    def _is_right(self, written: str) -> bool:
        return written in word_set("phrases/also_right") or any(written == each.right for each in self._own)

    def _near(self, text: str, start: int, phrase: str, document: str) -> Iterator[Match]:
        """The forms around `start` that are almost the phrase. Those that are listed are found by themselves."""
        if len(phrase) > _IDIOM:
            found = list(near_forms(text, start, phrase))
        elif is_typed_for(text[start : start + _IDIOM], phrase):
            found = [NearForm(start, start + _IDIOM, True)]
        else:
            found = []
        for first, last, is_certain in found:
            written = text[first:last]
            if not self._known.is_listed(written) and not self._is_right(written):
                message = _message(written, phrase, document, is_certain=is_certain)
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


def _message(written: str, phrase: str, document: str, *, is_certain: bool) -> str:
    if is_certain:
        message = translated("{written} is a wrong form of {right}", written=written, right=phrase)
    else:
        message = translated("{written} is perhaps a wrong form of {right}", written=written, right=phrase)
    return translated("{message} ({source})", message=message, source=document) if document else message
