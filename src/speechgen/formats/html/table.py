"""The table of all values: what holds, where it stands, and where the speech says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from speechgen.formats.html.words import places
from speechgen.formats.manuscript import Notes
from speechgen.model import Place, Speech
from speechgen.rendering import LayerValue, is_about

_LAYERS = ("unit", "workspace", "template")
_LONGEST = 60  # characters: what is longer is a text, and stands in the speech


class Row(NamedTuple):
    """One value. `places` are the numbers of the words that say it; `unsaid` is set where it should have been said."""

    path: str
    title: str
    words: str
    layer: str
    place: Place | None
    overrode: tuple[LayerValue, ...]
    places: tuple[int, ...]
    unsaid: bool


def rows(speech: Speech, notes: Notes) -> tuple[Row, ...]:
    """A row for each value: those of the unit file as they stand in it, the workspace's, the template's; below a list
    one for each value of its items.
    """
    return tuple(_rows(speech, notes))


def _rows(speech: Speech, notes: Notes) -> Iterator[Row]:
    said = places(speech)
    for each in sorted(notes.values, key=lambda each: (_LAYERS.index(each.effective.layer), each.effective.place)):
        yield Row(
            path=each.path,
            title=notes.titles.get(each.path, ""),
            words=_short(each.effective.words),
            layer=each.effective.layer,
            place=each.effective.place,
            overrode=each.overrode,
            places=tuple(sorted(n for path, numbers in said.items() if is_about(path, each.path) for n in numbers)),
            unsaid=_is_in(each.path, [given.path for given in notes.unsaid]),
        )
        if each.effective.words.startswith("["):
            yield from _items(each.path, each.effective.layer, said, speech, notes)


def _items(path: str, layer: str, said: Mapping[str, Sequence[int]], speech: Speech, notes: Notes) -> Iterator[Row]:
    """The values that stand in a list's items: those that are said, and those that should have been."""
    shown = {run.source.path: run for run in speech.runs() if (run.source.path or "").startswith(f"{path}[")}
    for below, run in shown.items():
        spoken = tuple(said[below or ""])
        yield Row(below or "", "", _short(run.text), layer, run.source.value, (), spoken, unsaid=False)
    for given in notes.unsaid:
        if given.path.startswith(f"{path}["):
            yield Row(given.path, "", _short(given.words), layer, given.place, (), (), unsaid=True)


def _is_in(path: str, above: Sequence[str]) -> bool:
    return any(path == each or path.startswith(f"{each}.") for each in above)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
