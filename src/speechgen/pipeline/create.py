"""Create workspaces and unit files. Existing files are not overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from pathvalidate import sanitize_filename

from speechgen.messages import translated
from speechgen.model import (
    SETTINGS,
    UNITS,
    Place,
    Problem,
    SpeechgenError,
    lazily,
    real_path,
    show,
    template_names,
    with_fix,
    workspace_root,
)
from speechgen.pipeline.atomic_write import atomic_write, require_inside, write_problem
from speechgen.reading import flow, read_text
from speechgen.template import Template, find_template, load_template
from speechgen.workspace import SCHEMA_COMMENT, read_workspace, schema_for_editors, unit_file

SCHEMAS = "schemas"
_TEMPLATE_LINE = lazily(r"^template:.*\n", re.MULTILINE)
# The name of a unit has no suffix of a file; 5.12纪念馆 and St. Mary's College are names.
_FILE = lazily(r"(?P<stem>.*?)[.．。](?:ya?ml|txt|docx?|wps|xlsx?|xlsm|et|csv|json|pdf|md|html?)", re.IGNORECASE)
_MAX_NAME_BYTES = 200  # in UTF-8; file systems allow 255, including suffixes

_SETTINGS = """\
# {workspace}
template: {template}
formats: [md, txt]   # {formats}
output: speeches
# {shared}
#shared:
  #dates: {{meeting: 2014-10-24}}
"""


def create_workspace(folder: Path, *, template: str) -> list[Path]:
    """Create a workspace in `folder`, with the template's example as its first unit; the files written.

    Raises SpeechgenError if the folder is a workspace already, or cannot be written.
    """
    loaded = load_template(template, workspace=None)
    if (folder / SETTINGS).exists():
        problem = Problem(Place(show(folder / SETTINGS)), "exists", translated("the folder is a workspace already"))
        raise SpeechgenError([problem])
    schema = _schema_path(folder, loaded)
    unit = folder / UNITS / "example.yaml"
    example, problems = read_text(loaded.example, loaded.folder.show(loaded.example.name))
    if example is None:
        raise SpeechgenError(problems)
    name = _name_from(folder, loaded, None)
    if name != loaded.name:  # the example names its template, which is found in another folder here
        example = _TEMPLATE_LINE.sub("", example)
    comment = SCHEMA_COMMENT.format(schema_reference(schema, unit.parent))
    files = {
        folder / SETTINGS: _settings(name),
        folder / ".gitattributes": _git_attributes(),
        schema: schema_for_editors(loaded, None),
        unit: f"{comment}\n{example}",
    }
    # The settings, which make the folder a workspace, come last: after a full disk, the command can be run again.
    written = {path for path, text in reversed(files.items()) if _write_new(path, text, folder)}
    return [path for path in files if path in written]


def _settings(template: str) -> str:
    """The text of `speechgen.yaml`, with comments in the language of messages."""
    return _SETTINGS.format(
        workspace=translated(
            "The workspace: its template, and what all its units share. Each unit has a file in units/."
        ),
        template=flow(template),
        formats=translated("also: docx (Word), html (review pages)"),
        shared=translated("Values that every unit inherits; a unit file can override them."),
    )


def _git_attributes() -> str:
    """Git may change line ends; speeches would then differ from what was generated."""
    comment = translated("Git: check out every file as it was committed.")
    return "".join(f"{line}\n" for line in (f"# {comment}", "* -text", "*.docx binary"))


def create_units(names: Sequence[str], *, template: str | None, start: Path) -> tuple[list[Path], list[Problem]]:
    """Create a unit file for each name, in the workspace that contains `start`, otherwise in `start`.

    The files written, and the problems of those that were not. Raises SpeechgenError if no template is named, or it has
    problems.
    """
    root = workspace_root(start)
    workspace = read_workspace(root) if root else None
    name = template or (workspace.template if workspace else None)
    if name is None:
        fix = translated("use the option -t NAME; speechgen templates lists them")
        raise SpeechgenError([Problem(Place(SETTINGS), "no-template", translated("no template is named"), fix)])
    base = start if template or root is None else root
    loaded = load_template(name, workspace=root, base=base)
    folder = root / UNITS if root else start
    schema = _schema_path(root, loaded) if root else start / f"{loaded.name}.schema.json"
    schema_path = schema_reference(schema, folder)
    _write(schema, schema_for_editors(loaded, workspace.shared if workspace else None), root or start)
    files: list[Path] = []
    problems: list[Problem] = []
    for unit_name in dict.fromkeys(names):
        if (problem := _not_a_name(unit_name, folder)) is not None:
            problems.append(problem)
            continue
        path = folder / f"{file_stem(unit_name)}.yaml"
        text = unit_file(
            loaded,
            unit_name,
            template_name=None if workspace and workspace.template == name else _name_from(folder, loaded, root),
            shared=workspace.shared if workspace else None,
            schema_path=schema_path,
        )
        if _write_new(path, text, root or start):
            files.append(path)
        else:
            message = translated("the file exists already; not overwritten")
            problems.append(Problem(Place(show(path)), "exists", message))
    return files, problems


def file_stem(name: str) -> str:
    """A file name without suffix for a unit's name, valid on every system and without folders.

    Characters that Windows does not allow are left out, reserved names such as `con` get an underscore, and long names
    are shortened. If nothing is left, the name is `unit`.
    """
    visible = "".join(character for character in name if character.isprintable() or character == " ")
    stem = sanitize_filename(visible, platform="universal", max_len=_MAX_NAME_BYTES).strip(" .")
    while len(stem.encode()) > _MAX_NAME_BYTES:
        stem = stem[:-1]
    return stem or "unit"


def _not_a_name(name: str, folder: Path) -> Problem | None:
    """The problem of a file's name, or of no name, where the name of a unit is expected."""
    if not name.strip():
        fix = translated("write one, such as speechgen new 市教育局")
        return Problem(Place(name), "unit-name", translated("is not a name of a unit"), fix)
    is_path = len(Path(name).parts) > 1 and Path(name).parent.is_dir()
    found = _FILE.fullmatch(Path(name).name)
    if found is None and not is_path:
        return None
    stem = found["stem"] if found else Path(name).name
    created = show(folder / f"{translated('NAME')}.yaml")
    message = translated("is the name of a file; new takes the name of a unit, and creates {file}", file=created)
    quoted = f'"{stem}"' if " " in stem else stem
    fix = translated("write the unit's name")
    if stem:
        fix = translated("for a unit with this name: speechgen new {name}", name=quoted)
    if found and not name.lower().endswith((".yaml", ".yml")):
        fix = with_fix(fix, translated("the contents of other files are not read: type them into the unit file"))
    return Problem(Place(name), "unit-name", message, fix)


