"""Full-width punctuation that YAML silently reads as text."""

from __future__ import annotations

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily

_PARTNERS = {"“": '”"“', "”": '”"', "‘": "’'‘", "’": "’'", "＂": '＂"', "＇": "＇'", "「": "」"}
_SPACES = "\u3000\u00a0"
_KEY_AND_COLON = lazily(r"[A-Za-z_][\w-]* *：")  # before a value with a colon of its own: `unit： {name: 市教育局}`
_NUMBER_OR_DATE = lazily(r"[-+]?[0-9０-９][0-9０-９.,/年月日万亿%％-]*")
_CLOSING = {"“": "”", "‘": "’", "「": "」"}


def scalar_problem(text: str, place: Place, *, in_flow_list: bool, is_key: bool = False) -> Problem | None:
    """The problem of full-width marks around or between scalars, that YAML reads as part of their text."""
    if text[0] in _PARTNERS and len(text) > 1 and text[-1] in _PARTNERS[text[0]] and not _pairs_within(text):
        message = translated("full-width quotation marks do not quote in YAML; they would be part of the text")
        is_text = not is_key and not _NUMBER_OR_DATE.fullmatch(text[1:-1])
        fix = (
            translated("delete them, or put ASCII quotes around them: '“…”'") if is_text else translated("delete them")
        )
        return Problem(place, "full-width-quote", message, fix)
    if in_flow_list and "，" in text:
        message = translated("a full-width comma does not separate list items in YAML")
        return Problem(
            place._replace(column=place.column + text.index("，")),
            "full-width-comma",
            message,
            translated("write an ASCII comma between items; quote an item that contains the comma"),
        )
    if text[0] == "：":
        message = translated("a second colon, which is full-width, would be part of the text")
        return Problem(place, "full-width-colon", message, translated("delete it"))
    if is_key and (problem := _key_problem(text, place)) is not None:
        return problem
    if text[0] in _SPACES or text[-1] in _SPACES:
        column = place.column if text[0] in _SPACES else place.column + len(text) - 1
        message = translated("YAML does not treat this character as a space; it would be part of the text")
        fix = translated("delete it, or write an ASCII space")
        return Problem(place._replace(column=column), "full-width-space", message, fix)
    return None


def _key_problem(key: str, place: Place) -> Problem | None:
    if found := _KEY_AND_COLON.match(key):
        fix = translated("write an ASCII colon and a space: `: `")
        colon = place._replace(column=place.column + found.end() - 1)
        return Problem(colon, "full-width-colon", translated("the colon is full-width"), fix)
    if key[0] in _SPACES:
        message = translated("YAML cannot be indented with full-width spaces")
        return Problem(place, "full-width-space", message, translated("indent with ASCII spaces"))
    return None


def _pairs_within(text: str) -> bool:
    """Whether the first quotation mark is closed before the end, as in “严”字当头、写好“认真”."""
    closing = _CLOSING.get(text[0])
    return closing is not None and closing in text[1:-1]
