"""Names spelt almost as in the files."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import CHINESE_AND_ENGLISH, Draft, Finding, rule
from speechgen.checks.rules.names.near_bodies import bodies_almost
from speechgen.checks.rules.names.near_people import people_almost
from speechgen.checks.rules.names.slips import Almost

_HOW = {
    "other": "{said} for {meant}",
    "missing": "without {meant}",
    "added": "{said} too much",
    "swapped": "{said} for {meant}",
}


@rule("near-name", languages=CHINESE_AND_ENGLISH)
def near_name(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A person or a body, spelt almost as in the unit file.

    One character is another (most often one that sounds the same), is missing, is added, or two have changed places.
    After a post or before 同志 that is an error; elsewhere it is told, as a warning, where the two sound alike. Names
    that the file has in both spellings are left alone, and so are names that differ in their number or level:
    第三督导组, 县财政局.

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
    told = 0
    found = sorted(_finding(draft.text, each) for each in (*people_almost(draft, facts), *bodies_almost(draft, facts)))
    for finding in found:
        if finding.start >= told:  # what is almost the name in full has almost the short one in it
            told = finding.end
            yield finding


def _finding(text: str, almost: Almost) -> Finding:
    slip, name, path, is_sure = almost
    how = _HOW[slip.kind].format(said=slip.said, meant=slip.meant)
    message = f"{text[slip.start : slip.end]} is almost {name}{f', as {path} has it' if path else ''}: {how}"
    return Finding(slip.start, slip.end, message, f"write {name}", severity=None if is_sure else "warning")
