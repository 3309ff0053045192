"""`speechgen --version`."""

from __future__ import annotations

from typing import Annotated

import typer


def _show_version(is_given: bool) -> None:
    """Print the version and exit. Runs while options are parsed, since no command is needed with `--version`."""
    if is_given:
        from importlib.metadata import version as installed_version

        typer.echo(f"speechgen {installed_version('speechgen')}")
        raise typer.Exit


def version_option(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Fill one speech template for many units, from one YAML file per unit."""
