"""`speechgen generate`."""

from __future__ import annotations

from pathlib import Path

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned

SPEECH = "speeches/市水务局.txt"


def _generated(run: Run) -> None:
    assert run("generate").exit_code == 0


def _edited(run: Run) -> None:
    """Generate, then edit a speech and change the unit file."""
    _generated(run)
    Path(SPEECH).write_text("改过的讲话\n", encoding="utf-8")
    _replace("12", "13")


def _blank(run: Run) -> None:
    """Put a blank into the unit file, which is an error in the speech."""
    _replace("把渠道修到田头", "把XX修到田头")


def _blank_after_generate(run: Run) -> None:
    _generated(run)
    _blank(run)


def _broken(run: Run) -> None:
    Path("units/市水务局.yaml").write_text("unit: {name: 市水务局}\nunit: {name: 市水务局}\n", encoding="utf-8")


def _replace(old: str, new: str) -> None:
    path = Path("units/市水务局.yaml")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _renamed(run: Run) -> None:
    """Generate, then rename a unit file."""
    _generated(run)
    Path("units/市水务局.yaml").rename("units/水务局.yaml")
    assert run("generate", "水务局", "--no-check").exit_code == 0


def _renamed_after_edit(run: Run) -> None:
    """Generate, correct one of two speeches, then rename the unit file."""
    assert run("generate", "-f", "md,txt").exit_code == 0
    Path(SPEECH).write_text("改过的讲话\n", encoding="utf-8")
    Path("units/市水务局.yaml").rename("units/水务局.yaml")


CASES = (
    case("help", "generate --help", "generate -h"),
    case("help-in-chinese", "generate --lang zh-CN --help", "generate --help --lang=zh"),
    case("all-units", "generate", "generate units", "generate 市水务局 市林业局", shows=(SPEECH,)),
    case("one-unit", "generate 市水务局", "generate units/市水务局.yaml"),
    case("the-same-again", "generate", before=_generated),
    case(
        "template",
        "generate 市水务局 --template thanks",
        "generate 市水务局 -t thanks",
        "generate 市水务局 -t templates/thanks",
        shows=(SPEECH,),
    ),
    case("no-such-template", "generate 市水务局 -t thank", status=1),
    case(
        "format",
        "generate 市水务局 --format md",
        "generate 市水务局 -f md",
        "generate 市水务局 --format=md",
        shows=("speeches/市水务局.md",),
    ),
    case(
        "four-formats",
        "generate 市水务局 -f txt -f md -f docx -f html",
        "generate 市水务局 -f txt,md,docx,html",
        "generate 市水务局 -f txt,md -f Word、.html",
        "generate 市水务局 -f text，markdown，word，html",
    ),
    case("unknown-format", "generate -f pdf", "generate -f txt -f pdf", status=2),
    case("no-format-named", "generate -f", status=2),
    case("format-lacks-a-package", "generate -f docx", status=1, without="docx"),
    case(
        "output-folder",
        "generate 市水务局 --output out",
        "generate 市水务局 -o out",
        shows=("out/市水务局.txt",),
    ),
    case("output-file", "generate 市水务局 -o out/讲话.md", "generate 市水务局 -o out/讲话.md -f md"),
    case("output-file-of-another-format", "generate 市水务局 -o 讲话.md -f txt", status=2),
    case("output-file-for-two-units", "generate -o 讲话.txt", status=2),
    case("standard-output", "generate 市水务局 --output -", "generate 市水务局 -o -"),
    case("standard-output-markdown", "generate 市水务局 -o - -f md", "generate 市水务局 -o - -f md -f md"),
    case("standard-output-blank", "generate 市水务局 -o -", before=_blank),
    case("standard-output-strict", "generate 市水务局 -o - --strict", status=1, before=_blank),
    case("standard-output-two-units", "generate -o -", status=2),
    case("standard-output-two-formats", "generate 市水务局 -o - -f md -f txt", status=2),
    case("edited", "generate", before=_edited, shows=(SPEECH,)),
    case("force", "generate --force", before=_edited, shows=(SPEECH, f"{SPEECH}.bak")),
    case("in-chinese", "generate --lang zh-CN", before=_edited),
    case("dry-run-in-chinese", "generate --dry-run --lang zh-CN", before=_edited),
    case("prune-one-unit-in-chinese", "generate 市水务局 --prune --lang zh-CN", status=2),
    case("dry-run", "generate --dry-run", before=_edited),
    case("dry-run-force", "generate --dry-run --force", before=_edited),
    case("dry-run-nothing-generated", "generate --dry-run"),
    case("unit-renamed", "generate", before=_renamed),
    case("prune", "generate --prune", before=_renamed),
    case("prune-edited", "generate --prune --json", before=_renamed_after_edit),
    case("prune-dry-run", "generate --prune --dry-run", before=_renamed_after_edit),
    case("prune-one-unit", "generate 市水务局 --prune", "generate --prune 市水务局", status=2),
    case("large", "generate 市水务局 --large -f docx"),
    case("large-without-word", "generate --large", "generate --large -f txt -f md", status=2),
    case("check", "generate", "generate --check", before=_blank, shows=(SPEECH,)),
    case("no-check", "generate --no-check", before=_blank, shows=(SPEECH,)),
    case("strict", "generate --strict", "generate --strict --no-check", status=1, before=_blank_after_generate),
    case("json", "generate --json", before=_edited),
    case("json-blank", "generate 市水务局 --json", before=_blank),
    case("json-broken", "generate --json", status=1, before=_broken),
    case("broken", "generate", status=1, before=_broken),
    case("no-such-unit", "generate 市水物局", status=1),
    case("no-workspace", "generate", status=1, folder="empty"),
    case("no-workspace-json", "generate --json", status=1, folder="empty"),
    case("unknown-option", "generate --formats txt", status=2),
)


@each_line(CASES)
def test_generate(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_large_word_files_differ_from_normal_ones(run: Run, workspace: Path) -> None:
    run("generate", "市水务局", "-f", "docx", "-o", "normal.docx")
    run("generate", "市水务局", "-f", "docx", "-o", "large.docx", "--large")
    assert Path("normal.docx").read_bytes() != Path("large.docx").read_bytes()
