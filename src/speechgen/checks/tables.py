"""The tables of the rules, such as congresses and ranks: text files under `data/`, each read when it is first used.

A file begins with its head: `title`, `source`, `columns`; where it applies `known_until`, the day up to which the table
is complete, and `order`: `by day`, or `first match` if the order of the rows has a meaning. Other tables are sorted.
After an empty line, each line is a row; its columns are separated by spaces, and only the last column may contain some.
In a list, which has one column, a line may have many words, and so may the last column of groups of words.
A line that begins with # is a comment.

Text takes a hundredth of the time of YAML to read: 0.06 ms for 400 rows, where libyaml takes 8.7 ms.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class Table(NamedTuple):
    """A table with its head. The cells of a row are in the order of the columns."""

    head: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


@cache
def table(name: str) -> Table:
    """The table in a file under `data/`, such as `days/plenums`."""
    head, _, body = (DATA / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.split("\n"))
    lines = (line for line in body.split("\n") if line and line[0] != "#")
    splits = keys["columns"].count(" ")
    if not splits:
        return Table(keys, tuple((word,) for line in lines for word in line.split()))
    return Table(keys, tuple(tuple(line.split(None, splits)) for line in lines))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a list, or the first column of a table."""
    return tuple(row[0] for row in table(name).rows)


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a list, for asking whether it has one."""
    return frozenset(word_list(name))


@cache
def characters(name: str) -> frozenset[str]:
    """The characters of a list: the lines of its file have no spaces."""
    return frozenset("".join(word_list(name)))


@cache
def groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Groups of words, by their first column; a group may have several lines, and `-` is one without words."""
    found: dict[str, tuple[str, ...]] = {}
    for group, rest in table(name).rows:
        found[group] = (*found.get(group, ()), *(rest.split() if rest != "-" else ()))
    return found


@cache
def pairs(name: str) -> Mapping[str, str]:
    """A table of two columns, by its first."""
    return dict(zip(word_list(name), (row[1] for row in table(name).rows), strict=True))


def known_until(name: str) -> date:
    """The day up to which a table is complete."""
    return date.fromisoformat(table(name).head["known_until"])
