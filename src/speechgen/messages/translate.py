"""Messages in the chosen language, made of an English text and its parameters."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from gettext import NullTranslations

from speechgen.messages.catalogue import catalogue
from speechgen.messages.choice import ENGLISH, chosen

_PARAGRAPH = r"(?m)^\S.*(?:\n\S.*)*"
# Where a translation has a space between a parameter and Chinese, as it must be if the parameter is a Latin word.
_CHINESE = r"[\u2e80-\u9fff\uff00-\uffef]"
_SPACE_BEFORE = rf"(?<={_CHINESE}) \{{(\w+)\}}"
_SPACE_AFTER = rf"\{{(\w+)\}} (?={_CHINESE}|\{{)"


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
    return _filled(words, parameters) if parameters else words


def counted(singular: str, plural: str, number: int, /, **parameters: object) -> str:
    """The text for a number of things, which is the parameter `number` too."""
    language()
    return _filled(_Current.catalogue.ngettext(singular, plural, number), {"number": number, **parameters})


def _filled(words: str, parameters: dict[str, object]) -> str:
    """A text with its parameters. Between Chinese and a parameter that is Chinese at that end, no space is left."""
    if _Current.language != ENGLISH:
        words = re.sub(_SPACE_BEFORE, lambda at: at[0].lstrip() if _is_chinese(parameters, at[1], 0) else at[0], words)
        words = re.sub(_SPACE_AFTER, lambda at: at[0].rstrip() if _is_chinese(parameters, at[1], -1) else at[0], words)
    return words.format(**parameters)


def _is_chinese(parameters: dict[str, object], name: str, end: int) -> bool:
    """Whether a parameter's first or last character is Chinese, or one of its marks."""
    shown = str(parameters.get(name, ""))
    return bool(shown) and re.match(_CHINESE, shown[end]) is not None


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


def either(words: Iterable[str], /) -> str:
    """Several names of which one is meant."""
    first, *others = words
    for other in others:
        first = translated("{first} or {second}", first=first, second=other)
    return first


def all_of(words: Iterable[str], /) -> str:
    """Several names, all of which are meant."""
    first, *others = words
    for other in others:
        first = translated("{first} and {second}", first=first, second=other)
    return first
