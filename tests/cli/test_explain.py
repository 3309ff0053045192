"""`speechgen explain`."""

from __future__ import annotations

from pathlib import Path

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned


def _missing(run: Run) -> None:
    """Remove a value from the unit file."""
    path = Path("units/市林业局.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("{forums: 9}", "{}"), encoding="utf-8")


def _broken(run: Run) -> None:
    Path("units/市林业局.yaml").write_text("unit：\n", encoding="utf-8")


CASES = (
    case("help", "explain --help", "explain -h"),
    case("help-in-chinese", "explain --lang zh-CN --help", "explain --help --lang=zh"),
    case("all-values", "explain 市林业局", "explain units/市林业局.yaml"),
    case("one-value", "explain 市林业局 group.name"),
    case("values-below", "explain 市林业局 unit"),
    case(
        "item-of-a-list",
        "explain 市林业局 'points item 2: text'",
        "explain 市林业局 points[1].text",
    ),
    case("no-such-item", "explain 市林业局 'points item 3'", status=1),
    case(
        "template",
        "explain 市林业局 --template thanks",
        "explain 市林业局 -t thanks",
        "explain 市林业局 --template=templates/thanks",
    ),
    case("no-such-template", "explain 市林业局 -t thank", status=1),
    case("missing-value", "explain 市林业局", before=_missing),
    case("no-such-value-by-a-letter", "explain 市林业局 group.nane", status=1),
    case("no-such-value", "explain 市林业局 xyzzy", status=1),
    case("no-such-unit", "explain 市林叶局", status=1),
    case("broken", "explain 市林业局", status=1, before=_broken),
    case("in-chinese", "explain 市林业局 group --lang zh-CN"),
    case("no-such-value-in-chinese", "explain 市林业局 group.nane --lang zh-CN", status=1),
    case("no-unit-in-chinese", "explain --lang zh-CN", status=2),
    case("no-unit", "explain", status=2),
    case("unknown-option", "explain 市林业局 --json", status=2),
)


@each_line(CASES)
def test_explain(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)
