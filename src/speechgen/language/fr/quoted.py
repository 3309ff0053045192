"""Quotation marks in French, with their spaces."""

from __future__ import annotations

from speechgen.language.fr.spaces import UNBROKEN
from speechgen.language.fr.values import to_text
from speechgen.language.quotation import in_quotes
from speechgen.model import lazily

_OPENING, _CLOSING = lazily(r"«\s*"), lazily(r"\s*»")


def quoted(value: object, marks: object = "«»") -> str:
    """A text in « », with their spaces; with "“”", in these. Marks within it are changed to the other kind.

    "le goût des autres" | quoted    « le goût des autres »
    "le goût des autres" | quoted("“”")    “le goût des autres”
    "la règle du « chacun son tour »" | quoted    « la règle du “chacun son tour” »
    """
    text = to_text(value)
    plain = _CLOSING.sub("»", _OPENING.sub("«", text))
    return in_quotes(plain, marks).replace("«", f"«{UNBROKEN}").replace("»", f"{UNBROKEN}»")
