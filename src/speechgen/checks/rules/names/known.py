"""Which names a speech may say: those that stand in its unit file."""

from __future__ import annotations

from functools import cached_property

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.bodies import Body
from speechgen.checks.rules.names.own import Own, is_within
from speechgen.checks.rules.patterns import lazily

_LONGEST = 40
_PROSE = lazily("[，。；]|[a-z]{3} [a-z]{2}")


class KnownNames:
    """The names in a unit file: the unit's own, those that it mentions, and every text of it that is no prose."""

    def __init__(self, facts: Facts, own: Own | None) -> None:
        """`own` is the unit, as the file or the title has it."""
        self._own = own
        self._facts = facts

    @cached_property
    def _others(self) -> tuple[str, ...]:
        """All but the unit's own names."""
        # A text that is written out may have been copied from another unit's file, with that unit's name in it.
        given = [
            each.words for each in self._facts.texts if len(each.words) < _LONGEST and not _PROSE.search(each.words)
        ]
        own = self._facts.unit
        return tuple(dict.fromkeys(name for name in (*self._facts.mentions, *given) if name not in own))

    @cached_property
    def _said(self) -> str:
        return "\n".join(self._others)

    def names(self, name: str) -> bool:
        """Whether a name is the unit's, or the file has it, alone or in a longer one."""
        own = self._own
        return name in self._said or (
            own is not None and (own.is_called(name) or any(each.startswith(name) for each in own.names))
        )

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a longer name of the file stands at this place."""
        name = text[start:end]
        own = self._own.forms if self._own else ()
        return any(
            text.startswith(longer, start - longer.index(name))
            for longer in (*own, *self._others)
            if name in longer and start >= longer.index(name)
        )

    def mentions(self, text: str, body: Body) -> bool:
        """Whether the file names a body that is not the unit, or a longer name of it stands here."""
        return body.name in self._said or self.covers(text, body.start, body.end)

    def is_named(self, text: str, body: Body) -> bool:
        """Whether the file names a body, in full or in short: 市发改委 for 市发展和改革委员会."""
        if self.mentions(text, body) or body.name in self._facts.said:
            return True
        others = (*self._facts.mentions, *self._facts.subordinates, *self._facts.group)
        return any(
            _same_end(name, body.name) and (is_within(body.name, name) or is_within(name, body.name)) for name in others
        )


def _same_end(one: str, other: str) -> bool:
    """市发改委, 市发展和改革委员会: both end in the same form."""
    return (
        one[-1] == other[-1]
        or (one.endswith("委员会") and other[-1] == "委")
        or (other.endswith("委员会") and one[-1] == "委")
    )
