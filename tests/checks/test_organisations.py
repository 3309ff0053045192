"""Finding the names of organisations in running text."""

from __future__ import annotations

import pytest

from speechgen.checks.rules.names.organisations import organisations
from speechgen.checks.rules.names.unit_kinds import kind_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请市财政局、县水利局帮助协调。", ["市财政局", "县水利局"]),
        ("由市住房和城乡建设局牵头，住建局配合。", ["市住房和城乡建设局", "住建局"]),
        ("与市体育教育局衔接。", ["市体育教育局"]),
        ("市发改委、市国资委、市卫生健康委员会。", ["市发改委", "市国资委", "市卫生健康委员会"]),
        ("青石县税务局开展自查。", ["青石县税务局"]),
        ("市公安局城关分局的同志。", ["市公安局城关分局"]),
        ("我们到了河口镇，看了沧东县和听荷街道。", ["河口镇", "沧东县", "听荷街道"]),
        ("在城关镇中心小学座谈。", ["城关镇中心小学"]),
        ("江北区人民法院受理。", ["江北区人民法院"]),
        ("市第三中学、市一中、市实验小学。", ["市第三中学", "市一中", "市实验小学"]),
        ("县人民医院、市中医院、市第二人民医院。", ["县人民医院", "市中医院", "市第二人民医院"]),
        ("市城投集团、市城市建设投资集团有限公司。", ["市城投集团", "市城市建设投资集团有限公司"]),
        ("市餐饮协会、高新区管委会。", ["市餐饮协会", "高新区管委会"]),
        ("向永昌市城市管理局反馈。", ["永昌市城市管理局"]),
        ("市荔枝产业局的同志。", ["市荔枝产业局"]),
    ],
)
def test_a_name_is_found_from_its_beginning_to_its_suffix(text: str, names: list[str]) -> None:
    assert [organisation.name for organisation in organisations(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "胸怀大局，谋好布局，打开局面，着眼全局，跳出格局，走向结局。",
        "各局、我局、本局、全局上下。",
        "常委、政委、评委、编委、村委、市委、县委、省委、党委、纪委。",
        "乡镇、城镇、重镇、全镇、各镇、特色小镇、镇定自若、镇里。",
        "全县、各县、县级、县域、强县、两县交界、县委、根据县委部署。",
        "社区、园区、全区、校区、小区、地区、各街道、11个街道、全市各镇。",
        "医院、学校、法院、公司、集团、人民法院、上市公司、子公司、公立医院、重点中学。",
        "十八届三中全会、一中心两基地。",
        "省财政厅、省水利厅、国家统计局、国家税务总局。",
        "市县财政局、六个县区统计局、各财政局、县级财政局。",
        "各行业协会、园区管委会、管委会、全市行业协会、气象部门联合会商。",
        "家乡、故乡、老乡、乡亲、乡村振兴、城乡。",
        "委托、委派、委员、委屈、教育局限于条件、统计局部数据。",
    ],
)
def test_words_that_only_look_like_an_organisation_are_not_found(text: str) -> None:
    assert [organisation.name for organisation in organisations(text)] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("市住房和城乡建设局", "局"),
        ("市发展和改革委员会", "委"),
        ("安澜县柳溪镇", "镇"),
        ("听荷街道", "街道"),
        ("梧桐里社区", "社区"),
        ("岚溪县", "县"),
        ("中共苍岭县委员会", "县"),
        ("苍岭县委", "县"),
        ("岚溪县人民医院", "医院"),
        ("市中级人民法院", "法院"),
        ("市人民检察院", "检察院"),
        ("望溪七中", "学校"),
        ("市城市建设投资集团有限公司", "企业"),
        ("市民营企业协会", "团体"),
        ("澜州经济技术开发区管理委员会", "园区"),
        ("Harrowmere College", "大学"),
        ("某某", ""),
    ],
)
def test_the_kind_of_a_unit_by_its_name(name: str, kind: str) -> None:
    assert kind_of(name) == kind
