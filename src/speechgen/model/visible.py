"""Characters that a terminal acts on, or that are not seen, in messages."""

from __future__ import annotations

from speechgen.model.patterns import lazily

CONTROL = lazily("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Also those that change the direction of what follows: https://trojansource.codes/
_UNSEEN = lazily("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""The text in one line, with control characters and those that change its direction as `\x1b` or `\u202e`."""
    return _UNSEEN.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
