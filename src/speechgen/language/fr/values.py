"""Values as French text, without a filter."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.fr.dates import date
from speechgen.language.fr.figures import figure
from speechgen.language.to_text import make_to_text

_YEARS = range(1900, 2100)


def _number(value: object) -> str:
    """A number as `figure` writes it; one that may be a year has no space."""
    number = arguments.readable(value)
    return f"{int(number)}" if number in _YEARS else figure(number)


to_text = make_to_text(_number, date)
