"""`speechgen init`."""

from __future__ import annotations

from pathlib import Path

from ..conftest import Run, spots
from .cases import Case, case, each_line, files_of
from .conftest import Pinned

CASES = (
    case("help", "init --help", "init -h"),
    case("help-in-chinese", "init --lang zh-CN --help", "init --help --lang=zh"),
    case("new-workspace", "init spring", folder="empty", shows=("spring/speechgen.yaml",)),
    case(
        "template",
        "init spring --template site-visit-closing",
        "init spring -t site-visit-closing",
        "init spring --template=site-visit-closing",
        folder="empty",
        shows=("spring/speechgen.yaml",),
    ),
    case("no-such-template", "init spring -t site-visit-closng", status=1, folder="empty"),
    case("a-workspace-already", "init .", status=1),
    case("in-chinese", "init 春季督导 --lang zh-CN", folder="empty"),
    case("no-folder", "init", status=2),
    case("no-template-named", "init spring -t", status=2),
    case("unknown-option", "init spring --force", status=2),
)


@each_line(CASES)
def test_init(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_a_folder_that_cannot_be_created_is_a_problem(run: Run) -> None:
    Path("spring").write_text("a file where the folder should be", encoding="utf-8")
    result = run("init", "spring/deeper")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert spots(result) == [("spring/deeper/units/example.yaml", 1, 1, "cannot-write")]  # the message is the system's


def test_an_existing_workspace_is_not_changed(run: Run, workspace: Path) -> None:
    before = files_of(workspace)
    assert run("init", ".").exit_code == 1
    assert files_of(workspace) == before
