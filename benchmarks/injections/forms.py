"""Forms of units, with names and words that only fit other forms. Written by hand."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.injections.clean import Clean

_ENDINGS = {
    "bureau": ("局",),
    "town": ("镇",),
    "street": ("街道",),
    "community": ("社区",),
    "hospital": ("医院",),
    "school": ("中学",),
    "court": ("法院",),
    "company": ("公司", "集团"),
    "association": ("协会",),
    "zone": ("管理委员会",),
    "county": ("县", "县委员会"),
    "english": ("College", "Hospital"),
}

PLACES = (
    "清源",
    "双河",
    "云台",
    "泽阳",
    "岚川",
    "朔阳",
    "宁川",
    "澜江",
    "砚州",
    "望溪",
    "澜州",
    "泷湾",
    "岚溪",
    "苍岭",
    "安澜",
)

# Units of the same form and level that are in none of the speeches, as in a copied sample.
FOREIGN: Mapping[str, str] = {
    "bureau": "市交通运输局 市农业农村局 市文化广电和旅游局 市文旅局 市卫生健康委员会 市卫健委 市发改委 市人社局",
    "town": "白石镇 临河镇 石门镇 柳河镇 长乐乡 云峰乡",
    "street": "望湖街道 北苑街道 城南街道",
    "community": "翠柳社区 望湖社区 新桥社区",
    "hospital": "市妇幼保健院 市第二人民医院 市中医院 县中医院 县妇幼保健院",
    "school": "市第五中学 市第九中学 市实验中学 望江市第三中学",
    "court": "市人民检察院 市检察院 市司法局",
    "company": "市交通投资集团有限公司 市交投集团 市文旅集团 市公共交通集团有限公司",
    "association": "市个体劳动者协会 市建筑业协会 市餐饮协会",
    "zone": "临港经济技术开发区管理委员会 高新区管委会 滨海工业园区管委会",
    "county": "临江县 安平县 永昌县 东陵县",
    "english": "Brackenfield College;Easterly General Hospital;Thornby College",
}

# Words of other forms, by level. Words that a unit of this form may use are left out: a county has towns.
WRONG_WORDS: Mapping[str, Mapping[str, str]] = {
    "bureau": {
        "self": "我镇 我校 我院 我县 我街道 我村",
        "whole": "全镇 全校 全院 全街道",
        "body": "镇党委 校党委 院党委 街道党工委 局党委 集团党委",
        "staff": "全体教职工 广大医务人员 全体法院干警 全体纪检干部 镇村干部 广大纪检监察干部",
        "below": "各街道 各庭室 各年级组 各临床科室 各子公司 各社区",
    },
    "town": {
        "self": "我局 我校 我院 我街道",
        "whole": "全校 全院 全街道",
        "body": "局党组 校党委 院党委 街道党工委 镇党组",
        "staff": "全体教职工 全体法院干警 全体纪检干部 局机关干部 全体税务干部",
        "below": "各处室 各庭室 各年级组 各子公司 各街道",
    },
    "street": {
        "self": "我镇 我局 我校 我院 我县",
        "whole": "全镇 全校 全院",
        "body": "局党组 校党委 院党委 镇党委",
        "staff": "全体教职工 全体法院干警 全体税务干部",
        "below": "各庭室 各年级组 各子公司 各临床科室",
    },
    "community": {
        "self": "我局 我校 我院",
        "whole": "全校 全院",
        "body": "局党组 校党委 院党委",
        "staff": "全体教职工 全体法院干警 全体税务干部",
        "below": "各庭室 各年级组 各子公司 各临床科室",
    },
    "hospital": {
        "self": "我局 我校 我镇 我街道",
        "whole": "全校 全镇 全街道",
        "body": "局党组 校党委 镇党委 街道党工委 院党组",
        "staff": "全体教职工 全体法院干警 全体纪检干部 镇村干部 全体税务干部",
        "below": "各街道 各庭室 各年级组 各子公司 各村",
    },
    "school": {
        "self": "我局 我院 我镇 我街道 我县",
        "whole": "全院 全镇 全街道",
        "body": "局党组 院党委 镇党委 街道党工委 校党组",
        "staff": "广大医务人员 全体法院干警 全体纪检干部 镇村干部 局机关干部",
        "below": "各街道 各庭室 各临床科室 各子公司 各村",
    },
    "court": {
        "self": "我局 我校 我镇 我街道 我县",
        "whole": "全校 全镇 全街道",
        "body": "局党组 校党委 镇党委 街道党工委 院党委",
        "staff": "广大医务人员 全体教职工 镇村干部 全体税务干部",
        "below": "各街道 各年级组 各临床科室 各子公司 各村",
    },
    "company": {
        "self": "我局 我校 我院 我镇 我县",
        "whole": "全校 全院 全镇",
        "body": "局党组 校党委 院党委 镇党委 街道党工委",
        "staff": "全体教职工 广大医务人员 全体法院干警 镇村干部 局机关干部",
        "below": "各街道 各庭室 各年级组 各临床科室 各村",
    },
    "association": {
        "self": "我局 我校 我院 我镇",
        "whole": "全校 全院 全镇",
        "body": "局党组 校党委 院党委 镇党委",
        "staff": "全体教职工 广大医务人员 全体法院干警 镇村干部",
        "below": "各街道 各庭室 各年级组 各临床科室 各村",
    },
    "zone": {
        "self": "我局 我校 我院",
        "whole": "全校 全院",
        "body": "局党组 校党委 院党委",
        "staff": "全体教职工 广大医务人员 全体法院干警 镇村干部",
        "below": "各庭室 各年级组 各临床科室",
    },
    "county": {
        "self": "我市 我局 我校 我院 我镇",
        "whole": "全校 全院",
        "body": "局党组 校党委 院党委",
        "staff": "全体教职工 全体法院干警 全体税务干部 局机关干部",
        "below": "各庭室 各年级组 各临床科室",
    },
}

# Misremembered names: words swapped or omitted, or the name before a reform.
WRONG_NAMES: Mapping[str, str] = {
    "住房和城乡建设局": "城乡建设和住房局 住房与城镇建设局 城乡住房建设局",
    "住建局": "住房建设局 城建局",
    "水利局": "水务局 水利水电局",
    "城市管理局": "城市综合管理局 城市管理执法局",
    "城管局": "城管执法局 市容局",
    "民政局": "民政事务局",
    "环境保护局": "生态环境局 环境局",
    "林业局": "林业和草原局 园林局",
    "统计局": "统计调查局",
    "税务局": "国税局 地税局",
    "中级人民法院": "人民中级法院 中等人民法院",
    "市人民医院": "市中心医院 市第一人民医院",
    "县人民医院": "县中心医院 县第一人民医院",
    "第一中学": "第一高级中学",
    "第七中学": "第七初级中学",
    "城市建设投资集团": "城市投资建设集团 城市建设开发集团",
    "水务投资集团": "水务发展集团 水投集团",
    "水务集团": "水务公司 水投集团",
    "民营企业协会": "民营经济协会 民企联合会",
    "经济技术开发区": "经济开发区 高新技术开发区",
    "群众路线教育实践活动": "群众路线实践教育活动 群众路线学习教育活动 群众路线教育活动",
    "教育实践活动": "学习实践活动 实践教育活动 教育实践工作",
    "作风建设提升年活动": "作风建设提升活动 作风提升年活动 作风建设年活动",
    "提升年活动": "提升活动 提升年行动",
    "主题教育": "主题教育实践活动 专题教育 主题学习教育",
    "治本攻坚三年行动": "治本攻坚三年专项行动 攻坚治本三年行动",
    "教育整顿": "整顿教育 教育整治",
    "党纪学习教育": "党纪教育学习 党规党纪学习教育",
}


def form_of(clean: Clean) -> str:
    """The form of the speech's unit."""
    name = clean.facts.unit[0] if clean.facts.unit else ""
    return next((form for form, endings in _ENDINGS.items() if name.endswith(endings)), "")
