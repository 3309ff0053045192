"""Figures as people write them: digits, and the other forms that have one meaning, such as 12万 or 1,260."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from speechgen.messages import translated
from speechgen.model import Day, lazily
from speechgen.reading.figures import PERCENT
from speechgen.reading.numerals import CHINESE_NUMERALS, SCALES, read_numeral

# Thousands are separated by commas, or by spaces (GB/T 15835-2011, 5.1.2).
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+"
_PIECE = lazily(rf"(?P<number>{_NUMBER}) ?(?P<scale>[十百千]?(?:万亿|[万亿])|[百千])")
_FEW = lazily("[0-9]{4}")  # what may follow 万 in digits: 12万5000
_LARGE = ("万", "亿")
_PLAIN = lazily(rf"[-+]?(?:{_NUMBER})")
_ENGLISH = lazily(rf"(?P<number>[-+]?(?:{_NUMBER})) ?(?P<unit>thousand|million|billion)")
_ENGLISH_UNITS = {"thousand": 1000, "million": 10**6, "billion": 10**9}
_NONE = ("无", "没有", "暂无", "none", "nil", "n/a", "na", "/", "-", "–", "—", "——", "--")

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
    *(
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "more than",
        "some",
        "approximately",
        "approx",
        "circa",
        "~",
        "≈",
        ">",
        "<",
        "≥",
        "≤",
        "+",
    ),
)
_RANGE = lazily(rf"(?:{_NUMBER})[^0-9,.]{{0,3}}(?:-|–|—|~|～|至|到| to )+ ?(?:{_NUMBER})[^0-9]{{0,4}}")
_WITH_WORDS = lazily(rf"[-+]?(?:{_NUMBER}) ?[^0-9.,%‰]+")
_LETTERS = lazily(r"(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])")


def read_figure(text: str, measure: str = "") -> Decimal | None:
    """The figure that `text` states; None if it states none, or might state more than one.

    Understood: full-width digits, thousands separated by commas or spaces, 万 and 亿, million and billion, Chinese
    numerals, and the figure's own measure word: `12万` is 120000, `96.8%` is 96.8 where figures are in %. For a measure
    such as 万元, `12万` may mean 12 or 120000, and is not understood; `12万元` is 12.
    """
    plain = _normal(text)
    for word in _words(measure):
        plain = plain[: -len(word)].rstrip() if plain.casefold().endswith(word.casefold()) else plain
    if measure in PERCENT:
        plain = plain.removeprefix("百分之")
    if _PLAIN.fullmatch(plain):
        return _number(plain)
    if measure[:1] in _LARGE and any(unit in plain for unit in (*_LARGE, *_ENGLISH_UNITS)):
        return None
    if english := _ENGLISH.fullmatch(plain):
        return _number(english["number"]) * _ENGLISH_UNITS[english["unit"]]
    figure = _in_units(plain)
    return _in_numerals(plain) if figure is None else figure


def figure_fix(text: str, measure: str = "") -> str:
    """What to do about a text that is no figure. Never a figure that is made of the text's characters."""
    return next(_fixes(_normal(text), measure), translated("write the exact figure in digits"))


def _fixes(plain: str, measure: str) -> Iterator[str]:
    named = measure.rpartition("|")[2]  # `letters` for `letter|letters`
    if plain.casefold() in _NONE:
        yield translated("if there is none, delete the line")
    if plain.startswith("="):
        yield translated("write the result of the formula")
    if is_range(plain):
        yield translated("write one figure; a range has two")
    if _is_day(plain):
        yield translated("write the figure; this is a date")
    found = next((word for word in _APPROXIMATIONS if word in plain), None)
    if found and any(sign.isdigit() or sign in CHINESE_NUMERALS for sign in plain):
        yield translated("find out the exact figure, and write it without {words}", words=found)
    if measure[:1] in _LARGE and plain[-1:] in _LARGE:
        texts = {"measure": named, "right": f"12{named}", "wrong": f"12{plain[-1]}"}
        yield translated("write the number of {measure}: 12 or {right}, not {wrong}", **texts)
    if plain.endswith(("%", "‰")):
        yield (
            translated("write how many {measure} in digits alone, not a share", measure=named)
            if named
            else translated("write it in digits alone, not a share")
        )
    if (letters := _LETTERS.search(plain)) and any(character.isdigit() for character in plain):
        yield translated("check the figure: {letters} is not a digit", letters=letters[0])
    if _WITH_WORDS.fullmatch(plain):
        yield (
            translated("write how many {measure} in digits alone", measure=named)
            if named
            else translated("write it in digits alone")
        )
    if "," in plain and plain.replace(",", "").replace(".", "").isdigit():
        yield translated("check the comma: it may separate groups of three digits; the decimal point is a full stop")


def is_range(text: str) -> bool:
    """Whether a text is two figures with a dash between them, such as 20—30."""
    plain = _normal(text)
    return bool(_RANGE.fullmatch(plain)) and not _is_day(plain)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()


def _words(measure: str) -> list[str]:
    """The measure words to leave out after a figure, the longest first: `letters` and `letter` of `letter|letters`."""
    words = [unicodedata.normalize("NFKC", word) for word in measure.split("|") if word]
    words += ["percent", "per cent"] if measure in PERCENT else []
    return sorted(words, key=len, reverse=True)


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace(" ", ""))


def _in_units(plain: str) -> Decimal | None:
    """3亿, 1.2万, 3千万, 1亿2000万, 12万5000: units from large to small, then four digits at most."""
    sign, rest = (-1, plain[1:]) if plain.startswith("-") else (1, plain.removeprefix("+"))
    total, smallest = Decimal(0), 0
    while found := _PIECE.match(rest):
        number, size = _number(found["number"]), SCALES[found["scale"]]
        if smallest and (number * size >= smallest or total != int(total)):
            return None
        total, smallest, rest = total + number * size, size, rest[found.end() :]
        if number != int(number):
            break  # nothing follows 1.2万
    if rest and smallest == SCALES["万"] and _FEW.fullmatch(rest):
        return sign * (total + int(rest))
    return sign * total if smallest and not rest else None


def _in_numerals(plain: str) -> Decimal | None:
    """三十六, 两百, 九十六点八."""
    whole, point, decimals = plain.partition("点")
    number = read_numeral(whole)
    digits = [read_numeral(sign) for sign in decimals]
    if number is None or bool(point) != bool(digits) or any(digit is None or digit > 9 for digit in digits):
        return None
    return Decimal(f"{number}.{''.join(map(str, digits))}")


def _is_day(plain: str) -> bool:
    try:
        return Day.parse(plain) is not None
    except ValueError:
        return True
