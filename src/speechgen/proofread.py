"""A speech and what the files say of its unit become problems: every rule that holds, each finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.checks import BESIDE, Draft, Facts, Finding, facts_of
from speechgen.checks.names.foreign_unit import OtherUnits
from speechgen.checks.settings import Settings, Silence, read_settings, read_silence
from speechgen.discovery import show
from speechgen.metrics import with_metrics
from speechgen.problem import Edit, Place, Problem, SpeechgenError, Spot
from speechgen.schema import Schema, property_at, value_at
from speechgen.unexpected import problems_of
from speechgen.yamltext import decode

if TYPE_CHECKING:
    from speechgen.checks import Rule
    from speechgen.problem import Severity
    from speechgen.speech import Paragraph, Run, Speech
    from speechgen.template import Template
    from speechgen.values import Record
    from speechgen.workspace import Unit

_ANY = Schema({"type": "object"})


def check(speech: Speech, unit: Unit | None = None) -> list[Problem]:
    """What the rules find in a finished speech, or in a rendered one, by what its unit's file says.

    Places are in the file that the speech was read from; of a rendered speech they are its template's. Raises
    SpeechgenError where the unit's template or its workspace's settings cannot be read.
    """
    if unit is None:
        return proofread(speech, Facts())
    from speechgen.template import load_template

    is_named = value_at(unit.own, ["template"]) is not None or (unit.workspace and unit.workspace.template)
    template = None
    if is_named:
        name, base = unit.template
        template = load_template(name, workspace=unit.workspace.root if unit.workspace else None, base=base)
    settings, problems = read_settings(unit.workspace.check if unit.workspace else None)
    if problems:
        raise SpeechgenError(problems)
    return proofread(speech, unit_facts(unit, template), settings)


def proofread(
    speech: Speech,
    facts: Facts,
    settings: Settings | None = None,
    *,
    written: Callable[[], Speech] | None = None,
    names: Sequence[str] = (),
) -> list[Problem]:
    """Every problem that the rules find in a speech.

    `written` gives a rendered speech as it stands in its file, read back, so that problems have their places there; a
    finished speech knows its places itself. `names` are the names of its files for the settings' `paths`. With
    `facts.beside` the rules that judge a speech beside others are asked, and no others.
    """
    settings = settings or Settings()
    draft = Draft(speech)
    facts = replace(facts, rate=settings.rate[speech.language])
    problems = []
    in_file: Speech | None = None
    for rule, severity in settings.rules(*names).items():
        find = BESIDE.get(rule.code) if facts.beside else rule.find
        if find is None or speech.language not in rule.languages:
            continue
        for finding in find(draft, facts):
            if in_file is None:
                in_file = written() if written else speech
            problems.append(_problem(rule, finding, severity, draft, in_file, is_rendered=written is not None))
    return problems


def unit_facts(
    unit: Unit, template: Template | None, *, values: Record | None = None, others: OtherUnits | None = None
) -> Facts:
    """The facts in a unit's values, whether or not they are complete. `values` are those that its template has read;
    without a template, the file's own figures are there without titles.
    """
    titles: Mapping[str, str] = {}
    if values is None:
        values, _ = (template.schema if template else _ANY).read(unit.values(template))
    if template is not None:
        values, _ = with_metrics(values, template.manifest.metrics, template.language)
        titles = {name: declared.title for name, declared in template.manifest.metrics.items()}
    facts = replace(facts_of(values, titles), others=others)
    if template is None:
        return facts
    named = {path: property_at(template.schema.document, path).get("title") for path in facts.numbers}
    return replace(facts, titles={path: str(title) for path, title in named.items() if title})


def unit_silence(path: Path) -> tuple[Silence, list[Problem]]:
    """The comments of a unit file that silence rules, and what is wrong with them.

    Raises SpeechgenError where the file cannot be read: it may have been deleted since its values were.
    """
    try:
        source = path.read_bytes()
    except OSError as error:
        raise SpeechgenError(problems_of(path, error)) from error
    text, _ = decode(source, show(path))
    return read_silence(text or "", show(path))


def audible(problems: Iterable[Problem], silences: Mapping[str, Silence]) -> Iterator[Problem]:
    """The problems that no comment silences; `silences` by the name of the file that they stand in."""
    for problem in problems:
        source = problem.source or problem.place
        silence = silences.get(source.file)
        if silence is None or not silence.covers(problem.code, source.line):
            yield problem


def _problem(
    rule: Rule, finding: Finding, severity: Severity | None, draft: Draft, in_file: Speech, *, is_rendered: bool
) -> Problem:
    level: Severity = severity or finding.severity or rule.severity
    if finding.place is not None:
        return Problem(finding.place, rule.code, finding.message, finding.mend, level)
    number = draft.number(finding.start)
    start = finding.start - draft.passages[number].start
    end = min(finding.end - draft.passages[number].start, len(draft.passages[number].text))
    run, offset = _run_at(draft.speech.paragraphs[number], start, end)
    place = _place(in_file.paragraphs[number], start)
    source = finding.source or ((run.source.value or run.source.template) if is_rendered else None)
    edit = None
    if finding.replacement is not None and offset >= 0 and offset + end - start <= len(run.text):
        at = run.source.value if is_rendered else run.source.template
        if at is not None:
            edit = Edit(at, run.text, offset, offset + end - start, finding.replacement)
    return Problem(
        place=place,
        code=rule.code,
        message=finding.message,
        mend=finding.mend,
        severity=level,
        source=source,
        spot=Spot(draft.passages[number].text, start, end, number),
        edit=edit,
    )


def _run_at(paragraph: Paragraph, start: int, end: int) -> tuple[Run, int]:
    """The run that says the words from `start` to `end`, one that shows a value before any other; and where in it
    they begin, less than 0 where they begin before it.
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
    """Where the character `start` of a paragraph stands in its file."""
    at = 0
    for run in paragraph.runs:
        if start < at + len(run.text):
            place = run.source.template
            return place._replace(column=place.column + start - at)
        at += len(run.text)
    last = paragraph.runs[-1]
    return last.source.template._replace(column=last.source.template.column + len(last.text))
