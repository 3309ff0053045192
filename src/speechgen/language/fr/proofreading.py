"""What the rules of `check` know about French."""

from __future__ import annotations

from speechgen.language.fr.dates import MONTHS, WEEKDAYS
from speechgen.language.proofreading import Proofreading

# `nous nous`, `vous vous` and `leur leur` may be right. So may the others that are only rare: donne-le le lundi, ce que
# que; parle-lui-en en marchant.
_NEVER_DOUBLED = """
et ou mais car dans pour avec sans sur sous par chez vers entre pendant depuis du des au aux un ces ses mes tes nos vos
cet cette mon ton son notre votre dont quand si très
"""
_RARELY_DOUBLED = "le la les de que qui ce se il elle on ils elles est a en y une à plus pas ne"

PROOFREADING = Proofreading(
    never_doubled=frozenset(_NEVER_DOUBLED.split()),
    rarely_doubled=frozenset(_RARELY_DOUBLED.split()),
    thanks=("merci", "je vous remercie", "je te remercie"),
    titles=(
        "M",
        "MM",
        "Mme",
        "Mmes",
        "Mlle",
        "Monsieur",
        "Madame",
        "Maître",
        "Me",
        "Dr",
        "Docteur",
        "Pr",
        "Professeur",
    ),
    months=MONTHS,
    weekdays=WEEKDAYS,
    relative_days={"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "après-demain": 2},
    numbers=(
        *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        *("premier", "première", "deuxième", "troisième", "quatrième", "cinquième", "sixième"),
    ),
)
