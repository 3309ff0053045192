"""The words that are looked for in a text: wrong forms, halves of set phrases, and items of lists.

Those of the tables are in the index `words`, and are looked up for the pairs of characters that a text has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.pair_index import PairIndex, index_of, pair_numbers
from speechgen.checks.rules.phrases.entries import Wrong, own_forms, own_set_phrases
from speechgen.checks.rules.phrases.sequences import items_of
from speechgen.model import Severity

_IDIOM = 4  # characters
_CELL, _FIELD = "\t", "|"
_SEVERITIES: Mapping[str, Severity | None] = {"": None, "warning": "warning"}
_MAX_ASKED = 200_000  # pairs of characters that are remembered


class Patterns:
    """Patterns by the number of their first two characters, and what each is of."""

    def __init__(self, own: Sequence[OwnPhrase]) -> None:
        self.wrong: dict[str, Wrong] = own_forms(own)
        self.halves: dict[str, list[tuple[int, str]]] = {}  # of phrases, with their offset
        self.lists: dict[str, list[str]] = {}  # those that have an item
        self.sources: dict[str, str] = own_set_phrases(own)
        self._rights = frozenset(phrase.right for phrase in own)
        self._asked: set[int] = set()
        self._beginning: dict[int, tuple[str, ...]] = {}
        patterns = [*self.wrong]
        for phrase in self.sources:
            patterns += (half for offset, half in halves_of(phrase) if self._add_half(offset, half, phrase))
            for item in items_of_list(phrase):
                self.lists.setdefault(item, []).append(phrase)
                patterns.append(item)
        self.single = sorted({pattern for pattern in patterns if len(pattern) == 1})
        self._add(pattern for pattern in patterns if len(pattern) > 1)

    def beginning_with(self, pairs: Iterable[int]) -> Mapping[int, Sequence[str]]:
        """Patterns by their first two characters: at least those that begin with one of these pairs."""
        new = set(pairs) - self._asked
        if new:
            if len(self._asked) > _MAX_ASKED:
                self._asked.clear()
            self._asked |= new
            for words in index_of("words").known_of(new):
                self._add(self._read(words))
        return self._beginning

    def _read(self, words: str) -> Iterator[str]:
        """Yield the patterns of a line of the index, as `lines_by_pair` writes it."""
        idioms, *cells = words.split(_CELL)
        for start in range(0, len(idioms), _IDIOM):
            idiom = idioms[start : start + _IDIOM]
            for offset, half in halves_of(idiom):
                if self._add_half(offset, half, idiom):
                    yield half
        for cell in cells:
            kind, *fields = cell.split(_FIELD)
            if kind == "half":
                offset, half, phrase, document = fields
                self.sources.setdefault(phrase, document)
                if self._add_half(int(offset), half, phrase):
                    yield half
            elif kind == "item":
                item, phrase, document = fields
                self.sources.setdefault(phrase, document)
                if phrase not in self.lists.setdefault(item, []):
                    self.lists[item].append(phrase)
                yield item
            else:
                severity, written, right, unless, about = fields
                if written not in self._rights:
                    self.wrong.setdefault(written, Wrong(written, right, unless, kind, about, _SEVERITIES[severity]))
                    yield written

    def _add_half(self, offset: int, half: str, phrase: str) -> bool:
        """Whether the half of a phrase is added: it was not known."""
        same = self.halves.setdefault(half, [])
        if (offset, phrase) in same:
            return False
        same.append((offset, phrase))
        return True

    def _add(self, patterns: Iterable[str]) -> None:
        for pattern in patterns:
            number = pair_numbers(pattern[:2])[0]
            same = self._beginning.get(number, ())
            if pattern not in same:
                self._beginning[number] = (*same, pattern)


def halves_of(phrase: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """The two halves of a phrase, with their offset."""
    middle = len(phrase) // 2
    return (0, phrase[:middle]), (middle, phrase[middle:])


def items_of_list(phrase: str) -> Sequence[str]:
    """The items of a phrase that is a list."""
    return items_of(phrase) if "、" in phrase or "，" in phrase else ()


def lines_by_pair(wrong: Mapping[str, Wrong], phrases: Mapping[str, str]) -> Mapping[str, str]:
    """A line for the first two characters of each pattern: idioms without separators, then cells for the others."""
    idioms: dict[str, str] = {}
    cells: dict[str, list[str]] = {}
    for phrase, document in phrases.items():
        for offset, half in halves_of(phrase):
            if len(phrase) == _IDIOM and not document:
                if phrase not in idioms.get(half, ""):
                    idioms[half] = idioms.get(half, "") + phrase
            else:
                cells.setdefault(half[:2], []).append(_FIELD.join(("half", str(offset), half, phrase, document)))
        for item in items_of_list(phrase):
            cells.setdefault(item[:2], []).append(_FIELD.join(("item", item, phrase, document)))
    for written, right, unless, kind, about, severity in wrong.values():
        fields = (kind, severity or "", written, right, unless, about)
        cells.setdefault(written[:2], []).append(_FIELD.join(fields))
    return {pair: _CELL.join((idioms.get(pair, ""), *cells.get(pair, ()))) for pair in idioms | cells}
