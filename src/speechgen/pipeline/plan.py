"""The plan of a run: the file of each unit, the files that its speech is written to, its edited speeches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, SupportsBytes

from speechgen.formats import all_formats, format_named, format_names, format_of, readable_suffixes
from speechgen.messages import joined_words, translated
from speechgen.model import UNIT_SUFFIXES, UNITS, Problem, SpeechgenError, real_path, workspace_root
from speechgen.pipeline.named_files import named_files, named_units
from speechgen.pipeline.output import OutputFolder
from speechgen.reading import value_at
from speechgen.workspace import DEFAULT_FORMATS, DEFAULT_OUTPUT, Workspace, read_workspace

_OTHER_FORMATS = frozenset(
    ("pdf", "doc", "wps", "rtf", "odt", "htm", "xls", "xlsx", "et", "csv", "epub", "tex", "yaml", "yml", "json")
)
LARGE = "-large"  # ends the names of Word files in large print, before the suffix


class UsageError(Exception):
    """Options that cannot be combined, or are not valid; the message says what to do."""


class Output(NamedTuple):
    """The files that a speech is written to: `STEM.FORMAT` in `folder` for each format.

    Word files in `large` print are named `STEM-large.docx`, so that both can exist, unless the user has named the file
    (`is_named`).
    """

    folder: Path
    formats: tuple[str, ...]
    stem: str
    large: bool = False
    is_named: bool = False

    @property
    def names(self) -> dict[str, str]:
        """The file's name for each format."""
        ending = LARGE if self.large and not self.is_named else ""
        return {name: f"{self.stem}{ending if name == 'docx' else ''}.{name}" for name in self.formats}

    def edited(self, folder: OutputFolder) -> list[str]:
        """The names of the unit's edited speeches in its folder, in any format that can be read."""
        suffixes = readable_suffixes((*self.formats, *sorted(folder.generated_formats)))
        files = [f"{self.stem}{ending}{suffix}" for suffix in suffixes for ending in ("", LARGE)]
        return [file for file in files if folder.is_edited(file)]


class PlannedUnit(NamedTuple):
    """What to do for one unit.

    `unit` is its file, None for edited speeches whose unit is not known. `output` is where its speech is written, None
    if only its edited speeches are checked. `is_given`: the user has named the unit of these speeches. `content` is the
    content of the unit file if it has been read already.
    """

    unit: Path | None
    workspace: Workspace | None
    output: Output | None = None
    edited: tuple[Path, ...] = ()
    is_given: bool = False
    content: SupportsBytes | None = None

    @property
    def root(self) -> Path | None:
        """The workspace's folder."""
        return self.workspace.root if self.workspace else None

    @property
    def file(self) -> Path:
        """The unit file, otherwise the edited speech."""
        return self.unit or self.edited[0]


class Workspaces:
    """The workspaces of a run, each read once."""

    def __init__(self, read: Iterable[Workspace] = ()) -> None:
        """`read` are those that have been read already."""
        self._read: dict[Path | None, Workspace | None] = {None: None, **{each.root: each for each in read}}

    def of_folder(self, folder: Path) -> Workspace | None:
        """The workspace that contains `folder`; otherwise None. Raises SpeechgenError if its settings have problems."""
        root = workspace_root(folder)
        if root is not None and root not in self._read:
            workspace = read_workspace(root)
            problems = list(_unknown_formats(workspace))
            if problems:
                raise SpeechgenError(problems)
            names = (name for each in workspace.formats for name in format_names(each))
            self._read[root] = workspace._replace(formats=tuple(dict.fromkeys(names)))
        return self._read[root]


def plan_units(
    units: Iterable[Path],
    *,
    formats: Sequence[str] = (),
    output: Path | None = None,
    large: bool = False,
    to_stdout: bool = False,
    workspaces: Workspaces | None = None,
) -> list[PlannedUnit]:
    """The plan for some unit files. `formats` and `output` override the workspace's.

    `output` is a folder, or a file if there is one unit and one format. Raises UsageError if the options cannot be
    combined, SpeechgenError if a workspace's settings have problems.
    """
    units, workspaces = list(units), workspaces or Workspaces()
    formats = list(dict.fromkeys(name for each in formats for name in format_names(each)))
    unknown = next((name for name in formats if format_named(name) is None), None)
    if unknown is not None:
        name = unknown or translated("(empty)")
        choices = joined_words(all_formats())
        raise UsageError(translated("unknown format {name}; choose from: {choices}", name=name, choices=choices))
    if to_stdout:
        output = None
        _require_single(units, formats)
    folders: dict[Path, Path] = {}  # computed once per workspace: there may be many units
    planned: list[PlannedUnit] = []
    file_format = _format_of_file(output, formats, units) if output is not None and _is_file(output) else None
    for unit in units:
        workspace = workspaces.of_folder(unit.absolute().parent)
        if output is not None and file_format is not None:
            named = Output(output.parent, (file_format,), output.stem, large, is_named=True)
            planned.append(PlannedUnit(unit, workspace, named))
            continue
        chosen = tuple(formats) or (workspace.formats if workspace else DEFAULT_FORMATS)
        home = workspace.root if workspace else unit.parent
        if home not in folders:
            folders[home] = output or home / (workspace.output if workspace else DEFAULT_OUTPUT)
        planned.append(PlannedUnit(unit, workspace, Output(folders[home], chosen, unit.stem, large)))
    if large and not any(each.output and "docx" in each.output.formats for each in planned):
        raise UsageError(translated("--large applies only to Word files: add -f docx"))
    return planned


