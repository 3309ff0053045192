"""Fill a speech template from one YAML file per unit.

    import speechgen

    template = speechgen.load_template("mass-line-summary")
    unit = speechgen.load_unit("units/housing.yaml")
    speech = speechgen.render(template, unit)
    speechgen.write(speech, "speeches/housing.md")
    for problem in speechgen.check(speechgen.read_speech("speeches/housing.md"), unit):
        print(problem)

Errors raise `SpeechgenError`; each of its `problems` has a file, line, column, code and message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.checks import check
    from speechgen.formats import read_speech
    from speechgen.model import Paragraph, Place, Problem, Run, Source, Speech, SpeechgenError
    from speechgen.pipeline import write
    from speechgen.rendering import render
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
    "read_speech",
    "render",
    "write",
]

# Imported when first used, so that `speechgen --help` loads neither Jinja nor YAML.
_ROOMS = {
    "Paragraph": "model",
    "Place": "model",
    "Problem": "model",
    "Run": "model",
    "Source": "model",
    "Speech": "model",
    "SpeechgenError": "model",
    "Template": "template",
    "Unit": "workspace",
    "check": "checks",
    "load_template": "template",
    "load_unit": "workspace",
    "read_speech": "formats",
    "render": "rendering",
    "write": "pipeline",
}


def __getattr__(name: str) -> object:
    # Here, because the program first suspends the collection of cycles, which takes 1 ms while `model` is imported.
    from speechgen.model import lazy_names

    return lazy_names(__name__, _ROOMS)(name)
