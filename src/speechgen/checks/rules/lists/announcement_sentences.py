"""A sentence before a list: whether a number in it announces the list, or counts something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.checks.rules.lists import announcement_words as words
from speechgen.checks.rules.lists.number_phrases import NumberPhrase
from speechgen.checks.rules.lists.numbered_list import NumberedList

_SHORT = 15  # characters of a remark: 四个方面，需要引起重视。
_LONG = 24  # of one that begins with words of remarks: 提三点建议，供各位领导和同志们参考。


class Lead(NamedTuple):
    """A sentence before a list, seen from one phrase in it.

    `before` is its beginning, and `clause` what of it stands in the phrase's own clause; `own` is the clause from the
    number on, and `remark` what comes after the mark that ends it. `nearness`: the sentence ends with a `colon` before
    the list or with a `comma`, is the `next` one before it, or is `far`.
    """

    phrase: NumberPhrase
    before: str
    clause: str
    own: str
    mark: str
    remark: str
    nearness: str

    @property
    def is_right_before(self) -> bool:
        """有四个方面：一是"""
        return self.nearness == "colon" and not self.remark

    @property
    def is_bare(self) -> bool:
        """Whether no predicate follows the phrase: 有四个方面的特点, not 四个方面都好."""
        return self.own.endswith(self.phrase.measure + self.phrase.noun)

    @property
    def is_in_row(self) -> bool:
        """一个目标、两个抓手、三项重点"""
        return self.before.endswith("、") or "、" in self.own

    @property
    def is_said(self) -> bool:
        """王书记讲了六点"""
        clause = self.clause
        while not clause.endswith(words.SAYS) and (between := next(filter(clause.endswith, words.AFTER_SAYS), "")):
            clause = clause.removesuffix(between)
        return clause.endswith(words.SAYS)

    @property
    def is_ours(self) -> bool:
        """Whether it is the speaker who says the number: 我提三点建议, not 王书记提三点建议."""
        last = max(self.before.rfind(self_) + len(self_) * (self_ in self.before) for self_ in words.SELF)
        return self.is_said and last >= 0 and not _has(self.before[last:], words.OTHERS)


def lead_of(text: str, start: int, end: int, phrase: NumberPhrase, nearness: str) -> Lead:
    """The sentence from `start` to `end`, seen from one phrase in it."""
    before, after = text[start : phrase.start], text[phrase.start : end].strip().rstrip("：:，,—")
    own, mark, remark = [*re.split("([，,：:—])", after, maxsplit=1), "", ""][:3]
    return Lead(phrase, before, re.split("[，,：:]", before)[-1], own, mark, remark, nearness)


def announces(lead: Lead, list_: NumberedList) -> bool:
    """Whether the phrase announces the list."""
    first = list_.first
    says_measure = first.has_measure_word or first.is_one_of_several
    if lead.nearness == "far" or lead.is_ours:
        return lead.is_ours and (lead.nearness == "far" or says_measure or not (_is_part(lead) or _is_counted(lead)))
    if not says_measure and (_is_part(lead) or _is_counted(lead) or lead.is_in_row or _is_selection(lead, list_)):
        return False
    if lead.is_right_before:
        return True
    if first.level == 1 and list_.is_block:
        return _is_plan(lead)
    if first.is_one_of_several and lead.phrase.noun.startswith("是"):  # 两条是关于作风的，一条是关于学习的
        return False
    has = says_measure or lead.clause[-1:] in words.HAS
    return has and _is_remark(lead) if lead.remark else _is_object(lead) and (lead.is_bare or has)


def _is_part(lead: Lead) -> bool:
    """其中两个, 这四项: some of what was told, or what was reported."""
    return not lead.is_right_before and lead.clause.removesuffix("的").endswith(words.PARTS)


def _is_counted(lead: Lead) -> bool:
    """Whether things are counted, three villages or 12 defects, and no list is announced."""
    phrase = lead.phrase
    is_thing = is_countable_thing(phrase.noun) or phrase.measure not in words.GENERIC
    if is_thing and not (lead.is_right_before and lead.is_bare):
        return True
    is_figure = lead.own[:1].isdigit() and (phrase.number > 10 or _has(lead.clause, words.FOUND))
    return is_figure and not lead.is_ours and lead.nearness != "colon"


def _is_selection(lead: Lead, list_: NumberedList) -> bool:
    """制定了十二条措施。一是…，二是…: what was done, of which some is reported. A slip is of one or two."""
    return lead.clause.endswith("了") and lead.phrase.number > len(list_.items) + 2


def _is_plan(lead: Lead) -> bool:
    """Whether a speech says of itself how many sections it has: 分三个部分, 谈两个方面, 围绕三个数字."""
    return lead.clause.endswith(words.PLANS) or (lead.is_said and not _has(lead.before, words.OTHERS))


def _is_object(lead: Lead) -> bool:
    """Whether the sentence is of the phrase: not 十个方面的工作都好, 他讲的六点经验, 请王书记讲三点."""
    is_asked = lead.is_said and not lead.is_ours and _has(lead.clause.partition("请")[2], words.LEADERS)
    return not is_asked and not lead.clause.endswith("的") and not _has(lead.own[2:_SHORT], words.ALL)


def _is_remark(lead: Lead) -> bool:
    """Whether what follows the phrase's clause leaves the list to come: 提三点建议，供参考。"""
    if introduces_selection(lead.remark):  # 有八个问题，主要是：
        return lead.remark.startswith("其中") and lead.remark[2:3] in tuple("一两三四五六七八九十")
    if lead.mark in "：:":  # 有三个导向：问题导向、目标导向、结果导向。
        return False
    is_short = lead.is_bare and len(lead.remark) < _SHORT
    return is_short or (len(lead.remark) < _LONG and lead.remark.startswith(words.REMARKS))


def introduces_selection(text: str) -> bool:
    """主要是, 其中: only some of what was counted is reported."""
    return _has(text, words.SELECTS)


def is_countable_thing(noun: str) -> bool:
    """Whether the noun after a number is of things that are counted: 乡镇, 村, not 方面."""
    begins = noun.partition("的")[0][:5]
    is_place = any(
        noun[at] in words.PLACES and noun[at + 1 : at + 2] in ("", *"的都各已级") for at in range(min(4, len(noun)))
    )
    return is_place or noun.startswith(words.TIMES) or _has(begins, words.THINGS)


def _has(text: str, some: tuple[str, ...]) -> bool:
    return any(each in text for each in some)
