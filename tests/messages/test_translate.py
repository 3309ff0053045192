"""Messages of texts and parameters, and the compiler of the catalogues."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tools.messages import CATALOGUES

from speechgen.messages import all_of, choose, counted, either, joined_words, language, translated, translated_page
from speechgen.messages.po_files import compiled

PO = r"""
msgid ""
msgstr "Language: zh_CN\n"

#: a.py
msgid "{file} has no {key}"
msgstr "{file} 里没有 {key}"

msgid "{number} unit"
msgid_plural "{number} units"
msgstr[0] "{number}个单位"

msgid ""
"a long "
"text\n"
msgstr ""
"很长的“话”\\ \"直引号\"\t"
"\n"

#, fuzzy
msgid "guessed"
msgstr "猜的"

msgid "open"
msgstr ""

#~ msgid "gone"
#~ msgstr "没有了"
"""


@pytest.fixture
def chinese() -> Iterator[None]:
    before = language()
    choose("zh-CN")
    yield
    choose(before)


def test_without_a_translation_the_text_of_the_code_is_used(chinese: None) -> None:
    assert translated("{one} and {two}, never translated", one=1, two="{three}") == "1 and {three}, never translated"


def test_braces_are_braces_where_there_are_no_parameters() -> None:
    assert translated("check: {add: [x]}") == "check: {add: [x]}"
    assert translated("check: {{add: [{code}]}}", code="x") == "check: {add: [x]}"


def test_english_has_a_plural() -> None:
    assert counted("{number} {thing} file", "{number} {thing} files", 1, thing="new") == "1 new file"
    assert counted("{number} {thing} file", "{number} {thing} files", 0, thing="new") == "0 new files"


def test_names_in_a_row_have_the_comma_of_the_language(chinese: None) -> None:
    assert joined_words(["甲", "乙"]) == "甲、乙"
    choose("en")
    assert joined_words(["a", "b"]) == "a, b"


def test_names_of_which_one_is_meant_or_all(chinese: None) -> None:
    assert either(["甲"]) == "甲"
    assert either(["甲", "b", "c"]) == "甲或 b 或 c"
    assert all_of(["1", "260"]) == "1 和 260"
    choose("en")
    assert either(["a", "b", "c"]) == "a or b or c"
    assert all_of(["a", "b"]) == "a and b"


def test_a_space_is_only_between_chinese_and_other_characters(chinese: None) -> None:
    text = "{name} is empty"  # {name} 没有填
    assert translated(text, name="unit.name") == "unit.name 没有填"
    assert translated(text, name="unit.name（单位全称）") == "unit.name（单位全称）没有填"
    assert translated(text, name="people 第2条") == "people 第2条没有填"
    assert translated("add {keys}", keys="名称:") == "补上名称:"
    assert translated("add {keys}", keys="") == "补上 "


def test_a_page_is_translated_by_paragraphs(chinese: None) -> None:
    page = "Check speeches for errors; fix\nthe safe ones.\n\n    an example\n    of two lines"
    assert translated_page(page) == "校对讲话稿，能放心改的可以直接改好。\n\n    an example\n    of two lines"


def catalogue_of(content: bytes) -> dict[object, str]:
    found: dict[object, str] = vars(gettext.GNUTranslations(BytesIO(content)))["_catalog"]
    return {text: words for text, words in found.items() if text}


def test_a_catalogue_is_compiled(tmp_path: Path) -> None:
    path = tmp_path / "room.po"
    path.write_text(PO, encoding="utf-8")
    for ends in ("\n", "\r\n"):
        path.write_text(PO, encoding="utf-8", newline=ends)
        assert catalogue_of(compiled([path])) == {
            "{file} has no {key}": "{file} 里没有 {key}",
            ("{number} unit", 0): "{number}个单位",
            "a long text\n": '很长的“话”\\ "直引号"\t\n',
        }


def test_our_catalogues_are_compiled_as_by_babel() -> None:
    files = sorted(CATALOGUES.rglob("*.po"))
    assert files
    for file in files:
        by_babel = BytesIO()
        write_mo(by_babel, read_po(BytesIO(file.read_bytes()), locale="zh_CN"))
        assert catalogue_of(compiled([file])) == catalogue_of(by_babel.getvalue())
