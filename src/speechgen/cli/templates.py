"""`speechgen templates`: list, describe and lint templates."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
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
from speechgen.messages import counted, joined_words, translated
from speechgen.model import SpeechgenError, show, visible, workspace_root

if TYPE_CHECKING:
    from speechgen.model import Problem
    from speechgen.template import Folder, Manifest, Template


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
    update: Annotated[
        bool,
        typer.Option("--update", help="Write the expected speeches in tests/ of template NAME, then check its files."),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Write full-width marks for half-width ones in the Chinese text of template NAME, then check it.",
        ),
    ] = False,
    new: Annotated[bool, typer.Option("--new", help="Create the template NAME, with an example.")] = False,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="CODE",
            help="Language of a new template, or of the filters, such as zh-CN or en. Default: that of the workspace's "
            "template.",
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
    if sum([lint or update or fix, filters, new, copy is not None]) > 1:
        usage_error(translated("only one of --lint, --update or --fix, --filters, --new and --copy can be used"))
    if language is not None and not (new or filters):
        usage_error(translated("--language is for --new and --filters"))
    if lint or update or fix:
        _lint(name, update, fix, json)
        return
    if new or copy is not None:
        _create(name, copy, language)
        return
    with exit_on_problems(report="json" if json else None):
        if filters:
            from speechgen.cli.filter_list import show_filters

            _require_language(language)
            show_filters(name, json, language)
        elif name is None:
            _list(json)
        else:
            _describe(named_template(name), json)


def _list(json: bool) -> None:
    """List the templates that can be read, then the problems of those that cannot."""
    from speechgen.model import template_names
    from speechgen.template import find_template, read_manifest

    root = workspace_root(Path.cwd())
    manifests: list[tuple[str, Folder, Manifest]] = []
    problems: list[Problem] = []
    for name in template_names(root):
        try:
            folder = find_template(name, root, Path())
            manifests.append((name, folder, read_manifest(folder)))
        except SpeechgenError as error:
            problems += error.problems
    if json:
        listed = [{"name": name, "language": each.language, "title": each.title} for name, _, each in manifests]
        print_json(problems, templates=listed)
    else:
        for name, folder, manifest in manifests:
            is_own = root is not None and folder.path.is_relative_to(root)
            own = translated("(changed in this workspace)") if folder.base else translated("(in this workspace)")
            shown = f"{typer.style(name, bold=True)}  {manifest.language}  {visible(manifest.title)}"
            typer.echo(f"{shown}  {own}" if is_own else shown)
        show_problems(problems)
    if problems:
        raise typer.Exit(1)


def _create(name: str | None, copy: str | None, language: str | None) -> None:
    from speechgen.language import DEFAULT
    from speechgen.pipeline import copy_template, create_template

    if copy is None and name is None:
        usage_error(translated("--new needs the NAME of the template"))
    _require_language(language)
    with exit_on_problems():
        if copy is not None:
            files = copy_template(copy, name, start=Path.cwd())
        else:
            files = create_template(str(name), code=language or _usual_language() or DEFAULT, start=Path.cwd())
    for path in files:
        typer.echo(show(path))
    example = next((path for path in files if path.name == "example.yaml"), None)
    if example is not None:
        typer.echo(translated("next: speechgen generate {file} -o -", file=show(example)), err=True)
        if workspace_root(Path.cwd()):
            setting = translated(
                "for the units of this workspace: template: {name} in speechgen.yaml", name=example.parent.name
            )
            typer.echo(setting, err=True)


def _require_language(code: str | None) -> None:
    from speechgen.language import codes, codes_for

    if code is not None and code not in codes_for([code]):
        choices = joined_words(codes())
        usage_error(translated("unknown language {code}; choose one of {choices}", code=code, choices=choices))


def _usual_language() -> str | None:
    """The language of the workspace's template; None if there is none that can be read."""
    try:
        return named_template(None).manifest.language
    except SpeechgenError:
        return None


def _lint(name: str | None, update: bool, fix: bool, json: bool) -> None:
    with exit_on_problems(report="json" if json else None):
        from speechgen.pipeline import fix_template, lint_template, update_tests

        for path in fix_template(named_template(name)) if fix else ():
            typer.echo(show(path), err=json)
        for path in update_tests(named_template(name)) if update else ():
            typer.echo(show(path), err=json)
        template = named_template(name)  # read after its files have been written
        problems = lint_template(template)
    if json:
        print_json(problems)
    else:
        show_changes(template.folder)
        show_problems(problems)
        number = len(problems)
        summary = counted("{number} problem", "{number} problems", number) if number else translated("no problems")
        typer.echo(summary, err=True)
    if problems:
        raise typer.Exit(1)


def _padded(words: str, columns: int) -> str:
    """Words with spaces after them, up to a number of columns: a Chinese character takes two."""
    return words + " " * (columns - len(words) - sum(not character.isascii() for character in words))


def _describe(template: Template, json: bool) -> None:
    from speechgen.template import described_values, filter_names, own_values

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
            filters=sorted(each for group in filter_names(template.language).values() for each in group),
        )
        return
    version = f"  {visible(manifest.version)}" if manifest.version else ""
    typer.echo(f"{typer.style(template.name, bold=True)}{version}  {manifest.language}  {visible(manifest.title)}")
    if manifest.description:
        typer.echo("\n".join(visible(line) for line in manifest.description.strip().split("\n")))
    _section(translated("Values"))
    for value in values:
        example = f"  {value.example}" if value.example else ""
        typer.echo(visible(f"  {value.path:<34} {_padded(value.needed, 10)} {value.title}{example}"))
    for list_name, titles in parts.items():
        _section(visible(f"{list_name}: {manifest.lists[list_name].title}"))
        for name, title in titles.items():
            own = joined_words(own_values(template.parts[list_name][name]))
            typer.echo(visible(f"  {name:<24} {title}{f'  ({own})' if own else ''}"))
    _section(translated("Filters (speechgen templates --filters {name})", name=template.name))
    for group, names in filter_names(template.language).items():
        typer.echo("\n".join(wrap(f"{group}: {', '.join(names)}", 80, initial_indent="  ", subsequent_indent="    ")))


def _section(title: str) -> None:
    typer.echo(f"\n{typer.style(title, bold=True)}")
