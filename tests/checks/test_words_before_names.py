"""A word of the sentence before a name is not part of it: 联系市水利局, 祝桂花街道, 建议镇活动办."""

from __future__ import annotations

import pytest

from .rules import found

WATER = """
unit: {name: 清源市水利局, short: 市水利局}
leading_body: {name: 局党组}
mentions: [石桥镇, 清源市财政局]
"""
SUBDISTRICT = """
unit: {name: 桂花街道}
organisers: {office: 街道活动办}
mentions: [市城投集团, 县人民医院]
"""
ARCHIVE = "unit: {name: 清江县档案馆, short: 县档案馆}"
TOWN = """
unit: {name: 石桥镇}
organisers: {office: 镇活动办}
"""
WORDS = """
联系 祝 但 建议 靠 感谢 支持 配合 督促 涉及 通知 走访 重视 如果 尽管
今年 目前 其中 正如 教 送 邀 派 帮 随 并 却 若 请 把 在 从
"""
CODES = ("foreign-unit", "own-name", "level", "near-name")


@pytest.mark.parametrize("word", WORDS.split())
@pytest.mark.parametrize(
    ("unit_file", "names"),
    [
        (WATER, ["清源市水利局", "市水利局", "石桥镇", "清源市财政局", "市财政局"]),
        (SUBDISTRICT, ["桂花街道", "街道活动办", "市城投集团", "县人民医院"]),
        (ARCHIVE, ["清江县档案馆", "县档案馆", "清江县"]),
        (TOWN, ["石桥镇", "镇活动办"]),
    ],
)
def test_the_names_of_the_unit_file_are_known_after_any_word(unit_file: str, names: list[str], word: str) -> None:
    for name in names:
        for text in (f"{word}{name}把难事办好。", f"这一年，{word}{name}做了很多。"):
            assert [found(code, text, unit_file) for code in CODES] == [[], [], [], []], text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系双河市水利局把难事办好。", "双河市水利局"),
        ("今年双河市水利局做了很多。", "双河市水利局"),
        ("建议县财政局牵头。", "县财政局"),
        ("祝城关镇越办越好。", "城关镇"),
    ],
)
def test_other_names_are_still_found_after_a_word(text: str, name: str) -> None:
    water = WATER.replace("清源市财政局", "市审计局")
    assert [words for words in found("foreign-unit", text, water) if words.endswith(name)]
