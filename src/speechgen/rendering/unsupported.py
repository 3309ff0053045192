"""Markdown that speeches do not have: it is refused by name, so that nothing is read out as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from speechgen.messages import marked, translated
from speechgen.model import lazily
from speechgen.rendering.block_syntax import THEMATIC_BREAK, is_delimiter_row
from speechgen.rendering.inline import LINE_MARKER, VALUE_MARKER

_NOT_MARKUP = lazily(rf"{LINE_MARKER}|{VALUE_MARKER}|\\[!-/:-@\[-`{{-~]")
_DELETE = marked("leave it out")


class _Form(NamedTuple):
    """A form of Markdown. The message and the fix are texts of the catalogue, with these parameters."""

    pattern: re.Pattern[str]
    message: str
    fix: str
    parameters: Mapping[str, str]

    def refused(self) -> tuple[str, str]:
        """What is wrong with it, and what to do."""
        return translated(self.message), translated(self.fix, **self.parameters)


def _form(pattern: str, message: str, fix: str, **parameters: str) -> _Form:
    return _Form(lazily(pattern), message, fix, parameters)


@cache
def _forms_within() -> tuple[_Form, ...]:
    """The forms within a line; the first that matches at a place names it. Compiled if a line may have one."""
    return (
        _form(
            "<!--",
            marked("a comment (<!-- … -->) is not supported"),
            marked("write it as {example}, which is in no speech"),
            example="{# … #}",
        ),
        _form(r"!\[[^\[\]\n]*\][(\[]", marked("an image (![…](…)) is not supported"), _DELETE),
        _form(
            r"\[\^[^\[\]\s]+\]",
            marked("a footnote ([^1]) is not supported"),
            marked("say it in the text, or leave it out"),
        ),
        _form(
            r"\[[^\[\]\n]+\](?:\([^()\n]*\)|\[[^\[\]\n]*\])",
            marked("a link ([…](…)) is not supported"),
            marked("write its words alone"),
        ),
        _form(
            r"<(?:https?|ftp|mailto):[^<>\s]*>",
            marked("a link (<…>) is not supported"),
            marked("write it without < and >"),
        ),
        _form(
            "[｛｝]",
            marked("a full-width bracket (｛) is not supported"),
            marked("write {opening} and {closing} with the input method switched to English"),
            opening="{",
            closing="}",
        ),
        _form(
            r"\{\s*\{?\s*[A-Za-z]\w*(?:\.\w+)+\s*\}",
            marked("a value in single brackets is not supported"),
            marked("write it in {opening} and {closing}"),
            opening="{{",
            closing="}}",
        ),
        _form(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", marked("HTML is not supported"), _DELETE),
        _form(
            r"(?<!`)(`+)(?!`)(?:(?!\1).)+\1(?!`)",
            marked("code (`…`) is not supported"),
            marked("write it without the backticks"),
        ),
        _form(r"~~(?=\S)[^~\n]+~~", marked("struck-out text (~~…~~) is not supported"), _DELETE),
        _form(
            r"(?<!\*)\*(?:\*\*)?(?![\s*])[^*\n]+(?<!\s)(?:\*\*)?\*(?!\*)",
            marked("italics (*…*) is not supported"),
            marked("write **…** for bold"),
        ),
        _form(
            r"(?<![\w_])__?(?![\s_])[^_\n]*[^\s_]__?(?![\w_])",
            marked("italics or bold (_…_) is not supported"),
            marked("write **…** for bold"),
        ),
    )


@cache
def _forms_at_start() -> tuple[_Form, ...]:
    """The forms at the start of a line."""
    return (
        _form(r">", marked("a quotation (>) is not supported"), marked("write the words in quotation marks")),
        _form(r"`{3}|~{3}", marked("a block of code is not supported"), marked("write it as a paragraph")),
        _form(THEMATIC_BREAK.pattern, marked("a line across the page is not supported"), _DELETE),
        _form(
            r"=+[ \t]*$",
            marked("a heading underlined with === is not supported"),
            marked("write # and a space before its words"),
        ),
        _form(
            r"#{2,6}[^#\s]|#[^#\s0-9]",
            marked("a heading without a space after # is not supported"),
            marked("write a space after #"),
        ),
        _form(r"\[[^\[\]\n]+\]:(?:\s|$)", marked("a link's address ([…]: …) is not supported"), _DELETE),
    )


def unsupported_at_start(line: str) -> tuple[str, str] | None:
    """What is wrong with the start of a line, and what to do; None if it may begin a paragraph."""
    if "|" in line and line[0] != "|" and is_delimiter_row(line):
        message = translated("a table row without | at its start is not supported")
        return message, translated("write | before the first cell")
    if line[:1] not in _MAY_BEGIN:
        return None
    return next((form.refused() for form in _forms_at_start() if form.pattern.match(line)), None)


def unsupported_within(text: str) -> Iterator[tuple[int, str, str]]:
    """The first position of each form within a text that speeches do not have, what is wrong, and what to do."""
    if not _MAY_HAVE.search(text):
        return
    plain = _NOT_MARKUP.sub(lambda found: "\ufddb" * len(found[0]), text)
    taken = 0
    found = [(match, form) for form in _forms_within() if (match := form.pattern.search(plain))]
    for match, form in sorted(found, key=lambda each: each[0].start()):
        if match.start() >= taken:
            taken = match.end()
            yield match.start(), *form.refused()


_MAY_BEGIN = frozenset(">`~*-_=#[")
_MAY_HAVE = lazily(r"[<\[`~_{｛｝]|(?<!\*)\*(?!\*)|\*\*\*")
