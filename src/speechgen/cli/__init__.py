"""The command line: one module per command, imported when the command is run, completed or shown in help.

In: arguments and options. Out: one call of `pipeline` or `preview`, its result in text or as a report, the exit status.
Imports `preview` and the rooms below.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

from speechgen.cli.message_language import check_variable, choose_language, language_option
from speechgen.cli.typer_words import Command, Group, translate_command
from speechgen.cli.version import version_option

# In the order of `--help`. Each command is the function of that name in the module of that name.
COMMANDS = ("init", "new", "generate", "check", "preview", "rules", "templates", "explain", "schema")


class LazyCommands(Group):
    """Imports a command's module only when it is needed: importing all nine takes 12 ms of every run."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # its keys are what "did you mean" suggests
        self.params.append(language_option())

    def main(self, args: Sequence[str] | None = None, *more: Any, **by_name: Any) -> Any:
        """Choose the language of messages, then parse the command line and run the command."""
        choose_language(sys.argv[1:] if args is None else args)
        translate_command(self, {})
        return super().main(args, *more, **by_name)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a file or folder that the system does not let it use is a problem like others."""
        check_variable()
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # what reads the output has ended, such as head
                raise
            from speechgen.cli.printing import exit_on_system_error

            exit_on_system_error(error)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(
            add_completion=False,
            context_settings={"help_option_names": ["-h", "--help"]},
            pretty_exceptions_enable=False,
        )
        module = import_module(f"speechgen.cli.{cmd_name}")
        single.command(cmd_name, cls=Command)(getattr(module, cmd_name))
        command = get_command(single)
        command.params.append(language_option())
        translate_command(command, getattr(module, "IN_HELP", {}))
        return command


app = typer.Typer(
    name="speechgen",
    cls=LazyCommands,
    help="Fill one speech template for many units, from one YAML file per unit.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)
