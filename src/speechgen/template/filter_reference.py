"""The reference for a template's author: every filter, test and attribute, with arguments and examples.

It is made from the tables and docstrings of the filters themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import Parameter, cleandoc, signature
from typing import NamedTuple

from speechgen.language import COMMON_FILTERS, SHARED_FILTERS, Filter, Language, filters_of
from speechgen.messages import marked, translated
from speechgen.model import lazily
from speechgen.template.attributes import CHANGE, DAY, LOOP, METRIC
from speechgen.template.installed_filters import installed_filters
from speechgen.template.jinja_names import JINJA_FILTERS, JINJA_TESTS

_EXAMPLE = lazily(r"(\S.*?) {4,}(\S.*)")
_IN_PARENTHESES = lazily(r"\([^()]*\)\.?")
_FIRST_FILTER = lazily(r"\| (\w+)")
_ATTRIBUTES = (
    (marked("Attributes of a day or a month"), "meeting", DAY),
    (marked("Attributes of a metric"), "metrics.letters", METRIC),
    (marked("Attributes of a metric that is a change"), "metrics.petitions", CHANGE),
    (marked("Attributes of loop, in a for"), "loop", LOOP),
)
TESTS = marked("Tests, after is or is not")
_OTHERS = marked("In this language only")
_INSTALLED = marked("Of installed packages")


class Example(NamedTuple):
    """An expression, and what it prints."""

    expression: str
    printed: str


class Entry(NamedTuple):
    """A filter, a test or an attribute, in the language of messages. `usage`: its name with its arguments."""

    group: str
    name: str
    usage: str
    summary: str
    examples: tuple[Example, ...]


def reference(language: Language) -> Iterator[Entry]:
    """The entries of a language, in groups: filters, tests, attributes."""
    extra = _examples(language.examples.lines.splitlines())
    functions = dict(filters_of(language))
    for group in dict.fromkeys((*COMMON_FILTERS, *SHARED_FILTERS, *JINJA_FILTERS)):
        for name in (*COMMON_FILTERS.get(group, ()), *SHARED_FILTERS.get(group, ())):
            if name in functions:
                yield _filter(group, name, functions.pop(name), extra)
        for name, (arguments, *page) in JINJA_FILTERS.get(group, {}).items():
            yield _entry(group, name, arguments, page, _about(name, extra))
    for name, function in functions.items():
        yield _filter(_OTHERS, name, function, extra)
    for name, function in installed_filters().items():
        yield _filter(_INSTALLED, name, function, [])
    for name, (arguments, *page) in JINJA_TESTS.items():
        yield _entry(TESTS, name, arguments, page)
    for group, of, attributes in _ATTRIBUTES:
        for name, lines in attributes.items():
            path = f"{of}.{name}"
            yield _entry(group, name, "", lines, [each for each in extra if each.expression == path])


def filter_names(language: Language) -> Mapping[str, list[str]]:
    """The names of the filters of a language, by group."""
    names: dict[str, list[str]] = {}
    not_filters = {translated(group) for group in (TESTS, *(group for group, _, _ in _ATTRIBUTES))}
    for entry in reference(language):
        if entry.group not in not_filters:
            names.setdefault(entry.group, []).append(entry.name)
    return names


def _filter(group: str, name: str, function: Filter, extra: list[Example]) -> Entry:
    lines = cleandoc(function.__doc__ or "").splitlines()
    return _entry(group, name, _arguments(function), lines, _about(name, extra))


def _entry(group: str, name: str, arguments: str, lines: Sequence[str], extra: Iterable[Example] = ()) -> Entry:
    words = " ".join(line for line in lines if not _EXAMPLE.fullmatch(line)).split()
    usage = f"{name}({translated(arguments)})" if arguments else name
    summary = translated(" ".join(words))
    return Entry(translated(group), name, usage, summary, (*_examples(lines), *extra))


def _examples(lines: Iterable[str]) -> list[Example]:
    return [Example(found[1], found[2]) for line in lines if (found := _EXAMPLE.fullmatch(line))]


def _about(name: str, examples: Iterable[Example]) -> list[Example]:
    """The examples of a language that are about a filter: their first one, apart from those in parentheses."""
    return [each for each in examples if _FIRST_FILTER.findall(_IN_PARENTHESES.sub("", each.expression))[:1] == [name]]


def _arguments(function: Filter) -> str:
    """The arguments of a filter as a template writes them, without the value: `end, form="full"`."""
    parameters = list(signature(function).parameters.values())[1:]
    return ", ".join(map(_argument, parameters))


def _argument(parameter: Parameter) -> str:
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return f"{parameter.name}…"
    if parameter.default is Parameter.empty:
        return parameter.name
    default = parameter.default
    words = f'"{default}"' if isinstance(default, str) else {None: "…", False: "false", True: "true"}.get(default, "")
    return f"{parameter.name}={words or default}"
