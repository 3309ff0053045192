"""Read values by a schema: scalars get its types, and the result is the data that templates get.

Types, keys and choices are validated here, with positions; ranges, patterns and the rest by jsonschema_rs. Extensions
to the standard: the formats `date` (a day) and `month` (a month or a day); `adds_up`, which requires the figures of a
list to add up to a total; `measure`, the measure word of a figure, and `decimals`, to how many it is rounded.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from speechgen.model import Datum, Day, Figure, Items, Origin, Problem, Record, Text, lazily
from speechgen.reading.figures import PERCENT, round_figure
from speechgen.reading.schema.certainly_valid import is_certainly_valid
from speechgen.reading.schema.document import Json, JsonSchema
from speechgen.reading.schema.paths import find, path_steps
from speechgen.reading.yaml_file import Value, core

if TYPE_CHECKING:
    import jsonschema_rs

_LINE_ENDS = lazily(r"\n+(?=[^\n])")
_FEW = 100  # instances; for more, the validator is faster, however long it takes to load
MAX_PATTERN_BYTES = 2 * 1024 * 1024  # of memory: twenty letters of any script take 1.2 MiB
_SHARE_DECIMALS = 4  # 0.9683 is 96.83%


class Schema:
    """A JSON Schema. A mapping with `properties` may not have other keys."""

    def __init__(self, document: JsonSchema) -> None:
        self.document = document
        self._accepted = 0

    @cached_property
    def validator(self) -> jsonschema_rs.Validator:
        """The validator, created once. Raises jsonschema_rs.ValidationError if the schema is not valid."""
        import jsonschema_rs  # here, because most files need it not

        formats = {name: lambda text: True for name in ("date", "month")}  # validated by _Reader
        return jsonschema_rs.validator_for(
            dict(self.document),
            validate_formats=True,
            formats=formats,
            retriever=_reject,
            pattern_options=jsonschema_rs.RegexOptions(
                size_limit=MAX_PATTERN_BYTES
            ),  # in linear time, without look-around
        )

    def accepts(self, instance: Json) -> bool:
        """Whether an instance is certainly valid, without asking the validator; unknown once there are many."""
        if self._accepted >= _FEW or "validator" in self.__dict__:
            return False
        self._accepted += 1
        return is_certainly_valid(instance, self.document, self.document)

    def read(self, value: Value, path: str = "", own: Value | None = None) -> tuple[Record, list[Problem]]:
        """The data in `value`, without invalid values, and all problems. `path` is the value's own path in its file.

        `own` is the file where missing values are reported, if `value` is merged from several.
        """
        reader = _Reader(own)
        datum, instance = reader.read(value, self.document, path)
        if isinstance(instance, dict) and not self.accepts(instance):
            from speechgen.reading.schema.keywords import validation_problems  # most files have none; it takes 1 ms

            meant = {problem.path for problem in reader.problems if problem.path}
            reader.problems.extend(validation_problems(self, instance, value, path, own, meant))
        return datum if isinstance(datum, Record) else Record(), reader.problems


LONGEST_FIGURE = 100  # characters; from thousands on, Python takes longer and longer to compute with it


def _reject(address: str) -> NoReturn:
    """Reject a `$ref` to another document: jsonschema_rs would read it, and templates may be hostile."""
    raise ValueError(f"{address} is outside this file")


class _Reader:
    """Converts values to the data of templates and, in parallel, to JSON; collects problems."""

    def __init__(self, own: Value | None) -> None:
        self._own = own
        self.problems: list[Problem] = []
        self._above: list[tuple[Value, JsonSchema]] = []  # the mappings that are being read, with their properties

    def read(self, value: Value, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        """The data and the JSON of `value`; None if it is empty or invalid."""
        content = value.content
        if "anyOf" in schema:
            schema = _alternative(content, schema)
        if content is None:
            return None, None
        if isinstance(content, dict):
            return self._mapping(value, content, schema, path)
        if isinstance(content, list):
            return self._list(value, content, schema, path)
        return self._scalar(value, content, schema, path)

    def _mapping(
        self, value: Value, content: dict[str, Value], schema: JsonSchema, path: str
    ) -> tuple[Datum | None, Json]:
        if not _allows(schema, "object"):
            return self._wrong_type(value, schema, path)
        properties: JsonSchema = schema.get("properties", {})
        others = schema.get("additionalProperties", not properties)
        pairs: dict[str, Datum] = {}
        instance: dict[str, Json] = {}
        self._above.append((value, properties))
        for key, child in content.items():
            child_schema = properties.get(key, others)
            if child_schema is False:
                from speechgen.reading.schema.errors import unknown_key
                from speechgen.reading.schema.misplaced import key_of_block, misplaced_key

                own = find(self._own, path_steps(path))[0] if self._own is not None else value
                self.problems.append(
                    misplaced_key(child, key, self._above, path)
                    or key_of_block(child, key, properties, path, own)
                    or unknown_key(child, key, properties, path)
                )
                continue
            datum, json = self.read(
                child, {} if child_schema is True else child_schema, f"{path}.{key}" if path else key
            )
            if datum is not None:
                pairs[key], instance[key] = datum, json
        self._above.pop()
        if adds_up := schema.get("adds_up"):
            from speechgen.reading.schema.errors import wrong_sums

            self.problems.extend(wrong_sums(value, instance, adds_up, path))
        return Record(pairs, Origin(path, value.place)), instance

    def _list(self, value: Value, content: list[Value], schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        if not _allows(schema, "array"):
            return self._wrong_type(value, schema, path)
        items, instance = Items(origin=Origin(path, value.place)), []
        for index, child in enumerate(content):
            datum, json = self.read(child, schema.get("items", {}), f"{path}[{index}]")
            if datum is not None:
                items.append(datum)
                instance.append(json)
            elif child.content in (None, ""):
                from speechgen.reading.schema.errors import empty_value

                self.problems.append(empty_value(f"{path}[{index}]", child.place))
        return items, instance

    def _scalar(self, value: Value, text: str, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        origin = Origin(path, value.place)
        meaning = _meaning(value, schema)
        if isinstance(meaning, ValueError) or (isinstance(meaning, Decimal) and len(text) > LONGEST_FIGURE):
            from speechgen.reading.schema.errors import impossible_value

            self.problems.append(impossible_value(value, meaning, schema, path))
            return None, None
        if isinstance(meaning, bool) and _allows(schema, "boolean"):
            return meaning, meaning
        if isinstance(meaning, Decimal) and (figure := self._figure(value, text, meaning, schema, path)) is not None:
            whole = figure == figure.to_integral_value()
            return Figure(figure, origin), int(figure) if whole or schema.get("type") == "integer" else figure
        if isinstance(meaning, Day):
            return Day(meaning.year, meaning.month, meaning.day, origin), meaning.iso
        if isinstance(meaning, str) and _allows(schema, "string") and schema.get("format") not in ("date", "month"):
            return self._text(value, meaning, schema, path)
        return self._wrong_type(value, schema, path)

    def _figure(self, value: Value, text: str, figure: Decimal, schema: JsonSchema, path: str) -> Decimal | None:
        """The figure as its schema declares it, rounded; None if it may not have decimals, or no figure is allowed.

        A cell of a spreadsheet has more decimals than the two that people type. A metric without declared decimals is
        rounded to two then, with a warning; with one or two, it was typed, and must be whole.
        """
        kind = schema.get("type")
        if kind not in ("number", "integer"):
            whole = figure == figure.to_integral_value()
            return figure if _allows(schema, "number") or (whole and _allows(schema, "integer")) else None
        if schema.get("measure") in PERCENT and (0 < figure < 1 or text in ("1.0", "1.00")) and text[-1] not in PERCENT:
            from speechgen.reading.schema.errors import small_share

            share, _ = round_figure(figure, _SHARE_DECIMALS)
            percentage, _ = round_figure(share * 100, schema.get("decimals"))
            self.problems.append(small_share(value, schema, path, share, percentage))
            return share
        if "multipleOf" in schema:
            return figure
        declared = schema.get("decimals")
        rounded, is_rounded = round_figure(figure, declared)
        if kind == "integer" and rounded != rounded.to_integral_value() and not (is_rounded and "measure" in schema):
            return None
        if is_rounded and declared is None:
            from speechgen.reading.schema.errors import many_decimals

            self.problems.append(many_decimals(value, schema, path, rounded))
        return rounded

    def _text(self, value: Value, words: str, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        if not words:
            return None, None
        choices = schema.get("enum")
        if choices is not None and words not in choices:
            from speechgen.reading.schema.errors import unknown_choice

            self.problems.append(unknown_choice(path, words, choices, value.place, str(schema.get("title", ""))))
            return None, None
        text = _LINE_ENDS.sub("\n\n", words) if value.is_folded else words
        return Text(text, Origin(path, value.place)), words

    def _wrong_type(self, value: Value, schema: JsonSchema, path: str) -> tuple[None, None]:
        from speechgen.reading.schema.errors import wrong_type
        from speechgen.reading.schema.misplaced import misplaced_keys

        misread = None
        if isinstance(value.content, str) and (_allows(schema, "object") or _allows(schema, "array")):
            from speechgen.reading.misread import misread_text

            misread = misread_text(value, as_list=not _allows(schema, "object"))
        elif isinstance(value.content, dict) and self._above:
            misread = misplaced_keys(value, self._above[-1], path)
        self.problems.append(misread or wrong_type(value, schema, path))
        return None, None


def _meaning(value: Value, schema: JsonSchema) -> bool | Decimal | str | Day | ValueError | None:
    """The typed value of a scalar by its schema; a text is taken as written, even `0012` and `no`."""
    text = str(value.content).strip()
    kind = schema.get("format")
    try:
        if kind in ("date", "month"):
            day = Day.parse(text) or _read_day(text)
            return day if day and (day.day or kind == "month") else text
        if schema.get("type") == "string":
            return text
        meaning = core(value)
    except ValueError as error:
        return error
    if isinstance(meaning, str) and schema.get("type") in ("number", "integer"):
        return _read_figure(text, schema)
    if isinstance(meaning, Day):
        return meaning if _allows(schema, "string") and "type" not in schema else text
    return meaning


def _read_figure(text: str, schema: JsonSchema) -> Decimal | str:
    from speechgen.reading.written_figures import read_figure

    figure = read_figure(text, schema.get("measure", ""))
    return text if figure is None else figure


def _read_day(text: str) -> Day | None:
    from speechgen.reading.dates import read_day

    return read_day(text)


def _allows(schema: JsonSchema, kind: str) -> bool:
    allowed = schema.get("type")
    return allowed is None or allowed == kind or (isinstance(allowed, list) and kind in allowed)


def _alternative(content: object, schema: JsonSchema) -> JsonSchema:
    """The schema with the alternative of `anyOf` that matches the value's kind: mapping, list or scalar."""
    kind = "object" if isinstance(content, dict) else "array" if isinstance(content, list) else None
    for alternative in schema["anyOf"]:
        if (kind is None) != (alternative.get("type") in ("object", "array")) and (
            kind is None or alternative.get("type") == kind
        ):
            return {**schema, **alternative}
    return {**schema, "type": [alternative.get("type") for alternative in schema["anyOf"]]}


def plain(value: Value) -> Json:
    """A value as JSON by YAML's core schema, for a value that is itself a JSON Schema. Dates stay text."""
    content = value.content
    if isinstance(content, dict):
        return {key: plain(child) for key, child in content.items()}
    if isinstance(content, list):
        return [plain(child) for child in content]
    try:
        meaning = core(value)
    except ValueError:
        return content
    if isinstance(meaning, Decimal):
        if len(content or "") > LONGEST_FIGURE or meaning.adjusted() > LONGEST_FIGURE:
            return content
        return int(meaning) if meaning == meaning.to_integral_value() else meaning
    return content if isinstance(meaning, Day) else meaning
