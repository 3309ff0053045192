"""Places of a speech where the unit's own name must stand: 在…的讲话, 对…的评价, 就…开展活动的情况, 我们相信…一定."""

from __future__ import annotations

import re
from typing import Literal

from speechgen.checks.bodies import Body
from speechgen.checks.rule import Draft

Certainty = Literal["sure", "likely", ""]

_WIDTH = 40
_APPRAISAL = re.compile(r"[^，。；：]{0,24}?(?:评价|印象|看法|反馈意见|整体判断)")
_SUBJECT = re.compile(r"[^，。；：]{0,30}?(?:情况|活动|工作|整改|教育)[^，。；：]{0,12}?[讲谈提作说反]")
_THANKED = re.compile(
    r"(?:各级|广大|全体|领导|各位|和)?(?:党组|党委|党工委|党总支|领导班子|班子|上下|全体|广大|干部|党员)|对我们|给予"
)
_HOPED = re.compile(
    r"的明天|(?:党组|党委|党工委|领导班子|班子|上下|全体|广大|党员|干部)[^，。；：]{0,12}?(?:一定|要|能|会)|一定|在今后|能够|会继续|继续"
)
_STAFF = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部)?(?:领导班子|班子)|上下|自身|全体(?:党员|干部|同志|职工)|广大(?:党员|干部)|党组(?:高度重视|始终|坚持)|一定"
    r"|(?:的)?(?:教育实践活动|主题教育|党史学习教育|党纪学习教育|教育整顿)|从一开始|按照(?:中央|省委|市委|县委|区委)|没有满足|所做的工作|立足自身|结合(?:自身|工作)"
)
_JUDGED = re.compile(r"[^，。；：]{0,20}?(?:进行|开展|的)[^，。；：]{0,8}?(?:督导|巡察|考核|督查|检查|督促|指导)")


def stands_for_the_unit(draft: Draft, body: Body) -> Certainty:
    """Whether a body's name stands where the speech must say its unit's: surely, likely, or not."""
    passage = draft.passage(body.start)
    before = draft.text[max(passage.start, body.start - 10) : body.start]
    after = draft.text[body.end : min(passage.end, body.end + _WIDTH)]
    if passage.kind == "title":
        return "sure" if before.endswith("在") or not before else "likely"
    if passage.kind == "salutation":
        return "likely"
    if after.startswith(("、", "和市", "和县")) or before.endswith("、"):
        return ""
    sure = (
        (before.endswith(("对", "关于")) and _APPRAISAL.match(after))
        or (before.endswith("就") and _SUBJECT.match(after))
        or (before.endswith(("感谢", "谢谢", "得到", "得到了")) and _THANKED.match(after))
        or (before.endswith(("相信", "希望", "祝愿", "祝", "相信，")) and _HOPED.match(after))
        or (before.endswith("代表") and "刚才" in draft.text[max(passage.start, body.start - 80) : body.start])
    )
    if sure:
        return "sure"
    if (
        before.endswith(("相信", "祝愿", "代表", "进驻"))
        or _STAFF.match(after)
        or (before.endswith("对") and _JUDGED.match(after))
        or (before.endswith("为") and after.startswith("开展"))
    ):
        return "likely"
    return ""
