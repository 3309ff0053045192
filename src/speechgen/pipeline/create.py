"""New workspaces and unit files. Nothing that is there already is written over."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from pathvalidate import sanitize_filename

from speechgen.model import SETTINGS, UNITS, Place, Problem, SpeechgenError, show, template_folders, workspace_root
from speechgen.pipeline.atomic_write import atomic_write, write_problem
from speechgen.reading import export
from speechgen.template import Template, load_template
from speechgen.workspace import SCHEMA_COMMENT, read_workspace, unit_file

SCHEMAS = "schemas"
_LONGEST_NAME = 200  # bytes of a file's name in UTF-8, of the 255 that file systems have; the rest is for suffixes

_SETTINGS = """\
# The workspace: its template, and what all its units share. Each unit has a file in units/.
template: {template}
formats: [md, txt]   # docx (Word) and html (review pages) too
output: speeches
# Values that every unit inherits; a unit file overrides any of them.
# shared:
#   dates: {{meeting: 2014-10-24}}
"""


def create_workspace(folder: Path, *, template: str) -> list[Path]:
    """A workspace in `folder`, with the template's example as its first unit. The files that were written.

    Raises SpeechgenError where the folder is a workspace already, or cannot be written.
    """
    loaded = load_template(template, workspace=None)
    if (folder / SETTINGS).exists():
        problem = Problem(Place(show(folder / SETTINGS)), "exists", "the folder is a workspace already")
        raise SpeechgenError([problem])
    schema = _schema_path(folder, loaded)
    unit = folder / UNITS / "example.yaml"
    example = loaded.example.read_text(encoding="utf-8")
    comment = SCHEMA_COMMENT.format(f"../{SCHEMAS}/{schema.name}")
    files = {
        folder / SETTINGS: _SETTINGS.format(template=template),
        schema: export(loaded.document) + "\n",
        unit: f"{comment}\n{example}",
    }
    return [path for path, text in files.items() if _write_new(path, text)]


def create_units(names: Sequence[str], *, template: str | None, start: Path) -> tuple[list[Path], list[Problem]]:
    """A unit file for each name, in the workspace around `start`, or in `start` itself; and what stood in the way.

    Raises SpeechgenError where no template is named, or it has problems.
    """
    root = workspace_root(start)
    workspace = read_workspace(root) if root else None
    name = template or (workspace.template if workspace else None)
    if name is None:
        fix = "give -t NAME; speechgen templates lists them"
        raise SpeechgenError([Problem(Place(SETTINGS), "no-template", "no template is named", fix)])
    base = start if template or root is None else root
    loaded = load_template(name, workspace=root, base=base)
    folder = root / UNITS if root else start
    schema = _schema_path(root, loaded) if root else start / f"{loaded.name}.schema.json"
    schema_path = f"../{SCHEMAS}/{schema.name}" if root else schema.name
    _write(schema, export(loaded.document) + "\n")
    files: list[Path] = []
    problems: list[Problem] = []
    for unit_name in dict.fromkeys(names):
        path = folder / f"{file_stem(unit_name)}.yaml"
        text = unit_file(
            loaded,
            unit_name,
            template_name=None if workspace and workspace.template == name else _name_from(folder, loaded, root),
            shared=workspace.shared if workspace else None,
            schema_path=schema_path,
        )
        if _write_new(path, text):
            files.append(path)
        else:
            problems.append(Problem(Place(show(path)), "exists", "there is such a file already, and it is kept"))
    return files, problems


def file_stem(name: str) -> str:
    """A file name, without suffix, for a unit's name: on every system, and in no folder but its own.

    What a name may not hold on Windows is left out, a device's name such as `con` gets an underscore, and what is too
    long is cut. A name of which nothing is left becomes `unit`.
    """
    visible = "".join(character for character in name if character.isprintable() or character == " ")
    stem = sanitize_filename(visible, platform="universal", max_len=_LONGEST_NAME).strip(" .")
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    return stem or "unit"


def _name_from(folder: Path, template: Template, root: Path | None) -> str:
    """How a unit file in `folder` names the template: by its name, or by the way to it."""
    if template_folders(root).get(template.name, Path()).resolve() == template.folder.path.resolve():
        return template.name
    return Path(os.path.relpath(template.folder.path, folder)).as_posix()


def _schema_path(root: Path, template: Template) -> Path:
    return root / SCHEMAS / f"{template.name}.schema.json"


def _write_new(path: Path, text: str) -> bool:
    """Write a file where there is none; whether there was none."""
    if path.exists():
        return False
    _write(path, text)
    return True


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text.encode())
    except OSError as error:
        raise SpeechgenError([write_problem(path, error)]) from error
