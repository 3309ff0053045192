"""Punctuation and figures as the national standards have them: GB/T 15834-2011 and GB/T 15835-2011."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.punctuation.dashes import DASHES, DOTS, dashes, ellipses
from speechgen.checks.rules.punctuation.half_width import HALF_WIDTH, half_width_marks
from speechgen.checks.rules.punctuation.mark_places import SPACES, marks_in_their_places, spaces
from speechgen.checks.rules.punctuation.mark_runs import marks_in_a_row
from speechgen.checks.rules.punctuation.number_style import CIRCLES, FULL_WIDTH, circles, figures_in_form, full_width
from speechgen.checks.rules.punctuation.numbering import numbers_of_lists
from speechgen.checks.rules.punctuation.paired_marks import ANGLES, angles, document_numbers, paired_marks
from speechgen.checks.rules.punctuation.ranges import ranges

# What is looked for, and characters without which there is none of it: most speeches have few of them. Where two find
# something at one place, the first tells it.
_KINDS: Sequence[tuple[Callable[[Draft], Iterator[Finding]], frozenset[str]]] = (
    (ranges, frozenset("0123456789")),
    (figures_in_form, frozenset("0123456789、零〇")),
    (circles, CIRCLES),
    (full_width, FULL_WIDTH),
    (document_numbers, frozenset("号")),
    (numbers_of_lists, frozenset()),
    (marks_in_a_row, frozenset()),
    (angles, ANGLES),
    (paired_marks, frozenset()),
    (ellipses, DOTS),
    (dashes, frozenset(DASHES)),
    (half_width_marks, HALF_WIDTH),
    (marks_in_their_places, frozenset()),
    (spaces, SPACES),
)


@rule("punctuation")
def punctuation(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A mark or a figure that is not as GB/T 15834-2011 and GB/T 15835-2011 have it.

    It is not heard, but the printed speech is kept and handed on. Half-width marks in Chinese text, quotation marks and
    brackets without a partner, marks in a row, the wrong mark after a number of a list, dashes, ellipses, ranges, and
    figures in two kinds of numerals are found; each problem names its clause. What the standard has as common only, or
    what may be meant so, is a warning.

    Finds:
        会议指出,要提高认识.
        同志们:大家好!
        要做到"四个到位"。
        要强化“四个意识，坚定“四个自信”。
        我们学习了《条例。
        认识提高了，，作风转变了。
        认识提高了，。作风转变了。
        ，作风转变了。
        学习了《准则》、《条例》。
        1、提高认识。
        第一、提高认识。
        （一）、提高认识
        国发[2014]5号文件已经印发。
        干部下基层2千4百人次。
        完成率为63-68%。
        完成率为63～68%。
        用了三、五天时间。
        二○一四年完成。
        2014年十月完成。
        这是一件大事--也是一件难事。
        大家想一想...
        提高 认识，转变作风。
    Leaves alone:
        覆盖率为63%～68%，共3,000户，10:30开始，比例为1:2000。
        从2014年到2020年，从63%提高到68%，投入3.5万元、1.2亿元。
        推行“9+3+X”，学习GB/T 15834和《纲要（2021—2025年）》，网址是http://www.example.com/a?b=1,2。
        “第一段。¶“第二段。”
        《甲》（2014年）、《乙》和“甲”等、“乙”都要学。
        用了三五天时间，看了一、二、三产业，第三、五章也看了。
        他问：“‘七月流火’是什么意思？”谁知道呢？！
        这是大事——也是难事……
    Fixes:
        会议指出,要提高认识. → 会议指出，要提高认识。
        要做到"四个到位"(见附件)。 → 要做到“四个到位”（见附件）。
        认识提高了，，作风转变了。。 → 认识提高了，作风转变了。
        学习了《准则》、《条例》。 → 学习了《准则》《条例》。
        1、提高认识。 → 1.提高认识。
        第一、提高认识。 → 第一，提高认识。
        （一）、提高认识 → （一）提高认识
        国发[2014]5号文件已经印发。 → 国发〔2014〕5号文件已经印发。
        完成率为63-68%。 → 完成率为63%～68%。
        计划用10-15天。 → 计划用10～15天。
        这是大事--也是难事... → 这是大事——也是难事……
        二○一四年完成。 → 二〇一四年完成。
    """
    characters = frozenset(draft.text)
    taken = bytearray(len(draft.text))
    findings = []
    for kind, needed in _KINDS:
        for found in kind(draft) if not needed or needed & characters else ():
            if not any(taken[found.start : found.end]):
                taken[found.start : found.end] = b"\1" * (found.end - found.start)
                findings.append(found)
    yield from sorted(findings, key=lambda found: found.start)
