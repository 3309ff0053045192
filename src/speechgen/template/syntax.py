"""Jinja's syntax: trees of template files, and errors in them in plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from jinja2 import Environment, TemplateSyntaxError

from speechgen.model import Place, Problem, SpeechgenError, visible
from speechgen.reading import nearest
from speechgen.template.tree_limits import parsed

if TYPE_CHECKING:
    from jinja2 import nodes

    from speechgen.template.files import TemplateFile

_Words: TypeAlias = "tuple[str, str | None, str]"
_Names: TypeAlias = "Mapping[str, Iterable[str]]"
_TAGS = (
    *("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "block", "endblock", "extends", "include"),
    *("import", "from", "macro", "endmacro", "call", "endcall", "with", "endwith", "raw", "endraw"),
)


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
    message, fix, word = _plain(error.message or "", names)
    lines = source.split("\n")
    at = lines[error.lineno - 1].find(word) if word and 0 < error.lineno <= len(lines) else -1
    return Problem(Place(shown, error.lineno, max(at, 0) + 1), "template-syntax", message, fix)


def _plain(message: str, names: Mapping[str, Iterable[str]]) -> tuple[str, str | None, str]:
    """What Jinja says is wrong, in plain words; what to do, if it is known; and the wrong word, if it is one."""
    for pattern, words in _ERRORS:
        if found := re.match(pattern, message):
            return words(found, names)
    return message.rstrip("."), None, ""


def _unknown_name(found: re.Match[str], names: _Names) -> _Words:
    kind, name = found[1], found[2]
    near = nearest(name, [each for each in names.get(kind, ()) if each[:1] == name[:1]])
    fix = f"{f'did you mean {near}? ' if near else ''}`speechgen templates --filters` lists them"
    return f"there is no {kind} {name}", fix, name


def _unknown_tag(found: re.Match[str], names: _Names) -> _Words:
    tag, expected = found[1], re.findall(r"'(\w+)'", (found[2] or "").partition("The innermost")[0])
    if tag in _TAGS:
        fix = f"{' or '.join(expected)} is expected first" if expected else "delete it, or add the tag that it ends"
        return f"{{% {tag} %}} is not expected here", fix, tag
    near = nearest(tag, [*expected, *_TAGS])
    return f"there is no tag {tag}", f"did you mean {near}?" if near else None, tag


def _not_closed(found: re.Match[str], names: _Names) -> _Words:
    opened = found[1] or ""
    return f"{{% {opened} %}} is not closed", f"add {{% end{opened} %}}", ""


def _unexpected(found: re.Match[str], names: _Names) -> _Words:
    wanted, got = found[1], found[2]
    if wanted == "end of print statement":
        return f"{got} is not expected here", "end the expression with }} before it, or join values with ~", got
    if wanted == "end of statement block":
        return f"{got} is not expected here", "end the tag with %} before it", got
    return f"{wanted} is expected, not {got}", None, got


def _unknown_character(found: re.Match[str], names: _Names) -> _Words:
    character = found[1]
    if character in "})]":
        return f"{character} closes nothing", "end a tag with %}, and a printed value with }}", ""
    half_width = _HALF_WIDTH.get(character) or unicodedata.normalize("NFKC", character)
    fix = f"write {half_width}" if half_width.isascii() and half_width.isprintable() and half_width.strip() else None
    return f"{visible(character)} cannot be used in a tag", fix, character


def _fixed(message: str, fix: str | None = None) -> Callable[[re.Match[str], _Names], _Words]:
    return lambda found, names: (message, fix, "")


_HALF_WIDTH = {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "、": ",", "【": "[", "】": "]"}
_ERRORS: tuple[tuple[str, Callable[[re.Match[str], _Names], _Words]], ...] = (
    (r"No (filter|test) named '([^']*)'", _unknown_name),
    (r"Encountered unknown tag '([^']*)'\.(.*)", _unknown_tag),
    (r"Unexpected end of template\..*The innermost block that needs to be closed is '(\w+)'", _not_closed),
    (r"unexpected end of template, expected 'end of print statement'", _fixed("{{ is not closed", "close it with }}")),
    (r"unexpected end of template, expected 'end of statement block'", _fixed("{% is not closed", "close it with %}")),
    (r"Missing end of comment tag", _fixed("{# is not closed", "close it with #}")),
    (r"Missing end of raw directive", _fixed("{% raw %} is not closed", "add {% endraw %}")),
    (r"Expected an expression, got 'end of print statement'", _fixed("{{ }} is empty", "write a value in it")),
    (r"Expected an expression, got 'end of statement block'", _fixed("a value is missing before %}", "write it")),
    (r"unexpected char '(.)' at", _unknown_character),
    (r"unexpected '([})\]])'$", _unknown_character),
    (r"expected token '([^']*)', got '([^']*)'", _unexpected),
)
