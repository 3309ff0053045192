"""The example package in `examples/plugin`: a rule and a format that an installed package adds.

The package is installed in a folder of its own on Python's path.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .conftest import ROOT
from .forked_program import ForkedProgram, InstalledProgram

PLUGIN = ROOT / "examples" / "plugin"
SETTINGS = "template: life-meeting-review\nformats: [txt, cards]\ncheck:\n  add: [brackets]\n"


class Program(InstalledProgram):
    """The program with the example package, and the folder of a workspace."""

    def settings(self, text: str) -> None:
        (self.workspace / "speechgen.yaml").write_text(text, encoding="utf-8")

    @property
    def cards(self) -> Path:
        return self.workspace / "speeches/example.cards"

    def edit_cards(self, old: str, new: str) -> None:
        text = self.cards.read_text(encoding="utf-8")
        assert old in text
        self.cards.write_text(text.replace(old, new, 1), encoding="utf-8")


def _install(site: Path, *, entry_points: str | None = None) -> None:
    """What pip does: the package's folder, and its entry points in the form of an installed package."""
    if entry_points is None:
        text = (PLUGIN / "pyproject.toml").read_text(encoding="utf-8")
        groups = re.findall(r'^\[project\.entry-points\."(.+)"\]\n(\w+) = "(.+)"$', text, re.MULTILINE)
        assert [group for group, _, _ in groups] == ["speechgen.rules", "speechgen.formats"]
        entry_points = "".join(f"[{group}]\n{name} = {value}\n" for group, name, value in groups)
        shutil.copytree(PLUGIN / "lectern", site / "lectern", ignore=shutil.ignore_patterns("__pycache__"))
    information = site / "lectern-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: lectern\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text(entry_points, encoding="utf-8")


@pytest.fixture
def program(forked_program: ForkedProgram, tmp_path: Path) -> Program:
    """The program with the example package, and a workspace that uses its rule and its format."""
    _install(tmp_path / "site")
    program = Program(forked_program, tmp_path / "site", tmp_path / "workspace")
    (program.workspace / "units").mkdir(parents=True)
    program.settings(SETTINGS)
    shutil.copy(ROOT / "templates/life-meeting-review/example.yaml", program.workspace / "units")
    return program


def test_a_format_is_written_and_a_changed_file_is_kept_and_checked(program: Program) -> None:
    program.run("generate")
    assert program.cards.read_text(encoding="utf-8").startswith(
        "[1]\n在云台市民政局领导班子专题民主生活会上的点评\n\n[2]\n"
    )
    lines = program.cards.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, start=1) if line.startswith("同志们"))
    program.edit_cards("同志们", "同志们（XX）")
    assert "speeches/example.cards:1:1: warning[kept] edited since it was generated" in program.run("generate")
    for named in ([], ["speeches"]):
        found = program.run("check", *named, status=1)
        assert f"speeches/example.cards:{at}:5: error[placeholder] XX is a placeholder" in found
    program.settings(SETTINGS.replace("[txt, cards]", "[txt]"))  # the journal still knows the format of the file
    assert f"speeches/example.cards:{at}:5: error[placeholder]" in program.run("check", status=1)


def test_other_line_ends_in_a_text_format_are_no_edit(program: Program) -> None:
    program.run("generate")
    program.cards.write_bytes(program.cards.read_bytes().replace(b"\n", b"\r\n"))
    assert "2 unchanged" in program.run("generate")


def test_a_format_is_named_like_the_others(program: Program) -> None:
    printed = program.run("generate", "example", "-f", "cards", "-o", "-")
    program.run("generate", "example", "-o", "own/speech.cards")
    assert (program.workspace / "own/speech.cards").read_text(encoding="utf-8") in printed
    choices = "md, txt, docx, html, cards"
    assert f"unknown format card; choose from: {choices}" in program.run("generate", "-f", "card", status=2)
    program.settings("formats: [card]\n")
    assert re.search(r"speechgen\.yaml:1:11: error\[unknown-choice\].*\bcards\b", program.run("generate", status=1))


def test_problems_are_located_in_the_format(program: Program) -> None:
    unit = program.workspace / "units/example.yaml"
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("三个半小时", "三个小时（整）", 1), encoding="utf-8")
    printed = program.run("generate", "-f", "cards")
    assert re.search(
        r"^speeches/example\.cards:14:\d+: warning\[brackets\] （整） is in brackets; say it in a sentence, or leave"
        r" it out \(from units/example\.yaml:28\)$",
        printed,
        re.MULTILINE,
    )


def test_safe_fixes_are_made_in_a_text_format(program: Program) -> None:
    program.run("generate")
    program.edit_cards("到会听取", "到会,听取")
    program.run("check", "--fix")
    assert "到会，听取" in program.cards.read_text(encoding="utf-8")


def test_a_rule_runs_where_the_settings_add_it(program: Program) -> None:
    program.run("generate")
    program.edit_cards("到会听取", "到会（全体）听取")
    assert "warning[brackets] （全体） is in brackets" in program.run("check")
    program.settings(f"{SETTINGS}  severity: {{brackets: error}}\n")
    assert "error[brackets]" in program.run("check", status=1)
    program.settings(f"{SETTINGS}  paths: [{{files: speeches/*, ignore: [brackets]}}]\n")
    assert "brackets" not in program.run("check")
    program.settings(SETTINGS.replace("add: [", "select: [count, "))
    assert "warning[brackets]" in program.run("check")
    program.settings(SETTINGS.replace("brackets", "bracket"))
    assert re.search(
        r"speechgen\.yaml:4:9: error\[unknown-choice\] .*bracket.*brackets", program.run("check", status=1)
    )


