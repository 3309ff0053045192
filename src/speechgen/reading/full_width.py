"""Full-width punctuation that YAML silently reads as text."""

from __future__ import annotations

from speechgen.model import Place, Problem

_PARTNERS = {"“": '”"“', "”": '”"', "‘": "’'‘", "’": "’'", "＂": '＂"', "＇": "＇'", "「": "」"}
_SPACES = "\u3000\u00a0"
_CLOSING = {"“": "”", "‘": "’", "「": "」"}


def scalar_problem(text: str, place: Place, *, in_flow_list: bool) -> Problem | None:
    """The problem of full-width quotes around a scalar, full-width commas between list items, or a leading space."""
    if text[0] in _PARTNERS and len(text) > 1 and text[-1] in _PARTNERS[text[0]] and not _pairs_within(text):
        message = "full-width quotation marks do not quote in YAML; they would be part of the text"
        return Problem(place, "full-width-quote", message, "delete them, or put ASCII quotes around them: '“…”'")
    if in_flow_list and "，" in text:
        message = "a full-width comma does not separate list items in YAML"
        return Problem(
            place._replace(column=place.column + text.index("，")),
            "full-width-comma",
            message,
            "write an ASCII comma between items; quote an item that contains the comma",
        )
    if text[0] in _SPACES or text[-1] in _SPACES:
        column = place.column if text[0] in _SPACES else place.column + len(text) - 1
        message = "YAML does not treat this character as a space; it would be part of the text"
        return Problem(place._replace(column=column), "full-width-space", message, "delete it, or write an ASCII space")
    return None


def _pairs_within(text: str) -> bool:
    """Whether the first quotation mark is closed before the end, as in “严”字当头、写好“认真”."""
    closing = _CLOSING.get(text[0])
    return closing is not None and closing in text[1:-1]
