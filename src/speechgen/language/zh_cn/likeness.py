"""How likely a text is in Chinese."""

from __future__ import annotations

from speechgen.language.likeness import in_chinese

LIKENESS = in_chinese
