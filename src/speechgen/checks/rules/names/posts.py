"""Whether two posts are one: 局长 and 市水务局局长, 党组书记 and 局党组书记."""

from __future__ import annotations

from speechgen.checks.rules.names.organs import PREFIXES, organ_of
from speechgen.checks.rules.names.own import Own
from speechgen.checks.rules.names.persons import Post
from speechgen.checks.rules.patterns import lazily

# Posts that one person has at each body.
_SINGLE = frozenset(
    (
        *("第一书记", "书记", "局长", "镇长", "乡长", "县长", "区长", "市长", "省长", "厅长", "部长", "院长", "校长"),
        *("主任", "组长", "董事长", "总经理", "检察长", "行长", "会长", "理事长", "主席", "秘书长", "州长", "台长"),
    )
)
# The post that the head of a unit of a kind has: 局长 alone is this bureau's.
_HEADS = {
    "局": ("局长",),
    "厅": ("厅长",),
    "委": ("主任",),
    "镇": ("镇长",),
    "乡": ("乡长",),
    "县": ("县长",),
    "区": ("区长",),
    "市": ("市长",),
    "医院": ("院长",),
    "法院": ("院长",),
    "检察院": ("检察长",),
    "学校": ("校长",),
    "大学": ("校长", "院长"),
    "企业": ("董事长", "总经理"),
    "团体": ("会长",),
    "院": ("院长",),
}
_GROUP = lazily("(?:督导|巡察|巡视|指导|考核|督查|检查|监察)(?:第[一二三四五六七八九十]+)?组$")
# Of these there are many, and each has its head: 村党支部, 办公室, 科室.
_OF_MANY = lazily(
    r"(?:村|镇|乡|社区|街道|车间|科室|班组|支部|庭室|企业|学校|各?级)?(?:党委|党组|党支部|党总支|支部)?|[村镇乡].{0,3}"
)
_ORGAN = lazily("(?:直属)?(?:机关)?(?:党组|党委|党工委|党总支|党支部|领导小组)$")
_VICE = lazily("^(?:(?:常务|第一)?副|代理|代)")


def plain(rank: str) -> str:
    """局长 of 副局长 and 常务副局长."""
    return _VICE.sub("", rank)


def is_head(post: Post, own: Own | None) -> bool:
    """Whether it is the post of the unit's head: 局长 in a bureau."""
    return own is not None and post.rank in _HEADS.get(own.kind, ())


def is_own(post: Post, own: Own | None) -> bool:
    """Whether it is a post of the unit: 局党组书记."""
    return _whose(post.body, own) == "own"


def is_one_body(one: Post, other: Post, own: Own | None) -> bool:
    """Whether two posts may be of one body: one of them says none, or both say the same."""
    ours, theirs = _whose(one.body, own), _whose(other.body, own)
    return not ours or not theirs or ours == theirs or one.body.endswith(other.body) or other.body.endswith(one.body)


def is_one_post(one: Post, other: Post, own: Own | None) -> bool:
    """Whether only one person can have both posts, or either, since they are the same."""
    if one.past or other.past or one.rank != other.rank or one.rank not in _SINGLE:
        return False
    ours, theirs = sorted((_whose(one.body, own), _whose(other.body, own)), key=len)
    if not ours:  # 局长 alone, 书记 alone
        is_groups = one.rank == "组长" and bool(_GROUP.search(theirs))
        is_units = theirs in ("", "own") and (is_head(one, own) or (one.rank == "书记" and theirs == "own"))
        return is_groups or is_units
    if ours == "own":
        organs = [organ for post in (one, other) if (organ := organ_of(post.body))]
        return theirs == "own" and len(set(organs)) < 2
    is_longer = len(ours) > 4 and theirs.endswith(ours)  # 我们批评石梁镇党委书记
    is_same_group = bool(_GROUP.search(ours)) and theirs.endswith(ours)
    return (ours == theirs or is_longer or is_same_group) and not _OF_MANY.fullmatch(ours)


def _whose(body: str, own: Own | None) -> str:
    """`own` where a post's body is the unit's, as in 局党组; empty where it says none; or else the body's name."""
    rest = _ORGAN.sub("", body)
    if not rest:
        return "own" if body else ""
    is_own = own is not None and (rest in PREFIXES.get(own.kind, ()) or rest.endswith(own.forms))
    return "own" if is_own and "机关" not in body else body
