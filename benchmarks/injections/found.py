"""Run the rules on a text, and decide whether a defect was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Span
from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES
from speechgen.checks.run import run_rules
from speechgen.checks.settings import RuleSelection, Settings
from speechgen.formats.edited_speech import speech_of
from speechgen.model.problem import Problem


class Detector:
    """Runs the rules on one clean speech and on its versions with a defect."""

    def __init__(self, clean: Clean) -> None:
        self.clean = clean
        self._before: dict[str, Counter[tuple[str, str]]] = {}

    def is_for(self, code: str) -> bool:
        """Whether the rule applies to the speech's language."""
        language = "zh-CN" if self.clean.is_chinese else "en"
        return RULES[code].is_for(language)

    def problems(self, text: str, codes: Iterable[str], facts: Facts | None = None) -> list[Problem]:
        """The problems that these rules report in a text."""
        selected = frozenset(code for code in codes if code in RULES)
        speech = speech_of(text.encode("utf-8"), self.clean.suffix, self.clean.name)
        return run_rules(speech, facts or self.clean.facts, Settings(selections=(RuleSelection(select=selected),)))

    def new_problems(self, injected: Injected, code: str) -> list[Problem]:
        """The problems of the rule, and of the others that may find the defect, that the clean text does not have."""
        codes = (code, *injected.also)
        new = self.problems(injected.text, codes, injected.facts)
        now = Counter(_same(problem) for problem in new)
        before: Counter[tuple[str, str]] = Counter()
        for each in codes:
            if each not in self._before:
                self._before[each] = Counter(_same(problem) for problem in self.problems(self.clean.text, [each]))
            before += self._before[each]
        return [problem for problem in new if now[_same(problem)] > before[_same(problem)]]


def is_found(injected: Injected, problems: Sequence[Problem]) -> bool:
    """Whether one of the problems overlaps a sentence that has the defect."""
    text = injected.text
    where = [sentence_around(text, *span) for span in injected.spans]
    for problem in problems:
        start, end = _span(text, problem)
        if any(start < last and end > first for first, last in where):
            return True
    return False


def sentence_around(text: str, start: int, end: int) -> Span:
    """Start of the sentence that contains `start`, and end of the one that contains `end`."""
    first = max((text.rfind(mark, 0, start) + len(mark) for mark in _STOPS if mark in text[:start]), default=0)
    last = min(
        (at + len(mark) for mark in _STOPS if (at := text.find(mark, max(end - 1, start))) >= 0), default=len(text)
    )
    return first, max(last, end)


_STOPS = ("。", "！", "？", "\n", ". ", "? ", "! ")


def _same(problem: Problem) -> tuple[str, str]:
    return problem.message, problem.spot.words if problem.spot else ""


def _span(text: str, problem: Problem) -> Span:
    """Start and end of a problem in the text, from its line and column; at least one character."""
    line_start = 0
    for _ in range(problem.place.line - 1):
        line_start = text.find("\n", line_start) + 1
    start = line_start + problem.place.column - 1
    length = problem.spot.end - problem.spot.start if problem.spot else 1
    return start, start + max(1, length)
