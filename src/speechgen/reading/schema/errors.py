"""Problems of values that do not match their schema, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from speechgen.messages import either, joined_words, marked, translated
from speechgen.model import Place, Problem, lazily
from speechgen.reading.figures import round_figure
from speechgen.reading.schema.document import Json, JsonSchema
from speechgen.reading.schema.forms import form
from speechgen.reading.schema.paths import named
from speechgen.reading.schema.suggestions import meant_names, suggestion, titled
from speechgen.reading.yaml_file import Value


def unknown_choice(path: str, name: str, choices: Iterable[str], place: Place, title: str = "") -> Problem:
    """The problem of a value that is not one of `choices`, which may be a mapping to their titles.

    `title` is that of the value at `path`.
    """
    titles = choices if isinstance(choices, Mapping) else dict.fromkeys(map(str, choices), "")
    fix = meant_choices(name, titles) or translated("choose from: {names}", names=titled(titles))
    message = translated("{path}: unknown value {name}", path=named(path, title), name=shortened(name))
    return Problem(place, "unknown-choice", message, fix)


def meant_choices(name: str, titles: Mapping[str, str]) -> str | None:
    """The fix for an unknown value that is several choices in one, or like one of them; None if it is neither."""
    names = _BETWEEN_NAMES.split(name)
    if set(names) <= titles.keys():
        return translated("write each as an item of its own: {names}", names=joined_words(names))
    return suggestion(name, titles)


_BETWEEN_NAMES = lazily(r"[\s、，,；;]+")


def unknown_key(child: Value, key: str, properties: JsonSchema, path: str) -> Problem:
    """The problem of a key that the schema does not declare. Its `path` is that of the key it is surely meant for."""
    titles = key_titles(properties)
    meant = meant_names(key, titles)
    known = translated("known keys: {names}", names=titled(titles)) if titles else None
    fix = suggestion(key, titles) or known
    if len(meant) == 1 and _may_be_value(child, properties[meant[0]]):
        name, line = titled({meant[0]: titles[meant[0]]}), f"{meant[0]}: {child.content}"
        fix = translated("did you mean {name}? write `{line}`", name=name, line=line)
    meant_path = ".".join(filter(None, (path, *meant))) if len(meant) == 1 else None
    return Problem(child.key_place, "unknown-key", no_key(path, key), fix, path=meant_path)


def _may_be_value(child: Value, schema: JsonSchema) -> bool:
    """Whether a short text or figure, as it is written in the file, may be the value of another key."""
    content, kind = child.content, schema.get("type")
    if not isinstance(content, str) or not child.plain or len(content) > _MAX_QUOTED or "\n" in content:
        return False
    if kind in ("integer", "number"):
        from speechgen.reading.written_figures import read_figure

        return read_figure(content, schema.get("measure", "")) is not None
    return kind == "string" and "format" not in schema and content in schema.get("enum", (content,))


def key_titles(properties: JsonSchema) -> dict[str, str]:
    """The keys that a mapping may have, with their titles."""
    return {name: str(schema.get("title", "")) for name, schema in properties.items()}


def no_key(path: str, key: str) -> str:
    """The message that the mapping at `path` may not have this key."""
    return translated("{name} has no key {key}", name=named(path), key=shortened(key))


def wrong_type(value: Value, schema: JsonSchema, path: str) -> Problem:
    """The problem of a value with another type than its schema's."""
    wanted = schema.get("format") or schema.get("type")
    kinds = [str(kind) for kind in (wanted if isinstance(wanted, list) else [wanted])]
    message = translated(
        "{name} must be {kinds}, not {found}",
        name=named(path, str(schema.get("title", ""))),
        kinds=either(map(kind_of_value, kinds)),
        found=_found(value.content, is_figure=wanted in ("integer", "number")),
    )
    return Problem(value.place, "wrong-type", message, _fix(value.content, schema) or form(value, schema))


def kind_of_value(kind: str) -> str:
    """A type or a format of JSON Schema in plain words."""
    return translated(_TYPES.get(kind, kind))


def _found(content: object, *, is_figure: bool) -> str:
    """What there is, for the message of a wrong type."""
    if isinstance(content, dict):
        return translated("a mapping")
    if isinstance(content, list):
        return translated("a list")
    text = f"“{shortened(str(content))}”"
    is_range = is_figure and isinstance(content, str) and _is_range(content)
    return translated("the range {text}", text=text) if is_range else text


