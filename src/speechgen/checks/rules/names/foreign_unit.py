"""Other units: names that do not belong in this unit's speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.other_units import Named
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.names.bodies import Body, bodies, body_at
from speechgen.checks.rules.names.body_words import GOES_ON
from speechgen.checks.rules.names.kinds import PLACES
from speechgen.checks.rules.names.known import KnownNames
from speechgen.checks.rules.names.own import Own, own_unit
from speechgen.checks.rules.names.slots import stands_for_the_unit
from speechgen.checks.rules.names.unit_words import HAS_FORM, LONGER, MANY_HAVE, VISITED, WAS_AT
from speechgen.checks.rules.patterns import lazily

if TYPE_CHECKING:
    from speechgen.model import Severity

_LATIN = lazily("[A-Za-z0-9À-ɏͰ-ԯ]")  # with accents, Greek and Cyrillic letters


@rule("foreign-unit", languages=EVERY_LANGUAGE)
def foreign_unit(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Another unit's name.

    A speech that was made from another unit's still has its name. It may be a unit of the workspace, or any body that
    neither the unit file nor its `mentions` name: where the unit's own name must stand (对…的评价, 在…总结大会上的讲话)
    that is an error, elsewhere a warning, for a speech may well speak of others. Without a unit file the unit is the
    one in the title. Higher bodies (省委, 市政府, 国务院) and those that are no one body (各局, 全市各镇) are left
    alone.

    Facts:
        unit: {name: 市水务局}
        mentions: [市财政局]
    Finds:
        下面，我就市住建局开展教育实践活动情况讲两点意见。
        刚才，城关镇的同志谈了体会。
    Leaves alone:
        市水务局要主动同市财政局衔接。
        要胸怀大局，按照省委、市委的部署抓好落实。
    """
    own = own_unit(draft, facts)
    known = KnownNames(facts, own)
    found = [*_of_the_workspace(draft, facts, own, known)]
    if own is not None and draft.language == "zh-CN":
        told = frozenset(at for each in found for at in range(each.start, each.end))
        found += [each for each in _of_nobody(draft, own, known) if each.start not in told and each.end - 1 not in told]
    yield from sorted(found)


def _of_the_workspace(draft: Draft, facts: Facts, own: Own | None, known: KnownNames) -> Iterator[Finding]:
    """Units of the workspace other than this one. Whose speech it is must be known: by its file, or by its title."""
    text, others = draft.text, facts.others
    if others is None or own is None:
        return
    own_files = (
        frozenset(file for form in own.forms for file in others.owners(form)) if not own.is_given else frozenset()
    )
    for named in others.find(text):
        owners = others.owners(named.name)
        is_own = own_files.intersection(owners) or known.names(named.name) or known.covers(text, named.start, named.end)
        spot = None if is_own else _whole(text, named, others.levels(named.name))
        if spot is not None:
            is_sure = own.is_given and named.name not in facts.said and not _is_doubtful(named)
            message = f"{text[spot.start : spot.end]} is another unit ({owners[0]})"
            fix = "write this unit's name, or list it under mentions: if it is meant"
            yield Finding(spot.start, spot.end, message, fix, severity=None if is_sure else "warning")


def _whole(text: str, named: Named, levels: frozenset[str]) -> Named | None:
    """The name with the place before it, None where it is part of a longer name: 建设局 in 住房和城乡建设局."""
    start, end, name = named
    if _LATIN.match(name) or _LATIN.match(name[-1]):
        return named if _stands_alone(text, start, end) else None
    if _is_longer(text, named):
        return None
    body = body_at(text, start, end)
    if body is None:
        return named
    before, after = text[body.start : start], text[end : body.end]
    is_with_place = not before or name[0] in "市县区" or (before[-1] in levels and len(before) in (1, 3, 4))
    is_rest = not after or after.endswith(("公司", "分局", "支队", "大队"))
    if not (is_with_place and is_rest):
        return None
    return Named(body.start, body.end if after.endswith("公司") else end, name)


def _is_longer(text: str, named: Named) -> bool:
    """Whether the words around it make it the name of something else: 青石路, 石桥村小学, 七中全会."""
    if named.name.endswith("中"):
        is_counted = text[max(0, named.start - 1) : named.start] in ("届", "其", "第")
        return is_counted or text[named.end : named.end + 1] in tuple(GOES_ON["中"])
    is_place = named.name[-1] in "镇乡村道区" or not HAS_FORM.search(named.name)
    return is_place and bool(LONGER.match(text, named.end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter is joined to it, and it is not the beginning of a longer name: … College of Art."""
    is_joined = _LATIN.match(text[start - 1 : start]) or _LATIN.match(text, end)
    return not is_joined and not re.match(r" of [A-Z]", text[end : end + 5])


def _is_doubtful(named: Named) -> bool:
    """Whether a name may be others' too, or, of two characters without a form, other words: 青石 in 青石板."""
    is_bare = len(named.name) == 2 and not HAS_FORM.search(named.name) and not named.name.endswith("中")
    return is_bare or named.name in MANY_HAVE


def _of_nobody(draft: Draft, own: Own, known: KnownNames) -> Iterator[Finding]:
    """Bodies of which the file, or without one the title, says nothing."""
    for body in bodies(draft.text):
        if draft.passage(body.start).kind in ("author", "date"):
            continue
        if own.is_body(body) or own.is_form(body.name):
            continue
        certainty = stands_for_the_unit(draft, body)
        is_title = certainty == "sure" and draft.passage(body.start).kind == "title"
        if known.is_named(draft.text, body) and not (is_title and not own.is_in(draft.passage(body.start).text)):
            continue
        is_others = own.has_below(body) or _is_spoken_of(draft.text, body, own)
        if certainty != "sure" and (is_others or not (certainty or own.is_given)):
            continue
        severity: Severity = "error" if certainty == "sure" else "warning"
        if own.is_given:
            message = f"{body.name} is no body that the unit file names"
            fix = f"write {own.short}, or list it under mentions: if it is meant"
        else:
            message = f"{body.name} stands where {own.name} is to be expected, which the title names"
            fix = "write the unit's name"
        yield Finding(body.start, body.end, message, fix, severity=severity)


def _is_spoken_of(text: str, body: Body, own: Own) -> bool:
    """Whether a body stands where speeches speak of others: in a list of bodies, as a place that somebody went to."""
    before, after = text[max(0, body.start - 16) : body.start], text[body.end : body.end + 1]
    neighbour = body_at(text, body.start - 2, body.start - 1) if before.endswith("、") else None
    if neighbour or (after == "、" and body_at(text, body.end + 1, body.end + 2)):
        return True
    is_visited = body.form in PLACES and own.kind not in PLACES and VISITED.search(before)
    return bool(is_visited or WAS_AT.search(before))
