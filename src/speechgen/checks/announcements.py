"""Announced numbers: which 四个方面 speaks of the list that follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from speechgen.checks.amounts import NUMBER, Amount, amounts_in, number_of
from speechgen.checks.lists import List
from speechgen.checks.rule import Draft

_ENDS = "。！？；!?;"
_LOOKS_BACK = 400  # characters before a list
_FAR = 2  # passages between an announcement and its list
_INTRODUCTION = 14  # characters before the first item in its sentence: 概括起来，
_REMARK = 15  # characters of a remark: 四个方面，需要引起重视。
_BESIDE = 12  # characters: 两个特点、三点不足

_GENERIC = "个点条项件句层种类步招样道关处方大部"
# What is a part, or stands elsewhere: 其中两个, 这三项.
_PART = re.compile(r"(?:其中|其余|余下|剩下|另外|另有|其他|还剩|哪|这|那|上述|以上|此|该)的?$")
# Things that are counted, not announced: 走了三个村. A list of 一是, 二是 is of 方面, 问题, 特点, 建议, whatever.
_COUNTED = re.compile(
    r"[^，。的]{0,3}?(?:人[员次]?|乡|镇|村|县|区|市|省|国|班|校|户|站|厂|家|字)(?=[、，。：；的都各已级]|$)"
    r"|(?:半天|小时|月|星期|季度|年|周|亿|万|多|余)"
    r"|[^，。的]{0,3}?(?:乡镇|社区|街道|县区|区县|市州|村民|村干|单位|部门|科室|处室|企业|公司|支部|党委|党组|工作日|百分点|医院|学校|小组|组员|"
    r"晚上|上午|下午|孩子|同志|干部|委员|代表|窗口|岗位|网格|层级|批次|档次)"
)
_ABSTRACT = re.compile(r"方面|建议|意见|要求|希望|特点|措施|体会|原因|层面|环节")
_SAYS = re.compile(
    r"(?:讲|谈|提|说|强调|交流|反馈|通报|汇报|作|要求|提出|明确|重申|提醒|部署|归纳|概括|总结)"
    r"(?:大家|同志们|你们)?(?:出|为|成|了|一下|一讲|以下|如下|这么|这样|好)*$"
)
_SELF = re.compile(r"我|组|咱|下面|借此|这里|在此|今天|最后|接下来")
_OTHERS = re.compile(r"同志|书记|[局院校镇县市区处厅部主任]长|主任|会议|他|她|[省市县区]委|党组|党委|文件|中央")
_ASKED = re.compile(r"请.*(?:同志|书记|[长任])")
_HAS = frozenset("有讲谈提说调是在为成出到好做办抓分从绕靠住握意确持现行施取着以按循立及")
# 提三点建议，供参考。有三个问题要重视，其中两个是大家自己提的。
_REMARKS = re.compile(
    r"(?:供|与|同|和|请|跟|我?再?逐一|一一|分别|具体|简[单要]|概括|归纳|也?就是|即|仅|不(?:一定|当|对|妥)|都不|谈谈|向|作为|大家|这"
    r"|其中[一两三四五六七八九十])[^。]{0,20}$"
)
_SELECTS = re.compile(r"主要|其中|比如|例如|譬如|重点|突出|尤其|特别|最")
_ALL = re.compile(r"[^，]{0,8}?(?:都|均|全部|已经|已|各[有自])")


class _Lead(NamedTuple):
    """A sentence before a list, seen from one amount in it.

    `before` is its beginning, and `clause` what of it stands in the amount's own clause; `own` is the clause from the
    number on, and `remark` what comes after the mark that ends it. `nearness`: the sentence ends with a `colon` before
    the list or with a `comma`, is the `next` one before it, or is `far`.
    """

    amount: Amount
    before: str
    clause: str
    own: str
    mark: str
    remark: str
    nearness: str


def announcements_of(list_: List, draft: Draft, openers: Collection[int]) -> Iterator[Amount]:
    """The announcements that speak of a list: the nearest before it, and the one in the heading above it.

    `openers` are the indices of the passages that items of lists open.
    """
    first, nearest = list_.first, None
    if not first.opens:
        nearest = _before_in_passage(draft.text, draft.passages[first.passage].start, list_)
        yield from [nearest] if nearest else []
        return
    for distance in range(1, _FAR + 2):
        index = first.passage - distance
        if index < 0 or draft.passages[index].kind not in ("heading", "paragraph"):
            return
        passage = draft.passages[index]
        if passage.kind == "heading":
            heading = _in_heading(draft.text, passage.start, passage.end, list_)
            if heading and (nearest is None or _are_alike(heading, nearest)):
                yield heading
            return
        if nearest is None:
            nearest = _at_end(draft.text, passage.start, passage.end, list_, is_next=distance == 1)
            yield from [nearest] if nearest else []
        if index in openers:
            return


def _before_in_passage(text: str, start: int, list_: List) -> Amount | None:
    """The announcement before a list that begins inside a paragraph: in its sentence, or in the two before."""
    at = list_.first.start
    start = max(start, at - _LOOKS_BACK)
    begin = _sentence_start(text, start, at)
    lead = text[begin:at].strip()
    if lead:
        has_colon = lead[-1] in "：:"
        found = _pick(text, begin, at, list_, "colon" if has_colon else "comma")
        if found or has_colon or len(lead) > _INTRODUCTION or _SELECTS.search(lead):
            return found
    if begin == start:
        return None
    end, begin = begin - 1, _sentence_start(text, start, begin - 1)
    found = _pick(text, begin, end, list_, "next")
    if found or begin == start or next(amounts_in(text, begin, end), None):
        return found
    return _pick(text, _sentence_start(text, start, begin - 1), begin - 1, list_, "far")


def _at_end(text: str, start: int, end: int, list_: List, *, is_next: bool) -> Amount | None:
    """The announcement in the last sentences of a paragraph before a list of paragraphs."""
    nearness = "far" if not is_next else "colon" if text[end - 1] in "：:" else "next"
    start = max(start, end - _LOOKS_BACK)
    for _ in range(3):
        end = start + len(text[start:end].rstrip(_ENDS + "：: ，,"))
        begin = _sentence_start(text, start, end)
        found = _pick(text, begin, end, list_, nearness)
        if found or begin == start:
            return found
        end, nearness = begin, "far"
    return None


def _in_heading(text: str, start: int, end: int, list_: List) -> Amount | None:
    """三点建议 at the end of a heading."""
    for each in amounts_in(text, start, end):
        is_last = text[each.start : end].endswith(each.measure + each.noun) and len(each.noun) <= 8
        if (
            is_last
            and each.measure
            and not set(each.noun) & set("了着过都")
            and not _COUNTED.match(each.noun)
            and _suits(each, list_)
        ):
            return each
    return None


def _are_alike(one: Amount, other: Amount) -> bool:
    return one.measure == other.measure and (not one.noun or not other.noun or one.noun[:2] == other.noun[:2])


def _sentence_start(text: str, start: int, end: int) -> int:
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _ENDS))


def _pick(text: str, start: int, end: int, list_: List, nearness: str) -> Amount | None:
    """The last amount in a sentence that can speak of the list."""
    amounts = list(amounts_in(text, start, end))
    if list_.first.is_verbal and (verbal := _of_verb(text, start, end, list_)):
        return verbal
    for each in reversed(amounts[-1:] if list_.first.is_one else amounts):
        if _suits(each, list_) and _points(_lead(text, start, end, each, nearness), list_):
            farthest = end if list_.first.level == 1 else _BESIDE
            beside = [
                other.number for other in amounts if other is not each and abs(other.start - each.start) < farthest
            ]
            return each._replace(beside=frozenset(beside))
    return None


def _of_verb(text: str, start: int, end: int, list_: List) -> Amount | None:
    """三盼 before 一盼, 二盼, 三盼."""
    verb = list_.series[1]
    for found in re.finditer(rf"(?<=[有：，是做到])({NUMBER}){verb}(?=[：:。，,]|$)", text[start:end]):
        if number_of(found[1]) > 1:
            return Amount(number_of(found[1]), start + found.start(), start + found.end(), verb, "")
    return None


def _suits(amount: Amount, list_: List) -> bool:
    """Whether the measure word is one of the list's items: 第一类 and 一种是 say theirs, others may have any."""
    if list_.series == "一方面":
        return amount.number < 5 and amount.measure in "个点条层种方"
    if list_.first.is_counted:
        return list_.series[2] in amount.measure + amount.noun[:6]
    return not list_.first.is_one or list_.series[1] == amount.measure


