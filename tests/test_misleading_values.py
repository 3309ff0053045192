"""Values in the wrong form or place: the message says what to write, in the words of the template."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechgen.model import Place, Problem

from .conftest import Run

UNIT = """\
template: mass-line-summary
unit: {name: 市教育局, short: 教育局, head: {post: 局长, name: 李明}}
dates: {meeting: 2014-10-24, started: 2014-01}
leading_body: {name: 局党组}
group: {name: 市委第四督导组}
host: {name: 李明}
authority: {name: 市委}
evaluation: [leadership, required-actions]
recommendations: [study, conduct]
"""
CHOSEN = "evaluation: [leadership, required-actions]"
END = len(UNIT.split("\n"))
EVALUATION = (
    "balance (两手抓、两不误，活动和工作相互促进); grassroots (干部沉到一线去，与群众走得更近了); "
    "institutions (建章立制跟得上，管作风有了硬规矩); leadership (领导干部带头干，一级做给一级看); "
    "learning (学习教育抓得紧，思想上先补了课); life-meeting (专题生活会质量高，红了脸、出了汗、加了油); "
    "open-door (敞开大门听意见，把评判权交给群众); own-initiatives (自选动作有新意，活动办得有特色); "
    "rectification (整改动了真格，改的成效看得见、摸得着); required-actions (规定动作做到位，标准不降、环节不漏); "
    "service-windows (窗口服务变了样，办事省心又省力); subordinate-units (上下联动抓到底，活动在一线落了地)"
)

ONE_TEXT = "write one text, in quotes if it has brackets or a colon in it"
BRACKETS = "delete the brackets, or put the whole value in quotes"

WITH_MORE = {
    "a title for a key": (
        "metrics: {讲党课: 9}",
        (
            END,
            11,
            "unknown-key",
            "metrics has no key 讲党课; did you mean lectures (班子成员上党课)? write `lectures: 9`",
        ),
    ),
    "part of a title": (
        "metrics: {满意度: 96}",
        (
            END,
            11,
            "unknown-key",
            "metrics has no key 满意度; did you mean satisfaction (群众测评满意率)? write `satisfaction: 96`",
        ),
    ),
    "what two titles have": (
        "metrics: {整改事项: 96}",
        (
            END,
            11,
            "unknown-key",
            "metrics has no key 整改事项; "
            "did you mean rectification_items (列入清单的整改事项) or rectified (已经办结的整改事项)?",
        ),
    ),
    "a title that is exact": (
        "奋斗目标，放在引号里念: 宜居",
        (
            END,
            1,
            "unknown-key",
            "the file has no key 奋斗目标，放在引号里念; did you mean vision (奋斗目标，放在引号里念)? "
            "write `vision: 宜居`",
        ),
    ),
    "a misspelt key": (
        "metrics: {lectres: 9}",
        (
            END,
            11,
            "unknown-key",
            "metrics has no key lectres; did you mean lectures (班子成员上党课)? write `lectures: 9`",
        ),
    ),
    "a percentage for a change": (
        "metrics: {petitions: 57%}",
        (
            END,
            22,
            "wrong-type",
            "metrics.petitions must be a mapping (key: value), not “57%”; write {before: 去年, after: 今年}",
        ),
    ),
    "words for a change": (
        "metrics:\n  documents: 下降40%",
        (
            END + 1,
            14,
            "wrong-type",
            "metrics.documents must be a mapping (key: value), not “下降40%”; write {before: 去年, after: 今年}",
        ),
    ),
    "a figure for a change from another day": (
        "metrics: {processing_time: 6}",
        (
            END,
            28,
            "wrong-type",
            "metrics.processing_time must be a mapping (key: value), not “6”; write {before: …, after: …}",
        ),
    ),
    "several lines": (
        "metrics:\n  petitions: |\n    去年214件\n    今年92件",
        (
            END + 1,
            14,
            "wrong-type",
            "metrics.petitions must be a mapping (key: value), not “去年214件 今年92件”; "
            "write {before: 去年, after: 今年}",
        ),
    ),
    "a list over several lines": (
        "campaign:\n  name: [\n    活动,\n    总结]",
        (END + 1, 9, "wrong-type", f"campaign.name must be a text, not a list; {ONE_TEXT}"),
    ),
    "the second item of a list": (
        "people: [{name: 高志强}, {nam: 周明}]",
        (END, 24, "unknown-key", "people item 2 has no key nam; did you mean name (姓名)? write `name: 周明`"),
    ),
    "a value in the second item": (
        "people:\n  - {name: 高志强}\n  - name: [周明]",
        (END + 2, 11, "wrong-type", f"people item 2: name must be a text, not a list; {BRACKETS}"),
    ),
    "an empty item": (
        "superiors:\n  - 省委\n  -",
        (END + 2, 4, "missing-value", "superiors item 2 is empty; fill it in, or delete its line"),
    ),
    "a space too many below an empty block": (
        "metrics:\n  lectures: 9\n  mentions: [市财政局]",
        (
            END + 2,
            3,
            "unknown-key",
            "metrics has no key mentions; two spaces too many before mentions: align it with metrics in line 10",
        ),
    ),
    "a space too many below an empty key": (
        "special_campaign:\n pilot: true",
        (
            END + 1,
            2,
            "wrong-type",
            "special_campaign has pilot as its value; "
            "one space too many before pilot: align it with special_campaign in line 10",
        ),
    ),
}


def _report(run: Run, text: str) -> list[str]:
    Path("u.yaml").write_text(text, encoding="utf-8")
    result = run("check", "u.yaml")
    assert result.exit_code == 1
    return [line for line in result.output.split("\n") if ": error[" in line]


@pytest.mark.parametrize("name", WITH_MORE)
def test_a_value_in_the_wrong_form_is_reported_with_the_right_one(run: Run, name: str) -> None:
    more, (line, column, code, words) = WITH_MORE[name]
    assert _report(run, f"{UNIT}{more}\n") == [f"u.yaml:{line}:{column}: error[{code}] {words}"]


def test_a_value_of_another_kind_does_not_belong_in_the_block_that_has_its_key(run: Run) -> None:
    (moved,) = _report(run, f"{UNIT}speaker: 习近平总书记\n")
    assert moved.endswith("the file has no key speaker; put it under central_speech:")
    (not_moved,) = _report(run, f"{UNIT}speaker: {{name: 吴建国}}\n")
    assert "the file has no key speaker; known keys: template" in not_moved


EVALUATIONS = {
    "no list": ("", (1, 1, "missing-value", f"evaluation is missing; choose from: {EVALUATION}")),
    "an empty list": ("evaluation:", (8, 1, "missing-value", f"evaluation is missing; choose from: {EVALUATION}")),
    "an unknown part": (
        "evaluation: [leadership, 文明]",
        (8, 26, "unknown-choice", f"evaluation item 2: unknown value 文明; choose from: {EVALUATION}"),
    ),
    "a part's title": (
        "evaluation: [leadership, 建章立制]",
        (
            8,
            26,
            "unknown-choice",
            "evaluation item 2: unknown value 建章立制; did you mean institutions (建章立制跟得上，管作风有了硬规矩)?",
        ),
    ),
    "a part's title with values": (
        "evaluation:\n  - leadership\n  - 自选动作: {times_spoken: 3}",
        (
            10,
            5,
            "unknown-choice",
            "evaluation item 2: unknown value 自选动作; did you mean own-initiatives (自选动作有新意，活动办得有特色)?",
        ),
    ),
    "two parts in one item": (
        "evaluation:\n  - leadership\n  - balance: {}\n    learning: {}",
        (
            10,
            5,
            "one-part",
            "evaluation item 2 must name exactly one part; write each part as a separate item that begins with -",
        ),
    ),
    "a part without its text": (
        "evaluation:\n  - leadership\n  - title: 建章立制",
        (10, 5, "missing-value", "evaluation item 2: text is missing; add it: text:"),
    ),
    "a list in a part": (
        "evaluation:\n  - leadership\n  - balance: {aims: [规范执法, {优化: 服务}]}",
        (10, 28, "wrong-type", f"evaluation item 2: balance.aims item 2 must be a text, not a mapping; {ONE_TEXT}"),
    ),
    "dashes without spaces": (
        "evaluation:\n  -leadership\n  -balance",
        (9, 3, "yaml-syntax", "a space is missing after the dash; write `- ` before an item"),
    ),
    "only unknown parts": (
        "evaluation: [自选动作有特色]",
        (
            8,
            14,
            "unknown-choice",
            "evaluation item 1: unknown value 自选动作有特色; "
            "did you mean own-initiatives (自选动作有新意，活动办得有特色)?",
        ),
    ),
}


@pytest.mark.parametrize("name", EVALUATIONS)
def test_a_wrong_part_is_reported_with_the_parts_and_their_titles(run: Run, name: str) -> None:
    evaluation, (line, column, code, words) = EVALUATIONS[name]
    reported = _report(run, UNIT.replace(f"{CHOSEN}\n", f"{evaluation}\n" if evaluation else ""))
    assert f"u.yaml:{line}:{column}: error[{code}] {words}" in reported
    assert {each.split("] ")[0].split("[")[1] for each in reported} <= {code, "list-length"}


def test_an_invalid_name_is_not_reported_as_missing_too(run: Run) -> None:
    assert _report(run, UNIT.replace("name: 市教育局", "name: [市教育局]")) == [
        f"u.yaml:2:14: error[wrong-type] unit.name must be a text, not a list; {BRACKETS}"
    ]


SETTINGS = {
    "dates": (
        "dates: {meeting: 2014-10-24}",
        "the file has no key dates; put it under shared: if its units share it; otherwise in a unit file",
    ),
    "metrics": (
        "metrics: {letters: 3}",
        "the file has no key metrics; put it under shared: if its units share it; otherwise in a unit file",
    ),
    "what a template declares": (
        "group: {name: 第四督导组}",
        "the file has no key group; known keys: template, formats, output, paper, messages, shared, check; "
        "what units share is under shared:",
    ),
    "a misspelt key": ("format: [md]", "the file has no key format; did you mean formats?"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_what_units_share_is_not_at_the_top_of_the_settings(run: Run, name: str) -> None:
    text, words = SETTINGS[name]
    run("init", "w")
    settings = Path("w/speechgen.yaml")
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}{text}\n", encoding="utf-8")
    line = before.count("\n") + 1
    result = run("check", "w/units/example.yaml")
    assert result.output == f"w/speechgen.yaml:{line}:1: error[unknown-key] {words}\n"
    assert result.exit_code == 1


def test_a_problem_is_one_line_whatever_its_words_are() -> None:
    problem = Problem(Place("u.yaml"), "not-allowed", "“甲\n乙”\r\nis not allowed", "choose\u2028another")
    assert str(problem) == "u.yaml:1:1: error[not-allowed] “甲 乙” is not allowed; choose another"
