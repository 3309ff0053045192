"""What a speech is about and where a word of it stands: whether 我局 and 全镇 can be said of anybody there."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.level_words import GOVERNMENTS, MENTIONED, RANKS, WHOSE
from speechgen.checks.rules.names.own import Own
from speechgen.checks.rules.patterns import lazily

_NEAR = 400  # characters: longer paragraphs speak of more than one thing
_BESIDE = 60
_LEVELS = lazily("(?<![城都上超])市(?!场)|县|(?<![社园小校地山片])区(?!域)|省")
# Units of these kinds are what a bureau is for, by what its name says.
_GOVERNS = (
    (("学校", "大学"), ("教育", "教体", "教科", "组织部")),
    (("医院",), ("卫生", "卫健", "卫计", "医")),
    (("企业",), ("国资", "国有资产", "工商联", "商务", "工信")),
    (("法院", "检察院"), ("政法",)),
)


class Setting:
    """One speech, with its unit, and the questions that are asked of its words."""

    def __init__(self, draft: Draft, facts: Facts, own: Own) -> None:
        self.text, self.facts, self.own = draft.text, facts, own
        self._draft = draft
        self._anywhere: dict[str, bool] = {}

    def is_wrong(self, word: str) -> bool:
        """Whether 我局, 全局 and the like can be said of neither the unit nor the places in which it lies."""
        kind = self.own.kind
        if word in WHOSE:
            return kind not in WHOSE[word] and word not in self._whole
        if word == kind or word in self._whole or self.own_rank < 0 or (word == "区" and kind == "园区"):
            return False
        if RANKS[word] <= self.own_rank:
            return word not in (self.own.level, kind)
        if word == "市":
            return not self.is_evident(word) or (self.is_government and kind != "街道")
        return word in ("县", "区") and not self.is_evident(word) and (self.is_evident("县") or self.is_evident("区"))

    def is_sure(self, word: str) -> bool:
        """Whether the file leaves no doubt: a city's group may say 我市 to a county, and so may a county's hospital."""
        is_larger = RANKS.get(word, -1) > self.own_rank
        return self.own.is_given and not (is_larger and (self.is_evident(word) or not self.is_government))

    def is_smaller(self, word: str) -> bool:
        """Whether a word is for places that are part of the one that this unit governs."""
        return self.is_government and word in RANKS and RANKS[word] < self.own_rank

    def is_larger(self, word: str) -> bool:
        """Whether a word is for a larger place than the unit's own."""
        return RANKS.get(word, -1) > self.own_rank

    def is_evident(self, word: str) -> bool:
        """Whether the files, or the lines above the speech, name a place of this level."""
        return word in self._evidence

    def is_governed(self, kinds: Collection[str]) -> bool:
        """Whether units of these kinds are what the unit is for: schools for an education bureau."""
        fields = [fields for governed, fields in _GOVERNS if any(kind in governed for kind in kinds)]
        return any(words in self.own.name for each in fields for words in each)

    def is_speakers(self, word: str) -> bool:
        """Whether 我局 may be the speaker's own: the head of another bureau speaks."""
        return word in WHOSE and bool(re.search(f"[^省市县区]{word}" if word == "委" else word, self.speaker))

    def is_near(self, word: str, start: int, end: int) -> bool:
        """Whether the paragraph, or the one above, names a body of which the word may be said."""
        above = self._draft.passages[max(0, self._draft.number(start) - 1)].text[-_NEAR:]
        return word in MENTIONED and bool(re.search(MENTIONED[word], f"{above}\n{self.rest(start, end)}"))

    def is_beside(self, word: str, start: int, end: int) -> bool:
        """Whether such a body is named in the sentence, or next to it."""
        passage = self._draft.passage(start)
        before = self.text[max(passage.start, start - _BESIDE) : start]
        after = self.text[end : min(passage.end, end + _BESIDE)]
        return word in MENTIONED and bool(re.search(MENTIONED[word], f"{before}\n{after}"))

    def is_anywhere(self, word: str) -> bool:
        """Whether the speech names such a body at all."""
        if word not in self._anywhere:
            self._anywhere[word] = word in MENTIONED and bool(re.search(MENTIONED[word], self.text))
        return self._anywhere[word]

    def rest(self, start: int, end: int) -> str:
        """The paragraph around these characters, without them."""
        passage = self._draft.passage(start)
        before = self.text[max(passage.start, start - _NEAR) : start]
        return f"{before}\n{self.text[end : min(passage.end, end + _NEAR)]}"

    def is_quoted(self, at: int) -> bool:
        """Whether somebody else's words stand here, or a title of a document."""
        before = self.text[max(self._draft.passage(at).start, at - _NEAR) : at]
        return before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")

    @cached_property
    def is_government(self) -> bool:
        """Whether the unit governs a place."""
        return self.own.kind in (*GOVERNMENTS, "街道")

    @cached_property
    def own_rank(self) -> int:
        """How large the place is that the unit governs, or for which it works; below 0 where it is not known."""
        return RANKS.get(self.own.kind, RANKS.get(self.own.level, -1))

    @cached_property
    def speaker(self) -> str:
        """The author's line and the group: whose words 我局 may be."""
        lines = [passage.text for passage in self._draft.passages[:8] if passage.kind == "author"]
        return " ".join((*lines, *self.facts.group))

    @cached_property
    def _whole(self) -> str:
        return next((given.words for given in self.facts.texts if given.path == "unit.whole"), "")

    @cached_property
    def _evidence(self) -> frozenset[str]:
        names = (*self.own.names, self.speaker, self.facts.leading_body or "", *self.facts.mentions)
        return frozenset(_LEVELS.findall(" ".join(names)))
