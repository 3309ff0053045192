"""The manifest, `template.yaml`: a template's title, language, values, metrics and lists of parts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from speechgen.language import MAX_LOSS, codes_for, language
from speechgen.messages import language as messages_language
from speechgen.messages import translated
from speechgen.model import MANIFEST, Place, Problem, SpeechgenError, leads_outside
from speechgen.reading import JsonSchema, Schema, Value, merge, read_strictly, read_yaml, value_at
from speechgen.template.declared_values import declared_values, name_problems, schema_problems, values_schema
from speechgen.template.files import Folder, Root
from speechgen.template.kept_manifest import KeptManifest

WORDINGS = "wordings"  # the key with the numbers of the wordings that a unit file sets
# Values that only the rules of `check` read. A template may declare them itself, and print them.
FOR_RULES = ("people", "mentions", "minutes")
_MAY_BE_EMPTY = frozenset(("description", "version", "requires", "values", "metrics", "parts"))


@cache
def _manifest_schema(languages: tuple[str, ...], language_of_messages: str) -> Schema:
    """The schema of `template.yaml`. In each language of messages its titles are others."""
    from speechgen.template.manifest_schema import manifest_document

    return Schema(manifest_document(languages))


class Change(NamedTuple):
    """How a change of a metric is printed. `expected`: the good direction, `increase` or `decrease`; None if either is.
    `increase` and `decrease`: the metric's own verbs for them, such as 延长 and 缩短.
    """

    expected: str | None = None
    increase: str | None = None
    decrease: str | None = None


class MetricDeclaration(NamedTuple):
    """How a metric is read and printed. `measure` is its measure word, `round_to` the step that it is rounded to (such
    as 10), `max_loss` how many per cent rounding down may take away (see `language/rounding.py`), `at_most` the name of
    a metric that it must not exceed. Without `decimals`, it is a whole number.
    """

    title: str
    measure: str = ""
    round_to: int | None = None
    max_loss: Decimal | int = MAX_LOSS
    decimals: int | None = None
    change: Change | None = None
    compared: str | None = None
    minimum: Decimal | int = 0
    maximum: Decimal | int | None = None
    at_most: str | None = None
    examples: tuple[object, ...] = ()

    @property
    def schema(self) -> JsonSchema:
        """The JSON Schema of the figure in a unit file."""
        figure: dict[str, Any] = {"type": "number" if self.decimals else "integer", "minimum": self.minimum}
        if self.maximum is not None:
            figure["maximum"] = self.maximum
        if self.decimals is not None:
            figure["decimals"] = self.decimals
        figure["measure"] = self.measure
        named: dict[str, Any] = {"title": self.title}
        if self.examples:
            named["examples"] = list(self.examples)
        if self.change is None:
            return {**named, **figure}
        both = {"before": figure, "after": figure}
        return {**named, "type": "object", "required": ["before", "after"], "properties": both}


class PartList(NamedTuple):
    """A list of parts, and how many of them a speech may have."""

    title: str
    minimum: int = 0
    maximum: int | None = None


class Manifest(NamedTuple):
    """The contents of `template.yaml`. `values` is the JSON Schema of the template's values; `declared` has the places
    of what it says, `source` those of the whole file.
    """

    title: str
    description: str
    language: str
    version: str
    values: JsonSchema
    metrics: Mapping[str, MetricDeclaration]
    lists: Mapping[str, PartList]
    declared: Value
    source: Value


def read_manifest(folder: Folder) -> Manifest:
    """The manifest of a template. Raises SpeechgenError with all its problems."""
    kept = KeptManifest(folder)
    manifest = kept.earlier()
    if manifest is None:
        manifest = _checked(folder)
        kept.keep(manifest)
    return manifest


def _checked(folder: Folder) -> Manifest:
    """Read a manifest. Raises SpeechgenError with all its problems."""
    source = _read(Root(folder.path, folder.shown)) if folder.base is None else _merged(folder, folder.base)
    assert isinstance(source.content, dict)  # noqa: S101 - read_yaml gives mappings only
    if (requires := value_at(source, ["requires"])) is not None:
        from speechgen.template.requires import requirement_problem

        if problem := requirement_problem(requires):
            raise SpeechgenError([problem])  # alone: what is new in it is not known here
    source = source.replace(
        {key: each for key, each in source.content.items() if each.content is not None or key not in _MAY_BE_EMPTY}
    )
    named = value_at(source, ["language"])
    asked = [str(named.content).strip()] if named is not None else []
    given, problems = read_strictly(source, _manifest_schema(codes_for(asked), messages_language()))
    if problems:
        raise SpeechgenError(problems)
    declared = declared_values(value_at(source, ["values"])) or Value.mapping({}, source.file)
    values = values_schema(given.get("values", {}))
    problems = [*schema_problems(declared, values), *name_problems(source, declared)]
    if problems:
        raise SpeechgenError(problems)
    return Manifest(
        title=given["title"],
        description=given.get("description", ""),
        language=given["language"],
        version=given.get("version", ""),
        values=values,
        metrics={name: _metric(metric) for name, metric in given.get("metrics", {}).items()},
        lists=_lists(given),
        declared=declared,
        source=source,
    )


def _merged(folder: Folder, base: Root) -> Value:
    """The bundled manifest with the keys of the workspace's. Its `key: ~` takes the bundled key away."""
    source = _read(base)
    if (folder.path / MANIFEST).is_file():
        source = merge(_in_full(source), _in_full(_read(Root(folder.path, folder.shown))))
    return _without_nulls(source)


def _in_full(source: Value) -> Value:
    """The manifest with its values as a JSON Schema and its lists as a mapping, so that it can be merged."""
    content = source.content
    assert isinstance(content, dict)  # noqa: S101 - read_yaml gives mappings only
    full = dict(content)
    if (values := declared_values(content.get("values"))) is not None:
        full["values"] = values
    if (parts := content.get("parts")) is not None and isinstance(parts.content, list):
        full["parts"] = parts.replace(
            {str(each.content): Value.mapping({}, each.file, each.line, each.column) for each in parts.content}
        )
    return source.replace(full)


def _read(root: Root) -> Value:
    if leads_outside(root.path / MANIFEST, root.path):
        message, fix = translated("is a link out of the template's folder"), translated("replace it by the file")
        raise SpeechgenError([Problem(Place(root.show(MANIFEST)), "unreadable", message, fix)])
    source, problems = read_yaml(root.path / MANIFEST, root.show(MANIFEST))
    if source is None or problems:
        raise SpeechgenError(problems)
    return source


def _without_nulls(value: Value) -> Value:
    if not isinstance(value.content, dict):
        return value
    return value.replace({key: _without_nulls(child) for key, child in value.content.items() if not child.is_null})


def _metric(declared: dict[str, Any]) -> MetricDeclaration:
    given = declared.get("change") or None
    change = Change(**given) if isinstance(given, dict) else Change() if given else None
    return MetricDeclaration(**{**declared, "change": change, "examples": tuple(declared.get("examples", ()))})


def _lists(given: dict[str, Any]) -> dict[str, PartList]:
    """The lists of parts: declared, or only named. One without a title has the usual title of the language."""
    parts = given.get("parts", {})
    declared = {name: each or {} for name, each in (parts if isinstance(parts, dict) else dict.fromkeys(parts)).items()}
    is_titled = all("title" in each for each in declared.values())
    usual = "" if is_titled else language(given["language"]).unit_titles.part_list.title
    return {name: PartList(**{"title": usual, **each}) for name, each in declared.items()}
