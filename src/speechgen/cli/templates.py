"""`speechgen templates`: list, describe and lint templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, complete_template
from speechgen.cli.printing import exit_on_problems, named_template, print_json, show_changes, show_problems

if TYPE_CHECKING:
    from speechgen.template import Template


def templates(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Name or folder of a template.",
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
    json: JsonOption = False,
) -> None:
    """List the templates; with NAME, show its values, parts and filters; with --lint, its problems."""
    if lint:
        _lint(name, json)
        return
    with exit_on_problems(report="json" if json else None):
        if name is None:
            _list(json)
        else:
            _describe(named_template(name), json)


def _list(json: bool) -> None:
    from speechgen.model import template_names, workspace_root
    from speechgen.template import find_template, read_manifest

    root = workspace_root(Path.cwd())
    folders = {name: find_template(name, root, Path()) for name in template_names(root)}
    manifests = [(name, folder, read_manifest(folder)) for name, folder in folders.items()]
    if json:
        listed = [{"name": name, "language": each.language, "title": each.title} for name, _, each in manifests]
        print_json([], templates=listed)
        return
    for name, folder, manifest in manifests:
        is_own = root is not None and folder.path.is_relative_to(root)
        own = f"  ({'changed in' if folder.base else 'in'} this workspace)" if is_own else ""
        typer.echo(f"{typer.style(name, bold=True)}  {manifest.language}  {manifest.title}{own}")


def _lint(name: str | None, json: bool) -> None:
    with exit_on_problems(report="json" if json else None):
        from speechgen.pipeline import lint_template

        template = named_template(name)
        problems = lint_template(template)
    if json:
        print_json(problems)
    else:
        show_changes(template.folder)
        show_problems(problems)
        typer.echo(f"{len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}", err=True)
    if problems:
        raise typer.Exit(1)


def _describe(template: Template, json: bool) -> None:
    from speechgen.template import described_values, own_values

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
            filters=sorted(template.language.filters),
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
    _section("Filters")
    for name, function in sorted(template.language.filters.items()):
        summary = (function.__doc__ or "").strip().split("\n")[0]
        typer.echo(f"  {name:<14} {summary}")


def _section(title: str) -> None:
    typer.echo(f"\n{typer.style(title, bold=True)}")
