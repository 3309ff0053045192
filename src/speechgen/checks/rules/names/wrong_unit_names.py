"""Names that are meant for the unit, but are not in its unit file or, without one, in the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.known_names import KnownNames
from speechgen.checks.rules.names.organisation_words import CHARACTERS
from speechgen.checks.rules.names.organisations import Organisation, organisations
from speechgen.checks.rules.names.own_unit import OwnUnit, is_subsequence
from speechgen.checks.rules.names.unit_kinds import kind_of
from speechgen.checks.rules.names.unit_name_positions import unit_name_certainty
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups
from speechgen.messages import joined_words, translated
from speechgen.model import Severity

_CHINESE = lazily("[\u4e00-\u9fff]")
_DEPARTMENTS = ("局", "委", "厅", "委员会")
_ADDED_WORDS = ("事务", "管理", "工作", "服务", "发展", "监督", "监督管理")
# How often the speech names another unit where its own is expected, or anywhere, for the title to be wrong; and how
# often if it names no third one of the kind.
_FEW, _MANY, _ALONE = 2, 4, 2
_PLACES = ("镇", "乡", "街道", "县")
# The suffixes that each suffix is mistaken for; not in other words: 委员, 市场, 区域.
_OTHER_SUFFIXES = {
    "管理委员会": lazily("管理局|办事处"),
    "管委会": lazily("管理局|办事处"),
    "委员会": lazily("局|厅"),
    "局": lazily("委员会|委(?![员托派屈任])|厅"),
    "厅": lazily("委员会|委(?![员托派屈任])|局"),
    "县": lazily("市(?!场)|区(?![域别])"),
    "镇": lazily("街道(?!办)|乡(?![村镇土亲贤])"),
    "乡": lazily("街道(?!办)|镇"),
    "街道": lazily("镇|乡(?![村镇土亲贤])"),
    "社区": lazily("村(?![民庄里级组干])"),
    "医院": lazily("卫生院|医疗中心"),
    "协会": lazily("联合会|商会|学会"),
    "大学": lazily("学院"),
    "学院": lazily("大学(?!生)"),
    "党工委": lazily("党委"),
    "工委": lazily("党工委"),
}
# Suffixes of names that may be the end of another name: 中小企业联合会 is not 企业联合会.
_MAY_END_NAMES = ("医院", "协会", "社区", "街道", "乡", "管委会")
_FORMER = ("社区", "街道", "乡", "镇", "大学")  # what was a village or a town may be one of these now


def wrong_unit_names(draft: Draft, facts: Facts, own: OwnUnit) -> Iterator[Finding]:
    """Names that are not the unit's, but are meant for it: 市住建委, 市建设局 for 市住建局."""
    known = KnownNames(facts, own)
    reported: set[int] = set()
    for organisation in organisations(draft.text):
        if own.matches(organisation) or known.mentions(draft.text, organisation):
            continue
        start, end, name = organisation.start, organisation.end, organisation.name
        difference = _difference(organisation, own)
        if difference == "suffix":
            reported.add(end)
            yield _wrong_suffix(start, end, name, own)
        elif difference == "words" and len(own.names) > 1:
            is_certain = unit_name_certainty(draft, organisation) == "certain"
            message = translated(
                "{words} is not one of the unit's names ({names})", words=name, names=joined_words(own.names)
            )
            fix = translated("write {words}, or add it to the unit's aliases", words=own.short)
            yield Finding(start, end, message, fix, severity=None if is_certain else "warning")
    for start, end in _with_other_suffix(draft.text, own):
        words = draft.text[start:end]
        if end not in reported and words not in facts.all_text:
            reported.add(end)
            yield _wrong_suffix(start, end, words, own)


def two_names(draft: Draft, own: OwnUnit) -> Iterator[Finding]:
    """市住建局 and 市建设局 in one speech, both short for the unit in the title."""
    fields = [
        (organisation, _field(organisation.name))
        for organisation in organisations(draft.text)
        if organisation.suffix in _DEPARTMENTS
        and not own.matches(organisation)
        and _difference(organisation, own) == "words"
    ]
    counts = Counter(field for _, field in fields)
    usual = counts.most_common(1)[0][0] if len(counts) > 1 else ""
    for organisation, field in fields:
        if usual and field != usual:
            message = translated(
                "{one} and {other} are two names of one organisation",
                one=organisation.name,
                other=f"{usual}{organisation.suffix}",
            )
            yield Finding(
                organisation.start,
                organisation.end,
                message,
                translated("use one of the two everywhere"),
                severity="warning",
            )


