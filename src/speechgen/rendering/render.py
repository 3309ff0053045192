"""Render a template with a unit's values to a speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError
from markupsafe import Markup

from speechgen.messages import translated
from speechgen.model import (
    Datum,
    Items,
    Kind,
    Origin,
    Paragraph,
    Place,
    Problem,
    Record,
    Speech,
    SpeechgenError,
    origin_of,
)
from speechgen.reading import missing_place, path_steps, value_at
from speechgen.rendering.blocks import begins_with_block
from speechgen.rendering.directions import direction_problems
from speechgen.rendering.markdown import MarkdownReader
from speechgen.template import (
    FIELD,
    LINE_BREAK,
    MAX_CHARACTERS,
    PARAGRAPH_END,
    SPEECH,
    LimitError,
    MissingUseError,
    Template,
    TemplateFile,
    UnknownMacroError,
    marked_text,
    too_long,
    value_steps,
)
from speechgen.workspace import UnitContext, part_file, unit_context

if TYPE_CHECKING:
    from speechgen.workspace import Choice, Unit

HEAD: tuple[Kind, ...] = ("title", "author", "date", "salutation")

# What rendering a template can raise: Jinja's errors, an exceeded limit, and Python's errors in expressions.
TEMPLATE_ERRORS = (
    TemplateError,
    LimitError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,  # Jinja compiles 1e999 to `inf`
    RecursionError,
    SyntaxError,  # Python allows fewer nested loops than Jinja
    TypeError,
    ValueError,
)


def render(template: Template, unit: Unit) -> Speech:
    """Render the unit's speech. Raises SpeechgenError with all problems of its values."""
    speech, problems = render_context(unit_context(unit, template))
    if speech is None:
        raise SpeechgenError(problems)
    return speech


class Rendered(NamedTuple):
    """A unit's speech, None if there are errors; and all problems."""

    speech: Speech | None
    problems: list[Problem]


def render_context(context: UnitContext) -> Rendered:
    """Render the unit's speech; collect all problems. Raises ValueError if the context has no template."""
    template = context.template
    if template is None:
        raise ValueError("the context has no template")
    problems = [*context.problems]
    paragraphs: list[Paragraph] = []
    try:
        for paragraph in _paragraphs(template, context):
            paragraphs.append(paragraph)
    except SpeechgenError as error:
        problems += error.problems
    except MissingUseError as error:
        from speechgen.rendering.errors import raised_at, template_problem

        if isinstance(error, UnknownMacroError) and value_steps(template, path_steps(error.value._path)) is None:
            problems.append(template_problem(template, error))
        else:
            template.sandbox.state.report(error.value, raised_at(template, error))
    except TEMPLATE_ERRORS as error:
        from speechgen.rendering.errors import template_problem

        problems.append(template_problem(template, error))
    if template.sandbox.state.failures:
        from speechgen.rendering.errors import print_failure_problems

        problems += print_failure_problems(template, context, paragraphs, known=problems)
    problems += direction_problems(template, context.data, paragraphs)
    if not paragraphs and not problems and not template.speech.body.strip():
        place = Place(template.speech.shown)
        fix = translated("write it below the front matter")
        problems.append(Problem(place, "empty-file", translated("the template has no text"), fix))
    if any(problem.severity == "error" for problem in problems):
        return Rendered(None, problems)
    return Rendered(Speech(template.manifest.language, tuple(paragraphs)), problems)


def _paragraphs(template: Template, unit: UnitContext) -> Iterator[Paragraph]:
    """The paragraphs of the head, then those of the body."""
    state, reader = template.sandbox.state, reader_of(template)
    state.reset(unit.wordings)
    context: dict[str, Datum] = dict(unit.data)
    for list_name, chosen in unit.choices.items():
        parts = [_part(template, list_name, choice, unit) for choice in chosen]
        context[list_name] = Items(parts, Origin(list_name, _place_of_list(unit, list_name)))
    refused: list[Problem] = []
    for kind in HEAD:
        if kind in template.speech.front:
            field = _field(template, template.speech, kind, context)
            yield from reader.paragraphs(field, state.printed, refused, kind)
    size = 0
    for paragraph in reader.paragraphs(template.sandbox.get_template(SPEECH).render(context), state.printed, refused):
        size += len(paragraph.text)
        if size > MAX_CHARACTERS:
            message = translated("rendering was stopped: {reason}", reason=too_long())
            raise SpeechgenError([Problem(paragraph.runs[0].source.template, "template-limit", message)])
        yield paragraph
    if refused:
        raise SpeechgenError(refused)


def _place_of_list(unit: UnitContext, list_name: str) -> Place:
    given = value_at(unit.values, [list_name])
    return missing_place(unit.unit.own, [list_name]) if given is None else given.key_place


def _part(template: Template, list_name: str, choice: Choice, unit: UnitContext) -> Record:
    """A part as `speech.md.j2` gets it: its title and its body, rendered, with source markers."""
    if choice.name is None:
        return _written_out(template, choice)
    file = part_file(unit, list_name, choice.name)
    context = {**unit.data, **choice.values}
    body = _words(template.sandbox.get_template(file.name).render(context))
    if begins_with_block(body):  # a list goes on no line of the template that prints the body
        body = f"\n{body}"
    title = Markup(_words(_field(template, file, "title", context)))  # noqa: S704 - its values are markers by now
    return Record({"name": choice.name, "title": title, "body": Markup(body)}, choice.values._origin)  # noqa: S704


def _written_out(template: Template, choice: Choice) -> Record:
    """A part that is written out in the unit file."""
    record, where = template.sandbox.state.record, f"{SPEECH}:1"
    title, text = choice.values["title"], choice.values["text"]
    return Record(
        {
            "title": record(str(title).rstrip("。.；;"), origin_of(title), where),
            "body": record(str(text), origin_of(text), where),
        },
        choice.values._origin,
    )


def _words(text: str) -> str:
    """A rendered text without white space at both ends."""
    return text.strip(f" \t\n{PARAGRAPH_END}{LINE_BREAK}")


def _field(template: Template, file: TemplateFile, name: str, context: Mapping[str, Datum]) -> str:
    """A field of a file's front matter, rendered. Raises SpeechgenError if it is missing."""
    value = file.front.get(name)
    text = value.content if value is not None else None
    if value is None or not text or not isinstance(text, str):
        place = Place(template.folder.show(file.name)) if value is None else value.place
        fix = translated("add {name}: TEXT between two lines --- at the top of the file", name=name)
        message = translated("the front matter has no {name}", name=name)
        raise SpeechgenError([Problem(place, "missing-value", message, fix)])
    if "{" not in text:
        return marked_text(text, file.name, value.line if value.plain or "\n" not in text else value.line + 1)
    return template.sandbox.get_template(f"{file.name}{FIELD}{name}").render(context)


@lru_cache(maxsize=16)
def reader_of(template: Template) -> MarkdownReader:
    """The reader of a template's rendered texts."""
    return MarkdownReader(template.folder.show, template.language.joins_lines_without_space)
