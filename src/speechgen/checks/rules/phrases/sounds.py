"""The set terms by their sound, for the file of `checks/pair_index.py`. A run of speechgen reads that file only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from speechgen.checks.tables import rows, word_list

_FIRST_SOUND = 0xE000  # characters for private use, one for each syllable


def words_by_sound(signs: Mapping[str, str]) -> Mapping[str, str]:
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


def words_alone_in(sounds: Mapping[str, str]) -> list[str]:
    """The words of set terms of which no other one has the sound."""
    known = [words.split(" ") for words in sounds.values()]
    return [words[1] for words in known if len(words) == len(("-", "word", "followers"))]


def sounds_of_set_terms(signs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the sounds of the two words of each set term."""
    table = str.maketrans(dict(signs))
    for first, seconds in rows("phrases/set_terms"):
        for start in range(0, len(seconds.strip("-")), 2):
            yield first.translate(table), seconds[start : start + 2].translate(table)


def signs_of_sounds() -> Mapping[str, str]:
    """The sign of the sound of each character."""
    sounding = [row[1] for row in rows("phrases/readings")]
    return {character: chr(_FIRST_SOUND + number) for number, each in enumerate(sounding) for character in each}
