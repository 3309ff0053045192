"""Misspelt names in the values of a unit file that its speech does not print."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.name_index import is_name_path
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.names.near_name import near_name
from speechgen.checks.rules.names.own_unit import NOT_WORDS_OF_THE_SPEECH
from speechgen.model import Paragraph, Run, Source, Speech


def near_values(facts: Facts, language: str) -> Iterator[Finding]:
    """The findings, each at its value. Values that are names are spelt as the unit's secretary spells them."""
    texts = [
        given
        for given in facts.own_texts
        if given.place not in facts.printed
        and not given.path.startswith(NOT_WORDS_OF_THE_SPEECH)
        and not is_name_path(given.path)
    ]
    if not texts:
        return
    paragraphs = (
        Paragraph("paragraph", (Run(given.words.replace("\n", " "), False, Source(given.place)),))
        for given in texts
        if given.place is not None
    )
    draft = Draft(Speech(language, tuple(paragraphs)))
    for finding in near_name.find(draft, facts):
        yield finding._replace(start=0, end=0, place=texts[draft.number(finding.start)].place)
