"""Misspelt names of organisations, as opposed to other names and other words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from speechgen.checks.facts import Facts
from speechgen.checks.name_index import MAX_NAME
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.organisations import organisation_at
from speechgen.checks.rules.names.own_unit import own_unit
from speechgen.checks.rules.names.typos import Misspelling, Typo, sound_alike, typos
from speechgen.checks.rules.names.words_before_names import ends_in_common_word
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, pairs

# Paths of values that are names of organisations or campaigns.
_NAME_PATHS = lazily(
    r"(?:unit\.(?:name|short|aliases|subordinates)|group\.(?:name|short)|campaign\.(?:name|short)|leading_body\.name"
    r"|authority\.\w+|organisers\.\w+|mentions|central_speech\.follow_up)\b"
)
_PROSE = lazily("[，。；、：]")
_CHINESE = lazily("[\u4e00-\u9fff]")
_PLACE = lazily("[镇乡县区村道]$")
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_LEVELS = frozenset("省市县区镇乡州局院校全各本我该")
_OPPOSITES = ("高中初", "大中小", "东西南北中", "上下", "男女", "左右", "前后", "正副")
_NAME_MAY_FOLLOW = frozenset("由请让与和对向在据")
_MARKS = frozenset("的、“”‘’（）()《》·，。；：！？ \u3000\n")
_JOINING_CHARACTERS = _MARKS | frozenset("和与及之等")

# Characters that are typed for the last character of a name by mistake, and for the first, if no other word ends there.
# Any other may belong to the sentence: 苍岭县为, 城关去.
_MISTYPED_LAST, _MISTYPED_FIRST = "names/mistyped_last", "names/mistyped_first"
_OTHER_WORDS = lazily(
    "举[办措行国全荐]|据[说悉统此]|取[得消]|场[地所]|汇[报总]|回[来到报答应]|惠[民及]|常[务委态]|真正|具[体有备]"
    "|信[访息用]|新[建的]|布[局置]|听[取]|试点"
)
_MAX_NAMES = 500  # more than a file has: each is searched in the text
# After a name, its last character may begin another word: 公安局局长, 党组组织, 委员会会作出, 第二中学学生.
# After 第四督导 these begin another word: 巡察办, 巡察成果, 督导工作.
_BEGINS_WORD_AFTER_TASK = frozenset("小室工办成人情期反整报对机干任发问结意开进全后中")
_AFTER_REPEATED = "names/words_after_names"
_BRANCHES = ("分局", "分公司", "分行", "分校", "分院", "分会")
_GROUPS = ("检查组", "调研组", "督导组", "巡察组", "巡视组", "指导组", "考核组", "督查组")


def misspelt_organisations(draft: Draft, facts: Facts) -> Iterator[Misspelling]:
    """Yield each misspelt name of an organisation in the unit file."""
    text = draft.text
    own = own_unit(draft, facts)
    named = (each for each in reversed(facts.texts) if _NAME_PATHS.match(each.path) and len(each.words) <= MAX_NAME)
    paths = {each.words: each.path for each in named}
    for name, path in islice(paths.items(), _MAX_NAMES):
        if not _CHINESE.match(name):
            from speechgen.checks.rules.names.misspelt_names import misspelt_names  # few names in Chinese speeches

            yield from misspelt_names(text, facts, name, path)
        elif _may_be_misspelt(name):
            for typo in typos(text, name):
                words = text[typo.start : typo.end]
                is_known = words in facts.named or (own is not None and own.is_called(words))
                if not is_known and _is_slip(text, typo, name) and not _is_other_organisation(text, typo):
                    yield Misspelling(typo, name, path, True)


def _may_be_misspelt(name: str) -> bool:
    """Whether a form of the name with a typo is hardly another word: not if it is short, unless it is a place's."""
    return len(name) > 2 and not _PROSE.search(name) and (len(name) > 3 or bool(_PLACE.search(name)))


def _is_slip(text: str, typo: Typo, name: str) -> bool:
    joining = _MARKS if typo.kind == "replaced" else _JOINING_CHARACTERS
    has_joining_character = any(character in joining for character in text[typo.start : typo.end])
    if typo.kind == "missing" and ends_in_common_word(text, typo.start + 1):
        return False  # 介绍一中 is not 绍兴一中
    if has_joining_character:
        return False
    return _TESTS[typo.kind](text, typo, name)


def _is_swapped(text: str, typo: Typo, name: str) -> bool:
    return not all(character in _NUMERALS for character in typo.written)


