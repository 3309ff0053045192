"""`speechgen init`: create a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.printing import exit_on_problems
from speechgen.messages import translated
from speechgen.model import show, visible


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Folder of the workspace; created if it does not exist.", readable=False),
    ],
    template: Annotated[
        str,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME",
            help="Template of the workspace's units.",
            autocompletion=complete_template,
        ),
    ] = "mass-line-summary",
) -> None:
    """Create a workspace with one example unit."""
    from speechgen.pipeline import create_workspace

    with exit_on_problems():
        for path in create_workspace(folder, template=template):
            typer.echo(show(path))
    typer.echo(translated("next: cd {folder}, then speechgen generate", folder=visible(str(folder))), err=True)
