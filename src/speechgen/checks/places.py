"""Locate findings: the line and column in the speech file, and the value or template line that the words came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.name_index import is_name_path, may_be_name
from speechgen.model import Edit, Place, Problem, Spot

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.checks.rule import Draft, Finding, Rule
    from speechgen.model import Paragraph, Run, Severity, Speech


def problem_of(
    rule: Rule,
    finding: Finding,
    severity: Severity | None,
    draft: Draft,
    in_file: Speech,
    facts: Facts,
    *,
    is_rendered: bool,
) -> Problem:
    """The problem for a rule's finding.

    `in_file` is the speech with places in the speech file. If the draft `is_rendered`, its own places are in the
    template and the unit file.
    """
    level: Severity = severity or finding.severity or rule.severity
    if finding.place is not None:
        return Problem(finding.place, rule.code, finding.message, finding.fix, level)
    number = draft.number(finding.start)
    start = finding.start - draft.passages[number].start
    end = min(finding.end - draft.passages[number].start, len(draft.passages[number].text))
    run, offset = _run_at(draft.speech.paragraphs[number], start, end)
    place = _place(in_file.paragraphs[number], start)
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


def _run_at(paragraph: Paragraph, start: int, end: int) -> tuple[Run, int]:
    """The run that has the characters `start` to `end`, preferably one that shows a value; and the offset of `start`
    in it, negative if `start` is before the run.
    """
    runs: list[tuple[Run, int]] = []
    at = 0
    for run in paragraph.runs:
        if at < max(end, start + 1) and at + len(run.text) > start:
            runs.append((run, start - at))
        at += len(run.text)
    by_value = [(run, offset) for run, offset in runs if run.source.value is not None]
    return (by_value or runs or [(paragraph.runs[-1], -1)])[0]


def _place(paragraph: Paragraph, start: int) -> Place:
    """The place in the file of the character `start` of a paragraph."""
    at = 0
    for run in paragraph.runs:
        if start < at + len(run.text):
            place = run.source.template
            return place._replace(column=place.column + start - at)
        at += len(run.text)
    last = paragraph.runs[-1]
    return last.source.template._replace(column=last.source.template.column + len(last.text))
