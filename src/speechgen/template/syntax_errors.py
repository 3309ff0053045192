"""Errors in Jinja's syntax, in plain words: what Jinja says is wrong, and what to write instead."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from speechgen.messages import either, marked, translated
from speechgen.model import lazily, visible
from speechgen.reading import nearest

_Words: TypeAlias = "tuple[str, str | None, str]"
_Names: TypeAlias = "Mapping[str, Iterable[str]]"
_TAGS = (
    *("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "block", "endblock", "extends", "include"),
    *("import", "from", "macro", "endmacro", "call", "endcall", "with", "endwith", "raw", "endraw"),
)


def plain_syntax_error(message: str, names: _Names) -> _Words:
    """What Jinja says is wrong, in plain words; what to do, if it is known; and the wrong word, if it is one.

    `names` are those of each `filter` and `test`.
    """
    for pattern, words in _ERRORS:
        if found := pattern.match(message):
            return words(found, names)
    return message.rstrip("."), None, ""


def _unknown_name(found: re.Match[str], names: _Names) -> _Words:
    kind, name = found[1], found[2]
    near = nearest(name, [each for each in names.get(kind, ()) if each[:1] == name[:1]])
    fix = (
        translated("did you mean {near}? `speechgen templates --filters` lists them", near=near)
        if near
        else translated("`speechgen templates --filters` lists them")
    )
    message = (
        translated("there is no filter {name}", name=name)
        if kind == "filter"
        else translated("there is no test {name}", name=name)
    )
    return message, fix, name


def _unknown_tag(found: re.Match[str], names: _Names) -> _Words:
    tag, expected = found[1], re.findall(r"'(\w+)'", (found[2] or "").partition("The innermost")[0])
    if tag in _TAGS:
        message = translated("{word} is not expected here", word=f"{{% {tag} %}}")
        if expected:
            return message, translated("{tags} is expected first", tags=either(expected)), tag
        return message, translated("delete it, or add the tag that it ends"), tag
    near = nearest(tag, [*expected, *_TAGS])
    fix = translated("did you mean {near}?", near=near) if near else None
    return translated("there is no tag {name}", name=tag), fix, tag


def _not_closed(found: re.Match[str], names: _Names) -> _Words:
    opened = found[1] or ""
    message = translated("{opening} is not closed", opening=f"{{% {opened} %}}")
    return message, translated("add {tag}", tag=f"{{% end{opened} %}}"), ""


def _unexpected(found: re.Match[str], names: _Names) -> _Words:
    wanted, got = found[1], found[2]
    got = _TOKENS.get(got, got)
    word = translated(got)
    if got == "{" and wanted in _OPENINGS:  # another tag begins
        opening, closing = _OPENINGS[wanted], _TOKENS[wanted]
        fix = translated(_CLOSE, closing=closing)
        return translated(_NOT_CLOSED, opening=opening), fix, opening
    if wanted == "end of print statement":
        fix = translated("end the expression with {closing} before it, or join values with ~", closing="}}")
        return translated("{word} is not expected here", word=word), fix, got
    if wanted == "end of statement block":
        fix = translated("end the tag with {closing} before it", closing="%}")
        return translated("{word} is not expected here", word=word), fix, got
    message = translated("{wanted} is expected, not {word}", wanted=translated(_TOKENS.get(wanted, wanted)), word=word)
    return message, None, got


def _no_expression(found: re.Match[str], names: _Names) -> _Words:
    if found[1] == "end of print statement":
        return translated("{tag} is empty", tag="{{ }}"), translated("write a value in it"), ""
    before = translated(_TOKENS.get(found[1], found[1]))
    return translated("a value is missing before {word}", word=before), translated("write it"), ""


def _unknown_character(found: re.Match[str], names: _Names) -> _Words:
    character = ast.literal_eval(found[1])  # Jinja shows it as a Python text
    if character in "\"'":
        fix = translated("close it with {closing}", closing=character)
        return translated("a text in quotes is not closed"), fix, character
    if not character.isprintable():
        message = translated(
            "the invisible character {character} cannot be used in a tag", character=f"U+{ord(character):04X}"
        )
        return message, translated("delete it"), character
    half_width = _HALF_WIDTH.get(character) or unicodedata.normalize("NFKC", character)
    is_other = half_width != character and half_width.isascii() and half_width.isprintable() and half_width.strip()
    fix = (
        translated("write {character}", character=half_width)
        if is_other
        else translated("delete it, or put a text in quotes")
    )
    return translated("{character} cannot be used in a tag", character=visible(character)), fix, character


def _unexpected_token(found: re.Match[str], names: _Names) -> _Words:
    token, opened = found[1], _OPENED.get(found[2] or "")
    if opened:
        fix = translated("close it with {closing}", closing=found[2])
        return translated("{opening} is not closed", opening=opened), fix, opened
    if token in ("}", ")", "]"):
        fix = translated("end a tag with {tag_end}, and a printed value with {value_end}", tag_end="%}", value_end="}}")
        return translated("{word} closes nothing", word=token), fix, ""
    word = translated(_TOKENS.get(token, token))
    fix = translated("a value is missing before it, or delete it")
    return translated("{word} is not expected here", word=word), fix, "" if token in _TOKENS else token


def _fixed(message: str, fix: str | None = None, **parameters: str) -> Callable[[re.Match[str], _Names], _Words]:
    """The words of an error, from texts of the catalogue; a group of the pattern is the parameter `name`."""

    def words(found: re.Match[str], names: _Names) -> _Words:
        name = found[1] if found.re.groups else ""
        given = {**parameters, "name": name}
        return translated(message, **given), translated(fix, **given) if fix else None, name

    return words


_HALF_WIDTH = {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "、": ",", "【": "[", "】": "]"}
_OPENED = {"}": "{", ")": "(", "]": "["}
# What Jinja calls the parts of a tag.
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": marked("the end of the file"),
    "template data / text": marked("text"),
    "name": marked("a name"),
    "integer": marked("a number"),
    "float": marked("a number"),
    "string": marked("a text in quotes"),
}
_OPENINGS = {"end of print statement": "{{", "end of statement block": "{%"}
_NOT_CLOSED, _CLOSE = marked("{opening} is not closed"), marked("close it with {closing}")
_ERRORS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Names], _Words]], ...] = (
    (lazily(r"No (filter|test) named '([^']*)'"), _unknown_name),
    (lazily(r"Encountered unknown tag '([^']*)'\.(.*)"), _unknown_tag),
    (lazily(r"Unexpected end of template\..*The innermost block that needs to be closed is '(\w+)'"), _not_closed),
    (
        lazily(r"unexpected end of template, expected 'end of print statement'"),
        _fixed(_NOT_CLOSED, _CLOSE, opening="{{", closing="}}"),
    ),
    (
        lazily(r"unexpected end of template, expected 'end of statement block'"),
        _fixed(_NOT_CLOSED, _CLOSE, opening="{%", closing="%}"),
    ),
    (lazily(r"Missing end of comment tag"), _fixed(_NOT_CLOSED, _CLOSE, opening="{#", closing="#}")),
    (
        lazily(r"Missing end of raw directive"),
        _fixed(_NOT_CLOSED, marked("add {tag}"), opening="{% raw %}", tag="{% endraw %}"),
    ),
    (lazily(r"Expected an expression, got '([^']*)'"), _no_expression),
    (lazily(r"unexpected char (('|\").+\2) at"), _unknown_character),
    (lazily(r"unexpected '([^']+)'(?:, expected '([^']+)')?$"), _unexpected_token),
    (
        lazily(r"expected name or number"),
        _fixed(marked("a name is missing after the dot"), marked("write it, or delete the dot")),
    ),
    (lazily(r"tag name expected"), _fixed(marked("{tag} is empty"), marked("write a tag in it"), tag="{% %}")),
    (
        lazily(r"can't assign to '"),
        _fixed(marked("only a name can get a value"), marked("write a name of letters, digits and _")),
    ),
    (
        lazily(r"Can't assign to special loop variable"),
        _fixed(marked("an item cannot be called loop"), marked("choose another name")),
    ),
    (
        lazily(r"Invalid character in identifier"),
        _fixed(marked("a name cannot have this character"), marked("use letters, digits and _")),
    ),
    (
        lazily(r"Block names in Jinja"),
        _fixed(marked("the name of a block cannot have this character"), marked("use letters, digits and _")),
    ),
    (
        lazily(r"names starting with an underline can not be imported"),
        _fixed(marked("a name that begins with _ cannot be imported"), marked("rename it")),
    ),
    (lazily(r"block '([^']*)' defined twice"), _fixed(marked("there are two blocks {name}"), marked("rename one"))),
    (
        lazily(r"Required blocks can only contain"),
        _fixed(marked("a required block must be empty"), marked("delete its words, or `required`")),
    ),
    (
        lazily(r"(?:truncated|unknown Unicode|illegal Unicode|malformed|\\ at end|Invalid).*"),
        _fixed(
            marked("a text in quotes has a \\ that begins no character"),
            marked("write / instead, or \\\\ for a backslash"),
        ),
    ),
    (
        lazily(r"non-default argument follows default argument"),
        _fixed(marked("an argument with a default value comes before one without"), marked("put it last")),
    ),
    (
        lazily(r"invalid syntax for function call"),
        _fixed(marked("an argument with a name comes before one without"), marked("put it last")),
    ),
    (
        lazily(r"expected call"),
        _fixed(
            marked("{tag} needs a call"),
            marked("write it with brackets, such as {example}"),
            tag="{% call %}",
            example="{% call name() %}",
        ),
    ),
    (
        lazily(r"You cannot chain multiple tests"),
        _fixed(marked("only one `is` can follow a value"), marked("join two with `and`")),
    ),
    (
        lazily(r"cannot use extend from a non top-level scope"),
        _fixed(marked("{tag} cannot be in a block"), marked("put it at the top of the file"), tag="{% extends %}"),
    ),
    (
        lazily(r"When defining macros or call blocks"),
        _fixed(marked("the argument caller needs a default value"), marked("rename it")),
    ),
    (lazily(r"expected token '([^']*)', got '([^']*)'"), _unexpected),
)
