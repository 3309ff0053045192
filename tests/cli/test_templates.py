"""`speechgen templates`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned


def _with_undeclared_value(run: Run) -> None:
    """Let the template read two values that it does not declare."""
    with Path("templates/notice/speech.md.j2").open("a", encoding="utf-8") as speech:
        speech.write("谢谢{{ host.name }}。\n谢谢{{ guest.name }}。\n")


def _with_half_width_marks(run: Run) -> None:
    with Path("templates/notice/speech.md.j2").open("a", encoding="utf-8") as speech:
        speech.write("今天,就讲到这里.\n")


def _broken(run: Run) -> None:
    Path("templates/notice/template.yaml").write_text("title: 反馈\ntitle: 反馈\n", encoding="utf-8")


def _with_a_changed_part(run: Run) -> None:
    """Let the example's expected speech differ from what the template gives."""
    run("templates", "--update", "notice")
    path = Path("templates/notice/tests/example.md")
    path.write_text(path.read_text(encoding="utf-8").replace("12场", "21场"), encoding="utf-8")


def _with_a_bundled_template_changed(run: Run) -> None:
    """Let the workspace replace a part of a bundled template, add one, and change a metric."""
    folder = Path("templates/inspection-feedback")
    (folder / "demands").mkdir(parents=True)
    part = "---\ntitle: {}\n---\n{{{{ unit.name }}}}要把账记清楚。\n"
    for name, title in (("plan", "把期限定下来"), ("ledger", "把账本建起来")):
        (folder / f"demands/{name}.md.j2").write_text(part.format(title), encoding="utf-8")
    (folder / "template.yaml").write_text("metrics:\n  talks: {round_to: 10}\n", encoding="utf-8")


CASES = (
    case("help", "templates --help", "templates -h"),
    case("help-in-chinese", "templates --lang zh-CN --help", "templates --help --lang=zh"),
    case("all-templates", "templates"),
    case("all-templates-elsewhere", "templates", folder="empty"),
    case("all-templates-one-broken", "templates", status=1, before=_broken),
    case("one-template", "templates notice", "templates templates/notice"),
    case("one-template-in-chinese", "templates notice --lang zh-CN"),
    case("all-templates-in-chinese", "templates --lang zh-CN"),
    case("lint-in-chinese", "templates --lint notice --lang zh-CN"),
    case("no-such-template", "templates notices", "templates notices --lint", status=1),
    case("lint", "templates --lint notice", "templates notice --lint", "templates --lint"),
    case("lint-finds", "templates --lint notice", status=1, before=_with_undeclared_value),
    case("lint-broken", "templates --lint notice", status=1, before=_broken),
    case("lint-without-a-workspace", "templates --lint", status=1, folder="empty"),
    case("json", "templates --json"),
    case("json-one-template", "templates notice --json"),
    case("json-lint", "templates --lint notice --json", status=1, before=_with_undeclared_value),
    case("json-no-such-template", "templates notices --json", status=1),
    case("filters", "templates --filters notice", "templates --filters"),
    case("filters-one", "templates --filters ordinal"),
    case("filters-one-elsewhere", "templates --filters quoted", folder="empty"),
    case("filters-of-no-workspace", "templates --filters", status=1, folder="empty"),
    case("filters-no-such-filter", "templates --filters ordinals", status=1),
    case("filters-of-a-language", "templates --filters series --language fr"),
    case("filters-of-an-unknown-language", "templates --filters --language xx", status=2),
    case("language-without-new", "templates --lint notice --language fr", status=2),
    case("filters-json", "templates --filters share --json"),
    case(
        "update", "templates --update notice", "templates notice --update", shows=("templates/notice/tests/example.md",)
    ),
    case("fix", "templates --fix notice", status=0, before=_with_half_width_marks),
    case("lint-half-width", "templates --lint notice", status=1, before=_with_half_width_marks),
    case("lint-different-speech", "templates --lint notice", status=1, before=_with_a_changed_part),
    case("lint-changed", "templates --lint inspection-feedback", before=_with_a_bundled_template_changed),
    case("all-templates-one-changed", "templates", before=_with_a_bundled_template_changed),
    case(
        "new",
        "templates --new monthly",
        shows=("templates/monthly/example.yaml", "templates/monthly/tests/example.md"),
    ),
    case("new-english", "templates --new monthly --language en", shows=("templates/monthly/tests/example.md",)),
    case("new-without-a-workspace", "templates --new monthly", folder="empty", shows=("monthly/example.yaml",)),
    case("new-unknown-language", "templates --new monthly --language xx", status=2),
    case("new-without-a-name", "templates --new", status=2),
    case("new-exists", "templates --new notice", status=1),
    case("new-name-of-a-path", "templates --new a/b", status=1),
    case("copy-as", "templates --copy notice visits", shows=("templates/visits/example.yaml",)),
    case("copy-exists", "templates --copy notice", status=1),
    case("copy-unknown", "templates --copy nothing", status=1),
    case("new-and-copy", "templates --new x --copy notice", status=2),
    case("unknown-option", "templates --template notice", status=2),
)


@each_line(CASES)
def test_templates(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_problems_are_in_the_same_order_each_time(run: Run, workspace: Path) -> None:
    _with_undeclared_value(run)
    outputs = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "speechgen", "templates", "--lint", "notice"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stderr
        for seed in "123456"
    }
    assert len(outputs) == 1
    assert "2 problems" in outputs.pop()
