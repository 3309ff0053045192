"""What is not read at all: control characters, and values nested too deeply."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily
from speechgen.reading.yaml_parser import YamlParser

MAX_DEPTH = 100
# With the line separators that YAML knows and editors do not show: they are pasted from slides and web pages.
_CONTROL = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def rejected(text: str, shown: str, first_line: int) -> Iterator[Problem]:
    """Problems for which the text is not parsed at all."""
    if found := _CONTROL.search(text):
        at = found.start()
        place = Place(shown, text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at))
        message = translated("contains the control character {code}", code=f"U+{ord(text[at]):04X}")
        yield Problem(place, "control-character", message, translated("delete it"))
    elif _may_be_deep(text) and (deep := _deepest(text)) is not None:
        yield too_deep(Place(shown, deep + first_line))


def too_deep(place: Place) -> Problem:
    """The problem of a value that is nested too deeply."""
    message = translated("is nested more than {number} levels deep", number=MAX_DEPTH)
    return Problem(place, "too-deep", message, translated("nest it less deeply"))


def _may_be_deep(text: str) -> bool:
    """Whether the nesting may be deep: the parser recurses in C, and tens of thousands of levels crash the process."""
    return text.count("[") + text.count("{") > MAX_DEPTH or text.count("- ") > MAX_DEPTH or text.count("? ") > MAX_DEPTH


def _deepest(text: str) -> int | None:
    """The line, from 0, where the nesting exceeds `MAX_DEPTH`; otherwise None. Parsing events does not recurse.

    libyaml in PyYAML 6.0.4 itself rejects more than 1,000 levels, before the first event.
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
