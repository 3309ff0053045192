"""`speechgen schema`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from ..conftest import ROOT, Run
from .cases import Case, case, each_line
from .conftest import Pinned

TEMPLATES = sorted(path.parent.name for path in ROOT.glob("templates/*/template.yaml"))


def _broken(run: Run) -> None:
    Path("templates/notice/template.yaml").write_text("title: 反馈\ntitle: 反馈\n", encoding="utf-8")


CASES = (
    case("help", "schema --help", "schema -h"),
    case("help-in-chinese", "schema --lang zh-CN --help", "schema --help --lang=zh"),
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


def _nulls(values: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Each value that is not in a list, with the values in which it is null."""
    for key, child in values.items():
        yield (*path, key), {**values, key: None}
        if isinstance(child, dict):
            for below, changed in _nulls(child, (*path, key)):
                yield below, {**values, key: changed}


@pytest.mark.parametrize("template", TEMPLATES)
def test_editors_show_an_error_at_null_only_where_the_unit_file_must_give_the_value(run: Run, template: str) -> None:
    assert run("init", "w", "-t", template).exit_code == 0
    schema = jsonschema_rs.validator_for(json.loads(run("schema", template).stdout))
    read = yaml.safe_load(Path("w/units/example.yaml").read_text(encoding="utf-8"))
    example = json.loads(json.dumps(read, default=str))  # dates as text
    assert schema.is_valid(example)
    listed = run("templates", template).stdout
    needed = {line.split()[0] for line in listed.splitlines() if re.search(r"\bneeded\b(?! by)", line)}
    assert needed
    needed |= {"findings.total", "findings.groups"}  # the template's own schema requires them
    lists = {key for key, value in example.items() if isinstance(value, list)}
    for path, values in _nulls(example):
        name = ".".join(path)
        if path[0] not in lists and len(path) > 1 and "metrics" not in path[:1]:
            assert schema.is_valid(values) == (name not in needed), name


def test_what_the_workspace_shares_may_be_null_in_editors(run: Run) -> None:
    assert run("init", "w", "-t", "life-meeting-review").exit_code == 0
    settings = Path("w/speechgen.yaml")
    unit = {"unit": {"name": "县水利局"}, "group": {"name": None}}

    def is_valid() -> bool:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir("w")
            return jsonschema_rs.validator_for(json.loads(run("schema").stdout)).is_valid(unit)

    assert not is_valid()
    settings.write_text(
        settings.read_text(encoding="utf-8") + "shared: {group: {name: 县委督导组}}\n", encoding="utf-8"
    )
    assert is_valid()
