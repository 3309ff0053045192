"""Quotation marks in Chinese."""

from __future__ import annotations

from speechgen.language.quotation import in_quotes
from speechgen.language.zh_cn.values import to_text


def quoted(value: object, marks: object = "“”") -> str:
    """A text in quotation marks, or in another pair of marks, such as 《》; marks within it are changed to ‘’ or 〈〉.

    "四风" | quoted    “四风”
    "反对“四风”的规定" | quoted    “反对‘四风’的规定”
    "准则" | quoted("《》")    《准则》
    "《准则》" | quoted("《》")    《准则》
    """
    return in_quotes(to_text(value), marks)
