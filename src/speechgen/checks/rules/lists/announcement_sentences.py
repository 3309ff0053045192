"""Whether a number in a sentence before a list announces the list, or counts something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.checks.rules.lists.number_phrases import NUMBER, NumberPhrase, number_of
from speechgen.checks.rules.lists.numbered_list import NumberedList
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups

_MAX_REMARK = 15  # characters of a remark, as in 四个方面，需要引起重视。
_SUMMED_UP = lazily("(?:概括|归纳|总结|归结|梳理|合|总)(?:起来|下来)[，,]?(?:就|主要|大致|大体)?[是为有]$")
# 三个方面、九种表现: the smaller number is that of the list, the larger that of all items in it.
_DIVIDED = lazily(f"({NUMBER})[^、]{{1,6}}、({NUMBER})[条个项种点类处]?[^、]{{1,6}}")
_MAX_KNOWN_REMARK = 24  # of a remark that begins with a word of `remarks`: 提三点建议，供各位领导和同志们参考。


class Lead(NamedTuple):
    """A sentence before a list, split at a number phrase.

    `before` is the text before the phrase, and `clause` the part of it in the same clause. `own` is the rest of that
    clause from the number on, `mark` the punctuation after it, and `remark` the rest of the sentence. `nearness`: the
    sentence leads to the list with a `colon` or a `comma`, is the one right before it (`next`), or is `far`.
    """

    phrase: NumberPhrase
    before: str
    clause: str
    own: str
    mark: str
    remark: str
    nearness: str

    @property
    def leads_with_colon(self) -> bool:
        """Whether only a colon is between the phrase and the list: 有四个方面：一是"""
        return self.nearness == "colon" and not self.remark

    @property
    def ends_clause(self) -> bool:
        """Whether the clause ends with the phrase: 有四个方面的特点, not 四个方面都好."""
        return self.own.endswith(self.phrase.measure + self.phrase.noun)

    @property
    def is_in_series(self) -> bool:
        """Whether the phrase is one of several: 一个目标、两个抓手、三项重点"""
        return self.before.endswith("、") or ("、" in self.own and not self._is_divided)

    @property
    def _is_divided(self) -> bool:
        """Whether the number after it is of all items inside the items: 三个方面、九种表现."""
        found = _DIVIDED.fullmatch(self.own)
        is_larger = found is not None and number_of(found[1]) < number_of(found[2])
        return is_larger and bool(_SUMMED_UP.search(self.before))

    @property
    def follows_speaking_verb(self) -> bool:
        """Whether the phrase follows a verb of speaking: 王书记讲了六点"""
        clause = self.clause
        while not clause.endswith(_words("speaking_verbs")) and (
            between := next(filter(clause.endswith, _words("after_speaking_verbs")), "")
        ):
            clause = clause.removesuffix(between)
        return clause.endswith(_words("speaking_verbs"))

    @property
    def is_by_speaker(self) -> bool:
        """Whether the speaker is the subject of that verb: 我提三点建议, not 王书记提三点建议."""
        last = max(
            self.before.rfind(words_for_self) + len(words_for_self) * (words_for_self in self.before)
            for words_for_self in _words("self")
        )
        return self.follows_speaking_verb and last >= 0 and not _has(self.before[last:], "leaders", "others")


def lead_of(text: str, start: int, end: int, phrase: NumberPhrase, nearness: str) -> Lead:
    """Split the sentence `text[start:end]` at a number phrase."""
    before, after = text[start : phrase.start], text[phrase.start : end].strip().rstrip("：:，,—")
    own, mark, remark = [*re.split("([，,：:—])", after, maxsplit=1), "", ""][:3]
    return Lead(phrase, before, re.split("[，,：:]", before)[-1], own, mark, remark, nearness)


def announces(lead: Lead, list_: NumberedList) -> bool:
    """Whether the number phrase announces the list."""
    first = list_.first
    has_measure = first.has_measure_word or first.is_one_of_several
    if lead.nearness == "far" or lead.is_by_speaker:
        return lead.is_by_speaker and (
            lead.nearness == "far" or has_measure or not (_is_part_or_repeated(lead) or _is_counted(lead))
        )
    if not has_measure and (
        _is_part_or_repeated(lead) or _is_counted(lead) or lead.is_in_series or _is_selection(lead, list_)
    ):
        return False
    if lead.leads_with_colon:
        return True
    if first.level == 1 and list_.is_block:
        return _is_plan(lead)
    if first.is_one_of_several and lead.phrase.noun.startswith("是"):  # 两条是关于作风的，一条是关于学习的
        return False
    has = has_measure or lead.clause[-1:] in _words("verbs_before_number")
    return has and _is_remark(lead) if lead.remark else _is_object(lead) and (lead.ends_clause or has)


def _is_part_or_repeated(lead: Lead) -> bool:
    """Whether the number is a part, or of things named before: 其中两个, 这四项."""
    return not lead.leads_with_colon and lead.clause.removesuffix("的").endswith(_words("parts"))


def _is_counted(lead: Lead) -> bool:
    """Whether the number counts things, such as three villages or 12 defects, and announces no list."""
    phrase = lead.phrase
    is_thing = is_countable_thing(phrase.noun) or phrase.measure not in "".join(_words("general_measures"))
    if is_thing and not (lead.leads_with_colon and lead.ends_clause):
        return True
    is_of_things = _has(lead.clause, "figure_verbs") and not phrase.noun.startswith("方面")  # 查摆的问题有3个方面
    is_figure = lead.own[:1].isdigit() and (phrase.number > 10 or is_of_things)
    return is_figure and not lead.is_by_speaker and lead.nearness != "colon"


def _is_selection(lead: Lead, list_: NumberedList) -> bool:
    """Whether only some of many things that were done are listed: 制定了十二条措施。A mistake is at most 2 off."""
    return lead.clause.endswith("了") and lead.phrase.number > len(list_.items) + 2


def _is_plan(lead: Lead) -> bool:
    """Whether the number is that of the speech's own sections: 分三个部分, 谈两个方面, 概括起来是三句话."""
    is_sum = bool(_SUMMED_UP.search(lead.before)) and (not lead.remark or _is_remark(lead))
    return (
        is_sum
        or lead.clause.endswith(_words("before_section_counts"))
        or (lead.follows_speaking_verb and not _has(lead.before, "leaders", "others"))
    )


