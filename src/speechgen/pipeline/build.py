"""Build the content of a unit's files: read, render, check and format, but do not write.

Templates are read once for all units. Large batches are built by several processes, each of which reads them itself.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from speechgen.formats import Layout, Manuscript, Reference, format_named, shows_comparison
from speechgen.model import Problem, SpeechgenError, show
from speechgen.pipeline.unexpected import problems_of
from speechgen.pipeline.workers import map_in_processes
from speechgen.reading import Value, find
from speechgen.rendering import render_context
from speechgen.template import Template, load_template
from speechgen.workspace import Unit, UnitContext, read_unit, template_problem, unit_context

if TYPE_CHECKING:
    from speechgen.checks import Checked, Checker
    from speechgen.model import Speech
    from speechgen.pipeline.plan import Output, PlannedUnit


class Built(NamedTuple):
    """A built unit: the content of its files by name, without files if it has errors; its problems.

    `template` and `unit_name` tell units apart, or find two that are one; `language` is its template's. `checked` is
    what the rules found in the speech, `edited` what they found in its edited speeches; None and empty if the rules
    were not run. `manuscript` waits for the comparison with other speeches: `with_deferred_files` writes the files
    that show it.
    """

    planned: PlannedUnit
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    template: str = ""
    unit_name: Value | None = None
    checked: Checked | None = None
    edited: tuple[Checked, ...] = ()
    manuscript: Manuscript | None = None
    language: str = ""


def build_all(planned: Sequence[PlannedUnit], builder: Builder) -> Generator[Built, None, None]:
    """Yield each unit built, in the order of the plan; several processes build large batches."""
    make = partial(Builder, *builder.arguments)
    yield from map_in_processes(planned, builder, make, Builder.build, _not_built)


def with_deferred_files(
    built: Built, compared: Sequence[Problem], writers: Mapping[str, Callable[[Manuscript], bytes]] | None = None
) -> Built:
    """The unit with the files that were deferred; `compared` are the problems that comparing all speeches found.

    `writers` are used instead of those of the formats.
    """
    manuscript, output = built.manuscript, built.planned.output
    if manuscript is None or output is None:
        return built
    notes = manuscript.notes
    if notes is not None and notes.problems is not None:
        manuscript = manuscript._replace(notes=notes._replace(problems=(*notes.problems, *compared)))
    own = writers or {}
    pages = {
        name: own[each](manuscript) if each in own else _written(each, manuscript)
        for each, name in output.names.items()
        if shows_comparison(each)
    }
    files = {name: {**built.files, **pages}[name] for name in output.names.values()}
    return built._replace(files=files, manuscript=None)


class Builder:
    """Builds units. `template` overrides the one that a unit names.

    `checkers` are by workspace folder; empty without rules. Without `writes` no files are built: speeches are only
    checked.
    """

    def __init__(
        self, template: str | None, checkers: Mapping[Path | None, Checker] | None = None, writes: bool = True
    ) -> None:
        self.template = template
        self.checkers = checkers or {}
        self.writes = writes
        self._templates: dict[tuple[str, Path, Path | None], Template | SpeechgenError] = {}
        self._references: dict[Path, Reference | None] = {}

    @property
    def arguments(self) -> tuple[Any, ...]:
        """The arguments for a builder in another process."""
        return self.template, self.checkers, self.writes

    def without_files(self) -> Builder:
        """A builder that only checks the speeches, and shares the templates that this one has read."""
        builder = Builder(self.template, self.checkers, writes=False)
        builder._templates, builder._references = self._templates, self._references
        return builder

    def build(self, planned: PlannedUnit) -> Built:
        """Build a unit. Every exception becomes a problem of the unit."""
        try:
            return self._build(planned)
        except Exception as error:
            return _not_built(planned, error)

    def _build(self, planned: PlannedUnit) -> Built:
        if planned.unit is None:
            return Built(planned, {}, (), edited=self._check_edited(planned, None, None))
        content = None if planned.content is None else bytes(planned.content)
        unit, problems = read_unit(planned.unit, planned.workspace, content)
        planned = planned._replace(content=None)  # which would be sent back from a worker process
        if planned.output is None:
            return self._only_edited(planned, unit, problems)
        try:
            if unit is None or problems:
                raise SpeechgenError(problems)
            template = self._load(unit)
            context = unit_context(unit, template)  # may raise: it reads the chosen parts
        except SpeechgenError as error:
            known = unit_context(unit, None) if unit else None
            found = self._in_values(planned, known)
            return Built(planned, {}, (*error.problems, *found), edited=self._check_edited(planned, known, None))
        speech, problems = render_context(context)
        unit_name, _ = find(unit.own, ["unit", "name"])
        edited = self._check_edited(planned, context, speech)
        built = Built(
            planned, {}, tuple(problems), template.name, unit_name, edited=edited, language=template.manifest.language
        )
        if speech is None:
            return built._replace(problems=(*problems, *self._in_values(planned, context)))
        checked = self._checked(planned, planned.output, context, speech)
        if checked is None:  # it was edited
            built = built._replace(problems=(*problems, *self._in_values(planned, context)))
        try:
            manuscript = self._manuscript(planned, planned.output, context, speech, checked)
            names = planned.output.names if self.writes else {}
            files = {name: _written(each, manuscript) for each, name in names.items() if not shows_comparison(each)}
        except SpeechgenError as error:  # a Word file whose styles cannot be used, or another package's format
            return built._replace(problems=(*problems, *problems_of(planned.file, error)))
        waiting = manuscript if any(map(shows_comparison, names)) else None
        return built._replace(files=files, checked=checked, manuscript=waiting)

    def _in_values(self, planned: PlannedUnit, context: UnitContext | None) -> tuple[Problem, ...]:
        """What the rules find in the values of a unit whose speech is not checked."""
        checker = self.checkers.get(planned.root)
        return checker.values(context) if checker is not None and context is not None else ()

    def _only_edited(self, planned: PlannedUnit, unit: Unit | None, problems: list[Problem]) -> Built:
        """Check only the edited speeches of a unit."""
        if planned.is_given and (unit is None or problems):  # reported, as the user has named the unit
            return Built(planned, {}, tuple(problems))
        context, speech = None, None
        found: tuple[Problem, ...] = ()
        if unit is not None:
            context = unit_context(unit, None)
            with suppress(SpeechgenError):  # reported when the unit file itself is checked
                context = unit_context(unit, self._load(unit))
                speech, _ = render_context(context)
            found = self._in_values(planned, context)
        return Built(planned, {}, found, edited=self._check_edited(planned, context, speech))

    def _check_edited(
        self, planned: PlannedUnit, context: UnitContext | None, speech: Speech | None
    ) -> tuple[Checked, ...]:
        """Check a unit's edited speeches; `speech` is the one that its template generates now."""
        if not planned.edited:
            return ()
        from speechgen.checks import Checked

        checker = self.checkers[planned.root]
        checked = []
        for path in planned.edited:
            try:
                checked.append(checker.edited(path, context, speech))
            except Exception as error:
                checked.append(Checked(problems_of(path, error)))
        return tuple(checked)

    def _checked(self, planned: PlannedUnit, output: Output, context: UnitContext, speech: Speech) -> Checked | None:
        checker = self.checkers.get(planned.root)
        if checker is None or not output.formats:
            return None
        from speechgen.checks import written_file

        shown = {each: show(output.folder / name) for each, name in output.names.items()}
        return checker.rendered(context, speech, written_file(shown, large=output.large))

    def _manuscript(
        self, planned: PlannedUnit, output: Output, context: UnitContext, speech: Speech, checked: Checked | None
    ) -> Manuscript:
        """The input of the formats, as far as they need it. Raises SpeechgenError if a reference is unreadable."""
        needed = output.formats if self.writes else ()
        manuscript = Manuscript(speech)
        if "docx" in needed:
            manuscript = manuscript._replace(layout=self._layout(planned, output, context))
        if "html" in needed:
            from speechgen.pipeline.review_notes import review_notes

            manuscript = manuscript._replace(notes=review_notes(context, speech, checked))
        return manuscript

    def _layout(self, planned: PlannedUnit, output: Output, context: UnitContext) -> Layout:
        """The layout of Word files, from the workspace's reference or else the template's. Raises SpeechgenError."""
        workspace, template = planned.workspace, context.template
        assert template is not None  # noqa: S101 - it has been rendered
        reference = (workspace and self._reference(workspace.root)) or self._reference(
            template.folder.path, is_template=True
        )
        return Layout(output.large, workspace.paper if workspace else "A4", reference)

    def _reference(self, folder: Path, *, is_template: bool = False) -> Reference | None:
        """The Word reference in a folder, read once for all units. Raises SpeechgenError."""
        from speechgen.formats import read_reference

        if folder not in self._references:
            self._references[folder] = read_reference(folder, must_be_inside=is_template)
        return self._references[folder]

    @property
    def template_folders(self) -> set[Path]:
        """The folders of all templates used, including those that could not be read, if named by path."""
        read = {each.folder.path for each in self._templates.values() if not isinstance(each, SpeechgenError)}
        return read | {base / name for name, base, _ in self._templates if _is_folder(base / name)}

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
            raise loaded if self.template else template_problem(loaded, unit)
        return loaded


def _written(name: str, manuscript: Manuscript) -> bytes:
    """A speech in a format that the plan names."""
    found = format_named(name)
    assert found is not None  # noqa: S101 - plans name known formats only
    return found.write(manuscript)


def _is_folder(path: Path) -> bool:
    """Whether a folder exists; not if its name is too long, or no name at all."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _not_built(planned: PlannedUnit, error: Exception) -> Built:
    return Built(planned, {}, problems_of(planned.file, error))
