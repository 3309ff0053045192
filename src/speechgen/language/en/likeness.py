"""How likely a text is in English. It is the first language with spaces, so it wins if no common words are found."""

from __future__ import annotations

from speechgen.language.likeness import by_common_words

LIKENESS = by_common_words("the of and to in that is we you for are with this have our from")
