"""Which detectors find the injected defects. A detector is a function of a rule's modules that returns findings.

A find counts for each detector that the finding passed through, so that one that finds nothing in a whole run shows.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import speechgen.checks.reach
import speechgen.checks.rules
from speechgen.checks.reach import WithinSentence
from speechgen.checks.rule import Finding

_BETWEEN = (Path(speechgen.checks.reach.__file__), Path(__file__))  # may be called by a detector for another
_RULES = Path(speechgen.checks.rules.__file__).parent
_recording: list[bool] = []
_makers: dict[str, frozenset[str]] = {}  # by message: the detectors of the last finding with it


def detectors() -> list[str]:
    """All detectors, such as `days/weekdays.py wrong_weekday`: functions whose result has the type `Finding`."""
    return [
        f"{path.relative_to(_RULES).as_posix()} {node.name}"
        for path in sorted(_RULES.rglob("*.py"))
        if path.name != "installed.py"  # runs the rules of other packages
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.returns is not None and "Finding" in ast.unparse(node.returns)
    ]


def record() -> None:
    """Remember from now on which detectors make each finding."""
    _recording.append(True)
    # What is kept of a sentence has no detectors on the stack, so nothing is kept.
    WithinSentence.__call__ = lambda function, text: list(function.read(text))  # type: ignore[method-assign, assignment]
    make = Finding.__new__

    def made(cls: type[Finding], *args: object, **kwargs: object) -> Finding:
        finding: Finding = make(cls, *args, **kwargs)  # type: ignore[arg-type]
        names, frame = set(), sys._getframe(1)
        while frame is not None:
            file = Path(frame.f_code.co_filename)
            if file.is_relative_to(_RULES):
                names.add(f"{file.relative_to(_RULES).as_posix()} {frame.f_code.co_name}")
            elif names and file not in _BETWEEN:
                break
            frame = frame.f_back  # type: ignore[assignment]
        _makers[finding.message] = frozenset(names)
        return finding

    Finding.__new__ = made  # type: ignore[assignment, method-assign]


def is_recording() -> bool:
    """Whether `record` was called."""
    return bool(_recording)


def recorded() -> dict[str, list[str]]:
    """The detectors of the last finding with each message."""
    return {message: sorted(names) for message, names in _makers.items()}


def add_recorded(makers: Mapping[str, Iterable[str]]) -> None:
    """Add what another process recorded."""
    _makers.update((message, frozenset(names)) for message, names in makers.items())


def finds(messages: Iterable[str]) -> Counter[str]:
    """One find for each detector of the problems with these messages."""
    return Counter({name for message in messages for name in _makers.get(message, ())})
