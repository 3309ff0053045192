"""The command line: a module for each command, imported when the command is asked for.

In: arguments and options. Out: one call of `pipeline` or `preview`, its result in text or as a report, the exit status.
Imports `preview` and the rooms below.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from speechgen.cli.version import version_option

# In the order in which they are met. Each is the function of its name in the module of its name.
COMMANDS = ("init", "new", "generate", "check", "preview", "rules", "templates", "explain", "schema")


class Commands(TyperGroup):
    """Makes a command of its module when it is called, completed or helped with: nine cost 12 ms of each run."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # its keys: what "did you mean" looks at

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command called `cmd_name`; None where there is none."""
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
    cls=Commands,
    help="Fill one speech template for many units, from one YAML file per unit.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)
