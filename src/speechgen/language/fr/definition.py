"""What rendering needs of French."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.fr.figures import amount, change, measure_word
from speechgen.language.fr.filters import FILTERS
from speechgen.language.fr.values import to_text

LANGUAGE = Language(
    code="fr",
    to_text=to_text,
    amount=amount,
    change=change,
    filters=FILTERS,
    points="point|points",
    measure_word=measure_word,
)
