"""The styles of a document: which there are, and what one inherits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W, number, val

if TYPE_CHECKING:
    from lxml.etree import _Element

WORDS_OWN_SIZE = 20  # half points, where nothing in a file says another


def style_ids(styles: _Element) -> Mapping[str, str]:
    """The ids of paragraph and character styles, by their names in lower case.

    Word keeps `heading 1` whatever its own language shows; an alias is what a person named the style beside that.
    """
    ids: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        if style.get(f"{W}type") in ("paragraph", "character"):
            names = [val(style, "name") or "", *(val(style, "aliases") or "").split(",")]
            for name in filter(None, (name.strip().lower() for name in names)):
                ids.setdefault(name, style.get(f"{W}styleId", ""))
    return ids


def inherited(styles: _Element, style_id: str, path: str, attribute: str = "val") -> int | None:
    """The number that a style says on a path such as `rPr/sz`, or the nearest that it is based on, or the defaults."""
    for style in _line_of(styles, style_id):
        found = number(style, path, attribute)
        if found is not None:
            return found
    kind = path.partition("/")[0]
    return number(styles, f"docDefaults/{kind}Default/{path}", attribute)


def font_size(styles: _Element, style_id: str) -> int:
    """In half points."""
    return inherited(styles, style_id, "rPr/sz") or WORDS_OWN_SIZE


def _line_of(styles: _Element, style_id: str) -> Iterator[_Element]:
    """The style and those that it is based on, each once: a broken file may go round in a circle."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    style = by_id.get(style_id)
    while style is not None:
        yield style
        del by_id[style.get(f"{W}styleId", "")]
        style = by_id.get(val(style, "basedOn") or "")
