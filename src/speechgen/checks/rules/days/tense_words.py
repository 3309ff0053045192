"""Words that put a sentence in the past or in the future: those of the table, and others with exceptions."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily

# 了 and 过 count only as particles, not in words such as 了解 and 经过; 已 not before what is still to be done with
# something: 7月初把已经销号的再看一遍.
_PAST = (
    r"(?<![把对将])已经?(?!婚|知|故|定于|排|安排|初步|具备)|(?<![为除不受免到罢])了(?!解|结(?!束)|却|望|不起|不得|如指掌)"
    r"|(?<![经通超不透度难])过(?=[。，；]|一次|两次|会)|顺利(?:召开|完成|通过|结束)"
)
_FUTURE = (
    r"(?<![重主首纪概])要(?!求|闻|素|害|点|领)|应(?!急|用|对|该是)|离(?=[0-9今])|(?<![委大协员谈议进署场结布告览训证])会(?=在|于|有|再|把|对|来|同|组织|召开)"
    r"|前(?=完成|报|送|整改|落实|建|到位)"
)
PAST = lazily(f"{_PAST}|‹days/words past›")
FUTURE = lazily(f"{_FUTURE}|‹days/words future›")
