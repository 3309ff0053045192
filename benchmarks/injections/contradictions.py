"""Sentences whose own figures cannot all be right: `figure`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import NUMERALS, Injected, Kinds, added, places, put


def _more_than_all(clean: Clean, rng: Random) -> Iterator[Injected]:
    """More done than there was to do, or a share of more than all."""
    if clean.is_chinese:
        whole, more = rng.randrange(30, 400), rng.randrange(2, 30)
        yield from added(
            clean,
            rng,
            [
                f"{whole}名党员中，有{whole + more}名参加了学习。",
                f"列入清单的事项共{whole}项，已经办结{whole + more}项。",
                f"收到来信{whole}件，其中反映作风问题的{whole + more}件。",
                f"发放问卷{whole}份，收回问卷{whole + more}份。",
                f"群众满意率达到{100 + more}%。",
                f"整改率为{100 + more}.{rng.randrange(1, 10)}%。",
                f"参加学习的占党员总数的{100 + more}%。",
                f"优秀的占{100 + more}%，比过去多了。",
                f"有{100 + more}%的群众表示满意。",
                f"反映的问题中，有{100 + more}%同作风有关。",
            ],
        )


def _range(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A range that ends with less than it begins with."""
    if clean.is_chinese:
        low = rng.randrange(2, 9)
        high = low + rng.randrange(3, 20)
        yield from added(
            clean,
            rng,
            [
                f"每个支部走访{high}至{low}户。",
                f"每次用时{high}到{low}天不等。",
                f"办理时间缩短{high}—{low}天。",
                f"每个单位确定{high}～{low}名联络员。",
                f"这类事项占{high * 3}%至{low * 3}%。",
                f"整改期限为{high}个月至{low}个月。",
            ],
        )


def _more_cases(clean: Clean, rng: Random) -> Iterator[Injected]:
    """More cases closed than came in, more people charged than sent, fewer people than cases."""
    if clean.is_chinese:
        came, more = rng.randrange(200, 900), rng.randrange(20, 90)
        yield from added(
            clean,
            rng,
            [
                f"一年来，共受理案件{came}件，审结{came + more}件。",
                f"安排资金{came}万元（镇级{came + more}万）。",
                f"受理各类案件{came}件，办结{came + more}件，同比都有上升。",
                f"受理提请审查逮捕案件{came}件{came + more}人，批准逮捕{came - more}件{came + 2 * more}人。",
                f"受理移送审查起诉案件{came}件{came + more}人，提起公诉{came + more}件{came + more}人。",
                f"批准逮捕{came}件{came - more}人，起诉{came - more}件{came}人。",
            ],
        )


def _more_chosen(clean: Clean, rng: Random) -> Iterator[Injected]:
    """More people chosen than applied."""
    if clean.is_chinese:
        came, more = rng.randrange(20, 90), rng.randrange(3, 20)
        yield from added(
            clean,
            rng,
            [
                f"有{came}人报名参加遴选，经过笔试面试，最终录用{came + more}人。",
                f"{came}名干部踊跃报名，择优入选{came + more}名。",
            ],
        )


