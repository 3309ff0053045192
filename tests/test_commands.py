"""The commands, as a new user types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Run

TEMPLATES = sorted(path.parent.name for path in ROOT.glob("templates/*/template.yaml"))


def test_the_tour_of_a_new_user(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", "spring").exit_code == 0
    monkeypatch.chdir("spring")
    assert run("generate").exit_code == 0
    assert run("new", "市教育局").exit_code == 0
    assert "市教育局" in Path("units/市教育局.yaml").read_text(encoding="utf-8")
    assert run("generate", "市教育局").exit_code == 1  # what the new file lacks is told
    assert run("new", "市教育局").exit_code != 0  # and a unit file is never overwritten


@pytest.mark.parametrize("template", TEMPLATES)
def test_new_writes_every_value_with_a_schema_line_that_works_offline(run: Run, template: str) -> None:
    run("init", "w")
    assert run("new", "某单位", "--template", template).exit_code == 0
    text = next(Path().rglob("某单位.yaml")).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert "http" not in text.split("\n")[0]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_lints_and_has_a_schema(run: Run, template: str) -> None:
    assert run("templates", "--lint", template).exit_code == 0
    schema = json.loads(run("schema", template).stdout)
    assert schema["type"] == "object"


def test_templates_lists_all_of_them(run: Run) -> None:
    listed = json.loads(run("templates", "--json").stdout)["templates"]
    assert [one["name"] for one in listed] == TEMPLATES


def test_standard_output_gets_the_speech_and_nothing_else(run: Run) -> None:
    result = run("generate", str(ROOT / "examples/standalone.yaml"), "-f", "txt", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout == (ROOT / "tests/goldens/examples/standalone.txt").read_text(encoding="utf-8")


def test_a_report_for_programs(run: Run) -> None:
    Path("bad.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    result = run("generate", "bad.yaml", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"][0]["code"] == "repeated-key"


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_neither_jinja_nor_yaml(arguments: list[str]) -> None:
    script = (
        "import sys; from speechgen.__main__ import main; sys.argv = ['speechgen', *sys.argv[1:]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', sorted({'jinja2', 'yaml', 'jsonschema_rs', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    assert "LOADED []" in done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [(["schema", "insp"], "inspection-feedback"), (["generate", "一"], "一中"), (["explain", ""], "一中")],
    ids=["templates", "units", "a unit"],
)
def test_completion_offers(tmp_path: Path, words: list[str], offered: str) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "speechgen.yaml").write_text("template: mass-line-summary\n", encoding="utf-8")
    (tmp_path / "units/一中.yaml").write_text("unit: {name: 一中}\n", encoding="utf-8")
    script = (
        "import sys; from speechgen.__main__ import main; sys.argv = ['speechgen']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', sorted({'jinja2', 'yaml'} & set(sys.modules)))"
    )
    line = " ".join(["speechgen", *words])
    asked = {"_SPEECHGEN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        env={**os.environ, **asked},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert offered in done.stdout.split()
    assert "LOADED []" in done.stdout
