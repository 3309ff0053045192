"""The review page: the speech as it will be read, each word with where it came from, and what the rules found in it.

One file that needs nothing else, and runs nothing but its own few lines: `page.py` says how.
"""

from __future__ import annotations

from speechgen.formats.html.findings import findings
from speechgen.formats.html.page import filled
from speechgen.formats.html.table import rows
from speechgen.formats.html.words import paragraphs
from speechgen.formats.manuscript import Manuscript, Notes
from speechgen.language import language


def write(manuscript: Manuscript, *, version: str | None = None) -> bytes:
    """The page in UTF-8, in the speech's language. One of a `version` is served by preview, and follows the files."""
    speech = manuscript.speech
    notes = manuscript.notes or Notes(unit="")
    found = findings(notes.problems or (), speech.language)
    shown = paragraphs(speech, notes.values, found)
    return filled(
        "review.html.j2",
        version=version,
        labels=language(speech.language).labels,
        speech=speech,
        notes=notes,
        findings=found,
        paragraphs=shown,
        rows=rows(speech, notes),
    )
