"""Problems of values that do not match their schema, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from speechgen.model import Place, Problem, lazily
from speechgen.reading.figures import round_figure
from speechgen.reading.schema.document import Json, JsonSchema
from speechgen.reading.schema.forms import form
from speechgen.reading.schema.missing import missing_value
from speechgen.reading.schema.paths import find, path_for_people, value_at
from speechgen.reading.schema.suggestions import meant_names, suggestion, titled
from speechgen.reading.yaml_file import Value

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

    from speechgen.reading.schema.validate import Schema


def unknown_choice(path: str, name: str, choices: Iterable[str], place: Place) -> Problem:
    """The problem of a value that is not one of `choices`, which may be a mapping to their titles."""
    titles = choices if isinstance(choices, Mapping) else dict.fromkeys(map(str, choices), "")
    names = _BETWEEN_NAMES.split(name)
    several = f"write each as an item of its own: {', '.join(names)}" if set(names) <= titles.keys() else None
    fix = several or suggestion(name, titles) or f"choose from: {titled(titles)}"
    message = f"{path_for_people(path)}: unknown value {shortened(name)}"
    return Problem(place, "unknown-choice", message, fix)


_BETWEEN_NAMES = lazily(r"[\s、，,；;]+")


def unknown_key(child: Value, key: str, properties: JsonSchema, path: str) -> Problem:
    """The problem of a key that the schema does not declare. Its `path` is that of the key it is surely meant for."""
    titles = {name: str(schema.get("title", "")) for name, schema in properties.items()}
    meant = meant_names(key, titles)
    fix = suggestion(key, titles) or (f"known keys: {titled(titles)}" if titles else None)
    message = f"{path_for_people(path) or 'the file'} has no key {shortened(key)}"
    meant_path = ".".join(filter(None, (path, *meant))) if len(meant) == 1 else None
    return Problem(child.key_place, "unknown-key", message, fix, path=meant_path)


def wrong_type(value: Value, schema: JsonSchema, path: str) -> Problem:
    """The problem of a value with another type than its schema's."""
    wanted = schema.get("format") or schema.get("type")
    names = [_TYPES.get(str(kind), str(kind)) for kind in (wanted if isinstance(wanted, list) else [wanted])]
    content = value.content
    found = "a mapping" if isinstance(content, dict) else "a list" if isinstance(content, list) else None
    found = found or f"“{shortened(str(content))}”"
    if wanted in ("integer", "number") and isinstance(content, str) and _is_range(content):
        found = f"the range {found}"
    message = f"{path_for_people(path) or 'the file'} must be {' or '.join(names)}, not {found}"
    return Problem(value.place, "wrong-type", message, _fix(content, schema) or form(value, schema))


