"""The table of languages. To add one, write its package and its line here, or install a package that offers it.

A package that is installed next to the program offers a language by an entry point of the group `speechgen.languages`:
its name is the language's code, its value the module that has LANGUAGE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from speechgen.model import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from speechgen.language.contract import Language

GROUP = "speechgen.languages"
CHINESE = "zh-CN"
ENGLISH = "en"
DEFAULT = CHINESE  # where no template says which

# The package of each language of the program, by its BCP 47 tag.
_PACKAGES = {
    "zh-CN": "speechgen.language.zh_cn",
    "en": "speechgen.language.en",
    "fr": "speechgen.language.fr",
}
CODES = tuple(_PACKAGES)
_SURE = 0.75  # a likeness from which no other language is asked


def codes() -> tuple[str, ...]:
    """The codes of all languages: those of the program, `CODES`, and those that other installed packages offer."""
    return (*CODES, *_installed())


def codes_for(asked: Iterable[str]) -> tuple[str, ...]:
    """The codes of the program's languages, and those of other packages too if it lacks one that is asked for."""
    return CODES if all(code in _PACKAGES for code in asked) else codes()


@cache
def language(code: str) -> Language:
    """The language with this BCP 47 tag, one of `codes()`. Raises KeyError for any other.

    Raises SpeechgenError if another package offers it, and cannot be imported.
    """
    package = _PACKAGES.get(code) or _installed()[code]
    try:
        found: Language = import_module(package).LANGUAGE._replace(package=package)
    except (Exception, SystemExit) as error:
        if code in _PACKAGES:
            raise
        message = f"the language {code} cannot be loaded: {error}"  # importing runs another package's code
        raise SpeechgenError([Problem(Place(package), "language", message, "update or remove its package")]) from error
    return found


def detect_language(text: str) -> str:
    """The code of the language that a text is most likely in; DEFAULT if none recognises it.

    A package may offer LIKENESS, a function from a text to a number between 0 and 1 (see `likeness.py`). A language
    without it, or whose package fails, is never detected.
    """
    scores = {DEFAULT: 0.0}
    for code, package in _all_packages():
        score = _likeness(package, text)
        if score > _SURE:
            return code
        scores[code] = score
    return max(scores, key=lambda code: scores[code])


def _likeness(package: str, text: str) -> float:
    try:
        return float(getattr(import_module(package), "LIKENESS", lambda text: 0.0)(text))
    except (Exception, SystemExit):  # another package's code; its language is reported where it is used
        if package in _PACKAGES.values():
            raise
        return 0.0


def _all_packages() -> Iterator[tuple[str, str]]:
    """The package of each language by its code; those of others last, because looking for them takes time."""
    yield from _PACKAGES.items()
    yield from _installed().items()


@cache
def _installed() -> Mapping[str, str]:
    """The languages that other installed packages offer: the module of each by its code."""
    from importlib.metadata import entry_points  # 20 ms

    return {each.name: each.value for each in sorted(entry_points(group=GROUP)) if each.name not in _PACKAGES}
