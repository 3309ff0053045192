"""What the rule fixed-phrase looks for in a text: wrong forms, halves of set phrases, and items of lists.

What the tables have is in the index `words`. It is looked up for the pairs of characters that a text has, and parsed if
the text has all characters of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.pair_index import index_of, pair_numbers
from speechgen.checks.rules.phrases.entries import Wrong, own_forms, own_set_phrases
from speechgen.checks.rules.phrases.sequences import items_of
from speechgen.model import Severity

_IDIOM = 4  # characters
_CELL, _FIELD = "\t", "|"
_SEVERITIES: Mapping[str, Severity | None] = {"": None, "warning": "warning"}
_MAX_ASKED = 200_000  # pairs of characters that are remembered


class Half(NamedTuple):
    """A half of a phrase; `offset`: of the half in the phrase."""

    offset: int
    phrase: str
    source: str


class Item(NamedTuple):
    """An item of a phrase that is a list."""

    phrase: str
    source: str


Entry = Wrong | Half | Item


class Patterns:
    """The entries of the tables and of a workspace, by the number of their first two characters."""

    def __init__(self, own: Sequence[OwnPhrase]) -> None:
        phrases = own_set_phrases(own)
        self._wrong, self._phrases = own_forms(own), frozenset(phrases)
        self._rights = frozenset(phrase.right for phrase in own)
        self._own = [*self._wrong.items(), *_parts(phrases)]
        self._asked: set[int] = set()
        self._known: dict[int, list[tuple[str, str | Entry]]] = {}

    def found_in(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Yield what is at each place of a text."""
        pairs = pair_numbers(text)
        self._look_up(pairs)
        known = self._known
        for start in [start for start, pair in enumerate(pairs) if pair in known]:
            for pattern, entry in known[pairs[start]]:
                if text.startswith(pattern, start):
                    yield start, _entry(entry) if isinstance(entry, str) else entry
        for pattern, entry in self._own:
            start = text.find(pattern)
            while start >= 0:
                yield start, entry
                start = text.find(pattern, start + 1)

    def is_listed(self, written: str) -> bool:
        """Whether a form that a text has is listed as wrong, and so is found by itself."""
        cells = self._known.get(pair_numbers(written)[0], ())
        return written in self._wrong or any(written == each and _is_wrong(entry) for each, entry in cells)

    def _look_up(self, pairs: Iterable[int]) -> None:
        new = set(pairs) - self._asked
        if len(self._asked) > _MAX_ASKED:
            self._asked.clear()
        self._asked |= new
        for pair, words in index_of("words").known_of(new) if new else ():
            idioms, *cells = words.split(_CELL)
            known: list[tuple[str, str | Entry]] = []
            for cell in cells:
                pattern, _, entry = cell.partition(_FIELD)
                if not self._is_own(pattern, entry):
                    known.append((pattern, entry))
            for start in range(0, len(idioms), _IDIOM + 1):
                idiom, offset = idioms[start : start + _IDIOM], int(idioms[start + _IDIOM])
                if idiom not in self._phrases:
                    known.append((idiom[offset : offset + 2], Half(offset, idiom, "")))
            self._known[pair] = known

    def _is_own(self, pattern: str, entry: str) -> bool:
        """Whether the workspace has another entry instead of this one."""
        if _is_wrong(entry):
            return pattern in self._rights or pattern in self._wrong
        return bool(self._phrases) and _entry(entry)[-2] in self._phrases


def lines_by_pair(wrong: Mapping[str, Wrong], phrases: Mapping[str, str]) -> Mapping[str, str]:
    """A line of the index for the first two characters of each pattern: idioms with the offset of the half that begins
    with these characters, without separators; then a cell for each other entry, which begins with the pattern.
    """
    idioms: dict[str, str] = {}
    cells: dict[str, list[str]] = {}
    for pattern, entry in (*_parts(phrases), *wrong.items()):
        pair = pattern[:2]
        if isinstance(entry, Half) and len(entry.phrase) == _IDIOM and not entry.source:
            idioms[pair] = f"{idioms.get(pair, '')}{entry.phrase}{entry.offset}"
        else:
            cells.setdefault(pair, []).append(_FIELD.join((pattern, *_fields(entry))))
    return {pair: _CELL.join((idioms.get(pair, ""), *cells.get(pair, ()))) for pair in idioms | cells}


def _parts(phrases: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield the halves of each phrase, and its items, with what they are of."""
    for phrase, source in phrases.items():
        middle = len(phrase) // 2
        yield phrase[:middle], Half(0, phrase, source)
        yield phrase[middle:], Half(middle, phrase, source)
        for item in items_of(phrase) if "、" in phrase or "，" in phrase else ():
            yield item, Item(phrase, source)


def _fields(entry: Entry) -> Sequence[str]:
    if isinstance(entry, Half):
        return "half", str(entry.offset), entry.phrase, entry.source
    if isinstance(entry, Item):
        return "item", entry.phrase, entry.source
    return "wrong", entry.kind, entry.severity or "", entry.written, entry.right, entry.unless, entry.about


@lru_cache(maxsize=4096)
def _entry(cell: str) -> Entry:
    sort, *fields = cell.split(_FIELD)
    if sort == "half":
        return Half(int(fields[0]), fields[1], fields[2])
    if sort == "item":
        return Item(*fields)
    kind, severity, written, right, unless, about = fields
    return Wrong(written, right, unless, kind, about, _SEVERITIES[severity])


def _is_wrong(entry: str | Entry) -> bool:
    return isinstance(entry, Wrong) or (isinstance(entry, str) and entry.startswith("wrong"))
