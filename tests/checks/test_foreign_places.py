"""foreign-unit: another place of the unit's own level where the unit's own place is meant."""

from __future__ import annotations

import pytest

from speechgen.checks.facts import Facts

from .rules import findings, found

CITY = "{unit: {name: 宜昌市人民政府, aliases: [宜昌, 宜昌市]}, people: [{name: 程远}]}"
COUNTY = "{unit: {name: 秭归县}, leading_body: {name: 县委}, people: [{name: 程远, post: 县委书记}]}"
PROVINCE = "{unit: {name: 湖北省}, leading_body: {name: 湖北省委}, campaign: {name: 扫黑除恶专项斗争}}"
DISTRICT = "{unit: {name: 武汉市洪山区水务局, short: 区水务局}, people: [{name: 程远, post: 区水务局局长}]}"
POLICE = "{unit: {name: 洛阳市公安局, short: 市公安局}}"
COURT = "{unit: {name: 山西省高级人民法院, short: 省法院, aliases: [山西省法院]}}"
PARTY = "{unit: {name: 中共柳州市委组织部, short: 市委组织部}}"
TOWN = "{unit: {name: 秭归县茅坪镇, short: 茅坪镇}}"
NAMELESS = "{unit: {name: 市教育局}}"
INVENTED = "{unit: {name: 青石市水务局, short: 市水务局}}"

OWN_ONLY = [  # nothing but the unit's own place can be meant
    (COUNTY, "参加会议的有县直各部门、中省市驻兴山各单位的负责同志。", "兴山"),
    (COUNTY, "省、市驻远安县单位也要参加。", "远安县"),
    (CITY, "向所有关心支持襄阳发展的老领导、老同志表示感谢！", "襄阳"),
    (CITY, "向长期以来关心和支持荆州建设与发展的同志们致以敬意！", "荆州"),
    (CITY, "为建设幸福美好荆门而努力奋斗！", "荆门"),
    (PARTY, "为现代化美好桂林建设提供组织保证。", "桂林"),
    (PARTY, "奋力谱写美丽新玉林建设新篇章。", "玉林"),
    (DISTRICT, "同志们，会议到此结束。¶武汉市江夏区水务局局长  程远", "武汉市江夏区"),
    (CITY, "我代表襄阳市委、市政府，向大家表示感谢。", "襄阳市"),
    (COUNTY, "在此，我代表兴山县委、县政府表示欢迎。", "兴山县"),
    (POLICE, "大力弘扬新时代开封精神。", "开封"),
    (PROVINCE, "要在湖南省委的坚强领导下做好工作。", "湖南省"),
    (COUNTY, "兴山县委书记 程远", "兴山县"),
    (COUNTY, "现在，在兴山县第十八届人民代表大会第三次会议上作报告。", "兴山县"),
    (CITY, "加快建设“产业强、生态优”新荆州，功在当代。", "荆州"),
    (COUNTY, "在荆州市委、市政府的坚强领导下，我们做了一些工作。", "荆州市"),
    (COUNTY, "为建设美好湖南贡献力量。", "湖南"),
]
LIKELY = [  # the unit's own place is probably meant
    (COUNTY, "9月6日，兴山县党的群众路线教育实践活动动员大会召开。", "兴山县"),
    (COUNTY, "9月6日上午，远安县召开主题教育总结会议。", "远安县"),
    (CITY, "程远要求，襄阳市委、市政府要坚决扛起政治责任。", "襄阳市"),
    (CITY, "各位代表，荆州的发展和进步来之不易。", "荆州"),
    (CITY, "宜昌的明天会更好。荆州的未来属于你们。", "荆州"),
    (CITY, "宜昌是大家的宜昌，十堰是我们共同的家园。", "十堰"),
    (CITY, "宜昌要走在前列。襄阳市地处三省交界，任务更重。", "襄阳市"),
    (CITY, "宜昌要走在前列。襄阳位于长江中游，任务更重。", "襄阳"),
    (PROVINCE, "检视整改动真碰硬，安徽第二批主题教育取得实效。", "安徽"),
    (PROVINCE, "这次督导有力推动了湖南省的扫黑除恶专项斗争。", "湖南省"),
    (PROVINCE, "湖北的同志很努力，湖北变化很大，这也是对湖南干部廉洁自律的提醒。", "湖南"),
    (POLICE, "洛阳是古都。开封公安队伍“讲忠诚、敢担当”，是一支过硬的队伍。", "开封"),
    (POLICE, "洛阳公安打了胜仗，平顶山公安机关作风过硬。", "平顶山"),
    (COURT, "督导组召开陕西省法院队伍教育整顿汇报会。", "陕西省"),
    (COURT, "陕西法院队伍是过硬的，山西法院队伍是可靠的。", "陕西"),
    (COUNTY, "对照兴山县上轮巡视报告，逐条检查。", "兴山县"),
    (COUNTY, "省委巡视组对长阳县开展巡视。", "长阳县"),
    (COUNTY, "全体兴山人民要团结起来。", "兴山"),
    (COUNTY, "远安县委高度重视，多次研究部署。", "远安县"),
    (COUNTY, "远安县领导班子要带头。", "远安县"),
    (COUNTY, "近年来，远安经济社会发展取得了新成效。", "远安"),
    (CITY, "推动荆州高质量发展迈上新台阶。", "荆州"),
    (CITY, "奋力开创荆州改革发展新局面。", "荆州"),
    (CITY, "荆州人民勤劳智慧，荆州干部能打硬仗。", "荆州"),
    (TOWN, "为推动兴山高质量发展贡献茅坪力量。", "兴山"),
    (INVENTED, "为推动襄阳高质量发展贡献水务力量。", "襄阳"),
    (NAMELESS, "绵阳要当先锋，绵阳教育要争一流，绵阳有条件。为推动德阳高质量发展作出贡献。", "德阳"),
    (CITY, "深入推进“平安荆州”建设，推进“数字荆州”。", "荆州"),
    (CITY, "营造“爱我宜昌、兴我荆州”的浓厚氛围。", "荆州"),
    (CITY, "让绿色成为荆州发展的底色。", "荆州"),
    (CITY, "把荆州建成长江中游的明珠。", "荆州"),
    (POLICE, "打造了“开封标杆”，交出了满意答卷。", "开封"),
    (PARTY, "督导组进驻梧州开展督导。", "梧州"),
    (PARTY, "我们生活在柳州，热爱梧州这座城市。", "梧州"),
    (PARTY, "欢迎大家来到梧州，共同见证这一时刻。", "梧州"),
]


