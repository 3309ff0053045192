"""Locate findings: the line and column in the speech file, and the value or template line that the words came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.name_index import is_name_path, may_be_name
from speechgen.model import Edit, Place, Problem, Spot

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.checks.rule import Draft, Finding, Rule
    from speechgen.model import Run, Severity


def problem_of(
    rule: Rule,
    finding: Finding,
    severity: Severity | None,
    draft: Draft,
    in_file: Draft,
    facts: Facts,
    *,
    is_rendered: bool,
) -> Problem:
    """The problem for a rule's finding.

    `in_file` is the draft with places in the speech file. If the draft `is_rendered`, its own places are in the
    template and the unit file.
    """
    level: Severity = severity or finding.severity or rule.severity
    if finding.place is not None:
        return Problem(finding.place, rule.code, finding.message, finding.fix, level)
    number = draft.number(finding.start)
    start = finding.start - draft.passages[number].start
    end = min(finding.end - draft.passages[number].start, len(draft.passages[number].text))
    run, offset = _run_at(draft, number, start, end)
    place = _place(in_file, number, start)
    source = finding.source or ((run.source.value or run.source.template) if is_rendered else None)
    edit, fix = None, finding.fix
    if finding.replacement is not None and offset >= 0 and offset + end - start <= len(run.text):
        at = run.source.value if is_rendered else run.source.template
        if _changes_a_name(finding, run, draft, facts):
            level = severity or ("warning" if level == "error" else level)  # the name is written this way in the files
            fix = f"{fix}, unless it is part of the name" if fix else None
        elif at is not None:
            edit = Edit(at, run.text, offset, offset + end - start, finding.replacement)
    return Problem(
        place=place,
        code=rule.code,
        message=finding.message,
        fix=fix,
        severity=level,
        source=source,
        spot=Spot(draft.passages[number].text, start, end, number),
        edit=edit,
    )


def _changes_a_name(finding: Finding, run: Run, draft: Draft, facts: Facts) -> bool:
    """Whether the replacement would change a name: a value that is a name, or any occurrence of a name of the files.

    Holds for all rules: a fix never changes a name, even if the rule considers it safe.
    """
    path = run.source.path
    is_value = path is not None and (is_name_path(path) or may_be_name(run.text))
    return is_value or facts.is_in_name(draft.text, finding.start, finding.end)


def _run_at(draft: Draft, number: int, start: int, end: int) -> tuple[Run, int]:
    """The run that has the characters `start` to `end` of a passage, preferably one that shows a value; and the offset
    of `start` in it, negative if `start` is before the run.
    """
    runs, starts = draft.speech.paragraphs[number].runs, draft.run_starts(number)
    if start >= len(draft.passages[number].text):
        return runs[-1], -1
    first, last = draft.run_number(number, start), draft.run_number(number, max(end, start + 1) - 1)
    shown = next((at for at in range(first, last + 1) if runs[at].source.value is not None), first)
    return runs[shown], start - starts[shown]


def _place(in_file: Draft, number: int, start: int) -> Place:
    """The place in the file of the character `start` of a passage."""
    at = in_file.run_number(number, start)
    place = in_file.speech.paragraphs[number].runs[at].source.template
    return place._replace(column=place.column + start - in_file.run_starts(number)[at])
