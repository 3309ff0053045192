"""What a format is written from: the speech, how it is to be laid out, and what a reviewer is to be shown beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.workspace import Paper

if TYPE_CHECKING:
    from speechgen.model import Given, Problem, Speech, Spoken
    from speechgen.rendering import Explanation


class Reference(NamedTuple):
    """A Word file whose styles and page are used. `shown` is its name in problems."""

    shown: str
    content: bytes


class Layout(NamedTuple):
    """How a page is laid out, where a format has pages.

    `large` is for the lectern; `paper` is for languages that are not always on A4; `reference` is the user's styles.
    """

    large: bool = False
    paper: Paper = "A4"
    reference: Reference | None = None


class Notes(NamedTuple):
    """What the review page shows beside the speech.

    `unit` is the unit file; `titles` are what the template calls the values, by their paths; `unsaid` are the unit
    file's own values and parts that are never said. `problems` is None where the rules were not asked.
    """

    unit: str
    values: tuple[Explanation, ...] = ()
    titles: Mapping[str, str] = {}
    unsaid: tuple[Given, ...] = ()
    problems: tuple[Problem, ...] | None = None
    spoken: Spoken | None = None


class Manuscript(NamedTuple):
    """One speech as formats are given it. Without `notes`, a review page shows where words came from, and no values."""

    speech: Speech
    layout: Layout = Layout()
    notes: Notes | None = None
