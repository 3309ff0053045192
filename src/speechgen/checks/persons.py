"""Reading the people whom a text names: 局党组书记、局长梁文涛同志, 梁文涛同志, 梁文涛局长.

A name begins with a surname where a name can stand: after a post, or before 同志 or a post. Where it ends is certain
before 同志 and before a mark, and likely before a word such as 在 or 带头.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇"
    "邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶"
    "郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎"
    "充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰"
    "巢关蒯相查后荆红游竺权逯盖益桓公覃肖代闫付苟佟刑阳税练仝冼原区官商缑"
)
COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "慕容",
    "司徒",
    "夏侯",
    "端木",
    "南宫",
    "呼延",
    "轩辕",
)
# Surnames that are mostly something else: without a post before them they begin no name.
_RARE = frozenset(
    "和于都从向时任全同后能党国文明平安常经家单成广公通应管支官区代都那相利空别连容水云花双商东师强干牧山谷车路计高方项温终原满越益游红税步须古关查充解"
)
_NO_NAMES = frozenset(
    "单位 方面 党员 党委 党组 全体 全局 全院 全校 全镇 全县 全市 全区 全程 全面 全部 全力 任何 任务 任期 高度 高兴 高效 马上 安排 安全 常常 常委 常态 经常 经过 曾经 "
    "方案 项目 应当 应该 严格 严肃 明确 水平 时刻 时间 向来 关心 关于 关键 解决 谈心 谈话 连续 连夜 查摆 查找 成员 成立 左右 容易 满意 于是 白天 万一 平时 平常 平等 计划 "
    "齐心 支部 支持 支委 国家 国有 文件 文明 农村 农业 公司 公开 公安 管理 干部 干警 何时 通过 时任 领导 同学 老师 温暖 党建 党课 终于 原来 后来 从来 都是 和谐 "
    "能力 家属 家长 文化 水利 水务 林业 商务 政法 金融 车间 路上 高级 江苏 江西 云南 广东 广西 山东 山西 海南 关爱 那个 那些 相关 利用 空白 别人 代表 强调 明天 明年 东部 师生".split()
)
# Ranks, the longest first where one ends another.
RANKS = (
    "第一书记 书记 副书记 局长 镇长 乡长 县长 区长 市长 省长 厅长 部长 院长 校长 园长 主任 组长 董事长 总经理 检察长 行长 会长 理事长 主席 秘书长 站长 所长 庭长 处长 科长"
    " 股长 队长 支队长 大队长 社长 台长 馆长 场长 厂长 村长 班长 总裁 司长 州长 政委 政治委员 总监 委员 成员 常委 教师 网格员 护林员 联络员 书记员 院士 教授 主管"
).split()
# The hundred or so surnames that most people have: where a name is only likely, it begins with one of these.
_COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱"
    "江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃戴莫孔汤柏纪葛申柳翟鲁牛欧章施詹岳齐梅殷庄俞倪童俞阎聂焦辛甘祁"
)
_RANK = "|".join(sorted(RANKS, key=len, reverse=True))
_ALL_RANKS = frozenset(RANKS)
# The last characters of the ranks, and what can begin a name: the ranks themselves are looked up, which is quicker.
_RANK_ENDS = "".join(sorted({rank[-1] for rank in RANKS}))
_SURNAME = "".join(sorted(SURNAMES)) + "欧司上诸东皇尉公令慕夏端南呼轩"
_AFTER_POST = re.compile(rf"[{_RANK_ENDS}][ \u3000]*(?=[{_SURNAME}])")
_RANK_AT = re.compile("[记长任席理裁监授]")
_ITEM = re.compile(
    rf"(?P<body>[\u4e00-\u9fff·]{{0,18}}?)(?P<past>原|时任|前任|曾任|老)?(?P<vice>(?:常务|第一)?副|代理|代)?(?P<rank>{_RANK})$"
)
_CUT = re.compile(r".*(?:同志|[由请让和与及是的对向在为把被同跟从给就听了着])", re.DOTALL)
_CHINESE = re.compile("[\u4e00-\u9fff]")
# What often follows a name, and what also stands in names.
_FOLLOWS = frozenset(
    "在带代始亲就作讲提对把从和与及说也还都将要主出参表指牵向以率多到已是的了同先首坚认既不又则便曾刚正自当拿用做负分担挂逐每两接领组陪来去听看走因所之给让被答宣传通回谈写站守进没很最这那我你他她等一为强"
)
_ALSO_NAMES = frozenset("为强和同先正自一进来传通当以多向之在首主亲")
_NO_LAST = frozenset("局区县市镇乡院校组委部处科室办队站所会司党副任总支书长员的是各位名个家们等")


class Post(NamedTuple):
    """A post: 局党组书记 is 书记 of 局党组; 副 and the like are part of the rank. `past` of 原局长."""

    body: str
    rank: str
    past: bool = False


class Naming(NamedTuple):
    """A person whom a text names, where the name stands, and the posts that stand beside it.

    `sure` where nothing but a name can stand: before 同志, or between a post and a mark.
    """

    start: int
    end: int
    name: str
    posts: tuple[Post, ...]
    sure: bool


@lru_cache(maxsize=8)
def namings(text: str, known: tuple[str, ...] = ()) -> tuple[Naming, ...]:
    """The people whom a text names with a post or 同志, in order. `known` names are read wherever they follow a post."""
    found: dict[int, Naming] = {}
    taken: set[int] = set()
    for naming in (*_after_posts(text, known), *_before_comrade(text, known), *_before_posts(text, known)):
        if naming.start not in taken:
            found[naming.start] = naming
            taken.update(range(naming.start, naming.end))
    return tuple(found[start] for start in sorted(found))


def _after_posts(text: str, known: Collection[str]) -> Iterator[Naming]:
    for post in _AFTER_POST.finditer(text):
        if _rank_before(text, post.start() + 1):
            end, is_sure = _name_at(text, post.end(), known)
            if end:
                posts = posts_before(text, post.start() + 1)
                yield Naming(post.end(), end, text[post.end() : end], posts, is_sure)


def _before_comrade(text: str, known: Collection[str]) -> Iterator[Naming]:
    at = text.find("同志")
    while at >= 0:
        start = None if text.startswith("们", at + 2) else _name_before(text, at, known)
        if start is not None:
            yield Naming(start, at, text[start:at], (), True)
        at = text.find("同志", at + 1)


def _before_posts(text: str, known: Collection[str]) -> Iterator[Naming]:
    for last in _RANK_AT.finditer(text):
        rank = _rank_before(text, last.end())
        if rank:
            end = last.end() - len(rank)
            vice = next((words for words in ("常务副", "副") if text.endswith(words, 0, end)), "")
            end -= len(vice)
            start = _name_before_post(text, end, known)
            if start is not None:
                yield Naming(start, end, text[start:end], (Post("", vice + rank),), False)


def _rank_before(text: str, end: int) -> str:
    """The rank that ends before `end`, the longest."""
    return next((words for size in (4, 3, 2) if (words := text[max(0, end - size) : end]) in _ALL_RANKS), "")


def posts_before(text: str, end: int) -> tuple[Post, ...]:
    """The posts that end before `end`: 局党组书记 and 局长 in 局党组书记、局长."""
    posts: list[Post] = []
    while len(posts) < 4:
        line = text[max(0, end - 26) : end]
        chunk = re.split(r"[^\u4e00-\u9fff·“”]|兼", line)[-1]
        found = _ITEM.search(_CUT.sub("", chunk[:-2]) + chunk[-2:])
        if not found:
            break
        posts.insert(0, Post(found["body"], (found["vice"] or "") + found["rank"], bool(found["past"])))
        end -= len(chunk)
        if text[end - 1 : end] not in ("、", "兼") or not text[max(0, end - 1) : end]:
            break
        end -= 1
    return tuple(posts)


def parsed_posts(words: Collection[str]) -> tuple[Post, ...]:
    """The posts that a file gives: 局党组书记."""
    found = (_ITEM.search(each) for each in words)
    return tuple(Post(each["body"], (each["vice"] or "") + each["rank"], bool(each["past"])) for each in found if each)


def _name_at(text: str, start: int, known: Collection[str]) -> tuple[int, bool]:
    """Where the name ends that begins at `start`, and whether that is certain; 0 where no name begins there."""
    for name in known:
        if text.startswith(name, start):
            return start + len(name), True
    surname = 2 if text.startswith(COMPOUND, start) else 1
    sizes = (surname + 2, surname + 1)
    for size in sizes:
        if text.startswith("同志", start + size) and _is_name(text[start : start + size]):
            return start + size, True
    is_line = text[start - 1 : start] in (" ", "\u3000")  # 组长　高明, in the author's line
    if text[start] in _RARE and surname == 1 and not is_line:
        return 0, False
    is_common = text[start] in _COMMON or surname == 2
    for size in sizes:
        mark = text[start + size : start + size + 1]
        if (not mark or not _CHINESE.match(mark)) and _is_name(text[start : start + size]):
            return start + size, True
    if not is_common:
        return 0, False
    short, long = (text[start + size : start + size + 1] for size in reversed(sizes))
    if short in _FOLLOWS and not (short in _ALSO_NAMES and long in _FOLLOWS):
        return (start + sizes[1], False) if _is_name(text[start : start + sizes[1]]) else (0, False)
    if long in _FOLLOWS and _is_name(text[start : start + sizes[0]]):
        return start + sizes[0], False
    return 0, False


def _name_before(text: str, end: int, known: Collection[str]) -> int | None:
    """Where the name begins that ends before 同志."""
    for name in known:
        if text.endswith(name, 0, end):
            return end - len(name)
    for size in (4, 3, 2):
        start = end - size
        if start < 0 or not _is_name(text[start:end]) or (size == 4) != text.startswith(COMPOUND, start):
            continue
        before = text[start - 1 : start]
        is_open = (
            not before
            or not _CHINESE.match(before)
            or before in "由请让和与及是对向在同跟的听就为长记任组员请邀派"
            or _rank_before(text, start)
        )
        if text[start] in _RARE and not _rank_before(text, start):
            continue
        if is_open or (size == 3 and text[start + 1] not in SURNAMES):
            return start
    return None


def _name_before_post(text: str, end: int, known: Collection[str]) -> int | None:
    for name in known:
        if text.endswith(name, 0, end):
            return end - len(name)
    start = end - 3
    if start < 0 or text[start] in _RARE or not _is_name(text[start:end]) or text[end - 1] in _NO_LAST:
        return None
    before = text[start - 1 : start]
    return start if not before or not _CHINESE.match(before) or before in "由请让和与及是对向听" else None


def _is_name(words: str) -> bool:
    """Whether these characters can be a name: a surname first, and no word that is none."""
    surname = 2 if words.startswith(COMPOUND) else 1
    if len(words) - surname not in (1, 2) or not re.fullmatch("[\u4e00-\u9fff]+", words):
        return False
    if surname == 1 and words[0] not in SURNAMES:
        return False
    return (
        words[:2] not in _NO_NAMES
        and not any(sign in "的了是在我你他们这那各位个两些等" for sign in words)
        and "同志" not in words
        and words[-1] not in "局院校镇乡县市委组部们"
    )
