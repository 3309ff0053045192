"""The pronunciation of names: which characters need pinyin, and that pinyin."""

from __future__ import annotations

import os
from functools import cache

# Common characters that are pronounced differently as a surname.
SURNAMES = {
    "仇": "qiú", "单": "shàn", "解": "xiè", "任": "rén", "区": "ōu", "查": "zhā", "曾": "zēng", "盖": "gě", "华": "huà",
    "朴": "piáo", "繁": "pó", "折": "shé", "秘": "bì", "种": "chóng", "乐": "yuè or lè", "召": "shào", "员": "yùn",
    "黑": "hè", "祭": "zhài", "过": "guō", "句": "gōu", "撒": "sǎ", "哈": "hǎ", "那": "nā", "洗": "xiǎn", "冼": "xiǎn",
    "燕": "yān", "葛": "gě", "曲": "qū", "薄": "bó", "卜": "bǔ", "都": "dū", "观": "guàn", "冠": "guàn", "相": "xiàng",
    "要": "yāo", "占": "zhān", "应": "yīng", "牟": "mù or móu", "翟": "zhái or dí", "缪": "miào", "隗": "wěi or kuí",
    "覃": "qín or tán", "谌": "chén or shèn", "郇": "xún or huán", "佴": "nài", "晟": "chéng or shèng",
    "尉迟": "yùchí", "万俟": "mòqí", "澹台": "tántái", "令狐": "línghú", "长孙": "zhǎngsūn", "单于": "chányú",
}  # fmt: skip

# These are taken for surnames without a unit file, except in _NOT_SURNAMES.
_CLEAR_SURNAMES = frozenset(("尉迟", "万俟", "澹台", "令狐", *"仇单解任查曾盖华朴葛翟牟冼卜燕薄覃区"))
_NOT_SURNAMES = ("单位", "解放", "任何", "查", "区委", "区里", "区直", "区内", "曾经", "华侨", "华人", "燕山")

# Places whose characters are pronounced differently in other words.
PLACES = {
    "台州": "tāizhōu", "六安": "lù'ān", "丽水": "líshuǐ", "乐清": "yuèqīng", "乐亭": "làotíng", "番禺": "pānyú",
    "东阿": "dōng'ē", "莘县": "shēnxiàn", "蔚县": "yùxiàn", "单县": "shànxiàn", "浚县": "xùnxiàn", "井陉": "jǐngxíng",
    "洪洞": "hóngtóng", "铅山": "yánshān", "枞阳": "zōngyáng", "涡阳": "guōyáng", "荥阳": "xíngyáng", "任丘": "rénqiū",
    "荥经": "yíngjīng", "任县": "rénxiàn", "大埔": "dàbù", "黄陂": "huángpí", "蚌埠": "bèngbù", "繁峙": "fánshì",
    "犍为": "qiánwéi", "筠连": "jūnlián", "六合": "lùhé", "吴堡": "wúbǔ", "尉犁": "yùlí", "华阴": "huàyīn",
    "长垣": "chángyuán", "宁蒗": "nínglàng", "渑池": "miǎnchí", "泌阳": "bìyáng", "阆中": "làngzhōng",
    "亳州": "bózhōu", "麻栗坡": "málìpō", "嵊泗": "shèngsì", "兖州": "yǎnzhōu", "儋州": "dānzhōu", "盱眙": "xūyí",
}  # fmt: skip

# GB 2312's second level has its 3,008 less common characters. These among them are well known.
_WELL_KNOWN = frozenset(
    "侃俑俪倩兮冽囡圳奕妍姊姗姣娅娣娴婕婵婷媛嫣孚宸尬尴岐岚岱岷峥崂崛嵘嵩巅徇怅怡恺懋扉斓昊昕晖晗暄暨曜曦柚栀栩桢桦梓"
    "楠楣楫楹榄榕榭橄檐汶沐泓泗泾浏淅淇淞淼渥渲湄滢潇潢潼濮瀚瀛炜炫煜玮玺珀珂珑琥琦琪瑕瑛瑜瑾璀璇璋璐璞璨瘾皓眸睿祺窦"
    "笙箫绮缤羲翎翡翩肴芊芙芷芸茉茗荀荟莅莞莺菁萃萱蓓蔺薇薰裘褚貂赈跤跻辄迦遐邬邸鑫钰铠铮铿锵闫闵雯霆霏靓韬馨驿骥魅鲲"
    "鳌鹭麒麟麾黛黯"
)


def surname(name: str, kind: str) -> tuple[str, str]:
    """The surname in a name and its pinyin; empty if it has the usual pronunciation, or may not be a surname."""
    for family in (name[:2], name[:1]):
        is_name = kind == "person" or (
            kind == "addressed" and family in _CLEAR_SURNAMES and not name.startswith(_NOT_SURNAMES)
        )
        if is_name and family in SURNAMES and len(name) <= len(family) + 2:
            return family, SURNAMES[family]
    return "", ""


def needs_pinyin(character: str) -> bool:
    """Whether many readers will not know the pronunciation of this character, though the usual fonts have it."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and code[0] >= 0xD8 and character not in _WELL_KNOWN


@cache
def pinyin(character: str) -> str:
    """The pinyin of a character, at most three readings; empty if unknown."""
    # The dictionary of phrases takes 200 ms to load, and single characters do not need it.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style
    from pypinyin import pinyin as readings

    found = readings(character, style=Style.TONE, heteronym=True, errors="ignore")
    return " or ".join(found[0][:3]) if found else ""
