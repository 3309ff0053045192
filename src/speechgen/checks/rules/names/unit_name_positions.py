"""Places in a speech where the unit's own name is expected: 在…的讲话, 对…的评价, 我们相信…一定."""

from __future__ import annotations

from typing import Literal

from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.organisations import Organisation
from speechgen.checks.rules.patterns import lazily

Certainty = Literal["certain", "likely", ""]

_WIDTH = 40
# Patterns before and after the name. 对…的评价 counts at the start of a paragraph only, where it is a heading of the
# speech; 群众对市财政局的评价 can be about any organisation.
_CERTAIN = (
    (
        lazily(r"(?:^|\n)(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.）)])?(?:关于)?对$"),
        lazily(r"[^，。；：]{0,24}?(?:评价|印象|看法|反馈意见)"),
    ),
    (
        lazily("就$"),
        lazily(r"[^，。；：]{0,30}?(?:情况|活动|工作|整改|教育)[^，。；：]{0,12}?[讲谈提作说反]"),
    ),
    (
        lazily("(?:感谢|谢谢|得到了?)$"),
        lazily("(?:党组|党委|党工委|领导班子|班子)?(?:和|及|以及)?(?:全体|广大)(?:干部|党员|职工|同志)|上下"),
    ),
    (lazily("(?:我们相信，?|祝愿|祝)$"), lazily("[^，。；：]{0,16}?一定|在今后|会继续|的明天")),
)
_LIKELY = (
    (lazily("(?:相信，?|祝愿|代表|进驻)$"), lazily("")),
    (lazily("希望$"), lazily("[^，。；：]{0,16}?一定|上下|全体|广大|领导班子|班子|在今后|继续")),
    (lazily("(?:感谢|谢谢|得到了?)$"), lazily("党组|党委|党工委|领导班子|班子|对我们|给予")),
    (
        lazily("对$"),
        lazily(r"[^，。；：]{0,20}?(?:进行|开展|的)[^，。；：]{0,8}?(?:督导|巡察|考核|督查|检查|评价)"),
    ),
    (lazily("为$"), lazily("开展")),
    (
        lazily(""),
        lazily(
            "(?:党组|党委|党工委|党总支|党支部)?(?:领导班子|班子)|上下|自身|全体(?:党员|干部|同志|职工)|广大(?:党员|干部)"
            "|党组(?:高度重视|始终|坚持)|一定|的?(?:教育实践活动|主题教育|党史学习教育|党纪学习教育|教育整顿)|从一开始"
            "|按照(?:中央|省委|市委|县委|区委)|没有满足|所做的工作|立足自身|结合(?:自身|工作)"
        ),
    ),
)


def unit_name_certainty(draft: Draft, organisation: Organisation) -> Certainty:
    """How certain it is that this place needs the name of the speech's own unit; empty if it does not."""
    passage = draft.passage(organisation.start)
    before = draft.text[max(0, passage.start - 1, organisation.start - 12) : organisation.start]
    after = draft.text[organisation.end : min(passage.end, organisation.end + _WIDTH)]
    if passage.kind == "title":
        return "certain" if before.endswith("在") or organisation.start == passage.start else "likely"
    if passage.kind == "salutation":
        return "likely"
    if after.startswith(("、", "和市", "和县")) or before.endswith("、"):
        return ""
    if any(left.search(before) and right.match(after) for left, right in _CERTAIN):
        return "certain"
    return "likely" if any(left.search(before) and right.match(after) for left, right in _LIKELY) else ""
