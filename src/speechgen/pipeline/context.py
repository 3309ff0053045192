"""Load one unit that the command line names, with its template."""

from __future__ import annotations

from pathlib import Path

from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, show
from speechgen.pipeline.named_files import named_units
from speechgen.template import load_template
from speechgen.workspace import UnitContext, load_unit, template_problem, unit_context


def load_context(named: Path, template: str | None) -> UnitContext:
    """Load the context of one unit. Raises SpeechgenError if it or its template cannot be read."""
    files = named_units([named])
    if len(files) != 1:
        fix = translated("name one unit file")
        raise SpeechgenError([Problem(Place(show(named)), "no-units", translated("is a folder of units"), fix)])
    unit = load_unit(files[0])
    name, base = (template, Path()) if template else unit.template
    try:
        loaded = load_template(name, workspace=unit.workspace.root if unit.workspace else None, base=base)
    except SpeechgenError as error:
        raise error if template else template_problem(error, unit) from None
    return unit_context(unit, loaded)
