"""Another organisation that a speech calls by two names: 市卫生健康委员会 and 市卫生健康局."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.names.organisations import Organisation, organisations
from speechgen.checks.rules.names.own_unit import OwnUnit, is_subsequence
from speechgen.messages import translated

_SUFFIXES = ("委员会", "局", "厅")
_JOINTS = dict.fromkeys(map(ord, "和与及、"))
_MIN_LENGTH = 5  # characters; shorter names differ from many others by their suffix
_MAX_NAMES = 100  # more than a speech has: each is compared with all others


def two_names_of_others(draft: Draft, facts: Facts, own: OwnUnit | None) -> Iterator[Finding]:
    """The later of the two names, wherever it is."""
    first: dict[str, Organisation] = {}
    for organisation in organisations(draft.text):
        if len(organisation.name) >= _MIN_LENGTH and organisation.is_certain:
            first.setdefault(organisation.name, organisation)
    names = [each for each in islice(first.values(), _MAX_NAMES) if own is None or not own.matches(each)]
    for number, one in enumerate(names):
        other = next((each for each in names[:number] if _is_same(each, one)), None)
        if other is not None and not (one.name in facts.all_text and other.name in facts.all_text):
            message = translated("{one} and {other} are two names of one organisation", one=one.name, other=other.name)
            yield Finding(one.start, one.end, message, translated("use one of the two everywhere"), severity="warning")


def _is_same(one: Organisation, other: Organisation) -> bool:
    """Whether two names differ only in their suffix, or in the order of their words; 和 and 与 are alike."""
    if one.suffix == other.suffix:
        is_short = is_subsequence(one.name, other.name) or is_subsequence(other.name, one.name)
        return not is_short and sorted(one.name.translate(_JOINTS)) == sorted(other.name.translate(_JOINTS))
    both = one.suffix in _SUFFIXES and other.suffix in _SUFFIXES
    return both and one.name.removesuffix(one.suffix) == other.name.removesuffix(other.suffix)
