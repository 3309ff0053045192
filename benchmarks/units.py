"""Unit files for the benchmarks, and the same text for programs that cannot use speechgen's templates."""

from __future__ import annotations

from pathlib import Path

import yaml

import speechgen

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
    does not round, count or choose, but only inserts strings.
    """
    (folder / "units").mkdir(parents=True)
    template = speechgen.load_template("mass-line-summary")
    for path in sorted((workspace / "units").iterdir()):
        speech = speechgen.render(template, speechgen.load_unit(path))
        words: dict[str, str] = {}  # the words of each variable
        lines = [(paragraph, [_variable(run, words) for run in paragraph.runs]) for paragraph in speech.paragraphs]
        if not (folder / "speech.txt.j2").exists():
            (folder / "speech.txt.j2").write_text(_text(lines), encoding="utf-8")
            (folder / "speech.md.j2").write_text("\n\n".join("".join(words) for _, words in lines), encoding="utf-8")
        # The unit file's values are kept, so that there is as much YAML to load.
        values = {**yaml.safe_load(path.read_text(encoding="utf-8")), "words": words}
        file = folder / "units" / path.name
        file.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")


def _variable(run: speechgen.Run, words: dict[str, str]) -> str:
    """The run's text, or a Jinja expression for it if the run shows a value."""
    if run.source.path is None:
        return run.text
    place = run.source.template  # one value may be rendered in several ways: a date with and without its year
    name = "".join(
        each if each.isalnum() else "_" for each in f"{run.source.path}_{place.file}_{place.line}_{place.column}"
    )
    words.setdefault(name, str(run.text))
    return f"{{{{ words.{name} }}}}" if words[name] == run.text else run.text


def _text(paragraphs: list[tuple[speechgen.Paragraph, list[str]]]) -> str:
    indent = {"heading": "　　", "paragraph": "　　"}
    lines = [indent.get(paragraph.kind, "") + "".join(words) for paragraph, words in paragraphs]
    return "\n".join(lines) + "\n"
