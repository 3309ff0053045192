"""Arguments and options shared by several commands, with their shell completion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from speechgen.model import UNITS, template_names, unit_files, workspace_root


def complete_template(incomplete: str) -> Iterator[str]:
    """Yield the names of the workspace's and the bundled templates that start with `incomplete`."""
    for name in template_names(workspace_root(Path.cwd())):
        if name.startswith(incomplete):
            yield name


def complete_unit(incomplete: str) -> Iterator[str]:
    """Yield the workspace's unit names that start with `incomplete`, or the unit files' paths that do."""
    root = workspace_root(Path.cwd())
    folder = Path(UNITS) if root == Path.cwd() else (root / UNITS if root else None)
    for path in unit_files(folder) if folder else []:
        if path.stem.startswith(incomplete):
            yield path.stem
        elif path.as_posix().startswith(incomplete):
            yield path.as_posix()


# `readable=False`: a folder that cannot be read is a problem with a place like others, not a wrong option.
UnitFiles: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Unit files, folders of unit files, or unit names. Default: every unit of the workspace.",
        autocompletion=complete_unit,
        show_default=False,
        readable=False,
    ),
]
UnitFile: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FILE", help="Unit file or unit name.", autocompletion=complete_unit, readable=False)
]
TemplateOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--template",
        "-t",
        metavar="NAME",
        help="Name or folder of a template. Default: the one named in the unit file or the workspace.",
        autocompletion=complete_template,
        show_default=False,
    ),
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print the result to standard output as JSON.")]
