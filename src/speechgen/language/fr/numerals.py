"""Numbers in French words, with the traditional hyphens: vingt et un, quatre-vingt-un, deux cents, mille.

Dictionnaire de l'Académie française, 9e édition: `cent` and `quatre-vingt` have an s if they are multiplied and no
other number follows; `mille` never has one; `million` and `milliard` are nouns.
"""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.language.fr.spaces import grouped
from speechgen.messages import translated

_WORDS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_NOUNS = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))
_ENDINGS = {"cinq": "cinquième", "neuf": "neuvième"}
_LAST_IN_WORDS = 16  # seize, the last number that is one word; 17 things are in digits
_LAST_ORDINAL_IN_WORDS = 10
_GENDERS = {"m": False, "f": True}


def count(value: object, singular: str, plural: str, gender: object = "m") -> str:
    """A number of things, or the length of a list, with the singular or plural noun; "f" for a feminine noun.

    evaluation | count("souvenir", "souvenirs")    quatre souvenirs
    1 | count("étape", "étapes", "f")    une étape
    31 | count("année", "années", "f")    31 années
    """
    many = arguments.size(value)
    feminine = arguments.form(gender, _GENDERS)
    words = in_words(many, feminine=feminine) if many <= _LAST_IN_WORDS else grouped(f"{many:,}")
    return f"{words} {singular if many == 1 else plural}"


def ordinal(value: object, form: object = "words", gender: object = "m") -> str:
    """A position in a list, in words up to ten. The forms are "words", "digits" and "adverb"; "f" for a feminine noun.

    1 | ordinal    premier
    1 | ordinal(gender="f")    première
    9 | ordinal    neuvième
    21 | ordinal    21e
    1 | ordinal("digits")    1er
    1 | ordinal("digits", "f")    1re
    2 | ordinal("adverb")    deuxièmement
    """
    wanted = arguments.form(form, {"words": "words", "digits": "digits", "adverb": "adverb"})
    feminine = arguments.form(gender, _GENDERS)
    place = arguments.whole(value)
    if place < 1:
        raise CannotSay(translated("positions in a list begin with 1, not {place}; use `loop.index`", place=place))
    if wanted == "adverb":
        return "premièrement" if place == 1 else f"{_ordinal(place)}ment"
    if wanted == "digits" or place > _LAST_ORDINAL_IN_WORDS:
        return grouped(f"{place:,}") + ("e" if place > 1 else "re" if feminine else "er")
    return _ordinal(place) if place > 1 else "première" if feminine else "premier"


def numeral(value: object, gender: object = "m") -> str:
    """A number in words; "f" for a feminine noun.

    21 | numeral    vingt et un
    71 | numeral    soixante et onze
    80 | numeral    quatre-vingts
    81 | numeral("f")    quatre-vingt-une
    200 | numeral    deux cents
    1979 | numeral    mille neuf cent soixante-dix-neuf
    3.05 | numeral    trois virgule zéro cinq
    -7 | numeral    moins sept
    """
    exact = arguments.readable(value)
    feminine = arguments.form(gender, _GENDERS)
    digits, _, decimals = f"{abs(exact):f}".partition(".")
    words = in_words(int(digits), feminine=feminine and not decimals)
    if decimals:
        zeros = ["zéro"] * (len(decimals) - len(decimals.lstrip("0")))
        rest = [in_words(int(decimals))] if int(decimals) else []
        words = " ".join([words, "virgule", *zeros, *rest])
    return f"moins {words}" if exact < 0 else words


def in_words(number: int, *, feminine: bool = False) -> str:
    """A number from 0 to 9999 9999 9999 9999 in words."""
    for size, noun in _NOUNS:
        if number >= size:
            times, rest = divmod(number, size)
            words = f"{in_words(times)} {noun}{'s' if times > 1 else ''}"
            return f"{words} {in_words(rest, feminine=feminine)}" if rest else words
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(number, is_last=True, feminine=feminine)
    words = "mille" if thousands == 1 else f"{_below_thousand(thousands, is_last=False)} mille"
    return f"{words} {_below_thousand(rest, is_last=True, feminine=feminine)}" if rest else words


def _below_thousand(number: int, *, is_last: bool, feminine: bool = False) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(number, is_last=is_last, feminine=feminine)
    words = "cent" if hundreds == 1 else f"{_WORDS[hundreds]} cent{'s' if is_last and not rest else ''}"
    return f"{words} {_below_hundred(rest, is_last=is_last, feminine=feminine)}" if rest else words


def _below_hundred(number: int, *, is_last: bool, feminine: bool) -> str:
    if number < len(_WORDS):
        return "une" if number == 1 and feminine else _WORDS[number]
    tens = number // 10 * 10
    tens -= 10 if tens in (70, 90) else 0  # soixante-dix, quatre-vingt-dix
    rest = number - tens
    if not rest:
        return f"{_TENS[tens]}{'s' if tens == 80 and is_last else ''}"
    unit = "une" if rest == 1 and feminine else _WORDS[rest]
    return f"{_TENS[tens]} et {unit}" if rest in (1, 11) and tens < 80 else f"{_TENS[tens]}-{unit}"


def _ordinal(place: int) -> str:
    """The ordinal in words from 2 on: deuxième, cinquième, neuvième, vingt et unième, quatre-vingtième."""
    words = in_words(place)
    start, last = words[: words.rfind(" ") + 1], words[words.rfind(" ") + 1 :]
    before, hyphen, final = last.rpartition("-")
    if final in ("cents", "vingts", "millions", "milliards", "billions"):
        final = final[:-1]
    return start + before + hyphen + _ENDINGS.get(final, f"{final.removesuffix('e')}ième")
