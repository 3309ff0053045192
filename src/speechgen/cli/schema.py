"""`speechgen schema`: print JSON Schemas, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.printing import exit_on_problems, named_template


def schema(
    template: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEMPLATE]",
            help="Name or folder of a template. Default: the workspace's template.",
            autocompletion=complete_template,
            show_default=False,
        ),
    ] = None,
    settings: Annotated[
        bool, typer.Option("--settings", help="Print the schema of speechgen.yaml instead.", show_default=False)
    ] = False,
) -> None:
    """Print the JSON Schema of a template's unit files, or of speechgen.yaml."""
    from speechgen.reading import export

    if settings:
        from speechgen.checks import check_document
        from speechgen.formats import FORMATS
        from speechgen.language import codes
        from speechgen.workspace import settings_document

        formats = {"type": "string", "enum": list(FORMATS)}
        typer.echo(export(settings_document(formats=formats, check=check_document(codes()))))
        return
    with exit_on_problems():
        typer.echo(export(named_template(template).document))
