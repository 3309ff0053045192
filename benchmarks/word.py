"""Word files: speechgen's writer compared with python-docx writing the same paragraphs and runs.

python -m benchmarks.word
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx

import speechgen
from benchmarks.measure import Row, side_by_side
from benchmarks.units import write_workspace
from speechgen.formats import Manuscript
from speechgen.formats.docx.builtin_styles import builtin_document
from speechgen.formats.docx.writer import write as word

_STYLES = {"title": "Title", "author": "Author", "date": "Date", "salutation": "Salutation", "heading": "Heading 1"}
_TEMPLATE_STYLES = {**_STYLES, "author": "Subtitle", "date": "Subtitle", "salutation": "Body Text"}  # python-docx's own


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="speechgen-bench-") as scratch:
        for row in rows(Path(scratch), 200):
            print(row.cells())


def rows(scratch: Path, number: int) -> Iterator[Row]:
    """The rows for `number` speeches of about 4,000 characters, rendered beforehand."""
    workspace = scratch / "word"
    write_workspace(workspace, number)
    template = speechgen.load_template("mass-line-summary")
    units = sorted((workspace / "units").iterdir())
    speeches = [speechgen.render(template, speechgen.load_unit(path)) for path in units]
    slim = BytesIO()
    builtin_document("zh-CN", "A4").save(slim)
    writers: dict[str, Callable[[speechgen.Speech], bytes]] = {
        "speechgen's writer": lambda speech: word(Manuscript(speech)),
        "python-docx alone, in the same styles": partial(_alone, slim.getvalue(), _STYLES),
        "python-docx alone, in its own template": partial(_alone, None, _TEMPLATE_STYLES),
    }
    taken = side_by_side({name: partial(_timed, writer, speeches) for name, writer in writers.items()}, runs=5)
    ours = taken["speechgen's writer"][0]
    for name, (seconds, _) in taken.items():
        yield Row(f"{number} speeches in Word, without rendering them", name, seconds, seconds / ours)


def _timed(writer: Callable[[speechgen.Speech], bytes], speeches: Sequence[speechgen.Speech]) -> tuple[float, float]:
    """The time in seconds, and 0 for the memory: all writers share one process, so it cannot be measured."""
    begun = time.perf_counter()
    for speech in speeches:
        writer(speech)
    return time.perf_counter() - begun, 0.0


def _alone(base: bytes | None, styles: dict[str, str], speech: speechgen.Speech) -> bytes:
    """Write a speech as a typical script with python-docx would."""
    document = docx.Document(BytesIO(base) if base else None)
    for paragraph in speech.paragraphs:
        written = document.add_paragraph(style=styles.get(paragraph.kind, "Body Text"))
        for bold, runs in groupby(paragraph.runs, key=lambda run: run.bold):
            run = written.add_run("".join([run.text for run in runs]))
            if bold:
                run.bold = True
    content = BytesIO()
    document.save(content)
    return content.getvalue()


if __name__ == "__main__":
    main()
