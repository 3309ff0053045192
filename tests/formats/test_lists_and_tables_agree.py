"""Lists, tables and hard line breaks, whatever their words are: a strict reader of Markdown and our readers agree."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from speechgen import Paragraph, Run, Speech
from speechgen.checks.written import WrittenFile, in_file
from speechgen.formats import FORMATS, Layout, Manuscript
from speechgen.formats.edited_speech import speech_of
from speechgen.rendering import ListLevels

from .opened import SOURCE

_reader = MarkdownIt("commonmark").enable("table")

_word = st.text(st.sampled_from("ab学习。，*_`#<>[]()!\\&;~|+-=.:\"'1 　"), min_size=1, max_size=8).filter(
    lambda words: words == words.strip() and not words.isspace()
)
_line = st.lists(st.tuples(_word, st.booleans()), min_size=1, max_size=2)
_lines = st.lists(_line, min_size=1, max_size=2)
_items = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["-", "1.", "3)"]), _lines), min_size=1, max_size=5)
_tables = st.integers(2, 3).flatmap(
    lambda columns: st.tuples(
        st.text("lcr-", min_size=columns, max_size=columns),
        st.lists(st.lists(_line, min_size=columns, max_size=columns), min_size=1, max_size=3),
    )
)
_blocks = st.lists(st.tuples(st.just("p"), _lines) | st.tuples(st.just("l"), _items) | st.tuples(st.just("t"), _tables))


def _runs(lines: list[list[tuple[str, bool]]], between: str = "\n") -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, line in enumerate(lines):
        runs += [Run(between, False, SOURCE)] if number else []
        runs += [Run(words, bold, SOURCE) for words, bold in line]
    return tuple(runs)


def _paragraphs(blocks: list[tuple[str, Any]]) -> list[Paragraph]:
    found = [Paragraph("title", _runs([[("题", False)]])), Paragraph("salutation", _runs([[("同志们：", False)]]))]
    for kind, content in blocks:
        if kind == "p":
            found.append(Paragraph("paragraph", _runs(content)))
        elif kind == "l":
            levels = ListLevels()
            found.append(Paragraph("paragraph", _runs([[("说", False)]])))  # two lists in a row are one
            for indent, marker, lines in content:
                level, number = levels.add(2 * indent, marker)
                before = (Run(f"{number} ", False, SOURCE),) if number else ()
                found.append(Paragraph("item", (*before, *_runs(lines)), level, number))
        else:
            columns, rows = content
            for index, row in enumerate(rows):
                found.append(Paragraph("row", _runs(row, "\t"), int(index == 0), "" if index else columns))
    return found


def _structure(paragraphs: list[Paragraph] | tuple[Paragraph, ...]) -> list[tuple[str, int, str]]:
    return [(each.kind, each.level, each.text) for each in paragraphs]


def _words(inline: Token) -> str:
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "strong_open", "strong_close", "text_special", "hardbreak"}
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


def _read(marked: str) -> list[tuple[str, int, str]]:
    """The kinds, levels and texts as a strict reader finds them."""
    found: list[tuple[str, int, str]] = []
    lists: list[str] = []
    cells: list[str] = []
    kind, level = "paragraph", 0
    for token in _reader.parse(marked):
        if token.type == "list_item_open":
            lists.append(f"{token.info}{token.markup} " if token.info else "")
        elif token.type == "list_item_close":
            lists.pop()
        elif token.type in ("thead_open", "tbody_open"):
            kind, level = "row", int(token.type == "thead_open")
        elif token.type == "table_close":
            kind, level = "paragraph", 0
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            found.append(("row", level, "\t".join(cells)))
        elif token.type == "inline" and kind == "row":
            cells.append(_words(token))
        elif token.type == "inline":
            found.append(("item", len(lists), lists[-1] + _words(token)) if lists else (kind, level, _words(token)))
    return found


@given(_blocks)
def test_a_strict_reader_of_markdown_finds_the_same_structure(blocks: list[tuple[str, Any]]) -> None:
    paragraphs = _paragraphs(blocks)
    written = FORMATS["md"].write(Manuscript(Speech("zh-CN", tuple(paragraphs)))).decode()
    assert _read(written)[2:] == _structure(paragraphs[2:])


@given(_blocks)
def test_markdown_and_word_files_are_read_back_as_the_same_structure(blocks: list[tuple[str, Any]]) -> None:
    speech = Speech("zh-CN", tuple(_paragraphs(blocks)))
    for name in ("md", "docx"):
        back = speech_of(FORMATS[name].write(Manuscript(speech)), f".{name}", f"s.{name}", "zh-CN")
        words = [(kind, level, text.replace("　", " ")) for kind, level, text in _structure(speech.paragraphs)]
        found = [(kind, level, text.replace("　", " ")) for kind, level, text in _structure(back.paragraphs)]
        assert found == words


@given(_blocks, st.booleans())
def test_every_word_is_found_in_each_file(blocks: list[tuple[str, Any]], large: bool) -> None:
    speech = Speech("zh-CN", tuple(_paragraphs(blocks)))
    for name in ("md", "txt", "docx"):
        placed = in_file(speech, WrittenFile(name, f"s.{name}", large))
        assert len(placed.paragraphs) == len(speech.paragraphs)
        assert all(each.runs for each in placed.paragraphs)
        content = FORMATS[name].write(Manuscript(speech, Layout(large=large)))
        read = speech_of(content, f".{name}", f"s.{name}", "zh-CN")
        assert [run.source.template for run in placed.runs() if run.text.strip()] == [
            run.source.template for run in read.runs() if run.text.strip()
        ]
