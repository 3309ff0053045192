"""`speechgen templates`: what there is, what one needs, and whether it is sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, complete_template
from speechgen.cli.report import named_template, print_json, problems_reported, show_problems

if TYPE_CHECKING:
    from speechgen.template import Template


def templates(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A template's name or folder.",
            autocompletion=complete_template,
            show_default=False,
        ),
    ] = None,
    lint: Annotated[
        bool, typer.Option("--lint", help="Check the template's own files, without a unit.", show_default=False)
    ] = False,
    json: JsonOption = False,
) -> None:
    """List the templates; with NAME, its values, parts and filters; with --lint NAME, its problems."""
    if lint:
        _lint(name, json)
        return
    with problems_reported():
        if name is None:
            _list()
        else:
            _describe(named_template(name))


def _list() -> None:
    from speechgen.discovery import template_folders, workspace_root
    from speechgen.template.manifest import read_manifest

    root = workspace_root(Path.cwd())
    for name, folder in template_folders(root).items():
        manifest = read_manifest(folder, name)
        own = "  (this workspace's own)" if root is not None and folder.is_relative_to(root) else ""
        typer.echo(f"{typer.style(name, bold=True)}  {manifest.language}  {manifest.title}{own}")


def _lint(name: str | None, json: bool) -> None:
    with problems_reported(as_program=json):
        from speechgen.lint import lint as problems_of

        problems = problems_of(named_template(name))
    if json:
        print_json(problems)
    else:
        show_problems(problems)
        typer.echo(f"{len(problems) or 'no'} problems", err=True)
    if problems:
        raise typer.Exit(1)


def _describe(template: Template) -> None:
    from speechgen.lint import leaves
    from speechgen.needs import Need, needs
    from speechgen.schema import property_at
    from speechgen.template import own_values

    manifest = template.manifest
    typer.echo(f"{typer.style(template.name, bold=True)}  {manifest.language}  {manifest.title}")
    if manifest.description:
        typer.echo(manifest.description.strip())
    _section("Values")
    known = needs(template)
    for path in leaves(template.schema.document):
        if path == "template" or path in manifest.lists:
            continue
        declared = property_at(template.schema.document, path)
        need = known.get(path, Need())
        when = "needed" if need.always else f"needed by {', '.join(need.parts)}" if need.parts else "optional"
        examples = declared.get("examples") or [""]
        typer.echo(f"  {path:<34} {when:<10} {declared.get('title', '')}  {examples[0]}".rstrip())
    for list_name, parts in template.parts.items():
        _section(f"{list_name}: {manifest.lists[list_name].title}")
        for name, part in parts.items():
            own = ", ".join(own_values(part))
            typer.echo(f"  {name:<24} {part.front['title'].content}{f'  ({own})' if own else ''}")
    _section("Filters")
    typer.echo("  " + ", ".join(sorted(template.language.filters)))


def _section(title: str) -> None:
    typer.echo(f"\n{typer.style(title, bold=True)}")
