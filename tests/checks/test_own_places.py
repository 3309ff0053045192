"""foreign-unit: names of units of the same kind where only the speech's own unit can be meant."""

from __future__ import annotations

import pytest

from .rules import findings, found

SCHOOL = "{unit: {name: 临江市第三中学, short: 临江三中}, mentions: [望海中学]}"
COLLEGE = "{unit: {name: 滨海理工大学, short: 滨海理工}}"
HOSPITAL = "{unit: {name: 望海市第二人民医院, short: 市二院}}"
COURT = "{unit: {name: 岚山区人民法院, short: 区法院}}"
TOWN = "{unit: {name: 柳河镇, subordinates: [梅林村]}}"
PROVINCE = "{unit: {name: 东江省人民政府, short: 省政府}}"
COMPANY = "{unit: {name: 海丰集团有限公司, short: 海丰集团}}"


@pytest.mark.parametrize(
    ("unit_file", "text", "name"),
    [
        (SCHOOL, "我谨代表映山中学向大家拜年。", "映山中学"),
        (SCHOOL, "今天，我们召开映山中学“不忘初心”总结大会。", "映山中学"),
        (SCHOOL, "大家辛苦了。¶中共映山中学委员会¶2020年6月13日", "映山中学"),
        (COLLEGE, "我代表中南大学，向毕业生表示祝贺。", "中南大学"),
        (HOSPITAL, "首先，我代表协和医院党委作报告。", "协和医院"),
        (COURT, "我代表青岭区人民法院作工作报告。", "青岭区人民法院"),
        (TOWN, "下面，我代表长乐乡作表态发言。", "长乐乡"),
        (PROVINCE, "我代表湖南省人民政府，向大会报告工作。", "湖南省人民政府"),
        (COMPANY, "我代表长河集团作报告。", "长河集团"),
    ],
)
def test_a_name_in_a_place_of_the_speaker_is_an_error(unit_file: str, text: str, name: str) -> None:
    (finding,) = findings("foreign-unit", text, unit_file)
    assert found("foreign-unit", text, unit_file) == [name]
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("unit_file", "text", "name"),
    [
        (SCHOOL, "全力开创映山中学新局面。", "映山中学"),
        (SCHOOL, "回顾总结映山中学一年的工作。", "映山中学"),
        (SCHOOL, "映山中学党委将会严格对照标准。", "映山中学"),
        (SCHOOL, "感谢海州工商大学给予的机会。", "海州工商大学"),
        (SCHOOL, "不断书映山中学高水平发展新篇章。", "映山中学"),
        (COLLEGE, "这就是北方工业大学的传统。", "北方工业大学"),
        (COLLEGE, "祝愿南湖大学越办越好。", "南湖大学"),
        (HOSPITAL, "让白鹭医院的明天更美好。", "白鹭医院"),
        (COURT, "青岭法院党组始终坚持从严治院。", "青岭法院"),
        (TOWN, "反馈了对石门镇梅林村的巡察情况。", "石门镇"),
        (PROVINCE, "奋力谱写湖南省发展新篇章。", "湖南省"),
        (COMPANY, "祝愿长河集团基业长青。", "长河集团"),
    ],
)
def test_a_name_where_the_unit_is_likely_meant_is_a_warning(unit_file: str, text: str, name: str) -> None:
    (finding,) = findings("foreign-unit", text, unit_file)
    assert found("foreign-unit", text, unit_file) == [name]
    assert finding.severity == "warning"


def test_another_school_in_the_title_is_an_error_and_in_the_salutation_a_warning() -> None:
    text = "在映山中学2020届毕业典礼上的讲话¶¶尊敬的映山中学老师们、同学们：¶大家好。"
    assert [each.severity for each in findings("foreign-unit", text, SCHOOL, whole=True)] == ["error", "warning"]


@pytest.mark.parametrize(
    ("unit_file", "text"),
    [
        (SCHOOL, "他毕业于映山中学，后来在杭州二中任教。"),
        (SCHOOL, "感谢望海中学的老师们。"),
        (SCHOOL, "全市各普通高中、全县高中和重点中学都来了。"),
        (SCHOOL, "建设一流中学，通过集中学习，推进大中小学一体化，从而扩大学校影响。"),
        (SCHOOL, "我代表学校感谢大家，维护学校声誉，服务师生。"),
        (SCHOOL, "感谢《映山中学章程》的起草人。"),
        (SCHOOL, "每周有财政局、审计处、教育处的会议，参加食品监督局组织的培训，在东浦镇看了工地。"),
        (COLLEGE, "有的同学考上了复旦大学，我曾在浙江大学读书。"),
        (COLLEGE, "一流大学建设，与南京大学签了协议，清华大学、北京大学的专家也来了。"),
        (HOSPITAL, "建设现代医院，到湘雅医院学习。"),
        (COURT, "外省市法院、特区法院、互联网法院的做法要学，市中级人民法院给予指导。"),
        (TOWN, "实施镇域经济工程，战胜镇海来的台风，利用县里资源，特色小镇、重点镇要提质。"),
        (PROVINCE, "建设文化强省、农业强省，对口支援青海省，开展社区矫正，完整社区建设。"),
        (COMPANY, "上市公司要规范，同华能集团合作。"),
    ],
)
def test_general_words_and_units_in_passing_are_not_reported(unit_file: str, text: str) -> None:
    assert found("foreign-unit", text, unit_file) == []


@pytest.mark.parametrize(
    "text",
    [
        "2019年1至7月我在映州中学工作，分管德育；三年前曾在南州小学任教，教语文。",
        "参加工作时在柳州实验中学实习，后来才到这里。",
    ],
)
def test_where_somebody_worked_at_another_time_is_only_mentioned(text: str) -> None:
    assert found("foreign-unit", text, SCHOOL) == []


def test_where_somebody_works_now_may_be_meant_for_the_unit() -> None:
    assert found("foreign-unit", "我在映州中学工作，责任很重。", SCHOOL) == ["映州中学"]
