"""Suffixes and patterns of organisation names, and the words that only look like one."""

from __future__ import annotations

from speechgen.model import lazily

LEVELS = "省市县区州旗盟"
# A name ends in one of these.
SUFFIXES = lazily(
    "管理委员会|管委会|协会|学会|联合会|商会|[局委厅镇乡县](?!员)|委员会|区(?=委(?!员)|政府|人民|法院|检察|纪委)|街道|社区|医院|保健院|中学|小学|学校|幼儿园|高中|中院"
    "|法院|检察院|集团(?:有限责任公司|股份有限公司|有限公司|公司)?|有限责任公司|股份有限公司|有限公司|公司"
    "|[市县区][一二三四五六七八九十]中"
)
# With these after it, the suffix is part of another word: 局面, 委托, 镇定, 乡村, 县域, 一中全会.
OTHER_WORD_CONTINUATIONS = {
    "局": "面势部限促域",
    "委": "托派屈婉任以曲培",
    "镇": "定静压守痛住得纸流",
    "乡": "村镇亲愁土音里下间贤情邻风",
    "县": "域级乡区市直",
    "会": "商议上场谈诊面",
    "中": "全心间央国华学小年期旬午文枢型等式外医药断和有考招",
}
_COUNTS = "全各我本该你贵每某几两个一二三四五六七八九十的了"
# With these before it, the suffix is part of a common word: 大局, 布局, 乡镇, 各镇, 重镇, 家乡, 全县, 强县.
NOT_BEFORE_SUFFIX = {
    "局": _COUNTS + "局大结格布开僵残当败危破时政战定骗饭酒牌棋变终胜新出入设做平书邮药总分赌对困乱迷成这外支站科",
    "镇": _COUNTS + "镇乡城市集村小古重名强冰坐大老街县区此业范进心色制困型点级星在属边邻弱品管为着等余来下到产军态",
    "乡": _COUNTS + "乡城家老故下返回还侨异他水梦同思离县镇山边入驻助兴归出帮村原外扶革贫墨醉族之到农",
    "县": _COUNTS + "县市区州困进范强大小穷邻外业点贫帽郡级省山牧粮产边等老新建入返为弱百到",
    "区": _COUNTS + "社园校小辖地市城郊新老山景库牧林片厂街灾发治护验特战禁误盲雷湖港矿业县",
    "街道": _COUNTS + "条镇乡区市县要背大小老主片新城",
    "社区": _COUNTS + "镇乡区市县村大小老新城道型范慧和平农",
}
# Characters that no name of a town or county contains.
NOT_IN_NAMES = frozenset(
    "的了是在不有为把被让和与或对从到向就都也还要会能可将以及其此这那个等各全我本该你贵每某几多很更最又再只使令叫给跟"
    "同由请去来说看做作讲谈提所者时里下中后前内外间级位名次些"
)
# Characters after which a name may begin.
NAME_MAY_FOLLOW = frozenset(
    "局在着合到对就由请让与和及同从向给为是去看把被叫跟或有的了、以于离往进来访问查导察研驻系赴开表谢望信愿助持过像如即"
    "市县区省州旗盟说对据任自了将令使"
)
# Characters in which no place name ends: the last of 结合, 根据, 来到, 抄送, 届, as in 根据县委部署.
NOT_LAST_IN_NAMES = frozenset(
    "进到合据表望送涉谢为对在让请向和与及由给以于了着过自从同被把们届并且而但走入按照经托受达求约邀陪随往赴离导括含"
)
# After these, 市, 县 or 区 is not the level of a place: 城市, 上市, 社区, 各县.
NOT_BEFORE_LEVEL = frozenset("城都上门超集夜股楼地社园校小辖山各全该县市区")
# After these, a name stands for several organisations: 县级财政局, 市直教育局, 各财政局.
PLURAL = frozenset("级直各全该本我")
_NUMBER = "第[一二三四五六七八九十]{1,3}"
HOSPITAL = lazily(
    rf"(?P<level>[省市县区州])?(?P<number>{_NUMBER})?"
    r"(?:人民|中心|中医(?=医)|中(?=医院)|中西医结合|妇幼|妇产|妇女|儿童|口腔|眼科|肿瘤|传染病|精神卫生|康复|骨科|协和"
    r"|红十字|职工|附属)*(?:医院|保健院)$"
)
SCHOOL = lazily(
    rf"(?P<level>[市县区州镇乡])?(?P<number>{_NUMBER})?"
    r"(?:实验|中心|高级|初级|职业|技术|技工|外国语|特殊教育|附属|师范|育才|希望|艺术|中等)*"
    r"(?:中学|小学|学校|幼儿园|高中)$"
)
COURT = lazily(rf"(?P<level>[市县区州])(?P<number>{_NUMBER})?(?:人民|[中初高]级|中等|基层)*(?:法院|检察院|中院)$")
ZONE = lazily("[\u4e00-\u9fff]{2,16}?(?:开发区|园区|新区|景区|保税区|示范区|度假区|试验区)$|(?:高新|经开)区$")
BRANCH = lazily(r"(?:[\u3400-\u9fff]{2,4})?(?:分局|支队|大队)")
