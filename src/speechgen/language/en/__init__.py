"""English, in British spelling and order. Its labels, titles and scaffold words are the defaults of every language."""

from __future__ import annotations

from speechgen.model import lazy_names

__getattr__ = lazy_names(
    __name__,
    {
        "EXAMPLES": "examples",
        "LANGUAGE": "definition",
        "LIKENESS": "likeness",
        "PROOFREADING": "proofreading",
        "READING_ALOUD": "reading_aloud",
    },
)
