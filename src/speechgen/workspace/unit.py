"""Read unit files, with their comments."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechgen.messages import translated
from speechgen.model import CONTROL, TEMPLATES, Place, Problem, SpeechgenError, intended_stem, real_path, show
from speechgen.reading import Value, parse_yaml, read_text, value_at
from speechgen.workspace.settings import Workspace, find_workspace


class Unit(NamedTuple):
    """One unit file, with the workspace that it belongs to, if any. `shown` is its name in problems, `own` its values,
    `text` its text with comments.
    """

    path: Path
    shown: str
    own: Value
    workspace: Workspace | None = None
    text: str = ""

    @property
    def template(self) -> tuple[str, Path]:
        """The template that the unit file or its workspace names, and the folder that a path to it is relative to.

        Raises SpeechgenError if neither names one.
        """
        named = value_at(self.own, ["template"])
        if named is not None and isinstance(named.content, str):
            return named.content, self.path.parent
        if self.workspace and self.workspace.template:
            return self.workspace.template, self.workspace.root
        fix = translated("add a line template: NAME, or use the option -t NAME")
        message = translated("the file names no template")
        raise SpeechgenError([Problem(Place(self.own.file), "missing-value", message, fix)])


def template_problem(error: SpeechgenError, unit: Unit) -> SpeechgenError:
    """The error of loading the template that a unit's files name: if there is none, at the line that names it."""
    workspace = unit.workspace
    named = value_at(unit.own, ["template"]) or (
        value_at(workspace.source, ["template"]) if workspace and workspace.source else None
    )
    if named is None:
        return error
    message = translated("no template has the name {name}", name=" ".join(str(named.content).split()))
    return SpeechgenError(
        problem._replace(place=named.place, message=message) if problem.code == "unknown-template" else problem
        for problem in error.problems
    )


def read_unit(
    path: Path, workspace: Workspace | None, content: bytes | None = None
) -> tuple[Unit | None, list[Problem]]:
    """Read the unit file at `path`; its syntax problems. `content` is its content if it has been read already."""
    shown = show(path)
    try:
        path.name.encode()
    except UnicodeEncodeError:  # unpacked from an archive of another system
        return None, [_wrong_name(shown, translated("the file's name is not valid UTF-8"))]
    if control := CONTROL.search(path.name):
        code = f"U+{ord(control[0]):04X}"
        message = translated("the file's name contains the control character {code}", code=code)
        return None, [_wrong_name(shown, message)]
    if (stem := intended_stem(path)) is not None:
        return None, [_misnamed(path, f"{stem}.yaml")]
    text, problems = read_text(path, shown, content)
    if text is None:
        return None, problems
    own, problems = parse_yaml(text, shown)
    if workspace and workspace.shared is not None and path.absolute().is_relative_to(workspace.root / TEMPLATES):
        workspace = workspace._replace(shared=None)  # an example of a template, which may be another than the units'
    return (None if own is None else Unit(path, shown, own, workspace, text)), problems


def load_unit(path: str | Path) -> Unit:
    """Load the unit file at `path`, with the workspace that contains it. Raises SpeechgenError if it cannot be read."""
    path = Path(path)
    unit, problems = read_unit(path, find_workspace(real_path(path).parent))
    if unit is None or problems:
        raise SpeechgenError(problems)
    return unit


def _wrong_name(shown: str, message: str) -> Problem:
    fix = translated("rename the file; its speech gets the same name")
    return Problem(Place(shown), "file-name", message, fix)


def _misnamed(path: Path, name: str) -> Problem:
    """The problem of a unit file whose name does not end in .yaml; `name` is its right name."""
    message = translated(
        "is meant as a unit file, but its name must end in .yaml, not in {suffix}",
        suffix=path.name.removeprefix(name[:-5]),
    )
    fix = translated(
        "rename it to {name}; to see the whole name in Windows, show file name extensions in the Explorer", name=name
    )
    if path.with_name(name).exists():
        fix = translated("{name} exists too: keep the right one under that name, and delete the other", name=name)
    return Problem(Place(show(path)), "file-name", message, fix)
