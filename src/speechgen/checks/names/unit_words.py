"""Names by which many units are called, and words that are part of other names."""

from __future__ import annotations

from speechgen.checks.patterns import lazily

_OFFICES = "科|室|处|股|庭|部|办|办公室|纪委|党委|党组|支部|工会|中心|组|大厅|窗口|食堂|队|站|厂|所"
_ENGLISH = (
    "agency|authority|board|bureau|center|centre|college|committee|company|council|court|department|faculty|group|hospital"
    "|office|panel|school|service|team|trust|unit|university"
)
# Any unit may be called so, and its rooms and departments: 全院, 县委, 局办公室, 执行局, 第二水厂, the College.
# Compiled where it is used: a speech without a workspace has no use for it.
EVERYBODYS = (
    r"[全我本各贵你该].*|[省市县区镇乡村局院校委厅园街所馆][委里上内局府长]?|[市县区镇乡](?:委|政府|纪委|直机关)"
    r"|人民法院|中级人民法院|医院|学校|集团|公司|法院|检察院|管委会"
    r"|开发区|经开区|高新区|园区|社区|街道|居委会|村委会|党校|机关|分院|分局|协会|银行|中学|小学|大学|学院"
    rf"|[\u4e00-\u9fff]{{0,8}}?(?:{_OFFICES})|[\u4e00-\u9fff]{{2}}公司|(?:稽查|执行|综合|巡查|监察)局"
    r"|第[一二三四五六七八九十]+(?!中学|小学|人民|高级|实验|医院).*"
    rf"|(?i:(?:the )?(?:{_ENGLISH}))"
)
# A unit of the workspace may have such a name, and so have others.
MANY_HAVE = frozenset(
    ("人民医院", "中心医院", "中医院", "第一中学", "第二中学", "实验小学", "实验中学", "中心小学", "职业中学")
)
HAS_FORM = lazily(r"[局委厅镇乡县区市村街院校学道]$|集团|公司|社区|协会")
LONGER = lazily(
    r"(?:中心)?(?:小学|中学|幼儿园|卫生院|卫生室|派出所|法庭|水库|大桥|大道|大街|广场|车站)"
    r"|[镇县市乡村区街州河山路桥湖江岭站港](?![里上])"
)
# A place that somebody went to, or a body where somebody was: it is spoken of, and not to.
VISITED = lazily("(?:(?<![来送报])到|赴|走访|去|从|看了|考察)$")
WAS_AT = lazily("(?:当过|担任过?|任过|曾任|调任|来自)[^。；]{0,12}$")