def shortened(text: str) -> str:
    """A text of the user's on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_QUOTED else f"{line[:_MAX_QUOTED]}…"


_MAX_QUOTED = 40


_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a mapping (key: value)",
    "array": "a list (lines that begin with -)",
    "date": "a day such as 2014-10-24",
    "month": "a month such as 2014-01, or a day such as 2014-01-15",
}


def _fix(content: object, schema: JsonSchema) -> str | None:
    """How to correct a figure or a date that cannot be read; None for other values."""
    if schema.get("format") in _DATE_FORMS:
        from speechgen.reading.dates import spreadsheet_day

        day = spreadsheet_day(content) if isinstance(content, str) else None
        stored = f"; {content} is how Excel stores {day.iso}" if day else ""
        return f"write {_DATE_FORMS[schema['format']]}{stored}"
    if schema.get("type") not in ("integer", "number") or not isinstance(content, str):
        return None
    from speechgen.reading.written_figures import figure_fix, read_figure

    if schema.get("maximum") == 1 and (percentage := read_figure(content, "%")) is not None:
        return f"write it as a share: {round_figure(percentage / 100, None)[0]:f}"
    if schema["type"] == "integer" and read_figure(content, schema.get("measure", "")) is not None:
        return "write it without decimals"
    return figure_fix(content, schema.get("measure", ""))


def _is_range(content: str) -> bool:
    from speechgen.reading.written_figures import is_range

    return is_range(content)


_DATE_FORMS = {
    "date": "the year, the month and the day, as in 2014-10-24 or 2014年10月24日",
    "month": "the year and the month, as in 2014-01 or 2014年1月",
}


def small_share(path: str, written: str, share: Decimal, percentage: Decimal, place: Place) -> Problem:
    """The warning for a percentage between 0 and 1: 0.968 is a cell that a spreadsheet shows as 96.8%."""
    message = f"{path_for_people(path)} is in %, so {written} would be {share:f}%"
    fix = f"write {percentage:f} for {percentage:f}%, or {share:f}% if that is meant"
    return Problem(place, "share", message, fix, "warning")


def many_decimals(path: str, written: str, rounded: Decimal, place: Place) -> Problem:
    """The warning for a figure that is rounded although the template does not declare how."""
    shown = path_for_people(path)
    message = f"{shown} is {written}, rounded to {rounded:f}, as the template declares no decimals for it"
    return Problem(place, "many-decimals", message, "write the figure as it is to be read out", "warning")


def wrong_sums(value: Value, instance: dict[str, Json], adds_up: Mapping[str, str], path: str) -> Iterator[Problem]:
    """The problem of a list whose figures do not add up: `adds_up: {total: KEY, items: KEY, figure: KEY}`."""
    total, items = instance.get(adds_up["total"]), instance.get(adds_up["items"])
    if not isinstance(total, (int, Decimal)) or not isinstance(items, list):
        return
    figures = [item.get(adds_up["figure"]) for item in items if isinstance(item, dict)]
    numbers = [figure for figure in figures if isinstance(figure, (int, Decimal))]
    if numbers and len(numbers) == len(items) and sum(numbers) != total:
        assert isinstance(value.content, dict)  # noqa: S101 - its instance is a dict
        where = value.content[adds_up["total"]].place
        name = path_for_people(f"{path}.{adds_up['total']}" if path else adds_up["total"])
        parts = " + ".join(map(str, numbers))
        message = f"{name} is {total}, but {adds_up['items']} add up to {sum(numbers)} ({parts})"
        yield Problem(where, "total", message, "correct the total or its parts")


def validation_problems(
    schema: Schema, instance: dict[str, Json], value: Value, path: str, own: Value | None, meant: Collection[str]
) -> Iterator[Problem]:
    """The problems that jsonschema_rs finds in `instance`, with the places in `value`, whose path is `path`.

    Missing values are reported in `own`, if it is given, unless they are at one of the paths in `meant`.
    """
    for error in schema.validator.iter_errors(instance):
        if own is not None and error.kind.name == "required":
            steps = [*error.instance_path, error.kind.as_dict()["property"]]
            if not _is_written(value_at(value, steps)) and find(value, steps)[1] not in meant:
                yield missing_value(steps, own, value, schema.document)
        elif not _is_consequence(error, value):
            yield keyword_problem(error, value, path)


def _is_written(value: Value | None) -> bool:
    """Whether the value is given: it is then missing from the instance only because it is invalid, already reported."""
    return value is not None and (not isinstance(value.content, str) or bool(value.content.strip()))


def _is_consequence(error: ValidationError, value: Value) -> bool:
    """Whether values seem to be missing only because invalid ones, already reported, were left out of the instance."""
    written = find(value, error.instance_path)[0].content
    details = error.kind.as_dict()
    if error.kind.name == "required":
        return _is_written(value_at(value, [*error.instance_path, details["property"]]))
    return error.kind.name == "minItems" and isinstance(written, list) and len(written) >= details["limit"]


def keyword_problem(error: ValidationError, value: Value, base: str) -> Problem:
    """An error of jsonschema_rs as a problem, in plain words."""
    target, below = find(value, error.instance_path)
    path = ".".join(filter(None, (base, below)))
    keyword = error.kind.name
    details: dict[str, Any] = error.kind.as_dict()
    code, words = _KEYWORDS.get(keyword, ("not-allowed", lambda details: error.message))
    if keyword == "required":
        path = f"{path}.{details['property']}" if path else str(details["property"])
        message = f"{path_for_people(path)} is missing"
        return Problem(target.key_place, code, message, f"add it: {details['property']}:", path=path)
    is_none = keyword == "minimum" and target.content in ("0", "零", "〇") and details["limit"] > 0
    fix = "if there is none, delete the line" if is_none else None
    return Problem(target.place, code, f"{path_for_people(path) or 'the file'} {words(details)}", fix)


def _items(number: int) -> str:
    return f"{number} item{'' if number == 1 else 's'}"


_KEYWORDS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "required": ("missing-value", lambda details: "is missing"),
    "minimum": ("out-of-range", lambda details: f"must be at least {details['limit']}"),
    "maximum": ("out-of-range", lambda details: f"must be at most {details['limit']}"),
    "exclusiveMinimum": ("out-of-range", lambda details: f"must be more than {details['limit']}"),
    "exclusiveMaximum": ("out-of-range", lambda details: f"must be less than {details['limit']}"),
    "multipleOf": ("out-of-range", lambda details: f"must be a multiple of {details['multiple_of']}"),
    "minItems": ("list-length", lambda details: f"needs at least {_items(details['limit'])}"),
    "maxItems": ("list-length", lambda details: f"may have at most {_items(details['limit'])}"),
    "uniqueItems": ("repeated-item", lambda details: "contains an item twice"),
    "minLength": ("text-length", lambda details: f"needs at least {details['limit']} characters"),
    "maxLength": ("text-length", lambda details: f"may have at most {details['limit']} characters"),
    "enum": ("not-allowed", lambda details: f"must be one of {details['options']}"),
    "pattern": ("not-allowed", lambda details: f"must match {details['pattern']}"),
}
