"""`speechgen schema`: print JSON Schemas, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from speechgen.cli.arguments import complete_template
from speechgen.cli.printing import exit_on_problems, named_template


def schema(
    name: Annotated[
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
    template: Annotated[
        bool, typer.Option("--template", help="Print the schema of template.yaml instead.", show_default=False)
    ] = False,
) -> None:
    """Print the JSON Schema of a template's unit files, of speechgen.yaml or of template.yaml."""
    from speechgen.language import codes
    from speechgen.reading import export
    from speechgen.template import load_template
    from speechgen.workspace import default_template, find_workspace, schema_for_editors, settings_document

    if template:
        from speechgen.template import manifest_document

        typer.echo(json.dumps(manifest_document(codes()), ensure_ascii=False, indent=2))
        return
    if settings:
        from speechgen.checks import check_document
        from speechgen.checks.rules import RULES, installed_codes
        from speechgen.formats import all_formats

        formats = {"type": "string", "enum": list(all_formats())}
        check = check_document(codes(), (*RULES, *installed_codes()))
        typer.echo(export(settings_document(formats=formats, check=check)))
        return
    with exit_on_problems():
        if name is None:
            default, workspace = default_template(Path.cwd())
            loaded, shared = load_template(default, workspace=workspace.root, base=workspace.root), workspace.shared
        else:
            around = find_workspace(Path.cwd())
            loaded, shared = named_template(name), around.shared if around else None
        typer.echo(schema_for_editors(loaded, shared), nl=False)
