"""The command line: one module per command, imported when the command is run, completed or shown in help.

In: arguments and options. Out: one call of `pipeline` or `preview`, its result in text or as a report, the exit status.
Imports `preview` and the rooms below.
"""

from __future__ import annotations

import errno
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from speechgen.cli.version import version_option

# In the order of `--help`. Each command is the function of that name in the module of that name.
COMMANDS = ("init", "new", "generate", "check", "preview", "rules", "templates", "explain", "schema")


class LazyCommands(TyperGroup):
    """Imports a command's module only when it is needed: importing all nine takes 12 ms of every run."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # its keys are what "did you mean" suggests

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a file or folder that the system does not let it use is a problem like others."""
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
        single.command(cmd_name)(getattr(import_module(f"speechgen.cli.{cmd_name}"), cmd_name))
        return get_command(single)


app = typer.Typer(
    name="speechgen",
    cls=LazyCommands,
    help="Fill one speech template for many units, from one YAML file per unit.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)
