"""Check one speech, rendered or edited, with the settings and unit names of its workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.rule import Draft
from speechgen.checks.run import check_values, run_rules
from speechgen.checks.settings import Settings, read_settings
from speechgen.checks.suppression import Suppression, read_suppression, without_suppressed
from speechgen.checks.unused_values import unused_values
from speechgen.checks.written import WrittenFile, in_file
from speechgen.language import DEFAULT
from speechgen.model import SETTINGS, SpeechgenError, show

if TYPE_CHECKING:
    from speechgen.checks.comparison import Compared
    from speechgen.checks.facts import ComparisonFacts
    from speechgen.checks.other_units import OtherUnits
    from speechgen.model import Given, Place, Problem, Speech
    from speechgen.workspace import UnitContext, Workspace


class Checked(NamedTuple):
    """The problems of one speech. `unused`: the values of its unit file that the speech does not use. `compared`: what
    is kept of the speech for comparing it with others, if it is.
    """

    problems: tuple[Problem, ...]
    unused: tuple[Given, ...] = ()
    compared: Compared | None = None


class Checker:
    """Checks speeches of one workspace, or speeches outside any workspace. Can be pickled for worker processes.

    `compares`: whether the speeches are compared with others afterwards. If not, nothing is kept of them, which takes
    6 ms for a single one, with the modules that compare.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        root: Path | None = None,
        others: OtherUnits | None = None,
        suppressions: Mapping[str, Suppression] | None = None,
        compares: bool = True,
    ) -> None:
        self.settings = settings or Settings()
        self.root = root
        self.others = others
        self.suppressions = suppressions or {}  # from the comments in speechgen.yaml
        self.compares = compares

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same settings and names: a preview then keeps what it has checked."""
        if not isinstance(other, Checker):
            return NotImplemented
        return self._given() == other._given()

    __hash__ = None  # type: ignore[assignment]

    def _given(self) -> tuple[object, ...]:
        return self.settings, self.root, self.others, self.suppressions, self.compares

    @classmethod
    def of(cls, workspace: Workspace | None, others: OtherUnits | None, *, compares: bool = True) -> Checker:
        """The checker for a workspace. Raises SpeechgenError if the workspace's check settings are invalid."""
        if workspace is None:
            return cls(others=others, compares=compares)
        settings, problems = read_settings(workspace.check)
        shown = show(workspace.root / SETTINGS)
        suppression, unknown = read_suppression(workspace.text, shown)
        if problems or unknown:
            raise SpeechgenError([*problems, *unknown])
        return cls(settings, workspace.root, others, {shown: suppression}, compares or bool(settings.compare))

    def rendered(self, context: UnitContext, speech: Speech, file: WrittenFile) -> Checked:
        """Check a unit's rendered speech. Problems are located in `file`."""
        draft, facts = Draft(speech), unit_facts(context, self.others)
        printed = _printed(facts, speech, draft.text)
        facts = facts._replace(unused=tuple(unused_values(context, speech)), printed=printed)
        suppression, unknown = read_suppression(context.unit.text, context.unit.shown)
        report = _Report(
            self._names(context.unit.path, Path(file.shown)),
            {**self.suppressions, context.unit.shown: suppression},
            file,
        )
        in_values = without_suppressed(self._in_values(context, facts, report.names), report.suppressions)
        problems = (*unknown, *in_values, *self._found(draft, facts, report))
        compared = None
        if self.compares:
            from speechgen.checks.similarity import own_words

            words = own_words(speech, context.unit.shown)
            compared = self._compared(context.unit.shown, draft, words, facts, report)
        return Checked(problems, facts.unused, compared)

    def values(self, context: UnitContext) -> tuple[Problem, ...]:
        """Check the values of a unit file whose speech cannot be rendered, or was edited."""
        suppression, _ = read_suppression(context.unit.text, context.unit.shown)
        suppressions = {**self.suppressions, context.unit.shown: suppression}
        problems = self._in_values(context, unit_facts(context, self.others), self._names(context.unit.path))
        return tuple(without_suppressed(problems, suppressions))

    def _in_values(self, context: UnitContext, facts: Facts, names: tuple[str, ...]) -> list[Problem]:
        language = context.template.manifest.language if context.template else DEFAULT
        return check_values(facts, self.settings, language=language, names=names)

    def edited(self, path: Path, context: UnitContext | None, rendered: Speech | None) -> Checked:
        """Check an edited speech, against its unit file if one is known.

        `rendered` is the speech that the template gives for that unit now. Raises SpeechgenError if the speech file
        cannot be read.
        """
        from speechgen.formats import read_speech

        template = context.template if context else None
        speech, shown = read_speech(path, template.manifest.language if template else None), show(path)
        facts = unit_facts(context, self.others) if context else Facts(others=self.others)
        suppressions = {}
        if context:
            # A line of the unit file does not map to a line of the speech, so only `ignore-file` applies.
            suppression, _ = read_suppression(context.unit.text, context.unit.shown)
            suppressions = {shown: Suppression(whole=suppression.whole)}
        draft, report = Draft(speech), _Report(self._names(path), suppressions)
        problems = tuple(self._found(draft, facts, report))
        if not self.compares:
            return Checked(problems)
        return Checked(problems, (), self._compared(shown, draft, _edited_words(speech, rendered), facts, report))

    def compare(self, compared: Compared, known: ComparisonFacts) -> tuple[Problem, ...]:
        """The problems of a speech that only show when it is compared with others."""
        facts = Facts(
            metrics=compared.first_metric, comparison=known, parts=compared.parts, wordings=dict(compared.wordings)
        )
        report = _Report(compared.names, compared.suppressions, compared.file)
        return tuple(self._found(Draft(compared.speech), facts, report))

    def _found(self, draft: Draft, facts: Facts, report: _Report) -> Iterator[Problem]:
        speech = draft.speech
        read_back = partial(in_file, speech, report.file) if report.file else None
        problems = run_rules(speech, facts, self.settings, draft=draft, read_back=read_back, names=report.names)
        return without_suppressed(problems, report.suppressions)

    def _compared(self, name: str, draft: Draft, words: str, facts: Facts, report: _Report) -> Compared:
        """What is kept of a speech for comparing it with others."""
        from speechgen.checks.comparison import Compared

        return Compared.of(
            name,
            draft,
            words,
            facts,
            file=report.file,
            names=report.names,
            suppressions=report.suppressions,
            root=self.root,
        )

    def _names(self, *paths: Path) -> tuple[str, ...]:
        """The file names that `paths:` in the settings is matched against: relative to the workspace's folder."""
        return tuple(_relative(self.root, path) for path in paths)


