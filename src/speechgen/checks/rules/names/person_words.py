"""The characters around and in Chinese names of people. Surnames, ranks and other words are tables."""

from __future__ import annotations

# Characters that often follow a name; those in `ALSO_IN_NAMES` can also be part of one.
AFTER_NAMES = frozenset(
    "在带代始亲就作讲提对把从和与及说也还都将要主出参表指牵向以率多到已是的了同先首坚认既不又则便曾刚正自当拿用做负分"
    "担挂逐每两接领组陪来去听看走因所之给让被答宣传通回谈写站守进没很最这那我你他她等一为强"
)
ALSO_IN_NAMES = frozenset("为强和同先正自一进来传通当以多向之在首主亲")
# Characters that are never in a name, and those in which no name ends: 党组, 马鞍村.
NOT_IN_NAMES = frozenset("的了是在我你他们这那各位个两些等")
NOT_LAST = frozenset("局院校镇乡县市委组部们")
NOT_BEFORE_POST = frozenset("局区县市镇乡院校组委部处科室办队站所会司党副任总支书长员的是各位名个家们等")
