"""Many units: read, render and write each; one bad unit stops no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from speechgen.discovery import show
from speechgen.formats import FORMATS
from speechgen.output import OutputFolder, Verdict, cannot_write
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.rendering import rendered
from speechgen.schema import find
from speechgen.speech import Speech
from speechgen.template import Template, load_template
from speechgen.workspace import Unit, Workspace, read_unit


@dataclass(frozen=True, slots=True)
class Job:
    """One unit file, and the files that its speech is written to: the output's name for each format."""

    unit: Path
    workspace: Workspace | None
    folder: Path
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a verdict for each file that its speech has, and what was wrong.

    `failed` is true where the unit has errors, and nothing was written for it.
    """

    unit: Path
    verdicts: tuple[tuple[Path, Verdict], ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether an error stands in the way of the unit's speech."""
        return any(problem.severity == "error" for problem in self.problems)


def collisions(jobs: Sequence[Job]) -> dict[Path, Problem]:
    """The units whose speech would go to the same file as another's, with the problem of each.

    Names that differ in case or in Unicode form alone are the same file on Windows and macOS.
    """
    owners: dict[tuple[Path, str], list[Job]] = {}
    for job in jobs:
        for name in job.names.values():
            folded = unicodedata.normalize("NFC", name).casefold()
            owners.setdefault((job.folder.absolute(), folded), []).append(job)
    found: dict[Path, Problem] = {}
    for sharing in owners.values():
        for job in sharing if len(sharing) > 1 else []:
            others = ", ".join(show(other.unit) for other in sharing if other is not job)
            target = show(job.folder / next(iter(job.names.values())))
            message = f"its speech would be written to {target}, and so would that of {others}"
            found.setdefault(
                job.unit, Problem(Place(show(job.unit)), "output-collision", message, "rename one of the unit files")
            )
    return found


class Batch:
    """Runs jobs one after another. What they have in common, templates and output folders, is read once."""

    def __init__(self, *, template: str | None, force: bool, dry_run: bool) -> None:
        self._template = template
        self._force = force
        self._dry_run = dry_run
        self._templates: dict[tuple[str, Path, Path | None], Template | SpeechgenError] = {}
        self._folders: dict[Path, OutputFolder] = {}
        self._names: dict[tuple[str, str], Place] = {}

    def run(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Each job's outcome, as soon as it is known. Jobs that would write one file are not begun."""
        colliding = collisions(jobs)
        try:
            for job in jobs:
                problem = colliding.get(job.unit)
                yield Outcome(job.unit, (), (problem,)) if problem else self._run(job)
        finally:
            for folder in self._folders.values():
                folder.close()

    def _run(self, job: Job) -> Outcome:
        speech, problems = self.speech(job)
        verdicts: list[tuple[Path, Verdict]] = []
        if speech is not None:
            for format_name, name in job.names.items():
                path = job.folder / name
                try:
                    verdict = self._write(job.folder, name, FORMATS[format_name](speech))
                except OSError as error:
                    problems.append(cannot_write(path, error))
                    break
                verdicts.append((path, verdict))
                if verdict == "kept":
                    problems.append(_kept(path))
        return Outcome(job.unit, tuple(verdicts), tuple(problems))

    def speech(self, job: Job) -> tuple[Speech | None, list[Problem]]:
        """The speech of a job's unit, None where it has errors; and its problems."""
        unit, problems = read_unit(job.unit, job.workspace)
        if unit is None or problems:
            return None, problems
        try:
            template = self._load(unit)
        except SpeechgenError as error:
            return None, list(error.problems)
        speech, problems = rendered(template, unit)
        return speech, problems + list(self._same_name(template, unit))

    def _load(self, unit: Unit) -> Template:
        """The template of `unit`, read once for all units. Raises the same SpeechgenError for each of them."""
        name, base = (self._template, Path()) if self._template else unit.template
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

    def _same_name(self, template: Template, unit: Unit) -> Iterator[Problem]:
        """A warning where another unit file has this unit's name: most likely it was copied and not corrected."""
        name, _ = find(unit.own, ["unit", "name"])
        if not isinstance(name.content, str):
            return
        first = self._names.setdefault((template.name, name.content), name.place)
        if first != name.place:
            message = f"{name.content} is the unit of {first.file}:{first.line} too"
            yield Problem(name.place, "same-name", message, "if this file was copied, correct the name", "warning")

    def _write(self, folder: Path, name: str, content: bytes) -> Verdict:
        if folder not in self._folders:
            self._folders[folder] = OutputFolder(folder)
        output = self._folders[folder]
        if self._dry_run:
            return output.verdict(name, content, force=self._force)
        return output.write(name, content, force=self._force)


def _kept(path: Path) -> Problem:
    message = "was changed by a person since it was generated, and is kept"
    mend = f"--force replaces it, and leaves it in {path.name}.bak"
    return Problem(Place(show(path)), "kept", message, mend, "warning")
