"""What rendering needs of English."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.en.figures import amount, change, measure_word
from speechgen.language.en.filters import FILTERS
from speechgen.language.en.values import to_text

LANGUAGE = Language(
    code="en",
    to_text=to_text,
    amount=amount,
    change=change,
    filters=FILTERS,
    measure_word=measure_word,
)
