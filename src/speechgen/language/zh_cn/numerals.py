"""Chinese numerals.

GB/T 15835-2011, 5.2.5: the 0 of a quantity is 零, the 0 of a code or a year is 〇. Zeros that end a group of four
digits are not read, any others are read as one 零, as schools teach it: 105 is 一百零五, 10300 一万零三百.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated

_DIGITS = "零一二三四五六七八九"
_YEAR_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def count(value: object, measure: str) -> str:
    """A number of things, or the length of a list, in Chinese numerals with its measure word.

    evaluation | count("个方面")    四个方面
    2 | count("个方面")    两个方面
    12 | count("条意见")    十二条意见
    2000 | count("名党员")    两千名党员
    """
    numeral = whole_numeral(arguments.size(value))
    if _begins_with_two(numeral) and not (numeral == "二" and measure.startswith("两")):  # 二两, not 两两
        numeral = "两" + numeral[1:]
    return numeral + measure


def ordinal(value: object, form: object = "numeral") -> str:
    """A position in a list, for 一是, 第二, 三、. The forms are "numeral", "full", "digits".

    1 | ordinal    一
    2 | ordinal    二
    12 | ordinal    十二
    3 | ordinal("full")    第三
    3 | ordinal("digits")    第3
    """
    place = arguments.whole(value)
    if place < 1:
        raise CannotSay(translated("positions in a list begin with 1, not {place}; use `loop.index`", place=place))
    return arguments.form(form, _ORDINAL_FORMS)(place)


def numeral(value: object) -> str:
    """A number in Chinese numerals. `count` is for numbers of things.

    226 | numeral    二百二十六
    3.5 | numeral    三点五
    -7 | numeral    负七
    """
    exact = arguments.readable(value)
    digits, _, decimals = f"{exact:f}".lstrip("-").partition(".")
    words = whole_numeral(int(digits))
    if decimals:
        words += "点" + "".join(_DIGITS[int(digit)] for digit in decimals)
    return "负" + words if exact < 0 else words


def year_numeral(year: int) -> str:
    """A year, digit by digit: 二〇一四."""
    return str(year).translate(_YEAR_DIGITS)


def whole_numeral(number: int) -> str:
    """A number from 0 to 9999 9999 9999 9999: 一百零五, 十万."""
    words = _spell(number)
    return words[1:] if words.startswith("一十") else words  # 十二, but 一百一十二


def _begins_with_two(numeral: str) -> bool:
    """Whether it begins with a 二 that is read 两.

    现代汉语词典, 两: 两 alone before a measure word; 两 or 二 before 千, 万 and 亿, but 二 in the
    thousands that follow 万 or 亿; 二 before 百 and 十, and as the last of several digits.
    """
    return numeral.startswith("二") and numeral[1:2] not in ("十", "百")


def _spell(number: int) -> str:
    for unit, name in _UNITS:
        if number >= unit:
            above, below = divmod(number, unit)
            if not below:
                return _spell(above) + name
            has_gap = below < unit // 10 or above % 10**4 == 0  # a 0 is missing before `below`, or a whole group
            return _spell(above) + name + ("零" if has_gap else "") + _spell(below)
    return _DIGITS[number]


_ORDINAL_FORMS: Mapping[str, Callable[[int], str]] = {
    "numeral": whole_numeral,
    "full": lambda place: f"第{whole_numeral(place)}",
    "digits": lambda place: f"第{place}",
}
