"""`speechgen schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..conftest import ROOT, Run
from .cases import Case, case, each_line
from .conftest import Pinned

TEMPLATES = sorted(path.parent.name for path in ROOT.glob("templates/*/template.yaml"))


def _broken(run: Run) -> None:
    Path("templates/notice/template.yaml").write_text("title: 反馈\ntitle: 反馈\n", encoding="utf-8")


CASES = (
    case("help", "schema --help", "schema -h"),
    case("template", "schema notice", "schema templates/notice", "schema"),
    case("settings", "schema --settings", "schema --settings notice"),
    case("manifest", "schema --template"),
    case("no-such-template", "schema notices", status=1),
    case("broken", "schema", status=1, before=_broken),
    case("no-workspace", "schema", status=1, folder="empty"),
    case("unknown-option", "schema --json", status=2),
)


@each_line(CASES)
def test_schema(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_bundled_template_has_a_schema(run: Run, template: str) -> None:
    assert json.loads(run("schema", template).stdout)["type"] == "object"