def _duration(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A number of days that the first and the last day do not give."""
    if clean.is_chinese:
        first, days = rng.randrange(1, 15), rng.randrange(3, 9)
        last, wrong = first + days - 1, days + rng.randrange(1, 4)
        yield from added(
            clean,
            rng,
            [
                f"集训从3月{first}日到{last}日，为期{wrong}天。",
                f"3月{first}日至3月{last}日，开展了为期{wrong}天的走访。",
                f"3月{first}日—{last}日，进行了为期{NUMERALS[min(wrong, 10)]}天的培训。",
                f"3月{first}日至5月{last}日，进行了为期5个月的整治。",
            ],
        )


def _age(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The age of a body was brought up to date in one sentence only."""
    if clean.is_chinese:
        years = rng.randrange(2, 10) * 10
        yield from added(
            clean,
            rng,
            [
                f"大家参观了商会联合会成立{years}周年图片展。商会联合会走过了{years + 10}年风雨。",
                f"大家参观了商会联合会成立{years}周年图片展，重温了{years + 5}年来商会联合会的历程。",
            ],
        )


def _rank(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A rank that did not change, or changed against its verb."""
    if clean.is_chinese:
        rank, more = rng.randrange(3, 20), rng.randrange(1, 9)
        yield from added(
            clean,
            rng,
            [
                f"考评成绩由全市第{rank}位提升至全市第{rank}位。",
                f"考评成绩从第{rank}名上升到第{rank + more}名。",
                f"投诉量的排名由第{rank + more}位下降到第{rank}位。",
            ],
        )


def _fall_of_nothing(clean: Clean, rng: Random) -> Iterator[Injected]:
    """From and to the same figure: only one of the two was entered."""
    if clean.is_chinese:
        same = rng.randrange(20, 400)
        yield from added(
            clean,
            rng,
            [
                f"来信来访由{same}件下降到{same}件。",
                f"全年会议从{same}次减少到{same}次。",
                f"办结率由{same % 40 + 50}%提高到{same % 40 + 50}%。",
                f"办理时限由{same % 20 + 3}天压缩到{same % 20 + 3}天。",
                f"志愿者由{same}人增加到{same}人，来之不易。",
                "来信来访同比下降0%。",
            ],
        )


def _no_change(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit file was corrected, before and after are the same, but the speech still has a fall."""
    for match in re.finditer(r"before: ([\d.]+), after: ([\d.]+)", clean.file_text):
        metric = next((each for each in clean.facts.metrics if f"{each.after}" == match[2] and each.words), None)
        if metric is not None and match[1] != match[2] and clean.is_chinese:
            new = f"before: {match[1]}, after: {match[1]}"
            for at in places(clean.text, metric.words):
                facts = clean.with_file(clean.file_text.replace(match[0], new))
                yield put(clean, at, at + len(metric.words), metric.words, facts=facts)


def _no_change_kept(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit file has the same figure twice, and the speech was edited to have a fall or a rise."""
    for metric in clean.facts.metrics:
        if metric.before is not None and metric.before == metric.after and metric.title and clean.is_chinese:
            forms = [
                "今年的{}同比下降了{}%。",
                "{}比去年减少{}%，来之不易。",
                "一年来，{}上升{}%。",
                "{}由去年的{before}件降到{after}件。",
            ]
            before = int(metric.before)
            sentences = [
                form.format(metric.title, rng.randrange(3, 30), before=before, after=before - rng.randrange(5, 20))
                for form in forms
            ]
            yield from added(clean, rng, sentences)


def _wrong_difference(clean: Clean, rng: Random) -> Iterator[Injected]:
    """From, to, and a difference that is not theirs."""
    if clean.is_chinese:
        after = rng.randrange(40, 200)
        less = rng.randrange(11, 90)
        before, wrong = after + less, less + rng.choice([-9, -6, 4, 8, 10, 20])
        yield from added(
            clean,
            rng,
            [
                f"来信来访由{before}件下降到{after}件，减少{wrong}件。",
                f"全年会议从{before}次减少到{after}次，少开了{wrong}次。",
                f"志愿者由{after}人增加到{before}人，增加了{wrong}人。",
                f"发文由去年的{before}份减到{after}份，压减{wrong}份。",
                f"全年来访{after}件，比去年的{before}件减少{wrong}件。",
                f"今年走访{before}户，比去年的{after}户多{wrong}户。",
                f"来访比去年减少{wrong}件，由{before}件降到{after}件。",
                f"联系点从{after}个扩大到{before}个，净增{wrong}个。",
            ],
        )


def _wrong_rate(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A figure, how much less or more it is than last year, and a percentage that is not theirs."""
    if clean.is_chinese:
        after, less = rng.randrange(60, 300), rng.randrange(11, 50)
        fall, rise = less / (after + less) * 100, less / (after - less) * 100
        wrong = rng.choice([-3.4, 4.1, 6.3, 9.9])
        yield from added(
            clean,
            rng,
            [
                f"全年来访{after}件，比去年减少{less}件，下降{fall + wrong:.1f}%。",
                f"发文{after}份，同比减少{less}份，降幅为{fall + wrong:.1f}%。",
                f"今年走访群众{after}户，比上年增加{less}户，增长{rise + wrong:.1f}%。",
                f"培训党员{after}人次，较去年增加{less}人次，增幅{rise + wrong:.1f}%。",
                f"收入{after}万元，比上年增加{less}万元，增长{rise + wrong:.1f}%。",
            ],
        )


def _more_after_measure(clean: Clean, rng: Random) -> Iterator[Injected]:
    """近 or 约 before a figure, with 多 or 余 after its measure word; or 余 after an exact figure's."""
    if clean.is_chinese:
        few, many = rng.randrange(3, 9), rng.randrange(101, 999)
        yield from added(
            clean,
            rng,
            [
                f"材料堆起来有近{few}米多。",
                f"来回走了约{few * 10}公里多。",
                f"座谈会开了大约{few}个小时多。",
                f"这笔账拖了将近{few}个月多。",
                f"省下的钱有近{few}万元多。",
                f"一共发出征求意见函{many}份余。",
                f"全年走访群众{many}户多。",
                f"参加学习的有{many}人次余。",
                f"省下的钱有约{few * 100}元余。",
            ],
        )


CONTRADICTIONS: Kinds = {
    "more-than-all": _more_than_all,
    "range": _range,
    "fall-of-nothing": _fall_of_nothing,
    "no-change": _no_change,
    "no-change-kept": _no_change_kept,
    "wrong-difference": _wrong_difference,
    "wrong-rate": _wrong_rate,
    "more-after-measure": _more_after_measure,
    "more-cases": _more_cases,
    "more-chosen": _more_chosen,
    "duration": _duration,
    "age": _age,
    "rank": _rank,
}
