"""The rule `punctuation`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.punctuation.dashes import DASHES, DOTS, dashes, ellipses
from speechgen.checks.rules.punctuation.half_width import HALF_WIDTH, half_width_marks
from speechgen.checks.rules.punctuation.mark_places import SPACES, misplaced_marks, spaces
from speechgen.checks.rules.punctuation.mark_runs import marks_in_a_row
from speechgen.checks.rules.punctuation.number_style import CIRCLES, FULL_WIDTH, circles, full_width, number_forms
from speechgen.checks.rules.punctuation.numbering import list_numbers
from speechgen.checks.rules.punctuation.paired_marks import ANGLES, angles, document_numbers, paired_marks
from speechgen.checks.rules.punctuation.ranges import ranges

# The checks, each with characters of which the text must have one for the check to be run (empty: always run). If two
# checks report the same characters, the first one counts.
_CHECKS: Sequence[tuple[Callable[[Draft], Iterator[Finding]], frozenset[str]]] = (
    (ranges, frozenset("0123456789")),
    (number_forms, frozenset("0123456789、零〇")),
    (circles, CIRCLES),
    (full_width, FULL_WIDTH),
    (document_numbers, frozenset("号")),
    (list_numbers, frozenset()),
    (marks_in_a_row, frozenset()),
    (angles, ANGLES),
    (paired_marks, frozenset()),
    (ellipses, DOTS),
    (dashes, frozenset(DASHES)),
    (half_width_marks, HALF_WIDTH),
    (misplaced_marks, frozenset()),
    (spaces, SPACES),
)


@rule("punctuation")
def punctuation(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A punctuation mark or number that does not follow GB/T 15834-2011 and GB/T 15835-2011.

    Nobody hears it, but the printed speech is kept and passed on. Reported are half-width marks in Chinese text,
    unpaired quotation marks and brackets, several marks in a row, wrong marks after list numbers, wrong dashes,
    ellipses and ranges, and numbers that mix Arabic and Chinese numerals. Each problem names the clause of the
    standard. What the standard only recommends, or what may be intended, is a warning.

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
    taken = bytearray(len(draft.text))
    findings = []
    for check, needed in _CHECKS:
        for found in check(draft) if not needed or not needed.isdisjoint(draft.characters) else ():
            if not any(taken[found.start : found.end]):
                taken[found.start : found.end] = b"\1" * (found.end - found.start)
                findings.append(found)
    yield from sorted(findings, key=lambda found: found.start)
