"""Find numbers with a measure word: 四个方面, 三点建议, 两条意见. Not ordinals, parts of numbers, or set phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.rules.lists.items import chinese_numbers
from speechgen.checks.rules.lists.ordinal_words import CHARACTERS, QUOTED
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, word_list

NUMBER = r"(?:二十|十[一二三四五六七八九]?|[二三四五六七八九两]|\d{1,2})"
_MAX_NUMBER = 20  # of items in a list
_NUMBER = lazily(NUMBER)
_MAX_NOUN_LENGTH = 10  # characters
SET_PHRASES = "lists/set_phrases"  # for well-known things; a list that follows one is not a list of them


class NumberPhrase(NamedTuple):
    """A number with its measure word, such as 四个方面, at `start:end` of a text. `noun`: 方面 and the words after it.

    `nearby_numbers` are other numbers in the same sentence, since it is not always clear which one announces a list.
    """

    number: int
    start: int
    end: int
    measure: str
    noun: str
    nearby_numbers: frozenset[int] = frozenset()


def number_phrases(text: str, start: int, end: int, *, in_quotations: bool = False) -> Iterator[NumberPhrase]:
    """Yield each number phrase in `text[start:end]`, except in quotations unless these are wanted too."""
    quoted: list[tuple[int, int]] | None = None
    not_after, set_phrases = character_groups(CHARACTERS)["not_before_number_phrase"], word_list(SET_PHRASES)
    for found in _NUMBER.finditer(text, start, end):
        at = found.start()
        phrase = _phrase(text, at, found.end(), end)
        if phrase is None or (at > start and text[at - 1] in not_after) or text.startswith(set_phrases, at):
            continue
        if in_quotations:
            yield phrase
            continue
        if quoted is None:
            quoted = [each.span() for each in QUOTED.finditer(text, start, end)]
        if not any(begin < at < stop for begin, stop in quoted):
            yield phrase


def _phrase(text: str, at: int, after: int, end: int) -> NumberPhrase | None:
    """The phrase that begins at `at`: 四个方面, 三大类; 四 in 有四：, without a measure word."""
    number = number_of(text[at:after])
    if not 1 < number <= _MAX_NUMBER:
        return None
    measure = text[after:end][:1]
    if measure == "大" and text[after + 1 : after + 2] in tuple("类项块步件方"):
        measure, after = text[after + 1], after + 1
    if measure == "方" and not text.startswith("面", after + 1):
        return None
    if measure in character_groups(CHARACTERS)["announced_measures"]:
        noun = _noun(text, after + 1, end)
        return NumberPhrase(number, at, after + 1 + len(_short_noun(noun, measure)), measure, noun)
    is_alone = measure in ("", *"：:。，；,;") and text[at - 1 : at] in ("有", "是", "为")
    return NumberPhrase(number, at, after, "", "") if is_alone else None


def _noun(text: str, start: int, end: int) -> str:
    """The Chinese characters from `start` on: 方面的特点."""
    stop = start
    while stop < min(end, start + _MAX_NOUN_LENGTH) and "\u4e00" <= text[stop] <= "\u9fff":
        stop += 1
    return text[start:stop]


def number_of(words: str) -> int:
    """The value of a numeral; 0 if it is not one."""
    return int(words) if words.isdecimal() else 2 if words == "两" else chinese_numbers().get(words, 0)


def _short_noun(noun: str, measure: str) -> str:
    """The part of the noun that is shown with the number in a message: 方面 of 方面的特点."""
    if measure not in "个大":
        return noun[:1] if noun[:1] in ("事", "话", "面") else ""
    ends = [at for at, character in enumerate(noun[:2]) if character in "的都已"]
    return noun[: min([2, *ends])]
