"""`speechgen --version`."""

from __future__ import annotations

from typing import Annotated

import typer


def _show_version(is_asked: bool) -> None:
    """Print the version and exit: while options are read, for there is no command that could be asked for with it."""
    if is_asked:
        from importlib.metadata import version as installed_version

        typer.echo(f"speechgen {installed_version('speechgen')}")
        raise typer.Exit


def version_option(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Fill one speech template for many units, from one YAML file per unit."""
