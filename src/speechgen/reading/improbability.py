"""How improbable bytes are as a text in each encoding: the bits that a code made for such texts would take.

Almost any two bytes are a character in several encodings. Names of two or three characters are told apart by how usual
the characters are that the bytes would be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import inf
from typing import TypeAlias

from speechgen.messages import marked
from speechgen.model import lazily
from speechgen.reading.usual_characters import (
    FREQUENT_CHINESE,
    IN_CHINESE_NAMES,
    USUAL_CHINESE,
    USUAL_JAPANESE,
    USUAL_KOREAN,
    USUAL_TRADITIONAL,
)

GB18030 = "GB18030"

_Table: TypeAlias = Mapping[str, float]  # the bits of each character

_ASCII = 5.0  # bits of a character; in some encodings it is the second half of another one
_INVALID = 30.0
_BESIDE_LETTER = 6.0  # more, for a Chinese character next to a small Latin letter
_IN_WORD, _FREQUENT_IN_WORD, _ODD = 7.0, 4.5, 14.0  # of letters that are not ASCII

_HIGH = range(0xA1, 0xFF)  # the second bytes of most encodings; of Big5, ASCII characters too
_BIG5 = (*range(0x40, 0x7F), *_HIGH)

_LETTER = r"[^\W\d_A-Za-z]"
# Letters with accents in words, two of them at most (größer), and marks around words.
_LATIN = lazily(
    rf"(?<![^\0-\x7f])(?:{_LETTER}{{1,2}}(?=[a-z])|(?<=[A-Z]){_LETTER}(?=[A-Z])|[“‘„«‹¿¡](?=[A-Za-z])"
    rf"|(?<=[a-z]){_LETTER}{{1,2}}(?![^\0-\x7f’]|[A-Z0-9])|(?<=[A-Za-z])’(?=[a-z\s])"
    r"|(?<=[A-Za-z.,!?])[’”»›…]+(?=[^\w]|$)|(?<=\s)[–—](?=\s))(?![^\0-\x7f’”»›…])"
)
_CYRILLIC = lazily(r"\b(?:[А-яЁёІіЇїЄє][а-яёіїє]+|[А-ЯЁІЇЄ]{2,})\b")
_FREQUENT_CYRILLIC = lazily("[оеаинтрслв]")
_CHINESE_BESIDE_LETTER = lazily(r"(?<=[a-z])[^\0-\x7f]|[^\0-\x7f](?=[a-z])")


def bits_by_encoding(source: bytes) -> dict[str, float]:
    """For each encoding, how improbable the bytes are as a text in it; infinite if they are not valid."""
    return {name: _bits(source, encoding, bits) for name, (encoding, bits) in _ENCODINGS.items()}


def bits_as_chinese(source: bytes, encoding: str) -> float:
    """How improbable the bytes are as a Chinese text in an encoding of Unicode."""
    return _bits(source, encoding, _simplified)


def _bits(source: bytes, encoding: str, bits: Callable[[str], float]) -> float:
    one_byte_may_be_damaged = encoding == "gb18030" or encoding.startswith("cp125")
    try:
        return bits(source.decode(encoding, "replace" if one_byte_may_be_damaged else "strict"))
    except UnicodeDecodeError:
        return inf


def _simplified(text: str) -> float:
    return _sum(text, _simplified_table(), others=20) + _BESIDE_LETTER * len(_CHINESE_BESIDE_LETTER.findall(text))


@cache
def _simplified_table() -> _Table:
    usual = "".join(USUAL_CHINESE)
    return _table(
        (_characters("gb2312", range(0xA1, 0xAA)), 17.0),
        (_characters("gb2312", range(0xA1, 0xA2)), 10.0),
        (_characters("gb2312", range(0xB0, 0xD8)), 15.5),  # level 1, of 3,755 characters
        (_characters("gb2312", range(0xD8, 0xF8)), 18.0),  # level 2
        (usual, 12.6),
        (usual[:500], 11.2),
        ("".join(IN_CHINESE_NAMES), 10.0),
        ("".join(FREQUENT_CHINESE), 8.8),
        ("，。、：；！？（）“”《》", 8.0),
    )


def _traditional(text: str) -> float:
    return _sum(text, _traditional_table(), others=25)


@cache
def _traditional_table() -> _Table:
    return _table(
        (_characters("cp950", range(0xA1, 0xA4), _BIG5), 11.0),
        (_characters("cp950", range(0xA4, 0xC7), _BIG5), 13.8),  # level 1, of 5,401 characters
        (_characters("cp950", range(0xC9, 0xFA), _BIG5), 18.0),  # level 2
        ("".join(USUAL_CHINESE), 12.0),
        ("".join(FREQUENT_CHINESE + USUAL_TRADITIONAL), 10.2),
    )


def _korean(text: str) -> float:
    return _sum(text, _korean_table(), others=17)


@cache
def _korean_table() -> _Table:
    return _table(
        (_characters("euc_kr", range(0xA1, 0xAD)), 11.0),
        (_characters("euc_kr", range(0xB0, 0xC9)), 14.0),
        ("".join(USUAL_KOREAN), 8.6),
    )


def _shift_jis(text: str) -> float:
    return _sum(text, _japanese_table(), others=20)


def _euc_jp(text: str) -> float:
    """Kanji alone are rather Chinese: what still writes EUC-JP are texts, with kana."""
    return _sum(text, _japanese_table(), others=20) + 2.5 * len(re.findall("[\u4e00-\u9fff]", text))


@cache
def _japanese_table() -> _Table:
    return _table(
        (_characters("euc_jp", range(0xA1, 0xA9)), 11.0),
        (_characters("euc_jp", range(0xB0, 0xD0)), 12.0),  # level 1, of 2,965 characters
        (_characters("euc_jp", range(0xD0, 0xF5)), 18.0),  # level 2
        (map(chr, range(0xFF61, 0xFFA0)), 12.0),  # half-width kana
        ("".join(USUAL_JAPANESE), 9.0),
        (_characters("euc_jp", range(0xA4, 0xA6)) + "ー、。「」・", 7.0),
    )


def _latin(text: str) -> float:
    return _in_words(text, "".join(match[0] for match in _LATIN.finditer(text)), frequent=0)


def _cyrillic(text: str) -> float:
    words = "".join(_CYRILLIC.findall(text))
    return _in_words(text, words, frequent=len(_FREQUENT_CYRILLIC.findall(words)))


def _in_words(text: str, words: str, *, frequent: int) -> float:
    """The bits of a text of letters; `words` are those that are not ASCII and in words."""
    wide = sum(not each.isascii() for each in text)
    in_words = _IN_WORD * (len(words) - frequent) + _FREQUENT_IN_WORD * frequent
    return _ASCII * (len(text) - wide) + in_words + _ODD * (wide - len(words))


def _characters(encoding: str, leads: range, trails: Iterable[int] = _HIGH) -> str:
    """All characters of two bytes with these first and second bytes."""
    trails = tuple(trails)
    return b"".join(bytes((lead, trail)) for lead in leads for trail in trails).decode(encoding, "ignore")


def _table(*groups: tuple[Iterable[str], float]) -> _Table:
    """The bits of each character; of one that is in several groups, those of the last."""
    return {each: bits for group, bits in groups for each in group}


def _sum(text: str, bits: _Table, *, others: float) -> float:
    return sum(
        number * (_ASCII if each < "\x80" else _INVALID if each == "\ufffd" else bits.get(each, others))
        for each, number in Counter(text).items()
    )


# By the names that people know, the encodings as Python names them.
_ENCODINGS: Mapping[str, tuple[str, Callable[[str], float]]] = {
    GB18030: ("gb18030", _simplified),
    "Big5": ("cp950", _traditional),
    "EUC-KR": ("euc_kr", _korean),
    "Shift_JIS": ("cp932", _shift_jis),
    "EUC-JP": ("euc_jp", _euc_jp),
    marked("Western European (cp1252)"): ("cp1252", _latin),
    marked("Central European (cp1250)"): ("cp1250", _latin),
    marked("Cyrillic (cp1251)"): ("cp1251", _cyrillic),
}
