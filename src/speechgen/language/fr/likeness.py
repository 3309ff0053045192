"""How likely a text is in French."""

from __future__ import annotations

from speechgen.language.likeness import by_common_words

LIKENESS = by_common_words("le la les des du au aux et est que nous vous pour dans qui une ce")
