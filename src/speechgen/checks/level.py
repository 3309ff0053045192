"""Words of another level or kind than the unit's: 我市 in a county's speech, 街道 in a bureau's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from speechgen.checks.bodies import body_at
from speechgen.checks.facts import Facts
from speechgen.checks.level_words import (
    HEAD,
    HEADS,
    MENTIONED,
    PRONOUN,
    RANKS,
    STAFF_AFTER,
    STAFF_BEFORE,
    STAFF_COUNT,
    STAFF_OF,
    STAFF_WORD,
    WHOLE,
    WHOSE,
)
from speechgen.checks.organs import PREFIXES, organ_of, organs_in, wrong_organs
from speechgen.checks.own import Own, own_unit
from speechgen.checks.persons import SURNAMES, namings
from speechgen.checks.rule import Draft, Finding, rule

_JUST_NOW = re.compile(r"(?:刚才，|党[组委]书记、)(?:常务)?副?$")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_NEAR = 400  # characters: longer paragraphs speak of more than one thing
_LEVELS = re.compile("(?<![城都上超])市(?!场)|县|(?<![社园小校地山片])区(?!域)|省")
_STREET = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=代表)|(?<=请))(?<![、和与及])街道办事处(?![、和与及])|(?:(?<![\u4e00-\u9fff])|代表)街道(?:办)?(?:高度重视|始终|坚持|按照|认真|严格|上下|全体|广大|领导班子|班子|机关)|(?:广大|全体)街道(?:干部|党员)"
)
_BARE_ORGAN = re.compile(
    r"(?<![\u4e00-\u9fff、）])(?:党委|党组|党工委|党总支|党支部)(?=班子|成员|书记|高度重视|始终|坚持|一班人|理论学习中心组)"
)
_NOT_ITS_OWN = "各个级该每有些两多等市县区乡镇村辖属小分"


@rule("level")
def level(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A word for another level or kind of unit.

    A speech that was made from a county's says 我县 in a bureau of the city; one from a hospital speaks of 医务人员 to a
    school; the file has 局党组, and the speech 局党委. Such words are right where the paragraph names the body of which they
    are said (青石镇…全镇), where the speaker quotes somebody, and for the places in which the unit lies (我市 in a city's
    bureau). The kind of the unit is that of its name, or of the unit in the title.

    Facts:
        unit: {name: 市水务局}
        group: {name: 市委第四督导组}
        leading_body: {name: 局党组}
    Finds:
        我县的水利工作走在前列。
        希望广大纪检干部再接再厉。
        街道党工委高度重视，全镇上下一条心。
        局党委认真履行主体责任。
    Leaves alone:
        市水务局为我市的发展作出了贡献，全局上下一条心。
        我们到了青石镇，全镇党员都参加了学习。
        各级党委要站在全局的高度。
    """
    own = own_unit(draft, facts)
    if own is None or not own.kind:
        return
    found = _Words(draft, facts, own)
    yield from sorted(
        [*found.pronouns(), *found.wholes(), *found.organs(), *found.staff(), *found.heads(), *found.streets()]
    )


