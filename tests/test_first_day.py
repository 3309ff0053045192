"""What somebody types wrong in her first unit file, and what is reported: in both languages, to be read through.

The golden files have, for each slip, the lines that she typed and the report.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run, spots
from .messages.english import english_in
from .slips import read_slips
from .test_advice import UNIT

SLIPS = read_slips("first_day.txt")


def reports(run: Run, language: str) -> str:
    """The report of each slip, with the lines that were typed."""
    sections = []
    for name, slip in SLIPS.items():
        assert slip[""] in UNIT
        Path("u.yaml").write_text(UNIT.replace(slip[""], slip["typed"], 1), encoding="utf-8")
        result = run("generate", "u.yaml", "-f", "txt", "-o", "-", "--no-check", "--lang", language)
        assert result.exit_code == 1, name
        assert spots(result) or language != "en"
        sections.append(f"== {name}\n{slip['typed']}--\n{result.output}")
    return "\n".join(sections)


@pytest.mark.parametrize(("language", "file"), [("en", "first_day.txt"), ("zh-CN", "first_day_in_chinese.txt")])
def test_each_slip_is_reported_in_the_words_of_the_language(
    run: Run, golden: Callable[[str, str], None], language: str, file: str
) -> None:
    assert len(SLIPS) > 30
    text = reports(run, language)
    golden(f"slips/{file}", text)
    assert language == "en" or english_in(text) == []
