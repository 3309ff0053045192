"""Every run has the template line, the data path and the YAML line that it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

import speechgen

from ..conftest import ROOT

TEMPLATES = sorted(path.parent for path in ROOT.glob("templates/*/template.yaml"))


@pytest.mark.parametrize("folder", TEMPLATES, ids=lambda path: path.name)
def test_every_run_comes_from_a_line_that_exists(folder: Path) -> None:
    unit = folder / "example.yaml"
    speech = speechgen.render(speechgen.load_template(str(folder)), speechgen.load_unit(unit))
    lines = unit.read_text(encoding="utf-8").split("\n")
    shown_values = 0
    for run in speech.runs():
        assert type(run.text) is str
        assert run.text
        assert "\n" not in run.text
        named = run.source.template.file  # of a bundled file: below templates/
        template = next(path for path in (ROOT / named, ROOT / "templates" / named) if path.is_file())
        assert 1 <= run.source.template.line <= template.read_text(encoding="utf-8").count("\n") + 1
        if run.source.path == "unit.name":
            shown_values += 1
            assert run.source.value is not None
            assert run.text in lines[run.source.value.line - 1]
    assert shown_values
