"""Words that depend on another word, or on a number, in French."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.language.fr.elision import begins_with_vowel
from speechgen.language.fr.figures import measure_word
from speechgen.language.fr.values import to_text
from speechgen.messages import translated
from speechgen.model import Metric

_SHORT = {"de": "d’", "le": "l’", "la": "l’", "que": "qu’", "ne": "n’", "se": "s’", "je": "j’", "me": "m’", "te": "t’"}


def elided(value: object, word: object) -> str:
    """A text after “de”, “le”, “la”, “que”, “ne”, “se”, “je”, “me” or “te”, which lose their vowel before another.

    "Anne" | elided("de")    d’Anne
    "Martine" | elided("de")    de Martine
    "équipe" | elided("la")    l’équipe
    """
    text = to_text(value)
    if not text.strip():
        raise CannotSay(translated("there is no word after the one to shorten"))
    short = arguments.form(word, _SHORT)
    return f"{short}{text}" if begins_with_vowel(text) else f"{word} {text}"


def plural(value: object, singular: object, plural: object) -> str:
    """The word for less than two, or for several: of a number, a metric, or the items of a list. `count` also writes
    the number.

    1.5 | plural("est", "sont")    est
    evaluation | plural("souvenir", "souvenirs")    souvenirs
    """
    is_list = isinstance(value, Iterable) and not isinstance(value, Metric)
    number = Decimal(len(arguments.items(value))) if is_list else arguments.quantity(value)
    return measure_word(number, f"{arguments.words(singular)}|{arguments.words(plural)}")
