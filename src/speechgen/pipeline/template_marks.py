"""Half-width marks in the files of a template in Chinese: reported by `--lint`, replaced by `--fix`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from speechgen.checks import fixes, marks_of
from speechgen.messages import counted, translated
from speechgen.model import Problem, SpeechgenError, bundled_templates
from speechgen.pipeline.atomic_write import atomic_write, require_writable, write_problem
from speechgen.template import Template


def mark_problems(template: Template) -> Iterator[Problem]:
    """A problem for each line with half-width marks: a speech pasted from a web page has hundreds."""
    for file in template.files():
        for _, edits in groupby(marks_of(template, file), key=lambda edit: edit.place.line):
            first, *more = edits
            marks = " ".join(dict.fromkeys(edit.words[edit.start] for edit in (first, *more)))
            message = counted(
                "{number} half-width mark in Chinese text: {marks}",
                "{number} half-width marks in Chinese text: {marks}",
                len(more) + 1,
                marks=marks,
            )
            fix = translated(
                "speechgen templates --fix {template} writes full-width ones", template=template.folder.shown
            )
            place = first.place._replace(column=first.place.column + first.start)
            yield Problem(place, "punctuation", message, fix, "warning")


def fix_template(template: Template) -> list[Path]:
    """Replace the half-width marks in the template's own files; the files that changed.

    Raises SpeechgenError if a file cannot be written.
    """
    if template.folder.path.parent == bundled_templates():
        return []
    changed = []
    for file in template.files():
        path = template.folder.locate(file.name)
        if path is None or template.folder.root_number(file.name) != 0:
            continue
        edits = [edit._replace(place=edit.place._replace(file=str(path))) for edit in marks_of(template, file)]
        for fixed in fixes(Problem(edit.place, "punctuation", "", edit=edit) for edit in edits):
            try:
                require_writable(fixed.path)
                atomic_write(fixed.path, fixed.content)
            except OSError as error:
                raise SpeechgenError([write_problem(fixed.path, error)]) from error
            changed.append(fixed.path)
    return changed
