"""The titles of the keys that every unit file has, with an example of each; English by default."""

from __future__ import annotations

from typing import NamedTuple


class KeyTitle(NamedTuple):
    """The title of a key in a unit file, and an example of its value, or None."""

    title: str
    example: object = None


class UnitTitles(NamedTuple):
    """The titles of the keys that every unit file has; `name` to `head_post` are those of `unit`."""

    unit: KeyTitle = KeyTitle("unit")
    name: KeyTitle = KeyTitle("full name", "Riverside Community Trust")
    short: KeyTitle = KeyTitle("short name", "the Trust")
    aliases: KeyTitle = KeyTitle("other names", ["RCT"])
    subordinates: KeyTitle = KeyTitle(
        "names of its branches, for `check` to find them in other units' speeches", ["Riverside Day Centre"]
    )
    head: KeyTitle = KeyTitle("head of the unit")
    head_name: KeyTitle = KeyTitle("name", "Ruth Adeyemi")
    head_post: KeyTitle = KeyTitle("post", "Director")
    dates: KeyTitle = KeyTitle("dates")
    meeting: KeyTitle = KeyTitle("day of the meeting", "2014-10-24")
    figures_year: KeyTitle = KeyTitle(
        "the year that the metrics are of; if not given, that of the meeting, or before March the year before", 2014
    )
    metrics: KeyTitle = KeyTitle("metrics")
    before: KeyTitle = KeyTitle("last year")
    after: KeyTitle = KeyTitle("this year")
    people: KeyTitle = KeyTitle(
        "other people whom the speech names, for `check`", [{"name": "Tom Reyes", "post": "Deputy Director"}]
    )
    person_name: KeyTitle = KeyTitle("name", "Tom Reyes")
    person_post: KeyTitle = KeyTitle("post", "Deputy Director")
    mentions: KeyTitle = KeyTitle(
        "other organisations that the speech names on purpose, for `check`", ["Harbour College"]
    )
    minutes: KeyTitle = KeyTitle("how many minutes the speech may take, for `check`", 10)
    template: KeyTitle = KeyTitle("template")
    wordings: KeyTitle = KeyTitle("the number of a part's wording; by default chosen by the unit's name")
    part_list: KeyTitle = KeyTitle("Points")  # a list of parts to which the template gives no title
    part_title: KeyTitle = KeyTitle("the point's title", "records kept in one place")
    part_text: KeyTitle = KeyTitle("the point's text", "…")
