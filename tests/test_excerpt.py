"""On a terminal, a problem is followed by its line of the speech with the words underlined, at the right column."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.cli.printing import excerpt, show_problems
from speechgen.model import Place, Problem, Spot


def _spot(before: str, words: str, after: str) -> Spot:
    return Spot(before + words + after, len(before), len(before) + len(words), 0)


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        ("a ", "the the", " b", ("a the the b", "  ^^^^^^^")),
        ("抓", "落实的的", "劲头", ("抓落实的的劲头", "  ^^^^^^^^")),  # a Chinese character takes two columns
        ("cafe\u0301 ", "x", "", ("cafe\u0301 x", "     ^")),  # a combining mark takes none
        ("a\tb\x07", "x\x1b", "[31m", ("a b x [31m", "    ^^")),  # control characters become spaces
        ("两", "", "处", ("两处", "  ^")),  # something is missing between two words
    ],
)
def test_the_underline_is_below_the_words(before: str, words: str, after: str, expected: tuple[str, str]) -> None:
    assert excerpt(_spot(before, words, after), 40) == expected


def test_a_long_line_is_cut_around_the_words() -> None:
    assert excerpt(_spot("前" * 50, "的的", "后" * 50), 14) == ("前前的的后后后", "    ^^^^")
    assert excerpt(_spot("e\u0301" * 50, "xx", "b" * 50), 8) == ("e\u0301" * 3 + "xxbbb", "   ^^")
    assert excerpt(_spot("", "长" * 50, "。"), 12) == ("长长长。", "^^^^^^")


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=40), st.integers(8, 60))
def test_any_text_fits_and_leaves_the_terminal_alone(before: str, words: str, after: str, width: int) -> None:
    line, underline = excerpt(_spot(before, words, after), width)
    assert not any(ord(character) < 32 and character != "\0" for character in line + underline)
    assert len(underline) <= width
    assert set(underline.lstrip(" ")) == {"^"}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "lines"), [(_Terminal, 3), (io.StringIO, 1)])
def test_only_a_terminal_shows_excerpts(monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], lines: int) -> None:
    printed = stream()
    monkeypatch.setattr(sys, "stderr", printed)
    show_problems([Problem(Place("讲话.txt", 4, 6), "repeat", "wrong", spot=_spot("抓", "的的", "劲头"))])
    assert printed.getvalue().count("\n") == lines
    assert ("抓的的劲头\n" in printed.getvalue()) == (lines == 3)
