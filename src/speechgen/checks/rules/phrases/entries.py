"""The set phrases that the rule fixed-phrase knows: the tables under `data/phrases`, and what a workspace adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from speechgen.checks.facts import OwnPhrase
from speechgen.checks.tables import rows, word_list
from speechgen.messages import marked, translated
from speechgen.model import Severity

_QUOTES = (("", ""), ("“", "”"), ("‘", "’"), ('"', '"'))


class Wrong(NamedTuple):
    """A wrong form of a phrase: what to write, and longer phrases, separated by spaces, that have it and are right.

    `severity` None: it is wrong in any sentence, and `fix` applies. `kind`: of the message.
    """

    written: str
    right: str
    unless: str
    kind: str
    about: str = ""
    severity: Severity | None = None

    @property
    def message(self) -> str:
        """What is wrong."""
        if self.kind == "companion":
            return translated(
                _MESSAGES[self.kind], written=self.written, **dict(zip(_PARTS, self.about.split(), strict=True))
            )
        return translated(_MESSAGES[self.kind], written=self.written, right=self.right, about=self.about)

    def is_right(self, text: str, start: int) -> bool:
        """Whether the characters at `start` of a text are in a longer phrase that is right."""
        if self.unless == "-":
            return False
        return any(text.startswith(phrase, start - phrase.index(self.written)) for phrase in self.unless.split())


_MESSAGES = {
    "misspelling": marked("{written} is a misspelling of {right}"),
    "doubtful": marked("{written} may be meant as {right}"),
    "recommended": marked("{written} has the recommended form {right} (GF 1001-2001)"),
    "wrong form": marked("{written} is a wrong form of {right}"),
    "own": marked("{written} is a wrong form of {right} (speechgen.yaml)"),
    "incomplete": marked("{written} is not complete: it is {right} ({about})"),
    "companion": marked("{written}: “{term}” goes with {companion}, not with {other}"),
}
_PARTS = ("term", "companion", "other")  # what a wrong companion is about
# Table, kind and severity.
_TABLES: tuple[tuple[str, str, Severity | None], ...] = (
    ("phrases/misspellings", "misspelling", None),
    ("phrases/party_terms", "wrong form", None),
    ("phrases/offices", "wrong form", None),
    ("phrases/doubtful_words", "doubtful", "warning"),
    ("phrases/recommended_words", "recommended", "warning"),
)


def wrong_forms(own: Sequence[OwnPhrase] = ()) -> Mapping[str, Wrong]:
    """Every wrong form, by its characters; those of the workspace come last and replace the others.

    What the workspace gives as right is not wrong, whatever the tables say.
    """
    found = {
        written: Wrong(written, right, unless, kind, "", severity)
        for table, kind, severity in _TABLES
        for written, right, unless in rows(table)
    }
    found |= {each.written: each for each in (*_with_words_dropped(), *_companions())} | own_forms(own)
    for phrase in own:
        found.pop(phrase.right, None)
    return found


def own_forms(own: Sequence[OwnPhrase]) -> dict[str, Wrong]:
    """The wrong forms of the workspace, by their characters."""
    rights = {phrase.right for phrase in own}
    return {each.written: each for each in _own(own) if each.written not in rights}


def set_phrases(own: Sequence[OwnPhrase] = ()) -> Mapping[str, str]:
    """The phrases of which no form that is almost the same is right, each with its source: formulas, sayings, idioms,
    and those of the workspace.
    """
    found = {words.replace("/", ""): document for words, document in rows("phrases/formulas")}
    found |= {saying: work for saying, work in rows("phrases/sayings")}  # noqa: C416 - rows are of any length
    found |= dict.fromkeys(word_list("phrases/idioms"), "")
    return found | own_set_phrases(own)


def own_set_phrases(own: Sequence[OwnPhrase]) -> dict[str, str]:
    """Those of the workspace."""
    return {each.right: "speechgen.yaml" for each in own if not each.wrong}


def _with_words_dropped() -> Iterator[Wrong]:
    """习近平新时代特色社会主义思想: words between the first and the last are missing."""
    for words, document in rows("phrases/formulas"):
        first, *others = words.split("/")
        inner, last = others[:-1], "".join(others[-1:])
        whole = words.replace("/", "")
        for size in range(len(inner)):
            for kept in combinations(inner, size):
                written = "".join((first, *kept, last))
                yield Wrong(written, whole, "-", "incomplete", document)


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
                yield Wrong(written, right, "-", "companion", f"{term} {companion} {other}")


def _own(own: Sequence[OwnPhrase]) -> Iterator[Wrong]:
    for right, forms, unless in own:
        for written in forms:
            longer = [phrase for phrase in unless if written in phrase]
            yield Wrong(written, right, " ".join(longer) or "-", "own")
