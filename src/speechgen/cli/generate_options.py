"""The options of `speechgen generate`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


def _complete_format(incomplete: str) -> Iterator[str]:
    from speechgen.formats import all_formats

    yield from (name for name in all_formats() if name.startswith(incomplete))


Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="txt, md, docx (or word), html, or one of an installed package. Several: -f md,txt or -f md -f txt. "
        "Default: as in speechgen.yaml, or md and txt.",
        autocompletion=_complete_format,
        show_default=False,
    ),
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Folder to write to, or a file (for one unit in one format), or - for standard output. Default: the "
        "folder set in speechgen.yaml, or speeches.",
        show_default=False,
        readable=False,
    ),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Overwrite edited speeches; keep a copy of each as .bak.")
]
DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; show for each file: new, same, changed or kept (edited).")
]
Prune: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--prune", help="Delete the speeches of units that no longer exist, except those that have been edited."
    ),
]
Large: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--large", help="Write Word files to read from: large type, wide line spacing, no sentence across two pages."
    ),
]
Strict: TypeAlias = Annotated[bool, typer.Option("--strict", help="Do not write a speech that has errors.")]
Check: TypeAlias = Annotated[
    bool, typer.Option("--check/--no-check", help="Check the speeches and report the problems.")
]
