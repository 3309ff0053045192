"""`speechgen explain`: where a unit's values come from and where the speech uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import TemplateOption, UnitFile
from speechgen.cli.printing import exit_on_problems, show_changes, show_problems
from speechgen.model import Problem, visible

if TYPE_CHECKING:
    from speechgen.rendering import Explanation


def explain(
    file: UnitFile,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[VALUE]", help="Path of a value, such as group.name. Default: all values.", show_default=False
        ),
    ] = None,
    template: TemplateOption = None,
) -> None:
    """Show where each value of a unit comes from, what it overrides, and where the speech uses it."""
    from speechgen.pipeline import load_context
    from speechgen.reading import find, nearest, path_from_people, path_steps
    from speechgen.rendering import explain as explanations
    from speechgen.rendering import explain_item, render_context

    with exit_on_problems():
        context = load_context(file, template)
        speech, problems = render_context(context)
    shown = list(explanations(context, speech))
    path = path_from_people(value) if value and value.strip() else None
    chosen = [each for each in shown if path is None or each.path == path or each.path.startswith(f"{path}.")]
    if path is not None and not chosen:
        chosen = list(filter(None, [explain_item(context, speech, path)]))
    if not chosen:
        near = nearest(str(path), [each.path for each in shown])
        fix = f"did you mean {near}?" if near else "leave out VALUE to show all values"
        above, _ = find(context.unit.own, path_steps(str(path)))
        show_problems([Problem(above.key_place, "unknown-value", f"there is no value {value}", fix)])
        raise typer.Exit(1)
    for each in chosen:
        _show(each)
    if value is None:
        if context.template is not None:
            show_changes(context.template.folder)
        show_problems(problems)


def _show(explanation: Explanation) -> None:
    from speechgen.reading import path_for_people

    effective = explanation.effective
    path = visible(path_for_people(explanation.path))
    typer.echo(f"{typer.style(path, bold=True)} = {visible(effective.words)}")
    typer.echo(f"    from {effective.place} ({effective.layer})")
    for key in explanation.empty:
        typer.echo(f"    inherited: the key is empty in {key.place} ({key.layer})")
    for given in explanation.overrode:
        typer.echo(f"    overrides {visible(given.words)} from {given.place} ({given.layer})")
    if explanation.printed_by:
        places = ", ".join(f"{place.file}:{place.line}" for place in explanation.printed_by)
        typer.echo(f"    used in {places}")
