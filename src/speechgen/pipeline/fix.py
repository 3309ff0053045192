"""`check --fix`: apply safe fixes, and check again until none is left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import SpeechgenError, leads_outside, workspace_root
from speechgen.pipeline.atomic_write import RefusedError, atomic_write, require_writable, write_problem
from speechgen.pipeline.check import check

if TYPE_CHECKING:
    from speechgen.model import Problem
    from speechgen.pipeline.plan import PlannedUnit

_MAXIMUM_ROUNDS = 20  # a fix may make another one possible


def fix_files(
    planned: Sequence[PlannedUnit], template: str | None, problems: list[Problem], show: Callable[[str], None]
) -> tuple[list[Problem], int]:
    """Apply all safe fixes; the remaining problems, and the number of fixes. `show` gets the diff of each file.

    Raises SpeechgenError if a file has become unreadable or cannot be written.
    """
    from speechgen.checks import fixes

    made = 0
    for _ in range(_MAXIMUM_ROUNDS):
        fixed = list(fixes(problems))
        if not fixed:
            break
        for each in fixed:
            _write(each.path, each.content)
            show(each.diff)
            made += each.made
        problems = list(check(planned, template))
    return problems, made


def fixes_shown(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what the safe fixes would change in each file, as unified diffs. Writes nothing."""
    from speechgen.checks import fixes

    for each in fixes(problems):
        yield each.diff


def _write(path: Path, content: bytes) -> None:
    """Write a fixed file. Raises SpeechgenError; no link is followed."""
    root = workspace_root(path.absolute().parent)
    try:
        if path.is_symlink() or (root and leads_outside(path.absolute(), root)):
            fix = translated("fix that file: {file}", file=os.path.realpath(path))
            raise RefusedError(path, translated("it is a link to another file"), fix)
        require_writable(path)
        atomic_write(path, content)
    except OSError as error:
        raise SpeechgenError([write_problem(path, error)]) from error
