"""Chinese numerals: 三十六, 两百, 二〇一四."""

from __future__ import annotations

CHINESE_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_LONGEST = 20  # characters; no speech has longer numerals


def read_numeral(words: str) -> int | None:
    """The value of a Chinese numeral: 二百一十三 is 213; 二〇一四, digit by digit like years, is 2014.

    None for what is not one number, such as 三五 (three or five), and for the colloquial 一百二 (120).
    """
    if not words or len(words) > _LONGEST or any(sign not in CHINESE_NUMERALS for sign in words):
        return None
    if all(sign in _DIGITS for sign in words):
        return int("".join(str(_DIGITS[sign]) for sign in words)) if len(words) in (1, 4) else None
    for unit in ("亿", "万"):
        above, found, below = words.rpartition(unit)
        if found:
            high = read_numeral(above)
            low = read_numeral(below.lstrip("零〇")) if below else 0
            is_short = len(below) == 1  # 三万二 is 32000
            return None if high is None or low is None or low >= SCALES[unit] or is_short else high * SCALES[unit] + low
    return _below_ten_thousand(words)


def _below_ten_thousand(words: str) -> int | None:
    """The value of 十二, 二百一十三, 三千零五: units from large to small, one digit before each."""
    total, digit, size, has_gap = 0, 0, 10**4, False
    for sign in words:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
            has_gap = has_gap or digit == 0
        else:
            if SCALES[sign] >= size:
                return None
            size = SCALES[sign]
            total += (digit or 1) * size
            digit, has_gap = 0, False
    if digit and size > 10 and not has_gap:
        return None
    return total + digit
