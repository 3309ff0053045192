"""Markdown in edited speeches, where it is printed as it stands: `markup`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, matches, put


def _emphasis(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A phrase in ** or __, in a text file; escaped in a Markdown file."""
    pattern = (
        r"(?<=[，。；])[\u4e00-\u9fff]{4,12}(?=[，。；])" if clean.is_chinese else r"(?<=\. )[A-Z][a-z]+ [a-z]+(?= )"
    )
    for match in matches(clean, rng, pattern):
        mark = "**" if clean.suffix == ".txt" else r"\*\*"
        yield put(clean, *match.span(), f"{mark}{match[0]}{mark}")


def _line(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A heading, an item or a table of Markdown, pasted into a text file."""
    if clean.suffix == ".txt":
        words = "还要办好的事" if clean.is_chinese else "What remains to be done"
        for start in [f"## {words}", f"### {words}", "|---|---|", f"| {words} | 3 |\n|---|---|", f"> {words}"]:
            _, end = rng.choice(clean.paragraphs)
            yield put(clean, end, end, f"\n\n{start}\n")


def _link(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A link, an image or a tag of HTML."""
    if clean.suffix == ".txt":
        sentences = [
            "详见[通知](https://example.org/tongzhi)。",
            "会后发一张![流程图](liucheng.png)。",
            "第一行<br>第二行。",
            "请看<b>附件</b>。",
        ]
        if not clean.is_chinese:
            sentences = ["See [the plan](https://example.org/plan).", "One line<br>another line.", "See <b>both</b>."]
        yield from added(clean, rng, sentences)


MARKUP: Kinds = {"emphasis": _emphasis, "markdown-line": _line, "link": _link}
