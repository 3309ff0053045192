"""Ranks that stay the same, or move against their verb: 由第20位提升至第20位, 由第6位上升到第9位."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import start_of
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS, read_whole_number
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_NUMBER = f"[0-9]{{1,4}}|[{CHINESE_NUMERALS}]{{1,4}}"
_RISES = "提升|提高|上升|跃升|攀升|晋升|前进|前移|升|跃居|跃|进"
_FALLS = "下降|下滑|后退|后移|滑落|跌落|跌|降|退|滑"
_SCOPE = "[^，,。；;、：:第\n]{0,8}"
_CHANGE = lazily(
    rf"第(?P<before>{_NUMBER})(?P<kind>[位名])(?:的位次)?(?:(?P<rise>{_RISES})|(?P<fall>{_FALLS}))(?:到|至|为|了)?"
    rf"(?P<scope>{_SCOPE})第(?P<after>{_NUMBER})(?P=kind)"
)
_CHANGES = PatternWithinSentence(_CHANGE, ["位", "名"])
_FROM = lazily(rf"[由从](?P<scope>{_SCOPE})$")
_LONGEST_LEAD = 12


def ranks(figures: Figures) -> Iterator[Finding]:
    """Check each rank before and after. A lower number is a higher rank; ranks in two scopes are not compared."""
    text = figures.text
    for found in _CHANGES.finditer(text):
        lead = _FROM.search(text[start_of(text, found.start(), limit=_LONGEST_LEAD) : found.start()])
        before, after = (read_whole_number(found[name]) for name in ("before", "after"))
        if not lead or before is None or after is None or not _is_one_scope(lead["scope"], found["scope"]):
            continue
        verb = found["rise"] or found["fall"]
        if before == after or (before < after) == bool(found["rise"]):
            first, last = (f"第{found[name]}{found['kind']}" for name in ("before", "after"))
            if before == after:
                message = translated(
                    "{verb}, but {before} to {after} is no change", verb=verb, before=first, after=last
                )
            elif found["rise"]:
                message = translated("{verb}, but {before} to {after} is a fall", verb=verb, before=first, after=last)
            else:
                message = translated("{verb}, but {before} to {after} is a rise", verb=verb, before=first, after=last)
            yield Finding(*found.span(), message, translated("correct the rank or the word"))


def _is_one_scope(before: str, after: str) -> bool:
    """Whether both ranks are in the same scope, such as 全国, or only one has it in words."""
    return not before or not after or before in after or after in before
