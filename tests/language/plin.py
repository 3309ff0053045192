"""Plin, a made-up language, as another package would offer it: one module, which only uses what is public.

It counts in digits, has an apostrophe in thousands, and its nouns end in -s from two on.
"""

from __future__ import annotations

from decimal import Decimal

from speechgen.language import (
    MAX_LOSS,
    CannotSay,
    Labels,
    Language,
    Proofreading,
    ReadingAloud,
    ScaffoldWords,
    UnitTitles,
    by_common_words,
    make_to_text,
    rounded,
)
from speechgen.model import Day

MONTHS = ("uno", "duo", "tri", "kva", "kin", "ses", "sep", "oko", "nau", "dek", "dekun", "dekdu")


def figure(value: object) -> str:
    """A number in digits.

    2413 | figure    2'413
    """
    if not isinstance(value, (int, Decimal)):
        raise CannotSay("only numbers have digits")
    return f"{value:,f}".replace(",", "'") if isinstance(value, Decimal) else f"{value:,}".replace(",", "'")


def date(value: object) -> str:
    """A day, or a month.

    meeting | date    24 dek 2014
    """
    if not isinstance(value, Day):
        raise CannotSay("only days have dates")
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return f"{value.day} {month}" if value.day else month


def count(value: object, noun: str) -> str:
    """The length of a list, with a noun.

    evaluation | count("bon")    4 bons
    """
    size = len(value) if isinstance(value, list) else 0
    return f"{size} {noun}{'' if size == 1 else 's'}"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """A metric in words: 2'413 leter; rounded to 100: plu 2'400 leter."""
    if round_to is None:
        return f"{figure(value)} {measure}"
    about = rounded(value, round_to, max_loss)
    return f"{'' if about.exact else 'plu '}{figure(about.figure)} {measure}"


def change(before: Decimal, after: Decimal, *, measure: str, compared: str | None = None, **verbs: str | None) -> str:
    """A metric that changed, in words: ze 40 ad 26 plendo."""
    return f"ze {figure(before)} ad {figure(after)} {measure}"


LANGUAGE = Language(
    code="qpl",
    to_text=make_to_text(figure, date),
    amount=amount,
    change=change,
    filters={"figure": figure, "date": date, "count": count},
)
LIKENESS = by_common_words("nos za ze ad eta vu kon plu")
LABELS = Labels(review="Vidado", no_problems="Nul plendo.", all_units="Eta domos", missing="Nul domo")
PROOFREADING = Proofreading(never_doubled=frozenset(("za", "ze")), months=MONTHS)
READING_ALOUD = ReadingAloud(rate=100, unit="vortos")
SCAFFOLD_WORDS = ScaffoldWords(needed="debado")
UNIT_TITLES = UnitTitles()._replace(name=UnitTitles().name._replace(title="plena nomo"))
