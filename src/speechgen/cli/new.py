"""`speechgen new`: create unit files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speechgen.cli.arguments import TemplateOption
from speechgen.cli.printing import exit_on_problems, show_problems
from speechgen.model import show


def new(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names of the units, such as 市教育局.")],
    template: TemplateOption = None,
) -> None:
    """Create a unit file for each name, listing every value that the template uses.

    The files are created in the workspace's units/ folder, or outside a workspace in the current folder.
    """
    from speechgen.pipeline import create_units

    with exit_on_problems():
        files, problems = create_units(names, template=template, start=Path.cwd())
    for path in files:
        typer.echo(show(path))
    show_problems(problems)
    if problems:
        raise typer.Exit(1)
