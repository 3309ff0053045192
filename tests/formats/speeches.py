"""The speeches of the bundled templates' examples and of the example workspace, and their Word files."""

from __future__ import annotations

from functools import cache

import speechgen
from speechgen.formats import Layout, Manuscript
from speechgen.formats.docx.writer import write as word

from ..conftest import ROOT

EXAMPLES = {
    **{path.parent.name: path for path in sorted(ROOT.glob("templates/*/example.yaml"))},
    **{path.stem: path for path in sorted(ROOT.glob("examples/workspace/units/*.yaml"))},
}
CHINESE = "mass-line-summary"
ENGLISH = "site-visit-closing"
FRENCH = "retirement-speech"
_DEFAULT = Layout()


@cache
def speech_named(name: str) -> speechgen.Speech:
    unit = speechgen.load_unit(EXAMPLES[name])
    return speechgen.render(speechgen.load_template(unit.template[0]), unit)


@cache
def written(name: str, layout: Layout = _DEFAULT) -> bytes:
    return word(Manuscript(speech_named(name), layout))
