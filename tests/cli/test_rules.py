"""`speechgen rules`."""

from __future__ import annotations

import json
import re

from speechgen.cli.rules import _complete_code

from ..conftest import Run
from ..messages.english import english_in
from .cases import Case, case, each_line
from .conftest import Pinned

CASES = (
    case("help", "rules --help", "rules -h"),
    case("help-in-chinese", "rules --lang zh-CN --help", "rules --help --lang=zh"),
    case("all-rules", "rules"),
    case("one-rule", "rules placeholder"),
    case("one-rule-in-chinese", "rules placeholder --lang zh-CN"),
    case("all-rules-in-chinese", "rules --lang zh-CN"),
    case("one-problem", "rules missing-value"),
    case("one-problem-in-chinese", "rules missing-value --lang zh-CN"),
    case("problem-in-json", "rules unknown-key --json"),
    case("json", "rules placeholder --json", "rules --json placeholder"),
    case("no-such-rule-by-a-letter", "rules placehodler", status=2),
    case("no-such-rule", "rules xyzzy", status=2),
    case("no-such-rule-in-chinese", "rules placehodler --lang zh-CN", status=2),
    case("unknown-option", "rules --format json", status=2),
)


@each_line(CASES)
def test_rules(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_json_has_everything_that_is_listed_with_its_manual_page(run: Run) -> None:
    listed = re.findall(r"^([a-z-]+) +(?:error|warning|hint) ", run("rules").stdout, re.MULTILINE)
    found = json.loads(run("rules", "--json").stdout)
    assert [each["code"] for each in (*found["rules"], *found["problems"])] == listed
    assert {"placeholder", "missing-value"} <= set(listed)
    assert all(each["page"] for each in (*found["rules"], *found["problems"]))


def test_completion_offers_the_codes_of_rules_and_of_other_problems() -> None:
    assert list(_complete_code("un")) == [
        *("unused", "unreadable", "unknown-choice", "unknown-key", "undeclared-value", "unexpected-change"),
        *("unknown-template", "unlisted-parts", "unread-value", "unit-name", "unknown-filter", "unknown-format"),
        *("unknown-unit", "unknown-value"),
    ]


def test_every_manual_page_is_in_chinese_but_its_examples(run: Run) -> None:
    listed = json.loads(run("rules", "--json", "--lang", "zh-CN").stdout)["rules"]
    pages = {rule["code"]: rule["page"].splitlines() for rule in listed}
    assert "placeholder" in pages
    english = {code: english_in("\n".join(each for each in page if each[:1] != " ")) for code, page in pages.items()}
    assert {code: words for code, words in english.items() if words} == {}
