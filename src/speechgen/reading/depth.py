"""How deeply a YAML text is nested, before it is parsed."""

from __future__ import annotations

import yaml

from speechgen.model import Place, Problem
from speechgen.reading.yaml_parser import YamlParser

MAX_DEPTH = 100


def too_deep(place: Place) -> Problem:
    """The problem of a value that is nested too deeply."""
    return Problem(place, "too-deep", f"is nested more than {MAX_DEPTH} levels deep", "nest it less deeply")


def may_be_deep(text: str) -> bool:
    """Whether the nesting may be deep: the parser recurses in C, and tens of thousands of levels crash the process."""
    return text.count("[") + text.count("{") > MAX_DEPTH or text.count("- ") > MAX_DEPTH or text.count("? ") > MAX_DEPTH


def deepest(text: str) -> int | None:
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
