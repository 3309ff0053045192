"""One unit file becomes the whole text of its output files: everything but the writing.

What units have in common, their templates, is read once. Large batches are composed by several processes, each of
which reads the templates for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from speechgen.discovery import show
from speechgen.formats import FORMATS, Layout, Manuscript, Reference
from speechgen.problem import Problem, SpeechgenError
from speechgen.reference import read_reference
from speechgen.rendering import rendered
from speechgen.schema import find
from speechgen.template import Template, load_template
from speechgen.unexpected import problems_of
from speechgen.workers import spread
from speechgen.workspace import Unit, Workspace, read_unit
from speechgen.yamlfile import Value

if TYPE_CHECKING:
    from speechgen.checks.facts import Beside
    from speechgen.checks.length import Spoken
    from speechgen.rendering import Rendered
    from speechgen.review import Review, Reviewer
    from speechgen.speech import Speech

LARGE = "-large"  # what the names of the lectern's Word files end in


class Job(NamedTuple):
    """One unit file, and what its speech is written to: a file `STEM.FORMAT` in `folder` for each format.

    Word files for the lectern, where they are `large`, are called `STEM-large.docx`, so that both can be had, unless
    the file `is_named` by a person.
    """

    unit: Path
    workspace: Workspace | None
    folder: Path
    formats: tuple[str, ...]
    stem: str
    large: bool = False
    is_named: bool = False

    @property
    def names(self) -> dict[str, str]:
        """The output file's name for each format."""
        ending = LARGE if self.large and not self.is_named else ""
        return {name: f"{self.stem}{ending if name == 'docx' else ''}.{name}" for name in self.formats}


class Finished(NamedTuple):
    """A finished speech to be reviewed, and the unit file that it is about, where that is known."""

    path: Path
    unit: Path | None
    workspace: Workspace | None

    @property
    def shown(self) -> str:
        """The file's name for people."""
        return show(self.path)


class Composed(NamedTuple):
    """A job's output files by name, none where the unit has errors; and its problems.

    `template` and `unit_name` tell units apart, or find two that are one. `review` is what the rules say of the speech,
    where they are asked; `spoken` is how long it is, where a review page is made.
    """

    job: Job
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    template: str = ""
    unit_name: Value | None = None
    review: Review | None = None
    spoken: Spoken | None = None


