"""YAML 1.2 values with their positions, over libyaml's parser.

PyYAML means YAML 1.1 by what it reads: `no` is false, `9:30` is 570, `010` is 8, and of a key that is repeated the last
one wins in silence. So nodes are composed by its parser, in C where there is one, and walked here: scalars stay as they
are written until someone asks for their meaning (`core`), or a schema says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import yaml

from speechgen.model import Day, Place, Problem
from speechgen.reading.encoding import decode
from speechgen.reading.full_width import scalar_problem
from speechgen.reading.yaml_parser import PLAIN, YamlParser

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 100
_MORE_BY_ALIASES = 10_000  # values that aliases may add to those that are written

_TAGS = {PLAIN, *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq", "int", "float", "bool", "null"))}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Value:
    """A value and where it stands. `content` is a scalar as written, a list, a mapping, or None for nothing.

    `plain` is true of a scalar without quotes. Lines and columns count characters from 1; those of the key are where
    the value is named: its key, or itself in a list.
    """

    __slots__ = ("column", "content", "file", "key_column", "key_line", "line", "plain")

    def __init__(
        self,
        content: str | dict[str, Value] | list[Value] | None,
        plain: bool,
        file: str,
        line: int = 1,
        column: int = 1,
    ) -> None:
        self.content = content
        self.plain = plain
        self.file = file
        self.line = self.key_line = line
        self.column = self.key_column = column

    @classmethod
    def mapping(cls, content: dict[str, Value], file: str, line: int = 1, column: int = 1) -> Value:
        """A mapping of values."""
        return cls(content, False, file, line, column)

    def replace(self, content: dict[str, Value]) -> Value:
        """A mapping at this value's place."""
        value = Value(content, False, self.file, self.line, self.column)
        value.key_line, value.key_column = self.key_line, self.key_column
        return value

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.file, self.line, self.column)

    @property
    def key_place(self) -> Place:
        """Where the value is named."""
        return Place(self.file, self.key_line, self.key_column)


def read_yaml(path: Path, shown: str) -> tuple[Value | None, list[Problem]]:
    """The mapping in a file, and every problem of its form. `shown` is the file's name in problems."""
    text, problems = read_text(path, shown)
    return (None, problems) if text is None else parse_yaml(text, shown)


def read_text(path: Path, shown: str, content: bytes | None = None) -> tuple[str | None, list[Problem]]:
    """The text of a YAML file, or why it cannot be read. `content` is what is in it, where it has been read already."""
    if content is None:
        content, problems = read_bytes(path, shown)
    return decode(content, shown) if content is not None else (None, problems)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, list[Problem]]:
    """The content of a YAML file, or why it cannot be read."""
    try:
        with path.open("rb") as file:
            source = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        return None, [
            Problem(Place(shown), "unreadable", f"cannot be read: {reason}", "look at the name and the folder")
        ]
    if len(source) > MAX_BYTES:
        return None, [Problem(Place(shown), "too-large", "has more than 1 MiB", "a unit file is some kilobytes long")]
    return source, []


def parse_yaml(source: bytes | str, shown: str, *, first_line: int = 1) -> tuple[Value | None, list[Problem]]:
    """The mapping in a text, and every problem of its form; its first line is line `first_line` of the file."""
    text, problems = (source, []) if isinstance(source, str) else decode(source, shown)
    if text is None:
        return None, problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = next(_refused(text, shown, first_line), None)
    if refused is not None:
        return None, [refused]
    try:
        node = YamlParser(text).get_single_node()
    except yaml.YAMLError as error:
        from speechgen.reading.syntax_errors import syntax_problems

        return None, list(syntax_problems(text, error, shown, first_line))
    if not isinstance(node, yaml.MappingNode):
        return None, list(_not_a_mapping(text, node, shown, first_line))
    walk = _Walk(shown, first_line, len(text) + _MORE_BY_ALIASES)
    try:
        return walk.value(node, 0), walk.problems
    except _TooMuchError as error:
        return None, [*walk.problems, error.problem]


def core(value: Value) -> bool | Decimal | str | Day | None:
    """What a scalar means: YAML 1.2's core schema, and days in ISO 8601.

    https://yaml.org/spec/1.2.2/#103-core-schema. Raises ValueError, in one sentence for people, for a day that no
    calendar has.
    """
    text = str(value.content)
    if value.content is None or not value.plain:
        return value.content if value.content is None else text
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if _OTHER_BASE.fullmatch(text):
        return Decimal(int(text, 0))
    return Day.parse(text) or text


def misread_colon(value: Value) -> Problem | None:
    """A full-width colon in a text that stands where a mapping is expected: to YAML, `name：市局` is one word."""
    from speechgen.reading.syntax_errors import syntax_problems

    if not isinstance(value.content, str) or not value.plain:
        return None
    return next(syntax_problems(value.content, None, value.file, value.line, column=value.column), None)


