"""`speechgen new`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..conftest import ROOT, Run, spots
from .cases import Case, case, each_line
from .conftest import Pinned

TEMPLATES = sorted(path.parent.name for path in ROOT.glob("templates/*/template.yaml"))

CASES = (
    case("help", "new --help", "new -h"),
    case("help-in-chinese", "new --lang zh-CN --help", "new --help --lang=zh"),
    case("one-unit", "new 市环保局", shows=("units/市环保局.yaml",)),
    case("two-units", "new 市环保局 青石镇"),
    case("template", "new 市环保局 --template thanks", "new 市环保局 -t thanks", shows=("units/市环保局.yaml",)),
    case("template-elsewhere", "new Westmoor -t site-visit-closing", folder="empty"),
    case("there-already", "new 市水务局 市环保局", status=1),
    case("no-template", "new 市环保局", status=1, folder="empty"),
    case("no-such-template", "new 市环保局 -t notices", status=1),
    case("no-name", "new", status=2),
    case("unknown-option", "new 市环保局 --format txt", status=2),
)


@each_line(CASES)
def test_new(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_an_existing_unit_file_is_not_changed(run: Run, workspace: Path) -> None:
    before = Path("units/市水务局.yaml").read_bytes()
    assert run("new", "市水务局").exit_code == 1
    assert Path("units/市水务局.yaml").read_bytes() == before


@pytest.mark.parametrize("template", TEMPLATES)
def test_new_writes_every_value_with_a_schema_line_that_works_offline(run: Run, template: str) -> None:
    run("init", "w")
    assert run("new", "某单位", "--template", template).exit_code == 0
    text = next(Path().rglob("某单位.yaml")).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert "http" not in text.split("\n")[0]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_line_is_ready_to_be_filled_in_once_its_number_sign_is_deleted(run: Run, template: str) -> None:
    run("init", "w", "-t", template)
    run("new", "某单位", "-t", template)
    new = Path("某单位.yaml")
    text, deleted = re.subn(r"^( *)#(?! )", r"\1", new.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert deleted > 20
    assert re.search(r"^ *# ?[\w-]+:$", text, re.MULTILINE) is None
    new.write_text(text, encoding="utf-8")
    codes = {code for _, _, _, code in spots(run("check", "某单位.yaml"))}
    assert codes <= {"missing-value", "list-length", "undeclared-value"}