def plan_check(named: Sequence[Path], unit: Path | None) -> list[PlannedUnit]:
    """The plan for `check`: the named units, with their edited speeches instead of those that would be generated; and
    the named edited speeches, each with its unit.

    `unit` is the unit file of these speeches; by default the one with the same name, next to the speech or in the
    workspace. Raises SpeechgenError if a file cannot be found, or a workspace's settings have problems.
    """
    units, speeches = named_files(named)
    given = named_units([unit])[0] if unit else None
    workspaces = Workspaces()
    planned = plan_units(units, workspaces=workspaces)
    folders = {each.output.folder: OutputFolder(each.output.folder) for each in planned if each.output}
    for folder in folders.values():
        folder.require_access()
    planned = [_with_edited(each, speeches, folders) for each in planned]
    by_unit = {real_path(each.file): number for number, each in enumerate(planned)}
    for speech in speeches:
        workspace = workspaces.of_folder((unit or speech).absolute().parent)
        about = given or _unit_of(speech, workspace)
        number = by_unit.get(real_path(about)) if about else None
        if number is not None:
            planned[number] = planned[number]._replace(edited=(*planned[number].edited, speech))
        else:
            if about:
                by_unit[real_path(about)] = len(planned)
            planned.append(PlannedUnit(about, workspace, None, (speech,), is_given=given is not None))
    return planned


def _with_edited(planned: PlannedUnit, named: Sequence[Path], folders: Mapping[Path, OutputFolder]) -> PlannedUnit:
    """The plan of a unit, with its edited speeches instead of the files that they would be overwritten by."""
    output = planned.output
    assert output is not None  # noqa: S101 - planned to be generated
    edited = output.edited(folders[output.folder])
    formats = tuple(name for name, file in output.names.items() if file not in edited)
    paths = tuple(path for file in edited if (path := output.folder / file) not in named)
    return planned._replace(output=output._replace(formats=formats), edited=paths)


def _unit_of(speech: Path, workspace: Workspace | None) -> Path | None:
    """The unit file with the same name as a speech: next to it, or in the workspace's units; otherwise None."""
    folders = [speech.parent, *([workspace.root / UNITS] if workspace else [])]
    stem = speech.stem.removesuffix(LARGE)
    candidates = (folder / f"{stem}{suffix}" for folder in folders for suffix in UNIT_SUFFIXES)
    return next((each for each in candidates if each.is_file()), None)


def _require_single(units: Sequence[Path], formats: Sequence[str]) -> None:
    """Raise UsageError unless there is one unit and at most one format, as standard output takes one speech."""
    if len(set(formats)) > 1:
        raise UsageError(translated("standard output takes one format: name only one"))
    if len(units) != 1:
        raise UsageError(
            translated("standard output takes one speech, but there are {number} units: name one", number=len(units))
        )


def _is_file(output: Path) -> bool:
    """Whether `-o` names a file. Raises UsageError if it is a file of a format that is not written."""
    if output.is_dir():
        return False
    is_file, suffix = format_of(output) is not None, output.suffix[1:].lower()
    if not is_file and suffix in _OTHER_FORMATS:
        raise UsageError(
            translated(
                "-o {path}: .{suffix} files are not written; choose from: {choices}, or name a folder",
                path=output,
                suffix=suffix,
                choices=joined_words(f".{name}" for name in all_formats()),
            )
        )
    return is_file


def _format_of_file(output: Path, formats: Sequence[str], units: Sequence[Path]) -> str:
    suffix = output.suffix[1:].lower()
    if len(units) > 1:
        raise UsageError(
            translated(
                "-o {path} is one file, but there are {number} units: name a folder", path=output, number=len(units)
            )
        )
    if len(formats) > 1 or (formats and formats[0] != suffix):
        raise UsageError(
            translated(
                "-o {path} is a {suffix} file, but the formats are {formats}: name a folder",
                path=output,
                suffix=suffix,
                formats=joined_words(formats),
            )
        )
    return suffix


def _unknown_formats(workspace: Workspace) -> Iterator[Problem]:
    """The problems of unknown formats in a workspace's settings."""
    listed = value_at(workspace.source, ["formats"]) if workspace.source else None
    for number, each in enumerate(listed.content if listed and isinstance(listed.content, list) else ()):
        try:
            is_known = all(format_named(name) for name in format_names(str(each.content)))
        except SpeechgenError as error:  # another package's format
            yield from (problem._replace(place=each.place) for problem in error.problems)
        else:
            if not is_known:
                from speechgen.reading import unknown_choice

                yield unknown_choice(f"formats[{number}]", str(each.content), list(all_formats()), each.place)
