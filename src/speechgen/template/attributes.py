"""What a template may read of a day, a metric and `loop`: `meeting.year`, `metrics.letters.value`."""

from __future__ import annotations

from collections.abc import Mapping

# Of each attribute: what it is, and examples as in the docstrings of filters.
DAY: Mapping[str, tuple[str, ...]] = {
    "year": ("Its year, a number.", "meeting.year - founded.year    31"),
    "month": ("The number of its month.", "meeting.month    10"),
    "day": ("The number of its day; of a month there is none.", "meeting.day    24"),
}
METRIC: Mapping[str, tuple[str, ...]] = {
    "value": ("Its exact value, a number.", "metrics.emails.value    226"),
    "measure": ("Its measure word, as its value has it.",),
}
CHANGE: Mapping[str, tuple[str, ...]] = {
    "before": ("The figure before, a number.", "metrics.petitions.before    214"),
    "after": ("The figure after, a number.", "metrics.petitions.after    92"),
    "measure": ("The measure word, as the figure after has it.",),
    "percent": ("The change in per cent, never negative; missing if it is from 0.", "metrics.petitions.percent    57"),
    "increased": ("Whether it rose.", '"yes" if metrics.petitions.increased else "no"    no'),
    "decreased": ("Whether it fell.", '"yes" if metrics.petitions.decreased else "no"    yes'),
    "unchanged": ("Whether it stayed the same.", '"yes" if metrics.petitions.unchanged else "no"    no'),
}
LOOP: Mapping[str, tuple[str, ...]] = {
    "index": ("The number of the turn, from 1.", "{% for each in offices %}{{ loop.index }}{% endfor %}    12"),
    "index0": ("The number of the turn, from 0.", "{% for each in offices %}{{ loop.index0 }}{% endfor %}    01"),
    "revindex": ("The turns from this one on.", "{% for each in offices %}{{ loop.revindex }}{% endfor %}    21"),
    "revindex0": ("The turns that follow.", "{% for each in offices %}{{ loop.revindex0 }}{% endfor %}    10"),
    "first": (
        "Whether this is the first turn.",
        '{% for each in offices %}{{ "A" if loop.first else "B" }}{% endfor %}    AB',
    ),
    "last": (
        "Whether this is the last turn.",
        '{% for each in offices %}{{ "A" if loop.last else "B" }}{% endfor %}    BA',
    ),
    "length": ("How many turns there are.", "{% for each in offices %}{{ loop.length }}{% endfor %}    22"),
    "previtem": (
        "The item before; missing in the first turn.",
        '{% for n in [1, 2, 3] %}{{ loop.previtem | default("-") }}{% endfor %}    -12',
    ),
    "nextitem": (
        "The item after; missing in the last turn.",
        '{% for n in [1, 2, 3] %}{{ loop.nextitem | default("-") }}{% endfor %}    23-',
    ),
    "cycle": (
        "Each of its arguments in turn.",
        '{% for n in [1, 2, 3] %}{{ loop.cycle("A", "B") }}{% endfor %}    ABA',
    ),
    "changed": (
        "Whether its argument differs from that of the turn before.",
        '{% for n in [1, 1, 2] %}{{ "A" if loop.changed(n) else "B" }}{% endfor %}    ABA',
    ),
    "depth": ("How deep loops are nested, from 1.", "{% for each in offices %}{{ loop.depth }}{% endfor %}    11"),
    "depth0": ("How deep loops are nested, from 0.", "{% for each in offices %}{{ loop.depth0 }}{% endfor %}    00"),
}
