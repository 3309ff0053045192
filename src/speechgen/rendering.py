"""A template and a unit's values become a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError
from markupsafe import Markup

from speechgen.markdown import Reader
from speechgen.metrics import with_metrics
from speechgen.parts import Choice, chosen_parts
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.schema import find
from speechgen.speech import Kind, Paragraph, Speech
from speechgen.template import SPEECH, Template
from speechgen.template.files import SUFFIX, TemplateFile
from speechgen.template.ledger import SIZE, LimitError
from speechgen.template.marks import marked_line
from speechgen.template.sandbox import FIELD
from speechgen.values import Datum, Items, Origin, Record, origin_of

if TYPE_CHECKING:
    from speechgen.workspace import Unit
    from speechgen.yamlfile import Value

_BLANK_LINES = re.compile(r"\n\s*\n")
HEAD: tuple[Kind, ...] = ("title", "author", "date", "salutation")

# What a template's code can raise: its own errors, a bound, and what figures, texts and lists do when misused.
_TEMPLATE_ERRORS = (
    TemplateError,
    LimitError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,  # Jinja writes 1e999 as `inf`
    RecursionError,
    SyntaxError,  # Python has fewer loops in loops than Jinja
    TypeError,
    ValueError,
)


def render(template: Template, unit: Unit) -> Speech:
    """The unit's speech. Raises SpeechgenError with every problem of the unit's values."""
    speech, problems, _ = rendered(template, unit)
    if speech is None:
        raise SpeechgenError(problems)
    return speech


class Rendered(NamedTuple):
    """A unit's speech, None where there are errors; every problem, one pass for all; the values that it is made of."""

    speech: Speech | None
    problems: list[Problem]
    values: Record


def rendered(template: Template, unit: Unit) -> Rendered:
    """The unit's speech, or why there is none."""
    source = unit.values(template)
    values, problems = template.schema.read(source)
    choices, choice_problems = chosen_parts(template, values, source)
    context, metric_problems = with_metrics(values, template.manifest.metrics, template.language)
    problems += [*choice_problems, *metric_problems]
    paragraphs: list[Paragraph] = []
    try:
        for paragraph in _paragraphs(template, context, choices, source):
            paragraphs.append(paragraph)
    except SpeechgenError as error:
        problems += error.problems
    except _TEMPLATE_ERRORS as error:
        from speechgen.render_problems import template_problem

        problems.append(template_problem(template, error))
    if template.sandbox.ledger.unsaid:
        from speechgen.render_problems import unsaid_problems

        problems += unsaid_problems(template, source, choices, paragraphs, known=problems)
    if any(problem.severity == "error" for problem in problems):
        return Rendered(None, problems, values)
    return Rendered(Speech(template.manifest.language, tuple(paragraphs)), problems, values)


def _paragraphs(
    template: Template, values: Record, choices: Mapping[str, list[Choice]], source: Value
) -> Iterator[Paragraph]:
    """The head and the body, in the order in which they are read."""
    template.sandbox.ledger.reset()
    reader, said = _reader(template), template.sandbox.ledger.said
    context: dict[str, Datum] = dict(values)
    for list_name, chosen in choices.items():
        parts = [_part(template, list_name, choice, values) for choice in chosen]
        context[list_name] = Items(parts, Origin(list_name, find(source, [list_name])[0].key_place))
    for kind in HEAD:
        if kind in template.speech.front:
            yield from reader.paragraphs(_field(template, template.speech, kind, context), said, kind)
    size = 0
    for paragraph in reader.paragraphs(template.sandbox.get_template(SPEECH).render(context), said):
        size += len(paragraph.text)
        if size > SIZE:
            raise LimitError(f"it writes more than {SIZE:,} characters")
        yield paragraph


def _part(template: Template, list_name: str, choice: Choice, values: Record) -> Record:
    """A part as the frame prints it: its title and its body, already marked."""
    if choice.name is None:
        return _written_out(template, choice)
    file = template.parts[list_name][choice.name]
    context = {**values, **choice.values}
    body = template.sandbox.get_template(f"{list_name}/{choice.name}{SUFFIX}").render(context)
    title = Markup(_field(template, file, "title", context).strip())  # noqa: S704 - values in it are marks by now
    return Record({"name": choice.name, "title": title, "body": Markup(body.strip())}, choice.values._origin)  # noqa: S704


def _written_out(template: Template, choice: Choice) -> Record:
    """A part that the unit file holds itself. Blank lines part its paragraphs."""
    keep, where = template.sandbox.ledger.keep, f"{SPEECH}:1"
    title, text = choice.values["title"], choice.values["text"]
    body = "\n\n".join(keep(each, origin_of(text), where) for each in _BLANK_LINES.split(str(text)))
    return Record(
        {"title": keep(str(title).rstrip("。.；;"), origin_of(title), where), "body": Markup(body)},  # noqa: S704
        choice.values._origin,
    )


def _field(template: Template, file: TemplateFile, name: str, context: Mapping[str, Datum]) -> str:
    """A value of a file's front matter, rendered."""
    value = file.front.get(name)
    text = value.content if value is not None else None
    if value is None or not text or not isinstance(text, str):
        place = Place(template.folder.show(file.name)) if value is None else value.place
        mend = f"write {name}: and its words between two lines --- at the top of the file"
        raise SpeechgenError([Problem(place, "missing-value", f"the front matter has no {name}", mend)])
    if "{" not in text:
        return marked_line(text, f"{file.name}:{value.line}")
    return template.sandbox.get_template(f"{file.name}{FIELD}{name}").render(context)


@lru_cache(maxsize=16)
def _reader(template: Template) -> Reader:
    return Reader(template.folder.show, template.language.joins_lines_without_space)
