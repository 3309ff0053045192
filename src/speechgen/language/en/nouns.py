"""Words that depend on another word, or on a number, in English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.language.en.values import to_text
from speechgen.messages import translated
from speechgen.model import Metric, lazily

# The sound decides, not the letter: an hour, a university; the names of letters: an MP; numbers: an 8, an 11, an 18.
_AN = lazily(r"(?:heir|honest|honou?r|hour)", re.IGNORECASE)
_A = lazily(r"(?:eu|ewe|once\b|one\b|one-|u[bkt][aeiou]|uni(?!n|m)|unan|ur[aeiou]|us[aeiu])", re.IGNORECASE)
_LETTERS = lazily(r"[A-Z](?:[A-Z0-9]|\b|s\b)")
_AN_NUMBER = lazily(r"8|1[18](?:,\d{3})*(?![\d,])")
_SPOKEN_AS_WORDS = ("NASA", "NATO", "RADA", "SAGE", "SARS", "NICE", "UNESCO", "UNICEF", "FIFA", "SEN")


def a_or_an(value: object) -> str:
    """A text after “a” or “an”, as it is pronounced.

    "office" | a_or_an    an office
    "university" | a_or_an    a university
    "hour" | a_or_an    an hour
    "MP" | a_or_an    an MP
    """
    text = to_text(value)
    if not text.strip():
        raise CannotSay(translated("there is no word after “a” or “an”"))
    return f"{'an' if _takes_an(text.lstrip(' “‘')) else 'a'} {text}"


def plural(value: object, singular: object, plural: object) -> str:
    """The word for one, or for several: of a number, a metric, or the items of a list. `count` also writes the number.

    1 | plural("is", "are")    is
    evaluation | plural("strength", "strengths")    strengths
    """
    is_list = isinstance(value, Iterable) and not isinstance(value, Metric)
    number = len(arguments.items(value)) if is_list else arguments.quantity(value)
    return arguments.words(singular) if number == 1 else arguments.words(plural)


def _takes_an(text: str) -> bool:
    if text[:1].isdigit():
        return bool(_AN_NUMBER.match(text))
    word = re.split(r"[^A-Za-z0-9]", text)[0]
    if _LETTERS.match(text) and word.isupper() and word != "A" and word not in _SPOKEN_AS_WORDS:
        return text[0] in "AEFHILMNORSX"
    return bool(_AN.match(text)) or (text[:1].lower() in "aeiou" and not _A.match(text))
