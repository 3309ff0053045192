"""A sentence before a list: whether a number in it announces the list, or counts something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.checks.amounts import Amount
from speechgen.checks.lists import List

_REMARK = 15  # characters of a remark: 四个方面，需要引起重视。

# Measure words of what may be a list.
_GENERIC = "个点条项件句层种类步招样道关处方大部"
# What is a part, or stands elsewhere: 其中两个, 这三项.
_PART = re.compile(r"(?:其中|其余|余下|剩下|另外|另有|其他|还剩|哪|这|那|上述|以上|此|该)的?$")
# Things that are counted, not announced: 走了三个村. A list of 一是, 二是 is of 方面, 问题, 特点, 建议, whatever.
_COUNTED = re.compile(
    r"[^，。的]{0,3}?(?:人[员次]?|乡|镇|村|县|区|市|省|国|班|校|户|站|厂|家)(?=[、，。：；的都各已级]|$)"
    r"|(?:半天|小时|月|星期|季度|年|周|亿|万|多|余)"
    r"|[^，。的]{0,3}?(?:乡镇|社区|街道|县区|区县|市州|村民|村干|单位|部门|科室|处室|企业|公司|支部|党委|党组|工作日|百分点|医院|学校|小组|组员|"
    r"晚上|上午|下午|孩子|同志|干部|委员|代表|窗口|岗位|网格|层级|批次|档次)"
)
# 共查出3个问题: a figure.
_FOUND = re.compile(r"共|发现|查[出处摆找]|收[到集]|受理|办[结理]|整改|完成|解决|累计|全年|新增")
_SAYS = re.compile(
    r"(?:讲|谈|提|说|强调|交流|反馈|通报|汇报|作|要求|提出|明确|重申|提醒|部署|归纳|概括|总结)"
    r"(?:大家|同志们|你们)?(?:出|为|成|了|一下|一讲|以下|如下|这么|这样|好)*$"
)
_SELF = re.compile(r"我|组|咱|下面|借此|这里|在此|今天|最后|接下来")
_OTHERS = re.compile(r"同志|书记|[局院校镇县市区处厅部主任]长|主任|会议|他|她|[省市县区]委|党组|党委|文件|中央")
_ASKED = re.compile(r"请.*(?:同志|书记|[长任])")
_PLANS = re.compile(r"(?:分为?|分成|从|围绕|以下|如下)$")
# A verb right before the number: 有五个方面的问题值得警惕.
_HAS = frozenset("有讲谈提说调是在为成出到好做办抓分从绕靠住握意确持现行施取着以按循立及")
# 提三点建议，供参考。有三个问题要重视，其中两个是大家自己提的。
_REMARKS = re.compile(
    r"(?:供|与|同|和|请|跟|我?再?逐一|一一|分别|具体|简[单要]|概括|归纳|也?就是|即|仅|不(?:一定|当|对|妥)|都不|谈谈|向|作为|大家|这"
    r"|其中[一两三四五六七八九十])[^。]{0,20}$"
)
_SELECTS = re.compile(r"主要|其中|比如|例如|譬如|重点|突出|尤其|特别|最")
_ALL = re.compile(r"[^，]{0,8}?(?:都|均|全部|已经|已|各[有自])")


class Lead(NamedTuple):
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

    @property
    def is_right_before(self) -> bool:
        """有四个方面：一是"""
        return self.nearness == "colon" and not self.remark

    @property
    def is_bare(self) -> bool:
        """Whether no predicate follows the amount: 有四个方面的特点, not 四个方面都好."""
        return self.own.endswith(self.amount.measure + self.amount.noun)

    @property
    def is_in_row(self) -> bool:
        """一个目标、两个抓手、三项重点"""
        return self.before.endswith("、") or "、" in self.own

    @property
    def is_said(self) -> bool:
        """王书记讲了六点"""
        return _SAYS.search(self.clause) is not None

    @property
    def is_ours(self) -> bool:
        """Whether it is the speaker who says the number: 我提三点建议, not 王书记提三点建议."""
        *_, last = [None, *_SELF.finditer(self.before)]
        return self.is_said and last is not None and not _OTHERS.search(self.before, last.end())


def lead_of(text: str, start: int, end: int, amount: Amount, nearness: str) -> Lead:
    """The sentence from `start` to `end`, seen from one amount in it."""
    before, after = text[start : amount.start], text[amount.start : end].strip().rstrip("：:，,—")
    own, mark, remark = [*re.split("([，,：:—])", after, maxsplit=1), "", ""][:3]
    return Lead(amount, before, re.split("[，,：:]", before)[-1], own, mark, remark, nearness)


def points_to(lead: Lead, list_: List) -> bool:
    """Whether the amount announces the list."""
    first = list_.first
    says_measure = first.is_counted or first.is_one
    if lead.nearness == "far" or lead.is_ours:
        return lead.is_ours and (lead.nearness == "far" or says_measure or not (_is_part(lead) or _is_counted(lead)))
    if not says_measure and (_is_part(lead) or _is_counted(lead) or lead.is_in_row or _is_selection(lead, list_)):
        return False
    if lead.is_right_before:
        return True
    if first.level == 1 and list_.is_block:
        return _is_plan(lead)
    if first.is_one and lead.amount.noun.startswith("是"):  # 两条是关于作风的，一条是关于学习的
        return False
    has = says_measure or lead.clause[-1:] in _HAS
    return has and _is_remark(lead) if lead.remark else _is_object(lead) and (lead.is_bare or has)


def _is_part(lead: Lead) -> bool:
    """其中两个, 这四项: some of what was told, or what was told."""
    return not lead.is_right_before and _PART.search(lead.clause) is not None


def _is_counted(lead: Lead) -> bool:
    """Whether things are counted, three villages or 12 defects, and no list is announced."""
    amount = lead.amount
    is_thing = counts_things(amount.noun) or amount.measure not in _GENERIC
    if is_thing and not (lead.is_right_before and lead.is_bare):
        return True
    is_figure = lead.own[:1].isdigit() and (amount.number > 10 or _FOUND.search(lead.clause) is not None)
    return is_figure and not lead.is_ours and lead.nearness != "colon"


def _is_selection(lead: Lead, list_: List) -> bool:
    """制定了十二条措施。一是…，二是…: what was done, of which some is told. A slip is of one or two."""
    return lead.clause.endswith("了") and lead.amount.number > len(list_.items) + 2


def _is_plan(lead: Lead) -> bool:
    """Whether a speech says of itself how many sections it has: 分三个部分, 谈两个方面, 围绕三个数字."""
    plans = _PLANS.search(lead.clause) is not None
    return plans or (lead.is_said and not lead.clause.endswith("的") and not _OTHERS.search(lead.before))


def _is_object(lead: Lead) -> bool:
    """Whether the sentence is of the amount: not 十个方面的工作都好, 他讲的六点经验, 请王书记讲三点."""
    if lead.is_said and not lead.is_ours and _ASKED.search(lead.clause):
        return False
    predicate = lead.own.partition(lead.amount.measure)[2]
    return not lead.clause.endswith("的") and not _ALL.match(predicate)


def _is_remark(lead: Lead) -> bool:
    """Whether what follows the amount's clause leaves the list to come: 提三点建议，供参考。"""
    if selects(lead.remark):  # 有八个问题，主要是：
        return lead.remark.startswith("其中") and _REMARKS.match(lead.remark) is not None
    if lead.mark in "：:":  # 有三个导向：问题导向、目标导向、结果导向。
        return False
    return (lead.is_bare and len(lead.remark) < _REMARK) or _REMARKS.match(lead.remark) is not None


def selects(words: str) -> bool:
    """主要是, 其中: only some of what was counted is told."""
    return _SELECTS.search(words) is not None


def counts_things(noun: str) -> bool:
    """Whether the noun after a number is of things that are counted: 乡镇, 村, not 方面."""
    return _COUNTED.match(noun) is not None
