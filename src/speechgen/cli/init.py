"""`speechgen init`: a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.printing import problems_reported


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The workspace's folder; made where there is none.")],
    template: Annotated[
        str,
        typer.Option(
            "--template", "-t", metavar="NAME", help="The template of its units.", autocompletion=complete_template
        ),
    ] = "mass-line-summary",
) -> None:
    """Make a workspace with one example unit, ready to generate."""
    from speechgen.pipeline import create_workspace

    with problems_reported():
        for path in create_workspace(folder, template=template):
            typer.echo(path)
    typer.echo(f"next: cd {folder}, then speechgen generate", err=True)
