"""The table of languages. To add one, write its package and its line here, or install a package that offers it.

A package that is installed next to the program offers a language by an entry point of the group `speechgen.languages`:
its name is the language's code, its value the module that has LANGUAGE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from speechgen.messages import translated
from speechgen.model import PackageError, load, not_loaded, offered

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
    return (*CODES, *(code for code in offered(GROUP) if code not in _PACKAGES))


def codes_for(asked: Iterable[str]) -> tuple[str, ...]:
    """The codes of the program's languages, and those of other packages too if it lacks one that is asked for."""
    return CODES if all(code in _PACKAGES for code in asked) else codes()


@cache
def language(code: str) -> Language:
    """The language with this BCP 47 tag, one of `codes()`. Raises KeyError for any other.

    Raises SpeechgenError if another package offers it, and cannot be imported.
    """
    if code in _PACKAGES:
        module: Any = import_module(_PACKAGES[code])
    else:
        point = offered(GROUP)[code]
        module = load("language", point)
        if not hasattr(module, "LANGUAGE"):
            raise not_loaded("language", point, translated("the module has no LANGUAGE"))
    found: Language = module.LANGUAGE
    return found._replace(package=module.__name__)


def detect_language(text: str) -> str:
    """The code of the language that a text is most likely in; DEFAULT if none recognises it.

    A package may offer LIKENESS, a function from a text to a number between 0 and 1 (see `likeness.py`). A language
    without it, or whose package fails, is never detected.
    """
    scores = {DEFAULT: 0.0}
    for code, module in _modules():
        score = _score(code, module, text)
        if score > _SURE:
            return code
        scores[code] = score
    return max(scores, key=lambda code: scores[code])


def _score(code: str, module: object, text: str) -> float:
    try:
        return float(getattr(module, "LIKENESS", lambda text: 0.0)(text))
    except (Exception, SystemExit):  # another package's code; its language is reported where it is used
        if code in _PACKAGES:
            raise
        return 0.0


def _modules() -> Iterator[tuple[str, object]]:
    """The module of each language; those of other packages last, because looking for them takes time."""
    for code, package in _PACKAGES.items():
        yield code, import_module(package)
    for code in codes()[len(CODES) :]:
        with suppress(PackageError):  # reported when a template is in this language
            yield code, load("language", offered(GROUP)[code])
