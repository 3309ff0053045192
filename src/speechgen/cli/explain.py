"""`speechgen explain`: where a unit's values come from and where the speech uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import TemplateOption, UnitFile
from speechgen.cli.printing import exit_on_problems, show_changes, show_problems
from speechgen.messages import joined_words, marked, translated
from speechgen.model import Problem, visible

if TYPE_CHECKING:
    from speechgen.rendering import Explanation, LayerValue

_LAYERS = {"unit": marked("unit"), "workspace": marked("workspace"), "template": marked("template")}


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
        fix = (
            translated("did you mean {near}?", near=near) if near else translated("leave out VALUE to show all values")
        )
        above, _ = find(context.unit.own, path_steps(str(path)))
        show_problems(
            [Problem(above.key_place, "unknown-value", translated("there is no value {value}", value=value), fix)]
        )
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
    lines = [translated("from {place} ({layer})", place=effective.place, layer=_layer(effective))]
    lines += [
        translated("inherited: the key is empty in {place} ({layer})", place=key.place, layer=_layer(key))
        for key in explanation.empty
    ]
    lines += [
        translated(
            "overrides {words} from {place} ({layer})",
            words=visible(given.words),
            place=given.place,
            layer=_layer(given),
        )
        for given in explanation.overrode
    ]
    if explanation.printed_by:
        places = joined_words(f"{place.file}:{place.line}" for place in explanation.printed_by)
        lines.append(translated("used in {places}", places=places))
    for line in lines:
        typer.echo(f"    {line}")


def _layer(given: LayerValue) -> str:
    return translated(_LAYERS.get(given.layer, given.layer))
