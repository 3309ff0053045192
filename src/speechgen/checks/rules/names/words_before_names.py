"""Words of a sentence that may be read as the beginning of a place name: 联系 in 联系市水利局, 祝 in 祝桂花街道."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.tables import character_groups, word_set


def ends_in_common_word(text: str, end: int) -> bool:
    """Whether the two characters before `end` are a common word, which does not end a name."""
    return end > 1 and text[end - 2 : end] in word_set("names/common_words")


def words_before_names(name: str) -> Iterator[int]:
    """Yield how many characters at the beginning of a name that was read from a text may be a word: 1 in 祝桂花街道."""
    other_place = character_groups("names/characters_of_organisations")["other_place_before"]
    for size in (1, 2):
        is_word = size == 1 or name[:size] in word_set("names/common_words")
        if is_word and len(name) - size > 2 and name[size - 1] not in other_place:
            yield size
