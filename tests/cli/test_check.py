"""`speechgen check`."""

from __future__ import annotations

from pathlib import Path

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned

BLANK = "在市水务局的讲话\n\n同志们：\n　　刚才XX同志讲得很好。\n"
COMMAS = "在市水务局的讲话\n\n同志们：\n　　讲学习,讲政治,讲正气,讲团结,讲奉献,讲纪律,讲规矩。\n"
DOUBLED = "在市水务局的讲话\n\n同志们：\n　　一是讲学习,讲政治；二是抓落实的的劲头足，XX同志带了头。\n"
WITH_ANOTHER_UNIT = "讲话\n\n同志们：\n　　市林业局做得好。\n"


def _blank(run: Run) -> None:
    """Put a blank into the unit file."""
    path = Path("units/市水务局.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("把渠道", "把XX渠道"), encoding="utf-8")


def _edited(run: Run) -> None:
    """Generate, then edit a speech so that it has a blank."""
    assert run("generate").exit_code == 0
    Path("speeches/市水务局.txt").write_text(BLANK, encoding="utf-8")


def _speech(run: Run) -> None:
    Path("讲话.txt").write_text(BLANK, encoding="utf-8")


def _commas(run: Run) -> None:
    Path("讲话.txt").write_text(COMMAS, encoding="utf-8")


def _doubled(run: Run) -> None:
    Path("讲话.txt").write_text(DOUBLED, encoding="utf-8")


def _another_unit(run: Run) -> None:
    Path("讲话.txt").write_text(WITH_ANOTHER_UNIT, encoding="utf-8")


def _warning(run: Run) -> None:
    """A speech with a blank, and settings that make it a warning."""
    _speech(run)
    with Path("speechgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {severity: {placeholder: warning}}\n")


def _broken(run: Run) -> None:
    Path("units/市水务局.yaml").write_text("unit: {name: 市水务局}\nunit: {name: 市水务局}\n", encoding="utf-8")


CASES = (
    case("help", "check --help", "check -h"),
    case("help-in-chinese", "check --lang zh-CN --help", "check --help --lang=zh"),
    case("all-units", "check", "check units", "check 市水务局 市林业局"),
    case("one-unit", "check 市水务局", "check units/市水务局.yaml"),
    case("blank-in-a-unit", "check 市水务局", status=1, before=_blank),
    case("edited-speech", "check", status=1, before=_edited),
    case("speech", "check 讲话.txt", "check ./讲话.txt", status=1, before=_speech),
    case("unit-and-speech", "check 市水务局 讲话.txt", status=1, before=_speech),
    case(
        "template",
        "check 市水务局 --template thanks",
        "check 市水务局 -t thanks",
        status=1,
        before=_blank,
    ),
    case("no-such-template", "check 市水务局 -t thank", status=1),
    case("without-unit", "check 讲话.txt", before=_another_unit),
    case(
        "unit",
        "check 讲话.txt --unit 市水务局",
        "check 讲话.txt -u 市水务局",
        "check 讲话.txt -u units/市水务局.yaml",
        status=1,
        before=_another_unit,
    ),
    case("no-such-unit-of-a-speech", "check 讲话.txt -u 市水物局", status=1, before=_speech),
    case("format-text", "check 讲话.txt --format text", "check 讲话.txt -f text", status=1, before=_speech),
    case(
        "format-json",
        "check 讲话.txt --format json",
        "check 讲话.txt -f json",
        "check 讲话.txt --json",
        "check 讲话.txt --json -f sarif",
        status=1,
        before=_speech,
    ),
    case("format-sarif", "check 讲话.txt --format sarif", "check 讲话.txt -f sarif", status=1, before=_speech),
    case("format-github", "check 讲话.txt --format github", "check 讲话.txt -f github", status=1, before=_speech),
    case("json-no-problems", "check --json"),
    case("json-no-workspace", "check --json", status=1, folder="empty"),
    case("unknown-format", "check -f xml", status=2),
    case("no-format-named", "check -f", status=2),
    case("fix", "check 讲话.txt --fix", "check 讲话.txt --fix --diff", status=1, before=_doubled, shows=("讲话.txt",)),
    case("fix-nothing", "check --fix"),
    case("diff", "check 讲话.txt --diff", status=1, before=_doubled),
    case("many-alike", "check 讲话.txt", status=1, before=_commas),
    case("all", "check 讲话.txt --all", status=1, before=_commas),
    case("warning", "check 讲话.txt", before=_warning),
    case("strict", "check 讲话.txt --strict", status=1, before=_warning),
    case("strict-no-problems", "check --strict"),
    case("broken", "check", status=1, before=_broken),
    case("no-such-unit", "check 市水物局", status=1),
    case("no-workspace", "check", status=1, folder="empty"),
    case("in-chinese", "check --lang zh-CN", status=1, before=_edited),
    case("no-problems-in-chinese", "check --lang zh-CN"),
    case("many-alike-in-chinese", "check 讲话.txt --lang zh-CN", status=1, before=_commas),
    case("json-in-chinese", "check 讲话.txt --json --lang zh-CN", status=1, before=_speech),
    case("unknown-option-in-chinese", "check --large --lang zh-CN", status=2),
    case("unknown-option", "check --large", status=2),
)


@each_line(CASES)
def test_check(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)
