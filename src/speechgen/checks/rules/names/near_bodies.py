"""Bodies' names spelt almost as in the file: what is a slip, and what is another name or other words."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.bodies import body_at
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.near_english import english_almost
from speechgen.checks.rules.names.own import own_unit
from speechgen.checks.rules.names.slips import Almost, Slip, slips, sound_alike
from speechgen.checks.rules.patterns import lazily

# Values that are names of bodies: of the unit, the group, the campaign, who leads it, and what else is mentioned.
_NAMES = lazily(
    r"(?:unit\.(?:name|short|aliases|subordinates)|group\.(?:name|short)|campaign\.(?:name|short)|leading_body\.name"
    r"|authority\.\w+|organisers\.\w+|mentions|central_speech\.follow_up)\b"
)
_PROSE = lazily("[，。；、：]")
_CHINESE = lazily("[\u4e00-\u9fff]")
_PLACE = lazily("[镇乡县区村道]$")
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_LEVELS = frozenset("省市县区镇乡州局院校全各本我该")
_OPPOSITES = ("高中初", "大中小", "东西南北中", "上下", "男女", "左右", "前后", "正副")
_OPEN = frozenset("由请让与和对向在据")
_MARKS = frozenset("的、“”‘’（）()《》·，。；：！？ \u3000\n")
_JOINTS = _MARKS | frozenset("和与及之等")


def _typed(words: str) -> dict[str, str]:
    """What is typed for a character: 局举据 says that 举 and 据 are typed for 局."""
    return {each[0]: each[1:] for each in words.split()}


# For the last character of a name; other characters go on with the sentence: 苍岭县为, 城关去.
_LAST = _typed(
    "局举据剧具居句矩 镇阵真振 县线限 区曲取趋 中种钟 组族祖阻 院园元苑 团困因园 部步布 校效笑 会回汇惠 动东洞"
    " 道盗倒 厂场常 场厂常 室世士试 心新信欣 学雪 厅听庭 司思私斯"
)
_GOES_ON = lazily(
    "举[办措行国全荐]|据[说悉统此]|取[得消]|场[地所]|汇[报总]|回[来到报答应]|惠[民及]|常[务委态]|真正|具[体有备]"
    "|信[访息用]|新[建的]|布[局置]|听[取]|试点"
)
# For the first, where nothing goes on before it.
_FIRST = _typed(
    "市食式士史室试视师诗失事世示始实石施势识氏释饰适 县线现限先仙献险显鲜 省声圣盛升生剩胜绳 区曲趋屈取驱 镇阵真"
)
_GROUPS = ("检查组", "调研组", "督导组", "巡察组", "巡视组", "指导组", "考核组", "督查组")


def bodies_almost(draft: Draft, facts: Facts) -> Iterator[Almost]:
    """The names that are almost those of the file's bodies."""
    text = draft.text
    own = own_unit(draft, facts)
    paths = {each.words: each.path for each in reversed(facts.texts) if _NAMES.match(each.path)}
    for name, path in paths.items():
        if not _CHINESE.match(name):
            yield from english_almost(text, facts, name, path)
        elif len(name) > 2 and not _PROSE.search(name):
            for slip in slips(text, name):
                said = text[slip.start : slip.end]
                is_known = said in facts.said or (own is not None and own.is_called(said))
                if not is_known and _is_slip(text, slip, name) and not _is_another(text, slip):
                    yield Almost(slip, name, path, True)


def _is_slip(text: str, slip: Slip, name: str) -> bool:
    joints = _MARKS if slip.kind == "other" else _JOINTS
    has_joint = any(sign in joints for sign in text[slip.start : slip.end])
    if has_joint or (len(name) == 3 and not _PLACE.search(name)):
        return False
    return _TELLS[slip.kind](text, slip, name)


def _is_swapped(text: str, slip: Slip, name: str) -> bool:
    return not all(sign in _NUMERALS for sign in slip.said)


def _is_missing(text: str, slip: Slip, name: str) -> bool:
    """市环保护局; without its place, its level or a joint the name is a shorter form."""
    is_number = slip.meant in _NUMERALS and name[slip.at - 1] == "第"
    is_word = slip.meant in _JOINTS or slip.meant in _LEVELS or slip.meant in _NUMERALS
    return len(name) > 3 and 0 < slip.at < len(name) - 1 and (is_number or not is_word)


def _is_added(text: str, slip: Slip, name: str) -> bool:
    """市环境境保护局; but 督导组组长, 市公安局局党组 and 我市市委 are right."""
    before, after = text[max(0, slip.start - 1) : slip.start], text[slip.end : slip.end + 1]
    if slip.at == len(name):
        return slip.said in "局组院校镇区中室会部团" and after not in tuple("长党机务属内委政域级直领议")
    if slip.at <= 1 and slip.said == name[0] and slip.said in _LEVELS:
        return not _CHINESE.match(before) or before in _OPEN
    if slip.said in name[max(0, slip.at - 1) : slip.at + 1]:
        return slip.said != "十"
    return slip.at > 0 and len(name) > 5 and slip.said not in _NUMERALS


def _is_other(text: str, slip: Slip, name: str) -> bool:
    """市环境宝护局; but 第三督导组, 县财政局 and 市高级人民法院 are other bodies."""
    said, meant, size = slip.said, slip.meant, len(name)
    is_one_of_a_kind = any(said in pair and meant in pair for pair in (_NUMERALS, _LEVELS, *_OPPOSITES))
    if is_one_of_a_kind or not _CHINESE.match(said):
        return False
    if slip.at == size - 1:
        return _is_other_last(text, slip, name)
    if slip.at == 0 and meant in _LEVELS:
        return _is_other_first(text, slip, name)
    if name.endswith(_GROUPS) and slip.at >= size - 3:  # 督异组; but 巡察组 is another group
        return name[-3:].replace(meant, said) not in _GROUPS
    is_long = slip.at > 0 and (size > 5 or (size == 5 and name[-1] in "局委院校部会区镇司"))
    is_number = meant in _NUMERALS and name[slip.at - 1] == "第"
    return is_long or is_number or sound_alike(said, meant)


def _is_other_last(text: str, slip: Slip, name: str) -> bool:
    if name.endswith(_GROUPS) and len(name) > 4:  # 第四督导 goes on with nothing else
        return slip.said not in "小室工"
    return slip.said in _LAST.get(slip.meant, "") and not _GOES_ON.match(text, slip.end - 1)


def _is_other_first(text: str, slip: Slip, name: str) -> bool:
    if name[1] == "委" and len(name) > 4:  # before 委第四督导组 only 市 and the like can stand
        return slip.said not in "党工常"
    before = text[max(0, slip.start - 1) : slip.start]
    return slip.said in _FIRST.get(slip.meant, "") and (not _CHINESE.match(before) or before in _OPEN)


_TELLS = {"swapped": _is_swapped, "missing": _is_missing, "added": _is_added, "other": _is_other}


def _is_another(text: str, slip: Slip) -> bool:
    """Whether it is the name of another body: 市体育局 is no slip of 市教育局, and 市人民法院 none of 市人民医院."""
    body = body_at(text, slip.start, slip.end)
    if body is None or not body.sure or (body.start, body.end) != (slip.start, slip.end):
        return False
    field = department(body.name, len(body.name), body.form)
    return slip.at >= (len(body.name) - 4 if field is None else field) and not _PLACE.search(body.form)
