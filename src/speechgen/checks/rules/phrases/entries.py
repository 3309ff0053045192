"""The set phrases that the rule fixed-phrase knows: the tables under `data/phrases`, and what a workspace adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.tables import rows, word_list
from speechgen.model import Severity

_UNCERTAIN: Severity = "warning"
_QUOTES = (("", ""), ("“", "”"), ("‘", "’"), ('"', '"'))


class Wrong(NamedTuple):
    """A wrong form of a phrase: what to write, and longer phrases that have its characters and are right.

    `severity` None: it is wrong in any sentence, and `fix` applies.
    """

    written: str
    right: str
    unless: tuple[str, ...]
    message: str
    severity: Severity | None = None


class SetPhrase(NamedTuple):
    """A phrase of which every form that is almost the same is wrong. `source`: the document that has it."""

    words: str
    source: str


def wrong_forms(own: Sequence[OwnPhrase]) -> Mapping[str, Wrong]:
    """Every wrong form, by its characters; those of the workspace come last and replace the others.

    What the workspace gives as right is not wrong, whatever the tables say.
    """
    found = {each.written: each for each in (*_words(), *_formulas_with_words_dropped(), *_companions(), *_own(own))}
    right = {each.right for each in own}
    return {written: each for written, each in found.items() if written not in right}


def set_phrases(own: Sequence[OwnPhrase]) -> Iterator[SetPhrase]:
    """The phrases of which no other form is right: formulas, idioms, and those of the workspace."""
    for words, document in rows("phrases/formulas"):
        yield SetPhrase(words.replace("/", ""), document)
    for idiom in word_list("phrases/idioms"):
        yield SetPhrase(idiom, "")
    for each in own:
        if not each.wrong:
            yield SetPhrase(each.right, "speechgen.yaml")


def _words() -> Iterator[Wrong]:
    for written, right, unless in rows("phrases/misspellings"):
        yield Wrong(written, right, _phrases(unless), f"{written} is a misspelling of {right}")
    for written, right, unless in rows("phrases/doubtful_words"):
        yield Wrong(written, right, _phrases(unless), f"{written} may be meant as {right}", _UNCERTAIN)
    for written, right, unless in rows("phrases/recommended_words"):
        message = f"{written} has the recommended form {right} (GF 1001-2001)"
        yield Wrong(written, right, _phrases(unless), message, _UNCERTAIN)
    for table in ("phrases/party_terms", "phrases/offices"):
        for written, right, unless in rows(table):
            yield Wrong(written, right, _phrases(unless), f"{written} is a wrong form of {right}")


def _formulas_with_words_dropped() -> Iterator[Wrong]:
    """习近平新时代特色社会主义思想: words between the first and the last are missing."""
    for words, document in rows("phrases/formulas"):
        first, *others = words.split("/")
        inner, last = others[:-1], "".join(others[-1:])
        whole = words.replace("/", "")
        for size in range(len(inner)):
            for kept in combinations(inner, size):
                written = "".join((first, *kept, last))
                missing = "".join(word for word in inner if word not in kept)
                yield Wrong(written, whole, (), f"{written} is not complete: {missing} is missing ({document})")


def _companions() -> Iterator[Wrong]:
    """坚定“四个意识”, “五位一体”战略布局: a set term with the companion of another."""
    for term, place, companion, others in rows("phrases/companions"):
        for other in others.split():
            for opening, closing in _QUOTES:
                quoted = f"{opening}{term}{closing}"
                written, right = (
                    (f"{other}{quoted}", f"{companion}{quoted}")
                    if place == "before"
                    else (f"{quoted}{other}", f"{quoted}{companion}")
                )
                yield Wrong(written, right, (), f"“{term}” goes with {companion}, not with {other}")


def _own(own: Sequence[OwnPhrase]) -> Iterator[Wrong]:
    for right, forms, unless in own:
        for written in forms:
            yield Wrong(written, right, unless, f"{written} is a wrong form of {right} (speechgen.yaml)")


def _phrases(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())
