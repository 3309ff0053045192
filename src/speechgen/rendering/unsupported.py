"""Markdown that speeches do not have: it is refused by name, so that nothing is read out as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from speechgen.model import lazily
from speechgen.rendering.block_syntax import THEMATIC_BREAK, is_delimiter_row
from speechgen.rendering.inline import LINE_MARKER, VALUE_MARKER

_NOT_MARKUP = lazily(rf"{LINE_MARKER}|{VALUE_MARKER}|\\[!-/:-@\[-`{{-~]")
_DELETE = "leave it out"


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    name: str
    fix: str


def _form(pattern: str, name: str, fix: str) -> _Form:
    return _Form(lazily(pattern), name, fix)


@cache
def _forms_within() -> tuple[_Form, ...]:
    """The forms within a line; the first that matches at a place names it. Compiled if a line may have one."""
    return (
        _form("<!--", "a comment (<!-- … -->)", "write it as {# … #}, which is in no speech"),
        _form(r"!\[[^\[\]\n]*\][(\[]", "an image (![…](…))", _DELETE),
        _form(r"\[\^[^\[\]\s]+\]", "a footnote ([^1])", "say it in the text, or leave it out"),
        _form(r"\[[^\[\]\n]+\](?:\([^()\n]*\)|\[[^\[\]\n]*\])", "a link ([…](…))", "write its words alone"),
        _form(r"<(?:https?|ftp|mailto):[^<>\s]*>", "a link (<…>)", "write it without < and >"),
        _form("[｛｝]", "a full-width bracket (｛)", "write { and } with the input method switched to English"),
        _form(r"\{\s*\{?\s*[A-Za-z]\w*(?:\.\w+)+\s*\}", "a value in single brackets", "write it in {{ and }}"),
        _form(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", "HTML", _DELETE),
        _form(r"(?<!`)(`+)(?!`)(?:(?!\1).)+\1(?!`)", "code (`…`)", "write it without the backticks"),
        _form(r"~~(?=\S)[^~\n]+~~", "struck-out text (~~…~~)", _DELETE),
        _form(r"(?<!\*)\*(?:\*\*)?(?![\s*])[^*\n]+(?<!\s)(?:\*\*)?\*(?!\*)", "italics (*…*)", "write **…** for bold"),
        _form(r"(?<![\w_])__?(?![\s_])[^_\n]*[^\s_]__?(?![\w_])", "italics or bold (_…_)", "write **…** for bold"),
    )


@cache
def _forms_at_start() -> tuple[_Form, ...]:
    """The forms at the start of a line."""
    return (
        _form(r">", "a quotation (>)", "write the words in quotation marks"),
        _form(r"`{3}|~{3}", "a block of code", "write it as a paragraph"),
        _form(THEMATIC_BREAK.pattern, "a line across the page", _DELETE),
        _form(r"=+[ \t]*$", "a heading underlined with ===", "write # and a space before its words"),
        _form(r"#{2,6}[^#\s]|#[^#\s0-9]", "a heading without a space after #", "write a space after #"),
        _form(r"\[[^\[\]\n]+\]:(?:\s|$)", "a link's address ([…]: …)", _DELETE),
    )


def unsupported_at_start(line: str) -> tuple[str, str] | None:
    """What a line begins that speeches do not have, and what to do; None if it may begin a paragraph."""
    if "|" in line and line[0] != "|" and is_delimiter_row(line):
        return "a table row without | at its start", "write | before the first cell"
    if line[:1] not in _MAY_BEGIN:
        return None
    return next(((form.name, form.fix) for form in _forms_at_start() if form.pattern.match(line)), None)


def unsupported_within(text: str) -> Iterator[tuple[int, str, str]]:
    """The first position of each form within a text that speeches do not have, its name, and what to do."""
    if not _MAY_HAVE.search(text):
        return
    plain = _NOT_MARKUP.sub(lambda found: "\ufddb" * len(found[0]), text)
    taken = 0
    found = [(match, form) for form in _forms_within() if (match := form.pattern.search(plain))]
    for match, form in sorted(found, key=lambda each: each[0].start()):
        if match.start() >= taken:
            taken = match.end()
            yield match.start(), form.name, form.fix


_MAY_BEGIN = frozenset(">`~*-_=#[")
_MAY_HAVE = lazily(r"[<\[`~_{｛｝]|(?<!\*)\*(?!\*)|\*\*\*")