def _name_from(folder: Path, template: Template, root: Path | None) -> str:
    """How a unit file in `folder` refers to the template: by name, or by relative path."""
    found = os.path.realpath(template.folder.path)
    if template.name in template_names(root):
        by_name = find_template(template.name, root, folder)
        if os.path.realpath(by_name.path) == found:
            return template.name
    try:
        return Path(os.path.relpath(found, os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive of Windows
        return Path(found).as_posix()


def schema_reference(schema: Path, folder: Path) -> str:
    """The address of a schema for editors, from the unit files in `folder`: relative, so that a workspace can be moved.

    yaml-language-server ends it at a space, takes # for a fragment, and decodes `%20` also in the names of the folders
    around the workspace, which a relative address does not contain: below such a folder it is absolute.
    """
    if re.search(r"%[0-9A-Fa-f]{2}", str(real_path(folder))):
        return real_path(schema).as_uri()
    relative = Path(os.path.relpath(schema, folder)).as_posix()
    return re.sub(r"[\s#%?]", lambda found: quote(found[0]), relative)


def _schema_path(root: Path, template: Template) -> Path:
    return root / SCHEMAS / f"{template.name}.schema.json"


def _write_new(path: Path, text: str, inside: Path) -> bool:
    """Write a file unless it exists; whether it was written."""
    if path.exists():
        return False
    _write(path, text, inside)
    return True


def _write(path: Path, text: str, inside: Path) -> None:
    """Write a file, unless a link leads out of the folder `inside`. Raises SpeechgenError."""
    try:
        require_inside(path, inside)
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text.encode())
    except OSError as error:
        raise SpeechgenError([write_problem(path, error)]) from error
