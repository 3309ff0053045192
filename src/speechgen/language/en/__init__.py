"""English, in British spelling and order. Its labels, titles and scaffold words are the defaults of every language."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.en.examples import EXAMPLES
from speechgen.language.en.figures import amount, change, measure_word
from speechgen.language.en.filters import FILTERS
from speechgen.language.en.reading_aloud import READING_ALOUD
from speechgen.language.en.values import to_text
from speechgen.language.likeness import latin_words

LANGUAGE = Language(
    code="en",
    to_text=to_text,
    amount=amount,
    change=change,
    filters=FILTERS,
    examples=EXAMPLES,
    measure_word=measure_word,
    likeness=latin_words,
    reading_aloud=READING_ALOUD,
)
