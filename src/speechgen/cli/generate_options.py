"""The options of `speechgen generate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="txt, md, docx or html; may be repeated.", show_default=False
    ),
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="A folder; a file for one unit and one format; - for standard output.",
        show_default=False,
    ),
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Overwrite edited speeches, leaving a .bak of each.")]
DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; show for each file: new, same, changed or kept.")
]
Large: TypeAlias = Annotated[
    bool,
    typer.Option("--large", help="Word files for the lectern: bigger type, wider lines, whole sentences on a page."),
]
Strict: TypeAlias = Annotated[bool, typer.Option("--strict", help="Write no speech in which the rules find an error.")]
Check: TypeAlias = Annotated[
    bool, typer.Option("--check/--no-check", help="Report what the rules of check find in the speeches.")
]