@pytest.mark.parametrize(("unit_file", "text", "name"), OWN_ONLY)
def test_another_place_where_only_the_own_one_can_be_meant_is_an_error(unit_file: str, text: str, name: str) -> None:
    assert name in " ".join(found("foreign-unit", text, unit_file))
    assert "error" in [each.severity for each in findings("foreign-unit", text, unit_file)]


@pytest.mark.parametrize(("unit_file", "text", "name"), LIKELY)
def test_another_place_where_the_own_one_is_likely_is_a_warning(unit_file: str, text: str, name: str) -> None:
    assert name in " ".join(found("foreign-unit", text, unit_file))
    assert {each.severity for each in findings("foreign-unit", text, unit_file)} == {"warning"}


@pytest.mark.parametrize(
    ("unit_file", "text"),
    [
        # superiors, subordinates, other names of the same place
        (COUNTY, "在宜昌市委、市政府的坚强领导下，为推动宜昌高质量发展作贡献。"),
        (COUNTY, "在湖北省委的坚强领导下，奋力谱写湖北发展新篇章。"),
        (CITY, "兴山县委高度重视，兴山的发展来之不易。"),
        (CITY, "推动宜都高质量发展，推动秭归高质量发展。"),
        (DISTRICT, "为推动武汉高质量发展贡献洪山力量。"),
        (COUNTY, "为建设美丽秭归而奋斗，为秭归人民服务。"),
        (COUNTY, "推动荆州高质量发展，促进湖南发展。"),
        # visited, learnt from, compared with, worked with
        (COUNTY, "我们赴兴山县考察学习，受益很深。"),
        (COUNTY, "要学习兴山的发展经验，借鉴远安的做法。"),
        (CITY, "与襄阳的发展相比，我们还有差距。"),
        (CITY, "襄阳的发展比我们快，荆州也在追赶。"),
        (CITY, "深化与荆州的合作，推动宜昌荆州协同发展。"),
        (CITY, "武汉、襄阳的发展势头很好。"),
        (CITY, "对标襄阳、荆门，推动荆门高质量发展等经验值得借鉴。"),
        (CITY, "向襄阳学习，向荆门看齐。"),
        (CITY, "支持新疆发展，支援西藏建设，是我们的责任。"),
        (CITY, "对口支援恩施，帮扶十堰发展。"),
        (CITY, "积极融入武汉都市圈，服务武汉的发展。"),
        (CITY, "武汉是省会，武汉的发展带动全省。"),
        (CITY, "北京冬奥会成功举办，上海的发展日新月异。"),
        (CITY, "会议在襄阳召开，襄阳市委书记致辞。"),
        (CITY, "9月6日，全省现场会在荆州召开。"),
        (CITY, "从荆州到宜昌，沿江高铁即将通车。"),
        (CITY, "他是荆州人，在襄阳工作多年，曾任荆门市委书记。"),
        (CITY, "他出生在十堰，毕业于武汉大学，来自黄冈市。"),
        (CITY, "要向十堰市委书记程立同志学习。"),
        (PROVINCE, "同湖南的同志一道，共建长江中游城市群。"),
        (PROVINCE, "湖南、江西的扫黑除恶专项斗争有声有色。"),
        (PROVINCE, "广东改革开放的经验，浙江的“千万工程”，福建的晋江经验。"),
        (PROVINCE, "上海干部、浙江干部敢闯敢试，值得学习。"),
        # events, spirits, works, brands, roads, schools
        (CITY, "遵义会议是转折点，西安事变震动中外。"),
        (CITY, "弘扬延安精神、井冈山精神、大庆精神。"),
        (CITY, "弘扬延安精神，传承遵义精神。"),
        (CITY, "弘扬伟大的唐山抗震救灾精神。"),
        (CITY, "荆州古城、襄阳大道、十堰火车站。"),
        (CITY, "他写了《荆州的发展》一书。"),
        (CITY, "参加了“荆州论坛”，看了“荆州之夜”演出。"),
        (CITY, "荆州至武汉高速公路荆州段建成通车。"),
        (CITY, "有人说“荆州的明天更美好”。"),
        (CITY, "荆州银行、襄阳职业技术学院、黄石港。"),
        (CITY, "2010年上海世博会期间，上海人民热情好客。"),
        # words that are also the names of places
        (COUNTY, "建设平安秭归、和谐秭归，推动资源高质量利用。"),
        (COUNTY, "加强公安队伍建设，公安干部要过硬。"),
        (COUNTY, "推动合作高质量发展，友谊的未来更美好。"),
        (COUNTY, "支持和平发展，关心支持兴业创业。"),
        (COUNTY, "让人民富裕，让和平的明天更美好。"),
        (COUNTY, "东方的发展，民族的复兴，共和的精神。"),
        (COUNTY, "推动互助合作，推动会同有关部门高质量完成。"),
        (COUNTY, "服务新兴产业，推动新兴产业高质量发展。"),
        (CITY, "祝大家幸福安康，让百姓安康的生活更美好。"),
        (CITY, "确保长治久安，日照时间充足。"),
        (CITY, "全市大同小异，天下大同的理想。"),
        # words across which a name seems to be
        (PROVINCE, "要把浙江西部的经验带回来，黄河南岸的建设也要抓好。"),
        (PROVINCE, "在长江南北，青海南部，都留下了足迹。"),
        (COUNTY, "全县安宁化解工作，推动全县城固定资产投资。"),
        (COUNTY, "推动县城口岸建设，推动工作高唐突破。"),
        # listed in the unit file
        ("{unit: {name: 秭归县}, mentions: [兴山县]}", "兴山县委高度重视，兴山的发展来之不易。"),
        ("{unit: {name: 宜昌市水务局}, mentions: [荆州市水务局]}", "推动荆州高质量发展。"),
        ("{unit: {name: 宜昌市}, people: [{name: 程远, post: 荆州市委书记}]}", "荆州市委高度重视。"),
        # names of people
        (CITY, "刚才，荆州同志代表党组传达了省委书记程远的讲话。"),
        (COUNTY, "兴山同志和县委书记程远都讲了。"),
        # a place that the speech is also about
        (CITY, "荆州来了三十家企业，荆州的投资很大，荆州的同志说得好，荆州的发展有我们一份。"),
        (CITY, "欢迎荆州市党政代表团。荆州的发展令人鼓舞，荆州的明天会更好。"),
        # no place of the unit is known
        (NAMELESS, "推动德阳高质量发展，绵阳的发展来之不易。"),
        ("", "推动德阳高质量发展，绵阳的发展来之不易。"),
    ],
)
def test_places_that_a_speech_rightly_names_are_not_reported(unit_file: str, text: str) -> None:
    assert found("foreign-unit", text, unit_file) == []


def test_without_a_unit_file_the_title_gives_the_place() -> None:
    text = "在宜昌市2020年教育工作会议上的讲话¶¶同志们：¶为推动荆州高质量发展作出贡献。"
    (finding,) = findings("foreign-unit", text, Facts(), whole=True)
    assert finding.severity == "warning"
    assert "荆州" in finding.message


def test_the_message_has_the_place_that_is_expected() -> None:
    (finding,) = findings("foreign-unit", "推动荆州高质量发展迈上新台阶。", CITY)
    assert finding.message == "荆州 is in a place where 宜昌, the unit's own, is expected"
    assert finding.fix == "write 宜昌; if the other is meant, add it to mentions in the unit file"
