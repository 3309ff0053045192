"""What a template may read of a day, a metric and `loop`: `meeting.year`, `metrics.letters.value`."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.messages import marked

# Of each attribute: what it is, and examples as in the docstrings of filters.
DAY: Mapping[str, tuple[str, ...]] = {
    "year": (marked("Its year, a number."), "meeting.year - founded.year    31"),
    "month": (marked("The number of its month."), "meeting.month    10"),
    "day": (marked("The number of its day; of a month there is none."), "meeting.day    24"),
}
METRIC: Mapping[str, tuple[str, ...]] = {
    "value": (marked("Its exact value, a number."), "metrics.emails.value    226"),
    "measure": (marked("Its measure word, as its value has it."),),
}
CHANGE: Mapping[str, tuple[str, ...]] = {
    "before": (marked("The figure before, a number."), "metrics.petitions.before    214"),
    "after": (marked("The figure after, a number."), "metrics.petitions.after    92"),
    "measure": (marked("The measure word, as the figure after has it."),),
    "percent": (
        marked("The change in per cent, never negative; missing if it is from 0."),
        "metrics.petitions.percent    57",
    ),
    "increased": (marked("Whether it rose."), '"yes" if metrics.petitions.increased else "no"    no'),
    "decreased": (marked("Whether it fell."), '"yes" if metrics.petitions.decreased else "no"    yes'),
    "unchanged": (marked("Whether it stayed the same."), '"yes" if metrics.petitions.unchanged else "no"    no'),
}
LOOP: Mapping[str, tuple[str, ...]] = {
    "index": (marked("The number of the turn, from 1."), "{% for each in offices %}{{ loop.index }}{% endfor %}    12"),
    "index0": (
        marked("The number of the turn, from 0."),
        "{% for each in offices %}{{ loop.index0 }}{% endfor %}    01",
    ),
    "revindex": (
        marked("The turns from this one on."),
        "{% for each in offices %}{{ loop.revindex }}{% endfor %}    21",
    ),
    "revindex0": (marked("The turns that follow."), "{% for each in offices %}{{ loop.revindex0 }}{% endfor %}    10"),
    "first": (
        marked("Whether this is the first turn."),
        '{% for each in offices %}{{ "A" if loop.first else "B" }}{% endfor %}    AB',
    ),
    "last": (
        marked("Whether this is the last turn."),
        '{% for each in offices %}{{ "A" if loop.last else "B" }}{% endfor %}    BA',
    ),
    "length": (marked("How many turns there are."), "{% for each in offices %}{{ loop.length }}{% endfor %}    22"),
    "previtem": (
        marked("The item before; missing in the first turn."),
        '{% for n in [1, 2, 3] %}{{ loop.previtem | default("-") }}{% endfor %}    -12',
    ),
    "nextitem": (
        marked("The item after; missing in the last turn."),
        '{% for n in [1, 2, 3] %}{{ loop.nextitem | default("-") }}{% endfor %}    23-',
    ),
    "cycle": (
        marked("Each of its arguments in turn."),
        '{% for n in [1, 2, 3] %}{{ loop.cycle("A", "B") }}{% endfor %}    ABA',
    ),
    "changed": (
        marked("Whether its argument differs from that of the turn before."),
        '{% for n in [1, 1, 2] %}{{ "A" if loop.changed(n) else "B" }}{% endfor %}    ABA',
    ),
    "depth": (
        marked("How deep loops are nested, from 1."),
        "{% for each in offices %}{{ loop.depth }}{% endfor %}    11",
    ),
    "depth0": (
        marked("How deep loops are nested, from 0."),
        "{% for each in offices %}{{ loop.depth0 }}{% endfor %}    00",
    ),
}
