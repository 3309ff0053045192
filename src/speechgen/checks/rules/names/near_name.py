"""The rule near-name: misspelt names of people and organisations."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.names.misspelt_organisations import misspelt_organisations
from speechgen.checks.rules.names.misspelt_people import misspelt_people
from speechgen.checks.rules.names.typos import Misspelling
from speechgen.messages import marked, translated
from speechgen.reading import path_for_people

_INSTEAD = marked("{words} looks like a misspelling of {name}: {written} instead of {expected}")
_INSTEAD_IN_FILE = marked("{words} looks like a misspelling of {name} ({path}): {written} instead of {expected}")
_MISSING = marked("{words} looks like a misspelling of {name}: {expected} is missing")
_MISSING_IN_FILE = marked("{words} looks like a misspelling of {name} ({path}): {expected} is missing")
_EXTRA = marked("{words} looks like a misspelling of {name}: extra {written}")
_EXTRA_IN_FILE = marked("{words} looks like a misspelling of {name} ({path}): extra {written}")
# The message for each kind of typo: without and with the path of the name in the unit file.
_MESSAGES = {
    "replaced": (_INSTEAD, _INSTEAD_IN_FILE),
    "missing": (_MISSING, _MISSING_IN_FILE),
    "added": (_EXTRA, _EXTRA_IN_FILE),
    "swapped": (_INSTEAD, _INSTEAD_IN_FILE),
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
    misspellings = (*misspelt_people(draft, facts), *misspelt_organisations(draft, facts))
    found = sorted(misspellings, key=lambda each: (each.typo.start, each.typo.end, each.name, each.path))
    for finding in (_finding(draft.text, each) for each in found):
        if finding.start >= reported:  # a misspelt full name contains a misspelt short one
            reported = finding.end
            yield finding


def _finding(text: str, misspelling: Misspelling) -> Finding:
    typo, name, path, is_certain = misspelling
    message = translated(
        _MESSAGES[typo.kind][bool(path)],
        words=text[typo.start : typo.end],
        name=name,
        path=path_for_people(path),
        written=typo.written,
        expected=typo.expected,
    )
    return Finding(
        typo.start,
        typo.end,
        message,
        translated("write {words}", words=name),
        severity=None if is_certain else "warning",
    )
