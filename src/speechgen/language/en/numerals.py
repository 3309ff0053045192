"""Numbers in English words: in words up to ten, in digits above, as in most house styles."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.language.en.dates import ordinal_ending
from speechgen.language.en.figures import figure
from speechgen.messages import translated

_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def count(value: object, singular: str, plural: str) -> str:
    """A number of things, or the length of a list, with the singular or plural noun.

    evaluation | count("strength", "strengths")    four strengths
    1 | count("strength", "strengths")    one strength
    12 | count("visit", "visits")    12 visits
    """
    many = arguments.size(value)
    return f"{numeral(many)} {singular if many == 1 else plural}"


def ordinal(value: object, form: object = "words") -> str:
    """A position in a list, in words up to ten. The forms are "words" and "digits".

    1 | ordinal    first
    22 | ordinal    22nd
    3 | ordinal("digits")    3rd
    """
    in_words = arguments.form(form, {"words": True, "digits": False})
    place = arguments.whole(value)
    if place < 1:
        raise CannotSay(translated("positions in a list begin with 1, not {place}; use `loop.index`", place=place))
    if in_words and place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    return figure(place) + ordinal_ending(place)


def numeral(value: object) -> str:
    """A number, in words from zero to ten.

    4 | numeral    four
    226 | numeral    226
    """
    exact = arguments.number(value)
    return _CARDINALS[int(exact)] if exact in range(len(_CARDINALS)) else figure(exact)
