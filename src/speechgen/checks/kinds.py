"""What kind of unit a name is the name of: a bureau, a town, a hospital."""

from __future__ import annotations

import re

PLACES = ("镇", "乡", "街道", "社区", "县", "区")
SCHOOLS = ("中学", "小学", "学校", "幼儿园", "高中")
# By how the name ends: the first that fits. 县 and 中共某县委员会 are both of the kind 县.
_KINDS = (
    (r"(?:街道|街道办事处|街道办|街道党工委)$", "街道"),
    (r"(?:社区|社区居委会|社区居民委员会)$", "社区"),
    (r"(?:村|村委会|村民委员会)$", "村"),
    (r"(?:管委会|管理委员会|开发区|园区|高新区|经开区|新区|产业园|工业园)$", "园区"),
    (r"(?:医院|保健院|卫生院|疾控中心|疾病预防控制中心|血站)$", "医院"),
    (r"(?:法院|中院)$", "法院"),
    (r"检察院$", "检察院"),
    (r"(?:大学|学院|党校|College|University|Institute)$", "大学"),
    (r"(?:中学|小学|学校|幼儿园|高中|初中|[一二三四五六七八九十]中|附中|附小|School|Academy)$", "学校"),
    (r"(?:集团|公司|银行|支行|分行|厂|矿|联社|酒店|中心支行)$", "企业"),
    (r"(?:协会|学会|商会|联合会|总会|总工会|工会|妇联|残联|文联|科协|工商联|红十字会|团委)$", "团体"),
    (r"(?:市委|市政府|市人民政府|市委员会|市)$", "市"),
    (r"(?:县委|县政府|县人民政府|县委员会|自治县|县)$", "县"),
    (r"(?:区委|区政府|区人民政府|区委员会|区)$", "区"),
    (r"(?:镇|镇党委|镇政府|镇人民政府)$", "镇"),
    (r"(?:乡|乡党委|乡政府|乡人民政府)$", "乡"),
    (r"院$", "院"),
    (r"局$", "局"),
    (r"厅$", "厅"),
    (r"(?:委|委员会)$", "委"),
)
_KIND = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (pattern, _) in enumerate(_KINDS)))


def kind_of(name: str) -> str:
    """局, 镇, 医院, 企业: what a name is the name of; empty where it does not say."""
    found = _KIND.search(name)
    return _KINDS[int(found.lastgroup[1:])][1] if found and found.lastgroup else ""
