"""Words around a numeral that show whether it is an ordinal: 一靠 but not 一天, 第一类 but not 第一次."""

from __future__ import annotations

from speechgen.model import lazily

# A clause begins after these.
CLAUSE_BREAKS = frozenset("。！？；：，、…—”’）)》」（( \u3000\t!?;:,.")
# Quotations and titles of documents.
QUOTED = lazily(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」")

# Not items: 统一是, 之一是, 唯一是, 二十一是; 二要素, 三要点.
NOT_AFTER = frozenset("统之唯惟单其专同划归第万合如每某这那另有二三四五六七八九十百千零")
NOT_BEFORE = frozenset("素点件员义害塞闻求")

# Verbs in lists such as 一靠, 二靠; 一看, 二问, 三听.
VERBS = frozenset(
    "靠看抓学查问听讲比想访走谈议帮送改立建促评防严管治办推补练守护创争做督导考转破扶在为从以不必需须"
    "求说读写记算选用强优提稳保扩增降减引育联融整盯拼敢善明知懂爱敬怕忌戒禁亮晒公拓深压夯筑凝聚清理有盼"
)
# Measure words, nouns and numerals, with which a numeral is not an item: 二级, 三天, 四川, 五一.
NOT_VERBS = frozenset(
    "个条项件点些样种类次天年月日时分起下旦般旁边并切经贯向律度方面线批道级层位名户家块张本句段场门套片口头步岁周半"
    "百千万亿十零两只座辆台间栋届轮期世代连再无味成儿到至或是要则来曰手心路农公川五六七八九二三四一人者中大小老"
    "元角里米斤亩尺寸倍楼号院县市区镇村省厅部委办局所处科室组队班排营团旅师军季星产"
)

# After 二、三 these belong to the words of heading 二、: 二、三项工作, 二、三十条; but 二、三季度 is a range.
MEASURES_AFTER_RANGE = frozenset("个项条点大种件类方句层十百")
_AFTER_ORDINAL = frozenset("，、：,:是\u3000 ")
_NOT_AFTER_YAO = frozenset("务义素件")
_MEASURES = frozenset("个件句类种点条步层起组项关招道")
_COUNTED_NOUNS = ("方面", "阶段", "部分", "环节")
_MEASURES_AFTER_ONE = frozenset("个项种类条件点句本层头组份部")
_ENDS_NOUN = frozenset("，。；：、！？“” \n")


def begins_item(text: str, at: int) -> bool:
    """Whether 第一 before `at` is an item: 第一，; 第一是; 第一要抓好; not 第一要务."""
    after = text[at : at + 1]
    return (
        after in _AFTER_ORDINAL
        or text.startswith("就是", at)
        or (after == "要" and text[at + 1 : at + 2] not in _NOT_AFTER_YAO)
    )


def measure_after_ordinal(text: str, at: int) -> str:
    """The measure word or noun at `at`, after 第一: 类, 方面, 个方面; empty for others, such as 次, 名, 年."""
    prefix = "个" if text.startswith("个", at) else ""
    noun = text[at + len(prefix) : at + len(prefix) + 2]
    return prefix + noun if noun in _COUNTED_NOUNS else text[at : at + 1] if text[at : at + 1] in _MEASURES else ""


def measure_after_one(text: str, at: int) -> str:
    """The measure word at `at` in 一个是…, 一种情况是…; empty if no 是 follows it."""
    measure = text[at : at + 1]
    if measure not in _MEASURES_AFTER_ONE:
        return ""
    for end in range(at + 1, at + 10):
        after = text[end : end + 1]
        if after in ("是", "叫") or (after == "，" and (end == at + 1 or text[end + 1 : end + 2] in ("是", "叫"))):
            return measure
        if after in _ENDS_NOUN or not after:
            return ""
    return ""
