"""Messages, help and manuals in the language of the person who reads them.

In: an English text with its parameters, and the language that was chosen. Out: the text in that language. Imports no
other package of ours, and reads only its own catalogues.

A message is written in English where it is needed, and its Chinese is in `zh_CN/LC_MESSAGES`, a file for each room:

    translated("{file} has no {key}", file=name, key=key)
    counted("{number} unit", "{number} units", len(units))

Text that is defined before the language is known, such as a table or a docstring, stays English until it is shown:
`marked` puts it into the catalogue, `translated` or `translated_page` translates it then.
"""

from __future__ import annotations

from speechgen.messages.choice import ENGLISH, LANGUAGES, OPTION, VARIABLE, chosen, known, option_in, setting_in
from speechgen.messages.system_errors import reason_of
from speechgen.messages.translate import (
    all_of,
    choose,
    counted,
    either,
    joined_words,
    language,
    marked,
    paragraphs,
    translated,
    translated_page,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "OPTION",
    "VARIABLE",
    "all_of",
    "choose",
    "chosen",
    "counted",
    "either",
    "joined_words",
    "known",
    "language",
    "marked",
    "option_in",
    "paragraphs",
    "reason_of",
    "setting_in",
    "translated",
    "translated_page",
]
