"""`speechgen explain`: where a unit's values came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import TemplateOption, UnitFile
from speechgen.cli.printing import problems_reported, show_problems

if TYPE_CHECKING:
    from speechgen.rendering import Explanation


def explain(
    file: UnitFile,
    value: Annotated[
        str | None,
        typer.Argument(metavar="[VALUE]", help="One value, such as group.name; all by default.", show_default=False),
    ] = None,
    template: TemplateOption = None,
) -> None:
    """Show each value of a unit, the file and line that it came from, what it overrode, and where it is said."""
    from speechgen.pipeline import load_context
    from speechgen.reading import nearest
    from speechgen.rendering import explain as explanations
    from speechgen.rendering import render_context

    with problems_reported():
        context = load_context(file, template)
        speech, problems = render_context(context)
    shown = list(explanations(context, speech))
    chosen = [each for each in shown if value is None or each.path == value or each.path.startswith(f"{value}.")]
    if not chosen:
        near = nearest(str(value), [each.path for each in shown])
        hint = f"; did you mean {near}?" if near else "; without a VALUE, all are shown"
        typer.echo(f"{file}: no value called {value}{hint}", err=True)
        raise typer.Exit(1)
    for each in chosen:
        _show(each)
    if value is None:
        show_problems(problems)


def _show(explanation: Explanation) -> None:
    effective = explanation.effective
    typer.echo(f"{typer.style(explanation.path, bold=True)} = {effective.words}")
    typer.echo(f"    from {effective.place} ({effective.layer})")
    for given in explanation.overrode:
        typer.echo(f"    overrode {given.words} from {given.place} ({given.layer})")
    if explanation.printed_by:
        places = ", ".join(f"{place.file}:{place.line}" for place in explanation.printed_by)
        typer.echo(f"    said by {places}")
