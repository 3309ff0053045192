"""Suffixes and patterns of organisation names. The characters in and around these names are a table."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily

LEVELS = "省市县区州旗盟"
# A name ends in one of these.
SUFFIXES = lazily(
    "管理委员会|管委会|协会|学会|联合会|商会|[局委厅镇乡县](?!员)|委员会|区(?=委(?!员)|政府|人民|法院|检察|纪委)|街道|社区|医院|保健院|中学|小学|学校|幼儿园|高中|中院"
    "|法院|检察院|集团(?:有限责任公司|股份有限公司|有限公司|公司)?|有限责任公司|股份有限公司|有限公司|公司"
    "|[市县区][一二三四五六七八九十]中"
)
CHARACTERS = "names/characters_of_organisations"
# With these after or before it, a suffix is part of another word: 局面, 一中全会; 大局, 乡镇, 全县.
AFTER_SUFFIXES, BEFORE_SUFFIXES = "names/other_words_of_suffixes", "names/common_words_with_suffixes"
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
