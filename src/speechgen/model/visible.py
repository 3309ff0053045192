"""Characters that a terminal acts on, or that are not seen, in messages."""

from __future__ import annotations

from speechgen.model.patterns import lazily

CONTROL = lazily("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# They are in no text (Unicode 23.7); some mark where values are in the text of a speech.
NONCHARACTER = lazily("[\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")
# Also those that change the direction of what follows: https://trojansource.codes/
_UNSEEN = lazily(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]"
)


def visible(text: str) -> str:
    r"""The text in one line, with control characters and others that are not for texts as `\x1b` or `\u202e`."""
    return _UNSEEN.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
