"""The input of a format's writer: the speech, its layout, and the notes that the review page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.workspace import Paper

if TYPE_CHECKING:
    from speechgen.model import Given, Problem, Speech, Spoken
    from speechgen.rendering import Explanation


class Reference(NamedTuple):
    """The user's Word file whose styles and page setup are used. `shown` is its name in problems."""

    shown: str
    content: bytes


class Layout(NamedTuple):
    """The page layout of formats that have pages.

    `large` sets large type, to read from at a lectern. `paper` is for languages that are not always on A4. `reference`
    replaces the built-in styles.
    """

    large: bool = False
    paper: Paper = "A4"
    reference: Reference | None = None


class Notes(NamedTuple):
    """What the review page shows in addition to the speech.

    `unit` is the name of the unit file; `titles` are the template's titles of the values, by path; `unused_values` are
    the unit file's values and parts that the speech does not use. `problems` is None if the speech was not checked.
    """

    unit: str
    values: tuple[Explanation, ...] = ()
    titles: Mapping[str, str] = {}
    unused_values: tuple[Given, ...] = ()
    problems: tuple[Problem, ...] | None = None
    spoken: Spoken | None = None


class Manuscript(NamedTuple):
    """A speech to be written. Without `notes`, the review page shows the source of each word, but no values."""

    speech: Speech
    layout: Layout = Layout()
    notes: Notes | None = None
