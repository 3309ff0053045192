"""Words of a speaker for the unit, its system and its meeting: 我代表医院, 法院系统, 这次全市教育工作会议."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.names.level_context import LevelContext
from speechgen.checks.rules.names.level_words import (
    MEETING,
    OWN_BRANCH,
    SPEAKS_FOR,
    SYSTEM,
    SYSTEMS,
    THIS_MEETING,
    kind_in_words,
)
from speechgen.messages import translated


def spoken_for(context: LevelContext) -> Iterator[Finding]:
    """我代表医院 in a university's speech; 我镇团支部 in that of a village's branch."""
    for found in SPEAKS_FOR.finditer(context.text):
        word, span = found["word"], found.span("word")
        if context.does_not_fit(word) and not (
            context.may_be_speakers(word) or context.is_mentioned_nearby(word, *span)
        ):
            yield level_finding(context, *span, is_certain=False)
    branch = next(
        (each for each in ("团支部", "党支部", "团总支", "党总支", "支部") if context.own.name.endswith(each)), ""
    )
    for found in OWN_BRANCH.finditer(context.text) if branch else ():
        if found["branch"].endswith(branch) and found["word"] not in context.own.name:
            yield level_finding(context, *found.span(), is_certain=False)


def systems(context: LevelContext) -> Iterator[Finding]:
    """法院系统 in a procuratorate's speech that has no other word about courts."""
    others = SYSTEMS.get(context.own.kind, "").split("|")
    for found in SYSTEM.finditer(context.text) if others[0] and "系统" in context.text else ():
        is_only = context.text.count(found["field"][:2]) == 1
        before = context.text[max(0, found.start() - 1) : found.start()]
        if found["field"] in others and is_only and before not in ("、", "和", "与", "及"):
            yield level_finding(context, *found.span(), is_certain=False)


def this_meeting(context: LevelContext) -> Iterator[Finding]:
    """这次全市教育工作会议 in a speech whose title is 在全县教育工作会议上的讲话."""
    for title in MEETING.finditer(context.title):
        for found in THIS_MEETING.finditer(context.text):
            word, span = found["word"], found.span("meeting")
            if word != title["word"] and context.text.startswith(title["subject"], span[1]):
                message = translated(
                    "{words} differs from {title} in the title",
                    words=f"{found['meeting']}{title['subject']}",
                    title=title[0],
                )
                yield Finding(
                    *span, message, translated("write {words}", words=f"全{title['word']}"), severity="warning"
                )


def level_finding(context: LevelContext, start: int, end: int, *, is_certain: bool) -> Finding:
    own = context.own
    message = translated(
        "{words} does not fit {unit}, which is {kind}",
        words=context.text[start:end],
        unit=own.name,
        kind=kind_in_words(own.kind),
    )
    fix = translated("write the word for this unit, or name the organisation that is meant")
    return Finding(start, end, message, fix, severity=None if is_certain else "warning")
