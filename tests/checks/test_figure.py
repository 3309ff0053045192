"""Figures that contradict the unit file, another figure, or their own wording."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.checks.facts import Facts, MetricFact, facts_of
from speechgen.reading.schema import Schema
from speechgen.reading.yaml_file import parse_yaml

from .rules import findings, found

METRICS = """
metrics:
  letters: {value: 2413, measure: 份}
  forums: {value: 23, measure: 场}
  items: {value: 96, measure: 项}
  done: {value: 83, measure: 项}
  satisfaction: {value: 96.8, measure: "%"}
  spending: {before: 85.5, after: 52.1, measure: 万元}
  petitions: {before: 214, after: 92, measure: 件}
"""
TITLES = {
    "letters": "发出征求意见函",
    "forums": "召开专题座谈会",
    "items": "列入清单的整改事项",
    "done": "已经办结的整改事项",
    "satisfaction": "群众测评满意率",
    "spending": "“三公”经费支出",
    "petitions": "信访量",
}


def _facts(unit_file: str = METRICS, titles: dict[str, str] | None = None) -> Facts:
    value, problems = parse_yaml(unit_file, "unit.yaml")
    assert value is not None, problems
    values, _ = Schema({"type": "object"}).read(value)
    return facts_of(values, TITLES if titles is None else titles)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("先后发出征求意见函2600余份。", ["2600余份"]),
        ("先后发出2600余份征求意见函。", ["2600余份"]),
        ("先后发出征求意见函2431份。", ["2431份"]),
        ("先后发出征求意见函近2400份。", ["2400份"]),
        ("先后发出征求意见函3000多份。", ["3000多份"]),
        ("组织32场专题座谈会。", ["32场"]),
        ("召开专题座谈会三十余场。", ["三十余场"]),
        ("列入清单的整改事项共69项，到目前已经办结83项。", ["69项"]),
        ("列入清单的整改事项共96项，到目前已经办结38项。", ["38项"]),
        ("请群众代表来测评，满意率达到69.8%。", ["69.8%"]),
        ("“三公”经费支出同比下降93%。", ["93%"]),
        ("信访量同比下降75%。", ["75%"]),
        ("信访量同比上升57%。", ["57%"]),
        ("信访量由241件下降到92件。", ["241件"]),
    ],
)
def test_a_figure_that_differs_from_the_metric_is_reported(text: str, words: list[str]) -> None:
    assert found("figure", text, _facts()) == words


@pytest.mark.parametrize(
    "text",
    [
        "先后发出征求意见函2413份。",
        "先后发出征求意见函2400余份。",
        "先后发出征求意见函2400多份。",
        "先后发出征求意见函近2500份。",
        "先后发出征求意见函约2400份。",
        "先后发出征求意见函2400份左右。",
        "先后发出征求意见函超过2400份。",
        "先后发出征求意见函2400份。",
        "先后发出征求意见函0.24万余份。",
        "召开专题座谈会二十余场。",
        "列入清单的整改事项共96项，到目前已经办结83项。",
        "请群众代表来测评，满意率达到96.8%。",
        "请群众代表来测评，满意率接近97%。",
        "“三公”经费支出同比下降39%。",
        "信访量由214件下降到92件，下降57%。",
        "信访量下降了五成多。",
        "先后发出征求意见函2400余份，各支部收到征求意见表180份。",  # another figure
    ],
)
def test_a_rounded_metric_is_left_alone(text: str) -> None:
    assert found("figure", text, _facts()) == []


def test_metrics_without_titles_are_not_compared() -> None:
    assert found("figure", "先后发出征求意见函2600余份。", _facts(titles={})) == []


def test_a_chinese_key_serves_as_title() -> None:
    facts = _facts("metrics: {走访群众: {value: 468, measure: 户}}", {})
    assert found("figure", "走访群众640余户。", facts) == ["640余户"]


def test_the_finding_names_the_metric_and_its_place() -> None:
    (finding,) = findings("figure", "先后发出征求意见函2600余份。", _facts())
    assert finding.message == "2600余份 differs from metrics.letters: the file has 2413份"
    assert finding.source is not None
    assert finding.source.line == 3


def test_metrics_that_all_stay_the_same_are_a_hint() -> None:
    same = [
        MetricFact(f"metrics.{name}", name, "件", "与上年同期持平", None, before=Decimal(9), after=Decimal(9))
        for name in ("信访量", "投诉量")
    ]
    (finding,) = findings("figure", "信访量与上年同期持平。", Facts(metrics=tuple(same)))
    assert finding.severity == "hint"
    assert findings("figure", "信访量与上年同期持平。", Facts(metrics=tuple(same[:1]))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("先后发放问卷1530份。¶前面说到，我们一共发放问卷1350份。", ["1350份"]),
        ("收回问卷1530份。¶工作很扎实。收回问卷1350份。", ["1350份"]),
        ("发出2400余份征求意见函。¶刚才讲到，发出征求意见函2613份。", ["2613份"]),
        ("余下的558亩是硬骨头。¶余下的528亩，年底前要处置。", ["528亩"]),
        ("归并成38个问题。¶这36个问题，要一个一个改。", ["36个"]),
        ("回头看，信访量同比下降90%，很不容易。¶信访量同比下降57%。", ["90%"]),
        ("制定涉及23项工作的要点，将25项工作中的50个点列成清单。", ["25项"]),
        ("欠下的7个实验，要补。¶把欠下的3个实验列成清单。", ["3个"]),
    ],
)
def test_the_same_thing_with_two_figures_is_reported(text: str, words: list[str]) -> None:
    assert found("figure", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "发放问卷1500余份。¶我们一共发放问卷1530份。",
        "去年走访困难群众120户。今年走访困难群众150户。",
        "上半年开展检查3次，下半年开展检查4次。",
        "五年来，改造老旧小区41.6万户。¶2025年，改造老旧小区8.2万户。¶下一步，改造老旧小区3.1万户。",
        "石桥镇走访困难群众120户。白杨乡走访困难群众90户。",
        "这类问题共有6个。¶这类问题共有8个。",
        "第一批发放问卷120份。第二批发放问卷150份。",
        "收到问卷120份。¶又收到问卷30份。",
        "州级机构有巡察组人员编制12名。12县市的巡察机构和人才库里，巡察组人员编制31名。",
    ],
)
def test_different_things_with_two_figures_are_left_alone(text: str) -> None:
    assert found("figure", text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("共发现问题23个，其中决策方面6个、资金方面8个、作风方面10个。", "error"),
        ("共发现问题23个，其中决策方面6个、资金方面8个、作风方面8个。", "warning"),
        ("这类问题共有6个，其中传达学习不及时2个、措施不具体5个。", "error"),
        ("这类问题共有六个，其中传达学习不及时两个、措施不具体五个。", "error"),
        ("走访企业16家，其中规模以上企业12家、小微企业5家。", "error"),
        ("交办问题217个，分为五类：饮水63个，医疗58个，住房41个，产业33个，教育20个。", "error"),
        ("全院干警共318名，包括法官112名、助理86名、书记员74名、法警28名、其他人员8名。", "error"),
        ("共收到来信来访23件（来信9件、来电8件、来访7件）。", "error"),
        ("没有办结的9个当中，6个是饮水，4个是产业。", "warning"),
        ("全县有42人考上重点大学（一中52人），为历年最好。", "warning"),
        ("共有44人获得一等奖，占全省五分之一；其中45人来自县中。", "error"),
        ("危险源共48处，一级5处、二级9处、三级14处、四级21处。", "warning"),
        ("修订制度18项、新建制度13项，合计33项。", "error"),
        ("民事、刑事、行政案件分别为120件、80件、20件，共计230件。", "error"),
        ("隐患214项，已整改171项，尚余34项正在整改。", "error"),
        ("积压纠纷112起，已化解87起，占77.7%。余下的22起，也都有了包案的领导。", "warning"),
        ("走访困难户12户，其中五保户18户。", "error"),
        ("修复资金共6480万元，其中中央2200万元、省级1800万元、市县两级2580万元。", "error"),
        ("修复资金共6478万元，其中中央2200万元、省级1800万元、市县两级2480万元。", "error"),
        ("一共受理642件事，当场办结578件，转办62件。", "warning"),
        ("617名党员，60岁以上的有241人，35岁以下的有75人，中间年龄段的有302人。", "warning"),
    ],
)
def test_parts_that_do_not_add_up_to_their_total_are_reported(text: str, severity: str) -> None:
    (finding,) = findings("figure", text)
    assert (finding.severity or "error") == severity


@pytest.mark.parametrize(
    "text",
    [
        "共发现问题23个，其中决策方面6个、资金方面8个、作风方面9个。",
        "现有党员120名，其中女党员70名、35岁以下党员60名。",  # one person may be both
        "现有党员120名，其中女党员30名、预备党员5名。",  # the list may be incomplete
        "立案查处13人，其中开除党籍9人、开除公职2人，移送司法机关9人。",
        "立案18件，其中大要案3件；结案16件。",
        "抽查的126个议题中，基建方面的有98个，医疗方面的只有5个。",
        "年末常住人口94.9万人，比上年末增加0.1万人，其中城镇41.4万人，乡村53.5万人。",
        "转移11个乡镇5218人，其中沧东县1962人、沧西县2143人、城关区1113人。",
        "苍岭有9个镇、4个乡，合起来13个乡镇，共187个行政村，其中贫困村64个。",
        "隐患214项，其中重大6项、一般208项；已整改171项，整改率79.9%，尚余43项。",
        "余下的558亩，年底前处置400亩。",
        "建成、改造9家文化馆，市级、县级阅览室分别有31家、164家。",
        "奖牌榜上我县共28人（女队15人），包括第1、2、5名。",
        "两个车间拿到红旗（全市一共只有6个），又有18个班组过关。",
        "人均收入从18320元和9460元分别提高到24110元和12870元。",
        "周青老师获得2项一等奖，另有13项获得二等奖，5项获得三等奖。",
        "全县有42人考上重点大学（全省平均320人），占全省的五分之一。",
        "共有44人获得一等奖，占全省五分之一；其中25人来自县中。",
        "新增绿化148万亩、其中北山43万亩，修复草地517万亩，治理沙地23万亩。",
        "建设10个县级书画中心、40个乡镇书画室、150个村级书画角。",
        "新建10个县级书屋、40个乡镇书屋、150个村级书屋。",
        "共看了学校35所，其中小学20所，初中9所，完全中学2所，教学点4个。",
    ],
)
def test_parts_that_add_up_or_may_be_incomplete_are_left_alone(text: str) -> None:
    assert found("figure", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("信访量由214件下降到92件，下降75%。", ["75%"]),
        ("信访量由214件上升到92件。", ["214件上升到92件"]),
        ("信访量下降75%（由214件降到92件）。", ["75%"]),
        ("满意率由92%提高到96%，提高6个百分点。", ["6个百分点"]),
        ("满意率由92%提高到96%，提高4%。", ["4%"]),  # 个百分点
        ("发文119件，比去年同期的184件减少75件，下降35.3%。", ["75件"]),
        ("收入31.46亿元，比上年增加2.71亿元，增长19.4%。", ["19.4%"]),
        ("去年立案48件，今年立案60件，增长35%。", ["35%"]),
        ("时间从42分钟缩短到28分钟，减少了一半。", ["一半"]),
        ("企业由10家发展到30家，增长5倍。", ["5倍"]),
        ("增长7.2%，比全市5.8%的平均增速高2.4个百分点。", ["2.4个百分点"]),
        ("上次反馈的问题有31个，已经改好的有26个，占74%。", ["74%"]),
        ("23个问题中已整改18个，占87%。", ["87%"]),
        ("发放问卷420份，收回399份，回收率85%。", ["85%"]),
        ("合计95个，占全县187个行政村的60.8%。", ["60.8%"]),
        ("差的只有63%～28%。", ["63%～28%"]),
        ("三季度用电6.51亿千瓦时，四季度用电6.84亿千瓦时，环比下降5.1%。", ["下降5.1%"]),
        ("由12309人减少到2509人，成绩很大。一年减少9800人，降幅9.6%。", ["9.6%"]),
    ],
)
def test_percentages_that_do_not_follow_are_reported(text: str, words: list[str]) -> None:
    assert found("figure", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "信访量由214件下降到92件，下降57%。",
        "信访量由214件下降到92件，下降57.0%。",
        "上次反馈的问题有31个，已经改好的有26个，占84%。",
        "上次反馈的问题有31个，已经改好的有26个，占83%。",  # cut off, not rounded
        "满意率由92%提高到96%，提高4个百分点。",
        "时间从42分钟缩短到28分钟，减少了三分之一。",
        "地区生产总值486.3亿元，按可比价格计算，增长7.2%；上年为470亿元。",
        "排名由10位上升到3位。",
        "3家单位优秀，占5%，12家单位良好，占20%，其余45家合格。",
        "消除风险872户2616人，户数占77.6%，全县共1124户3386人。",
        "走访群众120户，办理实事30件，满意率95%。",
        "完成投资12.6亿元，占年度任务的105%。",
        "36节课里，优秀14节，良好17节，一般5节，优良率86.1%。",
    ],
)
def test_percentages_that_follow_are_left_alone(text: str) -> None:
    assert found("figure", text) == []


@pytest.mark.parametrize(
    "words",
    [
        "2413余", "2413多", "23余", "二十三余", "2400多余", "2400余多", "20余多", "20多余", "数十余", "几十余",
        "上百余", "近20余", "将近20多", "接近二十余", "约20余", "超过20余", "逾千余", "约近", "将近约", "超过近",
    ],
)  # fmt: skip
def test_contradictory_and_doubled_words_of_approximation_are_reported(words: str) -> None:
    text = f"先后走访了{words}户群众。" if words[-1] in "余多" else f"先后走访了{words}200户群众。"
    assert found("figure", text) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "约20人左右", "大约300份上下", "约占30%左右", "近20人左右", "近100户以上", "接近一半以上", "超过一半以上",
        "至少20场以上", "不少于20人以上", "不超过20人左右", "20余场左右", "30多人以上", "20场余", "下降1倍",
        "减少2倍", "降低一倍", "成倍下降", "降幅达1倍", "90余%",
    ],
)  # fmt: skip
def test_other_wordings_that_contradict_themselves_are_reported(words: str) -> None:
    assert found("figure", f"情况是{words}。") == [words]


@pytest.mark.parametrize("words", ["下降150%", "减少120%", "占120%", "占比达到105%", "满意率102%", "办结率为101%"])
def test_more_than_100_per_cent_is_reported(words: str) -> None:
    assert len(found("figure", f"全年{words}。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "发出3.4万余份，投入12余万元，走访20余户、百余人。",
        "近20余年来，近三十多年间，最近20多天，附近300余户。",
        "余额2413万元，其余23户，余姚市，工作之余，一年多来。",
        "约谈20人左右，节约30%左右，签约20家左右。",
        "全局500人上下一心。",
        "增长了300%，提高1倍，不少于2倍，减少到原来的三分之一。",
        "满意率达到100%，完成率120%，床位使用率108%，毛入学率104%。",
        "15多样性，2023年来，7件来访。",
        "近2500份，约2400份，2400份左右，超过20场，20场以上，至少20场，不足20人。",
    ],
)
def test_correct_wordings_are_left_alone(text: str) -> None:
    assert found("figure", text) == []


@pytest.mark.parametrize("text", ["漏损率从14.8%降到11.9%，降了2.8个百分点", "税收从29.6万元提高到31.8万元，增长7.2%"])
def test_a_difference_that_rounding_may_explain_is_a_hint(text: str) -> None:
    assert [finding.severity for finding in findings("figure", f"{text}。")] == ["hint"]


@pytest.mark.parametrize("text", ["15余年", "98.6余公里", "利润下降150%", "大约有20多人"])
def test_colloquial_wordings_are_a_warning(text: str) -> None:
    assert [finding.severity for finding in findings("figure", f"情况是{text}。")] == ["warning"]


def test_full_width_digits_are_read_as_figures() -> None:
    assert found("figure", "先后走访了２４１３余户。") == ["２４１３余"]


def test_no_figure_is_fixed_automatically() -> None:
    texts = "信访量由214件下降到92件，下降75%。近20余场。共23个，其中6个、8个、10个。"
    assert [finding.replacement for finding in findings("figure", texts)] == [None, None, None]
