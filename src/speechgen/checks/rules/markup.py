"""Markdown that is printed as it stands: in values, which are plain text, and in edited speeches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import marked, translated
from speechgen.reading import path_for_people


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    shown: str
    fix: str


_ITEMS = marked("write sentences, or separate the paragraphs with blank lines")
_FORMS = tuple(
    _Form(lazily(f"(?m){pattern}"), shown, fix)
    for pattern, shown, fix in (
        (r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*", "**…**", marked("delete the marks")),
        (r"^[ \t]*#{2,6}(?=[ \t]*[^\s#])|^[ \t]*#(?=[ \t]+\S)", "#", marked("delete it")),
        (r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[-:| \t]*$", "|---|", marked("write its rows as sentences")),
        (r"^[ \t]*[-*+][ \t]+(?=\S)", marked("- at the start of a line"), _ITEMS),
        (r"(?<=\S)\n[ \t]*[2-9][.)][ \t]+(?=\S)", marked("1. at the start of a line"), _ITEMS),
        (r"`{3}", "```", marked("delete it")),
        (r"(?<!`)`(?!`)[^`\n]+`(?!`)", "`…`", marked("delete the marks")),
        (r"~~(?=\S)[^~\n]+(?<=\S)~~", "~~…~~", marked("delete the marks, or the words too")),
        (r"\[[^\[\]\n]+\]\((?:https?:|www\.|/)[^()\s]*\)", "[…](…)", marked("write its words alone")),
        (r"</?(?:br|b|i|u|p|em|strong|span|div|ul|ol|li)\b[^<>\n]*>", "<…>", marked("delete it")),
    )
)
# Each form has one of these.
_MARKS = lazily(r"[*#|+\n`\]<-]")


@rule("markup", severity="warning", languages=EVERY_LANGUAGE)
def markup(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Markdown in a value or an edited speech, which is printed as it stands.

    Values are plain text: `**` in them does not print bold, `##` no heading, `- ` no list, `|---|` no table. They are
    often copied from programs that write Markdown. In a value, a blank line begins a paragraph, and a line ends where
    it ends in two spaces or a backslash. In a Markdown file, only marks that are escaped are reported.

    Finds:
        **一是学习不够深入。**有的同志满足于读过。
        ## 存在的问题
        |---|---|
        详见[通知](https://example.org/notice)。
        第一行<br>第二行
        请在`便民服务`里办理。
    Leaves alone:
        一是学习不够深入。有的同志满足于读过。
        3*4=12，5**2=25。
        #3号楼的同志住得最远。
        C# 和 C++ 都学过，<5%的人没有学过。
    """
    is_rendered = any(run.source.path for run in draft.speech.runs())  # then values are checked in their own file
    if not is_rendered:
        for passage in draft.passages:
            for form, found in _found(passage.text):
                yield Finding(
                    passage.start + found.start(), passage.start + found.end(), _is_printed(form), translated(form.fix)
                )


def markup_in_values(facts: Facts, language: str) -> Iterator[Finding]:
    """Markdown in the values of a unit file, in any language."""
    for given in facts.own_texts:
        for form, _ in _found(given.words):
            message = translated(
                "{path}: {mark} is Markdown, and would be printed as it stands",
                path=path_for_people(given.path),
                mark=translated(form.shown),
            )
            yield Finding(0, 0, message, translated(form.fix), place=given.place)


def _found(text: str) -> Iterator[tuple[_Form, re.Match[str]]]:
    """The first match of each form in a text."""
    for form in _FORMS if _MARKS.search(text) else ():
        found = form.pattern.search(text)
        if found:
            yield form, found


def _is_printed(form: _Form) -> str:
    return translated("{mark} is Markdown, and is printed as it stands", mark=translated(form.shown))
