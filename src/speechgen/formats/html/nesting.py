"""The HTML elements around the paragraphs of a speech: its lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.model import Paragraph


def tags_around(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    """Yield for each paragraph the tags that open before it and those that close after it.

    A list in an item is within that item's element. The tags are our own words: no text of the speech is in them.
    """
    lists: list[str] = []  # the open lists, `ul` or `ol`; each has an open item
    in_table = False
    for number, paragraph in enumerate(paragraphs):
        before, after = "", ""
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if paragraph.kind == "item":
            level, name = max(paragraph.level, 1), "ol" if paragraph.marker else "ul"
            while len(lists) > level or (len(lists) == level and lists[-1] != name):
                before += f"</li></{lists.pop()}>"
            if len(lists) == level:
                before += "</li>"
            while len(lists) < level:
                before += f"<{name}>" + ("<li>" if len(lists) < level - 1 else "")
                lists.append(name)
            if following is None or following.kind != "item":
                after = "".join(f"</li></{each}>" for each in reversed(lists))
                lists.clear()
        elif paragraph.kind == "row":
            if not in_table:
                before, in_table = "<table>", True
            if following is None or following.kind != "row" or following.level:
                after, in_table = "</table>", False
        yield before, after
