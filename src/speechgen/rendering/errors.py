"""Problems of a render: values that the template needs and the files lack, and errors in the template itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from speechgen.model import Place, Problem
from speechgen.reading import find, is_declared, path_steps, value_at
from speechgen.template import BLANK, COMMON, FIELD, SUFFIX, LimitError, Template, Unsaid, own_values

if TYPE_CHECKING:
    from speechgen.model import Paragraph
    from speechgen.reading import Value
    from speechgen.workspace import Choice

_SENTENCE_END = re.compile(r"(?<=[。！？；!?;])|(?<=\. )")
_CONTEXT = 24  # characters shown on each side of a blank
_BLANK_IN_TEXT = re.compile("\U0001fffe[0-9]+\U0001fffe")


def unsaid_problems(
    template: Template,
    source: Value,
    choices: Mapping[str, list[Choice]],
    paragraphs: Sequence[Paragraph],
    known: Sequence[Problem],
) -> Iterator[Problem]:
    """What the render could not say: one problem for each value, with the first sentence that needs it.

    `source` is the unit's merged values; values that `known` problems are about are left out.
    """
    known_places = {problem.place for problem in known}

    def is_told(path: str) -> bool:
        given = value_at(source, path_steps(path))
        return given is not None and given.place in known_places

    first: dict[tuple[str, str | None], Unsaid] = {}
    for unsaid in template.sandbox.ledger.unsaid:
        first.setdefault((unsaid.path, unsaid.reason), unsaid)
    for unsaid in first.values():
        if is_told(unsaid.path):
            continue
        problem = _problem(template, source, choices, unsaid, _sentence(unsaid, paragraphs))
        if problem.place not in known_places:
            yield problem


def template_problem(template: Template, error: BaseException) -> Problem:
    """An error that a template's code raised, at its file and line."""
    code, message = "template-error", str(error) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        place = Place(_shown(template, error.name or ""), error.lineno)
        return Problem(place, "template-syntax", message)
    place = _raised_at(template, error)
    if isinstance(error, TemplateNotFound):
        message = f"the template has no file {error.name}, or it lies outside the template's folder"
        return Problem(place, "template-missing-file", message)
    if isinstance(error, SecurityError):
        code = "template-unsafe"
    elif isinstance(error, LimitError):
        code, message = "template-limit", f"the template was stopped: {error}"
    elif isinstance(error, NameError) and error.name in ("inf", "nan"):
        message = "a number is too large"
    elif isinstance(error, SyntaxError):  # of the Python that Jinja makes: its lines are nobody's
        place, message = Place(_file(template, error.filename or "") or place.file), "blocks are nested too deeply"
    elif isinstance(error, RecursionError):
        code, message = "template-limit", "the template was stopped: it includes or calls itself without end"
    return Problem(place, code, message)


def _problem(
    template: Template, source: Value, choices: Mapping[str, list[Choice]], unsaid: Unsaid, sentence: str
) -> Problem:
    where = _place(template, unsaid.where)
    if unsaid.reason is not None:
        place = unsaid.origin.place if unsaid.origin else where
        path = f"{unsaid.path}: " if unsaid.path else ""
        return Problem(place, "cannot-say", f"{path}{unsaid.reason} ({where.file}:{where.line})")
    choice = _choice_of_own(template, choices, unsaid)
    says = f"says “{sentence}”" if sentence.strip(BLANK) else "needs it"
    message = f"{unsaid.path} is missing; {_speaker(unsaid.where)} {says} ({where.file}:{where.line})"
    if choice is not None:
        return Problem(choice.place, "missing-value", message, f"write {choice.name}: {{{unsaid.path}: …}}")
    steps = path_steps(unsaid.path)
    if not is_declared(template.schema.document, steps[:2] if steps[0] == "metrics" else steps):
        undeclared = f"the template reads {unsaid.path}, which its values do not declare"
        return Problem(where, "undeclared-value", undeclared, "declare it in template.yaml, or correct the name")
    value, _ = find(source, steps)
    return Problem(value.key_place, "missing-value", message, f"add {_as_yaml(steps)}")


def _speaker(where: str) -> str:
    """Who says a sentence: a part of a list, the speech's head, or the speech."""
    name, _, field = where.rpartition(":")[0].partition(FIELD)
    list_name, _, part = name.removesuffix(SUFFIX).partition("/")
    if part and f"{list_name}/" != COMMON:
        return f"{part} of {list_name}"
    return f"the speech's {field}" if field else "the speech"


def _sentence(unsaid: Unsaid, paragraphs: Iterable[Paragraph]) -> str:
    """The sentence with the blank in it, shortened around it."""
    for paragraph in paragraphs:
        if unsaid.words in paragraph.text:
            sentence = next(part for part in _SENTENCE_END.split(paragraph.text) if unsaid.words in part)
            before, _, after = sentence.partition(unsaid.words)
            before, after = _BLANK_IN_TEXT.sub(BLANK, before), _BLANK_IN_TEXT.sub(BLANK, after)
            start = before if len(before) <= _CONTEXT else f"…{before[-_CONTEXT:]}"
            end = after if len(after) <= _CONTEXT else f"{after[:_CONTEXT]}…"
            return f"{start}{BLANK}{end}".strip()
    return ""


def _choice_of_own(template: Template, choices: Mapping[str, list[Choice]], unsaid: Unsaid) -> Choice | None:
    """The chosen part that declares the missing value as its own."""
    name = re.split(r"[.\[]", unsaid.path)[0]
    for list_name, chosen in choices.items():
        for choice in chosen:
            if choice.name is not None and unsaid.where.startswith(f"{list_name}/{choice.name}."):
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
    """The last line of the template's own code in the traceback, which Jinja rewrites to the template's lines."""
    place = Place(_shown(template, template.speech.name))
    traceback = error.__traceback__
    while traceback is not None:
        file = _file(template, traceback.tb_frame.f_code.co_filename)
        if file is not None:
            place = Place(file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _file(template: Template, compiled: str) -> str | None:
    """The template's file that Jinja compiled under this name; None where it is none of the template's."""
    root = f"{template.folder.path.resolve()}/"
    return _shown(template, compiled.removeprefix(root)) if compiled.startswith(root) else None