def _lead(text: str, start: int, end: int, amount: Amount, nearness: str) -> _Lead:
    before, after = text[start : amount.start], text[amount.start : end].strip().rstrip("：:，,—")
    own, mark, remark = [*re.split("([，,：:—])", after, maxsplit=1), "", ""][:3]
    return _Lead(amount, before, re.split("[，,：:]", before)[-1], own, mark, remark, nearness)


def _points(lead: _Lead, list_: List) -> bool:
    """Whether the amount announces the list."""
    amount, clause, own = lead.amount, lead.clause, lead.own
    first = list_.first
    says_measure = first.is_counted or first.is_one
    is_right_before = lead.nearness == "colon" and not lead.remark
    is_bare = own.endswith(amount.measure + amount.noun)  # no predicate follows: 有四个方面的特点, not 四个方面都好
    if _PART.search(clause) and not is_right_before and not says_measure:
        return False
    is_ours = _SAYS.search(clause) is not None and _is_own(lead.before)
    if lead.nearness == "far":
        return is_ours
    if first.is_one and amount.noun.startswith("是"):  # 两条是关于作风的，一条是关于学习的
        return False
    is_thing = _COUNTED.match(amount.noun) is not None or (amount.measure not in _GENERIC)
    if is_thing and not says_measure and not (is_right_before and is_bare):
        return False
    is_figure = own[:1].isdigit() and amount.measure != "点" and not _ABSTRACT.search(amount.noun[:6])  # 查出3个问题
    if is_figure and not (is_ours or says_measure or lead.nearness == "colon"):
        return False
    has = says_measure or clause[-1:] in _HAS
    if lead.remark:
        return is_ours or (has and _is_remark(lead, list_, is_bare=is_bare))
    if is_right_before:
        return True
    if _SAYS.search(clause) and not is_ours and (first.level or _ASKED.search(clause)):
        return False
    is_subject = clause.endswith("的") or _ALL.match(own[len(own) - len(own.partition(amount.measure)[2]) :])
    return not is_subject and (is_ours or is_bare or has)


def _is_own(before: str) -> bool:
    """Whether it is the speaker who says the number: 我提三点建议, not 王书记提三点建议."""
    *_, last = [None, *_SELF.finditer(before)]
    return last is not None and not _OTHERS.search(before, last.end())


def _is_remark(lead: _Lead, list_: List, *, is_bare: bool) -> bool:
    """Whether what follows the amount's clause leaves the list to come: 提三点建议，供参考。"""
    if _SELECTS.search(lead.remark):  # 有八个问题，主要是：
        return lead.remark.startswith("其中") and _REMARKS.match(lead.remark) is not None
    if lead.mark in "：:":  # 分三个部分：成绩怎么看，问题怎么找。
        return list_.first.level > 0
    return (is_bare and len(lead.remark) < _REMARK) or _REMARKS.match(lead.remark) is not None
