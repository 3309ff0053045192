"""Jinja's syntax: trees of template files, and errors in them as problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError

from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, lazily
from speechgen.template.syntax_errors import plain_syntax_error
from speechgen.template.tree_limits import parsed

if TYPE_CHECKING:
    from jinja2 import nodes

    from speechgen.template.files import TemplateFile


_OPEN_QUOTE = lazily(
    r"""\{[{%](?:[^"'%}]|[%}](?!\})|"[^"]*"|'[^']*')*(?P<quote>["'])(?![^\n]*(?P=quote))[^\n]*[%}]\}"""
)
_LONGEST_LINE = 1_000  # characters in which it is looked for


def parse(source: str, file: TemplateFile) -> nodes.Template:
    """The syntax tree of text in a template file, without source markers. Raises SpeechgenError."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=True)
    try:
        return parsed(environment, source, file.name, file.name)
    except TemplateSyntaxError as error:
        raise SpeechgenError([syntax_problem(error, file.shown, source)]) from error


def syntax_problem(
    error: TemplateSyntaxError, shown: str, source: str, names: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> Problem:
    """The problem of a syntax error in the text `source`. `names` are those of each `filter` and `test`."""
    lines = source.split("\n")
    if problem := _open_quote(lines[: error.lineno], shown):
        return problem
    message, fix, word = plain_syntax_error(error.message or "", names)
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    at = line.find(word, max(0, _in_tag(line))) if word else -1
    return Problem(Place(shown, error.lineno, max(at, 0) + 1), "template-syntax", message, fix)


def _open_quote(lines: Sequence[str], shown: str) -> Problem | None:
    """The problem of the first text in quotes that goes on after its tag: it ends at a quotation mark further below."""
    for number, line in enumerate(lines, start=1):
        if len(line) <= _LONGEST_LINE and (found := _OPEN_QUOTE.search(line)):
            fix = translated("close it with {closing}", closing=found["quote"])
            place = Place(shown, number, found.start("quote") + 1)
            return Problem(place, "template-syntax", translated("a text in quotes is not closed"), fix)
    return None


def _in_tag(line: str) -> int:
    """Where the first tag of a line begins; -1 if it continues one."""
    found = re.search(r"\{[{%]", line)
    return found.start() if found else -1
