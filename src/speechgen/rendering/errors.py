"""The problems of a render: missing values, values that cannot be printed, and errors in the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from speechgen.messages import marked, translated
from speechgen.model import Place, Problem, lazily, real_path
from speechgen.reading import find, missing_value, path_for_people, path_steps, schema_at, value_at
from speechgen.rendering.python_errors import plain_message
from speechgen.rendering.reported import Reported
from speechgen.template import (
    BLANK,
    COMMON,
    FIELD,
    SUFFIX,
    LimitError,
    PrintFailure,
    Template,
    UnknownMacroError,
    missing_file,
    own_value_steps,
    own_values,
    syntax_problem,
    unknown_macro,
    unknown_value,
    value_steps,
    with_title,
    without_number,
)
from speechgen.workspace import missing_part_value

if TYPE_CHECKING:
    from speechgen.model import Paragraph
    from speechgen.workspace import UnitContext

_SENTENCE_END = lazily(r"(?<=[。！？；!?;\n\t])|(?<=\. )|(?=[\n\t])")
_CONTEXT = 24  # characters quoted on each side of a blank
# Of the front matter, in messages.
_FIELDS = {
    "title": marked("title"),
    "author": marked("author"),
    "date": marked("date"),
    "salutation": marked("salutation"),
}
_PLACEHOLDER = lazily("\U0001fffe[0-9]+\U0001fffe")


def print_failure_problems(
    template: Template, unit: UnitContext, paragraphs: Sequence[Paragraph], known: Sequence[Problem]
) -> Iterator[Problem]:
    """A problem for each value that the last render could not print, with the first sentence that needs it.

    Values that are reported already, in `known`, are left out.
    """
    sentences: dict[tuple[str, str | None], tuple[PrintFailure, str]] = {}
    shown = _sentences(paragraphs)
    for failure in template.sandbox.state.failures:
        key = failure.path, failure.reason
        if key not in sentences or not sentences[key][1]:  # one that a sentence shows says more than a condition
            sentence = shown.get(failure.placeholder, "")
            sentences[key] = (failure, sentence) if sentence or key not in sentences else sentences[key]
    reported = Reported(known)
    for failure, sentence in sentences.values():
        if failure.reason is not None and reported.covers_value(value_at(unit.values, path_steps(failure.path))):
            continue
        problem = _problem(template, unit, failure, sentence)
        if not reported.covers(problem, unit.values):
            if problem.path is not None:
                reported.add(problem)
            yield problem


def template_problem(template: Template, error: BaseException) -> Problem:
    """The problem for an exception that a template raised, at the template's file and line."""
    code, message = "template-error", plain_message(str(error)) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        name = _file(template, error.name or "") or error.name or ""
        names = {"filter": template.sandbox.filters, "test": template.sandbox.tests}
        return syntax_problem(error, _shown(template, name), template.sandbox.source(name), names)
    where = raised_at(template, error)
    place = _place(template, where)
    if isinstance(error, TemplateNotFound):
        return missing_file(template.folder, str(error.name), place)
    if isinstance(error, UnknownMacroError):
        return Problem(place, "undeclared-value", *unknown_macro(template.folder, error.value._path))
    if isinstance(error, TemplateRuntimeError) and str(error).startswith(("No filter", "No test")):
        name, _, line = where.rpartition(":")
        return template_problem(template, TemplateSyntaxError(str(error), int(line), name))
    if isinstance(error, SecurityError):
        code = "template-unsafe"
    elif isinstance(error, LimitError):
        code, message = "template-limit", translated("rendering was stopped: {reason}", reason=error)
    elif isinstance(error, NameError) and error.name in ("inf", "nan"):
        message = translated("a number is too large")
    elif isinstance(error, SyntaxError):  # in the Python that Jinja generates: its line numbers mean nothing
        compiled = _file(template, error.filename or "")
        repeated = error.msg.partition("keyword argument repeated: ")[2]
        message = (
            translated("the argument {name} is given twice", name=repeated)
            if repeated
            else translated("blocks are nested too deeply")
        )
        place = Place(_shown(template, compiled) if compiled else place.file)
    elif isinstance(error, RecursionError):
        code = "template-limit"
        message = translated("rendering was stopped: the template includes or calls itself endlessly")
        if not _is_in_template(template, error):  # but in Jinja's compiler
            code, message = "template-syntax", translated("expressions are nested too deeply")
    return Problem(place, code, message)


