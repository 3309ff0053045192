"""English, in British spelling and order."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.en.dates import date, relative, time_of_day
from speechgen.language.en.figures import about, amount, change, figure, measure_word, near, percent, share
from speechgen.language.en.numerals import count, numeral, ordinal
from speechgen.language.saying import said_items, saying

say = saying(figure, date)


def series(value: object, last: str = "and") -> str:
    """The items of a list in a row, with a word before the last one; with "" for that word, commas throughout.

    ["the bureau", "its offices", "its staff"] | series    the bureau, its offices and its staff
    ["clear", "prompt", "fair"] | series("")    clear, prompt, fair
    """
    *others, final = said_items(value, say)
    if not others:
        return final
    return ", ".join(others) + (f" {last} " if last else ", ") + final


LANGUAGE = Language(
    code="en",
    say=say,
    amount=amount,
    change=change,
    measure_word=measure_word,
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
    paragraph_indent="",
    joins_lines_without_space=False,
)
