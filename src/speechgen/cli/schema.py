"""`speechgen schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.printing import named_template, problems_reported


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
    settings: Annotated[
        bool, typer.Option("--settings", help="The schema of speechgen.yaml instead.", show_default=False)
    ] = False,
) -> None:
    """Print the JSON Schema of a template's unit files, or of a workspace's settings."""
    from speechgen.reading import export

    if settings:
        from speechgen.checks import DOCUMENT
        from speechgen.formats import FORMATS
        from speechgen.workspace import settings_document

        typer.echo(export(settings_document(formats={"type": "string", "enum": list(FORMATS)}, check=DOCUMENT)))
        return
    with problems_reported():
        typer.echo(export(named_template(template).document))
