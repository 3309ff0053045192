"""The styles of a Word document: their ids and inherited properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W, number, val

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 20  # half-points, if a file sets no size


def style_ids(styles: _Element) -> Mapping[str, str]:
    """The ids of paragraph, character and table styles, by name and alias in lower case.

    Files contain English names such as `heading 1` whatever the language of Word; aliases are names added by users.
    """
    ids: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        if style.get(f"{W}type") in ("paragraph", "character", "table"):
            names = [val(style, "name") or "", *(val(style, "aliases") or "").split(",")]
            for name in filter(None, (name.strip().lower() for name in names)):
                ids.setdefault(name, style.get(f"{W}styleId", ""))
    return ids


def inherited_number(styles: _Element, style_id: str, path: str, attribute: str = "val") -> int | None:
    """The number at a path such as `rPr/sz` in a style, or in the nearest style that it is based on, or the default."""
    for style in _with_ancestors(styles, style_id):
        found = number(style, path, attribute)
        if found is not None:
            return found
    kind = path.partition("/")[0]
    return number(styles, f"docDefaults/{kind}Default/{path}", attribute)


def font_size(styles: _Element, style_id: str) -> int:
    """The font size of a style in half-points."""
    return inherited_number(styles, style_id, "rPr/sz") or DEFAULT_SIZE


def _with_ancestors(styles: _Element, style_id: str) -> Iterator[_Element]:
    """Yield a style and the styles that it is based on, each once: in a broken file they may form a cycle."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    style = by_id.get(style_id)
    while style is not None:
        yield style
        del by_id[style.get(f"{W}styleId", "")]
        style = by_id.get(val(style, "basedOn") or "")
