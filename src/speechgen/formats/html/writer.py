"""Writing the review page: the speech with the source of each word, the problems found in it, and the unit's values."""

from __future__ import annotations

from speechgen.formats.html.findings import findings
from speechgen.formats.html.page import render_page
from speechgen.formats.html.segments import paragraphs
from speechgen.formats.html.value_table import rows
from speechgen.formats.manuscript import Manuscript, Notes
from speechgen.language import language
from speechgen.messages import counted

_MAX_SHOWN = 4_000  # problems: a browser, too, takes seconds for more


def write(manuscript: Manuscript, *, version: str | None = None) -> bytes:
    """The page in UTF-8, in the language of messages. With a `version`, it updates itself from the preview server."""
    speech = manuscript.speech
    notes = manuscript.notes or Notes(unit="")
    found = findings(notes.problems or (), speech.language)
    shown = paragraphs(speech, notes.values, found[:_MAX_SHOWN])
    left_out = len(found[_MAX_SHOWN:])
    more = counted(
        "{number} more problem is not shown here; speechgen check lists all of them.",
        "{number} more problems are not shown here; speechgen check lists all of them.",
        left_out,
    )
    return render_page(
        "review.html.j2",
        code=speech.language,
        version=version,
        in_characters=language(speech.language).reading_aloud.unit == "characters",
        speech=speech,
        notes=notes,
        findings=found[:_MAX_SHOWN],
        left_out=left_out,
        more=more,
        paragraphs=shown,
        rows=rows(speech, notes),
    )