class _Report:
    """What is needed to report the problems of a speech.

    `names` are matched against `paths:` in the settings; `file` is where a rendered speech is written.
    """

    def __init__(
        self, names: tuple[str, ...], suppressions: Mapping[str, Suppression], file: WrittenFile | None = None
    ) -> None:
        self.names, self.suppressions, self.file = names, suppressions, file


def _relative(root: Path | None, path: Path) -> str:
    absolute = path.absolute()
    is_inside = root is not None and absolute.is_relative_to(root.absolute())
    return absolute.relative_to(root.absolute()).as_posix() if is_inside and root else path.name


def _printed(facts: Facts, speech: Speech, text: str) -> frozenset[Place | None]:
    """The places of the unit file's texts that a rendered speech prints, alone or as items of a list."""
    places = {run.source.value for run in speech.runs()}
    return frozenset(given.place for given in facts.own_texts if given.place in places or given.words in text)


def _edited_words(speech: Speech, rendered: Speech | None) -> str:
    """The text of an edited speech without the template's own text."""
    from speechgen.checks.similarity import shingles, words_without

    text = "\n".join(passage.text for passage in Draft(speech).body)
    if rendered is None:
        return text
    lines = ("".join(run.text for run in each.runs if run.source.value is None) for each in rendered.paragraphs)
    return words_without(text, shingles("\n".join(lines)))
