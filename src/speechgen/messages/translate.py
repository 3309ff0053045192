"""Messages in the chosen language, made of an English text and its parameters."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from gettext import NullTranslations

from speechgen.messages.catalogue import catalogue
from speechgen.messages.choice import ENGLISH, chosen

_PARAGRAPH = r"(?m)^\S.*(?:\n\S.*)*"


class _Current:
    """The language of this process, until another is chosen; in a program that only imports speechgen, the system's."""

    language: str | None = None
    catalogue = NullTranslations()


def choose(code: str) -> None:
    """Give all messages of this process in the language `code`, one of LANGUAGES."""
    if code != _Current.language:
        _Current.language, _Current.catalogue = code, catalogue(code)


def language() -> str:
    """The language of messages, one of LANGUAGES."""
    if _Current.language is None:
        choose(chosen(None, lambda: None, os.environ))
    return str(_Current.language)


def translated(text: str, /, **parameters: object) -> str:
    """A text in the chosen language, with the parameters in it. `{{` and `}}` are braces if there are parameters.

    The text is a literal, so that it gets into the catalogue; or one that `marked` or a docstring has put there.
    """
    language()
    words = _Current.catalogue.gettext(text) if text else ""
    return words.format(**parameters) if parameters else words


def counted(singular: str, plural: str, number: int, /, **parameters: object) -> str:
    """The text for a number of things, which is the parameter `number` too."""
    language()
    return _Current.catalogue.ngettext(singular, plural, number).format(number=number, **parameters)


def marked(text: str, /) -> str:
    """The English text itself, which the catalogue gets: for texts of modules, translated when they are shown."""
    return text


def translated_page(text: str, /) -> str:
    """A docstring in the chosen language, paragraph by paragraph; not what is indented, such as examples."""
    if language() == ENGLISH:
        return text
    return re.sub(_PARAGRAPH, lambda paragraph: translated(" ".join(paragraph[0].split())), text)


def paragraphs(text: str, /) -> list[str]:
    """The paragraphs of a docstring that are translated, each in one line as it is in the catalogue."""
    return [" ".join(paragraph.split()) for paragraph in re.findall(_PARAGRAPH, text)]


def joined_words(words: Iterable[str], /) -> str:
    """Several names in a row, with the comma of the language."""
    return translated(", ").join(words)
