"""Whether two posts are the same: 局长 and 市水务局局长, 党组书记 and 局党组书记."""

from __future__ import annotations

from speechgen.checks.rules.names.leading_bodies import leading_body_form, leading_body_prefixes
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.names.persons import Post
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups, word_set

_GROUP = lazily("(?:督导|巡察|巡视|指导|考核|督查|检查|监察)(?:第[一二三四五六七八九十]+)?组$")
# There are many of these, each with its own head: 村党支部, 办公室, 科室.
_ONE_OF_MANY = lazily(
    r"(?:村|镇|乡|社区|街道|车间|科室|班组|支部|庭室|企业|学校|各?级)?(?:党委|党组|党支部|党总支|支部)?|[村镇乡].{0,3}"
)
_LEADING_BODY = lazily("(?:直属)?(?:机关)?(?:党组|党委|党工委|党总支|党支部|领导小组)$")
_DEPUTY = lazily("^(?:(?:常务|第一)?副|代理|代)")


def without_deputy(rank: str) -> str:
    """The rank without 副, 代理 and the like: 局长 for 副局长 and 常务副局长."""
    return _DEPUTY.sub("", rank)


def is_head_post(post: Post, own: OwnUnit | None) -> bool:
    """Whether the post is that of the unit's head: 局长 in a bureau."""
    return own is not None and post.rank in groups("names/heads").get(own.kind, ())


def is_of_group(post: Post) -> bool:
    """Whether the post is in an inspection group, whose members come from other offices."""
    return post.rank.endswith("组长") or bool(_GROUP.search(post.organisation))


def is_own_post(post: Post, own: OwnUnit | None) -> bool:
    """Whether the post is in the unit: 局党组书记."""
    return _owner(post.organisation, own) == "own"


def is_same_organisation(one: Post, other: Post, own: OwnUnit | None) -> bool:
    """Whether two posts may be in the same organisation: one names none, or both name the same."""
    owner, other_owner = _owner(one.organisation, own), _owner(other.organisation, own)
    return (
        not owner
        or not other_owner
        or owner == other_owner
        or one.organisation.endswith(other.organisation)
        or other.organisation.endswith(one.organisation)
    )


def is_same_post(one: Post, other: Post, own: OwnUnit | None) -> bool:
    """Whether two posts are the same one, which only one person can have."""
    if one.is_past or other.is_past or one.rank != other.rank or one.rank not in word_set("names/single_posts"):
        return False
    owner, other_owner = sorted((_owner(one.organisation, own), _owner(other.organisation, own)), key=len)
    if not owner:  # 局长 alone, 书记 alone
        is_groups = one.rank == "组长" and bool(_GROUP.search(other_owner))
        is_units = other_owner in ("", "own") and (
            is_head_post(one, own) or (one.rank == "书记" and other_owner == "own")
        )
        return is_groups or is_units
    if owner == "own":
        forms = [form for post in (one, other) if (form := leading_body_form(post.organisation))]
        return other_owner == "own" and len(set(forms)) < 2
    is_longer = len(owner) > 4 and other_owner.endswith(owner) and not _GROUP.search(owner)  # 我们批评石梁镇党委书记
    level = other_owner.removesuffix(owner)
    is_above = "第" not in owner and level in tuple("省市县区") and own is not None and own.level not in ("", level)
    is_same_group = bool(_GROUP.search(owner)) and other_owner.endswith(owner) and not is_above  # 市检查组, in a county
    return (owner == other_owner or is_longer or is_same_group) and not _ONE_OF_MANY.fullmatch(owner)


def _owner(organisation: str, own: OwnUnit | None) -> str:
    """`own` for the unit itself, as in 局党组; empty if no organisation is named; otherwise its name."""
    rest = _LEADING_BODY.sub("", organisation)
    if not rest:
        return "own" if organisation else ""
    is_own = own is not None and (rest in leading_body_prefixes(own.kind) or rest.endswith(own.name_variants))
    return "own" if is_own and "机关" not in organisation else organisation
