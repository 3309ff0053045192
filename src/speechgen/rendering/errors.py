"""The problems of a render: missing values, values that cannot be printed, and errors in the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from speechgen.model import Place, Problem
from speechgen.reading import find, is_declared, path_for_people, path_steps, value_at
from speechgen.template import BLANK, COMMON, FIELD, SUFFIX, LimitError, PrintFailure, Template, own_values

if TYPE_CHECKING:
    from speechgen.model import Paragraph
    from speechgen.reading import Value
    from speechgen.workspace import Choice

_SENTENCE_END = re.compile(r"(?<=[。！？；!?;])|(?<=\. )")
_CONTEXT = 24  # characters quoted on each side of a blank
_PLACEHOLDER = re.compile("\U0001fffe[0-9]+\U0001fffe")


def print_failure_problems(
    template: Template,
    source: Value,
    choices: Mapping[str, list[Choice]],
    paragraphs: Sequence[Paragraph],
    known: Sequence[Problem],
) -> Iterator[Problem]:
    """A problem for each value that the last render could not print, with the first sentence that needs it.

    `source` is the unit's merged values. Values that are reported already, in `known`, are left out.
    """
    known_places = {problem.place for problem in known}

    def is_reported(path: str) -> bool:
        given = value_at(source, path_steps(path))
        items = given.content if given is not None and isinstance(given.content, list) else []
        return given is not None and any(each.place in known_places for each in (given, *items))

    first: dict[tuple[str, str | None], PrintFailure] = {}
    for failure in template.sandbox.state.failures:
        first.setdefault((failure.path, failure.reason), failure)
    for failure in first.values():
        if is_reported(failure.path):
            continue
        problem = _problem(template, source, choices, failure, _sentence(failure, paragraphs))
        if problem.place not in known_places:
            yield problem


def template_problem(template: Template, error: BaseException) -> Problem:
    """The problem for an exception that a template raised, at the template's file and line."""
    code, message = "template-error", str(error) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        place = Place(_shown(template, error.name or ""), error.lineno)
        return Problem(place, "template-syntax", message)
    place = _raised_at(template, error)
    if isinstance(error, TemplateNotFound):
        message = f"the template has no file {error.name}, or the file is outside the template's folder"
        return Problem(place, "template-missing-file", message)
    if isinstance(error, SecurityError):
        code = "template-unsafe"
    elif isinstance(error, LimitError):
        code, message = "template-limit", f"rendering was stopped: {error}"
    elif isinstance(error, NameError) and error.name in ("inf", "nan"):
        message = "a number is too large"
    elif isinstance(error, SyntaxError):  # in the Python that Jinja generates: its line numbers mean nothing
        place, message = Place(_file(template, error.filename or "") or place.file), "blocks are nested too deeply"
    elif isinstance(error, RecursionError):
        code, message = "template-limit", "rendering was stopped: the template includes or calls itself endlessly"
    return Problem(place, code, message)


def _problem(
    template: Template, source: Value, choices: Mapping[str, list[Choice]], failure: PrintFailure, sentence: str
) -> Problem:
    where = _place(template, failure.where)
    if failure.reason is not None:
        place = failure.origin.place if failure.origin else where
        path = f"{path_for_people(failure.path)}: " if failure.path else ""
        return Problem(place, "cannot-say", f"{path}{failure.reason} ({where.file}:{where.line})")
    choice = _choice_with_own_value(template, choices, failure)
    needs = f"says “{sentence}”" if sentence.strip(BLANK) else "needs it"
    message = (
        f"{path_for_people(failure.path)} is missing; {_containing(failure.where)} {needs} ({where.file}:{where.line})"
    )
    if choice is not None:
        return Problem(choice.place, "missing-value", message, f"write {choice.name}: {{{failure.path}: …}}")
    steps = path_steps(failure.path)
    if not is_declared(template.schema.document, steps[:2] if steps[0] == "metrics" else steps):
        undeclared = f"the template reads {failure.path}, which is not declared"
        return Problem(where, "undeclared-value", undeclared, "declare it in template.yaml, or correct the name")
    value, _ = find(source, steps)
    return Problem(value.key_place, "missing-value", message, f"add {_as_yaml(steps)}")


def _containing(where: str) -> str:
    """What contains a sentence, for the message: a part, a field of the front matter, or the speech."""
    name, _, field = where.rpartition(":")[0].partition(FIELD)
    list_name, _, part = name.removesuffix(SUFFIX).partition("/")
    if part and f"{list_name}/" != COMMON:
        return f"{part} of {list_name}"
    return f"the speech's {field}" if field else "the speech"


def _sentence(failure: PrintFailure, paragraphs: Iterable[Paragraph]) -> str:
    """The sentence with the placeholder, which is shown as a blank, shortened on both sides."""
    for paragraph in paragraphs:
        if failure.placeholder in paragraph.text:
            sentence = next(part for part in _SENTENCE_END.split(paragraph.text) if failure.placeholder in part)
            before, _, after = sentence.partition(failure.placeholder)
            before, after = _PLACEHOLDER.sub(BLANK, before), _PLACEHOLDER.sub(BLANK, after)
            start = before if len(before) <= _CONTEXT else f"…{before[-_CONTEXT:]}"
            end = after if len(after) <= _CONTEXT else f"{after[:_CONTEXT]}…"
            return f"{start}{BLANK}{end}".strip()
    return ""


def _choice_with_own_value(
    template: Template, choices: Mapping[str, list[Choice]], failure: PrintFailure
) -> Choice | None:
    """The chosen part that failed to print a value of its own; otherwise None."""
    name = re.split(r"[.\[]", failure.path)[0]
    for list_name, chosen in choices.items():
        for choice in chosen:
            if choice.name is not None and failure.where.startswith(f"{list_name}/{choice.name}."):
                return choice if name in own_values(template.parts[list_name][choice.name]) else None
    return None


def _as_yaml(steps: Sequence[str | int]) -> str:
    return " ".join(f"{step}:" for step in steps if isinstance(step, str))


def _place(template: Template, where: str) -> Place:
    name, _, line = where.rpartition(":")
    return Place(_shown(template, name), int(line or 1))


def _shown(template: Template, name: str) -> str:
    return template.folder.show(name.partition(FIELD)[0])


def _raised_at(template: Template, error: BaseException) -> Place:
    """The innermost line of the template in the traceback, in which Jinja gives the template's own line numbers."""
    place = Place(_shown(template, template.speech.name))
    traceback = error.__traceback__
    while traceback is not None:
        file = _file(template, traceback.tb_frame.f_code.co_filename)
        if file is not None:
            place = Place(file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _file(template: Template, compiled: str) -> str | None:
    """The template's file that Jinja compiled under this name; None if it is not one of the template's."""
    root = f"{template.folder.path.resolve()}/"
    return _shown(template, compiled.removeprefix(root)) if compiled.startswith(root) else None
