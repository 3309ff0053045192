"""`speechgen templates`: list, describe and lint templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, complete_template
from speechgen.cli.printing import exit_on_problems, named_template, print_json, show_problems

if TYPE_CHECKING:
    from speechgen.model import Problem
    from speechgen.template import Manifest, Template


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
    """List the templates that can be read, then the problems of those that cannot."""
    from speechgen.model import SpeechgenError, show, template_folders, workspace_root
    from speechgen.template import read_manifest

    root = workspace_root(Path.cwd())
    manifests: list[tuple[str, Path, Manifest]] = []
    problems: list[Problem] = []
    for name, folder in template_folders(root).items():
        try:
            is_own = root is not None and folder.is_relative_to(root)
            manifests.append((name, folder, read_manifest(folder, show(folder) if is_own else name)))
        except SpeechgenError as error:
            problems += error.problems
    if json:
        listed = [{"name": name, "language": each.language, "title": each.title} for name, _, each in manifests]
        print_json(problems, templates=listed)
    else:
        for name, folder, manifest in manifests:
            own = "  (in this workspace)" if root is not None and folder.is_relative_to(root) else ""
            typer.echo(f"{typer.style(name, bold=True)}  {manifest.language}  {manifest.title}{own}")
        show_problems(problems)
    if problems:
        raise typer.Exit(1)


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
    from speechgen.template import described_values, own_values

    manifest = template.manifest
    values = described_values(template)
    parts = {
        list_name: {name: part.title for name, part in files.items()} for list_name, files in template.parts.items()
    }
    if json:
        print_json(
            [],
            title=manifest.title,
            version=manifest.version,
            values=[each._asdict() for each in values],
            parts=parts,
            filters=sorted(template.language.filters),
        )
        return
    version = f"  {manifest.version}" if manifest.version else ""
    typer.echo(f"{typer.style(template.name, bold=True)}{version}  {manifest.language}  {manifest.title}")
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