@dataclass
class Composer:
    """Composes units, with `template` instead of what they name, where it is given.

    `reviewers` are those of each workspace, by its root; none where rules are not asked.
    Files are made in `formats` alone: in none where speeches are only reviewed.
    """

    template: str | None
    reviewers: Mapping[Path | None, Reviewer] = field(default_factory=dict)
    formats: Mapping[str, Callable[[Manuscript], bytes]] = field(default_factory=lambda: FORMATS)
    _templates: dict[tuple[str, Path, Path | None], Template | SpeechgenError] = field(default_factory=dict)
    _references: dict[Path, Reference | None] = field(default_factory=dict)

    @property
    def bound(self) -> tuple[Any, ...]:
        """What a composer in another process is made of."""
        return self.template, self.reviewers, self.formats

    def compose(self, job: Job, beside: Beside | None = None) -> Composed:
        """The unit's output files. `beside` is what is known of the speech only beside others, for its review: where no
        file is written, it tells that alone. Raises nothing: whatever stops it is a problem of the unit.
        """
        try:
            return self._compose(job, beside)
        except Exception as error:
            return _not_composed(job, error)

    def _compose(self, job: Job, beside: Beside | None) -> Composed:
        unit, problems = read_unit(job.unit, job.workspace)
        if unit is None or problems:
            return Composed(job, {}, tuple(problems))
        try:
            template = self._load(unit)
            done = rendered(template, unit)  # reads the chosen parts, which may be broken too
        except SpeechgenError as error:
            return Composed(job, {}, error.problems)
        unit_name, _ = find(unit.own, ["unit", "name"])
        if done.speech is None:
            return Composed(job, {}, tuple(done.problems), template.name, unit_name)
        review = self._reviewed(job, unit, template, done, beside)
        try:
            manuscript = self._manuscript(job, unit, template, done.speech, review)
            files = {name: self.formats[each](manuscript) for each, name in job.names.items() if each in self.formats}
        except SpeechgenError as error:  # a Word file whose styles cannot be used
            return Composed(job, {}, (*done.problems, *error.problems), template.name, unit_name)
        spoken = manuscript.notes.spoken if manuscript.notes else None
        return Composed(job, files, tuple(done.problems), template.name, unit_name, review, spoken)

    def review(self, job: Finished, beside: Beside | None = None) -> Review:
        """What the rules say of a finished speech. Where its unit or template cannot be read, without what they say.
        Raises nothing: whatever stops it is a problem of the speech.
        """
        try:
            return self._review(job, beside)
        except Exception as error:
            return _not_reviewed(job, error)

    def _review(self, job: Finished, beside: Beside | None) -> Review:
        reviewer = self.reviewers[job.workspace.root if job.workspace else None]
        unit = read_unit(job.unit, job.workspace)[0] if job.unit else None
        template = None
        if unit is not None:
            with suppress(SpeechgenError):  # told when the unit file itself is checked
                template = self._load(unit)
        return reviewer.finished(job.path, job.shown, unit, template, beside=beside)

    def _reviewed(
        self, job: Job, unit: Unit, template: Template, done: Rendered, beside: Beside | None
    ) -> Review | None:
        reviewer = self.reviewers.get(job.workspace.root if job.workspace else None)
        if reviewer is None or not job.formats:
            return None
        from speechgen.review import written_file

        shown = {each: show(job.folder / name) for each, name in job.names.items()}
        file = written_file(shown, large=job.large)
        # What is known beside others comes later: of a speech that is written then, its page tells all that was found.
        own = beside is None or bool(self.formats)
        return reviewer.rendered(unit, template, done, file, beside=beside, own=own)

    def _manuscript(
        self, job: Job, unit: Unit, template: Template, speech: Speech, review: Review | None
    ) -> Manuscript:
        """What the formats are given, as far as they need it. Raises SpeechgenError where a reference is unreadable."""
        needed = self.formats.keys() & set(job.formats)
        manuscript = Manuscript(speech)
        if "docx" in needed:
            manuscript = manuscript._replace(layout=self._layout(job, template))
        if "html" in needed:
            from speechgen.notes import notes

            manuscript = manuscript._replace(notes=notes(unit, template, speech, review))
        return manuscript

    def _layout(self, job: Job, template: Template) -> Layout:
        """The layout of Word files, by the workspace's reference or else the template's. Raises SpeechgenError."""
        workspace = job.workspace
        reference = (workspace and self._reference(workspace.root)) or self._reference(template.folder.path)
        return Layout(job.large, workspace.paper if workspace else "A4", reference)

    def _reference(self, folder: Path) -> Reference | None:
        """The reference in a folder, read once for all units. Raises SpeechgenError."""
        if folder not in self._references:
            self._references[folder] = read_reference(folder)
        return self._references[folder]

    @property
    def template_folders(self) -> set[Path]:
        """The folders of the templates that have been asked for, whether or not they could be read."""
        read = {each.folder.path for each in self._templates.values() if not isinstance(each, SpeechgenError)}
        return read | {base / name for name, base, _ in self._templates if (base / name).is_dir()}

    def _load(self, unit: Unit) -> Template:
        """The template of `unit`, read once for all units. Raises the same SpeechgenError for each of them."""
        name, base = (self.template, Path()) if self.template else unit.template
        root = unit.workspace.root if unit.workspace else None
        key = (name, base, root)
        if key not in self._templates:
            try:
                self._templates[key] = load_template(name, workspace=root, base=base)
            except SpeechgenError as error:
                self._templates[key] = error
        loaded = self._templates[key]
        if isinstance(loaded, SpeechgenError):
            raise loaded
        return loaded


def composed(jobs: Sequence[tuple[Job, Beside | None]], composer: Composer) -> Generator[Composed, None, None]:
    """Each job composed, in the order of the jobs; by several processes where there are many."""
    make = partial(Composer, *composer.bound)
    yield from spread(jobs, composer, make, _compose, lambda job, error: _not_composed(job[0], error))


def reviewed(jobs: Sequence[tuple[Finished, Beside | None]], composer: Composer) -> Generator[Review, None, None]:
    """Each finished speech reviewed, as `composed` composes."""
    make = partial(Composer, *composer.bound)
    yield from spread(jobs, composer, make, _review, lambda job, error: _not_reviewed(job[0], error))


def _compose(composer: Composer, job: tuple[Job, Beside | None]) -> Composed:
    return composer.compose(*job)


def _review(composer: Composer, job: tuple[Finished, Beside | None]) -> Review:
    return composer.review(*job)


def _not_composed(job: Job, error: Exception) -> Composed:
    return Composed(job, {}, problems_of(job.unit, error))


def _not_reviewed(job: Finished, error: Exception) -> Review:
    from speechgen.review import Review

    return Review(job.shown, problems_of(job.path, error))
