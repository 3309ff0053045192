"""Unit files for the benchmarks, and the same text for programs that cannot use speechgen's templates."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import yaml

import speechgen

_Line: TypeAlias = tuple[str, str]  # the kind of a paragraph, and its words with variables
EXAMPLE = Path(__file__).parents[1] / "templates/mass-line-summary/example.yaml"


def write_workspace(folder: Path, number: int) -> None:
    """Write a workspace of `number` unit files, each with its own names and figures."""
    (folder / "units").mkdir(parents=True)
    (folder / "speechgen.yaml").write_text("template: mass-line-summary\n", encoding="utf-8")
    example = EXAMPLE.read_text(encoding="utf-8")
    for index in range(number):
        text = example.replace("住房和城乡建设局", f"第{index}建设局").replace("市住建局", f"第{index}局")
        text = text.replace("forums: 23", f"forums: {20 + index % 70}").replace(
            "letters: 2413", f"letters: {2000 + index}"
        )
        (folder / "units" / f"unit{index:05}.yaml").write_text(text, encoding="utf-8")


def write_floor(workspace: Path, folder: Path) -> None:
    """Write the workspace's speeches for plain Jinja: two templates, and a YAML file with the strings of each unit.

    Each run of the speech that shows a value becomes a variable with the rendered string, so that the minimal script
    does not round, count or choose, but only inserts strings. Where units have different wordings, the template has all
    of them, and the unit's `wordings` are their numbers.
    """
    (folder / "units").mkdir(parents=True)
    template = speechgen.load_template("mass-line-summary")
    places: list[dict[_Line, int]] = []  # the wordings of each paragraph, with their numbers
    shortest = sys.maxsize  # number of paragraphs
    for path in sorted((workspace / "units").iterdir()):
        speech = speechgen.render(template, speechgen.load_unit(path))
        words: dict[str, str] = {}  # the words of each variable
        wordings = []
        for number, paragraph in enumerate(speech.paragraphs):
            line = (paragraph.kind, "".join([_variable(run, words) for run in paragraph.runs]))
            if number == len(places):
                places.append({})
            wordings.append(places[number].setdefault(line, len(places[number])))
        shortest = min(shortest, len(wordings))
        # The unit file's values are kept, so that there is as much YAML to load.
        values = {**yaml.safe_load(path.read_text(encoding="utf-8")), "words": words, "wordings": wordings}
        (folder / "units" / path.name).write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    (folder / "speech.txt.j2").write_text(_template(places, shortest, _text, "\n"), encoding="utf-8")
    (folder / "speech.md.j2").write_text(_template(places, shortest, lambda line: line[1], "\n\n"), encoding="utf-8")


def _variable(run: speechgen.Run, words: dict[str, str]) -> str:
    """The run's text, or a Jinja expression for it if the run shows a value."""
    if run.source.path is None:
        return run.text
    place = run.source.template  # one value may be rendered in several ways: a date with and without its year
    name = "".join(
        each if each.isalnum() else "_" for each in f"{run.source.path}_{place.file}_{place.line}_{place.column}"
    )
    words.setdefault(name, str(run.text))
    return f"{{{{ words.{name} }}}}" if words[name] == run.text else str(run.text)


def _template(places: list[dict[_Line, int]], shortest: int, shown: Callable[[_Line], str], between: str) -> str:
    """The template of all units: each paragraph, in the wording that the unit has, if it has that paragraph."""
    paragraphs = []
    for place, lines in enumerate(places):
        branches = [f"{{% elif wordings[{place}] == {number} %}}{shown(line)}" for line, number in lines.items()]
        choice = "".join(branches).replace("{% elif", "{% if", 1) + "{% endif %}"
        paragraphs.append(choice if len(lines) > 1 or place >= shortest else shown(next(iter(lines))))
    return between.join(paragraphs) + "\n"


def _text(line: _Line) -> str:
    kind, words = line
    return ("　　" if kind in ("heading", "paragraph") else "") + words
