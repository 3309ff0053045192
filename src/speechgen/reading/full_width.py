"""Full-width marks that YAML takes for words without a complaint."""

from __future__ import annotations

from speechgen.model import Place, Problem

_PARTNERS = {"“": '”"“', "”": '”"', "‘": "’'‘", "’": "’'", "＂": '＂"', "＇": "＇'", "「": "」"}
_CLOSING = {"“": "”", "‘": "’", "「": "」"}


def scalar_problem(text: str, place: Place, *, in_flow_list: bool) -> Problem | None:
    """Full-width marks that YAML takes for words: quotes around a whole scalar, commas between items of a list."""
    if text[0] in _PARTNERS and len(text) > 1 and text[-1] in _PARTNERS[text[0]] and not _pairs_within(text):
        message = "the full-width quotation marks around it would be part of the words"
        return Problem(place, "full-width-quote", message, "leave them out, or put ASCII ones around it all: '“…”'")
    if in_flow_list and "，" in text:
        message = "a full-width comma does not part the items of a list"
        return Problem(
            place._replace(column=place.column + text.index("，")),
            "full-width-comma",
            message,
            "write an ASCII comma between items, or put an item that holds the comma in quotes",
        )
    if text[0] in "\u3000\u00a0":
        return Problem(
            place, "full-width-space", "the line begins with a space that is none to YAML", "indent with ASCII spaces"
        )
    return None


def _pairs_within(text: str) -> bool:
    """Whether the first quotation mark is closed before the end: “严”字当头、写好“认真”."""
    closing = _CLOSING.get(text[0])
    return closing is not None and closing in text[1:-1]
