"""Which lines of a finished speech are its title, author, date, salutation and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.formats.block import Block
from speechgen.language import detect_language
from speechgen.model import Kind, Paragraph, Speech

_HEAD_LINES = 12  # a title, its lines, an author and a date are fewer
_LONGEST_HEAD = 60  # characters in Chinese; in English three times as many
_LONGEST_HEADING = 60
_ENDS_SENTENCE = re.compile(r"[。；;，,！!]$|[a-z][.]$")
_SALUTATION = re.compile(r"^[^。；;！!]{1,50}[：:]$|^[A-Z][^.!?:]{2,60}[,:]$")
_DATE = re.compile(
    r"^[（(\[]?\s*(?:[\dxX×＿_*〇○零一二三四五六七八九十\s]{1,8}年[\dxX×＿_*〇一二三四五六七八九十\s]{0,6}月"
    r"|\d{4}[-./]\d{1,2}|\d{1,2}\s+[A-Z][a-z]+\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},\s*\d{4})"
)
_TITLE_END = re.compile(
    r"(?:讲话|发言|致辞|报告|讲稿|点评|反馈|意见|通报|稿|remarks|speech|address)[）)》】]?$", re.IGNORECASE
)
_SECTION = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_SUBSECTION = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def structured(blocks: Sequence[Block], code: str | None = None) -> Speech:
    """The speech that blocks make, in the language with this code; without it, in the one that it looks like."""
    head = _head(blocks)
    paragraphs = [Paragraph(kind, block.runs) for kind, block in zip(head, blocks, strict=False)]
    for block in blocks[len(head) :]:
        level = block.level or _heading_level(block.text)
        paragraphs.append(Paragraph("heading" if level else "paragraph", block.runs, level))
    if code is None:
        code = detect_language("".join(paragraph.text for paragraph in paragraphs))
    return Speech(code, tuple(paragraphs))


def _head(blocks: Sequence[Block]) -> list[Kind]:
    """The kinds of the lines before the body."""
    for number, block in enumerate(blocks[:_HEAD_LINES]):
        text = block.text.strip()
        if _SALUTATION.match(text) and not block.level:
            return [*_above(blocks[:number]), "salutation"]
        is_first_heading = number == 0 and block.level > 0
        if not is_first_heading and (
            block.level
            or len(text) > _LONGEST_HEAD * (1 if _CHINESE.search(text) else 3)
            or _ENDS_SENTENCE.search(text)
            or _heading_level(text)
        ):
            return _above(blocks[:number])
    return _above(blocks[:1])


def _above(blocks: Sequence[Block]) -> list[Kind]:
    """The kinds of the lines above the salutation: the title, which may go on, then author and date."""
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
    """The level of a heading that is one by its number: 一、 as `##` has it, （一） one below; 0 of a paragraph."""
    text = text.strip()
    if len(text) > _LONGEST_HEADING or re.search(r"[。；！!]", text):
        return 0
    return 2 if _SECTION.match(text) else 3 if _SUBSECTION.match(text) else 0
