"""Chinese, as speeches to public bodies in mainland China write it."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.saying import said_items, saying
from speechgen.language.zh_cn.dates import date, relative, time_of_day
from speechgen.language.zh_cn.figures import about, amount, change, figure, near, percent, share
from speechgen.language.zh_cn.numerals import count, numeral, ordinal, whole_numeral
from speechgen.language.zh_cn.series import in_series

__all__ = ["LANGUAGE", "whole_numeral"]

say = saying(figure, date)


def series(value: object, last: str = "和") -> str:
    """The items of a list in a row, with a word before the last one; with "" for that word, 、 throughout.

    ["领导机关", "领导干部", "党员"] | series    领导机关、领导干部和党员
    ["中央", "省委", "市委"] | series("")    中央、省委、市委
    ["《党章》", "《准则》"] | series("")    《党章》《准则》
    """
    return in_series(said_items(value, say), last)


LANGUAGE = Language(
    code="zh-CN",
    say=say,
    amount=amount,
    change=change,
    measure_word=lambda value, measure: measure,
    filters={
        "count": count,
        "ordinal": ordinal,
        "numeral": numeral,
        "figure": figure,
        "date": date,
        "relative": relative,
        "time_of_day": time_of_day,
        "about": about,
        "near": near,
        "percent": percent,
        "share": share,
        "series": series,
    },
    paragraph_indent="\u3000\u3000",
    joins_lines_without_space=True,
)