class _TooMuchError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Walk:
    """Makes values of nodes, and finds what a parser lets pass."""

    def __init__(self, file: str, first_line: int, most: int) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._first = first_line
        self._left = most
        self._open: set[int] = set()

    def value(self, node: yaml.Node, depth: int, *, in_flow_list: bool = False) -> Value:
        mark = node.start_mark
        line, column = mark.line + self._first, mark.column + 1
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            raise self._too_much(depth, line, column)
        if node.tag not in _TAGS:
            message = f"tags such as {node.tag.replace('tag:yaml.org,2002:', '!!')} are not used"
            self.problems.append(Problem(Place(self._file, line, column), "yaml-syntax", message, "delete the tag"))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line, column, in_flow_list)
        if id(node) in self._open:
            message = "an alias stands within what it names"
            raise _TooMuchError(Problem(Place(self._file, line, column), "alias-bomb", message, "write it out"))
        self._open.add(id(node))
        content: dict[str, Value] | list[Value]
        if isinstance(node, yaml.MappingNode):
            content = self._mapping(node, depth + 1)
        else:
            in_flow_list = getattr(node, "flow_style", False) is True
            content = [self.value(child, depth + 1, in_flow_list=in_flow_list) for child in node.value]
        self._open.discard(id(node))
        return Value(content, False, self._file, line, column)

    def _scalar(self, node: yaml.ScalarNode, line: int, column: int, in_flow_list: bool) -> Value:
        text: str = node.value
        plain = node.tag == PLAIN
        if plain and not text.isascii():
            problem = scalar_problem(text, Place(self._file, line, column), in_flow_list=in_flow_list)
            if problem is not None:
                self.problems.append(problem)
        return Value(None if plain and text in _NULLS else text, plain, self._file, line, column)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Value]:
        content: dict[str, Value] = {}
        for key_node, child_node in node.value:
            mark = key_node.start_mark
            line, column = mark.line + self._first, mark.column + 1
            if not isinstance(key_node, yaml.ScalarNode):
                message = "a key must be a word"
                self.problems.append(
                    Problem(Place(self._file, line, column), "yaml-syntax", message, "write key: value")
                )
                continue
            key = key_node.value
            self._scalar(key_node, line, column, False)
            child = self.value(child_node, depth)
            child.key_line, child.key_column = line, column
            if key in content:
                message = f"{key} stands here a second time, first in line {content[key].key_line}"
                fix = "delete one of them, or correct its name"
                self.problems.append(Problem(Place(self._file, line, column), "repeated-key", message, fix))
            else:
                content[key] = child
        return content

    def _too_much(self, depth: int, line: int, column: int) -> _TooMuchError:
        place = Place(self._file, line, column)
        if depth > MAX_DEPTH:
            return _TooMuchError(_too_deep(place))
        return _TooMuchError(
            Problem(place, "alias-bomb", "aliases make too many values of this file", "write them out")
        )


def _refused(text: str, shown: str, first_line: int) -> Iterator[Problem]:
    """What is not given to the parser at all."""
    if found := _CONTROL.search(text):
        at = found.start()
        place = Place(shown, text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at))
        yield Problem(place, "control-character", f"holds the control character U+{ord(text[at]):04X}", "delete it")
    elif _may_be_deep(text) and (deep := _deepest(text)) is not None:
        yield _too_deep(Place(shown, deep + first_line))


def _too_deep(place: Place) -> Problem:
    return Problem(place, "too-deep", f"is nested in more than {MAX_DEPTH} levels", "take the nesting apart")


def _may_be_deep(text: str) -> bool:
    """Whether the parser may go deep: it recurses in C, and some ten thousand levels end the process."""
    return text.count("[") + text.count("{") > MAX_DEPTH or text.count("- ") > MAX_DEPTH or text.count("? ") > MAX_DEPTH


def _deepest(text: str) -> int | None:
    """The line, from 0, where the nesting passes the bound; None where it does not. Events do not recurse.

    PyYAML 6.0.4 brings a libyaml that refuses more than 1,000 levels by itself, before it gives the first event.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=YamlParser):
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > MAX_DEPTH:
                    return event.start_mark.line if event.start_mark else 0
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and "nesting depth" in str(error.problem):
            return error.problem_mark.line
    except yaml.YAMLError:
        return None
    return None


def _not_a_mapping(text: str, node: yaml.Node | None, shown: str, first_line: int) -> Iterator[Problem]:
    from speechgen.reading.syntax_errors import plain_words, syntax_problems

    if node is None:
        yield Problem(Place(shown, first_line), "empty-file", "has no values in it", "write them, or delete the file")
        return
    found = list(syntax_problems(text, None, shown, first_line)) if isinstance(node, yaml.ScalarNode) else []
    yield from found
    if not found:
        place = Place(shown, node.start_mark.line + first_line, node.start_mark.column + 1)
        yield Problem(place, "not-a-mapping", f"holds {plain_words(node)}", "write lines of the form key: value")
