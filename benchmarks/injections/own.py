"""Places where a speech has its own unit's name."""

from __future__ import annotations

from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import places, shuffled


def own_places(clean: Clean, rng: Random) -> list[tuple[int, int, str]]:
    """Where the unit is called by its full or short name, in a random order; not where a longer name or a
    document's title holds it.
    """
    names = sorted({name for name in clean.facts.unit[:2] if len(name) >= 3}, key=len, reverse=True)
    longer = sorted({*clean.facts.subordinates, *clean.facts.mentions, *clean.facts.group}, key=len, reverse=True)
    taken: list[tuple[int, int]] = []
    found = []
    for name in [*longer, *names]:
        for at in places(clean.text, name):
            if all(at >= end or at + len(name) <= start for start, end in taken):
                taken.append((at, at + len(name)))
                if name in names and name not in longer and not _is_in_title(clean.text, at):
                    found.append((at, at + len(name), name))
    return shuffled(rng, found)


def _is_in_title(text: str, at: int) -> bool:
    """Whether the name is part of a document's title, which is as it is."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count("《") > line.count("》")
