"""Figures as people write them: digits, and the other forms that have one meaning, such as 12万 or 1,260."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from speechgen.model import Day

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_UNITS = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100))
# 3亿, 1.2万, 1亿2000万, 12万5000: units from large to small, then four digits at most.
_CHINESE = re.compile(
    "(?P<sign>[-+]?)" + "".join(rf"(?:([0-9]+(?:\.[0-9]+)?){unit})?" for unit, _ in _UNITS) + "([0-9]{4})?"
)
_LARGE = ("万", "亿")
_PLAIN = re.compile(rf"[-+]?(?:{_NUMBER})")
_ENGLISH = re.compile(rf"(?P<number>[-+]?(?:{_NUMBER})) ?(?P<unit>thousand|million|billion)")
_ENGLISH_UNITS = {"thousand": 1000, "million": 10**6, "billion": 10**9}

_APPROXIMATIONS = (
    *(
        "大约",
        "大概",
        "将近",
        "接近",
        "超过",
        "不到",
        "不足",
        "至少",
        "左右",
        "上下",
        "以上",
        "以下",
        "余",
        "多",
        "约",
        "近",
        "逾",
    ),
    *("about", "around", "nearly", "almost", "over", "more than", "some", "~", "≈", ">", "<", "≥", "≤", "+"),
)
_RANGE = re.compile(rf"(?:{_NUMBER})[^0-9,.]{{0,3}}(?:-|–|—|~|～|至|到| to )+ ?(?:{_NUMBER})[^0-9]{{0,4}}")
_WITH_WORDS = re.compile(rf"[-+]?(?:{_NUMBER}) ?[^0-9.,%‰]+")
_LETTERS = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])")


def read_figure(text: str, measure: str = "") -> Decimal | None:
    """The figure that `text` states; None if it states none, or might state more than one.

    Understood: full-width digits, thousands separated by commas, 万 and 亿, million and billion, and the figure's own
    measure word: `12万` is 120000, `96.8%` is 96.8 where figures are in %. For a measure such as 万元, `12万` may mean
    12 or 120000, and is not understood; `12万元` is 12.
    """
    plain = _normal(text)
    for word in _words(measure):
        plain = plain.removesuffix(word).rstrip()
    if _PLAIN.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if measure[:1] in _LARGE:
        return None
    if english := _ENGLISH.fullmatch(plain):
        return Decimal(english["number"].replace(",", "")) * _ENGLISH_UNITS[english["unit"]]
    return _chinese(plain)


def figure_fix(text: str, measure: str = "") -> str:
    """What to do about a text that is no figure. Never a figure that is made of the text's characters."""
    return next(_fixes(_normal(text), measure), "write the exact figure in digits")


def _fixes(plain: str, measure: str) -> Iterator[str]:
    named = measure.rpartition("|")[2]  # `letters` for `letter|letters`
    alone = f"alone, in {named}" if named else "alone, in digits"
    if is_range(plain):
        yield "write one figure; a range has two"
    if _is_day(plain):
        yield "write the figure; this is a date"
    if found := next((word for word in _APPROXIMATIONS if word in plain), None):
        yield f"find out the exact figure, and write it without {found}"
    if measure[:1] in _LARGE and plain[-1:] in _LARGE:
        yield f"write the number of {named}: 12 or 12{named}, not 12{plain[-1]}"
    if plain.endswith(("%", "‰")):
        yield f"write the figure {alone}, not a share"
    if (letters := _LETTERS.search(plain)) and any(character.isdigit() for character in plain):
        yield f"check the figure: {letters[0]} is not a digit"
    if _WITH_WORDS.fullmatch(plain):
        yield f"write the figure {alone}"
    if "," in plain and plain.replace(",", "").replace(".", "").isdigit():
        yield "check the commas: they separate groups of three digits, or leave them out"


def is_range(text: str) -> bool:
    """Whether a text is two figures with a dash between them, such as 20—30."""
    plain = _normal(text)
    return bool(_RANGE.fullmatch(plain)) and not _is_day(plain)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()


def _words(measure: str) -> list[str]:
    """The measure words to leave out after a figure, the longest first: `letters` and `letter` of `letter|letters`."""
    words = [unicodedata.normalize("NFKC", word) for word in measure.split("|") if word]
    return sorted(words, key=len, reverse=True)


def _chinese(plain: str) -> Decimal | None:
    found = _CHINESE.fullmatch(plain)
    if found is None:
        return None
    _, *numbers = found.groups()
    sizes = [*(size for _, size in _UNITS), 1]
    groups = [(Decimal(number), size) for number, size in zip(numbers, sizes, strict=True) if number]
    if not groups or any(number != int(number) for number, _ in groups[:-1]):
        return None
    if any(number * size >= larger for (_, larger), (number, size) in pairwise(groups)):
        return None  # 1万20000
    total = sum((number * size for number, size in groups), Decimal(0))
    return -total if found["sign"] == "-" else total


def _is_day(plain: str) -> bool:
    try:
        return Day.parse(plain) is not None
    except ValueError:
        return True
