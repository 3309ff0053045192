"""The names in a unit file, which its speech may use."""

from __future__ import annotations

from functools import cached_property

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.organisations import Organisation
from speechgen.checks.rules.names.own_unit import OwnUnit, is_subsequence
from speechgen.checks.rules.names.words_before_names import words_before_names
from speechgen.checks.rules.patterns import lazily

_LONGEST = 40
_PROSE = lazily("[，。；a-z](?:(?<=[，。；])|[a-z]{2} [a-z]{2})")  # it begins with one set: a quick search


class KnownNames:
    """The names in a unit file: the unit's own, its mentions, and every other text that is not prose."""

    def __init__(self, facts: Facts, own: OwnUnit | None) -> None:
        """`own` is the unit as the unit file or the title names it."""
        self._own = own
        self._facts = facts

    @cached_property
    def _other_names(self) -> tuple[str, ...]:
        """All names except the unit's own."""
        # Prose may have been copied from another unit's file, with that unit's name in it.
        given = [
            each.words for each in self._facts.texts if len(each.words) < _LONGEST and not _PROSE.search(each.words)
        ]
        own = self._facts.unit
        return tuple(dict.fromkeys(name for name in (*self._facts.mentions, *given) if name not in own))

    @property
    def meant(self) -> tuple[str, ...]:
        """The names that the unit file lists as others that are meant: mentions, subordinates, the group."""
        return (*self._facts.mentions, *self._facts.subordinates, *self._facts.group)

    @cached_property
    def _other_names_text(self) -> str:
        return "\n".join(self._other_names)

    def includes(self, name: str) -> bool:
        """Whether a name is the unit's, or is in the unit file, alone or in a longer name."""
        own = self._own
        return name in self._other_names_text or (
            own is not None and (own.is_called(name) or any(each.startswith(name) for each in own.names))
        )

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` is part of a longer name that is in the unit file."""
        name = text[start:end]
        own = self._own.name_variants if self._own else ()
        return any(
            text.startswith(longer, start - longer.index(name))
            for longer in (*own, *self._other_names)
            if name in longer and start >= longer.index(name)
        )

    def mentions(self, text: str, organisation: Organisation) -> bool:
        """Whether the unit file names the organisation as one other than the unit, or a longer name around it."""
        return any(
            organisation.name[size:] in self._other_names_text
            or self.covers(text, organisation.start + size, organisation.end)
            for size in (0, *words_before_names(organisation.name))
        )

    def is_named(self, text: str, organisation: Organisation) -> bool:
        """Whether the unit file names the organisation, in full or in short: 市发改委 for 市发展和改革委员会."""
        sizes = (0, *words_before_names(organisation.name))
        if self.mentions(text, organisation) or any(organisation.name[size:] in self._facts.all_text for size in sizes):
            return True
        return any(
            _have_same_suffix(name, organisation.name)
            and (is_subsequence(organisation.name, name) or is_subsequence(name, organisation.name))
            for name in self.meant
        )


def _have_same_suffix(one: str, other: str) -> bool:
    """Whether two names have the same suffix; 委 and 委员会 are the same."""
    return (
        one[-1] == other[-1]
        or (one.endswith("委员会") and other[-1] == "委")
        or (other.endswith("委员会") and one[-1] == "委")
    )
