"""An invented speech with the defects of real ones: all problems that `check` reports, line by line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from ..conftest import ROOT, Run, spots

# The defects that the speech was written with: the line, and the rule that must report it.
DEFECTS = {
    (1, "placeholder"),  # XX局
    (7, "placeholder"),  # (2023年 月 日)
    (7, "punctuation"),  # its half-width brackets
    (11, "placeholder"),  # XX同志
    (11, "foreign-unit"),  # 教育局, in a speech to 市水务局
    (13, "count"),  # 四个方面, and 一是 二是 四是
    (14, "own-name"),  # 局党委, but the file has 局党组
    (15, "level"),  # 纪检干部 at a water bureau
    (16, "ordinal"),  # 四是 after 二是
    (16, "figure"),  # 58 = 21 + 24 + 19; 89% of 58; from 320 to 208 is 35%
    (16, "placeholder"),  # XX\XX\XX
    (16, "repeat"),  # 与与
    (20, "date"),  # a plenary session after the meeting
    (21, "ordinal"),  # 二是 between 一要 and 三要
    (21, "count"),  # 四件事, and three
    (21, "date"),  # 2月30日
    (22, "near-name"),  # 卢建萍 for 卢建平
    (23, "own-name"),  # 第三督导组 for 第二督导组
}


def test_every_defect_is_reported(run: Run, golden: Callable[[str, str], None]) -> None:
    for path in (ROOT / "tests/defects").iterdir():
        shutil.copy(path, ".")
    result = run("check", "讲话.txt", "--all")
    assert result.exit_code == 1
    assert {(line, code) for _, line, _, code in spots(result)} >= DEFECTS
    # 五点体会 is another speaker's, 两个方面 are the sections, 三点建议 the requests: none is reported.
    assert not {(11, "count"), (19, "count")} & {(line, code) for _, line, _, code in spots(result)}
    golden("defects/report.txt", result.output)


def test_fix_makes_the_safe_fixes_and_leaves_the_rest(run: Run, golden: Callable[[str, str], None]) -> None:
    for path in (ROOT / "tests/defects").iterdir():
        shutil.copy(path, ".")
    run("check", "讲话.txt", "--fix")
    golden("defects/fixed.txt", Path("讲话.txt").read_text(encoding="utf-8"))
