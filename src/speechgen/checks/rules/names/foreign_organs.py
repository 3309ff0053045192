"""Other organs of the unit's own place where the unit must be meant: 市人大机关党组 in a speech of 市政协机关."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Passage
from speechgen.checks.rules.names.known_names import KnownNames
from speechgen.checks.rules.names.organisations import organisations
from speechgen.checks.rules.names.own_unit import OwnUnit, is_subsequence
from speechgen.checks.rules.names.unit_kinds import PLACES
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups

_TABLE = "names/organs"
_BUREAUS = ("局", "委", "厅", "委员会")
_GOVERNMENTS = ("省", "市", *PLACES)
_ORGAN = lazily(lambda: rf"(?P<level>[省市县区州])(?P<organ>{_every_organ()})")
_ZONE = lazily("(?:经济技术|高新技术产业|经济)?开发区管委会|(?:经开|高新)区管委会")
_SHAPE = "shape"  # a name that differs in its proper name only
_HIGHEST = lazily("最高人民(?:法院|检察院)")
_BODY = "(?:机关)?(?:党组|党委|党总支|党支部)"
_BEFORE, _AFTER = 60, 40  # characters around a name that are looked at
_DATE_BEFORE = lazily(r"(?:^|，)[ \u3000]*(?:20\d\d年)?(?:(?:\d+月)?\d+日|日前|近日|今天|昨天)(?:上午|下午|晚上?)?，$")
_MEETS = lazily("(?:机关)?[^，。；、]{0,6}?(?:召开|举行|举办)")
_SPEAKS_BEFORE = lazily("(?:我|我谨|谨|并|首先|在此)代表$")
_SPEAKS_AFTER = lazily("[向对作做就，、（第]|全体|表示|$")
_LIKELY = (
    (lazily("代表$"), lazily(f"{_BODY}?(?:领导)?(?:班子)?(?:作|向|对|就|表)")),
    (
        lazily("组[^，。；]{0,4}(?:巡察|巡视|督导|进驻|向|对|到)$"),
        lazily("[^，。；、]{0,6}?(?:反馈|开展|进行|召开|督导|巡察)"),
    ),
    (lazily("肯定了?$"), lazily(f"{_BODY}|前一?阶段|前一?段|[的]?(?:工作|教育|成绩)|取得|开展")),
    (
        lazily(r"^[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.）)])?(?:关于|对)$"),
        lazily("(?:的同志)?(?:如何|怎样|怎么)|的(?:评价|印象)"),
    ),
    (lazily(r"(?:^|[。！？；，：])$"), lazily(f"{_BODY}(?:将|要|始终|认真|坚持|高度重视|以此)")),
)
# Only for organs of the unit's own kind.
_ACTS = (
    lazily(r"(?:^|[。！？；，])$"),
    lazily("(?:机关)?(?:主要领导|领导班子|班子|全体|广大|干部|党员|认真|高度重视|始终|自觉)"),
)
# A name, a post and the head of the unit: 县教育局党委书记、局长 程远.
_NOT_IN_NAMES = "[由请的在和与及了至跟着我们他她都就把被让对向从给为是有同随陪]|大家"
_HELD = lazily(
    rf"(?:^|[，。；：、\n（(])[ \u3000]*(?:中共)?(?P<name>(?:(?!{_NOT_IN_NAMES})[\u4e00-\u9fff]){{2,16}}?"
    "(?:局|委|厅|部|办公室|办|会|院|大学|中学|小学|学院|集团|公司|机关|中心|馆|联|镇|乡|街道|社区|村))"
    "(?:机关)?(?:党组|党委|党总支|党支部|党工委)?(?:‹names/words_around_places posts›)"
    r"(?:、(?:‹names/words_around_places posts›))?[ \u3000]*$"
)
_SUPERIOR = lazily(
    "(?:.*[省市县区州]|^)(?:委|委员会|政府|人大|政协|常委会)$|.*(?:常委|小组|部队|协会|学会|商会|总会|联合会)$"
)
_PROPER = lazily(
    "(?P<before>共青团|中共|中国共产党)(?P<proper>[\u4e00-\u9fff]{2,3})(?P<after>[村镇乡县市区社][\u4e00-\u9fff]{2,})"
)


class ForeignOrgan(NamedTuple):
    """Another organ at `start:end` of the text; certain if nothing but the unit can be there."""

    start: int
    end: int
    name: str
    is_certain: bool


def foreign_organs(draft: Draft, own: OwnUnit, known: KnownNames) -> Iterator[ForeignOrgan]:
    """Yield the organs where the unit must be meant, if the unit is an organ itself."""
    if own.kind in _GOVERNMENTS:
        return
    kind = _kind_of_organ(own.names, own.level)
    for found in (*_organs(draft.text, own), *_bureaus(draft.text, own), *_of_the_same_shape(draft.text, own)):
        start, end, name, kind_of_other = found
        is_own = own.is_called(name) or (kind_of_other != _SHAPE and own.may_be_called(name))
        if is_own or known.includes(name) or known.covers(draft.text, start, end):
            continue
        passage = draft.passage(start)
        before = draft.text[max(passage.start, start - _BEFORE) : start]
        after = draft.text[end : min(passage.end, end + _AFTER)]
        if (_SPEAKS_BEFORE.search(before) and _SPEAKS_AFTER.match(after)) or _is_title(passage, before, own):
            yield ForeignOrgan(start, end, name, True)
        elif kind_of_other and _is_likely(before, after, kind_of_other == kind):
            yield ForeignOrgan(start, end, name, False)


def units_of_head(draft: Draft, facts: Facts, own: OwnUnit, known: KnownNames) -> Iterator[ForeignOrgan]:
    """Yield the units that the speech says are headed by the unit's head: 县水利局局长 程远 for 县教育局局长."""
    head = next((person.name for person in facts.people if person.path == "unit.head"), "")
    at = draft.text.find(head) if head else -1
    while at >= 0:
        start = max(draft.passage(at).start, at - _AFTER)
        held = _HELD.search(draft.text[start:at])
        if held and not _SUPERIOR.match(held["name"]):
            name, begin = held["name"], start + held.start("name")
            is_own = own.is_named_in(name) or any(is_subsequence(name, each) for each in own.names)
            if not is_own and not known.includes(name):
                yield ForeignOrgan(begin, begin + len(name), name, True)
        at = draft.text.find(head, at + 1)


