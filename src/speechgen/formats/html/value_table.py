"""The table of the unit's values: each with its place in the files and its places in the speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from speechgen.formats.html.segments import places
from speechgen.formats.manuscript import Notes
from speechgen.model import Place, Speech
from speechgen.rendering import LayerValue, is_about

_LAYERS = ("unit", "workspace", "template")
_MAX_LENGTH = 60  # characters; longer values are cut, since they can be read in the speech


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
    for each in sorted(notes.values, key=lambda each: (_LAYERS.index(each.effective.layer), each.effective.place)):
        yield Row(
            path=each.path,
            title=notes.titles.get(each.path, ""),
            words=_short(each.effective.words),
            layer=each.effective.layer,
            place=each.effective.place,
            overrode=each.overrode,
            places=tuple(sorted(n for path, numbers in used.items() if is_about(path, each.path) for n in numbers)),
            is_unused=_is_in(each.path, [given.path for given in notes.unused_values]),
        )
        if each.effective.words.startswith("["):
            yield from _items(each.path, each.effective.layer, used, speech, notes)


def _items(path: str, layer: str, used: Mapping[str, Sequence[int]], speech: Speech, notes: Notes) -> Iterator[Row]:
    """The values of a list's items that the speech uses, and those that it should use."""
    shown = {run.source.path: run for run in speech.runs() if (run.source.path or "").startswith(f"{path}[")}
    for below, run in shown.items():
        numbers = tuple(used[below or ""])
        yield Row(below or "", "", _short(run.text), layer, run.source.value, (), numbers, is_unused=False)
    for given in notes.unused_values:
        if given.path.startswith(f"{path}["):
            yield Row(given.path, "", _short(given.words), layer, given.place, (), (), is_unused=True)


def _is_in(path: str, above: Sequence[str]) -> bool:
    return any(path == each or path.startswith(f"{each}.") for each in above)


def _short(words: str) -> str:
    return words if len(words) <= _MAX_LENGTH else words[: _MAX_LENGTH - 1] + "…"
