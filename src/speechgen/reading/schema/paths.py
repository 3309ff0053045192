"""Data paths such as `problems[0].title`: their steps, and the values that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.messages import ENGLISH, language, translated
from speechgen.model import Place, lazily
from speechgen.reading.yaml_file import Value

_INDEX = lazily(r"[0-9]{1,9}")  # of an item in a list; a longer number is a key
_MAX_STEPS = 200  # in a path: files are nested less deeply


def path_steps(path: str) -> list[str | int]:
    """The keys and indexes of a path, as `find` and `is_declared` take them; `[]` is index 0."""
    steps = re.findall(r"[^.\[\]]+|\[\]", path)
    return [0 if step == "[]" else int(step) if _INDEX.fullmatch(step) else step for step in steps]


def paths_above(path: str, marks: str = ".[") -> Iterator[str]:
    """The paths of what contains a value, outermost first; `marks` are the characters that separate their steps.

    Of a key that has hundreds of these characters itself, not all beginnings are paths.
    """
    end = -1
    for _ in range(_MAX_STEPS):
        ends = [at for mark in marks if (at := path.find(mark, end + 1)) >= 0]
        if not ends:
            return
        end = min(ends)
        yield path[:end]


def path_for_people(path: str) -> str:
    """A path for messages, with the items of lists counted from 1: `people item 2: name` for `people[1].name`."""
    return re.sub(r"\[([0-9]{1,9})\](\.)?", _item, path).strip()


def _item(found: re.Match[str]) -> str:
    number = int(found[1]) + 1
    return translated(" item {number}: ", number=number) if found[2] else translated(" item {number}", number=number)


def named(path: str, title: str = "") -> str:
    """A value in messages: its path; in Chinese with its title, as keys are English words that may say nothing to her.

    Without a path it is the file itself.
    """
    if not path:
        return translated("the file")
    shown = path_for_people(path)
    is_short = title and len(title) <= _LONGEST_TITLE and title not in path
    return f"{shown}（{title}）" if is_short and language() != ENGLISH else shown


_LONGEST_TITLE = 30


def path_from_people(path: str) -> str:
    """The data path that people mean, as messages have it or as data: `people[1].name` for `people item 2: name`."""
    for form in (r" item ([0-9]{1,9})(: )?", r" ?第 ?([0-9]{1,9}) ?条(的 ?)?"):
        path = re.sub(form, lambda found: f"[{int(found[1]) - 1}]{'.' if found[2] else ''}", path)
    return path.replace(": ", ".")


def find(value: Value, path: Sequence[str | int]) -> tuple[Value, str]:
    """The value at `path`, or the deepest value on the way to it, and the path as text."""
    shown, is_found = "", True
    for step in path:
        shown = f"{shown}[{step}]" if isinstance(step, int) else f"{shown}.{step}" if shown else step
        child = _child(value, step) if is_found else None
        value, is_found = child or value, child is not None
    return value, shown


def value_at(value: Value, path: Sequence[str | int]) -> Value | None:
    """The value at `path`; None if it is missing or empty."""
    for step in path:
        child = _child(value, step)
        if child is None:
            return None
        value = child
    return None if value.content is None else value


def missing_place(own: Value, path: Sequence[str | int]) -> Place:
    """Where a missing value belongs in the file `own`: the key of the block that would contain it, otherwise line 1."""
    block, _ = find(own, path)
    return Place(own.file) if block is own else block.key_place


def _child(value: Value, step: str | int) -> Value | None:
    content = value.content
    if isinstance(content, dict) and isinstance(step, str):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None


def place_of(value: Value, path: Sequence[str | int]) -> Place:
    """The place of the value at `path`, or of the deepest value on the way to it."""
    return find(value, path)[0].place
