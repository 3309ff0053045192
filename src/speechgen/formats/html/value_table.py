"""The table of the unit's values: each with its place in the files and its places in the speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speechgen.formats.html.segments import places
from speechgen.formats.manuscript import Notes
from speechgen.model import Place, Speech
from speechgen.reading import paths_above
from speechgen.rendering import LayerValue, RelatedPaths

_LAYERS = ("unit", "workspace", "template")
_MAX_LENGTH = 60  # characters; longer values are cut, since they can be read in the speech
_MAX_LINKS = 10_000  # to words of the speech: those of a group of values are those of each value in it


class Row(NamedTuple):
    """A value. `places` are the numbers of the runs that show it. `is_unused` is set if the speech should use it."""

    path: str
    title: str
    words: str
    layer: str
    place: Place | None
    overrode: tuple[LayerValue, ...]
    places: tuple[int, ...]
    is_unused: bool


def rows(speech: Speech, notes: Notes) -> tuple[Row, ...]:
    """A row for each value: first the unit file's in their order, then the workspace's, then the template's.

    A list is followed by rows for the values of its items.
    """
    return tuple(_rows(speech, notes))


def _rows(speech: Speech, notes: Notes) -> Iterator[Row]:
    used = places(speech)
    printed = RelatedPaths(used)
    runs = {path: run for run in speech.runs() if (path := run.source.path) is not None}
    unused = {given.path: given for given in notes.unused_values}
    items, unused_items = RelatedPaths(runs), RelatedPaths(unused)
    links = 0  # of the whole table
    for each in sorted(notes.values, key=lambda each: (_LAYERS.index(each.effective.layer), each.effective.place)):
        numbers = sorted(number for path in printed.about(each.path) for number in used[path])[: _MAX_LINKS - links]
        links += len(numbers)
        yield Row(
            path=each.path,
            title=notes.titles.get(each.path, ""),
            words=_short(each.effective.words),
            layer=each.effective.layer,
            place=each.effective.place,
            overrode=each.overrode,
            places=tuple(numbers),
            is_unused=any(path in unused for path in (each.path, *paths_above(each.path, "."))),
        )
        if each.effective.words.startswith("["):
            # The values of its items that the speech uses, and those that it should use.
            for path in items.items(each.path):
                words, place = _short(runs[path].text), runs[path].source.value
                yield Row(path, "", words, each.effective.layer, place, (), tuple(used[path]), is_unused=False)
            for given in (unused[path] for path in unused_items.items(each.path)):
                yield Row(
                    given.path, "", _short(given.words), each.effective.layer, given.place, (), (), is_unused=True
                )


def _short(words: str) -> str:
    return words if len(words) <= _MAX_LENGTH else words[: _MAX_LENGTH - 1] + "…"
