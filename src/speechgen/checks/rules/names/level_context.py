"""The unit and the surroundings of a word, to decide whether 我局 or 全镇 can refer to something in the speech."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.level_words import GOVERNMENTS, KINDS_OF_WORD, MENTION_PATTERNS, RANKS
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups

_NEAR = 400  # characters; a longer paragraph covers more than one subject
_CLOSE = 60  # characters
_LEVELS = lazily("(?<![城都上超])市(?!场)|县|(?<![社园小校地山片])区(?!域)|省")
# Kinds of units, and words in the name of a department that is responsible for them.
_GOVERNS = (
    (("学校", "大学"), ("教育", "教体", "教科", "组织部")),
    (("医院",), ("卫生", "卫健", "卫计", "医")),
    (("企业",), ("国资", "国有资产", "工商联", "商务", "工信")),
    (("法院", "检察院"), ("政法",)),
)


class LevelContext:
    """One speech and its unit, with the questions that the rule asks about a word."""

    def __init__(self, draft: Draft, facts: Facts, own: OwnUnit) -> None:
        self.text, self.facts, self.own = draft.text, facts, own
        self._draft = draft
        self._anywhere: dict[str, bool] = {}

    def does_not_fit(self, word: str) -> bool:
        """Whether the word in 我局, 全局 fits neither the unit nor a place that it is in."""
        kind = self.own.kind
        kinds = groups(KINDS_OF_WORD)
        if word in kinds:
            is_college = kind != "大学" or word != "院" or any("院" in name for name in self.own.names)
            is_fitting = (kind in kinds[word] and is_college) or self._is_of_superior(word)
            return not is_fitting and word not in self._whole
        if word == "区" and any("自治区" in name for name in self.own.names):
            return False
        if word == kind or word in self._whole or self.own_rank < 0 or (word == "区" and kind == "园区"):
            return False
        if RANKS[word] <= self.own_rank:
            return word not in (self.own.level, kind)
        if word == "市":
            return not self.is_known_level(word) or (self.is_government and kind != "街道")
        return (
            word in ("县", "区")
            and not self.is_known_level(word)
            and (self.is_known_level("县") or self.is_known_level("区"))
        )

    def _is_of_superior(self, word: str) -> bool:
        """Whether the unit's name begins with that of another: 院 in 科学院生物研究所."""
        return self.own.kind in ("所", "馆", "中心") and any(word in name[:-2] for name in self.own.names)

    def is_certain(self, word: str) -> bool:
        """Whether the unit file leaves no doubt. A city's group may say 我市 in a county, as may its hospital."""
        if word == "院" and self.own.kind == "大学":
            return False  # a college of the university may speak
        is_larger = RANKS.get(word, -1) > self.own_rank
        return self.own.is_given and not (is_larger and (self.is_known_level(word) or not self.is_government))

    def is_smaller_place(self, word: str) -> bool:
        """Whether the word is for a smaller place than the one that this unit governs."""
        return (self.is_government or self.own.kind == "部门") and word in RANKS and RANKS[word] < self.own_rank

    def is_larger_place(self, word: str) -> bool:
        """Whether the word is for a larger place than the unit's."""
        return RANKS.get(word, -1) > self.own_rank

    def is_known_level(self, word: str) -> bool:
        """Whether the unit file, the title or the author's line has a place of this level."""
        return word in self._known_levels

    def is_responsible_for(self, kinds: Collection[str]) -> bool:
        """Whether the unit is responsible for units of these kinds, as an education bureau is for schools."""
        fields = [fields for governed, fields in _GOVERNS if any(kind in governed for kind in kinds)]
        return any(words in self.own.name for each in fields for words in each)

    def may_be_speakers(self, word: str) -> bool:
        """Whether 我局 may be the speaker's own bureau: the group's, unless the speaker is the unit's head."""
        if self._is_heads and word not in self._author:
            return False
        return word in groups(KINDS_OF_WORD) and bool(
            re.search(f"[^省市县区]{word}" if word == "委" else word, self.speaker)
        )

    def begins_name(self, start: int, end: int) -> bool:
        """Whether a longer name of the unit file begins at `start`: 市委第四督导组 in 我们市委第四督导组."""
        return any(each.start == start and each.end > end for each in self.facts.names.around(self.text, start, end))

    def is_mentioned_nearby(self, word: str, start: int, end: int) -> bool:
        """Whether this paragraph or the one above names an organisation that the word may refer to."""
        above = self._draft.passages[max(0, self._draft.number(start) - 1)].text[-_NEAR:]
        return word in MENTION_PATTERNS and bool(
            re.search(MENTION_PATTERNS[word], f"{above}\n{self.surroundings(start, end)}")
        )

    def is_mentioned_close_by(self, word: str, start: int, end: int) -> bool:
        """Whether an organisation that the word may refer to is within 60 characters."""
        passage = self._draft.passage(start)
        before = self.text[max(passage.start, start - _CLOSE) : start]
        after = self.text[end : min(passage.end, end + _CLOSE)]
        return word in MENTION_PATTERNS and bool(re.search(MENTION_PATTERNS[word], f"{before}\n{after}"))

    def is_mentioned_anywhere(self, word: str) -> bool:
        """Whether the speech names an organisation that the word may refer to."""
        if word not in self._anywhere:
            self._anywhere[word] = word in MENTION_PATTERNS and bool(re.search(MENTION_PATTERNS[word], self.text))
        return self._anywhere[word]

    def surroundings(self, start: int, end: int) -> str:
        """The paragraph around these characters, without them."""
        passage = self._draft.passage(start)
        before = self.text[max(passage.start, start - _NEAR) : start]
        return f"{before}\n{self.text[end : min(passage.end, end + _NEAR)]}"

    def is_quoted(self, at: int) -> bool:
        """Whether this place is inside quotation marks or the title of a document."""
        before = self.text[max(self._draft.passage(at).start, at - _NEAR) : at]
        return before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")

    def is_addressee(self, at: int) -> bool:
        """Whether a notice is addressed to these: 各街道，各区直单位：."""
        return self._draft.passage(at).kind == "salutation"

    @cached_property
    def title(self) -> str:
        """The title, without the words after the meeting: 在全县教育工作会议 of 在全县教育工作会议上的讲话."""
        titles = (passage.text for passage in self._draft.passages[:6] if passage.kind == "title")
        return re.sub("(?:上的|的)?(?:讲话|发言|主持词|致辞|总结|报告).*", "", "\n".join(titles))

    @cached_property
    def is_government(self) -> bool:
        """Whether the unit governs a place."""
        return self.own.kind in (*GOVERNMENTS, "街道")

    @cached_property
    def own_rank(self) -> int:
        """The rank of the place that the unit governs or works for, as in `RANKS`; -1 if unknown."""
        return RANKS.get(self.own.kind, RANKS.get(self.own.level, -1))

    @cached_property
    def _author(self) -> str:
        return " ".join(passage.text for passage in self._draft.passages[:8] if passage.kind == "author")

    @cached_property
    def _is_heads(self) -> bool:
        """Whether the author's line names the unit or its head."""
        heads = (person.name for person in self.facts.people if person.path == "unit.head")
        line = re.sub("[ \u3000]", "", self._author)
        return any(name in line for name in (*self.own.names, *heads))

    @cached_property
    def speaker(self) -> str:
        """The author's line and the names of the group: the speaker, whom 我局 may refer to."""
        return " ".join((self._author, *self.facts.group))

    @cached_property
    def _whole(self) -> str:
        return next((given.words for given in self.facts.texts if given.path == "unit.whole"), "")

    @cached_property
    def _known_levels(self) -> frozenset[str]:
        names = (*self.own.names, self.speaker, self.facts.leading_body or "", *self.facts.mentions)
        return frozenset(_LEVELS.findall(" ".join(names)))
