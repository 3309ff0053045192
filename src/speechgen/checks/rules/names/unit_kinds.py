"""The kind of a unit by its name: a bureau, a town, a hospital."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups

PLACES = ("镇", "乡", "街道", "社区", "县", "区")
# 五沙村 of 共青团五沙村支部, 青石镇 of 中共青石镇委员会.
_BODY = lazily("(?:中国共产党|中共|共青团|中国共产主义青年团)(?P<of>.+?)(?:党|团)?(?:委员会|支部|总支部?|委)$")
SCHOOLS = ("中学", "小学", "学校", "幼儿园", "高中")


def kind_of(name: str) -> str:
    """The kind of a unit: 局, 镇, 医院, 企业; empty if its name does not show it.

    The first ending that matches counts. 县 and 中共某县委员会 are both of the kind 县.
    """
    kind = next((kind for kind, endings in groups("names/unit_kinds").items() if name.endswith(endings)), "")
    body = _BODY.fullmatch(name) if kind in ("", "委") else None
    return (kind_of(body["of"]) or kind) if body else kind
