"""Names that many units share, and words around a name that give it another meaning."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily

# A unit of the workspace may have such a name, but units elsewhere have it too.
SHARED_NAMES = "names/shared_names"
HAS_SUFFIX = lazily(r"[局委厅镇乡县区市村街院校学道]$|集团|公司|社区|协会")
# The name continues: 青石路, 石桥村小学.
LONGER_NAME = lazily(
    r"(?:中心)?(?:小学|中学|幼儿园|卫生院|卫生室|派出所|法庭|水库|大桥|大道|大街|广场|车站)"
    r"|[镇县市乡村区街州河山路桥湖江岭站港](?![里上])"
)
LONGER_VILLAGE = lazily("[头尾新老东西南北上下前后](?:村|街|路|巷|小区)")
# A street or a building after an English name: Westmoor Road, Northgate High Street.
LONGER_ENGLISH_NAME = lazily(
    " (?:of [A-Z]|(?:Road|Street|Lane|Avenue|Drive|Close|Way|Bridge|Station|Park|Square|Hill|Gardens|Line|Church)\\b)"
)
# Before a place that somebody visited, or where somebody worked: it is only mentioned.
VISITED = lazily("(?:(?<![来送报])到|赴|走访|去|从|看了|考察)$")
WORKED_AT = lazily("(?:当过|担任过?|任过|曾任|调任|来自)[^。；]{0,12}$")
# Before the subject of a sentence; at the beginning of the text there is nothing.
SENTENCE_STARTS = ("", "\n", "。", "！", "？", "；", "，")
WORKS = ("工作", "任教", "任职", "就读", "读书", "学习", "实习", "挂职", "毕业")
WORK_THERE = lazily(f"(?:{'|'.join(WORKS)})(?![的，])")
# Before a name, if it is where somebody worked then: 2019年1至7月我在柳湾中学工作.
THEN_AT = lazily("(?:[年月时]|曾|以前|原来|原先|过去)[^，。；]{0,6}在$")
# Words in the names of schools without which a name is that of another school.
FIELDS = (
    *("理工", "师范", "科技", "工业", "农业", "财经", "交通", "民族", "外国语", "政法", "工商", "中医药", "医科"),
    *("职业技术", "职业", "体育", "艺术", "海洋", "林业", "石油", "矿业", "邮电", "电子科技"),
)
