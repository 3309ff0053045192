"""From what the command line names to jobs: which unit files, and which files their speeches go to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.compose import LARGE, Finished, Job
from speechgen.discovery import SETTINGS, UNIT_SUFFIXES, UNITS, show, unit_files, workspace_root
from speechgen.finished import READERS
from speechgen.formats import FORMATS
from speechgen.output import OutputFolder
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.schema import nearest
from speechgen.template import Template, load_template
from speechgen.workspace import DEFAULT_FORMATS, DEFAULT_OUTPUT, Unit, Workspace, load_unit, read_workspace

if TYPE_CHECKING:
    from speechgen.review import Reviewer


_FEW = 10  # names that a message lists


class UsageError(Exception):
    """The options do not go together; the message says what to give."""


def named_units(named: Sequence[Path]) -> list[Path]:
    """The unit files that the command line names: files, folders of them, or names of a workspace's units.

    Nothing named is every unit of the workspace. Raises SpeechgenError where that gives none.
    """
    here = Path.cwd()
    root = workspace_root(here)
    if not named:
        if root is None:
            mend = "go to a workspace's folder, name unit files, or make a workspace with speechgen init DIR"
            raise SpeechgenError([Problem(Place(SETTINGS), "no-workspace", "there is none here, or above", mend)])
        named = [root / UNITS]
        if not named[0].is_dir():
            raise SpeechgenError([_no_units(named[0])])
    files: dict[str, Path] = {}
    by_name: dict[str, Path] = {}  # listed once, and only where a unit is named so: there may be many
    for path in named:
        is_name = root is not None and len(path.parts) == 1 and not path.exists() and not path.suffix
        if is_name and root is not None and not by_name:
            by_name = {file.stem: file for file in reversed(unit_files(root / UNITS))}
        if is_name and str(path) not in by_name:
            near = nearest(str(path), list(by_name))
            mend = f"did you mean {near}?" if near else f"there are: {', '.join(sorted(by_name)[:_FEW]) or 'none'}"
            raise SpeechgenError([Problem(Place(str(path)), "unknown-unit", "there is no unit of this name", mend)])
        found = unit_files(path) if path.is_dir() else [by_name[str(path)]] if is_name else [path]
        if not found:
            raise SpeechgenError([_no_units(path)])
        files.update((os.path.realpath(file), file) for file in reversed(found))
    return sorted(files.values(), key=str)


def _no_units(folder: Path) -> Problem:
    return Problem(
        Place(show(folder)), "no-units", "there are no unit files in it", "speechgen new NAME makes a unit file"
    )


def named_files(named: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The unit files that the command line names, and the finished speeches; a folder is of units, or of speeches.

    Nothing named is every unit of the workspace. Raises SpeechgenError where that gives none.
    """
    finished: list[Path] = []
    rest: list[Path] = []
    for path in named:
        is_speech = path.suffix.lower() in READERS or (path.is_file() and path.suffix not in UNIT_SUFFIXES)
        speeches = [path] if is_speech else []
        if path.is_dir() and not unit_files(path):
            speeches = sorted(each for each in path.iterdir() if each.suffix.lower() in READERS and each.is_file())
        finished += speeches
        rest += [] if speeches else [path]
    return (named_units(rest) if rest or not named else []), list(dict.fromkeys(finished))


def finished_jobs(speeches: Iterable[Path], unit: Path | None, units: Sequence[Path] = ()) -> list[Finished]:
    """A job for each finished speech, with the unit file that it is about: `unit`, or else the one of its name.

    That is looked for beside it, and among the units of the workspace that it lies in. Raises SpeechgenError where a
    workspace's settings have problems.
    """
    workspaces: dict[Path | None, Workspace | None] = {None: None}
    jobs: list[Finished] = []
    for path in speeches:
        start = (unit or path).absolute().parent
        root = workspace_root(start)
        if root not in workspaces and root is not None:
            workspaces[root] = read_workspace(root)
        folders = [path.parent, *([root / UNITS] if root else [])]
        stem = path.stem.removesuffix(LARGE)
        beside = (folder / f"{stem}{suffix}" for folder in folders for suffix in (".yaml", ".yml"))
        jobs.append(Finished(path, unit or next((each for each in beside if each.is_file()), None), workspaces[root]))
    return jobs


