"""The rule near-name: misspelt names of people and organisations."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.names.misspelt_organisations import misspelt_organisations
from speechgen.checks.rules.names.misspelt_people import misspelt_people
from speechgen.checks.rules.names.typos import Misspelling
from speechgen.reading import path_for_people

_DIFFERENCES = {
    "replaced": "{written} instead of {expected}",
    "missing": "{expected} is missing",
    "added": "extra {written}",
    "swapped": "{written} instead of {expected}",
}


@rule("near-name", languages=EVERY_LANGUAGE)
def near_name(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A misspelt name of a person or organisation in the unit file.

    One character is wrong (usually one that sounds the same), missing or added, or two are swapped. It is an error
    after a post or before 同志; elsewhere it is a warning, and only reported if the two characters sound or look alike
    (粟 and 栗), or if the person speaks or acts there (…强调). Not
    reported are names that the unit file has in both spellings, each as a name (`people`, `mentions`, `head`, not in a
    sentence), names that differ in number or level (第三督导组, 县财政局), and another surname after another post.
    Values that the speech does not print are checked too, and reported at the value.

    Facts:
        unit: {name: 市环境保护局, short: 市环保局, head: {post: 局党组书记、局长, name: 陈志远}}
        people: [{name: 王伟, post: 副局长}, {name: 王炜, post: 科长}]
        authority: {campaign_group: 市委教育实践活动领导小组}
    Finds:
        局长陈致远同志作了总结。
        陈志同志的讲话很实在。
        市环境宝护局认真整改。
        市委教育实践活动领导组作了部署。
    Leaves alone:
        副局长王伟同志、科长王炜同志都发了言。
        局长陈志远同志带头，志远同志还讲了党课。
        县环境保护局也来了，要保护好环境。
    """
    reported = 0
    found = sorted(
        _finding(draft.text, each) for each in (*misspelt_people(draft, facts), *misspelt_organisations(draft, facts))
    )
    for finding in found:
        if finding.start >= reported:  # a misspelt full name contains a misspelt short one
            reported = finding.end
            yield finding


def _finding(text: str, misspelling: Misspelling) -> Finding:
    typo, name, path, is_certain = misspelling
    difference = _DIFFERENCES[typo.kind].format(written=typo.written, expected=typo.expected)
    source = f" ({path_for_people(path)})" if path else ""
    message = f"{text[typo.start : typo.end]} looks like a misspelling of {name}{source}: {difference}"
    return Finding(typo.start, typo.end, message, f"write {name}", severity=None if is_certain else "warning")
