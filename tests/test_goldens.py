"""The speeches of the bundled templates and the examples, byte for byte.

`speechgen templates --update NAME` rewrites those of a template, `pytest --refresh-goldens` those of the examples.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import speechgen
from speechgen.formats import FORMATS, Manuscript

from .conftest import ROOT, Run

Golden = Callable[[str, str], None]

TEXTS = ("md", "txt")  # the other formats have tests of their own: tests/formats/
FEWEST_TESTS = 3
TESTS = sorted(ROOT.glob("templates/*/tests/*.yaml"))
TEMPLATES = sorted(path.parent for path in ROOT.glob("templates/*/template.yaml"))
UNITS = sorted([*ROOT.glob("examples/workspace/units/*.yaml"), ROOT / "examples/standalone.yaml"])


def _speech(path: Path) -> speechgen.Speech:
    unit = speechgen.load_unit(path)
    return speechgen.render(speechgen.load_template(unit.template[0]), unit)


@pytest.mark.parametrize("folder", TEMPLATES, ids=lambda path: path.name)
def test_a_bundled_template_has_tests_and_no_problems(folder: Path, run: Run) -> None:
    """`speechgen templates --update NAME` writes the speeches of its example and of its tests."""
    assert len([*folder.glob("tests/*.yaml")]) >= FEWEST_TESTS
    assert (folder / "tests/example.md").is_file()
    result = run("templates", "--lint", folder.name)
    assert (result.exit_code, result.output) == (0, "no problems\n")


@pytest.mark.parametrize(
    "unit", sorted(ROOT.glob("templates/*/tests/*.yaml")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_the_speech_of_a_template_s_test_can_be_given(unit: Path, run: Run) -> None:
    assert not re.search(r"(error|warning)\[", run("check", str(unit)).output)


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_the_speech_of_an_example_unit(unit: Path, kind: str, golden: Golden) -> None:
    golden(f"examples/{unit.stem}.{kind}", FORMATS[kind].write(Manuscript(_speech(unit))).decode())


def test_no_two_example_speeches_share_most_paragraphs() -> None:
    paragraphs = [set(_speech(unit).text.split("\n")) for unit in UNITS]
    for number, one in enumerate(paragraphs):
        for other in paragraphs[:number]:
            assert len(one & other) <= len(one) // 2


@pytest.mark.parametrize("wording", [1, 2, 3])
@pytest.mark.parametrize("folder", TEMPLATES, ids=lambda path: path.name)
def test_a_speech_of_all_parts_renders_without_figures(folder: Path, wording: int, tmp_path: Path) -> None:
    template = speechgen.load_template(folder.name)
    example = speechgen.load_unit(folder / "example.yaml")
    lines = (folder / "example.yaml").read_text(encoding="utf-8").split("\n")
    kept = []
    skipping = False
    for line in lines:  # without metrics, and without the lists of parts, which are added below
        if line and not line.startswith((" ", "#")):
            skipping = line.split(":")[0] in {"metrics", *template.parts}
        if not skipping:
            kept.append(line)
    for list_name in template.parts:
        kept.append(f"{list_name}:")
        kept += [f"  - {name}" for name in template.parts[list_name]]
    counts = template.document["properties"]["wordings"]["properties"]
    numbers = {name: min(wording, declared["maximum"]) for name, declared in counts.items()}
    kept.append(f"wordings: {json.dumps(numbers)}")
    file = tmp_path / "all-parts.yaml"
    file.write_text("\n".join(kept), encoding="utf-8")
    speech = speechgen.render(template, speechgen.load_unit(file))
    assert "None" not in speech.text
    assert len(speech.text) > len(speechgen.render(template, example).title)
    assert speech.text.count("。。") == speech.text.count("，，") == speech.text.count("，。") == 0
