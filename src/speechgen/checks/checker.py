"""Checks one speech, a unit's or an edited one, by the settings and the units of its workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.comparison import Compared
from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.rule import Draft
from speechgen.checks.run import run_rules
from speechgen.checks.settings import Settings, read_settings
from speechgen.checks.similarity import own_words, shingles, words_without
from speechgen.checks.suppression import Suppression, read_suppression, without_suppressed
from speechgen.checks.unused_values import unused_values
from speechgen.checks.written import WrittenFile, in_file
from speechgen.formats import read_speech
from speechgen.model import SETTINGS, SpeechgenError, show

if TYPE_CHECKING:
    from speechgen.checks.facts import ComparisonFacts
    from speechgen.checks.other_units import OtherUnits
    from speechgen.model import Given, Problem, Speech
    from speechgen.workspace import UnitContext, Workspace


class Checked(NamedTuple):
    """What was found in one speech. `unused` are the values of its unit file that it never says; `compared` is what is
    kept of it, to compare it with others.
    """

    problems: tuple[Problem, ...]
    unused: tuple[Given, ...] = ()
    compared: Compared | None = None


@dataclass
class Checker:
    """Checks the speeches of one workspace, or of none. Plain data, so that other processes can be given it."""

    settings: Settings = field(default_factory=Settings)
    root: Path | None = None
    others: OtherUnits | None = None
    shared: Mapping[str, Suppression] = field(default_factory=dict)  # the comments of speechgen.yaml

    @classmethod
    def of(cls, workspace: Workspace | None, others: OtherUnits | None) -> Checker:
        """The checker of a workspace's speeches. Raises SpeechgenError where its settings have problems."""
        if workspace is None:
            return cls(others=others)
        settings, problems = read_settings(workspace.check)
        shown = show(workspace.root / SETTINGS)
        suppression, unknown = read_suppression(workspace.text, shown)
        if problems or unknown:
            raise SpeechgenError([*problems, *unknown])
        return cls(settings, workspace.root, others, {shown: suppression})

    def rendered(self, context: UnitContext, speech: Speech, file: WrittenFile) -> Checked:
        """Check a unit's rendered speech. `file` is the one that problems have their places in."""
        facts = unit_facts(context, self.others)
        facts = replace(facts, unused=tuple(unused_values(context, speech)))
        suppression, unknown = read_suppression(context.unit.text, context.unit.shown)
        compared = Compared.of(
            context.unit.shown,
            speech,
            own_words(speech, context.unit.shown),
            facts,
            file=file,
            names=self._names(context.unit.path, Path(file.shown)),
            suppressions={**self.shared, context.unit.shown: suppression},
            root=self.root,
        )
        return Checked((*unknown, *self._found(speech, facts, compared)), facts.unused, compared)

    def edited(self, path: Path, context: UnitContext | None, made: Speech | None) -> Checked:
        """Check an edited speech by what its unit file says, where one is known. `made` is what its template makes of
        that unit today. Raises SpeechgenError where the speech cannot be read.
        """
        template = context.template if context else None
        speech, shown = read_speech(path, template.manifest.language if template else None), show(path)
        facts = unit_facts(context, self.others) if context else Facts(others=self.others)
        suppressions = {}
        if context:
            # A line of the unit file has no line of the speech; what is suppressed in the whole file is so here too.
            suppression, _ = read_suppression(context.unit.text, context.unit.shown)
            suppressions = {shown: Suppression(whole=suppression.whole)}
        compared = Compared.of(
            shown,
            speech,
            _edited_words(speech, made),
            facts,
            names=self._names(path),
            suppressions=suppressions,
            root=self.root,
        )
        return Checked(tuple(self._found(speech, facts, compared)), (), compared)

    def compare(self, compared: Compared, known: ComparisonFacts) -> tuple[Problem, ...]:
        """What is wrong with a speech only in comparison with others."""
        speech = compared.speech
        return tuple(self._found(speech, Facts(metrics=compared.first_metric, comparison=known), compared))

    def _found(self, speech: Speech, facts: Facts, compared: Compared) -> Iterator[Problem]:
        written = partial(in_file, speech, compared.file) if compared.file else None
        problems = run_rules(speech, facts, self.settings, written=written, names=compared.names)
        return without_suppressed(problems, compared.suppressions)

    def _names(self, *paths: Path) -> tuple[str, ...]:
        """The files' names as the settings have them: from the workspace's folder."""
        return tuple(_below(self.root, path) for path in paths)


def _below(root: Path | None, path: Path) -> str:
    absolute = path.absolute()
    is_inside = root is not None and absolute.is_relative_to(root.absolute())
    return absolute.relative_to(root.absolute()).as_posix() if is_inside and root else path.name


def _edited_words(speech: Speech, made: Speech | None) -> str:
    """An edited speech without what its template says."""
    text = "\n".join(passage.text for passage in Draft(speech).body)
    if made is None:
        return text
    said = "\n".join("".join(run.text for run in each.runs if run.source.value is None) for each in made.paragraphs)
    return words_without(text, shingles(said))
