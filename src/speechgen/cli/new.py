"""`speechgen new`: a unit file for each name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speechgen.cli.arguments import TemplateOption
from speechgen.cli.printing import problems_reported, show_problems


def new(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The units' names, such as 市教育局.")],
    template: TemplateOption = None,
) -> None:
    """Make a unit file for each name, with every value of the template as a comment.

    In a workspace the files go to its folder units/, elsewhere to the current folder.
    """
    from speechgen.pipeline import create_units

    with problems_reported():
        files, problems = create_units(names, template=template, start=Path.cwd())
    for path in files:
        typer.echo(path)
    show_problems(problems)
    if problems:
        raise typer.Exit(1)
