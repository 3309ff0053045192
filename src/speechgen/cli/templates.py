"""`speechgen templates`: list, describe and lint templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, complete_template
from speechgen.cli.printing import (
    exit_on_problems,
    named_template,
    print_json,
    show_changes,
    show_problems,
    usage_error,
)
from speechgen.model import SpeechgenError, show, visible

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
    update: Annotated[
        bool,
        typer.Option("--update", help="Write the expected speeches in tests/ of template NAME, then check its files."),
    ] = False,
    new: Annotated[bool, typer.Option("--new", help="Create the template NAME, with an example.")] = False,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="CODE",
            help="Language of a new template, such as zh-CN or en. Default: that of the workspace's template.",
            show_default=False,
        ),
    ] = None,
    copy: Annotated[
        str | None,
        typer.Option(
            "--copy",
            metavar="TEMPLATE",
            help="Copy a template into the workspace, as NAME or under its own name.",
            autocompletion=complete_template,
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """List the templates; with NAME, show its values, parts and filters; or check, create or copy one."""
    if sum([lint or update, new, copy is not None]) > 1:
        usage_error("only one of --lint or --update, --new and --copy can be used")
    if lint or update:
        _lint(name, update, json)
        return
    if new or copy is not None:
        _create(name, copy, language)
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
        typer.echo(f"{typer.style(name, bold=True)}  {manifest.language}  {visible(manifest.title)}{own}")


def _create(name: str | None, copy: str | None, language: str | None) -> None:
    from speechgen.language import CODES
    from speechgen.pipeline import copy_template, create_template

    if copy is None and name is None:
        usage_error("--new needs the NAME of the template")
    if language is not None and language not in CODES:
        usage_error(f"unknown language {language}; choose from: {', '.join(CODES)}")
    with exit_on_problems():
        if copy is not None:
            files = copy_template(copy, name, start=Path.cwd())
        else:
            files = create_template(str(name), code=language or _usual_language() or CODES[0], start=Path.cwd())
    for path in files:
        typer.echo(show(path))
    example = next(path for path in files if path.name == "example.yaml")
    typer.echo(f"next: speechgen generate {show(example)} -o -", err=True)


def _usual_language() -> str | None:
    """The language of the workspace's template; None if there is none that can be read."""
    try:
        return named_template(None).manifest.language
    except SpeechgenError:
        return None


def _lint(name: str | None, update: bool, json: bool) -> None:
    with exit_on_problems(report="json" if json else None):
        from speechgen.pipeline import lint_template, update_tests

        for path in update_tests(named_template(name)) if update else ():
            typer.echo(show(path), err=json)
        template = named_template(name)  # read after its tests have been written
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
    typer.echo(f"{typer.style(template.name, bold=True)}  {manifest.language}  {visible(manifest.title)}")
    if manifest.description:
        typer.echo("\n".join(visible(line) for line in manifest.description.strip().split("\n")))
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
