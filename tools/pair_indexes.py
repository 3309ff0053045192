"""Makes the file of `checks/pair_index.py` from the tables of phrases: `python -m tools.pair_indexes`.

With `--check`, nothing is written, and the exit status is 1 if the file is not as the tables have it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from speechgen.checks.pair_index import (
    FILE,
    content_of,
    content_of_characters,
    content_of_terms,
    content_of_words,
    joined,
)
from speechgen.checks.rules.phrases.entries import set_phrases, wrong_forms
from speechgen.checks.rules.phrases.patterns import lines_by_pair
from speechgen.checks.tables import rows, word_list

_FIRST_SOUND = 0xE000  # characters for private use, one for each syllable
# The length of each array: a prime, of which about a fifth is used, so that few pairs have the same place.
_WORDS, _SOUNDS, _ALONE = 65_003, 32_003, 16_001


def content() -> bytes:
    """The content of the file."""
    signs = _signs()
    sounds = _words_by_sound(signs)
    return joined(
        {
            "words": content_of(lines_by_pair(wrong_forms(), set_phrases()), _WORDS),
            "sounds": content_of(sounds, _SOUNDS),
            "alone": content_of_words(_alone(sounds), _ALONE),
            "characters": content_of_characters(signs),
            "terms": content_of_terms(_terms(signs)),
        }
    )


def _words_by_sound(signs: Mapping[str, str]) -> Mapping[str, str]:
    """By the sound of two characters: words that are right with this sound, then each word of set terms, and those
    that follow it.
    """
    table = str.maketrans(dict(signs))
    free: dict[str, str] = {}
    words: dict[str, str] = {}
    for word in word_list("phrases/free_words"):
        sound = word.translate(table)
        free[sound] = free.get(sound, "") + word
    for first, seconds in rows("phrases/set_terms"):
        sound = first.translate(table)
        words[sound] = words.get(sound, "") + f" {first} {seconds}"
    return {sound: free.get(sound, "-") + known for sound, known in words.items()}


def _alone(sounds: Mapping[str, str]) -> list[str]:
    """The words of set terms of which no other one has the sound."""
    known = [words.split(" ") for words in sounds.values()]
    return [words[1] for words in known if len(words) == len(("-", "word", "followers"))]


def _terms(signs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the sounds of the two words of each set term."""
    table = str.maketrans(dict(signs))
    for first, seconds in rows("phrases/set_terms"):
        for start in range(0, len(seconds.strip("-")), 2):
            yield first.translate(table), seconds[start : start + 2].translate(table)


def _signs() -> Mapping[str, str]:
    """The sign of the sound of each character."""
    sounding = [row[1] for row in rows("phrases/readings")]
    return {character: chr(_FIRST_SOUND + number) for number, each in enumerate(sounding) for character in each}


def main(arguments: list[str]) -> int:
    """Write the file, or compare it with the tables."""
    path = Path(FILE)
    if arguments != ["--check"]:
        path.write_bytes(content())
    elif not path.is_file() or path.read_bytes() != content():
        print(f"{path} is not what the tables have: run python -m tools.pair_indexes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
