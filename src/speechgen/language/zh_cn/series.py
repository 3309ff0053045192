"""Lists in Chinese.

GB/T 15834-2011, 4.5.3.5: between neighbours in quotation marks, and between neighbours in title marks, there is no 、
"""

from __future__ import annotations

from speechgen.language.to_text import item_texts
from speechgen.language.zh_cn.values import to_text

_MARKED = ("”“", "’‘", "》《", "〉〈", "」「", "』『")


def series(value: object, last: str = "和") -> str:
    """The items of a list, with a word before the last one; with "" for that word, 、 throughout.

    ["领导机关", "领导干部", "党员"] | series    领导机关、领导干部和党员
    ["中央", "省委", "市委"] | series("")    中央、省委、市委
    ["《党章》", "《准则》"] | series("")    《党章》《准则》
    """
    *others, final = words = item_texts(value, to_text)
    if not others or not last:
        return _row(words)
    return _row(others) + last + final


def _row(words: list[str]) -> str:
    row = words[0]
    for word in words[1:]:
        row += word if row[-1] + word[0] in _MARKED else "、" + word
    return row
