"""The tables of the rules, such as congresses and ranks: text files under `data/`, each read when it is first used.

A file begins with its head: `title`, `source`, `columns`; where it applies `known_until`, the day up to which the table
is complete, and `order`: `by day`, or `first match` if the order of the rows has a meaning. Other tables are sorted.
After an empty line, each line is a row; its columns are separated by spaces, and only the last column may contain some.
In a list, which has one column, a line may have many words, and so may the last column of groups of words. Characters
are written without spaces.
A line that begins with # is a comment.

Text takes a hundredth of the time of YAML to read: 0.06 ms for 400 rows, where libyaml takes 8.7 ms.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from speechgen.model import lazily

_WORDS = lazily("‹([a-z_/]+)(?: ([a-z_]+))?›")
DATA = os.path.join(os.path.dirname(__file__), "data")


def head(name: str) -> Mapping[str, str]:
    """The head of a table."""
    return dict(line.split(": ", 1) for line in _read(name)[0].split("\n"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table in a file under `data/`, such as `days/plenums`; of a list, its words."""
    columns = head(name)["columns"].count(" ")
    if not columns:
        return tuple((word,) for word in word_list(name))
    return tuple(tuple(line.split(None, columns)) for line in _read(name)[1].split("\n") if line)


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(_read(name)[1].split())


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a list, for asking whether it has one."""
    return frozenset(_read(name)[1].split())


@cache
def characters(name: str) -> frozenset[str]:
    """The characters of a list that is written without spaces."""
    return frozenset(_read(name)[1].replace("\n", ""))


@cache
def groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Groups of words, by the first word of a line; a group may have several lines, and `-` is one without words."""
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, _read(name)[1].split("\n")):
        group, *words = line.split()
        found[group] = (*found.get(group, ()), *(words if words != ["-"] else ()))
    return found


@cache
def character_groups(name: str) -> Mapping[str, frozenset[str]]:
    """Groups of characters that are written without spaces, by the first word of a line."""
    return {group: frozenset(characters) for group, characters in rows(name)}


@cache
def pairs(name: str) -> Mapping[str, str]:
    """A table of two columns, by its first."""
    return {row[0]: row[1] for row in rows(name)}


def with_words(expression: str) -> str:
    """A regular expression with the words of tables in it.

    ‹figures/measures› stands for all words of a list or of the first column, ‹days/words past› for those of a group.
    """
    return _WORDS.sub(_words, expression) if "‹" in expression else expression


def _words(found: re.Match[str]) -> str:
    name, group = found.groups()
    if group:
        return "|".join(groups(name)[group])
    return ("" if head(name)["columns"] == "characters" else "|").join(row[0] for row in rows(name))


def known_until(name: str) -> date:
    """The day up to which a table is complete."""
    return date.fromisoformat(head(name)["known_until"])


@cache
def _read(name: str) -> tuple[str, str]:
    """The head and the body of a table, without its comments."""
    with open(f"{DATA}/{name}.txt", "rb") as file:
        top, _, body = file.read().decode().replace("\r", "").partition("\n\n")
    if "#" in body:
        body = "\n".join(line for line in body.split("\n") if not line.startswith("#"))
    return top, body
