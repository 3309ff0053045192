"""Read YAML 1.2 into values with positions, using PyYAML's parser.

PyYAML itself reads YAML 1.1: `no` is false, `9:30` is 570, `010` is 8, and a repeated key silently overrides the first.
So only its parser is used, and its nodes are converted here; scalars stay text until a schema or `core` types them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import yaml

from speechgen.messages import reason_of, translated
from speechgen.model import CONTROL, Day, Place, Problem, lazily
from speechgen.reading.encoding import decode
from speechgen.reading.full_width import scalar_problem
from speechgen.reading.limits import MAX_DEPTH, rejected, too_deep
from speechgen.reading.regular_file import read_file
from speechgen.reading.yaml_parser import PLAIN, compose

MAX_BYTES = 1024 * 1024
_MAX_ALIASED = 10_000  # values that aliases may add to the file's own

_TAGS = {PLAIN, *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq", "int", "float", "bool", "null"))}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = lazily(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_KEEPS_LINE_ENDS = ("|", '"')  # the styles of scalars in which a line end is not a blank line
_QUOTES = ("'", '"')
_OTHER_BASE = lazily(r"0o[0-7]+|0x[0-9a-fA-F]+")


class Value:
    """A value and its position. `content` is a scalar as written, a list, a mapping, or None for an empty value.

    `plain` is true of a scalar without quotes, and of a list in brackets; `is_null` of `~` and `null`, not of an empty
    value; `is_folded` of a text whose line ends are blank lines in the file, because YAML has joined its lines. Lines
    and columns count characters from 1; `key_line` and `key_column` are those of the value's key, or of the value
    itself in a list.
    """

    __slots__ = ("column", "content", "file", "is_folded", "is_null", "key_column", "key_line", "line", "plain")

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
        self.is_null = False
        self.is_folded = False
        self.file = file
        self.line = self.key_line = line
        self.column = self.key_column = column

    @classmethod
    def mapping(cls, content: dict[str, Value], file: str, line: int = 1, column: int = 1) -> Value:
        """A mapping of values."""
        return cls(content, False, file, line, column)

    def replace(self, content: dict[str, Value]) -> Value:
        """A mapping with this value's position."""
        value = Value(content, False, self.file, self.line, self.column)
        value.key_line, value.key_column = self.key_line, self.key_column
        return value

    @property
    def place(self) -> Place:
        """The place of the value."""
        return Place(self.file, self.line, self.column)

    @property
    def key_place(self) -> Place:
        """The place of the value's key, or of the value itself in a list."""
        return Place(self.file, self.key_line, self.key_column)


def read_yaml(path: Path, shown: str) -> tuple[Value | None, list[Problem]]:
    """Read the mapping in a file; its syntax problems. `shown` is the file's name in problems."""
    text, problems = read_text(path, shown)
    return (None, problems) if text is None else parse_yaml(text, shown)


def read_text(path: Path, shown: str, content: bytes | None = None) -> tuple[str | None, list[Problem]]:
    """The text of a YAML file, or its problems. `content` is the file's content if it has been read already."""
    if content is None:
        content, problems = read_bytes(path, shown)
    return decode(content, shown) if content is not None else (None, problems)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, list[Problem]]:
    """The content of a YAML file, or its problems."""
    try:
        source = read_file(path, MAX_BYTES)
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        reason = translated("the file does not exist") if is_missing else reason_of(error)
        message, fix = translated("cannot be read: {reason}", reason=reason), translated("check its name and folder")
        return None, [Problem(Place(shown), "unreadable", message, fix)]
    if len(source) > MAX_BYTES:
        fix = translated("check that it is the right file: a unit file has a few kilobytes")
        return None, [Problem(Place(shown), "too-large", translated("is larger than 1 MiB"), fix)]
    return source, []


def parse_yaml(source: bytes | str, shown: str, *, first_line: int = 1) -> tuple[Value | None, list[Problem]]:
    """Parse the mapping in a text; its syntax problems. The text begins in line `first_line` of the file."""
    text, problems = (source, []) if isinstance(source, str) else decode(source, shown)
    if text is None:
        return None, problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if problems := list(rejected(text, shown, first_line)):
        return None, problems
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        from speechgen.reading.syntax_errors import syntax_problems

        return None, list(syntax_problems(text, error, shown, first_line))
    if not isinstance(node, yaml.MappingNode):
        return None, list(_not_a_mapping(text, node, shown, first_line))
    converter = _Converter(text, shown, first_line)
    try:
        return converter.value(node, 0), converter.problems
    except _TooLargeError as error:
        return None, [*converter.problems, error.problem]


def core(value: Value) -> bool | Decimal | str | Day | None:
    """The typed value of a scalar by YAML 1.2's core schema, extended by ISO 8601 dates.

    https://yaml.org/spec/1.2.2/#103-core-schema. Raises ValueError, with a message for the user, for a date that does
    not exist.
    """
    text = str(value.content)
    if value.content is None or not value.plain:
        return value.content if value.content is None else text
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if len(text) < 100 and _OTHER_BASE.fullmatch(text):
        return Decimal(int(text, 0))
    return Day.parse(text) or text