class _Words:
    """The words of one speech, looked at in turn."""

    def __init__(self, draft: Draft, facts: Facts, own: Own) -> None:
        self._draft, self._text, self._facts, self._own = draft, draft.text, facts, own

    def pronouns(self) -> Iterator[Finding]:
        """我局, 贵院, 本镇, 我县."""
        for found in PRONOUN.finditer(self._text):
            word = found["word"]
            if self._is_quoted(found.start()) or not self._is_wrong(word):
                continue
            is_speaker = found["who"] in ("我", "我们", "本", "咱们", "咱") and self._is_speakers(word)
            is_below = self._is_government and self._rank(word) < self._own_rank and found["who"] != "我"
            if not is_speaker and not (is_below and self._is_mentioned(word, found)):
                yield self._finding(found.start(), found.end(), is_sure=self._is_sure(word))

    def wholes(self) -> Iterator[Finding]:
        """全局, 全校, 全镇."""
        for found in WHOLE.finditer(self._text):
            word = found["word"]
            is_staff = bool(STAFF_AFTER.match(self._text, found.end()))
            if word in ("局", "委", "厅", "村") and not is_staff:
                continue
            if self._rank(word) > self._own_rank and (word in self._evidence or not is_staff):
                continue
            if self._is_wrong(word) and not self._is_quoted(found.start()) and not self._is_mentioned(word, found):
                yield self._finding(found.start(), found.end(), is_sure=is_staff and self._is_sure(word))

    def organs(self) -> Iterator[Finding]:
        """局党委 where the file has 局党组; 镇党委 in a bureau's speech."""
        for organ, right, is_given in (
            wrong_organs(self._text, self._facts, self._own) if self._facts.leading_body else ()
        ):
            words = self._text[organ.start : organ.end]
            message = f"{words} is called {organ.whose}{right} in the unit file"
            yield Finding(
                organ.start, organ.end, message, f"write {organ.whose}{right}", severity=None if is_given else "warning"
            )
        yield from self._bare_organs()
        for organ in organs_in(self._text):
            kinds = [kind for kind, prefixes in PREFIXES.items() if organ.whose in prefixes]
            if not kinds or self._own.kind in kinds or self._text[organ.start : organ.end] in self._facts.said:
                continue
            before = self._text[organ.start - 1 : organ.start]
            is_below = any(self._rank(kind) < self._own_rank for kind in kinds if kind in RANKS) and self._is_government
            is_body = body_at(self._text, organ.start, organ.start + 1) is not None
            word = {"行": "公司", "厂": "公司", "企业": "公司"}.get(organ.whose, organ.whose)
            if (
                before in _NOT_ITS_OWN
                or is_below
                or is_body
                or self._is_quoted(organ.start)
                or self._is_governed(kinds)
            ):
                continue
            pattern = MENTIONED.get(word)
            rest = self._rest(organ.start, organ.end)
            if pattern is None or not pattern.search(rest):
                yield self._finding(organ.start, organ.end, is_sure=self._own.is_given)

    def _bare_organs(self) -> Iterator[Finding]:
        """党委书记 alone, where the file has 局党组."""
        right = organ_of(self._facts.leading_body or "")
        for found in _BARE_ORGAN.finditer(self._text) if right else ():
            if found[0] != right and found[0] not in self._facts.said and not self._is_quoted(found.start()):
                message = f"{found[0]} is called {right} in the unit file"
                yield Finding(found.start(), found.end(), message, f"write {right}", severity="warning")

    def staff(self) -> Iterator[Finding]:
        """纪检干部 at a water bureau, 教职工 at a hospital."""
        names = " ".join((*self._own.names, *self._facts.group, *self._facts.subordinates, self._speaker))
        for found in STAFF_WORD.finditer(self._text):
            each = STAFF_OF[found[0]]
            if self._own.kind in each.kinds or each.field.search(names) or self._is_quoted(found.start()):
                continue
            before = self._text[max(0, found.start() - 16) : found.start()]
            is_addressed = bool(STAFF_BEFORE.search(before)) or any(before.endswith(form) for form in self._own.forms)
            is_all = is_addressed and ("广大" in before or "全体" in before)
            is_listed = before.endswith("、") or self._text.startswith("、", found.end())
            is_alone = each.kinds and not is_listed and not each.field.search(self._rest(found.start(), found.end()))
            if is_addressed or is_alone or STAFF_COUNT.search(before):
                yield self._finding(found.start(), found.end(), is_sure=is_all and self._own.is_given)

    def heads(self) -> Iterator[Finding]:
        """镇长 in a bureau's speech: the head of a unit of another kind, where no other body is named."""
        people = tuple(person.name for person in self._facts.people if len(person.name) > 1)
        named = frozenset(naming.start for naming in namings(self._text, people))
        for found in HEAD.finditer(self._text):
            word, kinds = HEADS[found[0]]
            if self._own.kind in kinds or self._is_governed(kinds) or not self._is_alone(found.start()):
                continue
            if found[0] in self._facts.said or self._is_quoted(found.start()) or self._is_speakers(word):
                continue
            is_known = self._text.startswith(people, found.end())
            is_somebody = (
                found.end() in named or self._text.startswith("同志", found.end()) or self._is_addressed(found.start())
            )
            is_others = (
                self._is_government or not is_somebody or MENTIONED[word].search(self._rest(found.start(), found.end()))
            )
            if is_known or not is_others:
                yield self._finding(found.start(), found.end(), is_sure=is_known)

    def _is_alone(self, at: int) -> bool:
        """Whether a post's word follows no name of the body whose post it is."""
        before = self._text[max(0, at - 4) : at].removesuffix("副").removesuffix("常务")[-1:]
        return not _CHINESE.match(before) or before in "由请让和与同的是对" or self._is_addressed(at)

    def _is_addressed(self, at: int) -> bool:
        """李镇长, or 刚才，镇长."""
        before = self._text[max(0, at - 8) : at]
        is_by_surname = before[-1:] in SURNAMES and not _CHINESE.match(before[-2:-1] or "，")
        return is_by_surname or bool(_JUST_NOW.search(before))

    def streets(self) -> Iterator[Finding]:
        """街道 as the one that acts, in the speech of a unit that is none."""
        if self._own.kind in ("街道", "社区") or self._is_government and self._own_rank > 1:
            return
        for found in _STREET.finditer(self._text) if "街道" in self._text else ():
            if not self._is_quoted(found.start()) and not MENTIONED["街道"].search(
                self._rest(found.start(), found.end())
            ):
                yield self._finding(found.start(), found.end(), is_sure=False)

    def _finding(self, start: int, end: int, *, is_sure: bool) -> Finding:
        message = f"{self._text[start:end]} does not go with {self._own.name}, which is {_A[self._own.kind]}"
        mend = "write the word for this unit, or name the body that is meant"
        return Finding(start, end, message, mend, severity=None if is_sure else "warning")

    def _is_wrong(self, word: str) -> bool:
        """Whether 我局, 全局 and the like can be said of neither the unit nor the places in which it lies."""
        kind = self._own.kind
        if word in WHOSE:
            return kind not in WHOSE[word] and word not in self._whole
        if word == kind or word in self._whole or self._own_rank < 0 or (word == "区" and kind == "园区"):
            return False
        rank = RANKS[word]
        if rank <= self._own_rank:
            return word not in (self._own.level, kind)
        if word == "市":
            return "市" not in self._evidence or (self._is_government and kind in ("县", "区", "镇", "乡"))
        return word in "县区" and word not in self._evidence and bool({"县", "区"} & self._evidence)

    def _is_sure(self, word: str) -> bool:
        """Whether the file leaves no doubt: a city's group that speaks to a county may say 我市."""
        return self._own.is_given and not (word in self._evidence and self._rank(word) > self._own_rank)

    def _rank(self, word: str) -> int:
        return RANKS.get(word, -1)

    def _is_speakers(self, word: str) -> bool:
        """Whether 我局 may be the speaker's own: the head of another bureau speaks."""
        return bool(re.search(f"[^省市县区]{word}" if word == "委" else word, self._speaker))

    def _is_mentioned(self, word: str, found: re.Match[str]) -> bool:
        above = self._draft.passages[max(0, self._draft.number(found.start()) - 1)].text[-_NEAR:]
        return bool(MENTIONED[word].search(f"{above}\n{self._rest(found.start(), found.end())}"))

    def _is_governed(self, kinds: list[str] | tuple[str, ...]) -> bool:
        """Whether units of these kinds are what the unit is for: schools for an education bureau."""
        name = self._own.name
        return any(
            (kind in ("学校", "大学") and re.search("教育|教体|教科|组织部", name))
            or (kind == "医院" and re.search("卫生|卫健|卫计|医", name))
            or (kind == "企业" and re.search("国资|国有资产|工商联|商务|工信", name))
            or (kind in ("法院", "检察院") and "政法" in name)
            for kind in kinds
        )

    def _rest(self, start: int, end: int) -> str:
        """The paragraph around these characters, without them."""
        passage = self._draft.passage(start)
        before = self._text[max(passage.start, start - _NEAR) : start]
        return f"{before}\n{self._text[end : min(passage.end, end + _NEAR)]}"

    def _is_quoted(self, at: int) -> bool:
        """Whether somebody else's words stand here, or a title of a document."""
        before = self._text[max(self._draft.passage(at).start, at - _NEAR) : at]
        return before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")

    @cached_property
    def _is_government(self) -> bool:
        return self._own.kind in ("省", "市", "县", "区", "镇", "乡", "街道")

    @cached_property
    def _own_rank(self) -> int:
        """How large the place is that the unit governs, or for which it works; below 0 where it is not known."""
        return RANKS.get(self._own.kind, RANKS.get(self._own.level, -1))

    @cached_property
    def _whole(self) -> str:
        return next((given.words for given in self._facts.texts if given.path == "unit.whole"), "")

    @cached_property
    def _speaker(self) -> str:
        """The line with the author and the group: whose words 我局 may be."""
        heads = [passage.text for passage in self._draft.passages[:8] if passage.kind == "author"]
        return " ".join((*heads, *self._facts.group))

    @cached_property
    def _evidence(self) -> frozenset[str]:
        """The levels of places that the files, or the lines above the speech, name."""
        names = (*self._own.names, self._speaker, self._facts.leading_body or "", *self._facts.mentions)
        return frozenset(_LEVELS.findall(" ".join(names)))


_A = {
    "局": "a bureau",
    "厅": "a department of a province",
    "委": "a committee",
    "镇": "a town",
    "乡": "a township",
    "街道": "a subdistrict",
    "社区": "a community",
    "村": "a village",
    "县": "a county",
    "区": "a district",
    "市": "a city",
    "医院": "a hospital",
    "法院": "a court",
    "检察院": "a procuratorate",
    "学校": "a school",
    "大学": "a college",
    "企业": "a company",
    "园区": "a development zone",
    "团体": "an association",
    "院": "an institute",
}
