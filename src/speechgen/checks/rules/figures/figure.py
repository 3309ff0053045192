"""The rule `figure`."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.blanks import read_without_blanks
from speechgen.checks.rules.figures.ages import ages
from speechgen.checks.rules.figures.approximations import approximations
from speechgen.checks.rules.figures.changes import changes
from speechgen.checks.rules.figures.conflicts import conflicts
from speechgen.checks.rules.figures.done import more_in_brackets, more_than_came_in, more_than_there_were
from speechgen.checks.rules.figures.durations import durations
from speechgen.checks.rules.figures.limits import limits
from speechgen.checks.rules.figures.metrics import metrics
from speechgen.checks.rules.figures.ranks import ranks
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.figures.shares import shares
from speechgen.checks.rules.figures.sums import sums
from speechgen.checks.rules.figures.totals import totals


@rule("figure")
def figure(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A figure that contradicts the unit file, another figure, or its own wording.

    A metric of the unit file may be rounded: 2413 may be 2400余, 2400多 or 近2500, but not 2600余. The same thing must
    have the same figure everywhere; parts must add up to their total; percentages must follow from before and after, or
    from part and total, rounded up or down. An exact figure has no 余, and a figure with 近 or 约 has no 左右. Nothing
    falls by 1倍 or by 150%, or rises from 85% to 85% or from the 8th place to the 9th; no more is done than there was
    to do. A duration must fit the days of its sentence, and an age the anniversary of the same body. Cases that depend
    on how the sentence is meant, such as parts that may not be complete, are warnings or hints. Blanks between digits
    and Chinese characters make no difference. One of several figures that is said once, and follows from no other, may
    be wrong without being found.

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
        办结率由85%提高到85%，满意率达到105%。
        列入清单的事项共96项，已经办结118项。
        每个支部走访24至7户。
        考核成绩由第8名上升到第9名。
        受理案件120件，审结131件，批准逮捕30件28人。
        集训从7月1日至4日，为期6天。
        商会联合会成立20周年。¶商会联合会走过了30年。
    Leaves alone:
        先后发出征求意见函2400多份。
        共发现问题23个，其中决策方面6个、资金方面8个、作风方面9个。
        上次反馈的问题有31个，已经改好的有26个，占84%。
        满意率由92%提高到96%，提高4个百分点。
        近二十多年来，投资增长了300%，达到3.4万余元。
        去年走访群众120户，今年走访群众150户。
        考核成绩由第9名上升到第8名。
        集训从7月1日至4日，为期4天。
    """
    yield from read_without_blanks(_in_figures, draft, facts)


def _in_figures(draft: Draft, facts: Facts) -> Iterator[Finding]:
    figures = Figures(draft)
    yield from approximations(figures)
    yield from limits(figures)
    yield from more_than_there_were(figures)
    yield from more_than_came_in(figures)
    yield from more_in_brackets(figures)
    yield from changes(figures)
    yield from ranks(figures)
    yield from shares(figures)
    yield from sums(figures)
    yield from totals(figures)
    yield from conflicts(figures)
    yield from durations(figures)
    yield from ages(figures)
    yield from metrics(figures, facts.metrics)
