"""rare-character: characters that fonts lack, names that need pinyin, and unusable characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES

from .rules import draft, findings, fixed, found

CODE = "rare-character"
FONTS = "仿宋_GB2312 and 楷体_GB2312, the usual office fonts, lack"


def messages(text: str, unit_file: str = "") -> list[tuple[str, str | None]]:
    """The message of each finding, and its severity if it is not that of the rule."""
    return [(finding.message, finding.severity) for finding in findings(CODE, text, unit_file)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("副局长张喆同志讲了话。", f"{FONTS} 喆 in 张喆; it is pronounced zhé"),
        ("请李镕同志发言。", f"{FONTS} 镕 in 李镕; it is pronounced róng"),
        ("镇党委书记王珺主持会议。", f"{FONTS} 珺 in 王珺; it is pronounced jùn"),
        ("刚才，陈祎女士作了介绍。", f"{FONTS} 祎 in 陈祎; it is pronounced yī"),
        ("请张㛃同志发言。", "few fonts have 㛃 in 张㛃; it is pronounced jié"),
        ("请张𠅤同志发言。", "few fonts have 𠅤 in 张𠅤; it is pronounced xí"),
    ],
)
def test_what_the_usual_fonts_lack_is_a_warning_in_a_name(text: str, message: str) -> None:
    assert messages(text) == [(message, None)]


def test_outside_names_it_is_one_hint() -> None:
    assert messages("他蹚着水来，又蹚着水去。") == [(f"{FONTS} 蹚; it is pronounced tāng or tàng or chēng", "hint")]


def test_a_text_in_traditional_characters_is_not_reported() -> None:
    text = "這個會議說明黨員幹部應該對羣眾負責聽取意見認眞學習條例規範權力運行維護紀律轉變機關風氣"
    assert found(CODE, text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("刚才，局长仇志远同志作了总结。", "仇 in 仇志远 is pronounced qiú as a surname"),
        ("由单立新同志主持。", "单 in 单立新 is pronounced shàn as a surname"),
        ("书记任建国同志讲话。", "任 in 任建国 is pronounced rén as a surname"),
        ("请曾小满同志发言。", "曾 in 曾小满 is pronounced zēng as a surname"),
        ("组长尉迟明同志讲话。", "尉迟 in 尉迟明 is pronounced yùchí as a surname"),
        ("护林员覃玉山同志说。", "覃 in 覃玉山 is pronounced qín or tán as a surname"),
        ("请王昶同志发言。", "昶 in 王昶 is pronounced chǎng"),
        ("副县长逄新学带队。", "逄 in 逄新学 is pronounced páng or féng"),
        ("台州市的同志来了。", "台州 is pronounced tāizhōu"),
    ],
)
def test_what_is_easily_misread_is_a_hint(text: str, message: str) -> None:
    assert messages(text) == [(message, "hint")]


UNIT = """
unit: {name: 亳州市水利局, aliases: [亳州水利局], head: {post: 局长, name: 解方舟}}
people: [{name: 吴祎, post: 科员}, {name: 吴妤, post: 科员}, {name: 岑远, post: 科员}]
"""


def test_names_in_the_unit_file_are_reported_at_their_first_place() -> None:
    text = "亳州市水利局的解方舟讲了话，吴祎、吴妤也讲了。亳州水利局和解方舟、吴祎都好。"
    assert messages(text, UNIT) == [
        ("解 in 解方舟 is pronounced xiè as a surname", "hint"),
        ("妤 in 吴妤 is pronounced yú", "hint"),
        ("亳 in 亳州市水利局 is pronounced bó", "hint"),
        (f"{FONTS} 祎 in 吴祎; it is pronounced yī", None),
    ]
    body = draft(text).text
    assert [finding.start for finding in findings(CODE, text, UNIT)] == [
        body.index("解方舟"),
        body.index("妤"),
        body.index("亳"),
        body.index("祎"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "市委书记王建国同志、婷婷同志和李睿同志都来了。",
        "单位同志、解放军同志、区里同志、主要负责同志都来了。",
        "他同仇家解了怨，单位的任务也完成了，曾经查过，丽水长流。",
        "二〇一四年，“三严三实”——约·翰先生说：①～⑩，《条例》…… 57% café。",
        "It is a café, and we met Zoë — “the Chair” – on 3 May.",
    ],
)
def test_ordinary_names_and_words_are_not_reported(text: str) -> None:
    assert found(CODE, text) == []


@pytest.mark.parametrize(
    "text", ["同��们好。", "及锟斤拷通气。", "The coll�ge has done well this year, as we have seen."]
)
def test_a_lost_character_is_an_error(text: str) -> None:
    assert [finding.severity for finding in findings(CODE, text)] == ["error"]


def test_a_private_character_is_a_warning() -> None:
    assert messages("请张\ue123同志发言。") == [
        ("U+E123 is a private-use character, which other computers cannot show", None)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\u2f08大会议。", "人大会议。"),  # KANGXI RADICAL MAN, as PDF files have it
        ("\uf9e9面的同志。", "里面的同志。"),
        ("同志\u200b们好。", "同志们好。"),
        ("同志\ufeff们\u00ad好。", "同志们好。"),
    ],
)
def test_compatibility_and_invisible_characters_are_fixed(before: str, after: str) -> None:
    assert fixed(CODE, before) == after
    assert found(CODE, after) == []


@given(st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=80))
def test_any_text_is_checked_without_an_error(text: str) -> None:
    one = draft(f"开会。{text}同志完了。")
    for finding in RULES[CODE].find(one, Facts()):
        assert 0 <= finding.start < finding.end <= len(one.text)
