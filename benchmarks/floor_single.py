"""The minimal script for one unit: the same libraries and arguments, sandboxed rendering, no checks."""

from pathlib import Path
from typing import Annotated

import typer
import yaml
from jinja2 import ChainableUndefined, FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

app = typer.Typer()


@app.callback()
def main() -> None:
    """Fill speeches."""


@app.command()
def generate(
    units: Annotated[list[Path], typer.Argument()],
    output: Annotated[Path, typer.Option("-o")] = Path("speeches"),
) -> None:
    """Write the speeches of `units`."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(units[0].parent.parent), undefined=ChainableUndefined
    )
    output.mkdir(exist_ok=True)
    for unit in units:
        values = yaml.load(unit.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for suffix in ("md", "txt"):
            text = environment.get_template(f"speech.{suffix}.j2").render(values)
            (output / f"{unit.stem}.{suffix}").write_text(text, encoding="utf-8")


app()
