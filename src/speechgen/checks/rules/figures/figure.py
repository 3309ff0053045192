"""Figures that contradict one another, themselves, or the file."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.figures.changes import changes
from speechgen.checks.rules.figures.forms import forms
from speechgen.checks.rules.figures.limits import limits
from speechgen.checks.rules.figures.metrics import metrics
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.figures.shares import shares
from speechgen.checks.rules.figures.sums import sums
from speechgen.checks.rules.figures.totals import totals
from speechgen.checks.rules.figures.twice import twice


@rule("figure")
def figure(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A figure that differs from the file's, from the others, or from itself.

    A metric of the unit file may be rounded: 2413 is 2400余, 2400多 or 近2500, and no 2600余. One thing counted twice
    has one figure; parts make their total; percentages follow from before and after, or from part and total, rounded
    either way. An exact figure has no 余, and what is 近 or 约 needs no 左右. Nothing falls by 1倍 or by 150%. Where
    the words leave it open, such as parts that need not be all, it is a warning or a hint.

    Facts:
        metrics: {发出征求意见函: {value: 2413, measure: 份}}
    Finds:
        先后发出征求意见函2600余份。
        收回问卷1530份。¶前面说到，收回问卷1350份。
        共发现问题23个，其中决策方面6个、资金方面8个、作风方面10个。
        信访量由214件下降到92件，下降75%。
        23个问题中已整改18个，占87%。
        走访群众2413余户。
        近20余场座谈会，约30%左右的党员参加。
        一年来投诉量下降1倍。
    Leaves alone:
        先后发出征求意见函2400多份。
        共发现问题23个，其中决策方面6个、资金方面8个、作风方面9个。
        上次反馈的问题有31个，已经改好的有26个，占84%。
        满意率由92%提高到96%，提高4个百分点。
        近二十多年来，投资增长了300%，达到3.4万余元。
        去年走访群众120户，今年走访群众150户。
    """
    figures = Figures(draft)
    yield from forms(figures)
    yield from limits(figures)
    yield from changes(figures)
    yield from shares(figures)
    yield from sums(figures)
    yield from totals(figures)
    yield from twice(figures)
    yield from metrics(figures, facts.metrics)
