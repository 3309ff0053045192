"""Names in quotation marks of which one differs in a word from what the text has elsewhere: “展馆里的思政课”."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.phrases.repeated_phrases import Variant, is_another_thing

_QUOTED = lazily("[“‘《]([\u4e00-\u9fff]{6,24})[”’》]")
_MAX_WIDTH = 2  # characters that differ
_TIMES = 2  # that the text has the other name


def variants_of_quoted_names(text: str) -> Iterator[Variant]:
    """Yield each quoted name that the text has once, and almost so twice or more."""
    for found in _QUOTED.finditer(text):
        name, start = found[1], found.start(1)
        if text.count(name) > 1:
            continue
        others = {other for at in _like(name, start, text) if _is_almost(name, other := text[at : at + len(name)])}
        nearest = min((_width(name, other) for other in others), default=0)
        others = {other for other in others if _width(name, other) == nearest}
        if len(others) == 1:
            (other,) = others
            times = text.count(other)
            if times >= _TIMES:
                first, last = _differing(name, other)
                yield Variant(start, start + len(name), other, times, start + first, start + last)


def _like(name: str, start: int, text: str) -> Iterator[int]:
    """Where the text has the first or the second half of a name, other than at `start`: where the name would begin."""
    half = len(name) // 2
    for part, offset in ((name[:half], 0), (name[half:], half)):
        at = text.find(part)
        while at >= 0:
            if at - offset >= 0 and at - offset != start:
                yield at - offset
            at = text.find(part, at + 1)


def _is_almost(name: str, other: str) -> bool:
    """Whether two names of one length differ in one word, which makes no other thing of it."""
    if len(other) != len(name):
        return False
    return _width(name, other) <= _MAX_WIDTH and not is_another_thing(name, other)


def _width(name: str, other: str) -> int:
    first, last = _differing(name, other)
    return last - first


def _differing(name: str, other: str) -> tuple[int, int]:
    places = [at for at, signs in enumerate(zip(name, other, strict=True)) if signs[0] != signs[1]]
    return (places[0], places[-1] + 1) if places else (0, len(name))
