"""The numbering part of a Word file: what lists look like, and a numbering instance for each list of a speech."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple, cast

from speechgen.formats.docx.ooxml import LEVELS, W, add

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.etree import _Element

    from speechgen.model import Paragraph

_BULLETS = "•–"
_FORMS = ("-", ".", ")")  # bullets; numbers such as 1. and 1)


class ListStyle(NamedTuple):
    """The numbering part without instances: its name, its content, and the definition of each form of list."""

    part_name: str
    content: _Element
    definitions: dict[str, str]


class ListPlace(NamedTuple):
    """The instance that an item belongs to, and its level in it, from 0."""

    instance: str
    level: int


def list_style(document: Document, *, first_indent: int, character_width: int) -> ListStyle:
    """Add the definitions of our lists to a document, which gets a numbering part if it has none.

    Widths are in twips. Bullets and numbers begin where paragraphs begin; each level is one and a half characters.
    """
    from lxml import etree

    name, root = _part(document)
    taken = [int(each.get(f"{W}abstractNumId", "0")) for each in root.iter(f"{W}abstractNum")]
    first = max(taken, default=-1) + 1
    before = next(root.iterchildren(f"{W}num"), None)
    definitions = {form: str(first + number) for number, form in enumerate(_FORMS)}
    for form, identifier in definitions.items():
        definition = _definition(root, form, identifier, first_indent, character_width * 3 // 2)
        if before is None:
            root.append(definition)
        else:
            before.addprevious(definition)
    plain = etree.fromstring(etree.tostring(root), etree.XMLParser(remove_comments=True, resolve_entities=False))
    return ListStyle(name, plain, definitions)


class Lists:
    """The numbering instances of one speech, made as its items come."""

    def __init__(self, style: ListStyle) -> None:
        self._style = style
        self._root = deepcopy(style.content)
        self._last = max((int(each.get(f"{W}numId", "0")) for each in self._root.iter(f"{W}num")), default=0)
        self._open: list[tuple[str, str, int]] = []  # of each level: its form, its instance, its last number

    def close(self) -> None:
        """A paragraph that is not an item, after which no list goes on."""
        self._open.clear()

    def place(self, item: Paragraph) -> ListPlace:
        """The place of an item, which begins a list unless it has the next number of one."""
        level = min(max(item.level, 1), LEVELS) - 1
        form, number = (item.marker[-1], int(item.marker[:-1])) if item.marker else ("-", 0)
        del self._open[level + 1 :]
        last = self._open[level] if level < len(self._open) else None
        if last is not None and last[0] == form and number in (0, last[2] + 1):
            instance = last[1]
        else:
            instance = self._instance(form, level, number)
        self._open[level:] = [(form, instance, number)]
        return ListPlace(instance, level)

    def content(self) -> bytes:
        """The content of the part."""
        from lxml import etree

        return etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _instance(self, form: str, level: int, number: int) -> str:
        self._last += 1
        instance = add(self._root, "num", {"numId": str(self._last)})
        add(instance, "abstractNumId", {"val": self._style.definitions[form]})
        if form != "-":
            add(add(instance, "lvlOverride", {"ilvl": str(level)}), "startOverride", {"val": str(number)})
        return str(self._last)


def _definition(root: _Element, form: str, identifier: str, first_indent: int, step: int) -> _Element:
    definition = root.makeelement(f"{W}abstractNum", {f"{W}abstractNumId": identifier})
    add(definition, "multiLevelType", {"val": "multilevel"})
    for number in range(LEVELS):
        level = add(definition, "lvl", {"ilvl": str(number)})
        add(level, "start", {"val": "1"})
        add(level, "numFmt", {"val": "bullet" if form == "-" else "decimal"})
        add(level, "lvlText", {"val": _BULLETS[number % len(_BULLETS)] if form == "-" else f"%{number + 1}{form}"})
        add(level, "lvlJc", {"val": "left"})
        add(add(level, "pPr"), "ind", {"left": str(first_indent + step * (number + 1)), "hanging": str(step)})
    return definition


def _part(document: Document) -> tuple[str, _Element]:
    """The name and the content of the numbering part, which is added if there is none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.parser import OxmlElement
    from docx.parts.numbering import NumberingPart

    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        empty = cast("BaseOxmlElement", OxmlElement("w:numbering"))  # the stubs of lxml do not know of it
        name = PackURI("/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.partname.membername, part.element  # type: ignore[attr-defined]  # python-docx reads it as XML
