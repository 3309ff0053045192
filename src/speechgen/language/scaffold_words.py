"""The texts of a new unit file, in addition to the titles that its template declares; English by default."""

from __future__ import annotations

from typing import NamedTuple


class ScaffoldWords(NamedTuple):
    """The texts of a new unit file. `joint` separates a key's notes, `parts_joint` the names of parts."""

    intro: str = "For the template “{title}”. Fill in what is needed; to use an optional line, take its # away."
    needed: str = "needed"
    optional: str = "optional"
    needed_by: str = "needed by {parts}"
    shared: str = "given by {place}; fill in to change it"
    default: str = "the template has: {value}"
    example: str = "for example"
    parts: str = "take the # away from those you choose, in the speech's order; or add - {title: …, text: …}"
    joint: str = ", "
    parts_joint: str = ", "
