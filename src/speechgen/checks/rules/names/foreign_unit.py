"""The rule foreign-unit: names of other units in this unit's speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.names.foreign_organs import foreign_organs, units_of_head
from speechgen.checks.rules.names.foreign_places import foreign_places
from speechgen.checks.rules.names.foreign_unit_words import (
    FIELDS,
    SENTENCE_STARTS,
    THEN_AT,
    VISITED,
    WORK_THERE,
    WORKED_AT,
    WORKS,
)
from speechgen.checks.rules.names.known_names import KnownNames
from speechgen.checks.rules.names.organisations import Organisation, organisation_at, organisations
from speechgen.checks.rules.names.own_places import family_of, own_places
from speechgen.checks.rules.names.own_unit import OwnUnit, own_unit
from speechgen.checks.rules.names.unit_kinds import PLACES, kind_of
from speechgen.checks.rules.names.unit_name_positions import unit_name_certainty
from speechgen.language import CHINESE
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.model import Place, Severity


@rule("foreign-unit", languages=EVERY_LANGUAGE)
def foreign_unit(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Another unit's name.

    A speech that was copied from another unit's speech still has that unit's name. Reported are the workspace's other
    units, and organisations that are neither in the unit file nor listed under its `mentions`: those of the unit's
    own kind (another bureau for a bureau), and any that a sentence begins with. Schools, hospitals, courts, companies
    and places that have a name only (映山中学) are reported where the unit must be meant: in the title, the
    salutation and the signature, and in phrases such as 我代表…, 今天我们召开…大会, 感谢…, …党委将…, 开创…新局面;
    other organs of the same place (市人大机关 for 市政协机关) where they meet on a day, are spoken for, assessed or
    inspected, and the unit of which the unit's head is the head. So are provinces, prefectures and counties of China
    of the same level as the unit's own, where it must be meant: 省市驻…各单位, 关心支持…发展, 建设美好…,
    推动…高质量发展, …市委、市政府要…. The unit's place is taken from the unit file, the title or the place that the
    speech names most. It is an error where only the unit's own name or place can be meant (对…的评价, 我代表…,
    驻…各单位), and a warning elsewhere, because a speech may mention others. In the values of the unit file, the
    names, the head and the leading body of the workspace's other units are errors, whether or not the speech uses
    them, except units listed under `mentions` or the unit's `subordinates`, and people listed under `people`. Without
    a unit file, the unit is taken from the title. Superior organisations (省委, 市政府, 国务院), collective ones
    (各局, 全市各镇), and those in a list of several, visited, or where somebody worked, are not reported; nor are
    places above and within the unit's own, in quotation marks, compared, learnt from, or in the name of something
    else (遵义会议, 武汉大学, 长沙至株洲高速). A wrong place in the name of a road, a school, a company or an event,
    or in a sentence that may be about any place, cannot be recognised.

    Facts:
        unit: {name: 市水务局}
        mentions: [市财政局]
    Finds:
        下面，我就市住建局开展教育实践活动情况讲两点意见。
        刚才，城关镇的同志谈了体会。
        市住建局的做法值得推广。
    Leaves alone:
        市水务局要主动同市财政局衔接。
        要胸怀大局，按照省委、市委的部署抓好落实。
        实施镇域经济工程，为此请教了市第一中学的老师。
    """
    own = own_unit(draft, facts)
    known = KnownNames(facts, own)
    found = [*_workspace_units(draft, facts, own, known)]
    if draft.language == CHINESE and own is None:
        found += _other_divisions(draft, facts, own, known)
    elif own is not None and draft.language == CHINESE:
        reported = frozenset(at for each in found for at in range(each.start, each.end))
        others = (
            *_in_own_places(draft, facts, own, known),
            *_other_divisions(draft, facts, own, known),
            *_other_organs(draft, facts, own, known),
            *_unknown_organisations(draft, own, known),
        )
        for each in sorted(others, key=lambda finding: finding.severity != "error"):
            if reported.isdisjoint(range(each.start, each.end)):
                reported |= frozenset(range(each.start, each.end))
                found.append(each)
    yield from sorted(found)


def _workspace_units(draft: Draft, facts: Facts, own: OwnUnit | None, known: KnownNames) -> Iterator[Finding]:
    """The names of the workspace's other units, if the unit file or the title names the speech's own unit."""
    text, others = draft.text, facts.others
    if others is None or own is None:
        return
    from speechgen.checks.rules.names.foreign_words import foreign_words  # only where there are other units
    from speechgen.checks.rules.names.name_in_text import is_ambiguous, with_place

    own_files = (
        frozenset(file for name in own.name_variants for file in others.owners(name))
        if not own.is_given
        else frozenset()
    )
    in_values: frozenset[Place | None] | None = None
    for named in others.find(text):
        owners = others.owners(named.name)
        is_own = (
            own_files.intersection(owners) or known.includes(named.name) or known.covers(text, named.start, named.end)
        )
        span = None if is_own else with_place(text, named, others.levels(named.name))
        if span is None:
            continue
        if in_values is None:
            in_values = frozenset(each.given.place for each in foreign_words(facts))
        if draft.run(named.start).source.value not in in_values:  # reported there
            is_certain = own.is_given and named.name not in facts.all_text and not is_ambiguous(named)
            message = translated("{words} is another unit ({file})", words=text[span.start : span.end], file=owners[0])
            fix = translated("write this unit's name; if the other is meant, add it to mentions in the unit file")
            yield Finding(span.start, span.end, message, fix, severity=None if is_certain else "warning")


