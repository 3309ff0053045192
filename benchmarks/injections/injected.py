"""An injected defect, and helpers to inject one into a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias, TypeVar

from benchmarks.injections.clean import Clean
from speechgen.checks.facts import Facts

Span: TypeAlias = tuple[int, int]
T = TypeVar("T")

NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Injected:
    """A text with one defect, from `start` to `end`.

    `elsewhere`: other places where the defect may be reported, such as the other of two figures that differ. `facts`:
    the facts of the unit, if the injection changed them. `also`: other rules that may report this defect.
    """

    text: str
    start: int
    end: int
    elsewhere: tuple[Span, ...] = ()
    facts: Facts | None = None
    also: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place where this defect may be reported."""
        return ((self.start, self.end), *self.elsewhere)


Inject: TypeAlias = Callable[[Clean, Random], Iterator[Injected]]
Kinds: TypeAlias = Mapping[str, Inject]


def put(
    clean: Clean,
    start: int,
    end: int,
    new: str,
    *,
    elsewhere: Sequence[Span] = (),
    facts: Facts | None = None,
    also: tuple[str, ...] = (),
) -> Injected:
    """Replace the words from `start` to `end` with `new`. `elsewhere`: places in the clean text."""
    shift = len(new) - (end - start)
    moved = tuple((s + shift * (s >= end), e + shift * (e >= end)) for s, e in elsewhere)
    return Injected(clean.text[:start] + new + clean.text[end:], start, start + len(new), moved, facts, also)


def put_all(clean: Clean, edits: Sequence[tuple[int, int, str]], elsewhere: Sequence[Span] = ()) -> Injected:
    """Make several edits that do not overlap. The defect spans all of them, and `elsewhere` in the clean text."""
    text, shifts = clean.text, 0
    ordered = sorted(edits)
    first = min([ordered[0][0], *(start for start, _ in elsewhere)])
    last = max([ordered[-1][1], *(end for _, end in elsewhere)])
    for start, end, new in reversed(ordered):
        text = text[:start] + new + text[end:]
        shifts += len(new) - (end - start)
    return Injected(text, first, last + shifts)


def added(
    clean: Clean, rng: Random, sentences: Sequence[str], *, facts: Facts | None = None, also: tuple[str, ...] = ()
) -> Iterator[Injected]:
    """Yield one injection per sentence, at the end of a random paragraph."""
    for sentence in shuffled(rng, sentences):
        _, end = rng.choice(clean.paragraphs)
        space = "" if clean.is_chinese else " "
        yield put(clean, end, end, space + sentence, facts=facts, also=also)


def shuffled(rng: Random, items: Sequence[T]) -> list[T]:
    """The items in random order."""
    return rng.sample(items, len(items))


def places(text: str, words: str) -> list[int]:
    """The start of each occurrence of the words."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def matches(clean: Clean, rng: Random, pattern: str) -> list[re.Match[str]]:
    """The matches of a pattern in random order."""
    return shuffled(rng, list(re.finditer(pattern, clean.text)))


def forms(*new: str) -> Callable[[Clean, Random, int, int], Injected]:
    """A function that replaces words with one of these forms."""

    def choose(clean: Clean, rng: Random, start: int, end: int) -> Injected:
        return put(clean, start, end, rng.choice(new))

    return choose


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u4e00" <= character <= "\u9fff"


def numeral(number: int, *, counting: bool = False) -> str:
    """A number up to 99 as a Chinese numeral; with `counting`, 2 is 两."""
    if counting and number == 2:
        return "两"
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")
