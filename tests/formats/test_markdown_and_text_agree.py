"""The Markdown file, read by a CommonMark reader, has the same text as the text file, whatever the values contain."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from speechgen.formats import Manuscript
from speechgen.formats.md.writer import write as markdown
from speechgen.formats.txt.writer import write as plain_text
from speechgen.model.problem import Place
from speechgen.model.speech import Paragraph, Run, Source, Speech

_source = Source(Place("speech.md.j2"))
_reader = MarkdownIt("commonmark")

# Text as templates render it: no control characters, no white space at the ends of a paragraph.
_words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from("*_`#<>[]()!\\&;~|+-=.:\"'1 　"),
    min_size=1,
    max_size=25,
).filter(lambda words: words == words.strip() and not words.isspace())
_runs = st.lists(st.tuples(_words, st.booleans()), min_size=1, max_size=4).map(
    lambda runs: tuple(Run(words, bold, _source) for words, bold in runs)
)
_paragraphs = st.builds(Paragraph, st.sampled_from(["title", "salutation", "paragraph", "heading"]), _runs)


def _levelled(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(level=1 if paragraph.kind == "heading" else 0)


def _read(marked: str) -> list[str]:
    lines = []
    for token in _reader.parse(marked):
        if token.type == "inline":
            assert token.children is not None
            assert {child.type for child in token.children} <= {"text", "strong_open", "strong_close", "text_special"}
            lines.append("".join(child.content for child in token.children))
        else:
            assert token.type in {"paragraph_open", "paragraph_close", "heading_open", "heading_close"}
    return lines


@given(st.lists(_paragraphs.map(_levelled), min_size=1, max_size=4))
@example([Paragraph("paragraph", (Run("1. a", False, _source),))])
@example([Paragraph("paragraph", (Run("**", True, _source), Run("# &amp; <b>", False, _source)))])
@example([Paragraph("paragraph", (Run("“重点”", True, _source), Run("内容", False, _source)))])
def test_markdown_and_text_file_have_the_same_text(paragraphs: list[Paragraph]) -> None:
    speech = Speech("zh-CN", tuple(paragraphs))
    lines = [line.strip("　") for line in plain_text(Manuscript(speech)).decode().split("\n") if line.strip()]
    assert _read(markdown(Manuscript(speech)).decode()) == [paragraph.text for paragraph in paragraphs]
    assert lines == [paragraph.text.strip("　") for paragraph in paragraphs]
