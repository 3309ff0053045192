"""The titles of the keys that every unit file has, in Chinese."""

from __future__ import annotations

from speechgen.language.unit_titles import KeyTitle, UnitTitles

UNIT_TITLES = UnitTitles(
    unit=KeyTitle("单位"),
    name=KeyTitle("单位全称", "市住房和城乡建设局"),
    short=KeyTitle("单位简称", "市住建局"),
    aliases=KeyTitle("其他叫法", ["住建局", "市住建委"]),
    subordinates=KeyTitle("下属单位的名称，检查讲话里有没有串了单位时用", ["市房产交易中心", "市燃气站"]),
    head=KeyTitle("主要负责人"),
    head_name=KeyTitle("姓名", "周明远"),
    head_post=KeyTitle("职务", "局党组书记、局长"),
    dates=KeyTitle("日期"),
    meeting=KeyTitle("开会日期", "2014-10-24"),
    figures_year=KeyTitle("指标是哪一年的，不写就按开会那年算，1、2月开会的按上一年算", 2014),
    metrics=KeyTitle("指标"),
    before=KeyTitle("去年"),
    after=KeyTitle("今年"),
    people=KeyTitle("讲话里点到的其他人，检查姓名和职务时用", [{"name": "高志强", "post": "市委书记"}]),
    person_name=KeyTitle("姓名", "高志强"),
    person_post=KeyTitle("职务", "市委书记"),
    mentions=KeyTitle("讲话里有意提到的其他单位，检查有没有串了单位时不算错", ["市财政局"]),
    minutes=KeyTitle("讲话限定多少分钟，检查篇幅时用", 20),
    template=KeyTitle("模板"),
    wordings=KeyTitle("某个要点用第几种写法；不填就按单位名称来选"),
    part_list=KeyTitle("要点"),
    part_title=KeyTitle("要点标题", "建章立制，做到了管长远"),
    part_text=KeyTitle("要点正文", "……"),
)
