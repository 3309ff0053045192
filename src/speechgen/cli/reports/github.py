"""GitHub workflow commands, which GitHub shows as annotations at the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechgen.messages import translated
from speechgen.model import Problem, with_fix

_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def report(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a workflow command per problem, one a line."""
    for number, problem in enumerate(problems):
        yield f"\n{_command(problem)}" if number else _command(problem)


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": f"speechgen {problem.code}"}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    source = problem.source
    origin = translated(" (from {file}:{line})", file=source.file, line=source.line) if source else ""
    return f"::{_LEVELS[problem.severity]} {listed}::{_message(with_fix(problem.message, problem.fix) + origin)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