def shortened(text: str) -> str:
    """A text of the user's on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_QUOTED else f"{line[:_MAX_QUOTED]}…"


_MAX_QUOTED = 40


_TYPES = {
    "string": marked("a text"),
    "integer": marked("a whole number"),
    "number": marked("a number"),
    "boolean": marked("true or false"),
    "object": marked("a mapping (key: value)"),
    "array": marked("a list (lines that begin with -)"),
    "date": marked("a day such as 2014-10-24"),
    "month": marked("a month such as 2014-01, or a day such as 2014-01-15"),
}


def _fix(content: object, schema: JsonSchema) -> str | None:
    """How to correct a figure or a date that cannot be read; None for other values."""
    if schema.get("format") in _DATE_FORMS:
        from speechgen.reading.dates import spreadsheet_day

        form_text, stored_text = _DATE_FORMS[schema["format"]]
        day = spreadsheet_day(content) if isinstance(content, str) else None
        return translated(stored_text, number=content, day=day.iso) if day else translated(form_text)
    if schema.get("type") not in ("integer", "number") or not isinstance(content, str):
        return None
    from speechgen.reading.written_figures import figure_fix, read_figure

    if schema.get("maximum") == 1 and (percentage := read_figure(content, "%")) is not None:
        share = round_figure(percentage / 100, None)[0]
        return translated("write it as a share: {share}", share=f"{share:f}")
    if schema["type"] == "integer" and read_figure(content, schema.get("measure", "")) is not None:
        return translated("write it without decimals")
    return figure_fix(content, schema.get("measure", ""))


def _is_range(content: str) -> bool:
    from speechgen.reading.written_figures import is_range

    return is_range(content)


# How to write a day or a month; and if it is a number, which day that is in Excel.
_DATE_FORMS = {
    "date": (
        marked("write the year, the month and the day, as in 2014-10-24 or 2014年10月24日"),
        marked(
            "write the year, the month and the day, as in 2014-10-24 or 2014年10月24日; "
            "{number} is how Excel stores {day}"
        ),
    ),
    "month": (
        marked("write the year and the month, as in 2014-01 or 2014年1月"),
        marked("write the year and the month, as in 2014-01 or 2014年1月; {number} is how Excel stores {day}"),
    ),
}


def empty_value(path: str, place: Place, title: str = "") -> Problem:
    """The problem of a value that is not filled in."""
    message = translated("{name} is empty", name=named(path, title))
    return Problem(place, "missing-value", message, translated("fill it in, or delete its line"))


def impossible_value(value: Value, meaning: ValueError | Decimal, schema: JsonSchema, path: str) -> Problem:
    """The problem of a date that does not exist, or of a number that is too long to compute with."""
    name = named(path, str(schema.get("title", "")))
    if isinstance(meaning, ValueError):
        message = translated("{name}: {reason}", name=name, reason=meaning)
        return Problem(value.place, "impossible-date", message, translated("check the date"))
    message = translated("{name} is a number of {number} digits", name=name, number=f"{len(str(value.content)):,}")
    return Problem(value.place, "not-allowed", message, translated("check it; put a code in quotes"))


def small_share(value: Value, schema: JsonSchema, path: str, share: Decimal, percentage: Decimal) -> Problem:
    """The warning for a percentage between 0 and 1: 0.968 is a cell that a spreadsheet shows as 96.8%."""
    message = translated(
        "{name} is in %, so {written} would be {share}%",
        name=named(path, str(schema.get("title", ""))),
        written=value.content,
        share=f"{share:f}",
    )
    fix = translated(
        "write {percentage} for {percentage}%, or {share}% if that is meant",
        percentage=f"{percentage:f}",
        share=f"{share:f}",
    )
    return Problem(value.place, "share", message, fix, "warning")


def many_decimals(value: Value, schema: JsonSchema, path: str, rounded: Decimal) -> Problem:
    """The warning for a figure that is rounded although the template does not declare how."""
    message = translated(
        "{name} is {written}, rounded to {rounded}, as the template declares no decimals for it",
        name=named(path, str(schema.get("title", ""))),
        written=value.content,
        rounded=f"{rounded:f}",
    )
    fix = translated("write the figure as it is to be read out")
    return Problem(value.place, "many-decimals", message, fix, "warning")


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
        message = translated(
            "{name} is {total}, but {items} add up to {sum} ({parts})",
            name=named(f"{path}.{adds_up['total']}" if path else adds_up["total"]),
            total=total,
            items=adds_up["items"],
            sum=sum(numbers),
            parts=" + ".join(map(str, numbers)),
        )
        yield Problem(where, "total", message, translated("correct the total or its parts"))
