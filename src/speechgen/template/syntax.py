"""Jinja's syntax: trees of template files, and errors in them in plain words."""

from __future__ import annotations

import ast
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
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    at = line.find(word, max(0, _in_tag(line))) if word else -1
    return Problem(Place(shown, error.lineno, max(at, 0) + 1), "template-syntax", message, fix)


def _in_tag(line: str) -> int:
    """Where the first tag of a line begins; -1 if it continues one."""
    found = re.search(r"\{[{%]", line)
    return found.start() if found else -1


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
    got = _TOKENS.get(got, got)
    if wanted == "end of print statement":
        return f"{got} is not expected here", "end the expression with }} before it, or join values with ~", got
    if wanted == "end of statement block":
        return f"{got} is not expected here", "end the tag with %} before it", got
    return f"{_TOKENS.get(wanted, wanted)} is expected, not {got}", None, got


def _unknown_character(found: re.Match[str], names: _Names) -> _Words:
    character = ast.literal_eval(found[1])  # Jinja shows it as a Python text
    if character in "\"'":
        return "a text in quotes is not closed", f"close it with {character}", character
    if not character.isprintable():
        return f"the invisible character U+{ord(character):04X} cannot be used in a tag", "delete it", character
    half_width = _HALF_WIDTH.get(character) or unicodedata.normalize("NFKC", character)
    is_other = half_width != character and half_width.isascii() and half_width.isprintable() and half_width.strip()
    fix = f"write {half_width}" if is_other else "delete it, or put a text in quotes"
    return f"{visible(character)} cannot be used in a tag", fix, character


def _unexpected_token(found: re.Match[str], names: _Names) -> _Words:
    token, opened = found[1], _OPENED.get(found[2] or "")
    if opened:
        return f"{opened} is not closed", f"close it with {found[2]}", opened
    if token in ("}", ")", "]"):
        return f"{token} closes nothing", "end a tag with %}, and a printed value with }}", ""
    word = "" if token in _TOKENS else token
    return f"{_TOKENS.get(token, token)} is not expected here", "a value is missing before it, or delete it", word


def _fixed(message: str, fix: str | None = None) -> Callable[[re.Match[str], _Names], _Words]:
    return lambda found, names: (message, fix, "")


_HALF_WIDTH = {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "、": ",", "【": "[", "】": "]"}
_OPENED = {"}": "{", ")": "(", "]": "["}
# What Jinja calls the parts of a tag.
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "the end of the file",
    "template data / text": "text",
    "name": "a name",
    "integer": "a number",
    "float": "a number",
    "string": "a text in quotes",
}
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
    (r"unexpected char (('|\").+\2) at", _unknown_character),
    (r"unexpected '([^']+)'(?:, expected '([^']+)')?$", _unexpected_token),
    (r"expected name or number", _fixed("a name is missing after the dot", "write it, or delete the dot")),
    (r"tag name expected", _fixed("{% %} is empty", "write a tag in it")),
    (r"can't assign to '", _fixed("only a name can get a value", "write a name of letters, digits and _")),
    (r"Invalid character in identifier", _fixed("a name cannot have this character", "use letters, digits and _")),
    (
        r"block '([^']*)' defined twice",
        lambda found, _: (f"there are two blocks {found[1]}", "rename one", found[1]),
    ),
    (
        r"(?:truncated|unknown Unicode|illegal Unicode|malformed|\\ at end|Invalid).*",
        _fixed("a text in quotes has a \\ that begins no character", "write / instead, or \\\\ for a backslash"),
    ),
    (
        r"non-default argument follows default argument",
        _fixed("an argument with a default value comes before one without", "put it last"),
    ),
    (r"invalid syntax for function call", _fixed("an argument with a name comes before one without", "put it last")),
    (r"expected call", _fixed("{% call %} needs a call", "write it with brackets, such as {% call name() %}")),
    (r"expected token '([^']*)', got '([^']*)'", _unexpected),
)
