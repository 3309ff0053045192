"""One speech reviewed, a unit's or a finished one: its facts, what the rules find, and what comments silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks import Draft, Facts, Given
from speechgen.checks.alike import own_words, shingles, words_without
from speechgen.checks.names.foreign_unit import OtherUnits
from speechgen.checks.settings import Settings, Silence, read_settings
from speechgen.discovery import SETTINGS, show
from speechgen.finished import READERS, read_finished, speech_of
from speechgen.formats import FORMATS, Manuscript
from speechgen.problem import Problem, SpeechgenError
from speechgen.proofread import audible, proofread, unit_facts, unit_silence
from speechgen.rendering import rendered
from speechgen.speech import Source
from speechgen.unsaid import never_said

if TYPE_CHECKING:
    from speechgen.checks.facts import Beside
    from speechgen.rendering import Rendered
    from speechgen.speech import Speech
    from speechgen.template import Template
    from speechgen.workspace import Unit, Workspace


_WITH_LINES = ("txt", "md")
_FEWEST_METRICS = 3  # two units may well have the same two figures


class Review(NamedTuple):
    """What was found in one speech, and what tells it from others: its own words, its figures, and where they stand.

    `beside` is what was found only beside others; `metrics` are those of `exact_metrics`; `unsaid` are the values of
    the unit's file that its speech never says.
    """

    name: str
    problems: tuple[Problem, ...]
    beside: tuple[Problem, ...] = ()
    words: str = ""
    metrics: tuple[tuple[str, str], ...] = ()
    unsaid: tuple[Given, ...] = ()


class WrittenFile(NamedTuple):
    """The file that problems of a unit's speech have their places in: its format, its name; `large` of a Word file."""

    format_name: str
    shown: str
    large: bool = False


@dataclass
class Reviewer:
    """Reviews the speeches of one workspace, or of none. Plain data, so that other processes can be given it."""

    settings: Settings = field(default_factory=Settings)
    root: Path | None = None
    others: OtherUnits | None = None
    shared: Mapping[str, Silence] = field(default_factory=dict)  # the comments of speechgen.yaml

    @classmethod
    def of(cls, workspace: Workspace | None, others: OtherUnits | None) -> Reviewer:
        """The reviewer of a workspace's speeches. Raises SpeechgenError where its settings have problems."""
        if workspace is None:
            return cls(others=others)
        settings, problems = read_settings(workspace.check)
        silence, unknown = unit_silence(workspace.root / SETTINGS)
        if problems or unknown:
            raise SpeechgenError([*problems, *unknown])
        return cls(settings, workspace.root, others, {show(workspace.root / SETTINGS): silence})

    def rendered(
        self,
        unit: Unit,
        template: Template,
        done: Rendered,
        file: WrittenFile,
        *,
        beside: Beside | None = None,
        own: bool = True,
    ) -> Review:
        """The review of a unit's speech. `file` is the one that problems have their places in; without `own`, the rules
        that judge the speech by itself are not asked. Raises ValueError where there is no speech.
        """
        speech = done.speech
        if speech is None:
            raise ValueError("a unit with errors has no speech to review")
        facts = unit_facts(unit, template, values=done.values, others=self.others)
        facts = replace(facts, unused=tuple(never_said(template, unit, speech)))
        names = self._names(unit.path, Path(file.shown))
        silence, unknown = unit_silence(unit.path)

        def found(facts: Facts) -> Iterator[Problem]:
            problems = proofread(speech, facts, self.settings, written=partial(_in_file, speech, file), names=names)
            return audible(problems, {**self.shared, unit.shown: silence})

        return Review(
            name=unit.shown,
            problems=(*unknown, *found(facts)) if own else (),
            beside=tuple(found(replace(facts, beside=beside))) if beside else (),
            words=own_words(speech, unit.shown),
            metrics=exact_metrics(facts),
            unsaid=facts.unused,
        )

    def finished(
        self, path: Path, shown: str, unit: Unit | None, template: Template | None, *, beside: Beside | None = None
    ) -> Review:
        """The review of a finished speech, with what the unit file says, where one is given. With `beside`, only the
        rules that judge it beside others are asked. Raises SpeechgenError where the speech cannot be read.
        """
        speech = read_finished(path)
        facts = unit_facts(unit, template, others=self.others) if unit else Facts(others=self.others)
        # A line of the unit file has no line of the speech; what is silenced in the whole file is silenced here too.
        silences = {show(path): Silence(whole=unit_silence(unit.path)[0].whole)} if unit else {}

        def found(facts: Facts) -> Iterator[Problem]:
            return audible(proofread(speech, facts, self.settings, names=self._names(path)), silences)

        return Review(
            name=shown,
            problems=() if beside else tuple(found(facts)),
            beside=tuple(found(replace(facts, beside=beside))) if beside else (),
            words=_finished_words(speech, unit, template),
            metrics=exact_metrics(facts),
        )

    def _names(self, *paths: Path) -> list[str]:
        """The files' names as the settings have them: from the workspace's folder."""
        names = []
        for path in paths:
            absolute = path.absolute()
            is_inside = self.root is not None and absolute.is_relative_to(self.root.absolute())
            names.append(
                absolute.relative_to(self.root.absolute()).as_posix() if is_inside and self.root else path.name
            )
        return names


def written_file(names: Mapping[str, str], *, large: bool = False) -> WrittenFile:
    """Of the files that a speech is written to, by format, the one in which problems have their places: plain text
    where there is one, since its lines are the paragraphs.
    """
    name = next(name for name in (*(suffix[1:] for suffix in READERS), *names) if name in names)
    return WrittenFile(name, names[name], large)


def exact_metrics(facts: Facts) -> tuple[tuple[str, str], ...]:
    """All figures of a unit file, by name, to compare units by; none where there are too few to tell anything."""
    metrics = tuple((each.path, f"{each.value} {each.before} {each.after}") for each in facts.metrics)
    return metrics if len(metrics) >= _FEWEST_METRICS else ()


def _in_file(speech: Speech, file: WrittenFile) -> Speech:
    """The speech with its places in the file; where that is none that a person edits, in the files that it is from."""
    if file.format_name == "docx":
        from speechgen.formats.docx.places import placed

        return placed(speech, file.shown, large=file.large)
    if file.format_name not in _WITH_LINES:
        return _at_sources(speech)
    return speech_of(FORMATS[file.format_name](Manuscript(speech)), f".{file.format_name}", file.shown)


def _at_sources(speech: Speech) -> Speech:
    return speech._replace(
        paragraphs=tuple(
            paragraph._replace(
                runs=tuple(
                    run._replace(source=Source(run.source.value or run.source.template)) for run in paragraph.runs
                )
            )
            for paragraph in speech.paragraphs
        )
    )


def _finished_words(speech: Speech, unit: Unit | None, template: Template | None) -> str:
    """A finished speech without what its template says."""
    text = "\n".join(passage.text for passage in Draft(speech).body)
    made = rendered(template, unit).speech if unit and template else None
    if made is None:
        return text
    said = "\n".join("".join(run.text for run in each.runs if run.source.value is None) for each in made.paragraphs)
    return words_without(text, shingles(said))
