"""Whether a small word loses its vowel before a text: d’Anne, d’habitants; but de Martine, de handicap."""

from __future__ import annotations

import unicodedata

from speechgen.model import lazily

# An aspirated h, and vowels that are spoken as consonants; the accents are taken away.
_NOT_ELIDED = lazily(
    r"onz|oui\b|ouistiti|uhlan|y(?=[aeiou])(?!eux\b|onne\b)|huit|hugo\b"
    r"|ha(?!bi|drien|leine|llucin|lo|ltere|mec|rmo)|he(?:ron\b|ros\b|riss|urt)|hi(?:bou|ssa|sse|erarch)"
    r"|ho(?:b|ch|ckey|ll|mard|ng|nt|quet|rs|rde|u)|hu(?:bl|ch|ee|lo|rl|ss)"
)


def begins_with_vowel(text: str) -> bool:
    """Whether `de` and the like are shortened before this text: it begins with a vowel or a mute h."""
    letters = unicodedata.normalize("NFD", text.lstrip("«“‘ \u00a0").lower())
    plain = "".join(character for character in letters if not unicodedata.combining(character))
    return plain[:1] in tuple("aeiouyhœæ") and not _NOT_ELIDED.match(plain)


def after_de(word: str) -> str:
    """A word after “de”: d’habitants, de lettres."""
    return f"d’{word}" if begins_with_vowel(word) else f"de {word}"
