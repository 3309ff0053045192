"""Values as English text, without a filter."""

from __future__ import annotations

from speechgen.language.en.dates import date
from speechgen.language.en.figures import figure
from speechgen.language.to_text import make_to_text

to_text = make_to_text(figure, date)
