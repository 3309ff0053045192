"""A value's paragraphs and lines, in each of YAML's styles: two paragraphs are never run together."""

from __future__ import annotations

from pathlib import Path

import pytest

import speechgen

from ..conftest import ROOT

TEXTS = {
    "literal": "|\n      第一段，\n      接着说。\n\n      第二段。",
    "folded": ">\n      第一段，接着说。\n\n      第二段。",
    "literal, kept": "|+\n      第一段，\n      接着说。\n\n\n      第二段。\n\n",
    "double quotes": '"第一段，接着说。\\n\\n第二段。"',
    "single quotes": "'第一段，接着说。\n\n      第二段。'",
    "Windows": "|\r\n      第一段，\r\n      接着说。\r\n\r\n      第二段。\r\n",
}


@pytest.mark.parametrize("style", TEXTS)
@pytest.mark.parametrize("where", ["a part", "a value"])
def test_two_paragraphs(style: str, where: str, tmp_path: Path) -> None:
    example = (ROOT / "templates/mass-line-summary/example.yaml").read_text(encoding="utf-8")
    template = ROOT / "templates/mass-line-summary"
    if where == "a part":
        unit = example.replace("evaluation:\n", f"evaluation:\n  - title: 另一点\n    text: {TEXTS[style]}\n", 1)
    else:
        template = tmp_path / "t"
        template.mkdir()
        (template / "template.yaml").write_text(
            "title: t\nlanguage: zh-CN\nvalues: {properties: {words: {title: w, type: string, examples: [x]}}}\n",
            encoding="utf-8",
        )
        (template / "speech.md.j2").write_text("另一点。{{ words }}\n", encoding="utf-8")
        unit = f"unit: {{name: 市教育局}}\nwords: {TEXTS[style]}\n"
    (tmp_path / "unit.yaml").write_bytes(unit.encode())
    speech = speechgen.render(speechgen.load_template(template), speechgen.load_unit(tmp_path / "unit.yaml"))
    at = next(index for index, each in enumerate(speech.paragraphs) if "第一段" in each.text)
    assert speech.paragraphs[at].text.endswith("另一点。第一段，接着说。")
    assert speech.paragraphs[at + 1].text == "第二段。"


@pytest.mark.parametrize(
    ("written", "line_end"),
    [("{{ words | lines }}", "\n"), ("{{ words }}", " "), ("{{ words|lines|lines }}", "\n")],
)
def test_a_filter_keeps_the_lines_of_a_value(written: str, line_end: str, tmp_path: Path) -> None:
    manifest = "title: t\nlanguage: en\nvalues: {words: {title: w, type: string, examples: [x]}}\n"
    (tmp_path / "template.yaml").write_text(manifest, encoding="utf-8")
    (tmp_path / "speech.md.j2").write_text(f"Before.\n\n{written}\n\nAfter.\n", encoding="utf-8")
    words = "|\n  Roses are red,\n    violets * blue,\\\n  *sugar* is sweet.\n\n  And so\n  are you.\n"
    (tmp_path / "unit.yaml").write_text(f"unit: {{name: Choir}}\nwords: {words}", encoding="utf-8")
    speech = speechgen.render(speechgen.load_template(tmp_path), speechgen.load_unit(tmp_path / "unit.yaml"))
    assert [each.text for each in speech.paragraphs] == [
        "Before.",
        f"Roses are red,{line_end}violets * blue,\n*sugar* is sweet.",
        f"And so{line_end}are you.",
        "After.",
    ]
