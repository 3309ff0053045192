"""Recognising the title, author, date, salutation and headings of an edited speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.formats.block import Block
from speechgen.language import detect_language
from speechgen.model import Kind, Paragraph, Run, Speech, lazily

_MAX_HEAD_LINES = 12  # of title, author and date together
_MAX_HEAD_LENGTH = 60  # Chinese characters in one of these lines; those in letters may be three times as long
_MAX_HEADING_LENGTH = 60
_ENDS_SENTENCE = lazily(r"[。；;，,！!]$|(?![A-Z\u3400-\u9fff])[^\W\d_][.]$")
_SALUTATION = lazily(r"^[^。；;！!]{1,50}[：:]$|^(?![a-z\u3400-\u9fff])[^\W\d_][^.!?:]{2,60}[,:]$")
_FIRST_OF_TWO = lazily(r"^[^。；;！!]{1,50}，$")  # the first line of a salutation of two
_DATE = lazily(
    r"^[（(\[]?\s*(?:[\dxX×＿_*〇○零一二三四五六七八九十\s]{1,8}年[\dxX×＿_*〇一二三四五六七八九十\s]{0,6}月"
    r"|\d{4}[-./]\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|\.)?\s+[^\W\d_]+\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},\s*\d{4})"
)
_TITLE_END = lazily(
    r"(?:讲话|发言|致辞|报告|讲稿|点评|反馈|意见|通报|稿|remarks|speech|address)[）)》】]?$", re.IGNORECASE
)
_SECTION = lazily(r"^[一二三四五六七八九十]{1,3}、")
_SUBSECTION = lazily(r"^[（(][一二三四五六七八九十]{1,3}[）)]")
_BREAK_IN_LATIN = lazily(r"(?<=[!-~])\n(?=[!-~])")
_CHINESE = lazily(r"[\u3400-\u9fff]")


def recognise_structure(blocks: Sequence[Block], code: str | None = None) -> Speech:
    """The speech made of blocks, in the language with this code; without it, in the one that it looks like."""
    head = _head_kinds(blocks)
    paragraphs = [
        Paragraph(kind, _on_one_line(block.runs) if kind == "title" else block.runs)
        for kind, block in zip(head, blocks, strict=False)
    ]
    for block in blocks[len(head) :]:
        if block.kind != "paragraph":
            paragraphs.append(Paragraph(block.kind, block.runs, block.level, block.marker))
            continue
        level = block.level or _heading_level(block.text)
        runs = _on_one_line(block.runs) if level else block.runs
        paragraphs.append(Paragraph("heading" if level else "paragraph", runs, level))
    if code is None:
        code = detect_language("".join(paragraph.text for paragraph in paragraphs))
    return Speech(code, tuple(paragraphs))


def _on_one_line(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without line breaks, which only lay out a title or a heading. Between Latin letters they are spaces."""
    texts = [(run, _BREAK_IN_LATIN.sub(" ", run.text).replace("\n", "")) for run in runs]
    return tuple(run._replace(text=text) for run, text in texts if text)


def _head_kinds(blocks: Sequence[Block]) -> list[Kind]:
    """The kinds of the lines before the body: up to the salutation or at the first line of the body."""
    for number, block in enumerate(blocks[:_MAX_HEAD_LINES]):
        text = block.text.strip()
        if block.kind != "paragraph":
            return _kinds_before_salutation(blocks[:number])
        if _SALUTATION.match(text) and not block.level:
            return [*_kinds_before_salutation(blocks[:number]), "salutation"]
        if _FIRST_OF_TWO.match(text) and any(_SALUTATION.match(each.text.strip()) for each in blocks[number + 1 :][:1]):
            return [*_kinds_before_salutation(blocks[:number]), "salutation", "salutation"]
        is_first_heading = number == 0 and block.level > 0
        if not is_first_heading and (
            block.level
            or len(text) > _MAX_HEAD_LENGTH * (1 if _CHINESE.search(text) else 3)
            or _ENDS_SENTENCE.search(text)
            or _heading_level(text)
        ):
            return _kinds_before_salutation(blocks[:number])
    return _kinds_before_salutation([block for block in blocks[:1] if block.kind == "paragraph"])


def _kinds_before_salutation(blocks: Sequence[Block]) -> list[Kind]:
    """The kinds of the lines before the salutation: a title of one or more lines, then author and date."""
    kinds: list[Kind] = []
    for number, block in enumerate(blocks):
        text = block.text.strip()
        if _DATE.match(text):
            kinds.append("date")
        elif number == 0 or (kinds[-1] == "title" and _TITLE_END.search(text)):
            kinds.append("title")
        else:
            kinds.append("author")
    return kinds


def _heading_level(text: str) -> int:
    """The level of a heading recognised by its number: 2 for 一、 (as for `##`), 3 for （一）; 0 for a paragraph."""
    text = text.strip()
    if len(text) > _MAX_HEADING_LENGTH or re.search(r"[。；！!]", text):
        return 0
    return 2 if _SECTION.match(text) else 3 if _SUBSECTION.match(text) else 0
