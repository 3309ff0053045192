"""`speechgen templates --filters`: the filters, tests and attributes that a template may use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import typer

from speechgen.cli.printing import named_template, print_json
from speechgen.messages import ENGLISH, translated
from speechgen.messages import language as language_of_messages

if TYPE_CHECKING:
    from speechgen.language import Language
    from speechgen.model import Problem
    from speechgen.template import Entry, Example

_WIDTH = 80
_INDENT = " " * 6
_COLUMN = 40  # where the printed words begin, if no expression is longer


def show_filters(name: str | None, json: bool, code: str | None = None) -> None:
    """Print those of the template called `name`, or of the workspace's, or of the language `code`; or the one that is
    called so.

    Raises SpeechgenError if neither a template nor a filter has this name.
    """
    languages, wanted = _asked(name, code)
    entries = [(language.code, entry) for language in languages for entry in _entries(language, wanted)]
    if json:
        print_json([], filters=[{"language": code, **_as_json(entry)} for code, entry in entries])
        return
    for language in languages:
        _show([entry for code, entry in entries if code == language.code], language.code)
    _show_values(" ".join(example.expression for _, entry in entries for example in entry.examples))


def _asked(name: str | None, code: str | None) -> tuple[list[Language], str | None]:
    """The languages to show, and the name of the filter that is asked for; None for all."""
    from speechgen.language import codes, language
    from speechgen.model import MANIFEST, SpeechgenError, template_names, workspace_root

    here = Path.cwd()
    if name is None or name in template_names(workspace_root(here)) or (here / name / MANIFEST).is_file():
        return [named_template(name).language if code is None else language(code)], None
    try:
        languages = [language(code) if code is not None else named_template(None).language]
    except SpeechgenError:  # outside a workspace
        languages = [language(code) for code in codes()]
    knowing = [each for each in languages if any(_entries(each, name))]
    if not knowing:
        raise SpeechgenError([_unknown(name, languages)])
    return knowing, name


def _unknown(name: str, languages: list[Language]) -> Problem:
    from speechgen.model import Place, Problem, template_names, workspace_root
    from speechgen.reading import nearest

    names = [entry.name for language in languages for entry in _entries(language, None)]
    near = nearest(name, [*template_names(workspace_root(Path.cwd())), *names])
    message = translated("no template and no filter has this name")
    all_filters = translated("`speechgen templates --filters` lists all filters")
    fix = translated("did you mean {near}?", near=near) if near else all_filters
    return Problem(Place(name), "unknown-filter", message, fix)


def _entries(language: Language, wanted: str | None) -> Iterator[Entry]:
    from speechgen.template import reference

    return (entry for entry in reference(language) if wanted in (None, entry.name))


def _show(entries: list[Entry], code: str) -> None:
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            typer.echo(f"{typer.style(f'{group} ({code})', bold=True)}\n")
        typer.echo("\n".join(wrap(entry.usage, _WIDTH - 2, initial_indent="  ", subsequent_indent="      ")))
        for line in _lines(entry.summary, _WIDTH - 6):
            typer.echo(f"    {line}")
        for line in _examples(entry.examples):
            typer.echo(line)
        typer.echo()


def _lines(words: str, width: int) -> list[str]:
    """The lines of a paragraph in the language of messages."""
    if language_of_messages() == ENGLISH:
        return wrap(words, width, break_on_hyphens=False)
    from speechgen.cli.chinese_lines import breaks

    starts = [0, *breaks(words, width), len(words)]
    return [words[start:end].rstrip() for start, end in pairwise(starts)]


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    """A line for each example, the printed words in a column; or below an expression that leaves no room for it."""
    from wcwidth import wcswidth

    printed = max((wcswidth(each.printed) for each in examples), default=0)
    widths = [len(_INDENT) + wcswidth(each.expression) + 2 for each in examples]
    column = max([_COLUMN, *(width for width in widths if width + printed <= _WIDTH)])
    for example, width in zip(examples, widths, strict=True):
        line = f"{_INDENT}{example.expression}"
        if width <= column:
            yield f"{line}{' ' * (column - width + 2)}{example.printed}"
        else:
            yield from (line, f"{' ' * column}{example.printed}")


def _show_values(expressions: str) -> None:
    """The values that the examples use."""
    from speechgen.language import EXAMPLE_VALUES

    used = [(name, value) for name, value in EXAMPLE_VALUES if re.search(rf"\b{re.escape(name)}\b", expressions)]
    if used:
        typer.echo(translated("In the examples:"))
    for name, value in used:
        typer.echo(f"  {name:<25} {translated(value)}")


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "group": entry.group,
        "name": entry.name,
        "usage": entry.usage,
        "summary": entry.summary,
        "examples": [each._asdict() for each in entry.examples],
    }
