"""Fill a speech template from one YAML file per unit.

    import speechgen

    template = speechgen.load_template("mass-line-summary")
    unit = speechgen.load_unit("units/housing.yaml")
    speech = speechgen.render(template, unit)
    speechgen.write(speech, "speeches/housing.md")
    for problem in speechgen.check(speechgen.read_finished("speeches/housing.md"), unit):
        print(problem)

What cannot go on raises `SpeechgenError`, whose `problems` have file, line, column, code and message.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.finished import read_finished
    from speechgen.output import write
    from speechgen.problem import Place, Problem, SpeechgenError
    from speechgen.proofread import check
    from speechgen.rendering import render
    from speechgen.speech import Paragraph, Run, Source, Speech
    from speechgen.template import Template, load_template
    from speechgen.workspace import Unit, load_unit

__all__ = [
    "Paragraph",
    "Place",
    "Problem",
    "Run",
    "Source",
    "Speech",
    "SpeechgenError",
    "Template",
    "Unit",
    "check",
    "load_template",
    "load_unit",
    "read_finished",
    "render",
    "write",
]

# Imported when they are first used, so that `speechgen --help` loads neither Jinja nor YAML.
_HOMES = {
    "Paragraph": "speech",
    "Place": "problem",
    "Problem": "problem",
    "Run": "speech",
    "Source": "speech",
    "Speech": "speech",
    "SpeechgenError": "problem",
    "Template": "template",
    "Unit": "workspace",
    "check": "proofread",
    "load_template": "template",
    "load_unit": "workspace",
    "read_finished": "finished",
    "render": "rendering",
    "write": "output",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
