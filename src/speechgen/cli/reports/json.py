"""The JSON report: `{"problems": […]}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from speechgen.cli.reports.json_text import json_text
from speechgen.model import Problem


def report(problems: Iterable[Problem], **more: object) -> Iterator[str]:
    """Yield a JSON object with the problems and the command's other results, given by keyword."""
    return json_text({"problems": map(as_json, problems), **more})


def as_json(problem: Problem) -> dict[str, Any]:
    """A problem as a JSON object. Lines and columns count characters from 1; `end_column` is exclusive."""
    found: dict[str, Any] = {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
    }
    if problem.spot is not None:
        found["end_column"] = problem.place.column + problem.spot.end - problem.spot.start
        found["words"] = problem.spot.words
    if problem.source is not None:
        found["source"] = {"file": problem.source.file, "line": problem.source.line, "column": problem.source.column}
    if problem.edit is not None:
        found["replacement"] = problem.edit.new
    return found