class _TooLargeError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Converter:
    """Converts nodes to values, and finds problems that the parser does not."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._lines: list[str] | None = None
        self._file = file
        self._first = first_line
        self._left = 2 * len(text) + _MAX_ALIASED  # values, and tens of characters, that may still be converted
        self._open: set[int] = set()

    def value(self, node: yaml.Node, depth: int, *, in_flow_list: bool = False) -> Value:
        mark = node.start_mark
        line, column = mark.line + self._first, mark.column + 1
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            raise self._too_large(depth, line, column)
        if node.tag not in _TAGS:
            problem = _tag_problem(node, Place(self._file, line, column))
            self.problems += [problem] if problem not in self.problems else []  # an alias refers to it again
        if isinstance(node, yaml.ScalarNode):
            self._left -= len(node.value) // 10
            return self._scalar(node, line, column, in_flow_list)
        if id(node) in self._open:
            message, fix = translated("the alias refers to a value that contains it"), translated("write the value out")
            raise _TooLargeError(Problem(Place(self._file, line, column), "alias-bomb", message, fix))
        self._open.add(id(node))
        content: dict[str, Value] | list[Value]
        if isinstance(node, yaml.MappingNode):
            content = self._mapping(node, depth + 1)
        else:
            in_flow_list = getattr(node, "flow_style", False) is True
            content = [self.value(child, depth + 1, in_flow_list=in_flow_list) for child in node.value]
        self._open.discard(id(node))
        return Value(content, in_flow_list and isinstance(content, list), self._file, line, column)

    def _scalar(self, node: yaml.ScalarNode, line: int, column: int, in_list: bool, is_key: bool = False) -> Value:
        text: str = node.value
        plain = node.tag == PLAIN
        if plain and not text.isascii():
            place = Place(self._file, line, column)
            problem = scalar_problem(text, place, in_flow_list=in_list, is_key=is_key)
            if problem is not None:
                self.problems.append(problem)
        if node.end_mark.line > node.start_mark.line and (not in_list if plain else node.style in _QUOTES):
            from speechgen.reading.misread import misread_lines, unindented_line

            self._lines = self._lines or self._text.split("\n")
            find = misread_lines if plain else unindented_line
            problem = find(self._lines, node, self._file, self._first)
            self.problems += [problem] if problem is not None and problem not in self.problems else []
        value = Value(None if plain and text in _NULLS else text, plain, self._file, line, column)
        value.is_null = value.content is None and text != ""
        value.is_folded = "\n" in text and node.style not in _KEEPS_LINE_ENDS
        return value

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Value]:
        content: dict[str, Value] = {}
        for number, (key_node, child_node) in enumerate(node.value):
            mark = key_node.start_mark
            line, column = mark.line + self._first, mark.column + 1
            if not isinstance(key_node, yaml.ScalarNode):
                is_jinja = node.flow_style and isinstance(key_node, yaml.MappingNode)
                self.problems.append(_key_problem(Place(self._file, line, column), is_jinja=is_jinja))
                continue
            key = key_node.value
            if control := CONTROL.search(key):
                self.problems.append(_control_in_key(Place(self._file, line, column), control[0]))
                continue
            self._scalar(key_node, line, column, False, True)
            if node.flow_style and child_node.value == "" and child_node.tag == PLAIN:
                from speechgen.reading.misread import lacks_colon, misread_entry

                problem = misread_entry(node.value, number, Place(self._file, line, column))
                if problem is not None or lacks_colon(node.value[number]):
                    if problem and self.problems and self.problems[-1][:2] == problem[:2]:
                        self.problems.pop()  # the same mistake in the key; this one may have the line to copy
                    self.problems += [problem] if problem and problem not in self.problems else []
                    continue
            child = self.value(child_node, depth)
            child.key_line, child.key_column = line, column
            if key in content:
                self.problems.append(_repeated_key(Place(self._file, line, column), key, content[key].key_line))
            else:
                content[key] = child
        return content

    def _too_large(self, depth: int, line: int, column: int) -> _TooLargeError:
        place = Place(self._file, line, column)
        if depth > MAX_DEPTH:
            return _TooLargeError(too_deep(place))
        message, fix = translated("its aliases expand to too many values"), translated("write the values out")
        return _TooLargeError(Problem(place, "alias-bomb", message, fix))


def _tag_problem(node: yaml.Node, place: Place) -> Problem:
    message = translated("tags such as {tag} are not supported", tag=node.tag.replace("tag:yaml.org,2002:", "!!"))
    return Problem(place, "yaml-syntax", message, translated("delete the tag, or put the value in quotes"))


def _key_problem(place: Place, *, is_jinja: bool) -> Problem:
    """The problem of a key that is not a text; `{{ … }}` is read as one."""
    if is_jinja:
        message = translated("values are not filled in: {{ }} is for templates")
        return Problem(place, "yaml-syntax", message, translated("write the words themselves"))
    return Problem(place, "yaml-syntax", translated("a key must be a text"), translated("write key: value"))


def _control_in_key(place: Place, character: str) -> Problem:
    message = (
        translated("a key contains a line end")
        if character == "\n"
        else translated("a key contains the control character {code}", code=f"U+{ord(character):04X}")
    )
    return Problem(place, "control-character", message, translated("delete it"))


def _repeated_key(place: Place, key: str, first: int) -> Problem:
    message = translated("the key {key} is repeated; it is first in line {line}", key=key, line=first)
    return Problem(place, "repeated-key", message, translated("delete or rename one of them"))


def _not_a_mapping(text: str, node: yaml.Node | None, shown: str, first_line: int) -> Iterator[Problem]:
    from speechgen.reading.syntax_errors import syntax_problems

    if node is None:
        fix = translated("add them, or delete the file")
        yield Problem(Place(shown, first_line), "empty-file", translated("contains no values"), fix)
        return
    place = Place(shown, node.start_mark.line + first_line, node.start_mark.column + 1)
    found = list(syntax_problems(text, None, shown, first_line)) if isinstance(node, yaml.ScalarNode) else []
    if not found and node.tag not in _TAGS:
        found = [_tag_problem(node, place)]
    yield from found
    if not found:
        message = (
            translated("contains a list instead of key: value")
            if isinstance(node, yaml.SequenceNode)
            else translated("contains a text instead of key: value")
        )
        yield Problem(place, "not-a-mapping", message, translated("write lines of the form key: value"))
