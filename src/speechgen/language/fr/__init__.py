"""French, in the typography of the Imprimerie nationale."""

from __future__ import annotations

from speechgen.model import lazy_names

__getattr__ = lazy_names(
    __name__,
    {
        "EXAMPLES": "examples",
        "LABELS": "labels",
        "LANGUAGE": "definition",
        "LIKENESS": "likeness",
        "PROOFREADING": "proofreading",
        "READING_ALOUD": "reading_aloud",
        "SCAFFOLD_WORDS": "scaffold_words",
        "UNIT_TITLES": "unit_titles",
        "WORD_LAYOUT": "word_layout",
    },
)
