"""Typer's own words in the language of messages: Usage, Options, “No such option”.

Typer marks few of its texts for gettext, and those of the copy of Click inside it not at all. So what it has made is
translated: a command after it is built, an error when it is raised. `MESSAGES` are the texts of its errors with their
parameters; an error that is in none of them stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any

import typer
from typer.core import HAS_RICH, TyperCommand, TyperGroup

from speechgen.messages import ENGLISH, joined_words, language, marked, translated, translated_page

# typer.exceptions or click.exceptions, depending on the version
_UsageError: Any = next(each for each in typer.BadParameter.__mro__ if each.__name__ == "UsageError")

MESSAGES = (
    marked("Invalid value for {parameter}: {problem}"),
    marked("Invalid value: {problem}"),
    marked("Missing argument {parameter}."),
    marked("Missing option {parameter}."),
    marked("Missing command."),
    marked("No such command {name}. Did you mean {near}?"),
    marked("No such command {name}."),
    marked("No such option: {option} (Possible options: {near})"),
    marked("No such option: {option} Did you mean {near}?"),
    marked("No such option: {option}"),
    marked("Option {option} requires an argument."),
    marked("Option {option} does not take a value."),
    marked("Got unexpected extra argument(s) ({words})"),
    marked("{value} is not a valid {kind}."),
    marked("{value} is not in the range {limits}."),
)
# What `{kind}` and the column of types in help can be.
KINDS = (
    marked("path"),
    marked("text"),
    marked("str"),
    marked("integer"),
    marked("int"),
    marked("int range"),
    marked("integer range"),
)
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": marked("Arguments"),
    "OPTIONS_PANEL_TITLE": marked("Options"),
    "COMMANDS_PANEL_TITLE": marked("Commands"),
    "ERRORS_PANEL_TITLE": marked("Error"),
    "ABORTED_TEXT": marked("Aborted."),
    "DEFAULT_STRING": marked("[default: {}]"),
    "REQUIRED_LONG_STRING": marked("[required]"),
    "RICH_HELP": marked("Try [blue]'{command_path} {help_option}'[/] for help."),
}
OPTIONS = (
    marked("Install completion for the current shell."),
    marked("Show completion for the current shell, to copy it or customize the installation."),
)


class TranslatedError(typer.BadParameter):
    """An error in the use of the command line, in the language of messages."""

    def format_message(self) -> str:
        """The message as it is, without “Invalid value” before it."""
        return self.message


class _Translated:
    """What commands and groups have in common: usage, help and errors in the language of messages."""

    def make_context(self, *arguments: Any, **more: Any) -> Any:
        """Parse the command line."""
        with _translated_errors():
            return super().make_context(*arguments, **more)  # type: ignore[misc]

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with _translated_errors():
            return super().invoke(ctx)  # type: ignore[misc]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        _translate_panels()
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that begins with “Usage”."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=translated("Usage: "))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the name of the command."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        general = {"[OPTIONS]": translated("[OPTIONS]"), "COMMAND [ARGS]...": translated("COMMAND [ARGS]...")}
        return [general.get(piece, piece) for piece in pieces]

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = translated("Show this message and exit.")
        return option


class Command(_Translated, TyperCommand):
    """A command."""


class Group(_Translated, TyperGroup):
    """The program with its commands."""


def translate_command(command: Any, parameters: Mapping[str, object]) -> None:
    """Translate the help of a command that has just been built, and of its options: with the parameters in these texts,
    of which those with several names are tuples.
    """
    parameters = {name: joined_words(each) if isinstance(each, tuple) else each for name, each in parameters.items()}
    command.help = translated_page(command.help or "")
    for parameter in command.params:
        parameter.help = translated(parameter.help or "", **parameters)
        if parameter.metavar:
            parameter.metavar = translated(parameter.metavar)
        parameter.type = copy(parameter.type)  # commands share it
        parameter.type.name = translated(parameter.type.name)


def translated_error(words: str) -> str:
    """An error's text in the language of messages."""
    for text in MESSAGES:
        found = re.fullmatch(_expression(text), words, re.DOTALL)
        if found:
            return translated(text, **{name: _part(name, words) for name, words in found.groupdict().items()})
    return words


def _expression(text: str) -> str:
    """What the errors with a text are like, as a regular expression: its parameters are groups."""
    return re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(text))


def _part(name: str, words: str) -> str:
    """A parameter of an error: another error, a kind of value, or names."""
    if name == "kind":
        return translated(words)
    return joined_words(map(_quoted, words.split(", "))) if name == "near" else _quoted(translated_error(words))


def _quoted(words: str) -> str:
    """Python's quotation marks as those of the language."""
    return re.sub(r"'([^'\n]*)'", lambda quoted: translated("'{words}'", words=quoted[1]), words)


@contextmanager
def _translated_errors() -> Iterator[None]:
    try:
        yield
    except TranslatedError:
        raise
    except _UsageError as error:
        _translate_panels()
        if error.__class__.__name__ == "NoArgsIsHelpError":
            raise
        raise TranslatedError(translated_error(error.format_message()), error.ctx) from error


def _translate_panels() -> None:
    """Set what rich_utils keeps as constants; it is imported when help or an error is printed."""
    if HAS_RICH:
        from typer import rich_utils

        for name, text in _PANELS.items():
            setattr(rich_utils, name, translated(text))
        if language() == ENGLISH:
            rich_utils.highlighter = rich_utils.OptionHighlighter()
        else:
            from speechgen.cli.chinese_lines import ChineseHighlighter

            rich_utils.highlighter = ChineseHighlighter()
