"""The kind of a unit by its name: a bureau, a town, a hospital."""

from __future__ import annotations

from speechgen.checks.tables import groups

PLACES = ("镇", "乡", "街道", "社区", "县", "区")
SCHOOLS = ("中学", "小学", "学校", "幼儿园", "高中")


def kind_of(name: str) -> str:
    """The kind of a unit: 局, 镇, 医院, 企业; empty if its name does not show it.

    The first ending that matches counts. 县 and 中共某县委员会 are both of the kind 县.
    """
    return next((kind for kind, endings in groups("names/unit_kinds").items() if name.endswith(endings)), "")
