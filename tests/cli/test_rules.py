"""`speechgen rules`."""

from __future__ import annotations

import json

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
    case("json", "rules placeholder --json", "rules --json placeholder"),
    case("no-such-rule-by-a-letter", "rules placehodler", status=2),
    case("no-such-rule", "rules xyzzy", status=2),
    case("no-such-rule-in-chinese", "rules placehodler --lang zh-CN", status=2),
    case("unknown-option", "rules --format json", status=2),
)


@each_line(CASES)
def test_rules(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_json_has_every_rule_with_its_manual_page(run: Run) -> None:
    listed = [line.split()[0] for line in run("rules").stdout.splitlines()]
    rules = json.loads(run("rules", "--json").stdout)["rules"]
    assert [rule["code"] for rule in rules] == listed
    assert "placeholder" in listed
    assert all(rule["page"] for rule in rules)


def test_every_manual_page_is_in_chinese_but_its_examples(run: Run) -> None:
    listed = json.loads(run("rules", "--json", "--lang", "zh-CN").stdout)["rules"]
    pages = {rule["code"]: rule["page"].splitlines() for rule in listed}
    assert "placeholder" in pages
    english = {code: english_in("\n".join(each for each in page if each[:1] != " ")) for code, page in pages.items()}
    assert {code: words for code, words in english.items() if words} == {}