def title_alone(draft: Draft, own: OwnUnit) -> Iterator[Finding]:
    """A unit that is only in the title, if the speech is about another one."""
    title = next((passage for passage in draft.passages if own.name in passage.text), None)
    if title is None or own.is_named_in(draft.text[title.end :]):
        return
    later = [organisation for organisation in organisations(draft.text) if organisation.start > title.end]
    if any(is_subsequence(each.name, own.name) or is_subsequence(own.name, each.name) for each in later):
        return  # a shorter or longer form of its name
    expected = Counter(each.name for each in later if unit_name_certainty(draft, each))
    of_its_kind = Counter(each.name for each in later if kind_of(each.name) == own.kind)
    likely = _most_common(expected, _FEW)
    common = _most_common(of_its_kind, _ALONE if len(of_its_kind) == 1 else _MANY)
    if other := likely or common:
        at = title.start + title.text.index(own.name)
        message = translated("the title names {unit}, but the speech is about {other}", unit=own.name, other=other)
        severity: Severity | None = None if likely else "warning"
        yield Finding(
            at, at + len(own.name), message, translated("correct the unit's name in the title"), severity=severity
        )


def _most_common(names: Counter[str], minimum: int) -> str:
    """The most common name if it occurs so often, otherwise an empty text."""
    name, times = names.most_common(1)[0] if names else ("", 0)
    return name if times >= minimum else ""


def _wrong_suffix(start: int, end: int, words: str, own: OwnUnit) -> Finding:
    if own.is_given:
        message = translated("{words} should be {name}, as in the unit file", words=words, name=own.short)
    else:
        message = translated("{words} should be {name}, as in the title", words=words, name=own.short)
    is_certain = own.is_given and own.kind not in _FORMER
    return Finding(
        start, end, message, translated("write {words}", words=own.short), severity=None if is_certain else "warning"
    )


def _difference(organisation: Organisation, own: OwnUnit) -> Literal["suffix", "words", ""]:
    """How a name that is meant for the unit differs: in its suffix (市住建委) or in its words (市建设局)."""
    if organisation.suffix in _PLACES:
        proper = organisation.name.removesuffix(organisation.suffix)
        others = tuple(proper + suffix for suffix in _PLACES if suffix != organisation.suffix)
        return "suffix" if any(name.endswith(others) for name in own.names) else ""
    if organisation.level and own.level and organisation.level != own.level:
        return ""
    if organisation.suffix not in _DEPARTMENTS:
        return "words" if kind_of(organisation.name) == own.kind and own.may_be_called(organisation.name) else ""
    field = _field(organisation.name)
    if not field or not any(_is_same_field(field, _field(name)) for name in own.names):
        return ""
    return "words" if _suffix_of(organisation.name) == _suffix_of(own.name) else "suffix"


def _is_same_field(field: str, own: str) -> bool:
    if not own:
        return False
    is_longer = is_subsequence(own, field) and (len(own) > 2 or field.removeprefix(own) in _ADDED_WORDS)
    return is_subsequence(field, own) or is_longer


def _suffix_of(name: str) -> str:
    return "委" if name.endswith("委员会") else name[-1]


def _field(name: str) -> str:
    """住房和城乡建设 of 市住房和城乡建设局; empty if it is not a department."""
    suffix = next((suffix for suffix in ("委员会", "局", "委", "厅") if name.endswith(suffix)), "")
    start = department(name, len(name), suffix) if suffix else None
    if start is None and suffix == "委":
        start = department(name[:-1] + "局", len(name), "局")
    return "" if start is None else name[start : -len(suffix)]


def _begins_name(text: str, at: int) -> bool:
    before = text[max(0, at - 1) : at]
    return not _CHINESE.match(before) or before in character_groups(CHARACTERS)["name_may_follow"]


def _with_other_suffix(text: str, own: OwnUnit) -> Iterator[tuple[int, int]]:
    """Where the unit's name has another suffix: 市林业委 for 市林业局, 岚溪市 for 岚溪县."""
    for name in own.name_variants:
        suffix = next((suffix for suffix in _OTHER_SUFFIXES if name.endswith(suffix)), "")
        stem = name.removesuffix(suffix)
        at = text.find(stem) if suffix and len(stem) > 1 else -1
        while at >= 0:
            other = _OTHER_SUFFIXES[suffix].match(text, at + len(stem))
            is_others = text.endswith(("省", "市", "县", "区", "国家", "级"), 0, at)
            # 区委审计委员会 directs 区审计局.
            is_commission = other is not None and other[0] == "委员会" and text.endswith(("委", "党组"), 0, at)
            is_inside = suffix in _MAY_END_NAMES and not _begins_name(text, at)
            is_inside |= text.endswith(("大学", "学院"), 0, at)  # the college of another university
            if other and not (is_others or is_inside or is_commission) and not own.is_called(text[at : other.end()]):
                yield at, other.end()
            at = text.find(stem, at + 1)