def without_changed(jobs: Iterable[Job]) -> tuple[list[Job], list[Finished]]:
    """The jobs without the speeches that a person has changed since, and these as finished speeches.

    Of a unit's speeches every kind is looked at that can be read, whichever formats a run would write.
    """
    folders: dict[Path, OutputFolder] = {}
    left: list[Job] = []
    finished: list[Finished] = []
    for job in jobs:
        if job.folder not in folders:
            folders[job.folder] = OutputFolder(job.folder)
        changed = changed_speeches(job, folders[job.folder])
        left.append(job._replace(formats=tuple(name for name, file in job.names.items() if file not in changed)))
        finished += [Finished(job.folder / file, job.unit, job.workspace) for file in changed]
    return left, finished


def changed_speeches(job: Job, folder: OutputFolder) -> list[str]:
    """The names of a unit's speeches in its folder that a person has changed since they were generated."""
    files = [f"{job.stem}{ending}{suffix}" for suffix in READERS for ending in ("", LARGE)]
    return [file for file in files if folder.is_changed_by_a_person(file)]


def reviewers(jobs: Iterable[Job | Finished]) -> dict[Path | None, Reviewer]:
    """A reviewer for each workspace of the jobs, by its root, who knows the names of all its units.

    Raises SpeechgenError where a workspace's settings have problems.
    """
    from speechgen.review import Reviewer
    from speechgen.unitnames import other_units

    found: dict[Path | None, Reviewer] = {}
    loose = {job.unit: None for job in jobs if job.workspace is None and job.unit is not None}
    for job in jobs:
        workspace = job.workspace
        root = workspace.root if workspace else None
        if root not in found:
            files = unit_files(root / UNITS) if root else list(loose)
            found[root] = Reviewer.of(workspace, other_units(files) if len(files) > 1 else None)
    return found


def plan(units: Iterable[Path], *, formats: Sequence[str], output: Path | None, large: bool = False) -> list[Job]:
    """A job for each unit file. `formats` and `output` are the command line's; without them the workspace's hold.

    `output` is a folder, or a file where there is one unit and one format. Raises UsageError where it is a file for
    more, SpeechgenError where a workspace's settings have problems.
    """
    units = list(units)
    workspaces: dict[Path | None, Workspace | None] = {None: None}
    folders: dict[Path, Path] = {}  # one for all units of a workspace: there may be many
    jobs: list[Job] = []
    is_file = output is not None and not output.is_dir() and output.suffix[1:].lower() in FORMATS
    if output is not None and is_file:
        formats = [_format_of_file(output, formats, units)]
    for unit in units:
        root = workspace_root(unit.absolute().parent)
        if root not in workspaces and root is not None:
            workspaces[root] = read_workspace(root)
        workspace = workspaces[root]
        chosen = tuple(formats) or (workspace.formats if workspace else DEFAULT_FORMATS)
        if output is not None and is_file:
            name = output.suffix[1:].lower()
            jobs.append(Job(unit, workspace, output.parent, (name,), output.stem, large, is_named=True))
            continue
        home = workspace.root if workspace else unit.parent
        if home not in folders:
            folders[home] = output or home / (workspace.output if workspace else DEFAULT_OUTPUT)
        jobs.append(Job(unit, workspace, folders[home], chosen, unit.stem, large))
    return jobs


def _format_of_file(output: Path, formats: Sequence[str], units: Sequence[Path]) -> str:
    suffix = output.suffix[1:]
    if len(units) > 1:
        raise UsageError(f"-o {output} is one file, and there are {len(units)} units: give a folder")
    if len(formats) > 1 or (formats and formats[0] != suffix):
        raise UsageError(f"-o {output} is a {suffix} file, and the formats are {', '.join(formats)}: give a folder")
    return suffix


def load_pair(named: Path, template: str | None) -> tuple[Template, Unit]:
    """One unit and its template. Raises SpeechgenError where either cannot be read."""
    files = named_units([named])
    if len(files) != 1:
        raise SpeechgenError([Problem(Place(show(named)), "no-units", "is a folder of units", "name one unit file")])
    unit = load_unit(files[0])
    name, base = (template, Path()) if template else unit.template
    return load_template(name, workspace=unit.workspace.root if unit.workspace else None, base=base), unit
