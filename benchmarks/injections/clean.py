"""The clean speeches that defects are injected into, each with the facts of its unit."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from speechgen import load_template, load_unit, render
from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.other_units import OtherUnits
from speechgen.formats import FORMATS, Manuscript
from speechgen.language import CHINESE, ENGLISH
from speechgen.template import Template
from speechgen.workspace import unit_context
from speechgen.workspace.unit import Unit

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
WORKSPACE = ROOT / "examples/workspace"
CORPUS = ROOT / "tests/corpus"


@dataclass(frozen=True)
class Clean:
    """One speech without defects: its text as in a file, and the facts of its unit.

    `neighbours`: the names of the other units of its workspace.
    """

    name: str
    suffix: str
    text: str
    unit: Unit
    template: Template | None
    facts: Facts
    neighbours: tuple[str, ...] = ()

    @property
    def is_chinese(self) -> bool:
        """Whether the speech is Chinese; otherwise it is English."""
        return "\u3400" <= self.text.strip("# ")[0] <= "\u9fff"

    @property
    def source(self) -> str:
        """The key of this speech in the YAML files here: its template's name, or its own file name."""
        return self.template.name if self.template else Path(self.name).name

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Start and end of the paragraphs of running text: long lines that end like a sentence."""
        found, at = [], 0
        for line in self.text.split("\n"):
            if len(line) >= 60 and line.rstrip().endswith(("。", "！", "？", "”", "…", ".", "?", "’")):
                found.append((at, at + len(line.rstrip())))
            at += len(line) + 1
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Every text in the unit's values."""
        return frozenset(given.words for given in self.facts.texts)

    def is_known(self, words: str) -> bool:
        """Whether the words are in the speech or the unit's values, so that injecting them may not be a defect."""
        return words in self.text or any(words in text for text in self.known)

    def with_names(self, names: tuple[str, ...]) -> Facts:
        """The facts in a workspace where other units have these names."""
        return self.facts._replace(others=OtherUnits(dict.fromkeys(names, ("units/other.yaml",))))

    def with_file(self, text: str) -> Facts:
        """The facts if the unit file had this text."""
        with tempfile.TemporaryDirectory(prefix="speechgen-quality-") as folder:
            path = Path(folder) / self.unit.path.name
            path.write_text(text, encoding="utf-8")
            unit = load_unit(path)._replace(workspace=self.unit.workspace)
            return unit_facts(unit_context(unit, self.template), self.facts.others)

    @property
    def file_text(self) -> str:
        """The text of the unit file."""
        return self.unit.path.read_text(encoding="utf-8")


def speeches() -> Iterator[Clean]:
    """Yield the rendered speeches of all bundled examples, and all speeches of the hand-written corpus.

    Those in Chinese and English, as the injections have words of these.
    """
    for path in sorted(TEMPLATES.glob("*/example.yaml")):
        clean = _rendered(path)
        if clean.template is not None and clean.template.manifest.language in (CHINESE, ENGLISH):
            yield clean
    units = sorted((WORKSPACE / "units").glob("*.yaml"))
    names = {path: _rendered(path).facts.unit for path in units}
    for path in units:
        owners = {name: (each.name,) for each in units if each != path for name in names[each]}
        clean = _rendered(path)
        facts = clean.facts._replace(others=OtherUnits(owners))
        yield dataclasses.replace(clean, facts=facts, neighbours=tuple(owners))
    for path in sorted(CORPUS.iterdir()):
        if path.suffix in {".txt", ".md"}:
            unit = load_unit(path.with_suffix(".yaml"))
            text = path.read_text(encoding="utf-8")
            yield Clean(
                str(path.relative_to(ROOT)), path.suffix, text, unit, None, unit_facts(unit_context(unit, None))
            )


def _rendered(path: Path) -> Clean:
    unit = load_unit(path)
    name, base = unit.template
    template = load_template(name, base=base)
    text = FORMATS["txt"].write(Manuscript(render(template, unit)))
    words = text.decode("utf-8") if isinstance(text, bytes) else text
    return Clean(str(path.relative_to(ROOT)), ".txt", words, unit, template, unit_facts(unit_context(unit, template)))
