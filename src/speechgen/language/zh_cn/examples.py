"""Examples in Chinese of what all languages share."""

from __future__ import annotations

from speechgen.language.examples import Examples

EXAMPLES = Examples(
    """\
meeting | plus(days=10)    2014年11月3日
meeting | minus(weeks=1) | date("short")    10月17日
metrics.letters | exact    2413份
metrics.letters | rounded    2400余份
metrics.letters | rounded(1000)    2000余份
offices[0].letters | metric("份")    40份
metrics.petitions.before | metric("件")    214件
metrics.letters | plus(metrics.emails)    2600余份
metrics.letters | plus(metrics.emails) | exact    2639份
metrics.letters | minus(metrics.emails) | exact    2187份
metrics.satisfied | minus(metrics.satisfied_before)    4.3个百分点
4.3 | points    4.3个百分点
2 | per(3, 2)    0.67
metrics.letters | per(offices)    1206.5份
offices | sum("letters") | metric("份")    65份
meeting.year    2014
metrics.letters.measure    份
metrics.letters    2400余份
metrics.petitions    同比下降57%
metrics.petitions.measure    件
""",
    letters="份",
    petitions="件",
)
