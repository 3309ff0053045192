"""Files in other encodings are read right, or refused at the first line that is in doubt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechgen.reading import decode

from ..conftest import ROOT, Run, spots

UNIT = "unit:\n  name: Westmoor\n  leader: {}\n"
CHINESE = sorted(
    [*ROOT.glob("tests/corpus/*"), *ROOT.glob("templates/*/example.yaml"), *ROOT.glob("docs/**/*.zh-CN.md")]
)
RARE_NAMES = ("张喆", "王堃", "朱镕基", "䶮", "𠮷", "刘曈昇", "甯犇", "李祎", "贺璟瑄", "顾翀𠮷", "喆")
WESTERN = (
    "Je remercie Hélène Lefèvre : l'évaluation a été sévère.\nÀ l'école, « bon courage » — Noël.",
    "Ich begrüße Herrn Jürgen Müller.\nDie Maßnahmen für größere Städte – „gut“ – müssen überprüft werden.",
    "El niño Ángel Muñoz está aquí.\n¿Qué hará España mañana?",
    "We don’t expect “miracles” – it’s the team’s work.",
    "A avaliação das ações não é fácil, João.",
)
WESTERN_NAMES = (
    "Jürgen Müller",
    "François",
    "José Muñoz",
    "Größer",
    "Süßmann",
    "Søren Kjær",
    "Conceição",
    "it’s",
    "créée",
)
TRADITIONAL_TEXT = "同志們：\n今天我們對機關黨組織的工作進行評價，有三點意見。\n一、領導班子要帶頭學習。"
JAPANESE_TEXT = "本日はお集まりいただき、ありがとうございます。\nこれより監査の結果を報告します。"
KOREAN_TEXT = "존경하는 동지 여러분, 안녕하십니까. 오늘 우리는 감사 결과를 보고드립니다. 조직의 책임을 강화해야 합니다."
SHORT_TEXTS = {
    encoding: lines.replace("\n", "|").strip("|").split("|")
    for encoding, lines in re.findall(
        r"^\[(.+)\]\n((?:.+\n)+)", (ROOT / "tests/hostile/short_texts.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
}


def read(text: str, encoding: str) -> str | None:
    return decode(text.encode(encoding), "f")[0]


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-8", "utf-8-sig"])
def test_chinese_texts_are_read(encoding: str) -> None:
    texts = [path.read_bytes().decode().replace("\u200b", "") for path in CHINESE]
    texts = [text for text in texts if any("\u4e00" <= each <= "\u9fff" for each in text)]
    assert len(texts) > 20
    for text in texts:
        kept = text.encode(encoding, "ignore").decode(encoding)
        assert read(kept, encoding) == kept


@pytest.mark.parametrize("name", RARE_NAMES)
def test_a_rare_name_in_gb18030_is_read(name: str) -> None:
    for text in (f"unit: {{name: 石桥镇}}\nleader: {name}\n", f"同志们：\n{name}同志作了发言。\n"):
        assert read(text, "gb18030") == text
    assert read(UNIT.format("、".join(RARE_NAMES)), "gb18030") == UNIT.format("、".join(RARE_NAMES))


def test_traditional_characters_in_gb18030_are_read() -> None:
    for line in (TRADITIONAL_TEXT, *TRADITIONAL_TEXT.split("\n")):
        assert read(line, "gb18030") == line


@pytest.mark.parametrize(
    ("encoding", "named", "texts"),
    [
        ("cp1252", "Western European (cp1252)", (*WESTERN, *map(UNIT.format, WESTERN_NAMES))),
        ("big5", "Big5", (TRADITIONAL_TEXT, *TRADITIONAL_TEXT.split("\n")[1:])),
        ("cp932", "Shift_JIS", (JAPANESE_TEXT, *JAPANESE_TEXT.split("\n"))),
        ("euc_jp", "EUC-JP", (JAPANESE_TEXT,)),
        ("euc_kr", "EUC-KR", (KOREAN_TEXT,)),
    ],
)
def test_text_in_another_encoding_is_refused_by_name(encoding: str, named: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        found, (problem,) = decode(text.encode(encoding), "f")
        assert found is None
        assert named in problem.message, text
        lines = text.split("\n")
        line = next(number for number, each in enumerate(lines, 1) if not each.isascii())
        column = next(number for number, each in enumerate(lines[line - 1], 1) if not each.isascii())
        assert (problem.place.line, problem.place.column, problem.code) == (line, column, "encoding")


@pytest.mark.parametrize("encoding", ["big5", "euc_kr", "cp932", "cp1252", "cp1250"])
def test_no_short_text_in_another_encoding_is_read_as_chinese(encoding: str) -> None:
    """Not even a file whose only characters that are not ASCII are a name."""
    texts = SHORT_TEXTS[encoding]
    assert len(texts) > 90
    for text in texts:
        for shown in (text, UNIT.format(text)):
            found, (problem,) = decode(shown.encode(encoding), "f")
            assert (found, problem.code) == (None, "encoding"), text
            assert "save it as UTF-8" in str(problem.fix)


def test_short_names_in_gb18030_are_read() -> None:
    texts = SHORT_TEXTS["gb18030"]
    assert len(texts) > 80
    refused = [text for text in texts if read(UNIT.format(text), "gb18030") != UNIT.format(text)]
    assert len(refused) <= 0.03 * len(texts), refused


def test_what_may_be_chinese_or_not_is_refused_with_both_encodings() -> None:
    """档案馆 in GB18030 is 도갭반 in EUC-KR; in a longer text there is no doubt."""
    _, (problem,) = decode("unit: {name: 档案馆}\n".encode("gb18030"), "f")
    assert problem.message == "is not UTF-8; it looks like EUC-KR or GB18030"
    assert read("unit: {name: 石桥镇档案馆}\n", "gb18030") is not None


def test_bytes_of_no_known_encoding_are_refused() -> None:
    _, (problem,) = decode("Уважаемые товарищи! Сегодня мы подводим итоги проверки.".encode("cp1251"), "f")
    assert problem.message == "is not UTF-8; it looks like Cyrillic (cp1251)"
    _, (problem,) = decode("Αγαπητοί συνάδελφοι! Σήμερα σας παρουσιάζουμε τα αποτελέσματα.".encode("cp1253"), "f")
    assert problem.message in ("is not UTF-8 and not GB18030", "these bytes are not valid GB18030")


def test_chinese_that_is_valid_utf8_too_is_not_guessed() -> None:
    """医院 in GB18030 is also two letters of the Latin and Hebrew scripts in UTF-8."""
    _, (problem,) = decode(UNIT.format("医院").encode("gb18030"), "f")
    assert (problem.place, problem.message) == (problem.place._replace(line=3, column=11), "may be UTF-8 or GB18030")
    for text in map(UNIT.format, ("医院", "Müller", "François", "José", "Иванов", "Παπάς", "Franc\u0327ois")):
        assert read(text, "utf-8") == text
        assert read(text, "utf-8-sig") == text


@pytest.mark.parametrize(
    "file", ["units/a.yaml", "speechgen.yaml", "t/template.yaml", "t/speech.md.j2", "a.txt", "a.md"]
)
def test_every_file_that_people_write(run: Run, file: str) -> None:
    for folder in ("t", "units"):
        Path(folder).mkdir()
    files = {
        "t/template.yaml": "title: Müller\nlanguage: en\n",
        "t/speech.md.j2": "---\ntitle: T\n---\nTo Müller and {{ unit.name }}.\n",
        "speechgen.yaml": "template: ./t\nformats: [md]\n# Müller\n",
        "units/a.yaml": "unit: {name: Müller}\n",
        "a.txt": "Speech\n\nTo Jürgen Müller.\n",
        "a.md": "# Speech\n\nTo Jürgen Müller.\n",
    }
    for name, text in files.items():
        Path(name).write_bytes(text.encode("cp1252" if name == file else "utf-8"))
    result = run("check", file) if file.startswith("a.") else run("generate")
    lines = files[file].split("\n")
    line = next(number for number, each in enumerate(lines, 1) if not each.isascii())
    column = next(number for number, each in enumerate(lines[line - 1], 1) if not each.isascii())
    assert (result.exit_code, spots(result)) == (1, [(file, line, column, "encoding")])
    assert "is not UTF-8; it looks like Western European (cp1252)" in result.output


def test_a_fix_keeps_utf16_without_a_mark(run: Run) -> None:
    words = "讲话\n\n同志们：\n\n今天我们开会,很好。\n"
    for encoding in ("utf-16-le", "gb18030"):
        Path("a.txt").write_bytes(words.encode(encoding))
        run("check", "--fix", "a.txt")
        assert Path("a.txt").read_bytes() == words.replace(",", "，").encode(encoding)
