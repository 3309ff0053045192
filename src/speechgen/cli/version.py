"""`speechgen --version`."""

from __future__ import annotations

from typing import Annotated

import typer


def version_option(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    """Fill one speech template for many units, from one YAML file per unit."""
    if version:
        from importlib.metadata import version as installed_version

        typer.echo(f"speechgen {installed_version('speechgen')}")
        raise typer.Exit
