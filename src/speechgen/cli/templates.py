"""`speechgen templates`: list, describe and lint templates."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, complete_template
from speechgen.cli.printing import exit_on_problems, named_template, print_json, show_problems

if TYPE_CHECKING:
    from speechgen.template import Template


def templates(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Name or folder of a template; with --filters also the name of a filter.",
            autocompletion=complete_template,
            show_default=False,
        ),
    ] = None,
    lint: Annotated[
        bool,
        typer.Option(
            "--lint", help="Check the files of template NAME. Default: the workspace's template.", show_default=False
        ),
    ] = False,
    filters: Annotated[
        bool,
        typer.Option(
            "--filters",
            help="Show the filters, tests and attributes that the files of template NAME may use, with arguments and "
            "examples; or only the filter NAME. Default: those of the workspace's template.",
            show_default=False,
        ),
    ] = False,
    json: JsonOption = False,
) -> None:
    """List the templates; with NAME, show its values, parts and filters; with --lint, its problems."""
    if lint:
        _lint(name, json)
        return
    with exit_on_problems(report="json" if json else None):
        if filters:
            from speechgen.cli.filter_list import show_filters

            show_filters(name, json)
        elif name is None:
            _list(json)
        else:
            _describe(named_template(name), json)


def _list(json: bool) -> None:
    from speechgen.model import template_folders, workspace_root
    from speechgen.template import read_manifest

    root = workspace_root(Path.cwd())
    manifests = [(name, folder, read_manifest(folder, name)) for name, folder in template_folders(root).items()]
    if json:
        listed = [{"name": name, "language": each.language, "title": each.title} for name, _, each in manifests]
        print_json([], templates=listed)
        return
    for name, folder, manifest in manifests:
        own = "  (in this workspace)" if root is not None and folder.is_relative_to(root) else ""
        typer.echo(f"{typer.style(name, bold=True)}  {manifest.language}  {manifest.title}{own}")


def _lint(name: str | None, json: bool) -> None:
    with exit_on_problems(report="json" if json else None):
        from speechgen.pipeline import lint_template

        problems = lint_template(named_template(name))
    if json:
        print_json(problems)
    else:
        show_problems(problems)
        typer.echo(f"{len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}", err=True)
    if problems:
        raise typer.Exit(1)


def _describe(template: Template, json: bool) -> None:
    from speechgen.template import described_values, filter_names, own_values

    manifest = template.manifest
    values = described_values(template)
    parts = {
        list_name: {name: str(part.front["title"].content) for name, part in files.items()}
        for list_name, files in template.parts.items()
    }
    if json:
        print_json(
            [],
            title=manifest.title,
            values=[each._asdict() for each in values],
            parts=parts,
            filters=sorted(each for group in filter_names(template.language).values() for each in group),
        )
        return
    typer.echo(f"{typer.style(template.name, bold=True)}  {manifest.language}  {manifest.title}")
    if manifest.description:
        typer.echo(manifest.description.strip())
    _section("Values")
    for value in values:
        example = f"  {value.example}" if value.example else ""
        typer.echo(f"  {value.path:<34} {value.needed:<10} {value.title}{example}")
    for list_name, titles in parts.items():
        _section(f"{list_name}: {manifest.lists[list_name].title}")
        for name, title in titles.items():
            own = ", ".join(own_values(template.parts[list_name][name]))
            typer.echo(f"  {name:<24} {title}{f'  ({own})' if own else ''}")
    _section(f"Filters (speechgen templates --filters {template.name})")
    for group, names in filter_names(template.language).items():
        typer.echo("\n".join(wrap(f"{group}: {', '.join(names)}", 80, initial_indent="  ", subsequent_indent="    ")))


def _section(title: str) -> None:
    typer.echo(f"\n{typer.style(title, bold=True)}")
