"""Examples in English of what all languages share."""

from __future__ import annotations

from speechgen.language.examples import Examples

EXAMPLES = Examples(
    """\
meeting | plus(days=10)    3 November 2014
meeting | minus(weeks=1) | date("short")    17 October
metrics.letters | exact    2,413 letters
metrics.letters | rounded    more than 2,400 letters
metrics.letters | rounded(1000)    more than 2,000 letters
offices[0].letters | metric("letter|letters")    40 letters
metrics.petitions.before | metric("petition|petitions")    214 petitions
metrics.letters | plus(metrics.emails)    more than 2,600 letters
metrics.letters | plus(metrics.emails) | exact    2,639 letters
metrics.letters | minus(metrics.emails) | exact    2,187 letters
metrics.satisfied | minus(metrics.satisfied_before)    4.3 percentage points
1 | points    1 percentage point
2 | per(3, 2)    0.67
metrics.letters | per(offices)    1,206.5 letters
offices | sum("letters") | metric("letter|letters")    65 letters
meeting.year    2014
metrics.letters.measure    letters
metrics.letters    more than 2,400 letters
metrics.petitions    down 57%
metrics.petitions.measure    petitions
"""
)
