"""A part, or a file that is included, may have several wordings: each unit has one, and keeps it."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

import speechgen
from speechgen.template import WordingChoice

from ..conftest import ROOT, Run, spots

FILES = {
    "t/template.yaml": "title: t\nlanguage: en\nparts:\n  points: {title: Points}\n",
    "t/speech.md.j2": "---\ntitle: T\n---\n{% include 'opening.md.j2' %}\n\n"
    "{% for each in points %}\n{{ each.title }}: {{ each.body }}\n\n{% endfor %}\n",
    "t/opening.md.j2": "Good morning, {{ unit.name }}.\n",
    "t/opening.2.md.j2": "Welcome to {{ unit.name }}.\n",
    "t/points/care.md.j2": "---\ntitle: Care\nvalues:\n  rounds: {title: rounds, type: integer, examples: [3]}\n---\n"
    "You made {{ rounds }} rounds.\n",
    "t/points/care.2.md.j2": "---\ntitle: Attention\n---\nThere were {{ rounds }} rounds.\n",
    "t/points/care.3.md.j2": "---\ntitle: Kindness\n---\nRounds: {{ rounds }}.\n",
}


@pytest.fixture(autouse=True)
def template(run: Run) -> None:
    for name, text in FILES.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def _speech(run: Run, unit: str, more: str = "") -> str:
    text = f"template: ./t\nunit: {{name: {unit}}}\npoints: [{{care: {{rounds: 3}}}}]\n{more}"
    Path(f"{unit}.yaml").write_text(text, encoding="utf-8")
    result = run("generate", f"{unit}.yaml", "-f", "txt", "-o", "-", "--no-check")
    assert result.exit_code == 0, result.output
    return result.output


def test_units_have_different_wordings_and_each_is_a_whole_one(run: Run) -> None:
    speeches = {re.sub("Unit[A-Z]", "UNIT", _speech(run, f"Unit{letter}")) for letter in "ABCDEFGHIJKLMNOP"}
    assert len(speeches) > 3
    openings = {speech.split("\n")[2] for speech in speeches}
    assert openings == {"Good morning, UNIT.", "Welcome to UNIT."}
    points = {speech.strip().split("\n")[-1] for speech in speeches}
    assert points == {"Care: You made 3 rounds.", "Attention: There were 3 rounds.", "Kindness: Rounds: 3."}


def test_a_unit_keeps_its_wordings_whoever_joins(run: Run) -> None:
    before = _speech(run, "UnitA")
    for letter in "BCDEF":
        _speech(run, f"Unit{letter}")
    assert _speech(run, "UnitA") == before


@pytest.mark.parametrize(("number", "words"), [(1, "Care: You"), (2, "Attention: There"), (3, "Kindness: Rounds")])
def test_the_unit_file_sets_a_wording(run: Run, number: int, words: str) -> None:
    speech = _speech(run, "UnitA", f"wordings: {{care: {number}, opening: 2}}\n")
    assert words in speech
    assert "Welcome to UnitA." in speech


@pytest.mark.parametrize(
    ("wordings", "column", "code"), [("{care: 4}", 18, "out-of-range"), ("{cares: 1}", 12, "unknown-key")]
)
def test_a_wording_that_does_not_exist_is_reported_at_its_place(
    run: Run, wordings: str, column: int, code: str
) -> None:
    Path("u.yaml").write_text(f"template: ./t\nunit: {{name: A}}\nwordings: {wordings}\n", encoding="utf-8")
    assert spots(run("check", "u.yaml")) == [("u.yaml", 3, column, code)]


def test_a_wording_is_no_part_of_its_own(run: Run) -> None:
    template = speechgen.load_template("t")
    assert list(template.parts["points"]) == ["care"]
    Path("u.yaml").write_text("template: ./t\nunit: {name: A}\npoints: [care.2]\n", encoding="utf-8")
    result = run("check", "u.yaml")
    assert spots(result) == [("u.yaml", 3, 10, "unknown-choice")]


def test_a_missing_value_is_needed_by_the_part_whatever_its_wording(run: Run) -> None:
    for number in (1, 2, 3):
        Path("u.yaml").write_text(
            f"template: ./t\nunit: {{name: A}}\npoints: [care]\nwordings: {{care: {number}}}\n", encoding="utf-8"
        )
        result = run("check", "u.yaml")
        assert spots(result) == [("u.yaml", 3, 10, "missing-value")]
        assert "rounds is missing; care of points says" in result.output


def test_another_wording_declares_no_values(run: Run) -> None:
    Path("t/example.yaml").write_text("template: t\nunit: {name: A}\npoints: [{care: {rounds: 1}}]\n", encoding="utf-8")
    assert run("templates", "--lint", "t").exit_code == 0
    file = Path("t/points/care.2.md.j2")
    file.write_text("---\ntitle: A\nvalues:\n  x: {type: string}\n---\n{{ rounds }}\n", encoding="utf-8")
    result = run("templates", "--lint", "t")
    assert result.exit_code == 1
    assert ("t/points/care.2.md.j2", 3, 1, "unknown-key") in spots(result)


def test_the_schema_for_editors_has_the_wordings(run: Run) -> None:
    properties = speechgen.load_template("t").document["properties"]["wordings"]["properties"]
    assert {name: each["maximum"] for name, each in properties.items()}.items() >= {"opening": 2, "care": 3}.items()


SENTENCE = re.compile(r"[^。！？\n]+[。！？]")
TOWNSHIPS = ("青石镇", "石桥镇", "双河镇", "马塘镇", "白庙镇", "清溪镇", "龙湾镇", "沙溪镇", "黄陂镇", "柳林镇")


def _sentences(name: str, text: str) -> set[str]:
    """The sentences of a speech, without its unit's name and figures."""
    return set(SENTENCE.findall(re.sub(r"\d+", "0", text.replace(name, "某镇"))))