def _problem(template: Template, unit: UnitContext, failure: PrintFailure, sentence: str) -> Problem:
    where = _place(template, failure.where)
    is_missing_list = failure.path in template.manifest.lists and value_at(unit.values, [failure.path]) is None
    if failure.reason is not None and not is_missing_list:
        place = failure.origin.place if failure.origin else where
        return Problem(place, "cannot-say", _cannot_say(template, failure.path, failure.reason, where))
    reason = _needing(template, failure.where, sentence, where)
    read = path_steps(failure.path)
    if not read or isinstance(read[0], int):
        return Problem(where, "template-error", translated("reads an item that a list does not have"))
    for list_name, choices in unit.choices.items():
        for choice in choices:
            if choice.name is not None and failure.where.startswith(f"{list_name}/{choice.name}."):
                own = own_values(template.parts[list_name][choice.name])
                if read[0] in own:
                    steps = own_value_steps({"properties": own}, read) or read
                    return missing_part_value(unit.unit.own, unit.values, list_name, choice, steps, reason)
    steps_or_none = value_steps(template, read)
    if steps_or_none is None:
        list_name, _, part = failure.where.rpartition(":")[0].removesuffix(SUFFIX).partition("/")
        own = own_values(template.parts[list_name][part]) if part in template.parts.get(list_name, ()) else {}
        message, fix = unknown_value(template, failure.path, own)
        return Problem(where, "undeclared-value", message, fix)
    given = value_at(unit.values, steps_or_none)
    if given is not None and read[-1] == "percent" and len(steps_or_none) < len(read):
        _, path = find(unit.values, steps_or_none)
        no_percent = translated("there is no percentage of a change from 0")
        return Problem(given.place, "cannot-say", _cannot_say(template, path, no_percent, where))
    return missing_value(steps_or_none, unit.unit.own, unit.values, template.document, reason)


def _cannot_say(template: Template, path: str, reason: str, where: Place) -> str:
    """The message about a value that cannot be printed, with the line of the template that prints it."""
    place = f"{where.file}:{where.line}"
    if not path:
        return translated("{reason} ({place})", reason=reason, place=place)
    title = str(schema_at(template.schema.document, path_steps(path)).get("title", ""))
    name = with_title(path_for_people(path), title)
    return translated("{path}: {reason} ({place})", path=name, reason=reason, place=place)


def _needing(template: Template, where: str, sentence: str, place: Place) -> str:
    """What needs a missing value: a part, a field of the front matter or the speech. With its sentence, if any."""
    name, _, field = where.rpartition(":")[0].partition(FIELD)
    list_name, _, part = name.removesuffix(SUFFIX).partition("/")
    given = {"sentence": sentence, "place": f"{place.file}:{place.line}"}
    says = sentence.strip(BLANK) != ""
    if part and f"{list_name}/" != COMMON:
        parts, declared = template.parts.get(list_name, {}), template.manifest.lists.get(list_name)
        first = without_number(part)
        given["part"] = with_title(first, parts[first].title if first in parts else "")
        given["list"] = with_title(list_name, declared.title if declared else "")
        return (
            translated("{part} of {list} says “{sentence}” ({place})", **given)
            if says
            else translated("{part} of {list} needs it ({place})", **given)
        )
    if field:
        given["field"] = translated(_FIELDS.get(field, field))
        return (
            translated("the speech's {field} says “{sentence}” ({place})", **given)
            if says
            else translated("the speech's {field} needs it ({place})", **given)
        )
    return (
        translated("the speech says “{sentence}” ({place})", **given)
        if says
        else translated("the speech needs it ({place})", **given)
    )


def _sentences(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """By placeholder, the first sentence that has it, which is shown as a blank; shortened on both sides."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        if "\U0001fffe" not in paragraph.text:
            continue
        for sentence in _SENTENCE_END.split(paragraph.text):
            pieces = _PLACEHOLDER.split(sentence)
            for number, placeholder in enumerate(_PLACEHOLDER.findall(sentence)):
                if placeholder not in found:
                    before = BLANK.join(pieces[max(0, number - _CONTEXT) : number + 1])
                    after = BLANK.join(pieces[number + 1 : number + 1 + _CONTEXT])
                    start = before if len(before) <= _CONTEXT else f"…{before[-_CONTEXT:]}"
                    end = after if len(after) <= _CONTEXT else f"{after[:_CONTEXT]}…"
                    found[placeholder] = f"{start}{BLANK}{end}".strip()
    return found


def _place(template: Template, where: str) -> Place:
    name, _, line = where.rpartition(":")
    return Place(_shown(template, name), int(line or 1))


def _shown(template: Template, name: str) -> str:
    return template.folder.show(name.partition(FIELD)[0])


def raised_at(template: Template, error: BaseException) -> str:
    """The innermost line of the template in the traceback, in which Jinja gives the template's own line numbers."""
    where = f"{template.speech.name}:1"
    traceback = error.__traceback__
    while traceback is not None:
        name = _file(template, traceback.tb_frame.f_code.co_filename)
        if name is not None:
            where = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return where


def _is_in_template(template: Template, error: BaseException) -> bool:
    """Whether an exception was raised while a template was rendered, and not while it was compiled."""
    traceback = error.__traceback__
    while traceback is not None:
        if _file(template, traceback.tb_frame.f_code.co_filename) is not None:
            return True
        traceback = traceback.tb_next
    return False


def _file(template: Template, compiled: str) -> str | None:
    """The template's file, and the field in it, that Jinja compiled as `compiled`; None for a file of its own."""
    root = f"{real_path(template.folder.path)}/"
    return compiled.removeprefix(root) if compiled.startswith(root) else None
