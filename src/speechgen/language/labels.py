"""The texts of the review page and of preview's pages.

They are in the language of messages, as the problems on the page are. There are no messages in other languages than
those of the catalogues: with English messages, a page about a speech in another language has the labels of its package.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from speechgen.language.registry import language
from speechgen.messages import ENGLISH, LANGUAGES, marked, translated
from speechgen.messages import language as language_of_messages

if TYPE_CHECKING:
    from speechgen.model import Severity, Spoken


class Labels(NamedTuple):
    """The texts of a page. `rules` are the names of rules by code, in languages other than English.

    The defaults are in the catalogues of messages.
    """

    review: str = marked("Review")
    to_speech: str = marked("Speech")
    to_problems: str = marked("Problems")
    to_values: str = marked("Values of the unit")
    all_units: str = marked("All units")
    clean: str = marked("Speech only")
    whole: str = marked("Back to review")
    changed: str = marked("edited by hand (checked by speechgen check):")
    problems: str = marked("Problems")
    no_problems: str = marked("No problems.")
    not_checked: str = marked("Not checked (--no-check).")
    values: str = marked("Values of the unit")
    value: str = marked("Value")
    words: str = marked("In the file")
    used: str = marked("Used")
    unused: str = marked("unused")
    overrode: str = marked("instead of")
    in_file: str = marked("In the file")
    template_line: str = marked("Template")
    fix: str = marked("What to do:")
    here: str = marked("show")
    in_words: str = marked("{amount} words, about {minutes} minutes ({quickest}–{slowest})")
    in_characters: str = marked("{amount} characters, about {minutes} minutes ({quickest}–{slowest})")
    minutes: str = marked("about {minutes} minutes")
    thousands: str = ","
    length_heading: str = marked("Length")
    unit: str = marked("Unit")
    problem_count: str = marked("Problems")
    state: str = marked("State")
    alike: str = marked("Similarity to another speech")
    broken: str = marked("This unit has no speech yet")
    follows: str = marked("This page is updated when files change")
    reading: str = marked("Reading the units…")
    lost: str = marked("The preview has stopped; this page is no longer updated")
    missing: str = marked("Unit not found")
    layers: Mapping[str, str] = {
        "unit": marked("unit file"),
        "workspace": marked("workspace"),
        "template": marked("template default"),
    }
    severities: Mapping[Severity, str] = {
        "error": marked("error"),
        "warning": marked("warning"),
        "hint": marked("hint"),
    }
    states: Mapping[str, str] = {
        "ready": marked("ready"),
        "warnings": marked("has warnings"),
        "errors": marked("has errors"),
        "broken": marked("no speech"),
    }
    rules: Mapping[str, str] = {}

    def length(self, spoken: Spoken, *, in_characters: bool = False) -> str:
        """How long a speech is: `2,421字，约13分钟（12—16）`."""
        return (self.in_characters if in_characters else self.in_words).format(
            amount=f"{spoken.amount:,}".replace(",", self.thousands),
            minutes=_whole(spoken.minutes),
            quickest=_whole(spoken.quickest),
            slowest=_whole(spoken.slowest),
        )

    def in_minutes(self, spoken: Spoken) -> str:
        """The minutes that a speech takes at the usual rate."""
        return self.minutes.format(minutes=_whole(spoken.minutes))


# In English, the code of a rule is its name.
_RULES = {
    "placeholder": marked("unfilled blank"),
    "foreign-unit": marked("another unit"),
    "level": marked("wrong level"),
    "own-name": marked("names of the unit"),
    "near-name": marked("misspelt name"),
    "name-post": marked("name and post"),
    "count": marked("wrong count"),
    "ordinal": marked("wrong number in a list"),
    "figure": marked("wrong figure"),
    "date": marked("wrong date"),
    "fixed-phrase": marked("misquoted phrase"),
    "variant": marked("two forms of a word"),
    "repeat": marked("repetition"),
    "punctuation": marked("punctuation"),
    "markup": marked("left-over markup"),
    "unused": marked("unused value"),
    "length": marked("length"),
    "rare-character": marked("rare character"),
    "alike": marked("similar speeches"),
}


def language_of_page(code: str) -> str:
    """The language of the labels of a page about speeches in the language with this code."""
    is_in_catalogues = code in LANGUAGES or language_of_messages() != ENGLISH
    return language_of_messages() if is_in_catalogues else code


def page_labels(code: str) -> Labels:
    """The labels of a page about speeches in the language with this code."""
    if language_of_page(code) != language_of_messages():
        return language(code).labels
    labels = Labels._make(_translated(each) for each in Labels())
    return labels if language_of_messages() == ENGLISH else labels._replace(rules=_translated(_RULES))


def _translated(words: object) -> Any:
    """A text, or a table of texts, in the language of messages."""
    if isinstance(words, Mapping):
        return {name: translated(each) for name, each in words.items()}
    return translated(str(words))


def _whole(minutes: Decimal) -> Decimal:
    return minutes.quantize(Decimal(1), ROUND_HALF_UP)
