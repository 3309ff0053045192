"""Words that fit one kind of unit: 局 and 局长 for a bureau, 镇 and 村干部 for a town, 校 and 教职工 for a school."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import pairs, rows
from speechgen.messages import ENGLISH, language

KINDS_OF_WORD = "names/kinds_of_words"  # the kinds of units that the word in 我院, 全院 can refer to
POSTS_OF_HEADS = "names/posts_of_heads"
_KINDS_IN_ENGLISH = "names/kinds_in_english"
# Places from small to large.
RANKS = {"村": 0, "社区": 0, "镇": 1, "乡": 1, "街道": 1, "县": 2, "区": 2, "市": 3, "省": 4}
# Not followed by characters that make another word: 我市场, 全局性, 本区域, 我校对, 全委会, 我省下.
_NOT_OTHER_WORD = r"(?!民委|史馆|正(?![在式])|[场域别分对准限促面势部会托屈派定静压愁亲下心钱略却悟线子落])"
# Not 乡镇, 村组, 市县, which are not one place.
_WORDS = (
    "学校|医院|集团|公司|协会|街道|社区|[局厅委院校镇]|乡(?!镇)|村(?![镇组社])|县(?![市区乡])|区(?!县)|市(?![县区])"
)
PRONOUN = lazily(rf"(?P<who>我们|你们|咱们|[我本贵你咱])(?P<word>{_WORDS}){_NOT_OTHER_WORD}")
WHOLE_UNIT = lazily(rf"全(?P<word>{_WORDS})(?:系统)?{_NOT_OTHER_WORD}")
# After 全局, 全校: these words refer to the people of the unit itself.
STAFF_AFTER = lazily(
    r"(?:[\dx×一二三四五六七八九十百千两]{1,6}(?:多|余)?名|各项工作)|(?:系统)?(?:广大|全体|各级)?(?:上下|党员|干部|职工|教职工|员工|同志|工作人员|医务人员|干警|领导班子|班子"
    "|各?科室|各?股室|师生|各单位|各部门|各处室|各支部|各级党组织|群众|人民)"
)
# 校工会, 局纪委 without a name before it; the word for the unit is the first character.
OWN_PART = lazily(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由请向对让在为和与望表过]))(?P<part>(?P<word>[局厅院校镇乡])"
    r"(?:工会|团委|妇联|纪委|领导班子|班子|党政班子))"
)
SPEAKS_FOR_GOVERNMENT = lazily("(?<=代表)(?P<body>(?P<word>[省市县区镇乡])(?:人民)?(?:政府|委(?![员派托])))")
# 我代表医院向…, of the head of a university.
SPEAKS_FOR = lazily(
    "我(?:谨|们)?代表(?P<word>学校|医院|集团|公司|协会|街道|社区)(?=[向对，]|党委|党组|党总支|领导班子|行政|全体|作|做)"
)
# 我镇团支部 of a village's branch: the unit is called after its place.
OWN_BRANCH = lazily(
    "(?P<who>我们|咱们|[我本])(?P<word>[村镇乡校局院厂]|街道|社区)(?P<branch>团支部|党支部|团总支|党总支)"
)
# The meeting in the title, and that of which the speaker says 这次; of 全省教育工作会议 others speak too.
MEETING = lazily("全(?P<word>[省市县区镇乡])(?P<subject>[\u4e00-\u9fff]{4,})")
THIS_MEETING = lazily("(?:这次|本次|此次|今天召开的?|今天的|这里召开)(?P<meeting>全(?P<word>[省市县区镇乡]))")
# Other systems than the speaker's: 法院系统 in a procuratorate.
SYSTEMS = {"法院": "检察机关|检察|检察院|公安", "检察院": "法院|审判|人民法院|公安"}
SYSTEM = lazily("(?P<field>检察机关|检察院?|人民法院|法院|审判|公安)系统")
COMMITTEE_OF = {
    word: lazily(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[由请向对让在为和与按照据经受]))(?:{word}委|{word}政府)(?![员派托屈任])"
    )
    for word in "县区"
}
# Patterns of other organisations that a word may refer to.
_NAMED = "[\u4e00-\u9fff]"
MENTION_PATTERNS = {
    "局": rf"(?![大结格布全开时战定变出入设做书邮我本贵你们]){_NAMED}局(?![面部限势促])",
    "厅": rf"(?![大客餐门我本贵你们全]){_NAMED}厅",
    "委": "[发卫国住经农教建科]委|委员会",
    "院": "[医学法察卫究计产剧影]院",
    "校": "学校|高校|中学|小学|大学|校园|校长|党校|幼儿园",
    "集团": "公司|企业|(?<![我本贵你们全])集团",
    "公司": "(?<![我本贵你们全])公司|企业|集团",
    "协会": "(?<![我本贵你们全])协会",
    "镇": rf"(?![我本贵你们全乡城村各个集]){_NAMED}镇(?![定静压乡])|镇[里上村]",
    "乡": rf"(?![我本贵你们全家故城]){_NAMED}乡(?![愁])",
    "街道": "(?<![我本贵你们全])街道",
    "社区": "(?<![我本贵你们全])社区",
    "村": rf"(?![我本贵你们全农乡]){_NAMED}村",
    "县": rf"(?![我本贵你们全省市个各困]){_NAMED}县|县里|该县",
    "区": rf"(?![我本贵你们全社园小校地山城辖县景库各灾牧街]){_NAMED}区(?!域)",
    "市": rf"(?![我本贵你们全城都上股集各县地]){_NAMED}市(?!场)",
}
MENTION_PATTERNS["学校"] = MENTION_PATTERNS["校"]
MENTION_PATTERNS["医院"] = "医院|卫生院"


class Staff(NamedTuple):
    """Words for people who only work in some `kinds` of units, or in units and groups whose names match `field`."""

    words: str
    kinds: tuple[str, ...]
    field: str


GOVERNMENTS = ("省", "市", "县", "区", "镇", "乡")
STAFF = (
    Staff(
        "教职员工|教职工|师生员工|教育工作者",
        ("学校", "大学", *GOVERNMENTS),
        "学校|[中小大]学|学院|校园|教师|教育.{0,4}局|教[体科]局|教委|文教|师生|课堂|幼儿园|高校|教育系统",
    ),
    Staff("医务人员|医护人员|医务工作者|白衣天使|医护", ("医院", *GOVERNMENTS), "医|卫[生健计]|健康|疾控"),
    Staff(
        "政法干警|干警|民警",
        ("法院", "检察院", *GOVERNMENTS),
        "公安|司法|法院|检察|监狱|戒毒|政法|警|派出所|执法|国安",
    ),
    Staff("局机关干部", ("局",), "[\u4e00-\u9fff]局"),
    Staff("法院干警|检察干警|法官", ("法院", "检察院", "省", "市", "县", "区"), "法院|检察|政法|司法|法官"),
    Staff(
        "镇村干部|乡镇干部|街道干部",
        ("村", "社区", "街道", *GOVERNMENTS),
        "农业|农村|乡村|[村镇乡]|街道|民政|扶贫|组织部",
    ),
    Staff("纪检监察干部|纪检干部", (), "纪[检委律监]|监委|巡[察视]"),
    Staff(
        "村组干部|村社干部|村干部",
        ("村", "街道", "社区", "园区", *GOVERNMENTS),
        "农业|农村|乡村|[村镇乡]|民政|扶贫|组织部",
    ),
    Staff("社区工作者|社区干部", ("社区", "街道", *GOVERNMENTS), "社区|街道|民政|社会工作|治理"),
    Staff("税务干部", (), "税"),
    Staff("信贷员|柜员", ("企业",), "银行|信用社|金融"),
)
STAFF_OF = {words: each for each in STAFF for words in each.words.split("|")}
STAFF_WORD = lazily("|".join(STAFF_OF))
# Before words for people: they are the unit's own staff. 广大…, 全体…, 127名…, 党员干部和….
STAFF_BEFORE = lazily(
    "(?:(?:广大|全体|全[局校院镇县市厅委乡]|各位|所有|每位|每名|我们的|在座的|在座各位)(?:党员|干部|在职|基层|一线|[、和的]){0,3}"
    "|(?:党员|干部|班子)[、和与及](?:全体|广大)?)$"
)
STAFF_COUNT = lazily(r"(?:\d|[一二两三四五六七八九十百千余多])名(?:在职|一线)?$")
# Parts of a unit: the kinds of units that have them, and words nearby with which they are those of another unit.
UNIT_PARTS = {
    "年级组": (("学校",), "学校|中学|小学|校长"),
    "教研组": (("学校", "大学"), "学校|中学|小学|校长"),
    "院系": (("大学",), "大学|学院|高校"),
    "临床科室": (("医院",), "医院|卫生院|医疗"),
    "病区": (("医院",), "医院|卫生院|医疗"),
    "庭室": (("法院",), "法院|法庭|审判"),
    "业务庭": (("法院",), "法院|法庭|审判"),
    "子公司": (("企业",), "公司|企业|集团"),
    "分公司": (("企业",), "公司|企业|集团"),
    "车间": (("企业",), "公司|企业|集团|厂"),
    "街道": (("街道", "省", "市", "县", "区"), "(?<!各)街道"),
    "社区": (("社区", "街道", *GOVERNMENTS), "(?<!各)社区"),
    "村": (("村", "街道", *GOVERNMENTS), "[镇乡村]"),
    "居民小组": (("社区", "村", "街道", *GOVERNMENTS), "社区|居民"),
}
# Not 各街道、乡镇, nor what each has, as its own units: 各街道司法所, 各社区卫生服务中心.
EACH_PART = lazily(
    rf"各(?P<part>{'|'.join(UNIT_PARTS)})(?![、（(级镇乡]"
    "|(?:社区)?(?:卫生|文化|便民|党群|政务|综治|服务){0,2}(?:中心|院|站)|司法所|派出所|财政所|(?:中心)?小学|中学|学校|幼儿园)"
)
POST_OF_HEAD = lazily(lambda: "|".join(post for post, *_ in rows(POSTS_OF_HEADS)))
# 街道 as the subject of a sentence; not 街道两旁, and not in a list. In a subdistrict, 镇 likewise.
SUBDISTRICT_ACTS = lazily(
    r"(?:(?<![\u4e00-\u9fff、])|(?<=代表)|(?<=请))街道(?:办事处(?![、和与及])"
    r"|(?:办)?(?:高度重视|始终|坚持|按照|认真|严格|上下|全体|广大|领导班子|班子|机关))|(?:(?<![\u4e00-\u9fff、])|(?<=请)|(?<=广大)|(?<=全体))街道(?:干部|党员)(?![、和与及])"
)
TOWN_ACTS = lazily(r"(?:(?<![\u4e00-\u9fff、])|(?<=代表)|(?<=请))镇(?:(?:人民)?政府(?![、和与及])|机关|领导班子|班子)")


@cache
def post_of_head(post: str) -> tuple[str, tuple[str, ...]]:
    """The word for the unit that has a head with this post, and the kinds of units that have one."""
    return next((word, tuple(kinds.split())) for each, word, kinds in rows(POSTS_OF_HEADS) if each == post)


def kind_in_words(kind: str) -> str:
    """A kind of unit in the language of messages: 局, or "a bureau"."""
    return pairs(_KINDS_IN_ENGLISH)[kind] if language() == ENGLISH else kind
