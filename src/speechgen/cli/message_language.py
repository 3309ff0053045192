"""The language of messages: `--lang` of every command, and what decides without it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import typer
from typer.core import TyperOption

from speechgen.messages import (
    LANGUAGES,
    OPTION,
    VARIABLE,
    choose,
    chosen,
    joined_words,
    known,
    option_in,
    setting_in,
    translated,
)
from speechgen.model import SETTINGS, visible, workspace_root

_MAX_SETTINGS = 1 << 20  # bytes of speechgen.yaml that are searched for `messages:`


def choose_language(arguments: Sequence[str]) -> None:
    """Choose the language of all messages, before the command line is parsed: its errors and help are messages too."""
    choose(chosen(option_in(arguments), _setting, os.environ))


def _setting() -> str | None:
    """The `messages:` of the workspace around the current folder."""
    with suppress(OSError):  # reported by the command that reads it
        root = workspace_root(Path.cwd())
        if root is not None:
            with (root / SETTINGS).open("rb") as file:
                return setting_in(file.read(_MAX_SETTINGS))
    return None


def check_variable() -> None:
    """Report a variable that names a language that there is not. Raises typer.BadParameter."""
    code = os.environ.get(VARIABLE)
    if code and known(code) is None:
        raise typer.BadParameter(_unknown(code), param_hint=VARIABLE)


def language_option() -> TyperOption:
    """The option `--lang`, which `choose_language` has read already."""
    return TyperOption(
        param_decls=[OPTION],
        metavar="CODE",
        help="Language of messages and help: zh-CN or en. Default: as in speechgen.yaml, or the system's.",
        expose_value=False,
        callback=_check,
        autocompletion=_complete,
    )


def _check(_context: object, _option: object, value: str | None) -> str | None:
    if value is not None and known(value) is None:
        raise typer.BadParameter(_unknown(value))
    return value


def _unknown(code: str) -> str:
    choices = joined_words(LANGUAGES)
    return translated("unknown language {code}; choose one of {choices}", code=visible(code), choices=choices)


def _complete(_context: object, _words: object, incomplete: str) -> Iterator[str]:
    yield from (code for code in LANGUAGES if code.startswith(incomplete))