def _is_title(passage: Passage, before: str, own: OwnUnit) -> bool:
    """Whether a name in a title is where the meeting is, and the title does not name the unit."""
    return passage.kind == "title" and (not before or before.endswith("在")) and not own.is_named_in(passage.text)


def _is_likely(before: str, after: str, is_of_own_kind: bool) -> bool:
    if any(left.search(before) and right.match(after) for left, right in _LIKELY):
        return True
    meets = _DATE_BEFORE.search(before) and _MEETS.match(after)
    acts = _ACTS[0].search(before) and _ACTS[1].match(after)
    return is_of_own_kind and bool(meets or acts)


def _organs(text: str, own: OwnUnit) -> Iterator[tuple[int, int, str, str]]:
    """市委宣传部, 县工商联, of the unit's level; zones and the highest courts, of no kind."""
    for found in _ORGAN.finditer(text):
        before = text[max(0, found.start() - 1) : found.start()]
        if found["level"] == own.level and before not in ("全", "各", "省", "该", "多", "两"):
            yield found.start(), found.end(), found[0], _kinds()[found["organ"]]
    for found in _ZONE.finditer(text):
        yield found.start(), found.end(), found[0], ""
    if own.name.startswith("最高人民"):
        for found in _HIGHEST.finditer(text):
            yield found.start(), found.end(), found[0], ""


def _bureaus(text: str, own: OwnUnit) -> Iterator[tuple[int, int, str, str]]:
    for found in organisations(text):
        if found.suffix in _BUREAUS and found.level and found.level == own.level and found.is_certain:
            yield found.start, found.end, found.name, "bureau"


def _of_the_same_shape(text: str, own: OwnUnit) -> Iterator[tuple[int, int, str, str]]:
    """共青团石桥村支部 for 共青团梅林村支部."""
    shape = _PROPER.fullmatch(own.name)
    if shape:
        pattern = rf"{shape['before']}[\u4e00-\u9fff]{{{len(shape['proper'])}}}{re.escape(shape['after'])}"
        for found in lazily(pattern).finditer(text):
            yield *found.span(), found[0], _SHAPE


def _kind_of_organ(names: tuple[str, ...], level: str) -> str:
    """The kind of the unit: party, mass, bureau; empty for others."""
    for name in names:
        organ = name[name.rfind(level) + 1 :] if level and level in name else name
        kind = _kinds().get(organ, "bureau" if name.endswith(("局", "厅")) else "")
        if kind:
            return kind
    return ""


@cache
def _kinds() -> dict[str, str]:
    return {organ: kind for kind, organs in groups(_TABLE).items() for organ in organs}


def _every_organ() -> str:
    return "|".join(sorted(_kinds(), key=len, reverse=True))
