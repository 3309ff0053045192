"""Comments in unit files that suppress problems: `# speechgen: ignore[CODE]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from speechgen.checks.rules import codes_for
from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily

_COMMENT = lazily(r"(?:^|\s)#\s*speechgen:\s*(ignore(?:-file)?)\s*(?:\[([^\]\n]*)\])?")


class Suppression(NamedTuple):
    """The codes that comments in one file suppress: by line, and in the whole file."""

    lines: Mapping[int, frozenset[str]] = {}
    whole: frozenset[str] = frozenset()

    def covers(self, code: str, line: int) -> bool:
        """Whether problems with this code from this line are suppressed."""
        return code in self.whole or code in self.lines.get(line, ())


def read_suppression(text: str, shown: str) -> tuple[Suppression, list[Problem]]:
    """The suppressed codes, and the problems in the comments.

    `# speechgen: ignore[CODE, …]` suppresses on its own line, or on the next line if it has its line to itself;
    `ignore-file` suppresses in the whole file.
    """
    lines: dict[int, frozenset[str]] = {}
    whole: frozenset[str] = frozenset()
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1) if "speechgen:" in text else ():
        for comment in _COMMENT.finditer(line):
            codes = list(_codes(comment, Place(shown, number, comment.start() + 1), problems))
            if comment[1] == "ignore-file":
                whole |= frozenset(codes)
                continue
            target = number if line[: comment.start()].strip() else number + 1
            lines[target] = lines.get(target, frozenset()) | frozenset(codes)
    return Suppression(lines, whole), problems


def _codes(comment: re.Match[str], place: Place, problems: list[Problem]) -> Iterator[str]:
    """Yield the codes in a comment; add a problem for an unknown code, and for a comment without codes."""
    codes = re.split(r"[,，、\s]+", (comment[2] or "").strip())
    if codes == [""]:
        fix = translated("write # speechgen: {comment}[CODE]; speechgen rules lists the codes", comment=comment[1])
        problems.append(Problem(place, "unknown-choice", translated("the comment has no rule code"), fix))
        return
    for code in codes:
        known = codes_for([code])
        if code in known:
            yield code
        else:
            from speechgen.reading import unknown_choice

            problems.append(unknown_choice(f"speechgen: {comment[1]}", code, list(known), place))


def without_suppressed(problems: Iterable[Problem], suppressions: Mapping[str, Suppression]) -> Iterator[Problem]:
    """Yield the problems that no comment suppresses. `suppressions`: by file name."""
    for problem in problems:
        source = problem.source or problem.place
        suppression = suppressions.get(source.file)
        if suppression is None or not suppression.covers(problem.code, source.line):
            yield problem
