"""Examples in French of what all languages share."""

from __future__ import annotations

from speechgen.language.examples import Examples

EXAMPLES = Examples(
    """\
meeting | plus(days=10)    3 novembre 2014
meeting | minus(weeks=1) | date("short")    17 octobre
metrics.letters | exact    2 413 lettres
metrics.letters | rounded    plus de 2 400 lettres
metrics.letters | rounded(1000)    plus de 2 000 lettres
offices[0].letters | metric("lettre|lettres")    40 lettres
metrics.letters | plus(metrics.emails)    plus de 2 600 lettres
metrics.letters | plus(metrics.emails) | exact    2 639 lettres
metrics.letters | minus(metrics.emails) | exact    2 187 lettres
metrics.satisfied | minus(metrics.satisfied_before)    4,3 points
1 | points    1 point
2 | per(3, 2)    0,67
metrics.letters | per(offices)    1 206,5 lettres
offices | sum("letters") | metric("lettre|lettres")    65 lettres
meeting.year    2014
metrics.letters.measure    lettres
metrics.letters    plus de 2 400 lettres
metrics.petitions    en baisse de 57 %
metrics.petitions.measure    pétitions
""",
    letters="lettre|lettres",
    petitions="pétition|pétitions",
)