def test_two_townships_with_the_same_parts_have_at_most_sixty_percent_of_their_sentences_in_common(
    tmp_path: Path,
) -> None:
    """All pairs of ten. Of 500 random pairs, 2 or 3 were nearer before; they can set `wordings`."""
    unit = (ROOT / "examples/workspace/units/青石镇.yaml").read_text(encoding="utf-8")
    template = speechgen.load_template("mass-line-summary")
    head = unit.split("\nevaluation:")[0]
    settings = (ROOT / "examples/workspace/speechgen.yaml").read_text(encoding="utf-8")
    (tmp_path / "units").mkdir()
    (tmp_path / "speechgen.yaml").write_text(settings, encoding="utf-8")
    chosen = list(template.parts["evaluation"])[:6], list(template.parts["recommendations"])[:4]
    sentences = {}
    for name in TOWNSHIPS:
        path = tmp_path / "units" / f"{name}.yaml"
        lists = f"\nevaluation: [{', '.join(chosen[0])}]\nrecommendations: [{', '.join(chosen[1])}]\n"
        path.write_text(head.replace("青石镇", name) + lists, encoding="utf-8")
        loaded = speechgen.load_unit(path)
        sentences[name] = _sentences(name, speechgen.render(template, loaded).text)
    shares = sorted(
        len(sentences[one] & sentences[other]) / min(len(sentences[one]), len(sentences[other]))
        for one, other in itertools.combinations(TOWNSHIPS, 2)
    )
    assert len(shares) == 45
    assert shares[len(shares) // 2] <= 0.35
    assert shares[-1] <= 0.6


def test_wordings_are_chosen_evenly() -> None:
    folder = speechgen.load_template("mass-line-summary").folder
    chosen = [WordingChoice(folder, f"第{number}镇").file("evaluation/leadership.md.j2") for number in range(800)]
    assert {name: 150 < chosen.count(name) < 250 for name in set(chosen)} == dict.fromkeys(set(chosen), True)
    assert len(set(chosen)) == 4