def _is_missing(text: str, typo: Typo, name: str) -> bool:
    """市环保护局; but without its place, its level or 和 a name is a valid short form."""
    is_number = typo.expected in _NUMERALS and name[typo.at - 1] == "第"
    if typo.expected == "分" and name.endswith(_BRANCHES):
        return False  # 市公安局 is above its branch
    if text[typo.start - 1 : typo.start] == "全" and typo.start and name[0] in _LEVELS:
        return False  # 全市组织部长
    is_word = typo.expected in _JOINING_CHARACTERS or typo.expected in _LEVELS or typo.expected in _NUMERALS
    return len(name) > 3 and 0 < typo.at < len(name) - 1 and (is_number or not is_word)


def _is_added(text: str, typo: Typo, name: str) -> bool:
    """市环境境保护局; but not 督导组组长, 市公安局局党组, 我市市委."""
    before, after = text[max(0, typo.start - 1) : typo.start], text[typo.end : typo.end + 1]
    if typo.at == len(name):
        if typo.written == "会" and after and after not in _MARKS:
            return False  # 支部委员会会用行动回答
        return typo.written in "局组院校镇区中室会部团" and not _begins_word(typo.written, after)
    if typo.at <= 1 and typo.written == name[0] and typo.written in _LEVELS:
        return not _CHINESE.match(before) or before in _NAME_MAY_FOLLOW
    if typo.written in name[max(0, typo.at - 1) : typo.at + 1]:
        return typo.written != "十"
    return typo.at > 0 and len(name) > 5 and typo.written not in _NUMERALS


def _begins_word(repeated: str, after: str) -> bool:
    """Whether the repeated last character of a name begins another word."""
    following = character_groups(_AFTER_REPEATED)
    return after in following["any"] or after in following.get(repeated, ())


def _is_replaced(text: str, typo: Typo, name: str) -> bool:
    """市环境宝护局; but 第三督导组, 县财政局 and 市高级人民法院 are other organisations."""
    written, expected, size = typo.written, typo.expected, len(name)
    is_other_number_or_level = any(written in pair and expected in pair for pair in (_NUMERALS, _LEVELS, *_OPPOSITES))
    if is_other_number_or_level or not _CHINESE.match(written):
        return False
    if typo.at == size - 1:
        return _is_replaced_last(text, typo, name)
    if typo.at == 0 and expected in _LEVELS:
        return _is_replaced_first(text, typo, name)
    if name.endswith(_GROUPS) and typo.at >= size - 3:  # 督异组; but 巡察组 is another group
        return name[-3:].replace(expected, written) not in _GROUPS
    is_long = typo.at > 0 and (size > 5 or (size == 5 and name[-1] in "局委院校部会区镇司"))
    is_number = expected in _NUMERALS and name[typo.at - 1] == "第"
    return is_long or is_number or sound_alike(written, expected)


def _is_replaced_last(text: str, typo: Typo, name: str) -> bool:
    if name.endswith(_GROUPS) and "第" in name:  # 第四督导 is always followed by 组; 督导检查 is a word
        return typo.written not in _BEGINS_WORD_AFTER_TASK
    return typo.written in pairs(_MISTYPED_LAST).get(typo.expected, "") and not _OTHER_WORDS.match(text, typo.end - 1)


def _is_replaced_first(text: str, typo: Typo, name: str) -> bool:
    if name[1] == "委" and len(name) > 4:  # before 委第四督导组 there is always 市 or another level
        return typo.written not in "党工常"
    before = text[max(0, typo.start - 1) : typo.start]
    return typo.written in pairs(_MISTYPED_FIRST).get(typo.expected, "") and (
        not _CHINESE.match(before) or before in _NAME_MAY_FOLLOW
    )


_TESTS = {"swapped": _is_swapped, "missing": _is_missing, "added": _is_added, "replaced": _is_replaced}


def _is_other_organisation(text: str, typo: Typo) -> bool:
    """Whether it is another organisation: 市体育局 is not 市教育局, 市人民法院 is not 市人民医院."""
    organisation = organisation_at(text, typo.start, typo.end)
    if (
        organisation is None
        or not organisation.is_certain
        or (organisation.start, organisation.end) != (typo.start, typo.end)
    ):
        return False
    field = department(organisation.name, len(organisation.name), organisation.suffix)
    return typo.at >= (len(organisation.name) - 4 if field is None else field) and not _PLACE.search(
        organisation.suffix
    )