def test_a_comment_suppresses_the_rule(program: Program) -> None:
    program.run("generate")
    program.edit_cards("到会听取", "到会（全体）听取")
    unit = program.workspace / "units/example.yaml"
    unit.write_text(f"# speechgen: ignore-file[brackets]\n{unit.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "brackets" not in program.run("check")


def test_the_rule_and_the_format_are_listed(program: Program) -> None:
    assert (
        "brackets        warning  Words in brackets.  (of an installed package; check: {add: [brackets]} runs it)"
        in (program.run("rules"))
    )
    assert "A listener does not hear brackets." in program.run("rules", "brackets")
    schema = program.run("schema", "--settings")
    assert schema.count('"brackets"') == 8  # select, add, ignore and severity; these again for paths
    assert '"cards"' in schema


def test_the_manual_page_of_the_rule_is_right(program: Program) -> None:
    """As `tests/checks/test_manual_pages.py` for the rules of the program."""
    code = (
        "from speechgen.checks.rules import rule_named\n"
        "from speechgen.checks.facts import Facts\n"
        "from speechgen.checks.rule import Draft\n"
        "from speechgen.formats import speech_of\n"
        "rule = rule_named('brackets')\n"
        "for section in ('Finds', 'Leaves alone'):\n"
        "    for line in rule.examples(section):\n"
        "        draft = Draft(speech_of(f'标题\\n\\n同志们：\\n　　{line}\\n'.encode(), '.txt', 's.txt', 'zh-CN'))\n"
        "        print(section, len(list(rule.find(draft, Facts()))))\n"
    )
    assert program.python(code) == "Finds 1\nLeaves alone 0\n"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import nothing_of_this_name\n", "cannot be loaded: No module named 'nothing_of_this_name'"),
        ("thing = 1\n", "cannot be loaded: it is not a "),
    ],
)
def test_a_package_that_cannot_be_loaded_is_one_line(program: Program, tmp_path: Path, code: str, reason: str) -> None:
    site = tmp_path / "broken"
    _install(site, entry_points="[speechgen.rules]\nbroken = broken:thing\n[speechgen.formats]\ncards = broken:thing\n")
    (site / "broken.py").write_text(code, encoding="utf-8")
    program = program._replace(site=site)
    the = f"error[{{kind}}] the {{kind}} {{name}} of the package lectern {reason}"
    in_format, in_rule = the.format(kind="format", name="cards"), the.format(kind="rule", name="broken")
    program.settings("template: life-meeting-review\ncheck:\n  add: [broken]\n")
    assert f"speechgen.yaml:3:9: {in_rule}" in program.run("generate", status=1)
    assert f"broken:1:1: {in_rule}" in (listed := program.run("rules", status=1))
    assert "alike           error" in listed
    program.settings("template: life-meeting-review\nformats: [cards]\n")
    assert f"speechgen.yaml:2:11: {in_format}" in program.run("check", status=1)
    program.settings("template: life-meeting-review\n")
    assert f"broken:1:1: {in_format}" in program.run("generate", "-f", "cards", status=1)
    assert "1 unit: 2 files written" in program.run("generate")


FAILING = """
from speechgen.checks.rule import rule
from speechgen.formats import Format

@rule("broken")
def broken(draft, facts):
    \"\"\"Nothing.\"\"\"
    yield facts.nothing

def write(manuscript):
    return manuscript.nothing

cards = Format(write)
"""


def test_a_package_that_fails_is_a_problem_of_the_unit(program: Program, tmp_path: Path) -> None:
    site = tmp_path / "broken"
    _install(
        site, entry_points="[speechgen.rules]\nbroken = broken:broken\n[speechgen.formats]\ncards = broken:cards\n"
    )
    (site / "broken.py").write_text(FAILING, encoding="utf-8")
    program = program._replace(site=site)
    program.settings("template: life-meeting-review\ncheck: {add: [broken]}\n")
    assert (
        "units/example.yaml:1:1: error[rule] the rule broken of the package lectern failed: AttributeError: 'Facts' obj"
    ) in program.run("generate", status=1)
    program.settings("template: life-meeting-review\n")
    assert (
        "units/example.yaml:1:1: error[format] the format cards of the package lectern failed: AttributeError: "
    ) in program.run("generate", "-f", "cards", status=1)


@pytest.mark.parametrize("arguments", [["generate"], ["check"]])
def test_a_run_that_names_nothing_of_other_packages_does_not_look_for_them(
    program: Program, arguments: list[str]
) -> None:
    program.settings("template: life-meeting-review\nformats: [md, txt]\ncheck: {ignore: [length]}\n")
    code = (
        f"import sys; from speechgen.__main__ import run; sys.argv = ['speechgen', *{arguments}]\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print('importlib.metadata' in sys.modules, 'lectern' in sys.modules)"
    )
    assert program.python(code).splitlines()[-1] == "False False"
