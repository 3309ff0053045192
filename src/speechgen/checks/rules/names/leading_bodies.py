"""The leading Party body of a unit, 局党组 or 镇党委, and the names by which a speech calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rules.names.organisations import organisations
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.names.words_before_names import ends_in_common_word
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, groups, word_set

_PREFIXES = "names/leading_body_prefixes"
_FORM = lazily("党工委|党总支|党支部|党组(?!织)|党委(?!（党组）)")
# A leading body without its unit: 党委书记, 党委的汇报. Not 党委（党组）, 各级党委, 党委政府.
_BARE = lazily("党(?:委|组|工委|总支|支部)(?=的(?!领导)|班子|成员|书记|高度重视|始终|坚持|一班人|理论学习中心组)")
_CHINESE = lazily("[\u4e00-\u9fff]")
_MAY_PRECEDE = frozenset(
    "我本们各级全两步年度月天次会里上下贵你分才也都就还但而又并则只仍应须已要若如除靠凭经供受报"
)  # 我们局党组, 下一步局党组, 2018年度局党组
_FORMS, _BARE_FORMS = PatternWithinSentence(_FORM, ["党"]), PatternWithinSentence(_BARE, ["党"])
_JOINED = lazily("[\u4e00-\u9fff、）]")


class LeadingBody(NamedTuple):
    """A leading body in a text at `start:end`: the owner of 局党组 is 局, its form 党组."""

    start: int
    end: int
    owner: str
    form: str


def leading_body_form(name: str) -> str:
    """党组 of 局党组, or an empty string."""
    found = _FORM.search(name)
    return found[0] if found else ""


@lru_cache(maxsize=8)
def leading_bodies(text: str) -> tuple[LeadingBody, ...]:
    """Every 党组, 党委, 党支部 with an owner before it: a kind of unit, as in 局党组, or a name."""
    named = {organisation.end: organisation for organisation in organisations(text)}
    found_bodies = []
    for found in _FORMS.finditer(text):
        at = found.start()
        if at in named and not is_in_title(text, at):
            found_bodies.append(LeadingBody(named[at].start, found.end(), named[at].name, found[0]))
            continue
        prefix = next((words for size in (3, 2, 1) if (words := text[max(0, at - size) : at]) in _every_prefix()), "")
        if prefix and _begins_word(text, at - len(prefix), at) and not is_in_title(text, at):
            found_bodies.append(LeadingBody(at - len(prefix), found.end(), prefix, found[0]))
    return tuple(found_bodies)


def is_in_title(text: str, at: int) -> bool:
    """Whether a place is in the title of a document: 《映山中学党支部考核办法》."""
    line = text.rfind("\n", 0, at) + 1
    return text.rfind("《", line, at) > text.rfind("》", line, at)


def _begins_word(text: str, at: int, end: int) -> bool:
    """Whether no longer name ends here, as before 院党总支 in 文学院党总支, and no verb, as in 履行党组责任."""
    before = text[max(0, at - 1) : at]
    known = character_groups("names/characters_of_organisations")
    if (
        ends_in_common_word(text, end)
        or text.startswith("研究院", at - 2)
        or text[max(0, at - 2) : at] in word_set("names/sectors")
    ):
        return False
    return (
        not _CHINESE.match(before)
        or before in known["name_may_follow"]
        or before in _MAY_PRECEDE
        or ends_in_common_word(text, at)
        or text.startswith(("镇", "乡", "街道", "社区", "村"), at)
    )


def leading_body_prefixes(kind: str) -> tuple[str, ...]:
    """What comes before 党组, 党委 in the leading body of this kind of unit: 局 in 局党组, 集团 in 集团党委."""
    return groups(_PREFIXES).get(kind, ())


def kinds_with_leading_body(owner: str) -> list[str]:
    """The kinds of units whose leading body begins with these words: 法院 and 院 among others for 院 in 院党组."""
    return [kind for kind, prefixes in groups(_PREFIXES).items() if owner in prefixes]


@cache
def _every_prefix() -> frozenset[str]:
    return frozenset(prefix for prefixes in groups(_PREFIXES).values() for prefix in prefixes)


def wrong_bare_leading_bodies(text: str, facts: Facts) -> Iterator[tuple[int, int, str]]:
    """党委书记 alone, if the unit file has 局党组 or 党组: its start and end, and the correct form."""
    right = leading_body_form(facts.leading_body or "")
    for found in _BARE_FORMS.finditer(text) if right else ():
        if is_in_title(text, found.start()):
            continue
        before = text[max(0, found.start() - 1) : found.start()]
        is_bare = not _JOINED.match(before) or before in "了由请让"
        if is_bare and found[0] != right and found[0] not in facts.all_text:
            yield found.start(), found.end(), right


def wrong_leading_bodies(text: str, facts: Facts, own: OwnUnit) -> Iterator[tuple[LeadingBody, str, bool]]:
    """The unit's own leading body with another form; the correct form; whether that is from the unit file.

    Without a unit file, the form that the speech uses at least three times as often as others is correct.
    """
    own_prefixes = leading_body_prefixes(own.kind)
    found = {each.end: each for each in (*_after_name(text, own), *leading_bodies(text))}
    own_bodies = [each for _, each in sorted(found.items()) if _is_own(text, each, own, own_prefixes)]
    right = leading_body_form(facts.leading_body or "")
    is_given = bool(right)
    if not right:
        counts = Counter(leading_body.form for leading_body in own_bodies).most_common(2)
        if len(counts) < 2 or counts[0][1] < 3 * counts[1][1]:
            return
        right = counts[0][0]
    for leading_body in own_bodies:
        if (right, leading_body.form) in (("党委", "党支部"), ("党工委", "党支部"), ("党总支", "党支部")):
            continue  # a committee has branches
        words = text[leading_body.start : leading_body.end]
        if leading_body.form != right and words not in facts.all_text:
            yield leading_body, right, is_given


def _after_name(text: str, own: OwnUnit) -> Iterator[LeadingBody]:
    """Leading bodies after a name of the unit, also one that cannot be recognised: 青禾里小学党支部."""
    for name in own.names:
        at = text.find(name)
        while at >= 0:
            found = _FORM.match(text, at + len(name))
            # An office has both: a 机关党组 that leads it, and a 机关党委 for its branches.
            is_unclear = name.endswith("机关") and not (found and text.startswith(("班子", "领导班子"), found.end()))
            if found and not is_unclear and not is_in_title(text, at):
                yield LeadingBody(at, found.end(), name, found[0])
            at = text.find(name, at + 1)


def _is_own(text: str, leading_body: LeadingBody, own: OwnUnit, prefixes: tuple[str, ...]) -> bool:
    """Whether 局 in 局党组 is this unit. In a city's bureau, 县局党组 belongs to another one."""
    if leading_body.owner not in prefixes:
        return own.is_called(leading_body.owner)
    before = text[leading_body.start - 1 : leading_body.start]
    return before not in ("省", "市", "县", "区", "分", "各", "总", "支", "科", "两", "子", "下") or before == own.level