def _unknown_organisations(draft: Draft, own: OwnUnit, known: KnownNames) -> Iterator[Finding]:
    """Organisations that neither the unit file nor, without one, the title names."""
    for organisation in organisations(draft.text):
        if draft.passage(organisation.start).kind in ("author", "date"):
            continue
        if own.matches(organisation) or own.may_be_called(organisation.name):
            continue
        certainty = unit_name_certainty(draft, organisation)
        is_title = certainty == "certain" and draft.passage(organisation.start).kind == "title"
        if known.is_named(draft.text, organisation) and not (
            is_title and not own.is_named_in(draft.passage(organisation.start).text)
        ):
            continue
        is_only_mentioned = (
            own.is_above(organisation)
            or own.is_below(organisation)
            or _is_only_mentioned(draft.text, organisation, own)
        )
        is_expected = certainty or (own.is_given and _may_be_the_unit(draft, organisation, own))
        if certainty != "certain" and (is_only_mentioned or not is_expected):
            continue
        severity: Severity = "error" if certainty == "certain" else "warning"
        if own.is_given:
            message = translated("{words} is not named in the unit file", words=organisation.name)
            fix = translated(
                "write {words}; if the other is meant, add it to mentions in the unit file", words=own.short
            )
        else:
            message = translated(
                "{words} is in a place where {unit}, the unit in the title, is expected",
                words=organisation.name,
                unit=own.name,
            )
            fix = translated("write the unit's name")
        yield Finding(organisation.start, organisation.end, message, fix, severity=severity)


def _may_be_the_unit(draft: Draft, organisation: Organisation, own: OwnUnit) -> bool:
    """Whether a name may be a mistake for the unit's: of the same kind, or what the sentence is about."""
    is_subject = draft.text[max(0, organisation.start - 1) : organisation.start] in SENTENCE_STARTS
    return kind_of(organisation.name) in family_of(own.kind) or is_subject


def _in_own_places(draft: Draft, facts: Facts, own: OwnUnit, known: KnownNames) -> Iterator[Finding]:
    """Names of units of the same kind where only the unit's own name can be meant: 我代表映山中学."""
    if not own.is_given:
        return
    for place in own_places(draft, own.kind, facts.subordinates):
        if known.includes(place.name) or known.covers(draft.text, place.start, place.end):
            continue
        is_expected = place.is_certain or draft.passage(place.start).kind == "title"
        is_own = own.may_be_in(place.name) and not (is_expected and _is_another(place.name, own))
        if is_own or any(name in place.name for name in known.meant):
            continue
        if _worked_there(draft.text, place.start, place.end):
            continue
        message = translated("{words} is not named in the unit file", words=place.name)
        fix = translated("write {words}; if the other is meant, add it to mentions in the unit file", words=own.short)
        severity: Severity = "error" if place.is_certain else "warning"
        yield Finding(place.start, place.end, message, fix, severity=severity)


def _is_another(name: str, own: OwnUnit) -> bool:
    """Whether a name like the unit's is that of another: 东江大学 for 东江理工大学, a court for a procuratorate."""
    is_other_kind = {kind_of(name), own.kind} == {"法院", "检察院"}
    return is_other_kind or any(own.name.replace(field, "", 1) == name for field in FIELDS if field in own.name)


def _other_divisions(draft: Draft, facts: Facts, own: OwnUnit | None, known: KnownNames) -> Iterator[Finding]:
    """Other provinces, cities and counties where the unit's own is meant: 关心支持衡水发展."""
    for place in foreign_places(draft, facts, own, known):
        message = translated(
            "{words} is in a place where {own}, the unit's own, is expected", words=place.name, own=place.own
        )
        is_given = own is not None and own.is_given
        fix = translated("write {words}", words=place.own)
        if is_given:
            fix = translated(
                "write {words}; if the other is meant, add it to mentions in the unit file", words=place.own
            )
        severity: Severity = "error" if place.is_certain and is_given else "warning"
        yield Finding(place.start, place.end, message, fix, severity=severity)


def _other_organs(draft: Draft, facts: Facts, own: OwnUnit, known: KnownNames) -> Iterator[Finding]:
    """Other organs of the same place where the unit must be meant: 市人大机关党组 for 市政协机关党组."""
    if not own.is_given:
        return
    for organ in (*units_of_head(draft, facts, own, known), *foreign_organs(draft, own, known)):
        message = translated("{words} is not named in the unit file", words=organ.name)
        fix = translated("write {words}; if the other is meant, add it to mentions in the unit file", words=own.short)
        severity: Severity = "error" if organ.is_certain else "warning"
        yield Finding(organ.start, organ.end, message, fix, severity=severity)


def _is_only_mentioned(text: str, organisation: Organisation, own: OwnUnit) -> bool:
    """Whether an organisation is in a list of several, was visited, or is where somebody worked."""
    before = text[max(0, organisation.start - 16) : organisation.start]
    after = text[organisation.end : organisation.end + 1]
    neighbour = organisation_at(text, organisation.start - 2, organisation.start - 1) if before.endswith("、") else None
    if neighbour or (after == "、" and organisation_at(text, organisation.end + 1, organisation.end + 2)):
        return True
    is_visited = organisation.suffix in PLACES and own.kind not in PLACES and VISITED.search(before)
    is_partner = before.endswith(("会同", "联合", "协同"))
    is_work = before.endswith(("在", "从", "到")) and WORK_THERE.match(text, organisation.end)
    was_work = WORKED_AT.search(before) or _worked_there(text, organisation.start, organisation.end)
    return bool(is_visited or is_partner or is_work or was_work)


def _worked_there(text: str, start: int, end: int) -> bool:
    """Whether somebody worked there at another time: 2019年1至7月我在柳湾中学工作，分管德育."""
    return text.startswith(WORKS, end) and bool(THEN_AT.search(text, max(0, start - 16), start))
