"""Reading the lists of a Word file: which paragraphs are items, and the numbers that Word prints before them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.docx.ooxml import LEVELS, W, val

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element


class ListFormat(NamedTuple):
    """How the items of a Word list are numbered: Word's name for it, the text around the number, the first number."""

    name: str
    text: str
    start: int


class Numbering(NamedTuple):
    """The lists of a Word file: formats by instance and level, and the definition that instances share."""

    formats: dict[tuple[str, int], ListFormat]
    definitions: dict[str, str]
    restarts: frozenset[tuple[str, int]]


def read_numbering(document: Document) -> Numbering:
    """The lists that the paragraphs of a document may belong to."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except (KeyError, AttributeError):
        return Numbering({}, {}, frozenset())
    levels = {
        each.get(f"{W}abstractNumId", ""): list(islice(each.iterfind(f"{W}lvl"), LEVELS))
        for each in root.iter(f"{W}abstractNum")
    }
    definitions = {}
    formats: dict[tuple[str, int], ListFormat] = {}
    restarts = set()
    for instance in root.iterfind(f"{W}num"):
        name = instance.get(f"{W}numId", "")
        definitions[name] = val(instance, "abstractNumId") or ""
        for level in levels.get(definitions[name], []):
            formats[name, int(level.get(f"{W}ilvl", "0"))] = _format(level)
        for override in instance.iterfind(f"{W}lvlOverride"):
            key = name, int(override.get(f"{W}ilvl", "0"))
            start = val(override, "startOverride") or ""
            if start.isdigit() and key in formats:
                formats[key] = formats[key]._replace(start=int(start))
                restarts.add(key)
    return Numbering(formats, definitions, frozenset(restarts))


class Counter:
    """Counts the items of a Word file as Word does."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._numbers: dict[str, dict[int, int]] = {}  # by definition and level
        self._begun: set[tuple[str, int]] = set()

    def marker(self, instance: str, level: int) -> str | None:
        """The number of the next item, such as `1.`, empty for a bullet; None if it is not in a list that we read."""
        form = self._numbering.formats.get((instance, level))
        if form is None or form.name == "none":
            return None
        if form.name == "bullet":
            return ""
        before, _, after = form.text.partition(f"%{level + 1}")
        if form.name != "decimal" or before or after not in (".", ")"):
            return None
        definition = self._numbering.definitions[instance]
        numbers = self._numbers.setdefault(definition, {})
        is_new = (instance, level) in self._numbering.restarts and (instance, level) not in self._begun
        self._begun.add((instance, level))
        numbers[level] = form.start if is_new or level not in numbers else numbers[level] + 1
        for deeper in [each for each in numbers if each > level]:
            del numbers[deeper]
        return f"{numbers[level]}{after}"


def _format(level: _Element) -> ListFormat:
    start = val(level, "start") or ""
    return ListFormat(val(level, "numFmt") or "", val(level, "lvlText") or "", int(start) if start.isdigit() else 1)
