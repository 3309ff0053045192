"""Parts and included files within the lines of the speech: what begins a line in them begins one there."""

from __future__ import annotations

from pathlib import Path

import pytest

import speechgen

FILES = {
    "template.yaml": "title: t\nlanguage: en\nparts:\n  points: {title: Points, minimum: 1}\n",
    "unit.yaml": "unit: {name: X}\npoints: [one]\n",
    "points/one.md.j2": "---\ntitle: One\n---\nWords.\n",
    "hall.md.j2": "the hall",
    "speech.md.j2": "{% for point in points %}\n**{{ point.title }}.** {{ point.body }}\n\n{% endfor %}\n",
}


def _texts(folder: Path, **files: str) -> list[tuple[str, str]]:
    for name, text in {**FILES, **{key.replace("_", "/") + ".md.j2": text for key, text in files.items()}}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    speech = speechgen.render(speechgen.load_template(folder), speechgen.load_unit(folder / "unit.yaml"))
    return [(each.kind, each.text) for each in speech.paragraphs]


@pytest.mark.parametrize(
    ("body", "kind", "text"), [("- a", "item", "a"), ("## A", "heading", "A"), ("| a | b |\n|---|---|", "row", "a\tb")]
)
def test_a_part_that_begins_with_a_block_after_words(tmp_path: Path, body: str, kind: str, text: str) -> None:
    found = _texts(tmp_path, points_one=f"---\ntitle: One\n---\n\n{body}\n")
    assert found == [("paragraph", "One."), (kind, text)]


def test_a_part_of_several_paragraphs(tmp_path: Path) -> None:
    body = "---\ntitle: One\n---\n\nWords.\n\n{% if unit.name %}More.{% endif %}\n\nEnd.\n"
    assert [text for _, text in _texts(tmp_path, points_one=body)] == ["One. Words.", "More.", "End."]


@pytest.mark.parametrize("end", ["", "\n"])
def test_an_included_file_is_part_of_the_sentence(tmp_path: Path, end: str) -> None:
    speech = 'We met in {% include "hall.md.j2" %}.\nIn\n{% include "hall.md.j2" %}\nwe sat.\n'
    assert _texts(tmp_path, hall=f"{{# a note #}}\nthe hall{end}", speech=speech) == [
        ("paragraph", "We met in the hall. In the hall we sat.")
    ]


def test_a_blank_line_in_an_included_file_separates_paragraphs(tmp_path: Path) -> None:
    speech = 'We met.\n{% include "hall.md.j2" %}\nWe sat.\n'
    assert [text for _, text in _texts(tmp_path, hall="It was cold.\n\nIt was late.\n", speech=speech)] == [
        "We met. It was cold.",
        "It was late. We sat.",
    ]
