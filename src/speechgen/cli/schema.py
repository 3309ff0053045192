"""`speechgen schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.report import named_template, problems_reported


def schema(
    template: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEMPLATE]",
            help="A template's name or folder; the workspace's template by default.",
            autocompletion=complete_template,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a template's unit files."""
    with problems_reported():
        from speechgen.schema import export

        typer.echo(export(named_template(template).document))
