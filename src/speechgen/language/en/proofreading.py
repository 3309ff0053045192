"""What the rules of `check` know about English."""

from __future__ import annotations

from speechgen.language.en.dates import MONTHS, WEEKDAYS
from speechgen.language.proofreading import Proofreading

# Function words that are always a mistake if doubled. The others may end one phrase and begin the next: what we hoped
# for | for years, come in | in time; what it is | is a problem. `had had` and `that that` are correct.
_NEVER_DOUBLED = "the a an and or but because than if your their my our during between should would"
_RARELY_DOUBLED = """
is of to in on for with from at by as we they he she i you his its this these those it be are was were has have will
could can must may not when which who what into then about over under through before after
"""

PROOFREADING = Proofreading(
    never_doubled=frozenset(_NEVER_DOUBLED.split()),
    rarely_doubled=frozenset(_RARELY_DOUBLED.split()),
    thanks=("thank",),
    titles=("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady"),
    months=MONTHS,
    weekdays=WEEKDAYS,
    relative_days={"yesterday": -1, "today": 0, "tomorrow": 1},
    month_may_be_first=True,
    numbers=(
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("first", "second", "third", "fourth", "fifth", "sixth"),
    ),
)
