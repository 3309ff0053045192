"""Parse numbers: Arabic digits with 万 and 亿, and Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

from speechgen.reading import CHINESE_NUMERALS, SCALES, read_numeral

__all__ = ["CHINESE_NUMERALS", "SCALES", "read_digits", "read_numeral", "read_whole_number"]


def read_digits(digits: str, scale: str | None = None) -> tuple[Decimal, Decimal]:
    """The value of a number in Arabic digits, and that of its last place: 3.4 and 万 give 34000 and 1000."""
    size = SCALES[scale] if scale else 1
    plain = digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return Decimal(plain) * size, Decimal(1).scaleb(-decimals) * size


def read_whole_number(words: str) -> int | None:
    """The value of a whole number in Arabic digits or Chinese numerals; None if it is not one."""
    return int(words) if words.isascii() and words.isdecimal() else read_numeral(words)
