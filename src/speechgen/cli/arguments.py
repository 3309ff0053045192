"""Arguments and options that several commands share, and their completion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from speechgen.model import UNITS, template_folders, unit_files, workspace_root


def complete_template(incomplete: str) -> Iterator[str]:
    """Names of the workspace's and the bundled templates."""
    for name in template_folders(workspace_root(Path.cwd())):
        if name.startswith(incomplete):
            yield name


def complete_unit(incomplete: str) -> Iterator[str]:
    """Names of the workspace's units; their paths from the current folder, once a path has been begun."""
    root = workspace_root(Path.cwd())
    folder = Path(UNITS) if root == Path.cwd() else (root / UNITS if root else None)
    for path in unit_files(folder) if folder else []:
        if path.stem.startswith(incomplete):
            yield path.stem
        elif path.as_posix().startswith(incomplete):
            yield path.as_posix()


UnitFiles: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Unit files, folders of them, or units' names; none: every unit of the workspace.",
        autocompletion=complete_unit,
        show_default=False,
    ),
]
UnitFile: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FILE", help="A unit file, or a unit's name.", autocompletion=complete_unit)
]
TemplateOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--template",
        "-t",
        metavar="NAME",
        help="A template's name, or its folder; instead of the one that the files name.",
        autocompletion=complete_template,
        show_default=False,
    ),
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Report to standard output as JSON, for programs.")]
