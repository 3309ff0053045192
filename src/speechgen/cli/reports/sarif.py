"""The SARIF 2.1.0 report, for code hosts and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from speechgen.checks.rules import rule_named
from speechgen.cli.code_pages import code_page
from speechgen.cli.reports.json_text import json_text
from speechgen.messages import translated, translated_page
from speechgen.model import Edit, Place, Problem, with_fix

_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a SARIF log with one run: the problems, and their codes with the manual pages."""
    codes = list(dict.fromkeys(problem.code for problem in problems))
    driver = {
        "name": "speechgen",
        "version": version("speechgen"),
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": (_result(problem, codes.index(problem.code)) for problem in problems),
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": iter([run])})


def _rule(code: str) -> dict[str, Any]:
    rule = rule_named(code) or code_page(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": translated(rule.summary)},
        "fullDescription": {"text": translated_page(rule.page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, rule_index: int) -> dict[str, Any]:
    length = problem.spot.end - problem.spot.start if problem.spot else 0
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[problem.severity],
        "message": {"text": with_fix(problem.message, problem.fix)},
        "locations": [_location(problem.place, length)],
    }
    if problem.source is not None:
        origin = {"text": translated("the text comes from here")}
        result["relatedLocations"] = [{**_location(problem.source, 0), "message": origin}]
    if problem.edit is not None and problem.edit.place.file == problem.place.file:
        result["fixes"] = [_fix(problem, problem.edit)]
    return result


def _location(place: Place, length: int) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": place.line, "startColumn": place.column}
    if length:
        region["endColumn"] = place.column + length
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _artifact(file: str) -> dict[str, str]:
    """The artifactLocation of a file. A relative path stays a relative URI."""
    path = Path(file)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _fix(problem: Problem, edit: Edit) -> dict[str, Any]:
    """A SARIF fix for a problem whose edit is in the same file: it replaces the words of the speech."""
    start = edit.place.column + edit.start
    region = {"startLine": edit.place.line, "startColumn": start, "endColumn": start + edit.end - edit.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": edit.new}}
    change = {"artifactLocation": _artifact(edit.place.file), "replacements": [replacement]}
    return {"description": {"text": problem.fix or translated("fix it")}, "artifactChanges": [change]}