def _is_object(lead: Lead) -> bool:
    """Whether the phrase is the object of the sentence: not 十个方面的工作都好, 他讲的六点经验, 请王书记讲三点."""
    is_asked = lead.follows_speaking_verb and not lead.is_by_speaker and _has(lead.clause.partition("请")[2], "leaders")
    return not is_asked and not lead.clause.endswith("的") and not _has(lead.own[2:_MAX_REMARK], "all_of_them")


def _is_remark(lead: Lead) -> bool:
    """Whether the rest of the sentence is only a remark, so that the list follows: 提三点建议，供参考。"""
    if introduces_selection(lead.remark):  # 有八个问题，主要是：
        return lead.remark.startswith("其中") and lead.remark[2:3] in tuple("一两三四五六七八九十")
    if lead.mark in "：:":  # 有三个导向：问题导向、目标导向、结果导向。
        return False
    is_short = lead.ends_clause and len(lead.remark) < _MAX_REMARK
    return is_short or (len(lead.remark) < _MAX_KNOWN_REMARK and lead.remark.startswith(_words("remarks")))


def introduces_selection(text: str) -> bool:
    """Whether only some of the counted things are listed: 主要是, 其中."""
    return _has(text, "selections")


def is_countable_thing(noun: str) -> bool:
    """Whether the noun after a number means countable things: 乡镇, 村, not 方面."""
    begins = noun.partition("的")[0][:5]
    is_place = any(
        noun[at] in _words("places") and noun[at + 1 : at + 2] in ("", *"的都各已级") for at in range(min(4, len(noun)))
    )
    return is_place or noun.startswith(_words("times_and_numbers")) or _has(begins, "things")


def _has(text: str, *groups_of_words: str) -> bool:
    return any(word in text for group in groups_of_words for word in _words(group))


def _words(group: str) -> tuple[str, ...]:
    return groups("lists/announcement_words")[group]
