"""Finds a template by name or folder, and a workspace's changes of a bundled one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from speechgen.messages import joined_words, reason_of, translated
from speechgen.model import (
    MANIFEST,
    TEMPLATES,
    Place,
    Problem,
    SpeechgenError,
    bundled_templates,
    leads_outside,
    real_path,
    show,
    template_names,
)
from speechgen.reading import nearest, read_yaml, value_at
from speechgen.template.files import Folder, Root

_MAX_SHOWN = 100  # characters of a template's name in a problem


class FileChange(NamedTuple):
    """A file of a workspace that changes a bundled template: it is added, or it replaces the bundled file `replaced`.

    A `template.yaml` is merged with the bundled one.
    """

    shown: str
    replaced: str | None
    is_merged: bool = False


def find_template(name: str, workspace: Path | None, base: Path) -> Folder:
    """The folder of a template: in the workspace's `templates/`, then at a path relative to `base`, then bundled.

    A folder with the name of a bundled template, and without a complete `template.yaml` (a title and a language),
    changes the bundled one. Raises SpeechgenError if there is no template.
    """
    bundled = bundled_templates()
    own = workspace / TEMPLATES if workspace else None
    commons = (*([Root(own, show(own))] if own else []), Root(bundled, ""))
    for path in (*([own / name] if own else []), base / name):
        if _changes_bundled(path):
            return Folder(path, show(path), commons, Root(bundled / path.name, path.name))
        if _is_file(path / MANIFEST):
            return Folder(path, show(path), commons)
        if _is_file(path / f"{MANIFEST}.txt"):
            from speechgen.template.misnamed import misnamed_files

            raise SpeechgenError(misnamed_files(Folder(path, show(path), commons)))
    if name in template_names(None):
        return Folder(bundled / name, name, commons)
    names = template_names(workspace)
    near = nearest(name, names)
    fix = (
        translated("did you mean {near}?", near=near)
        if near
        else translated("choose from: {names}", names=joined_words(names))
    )
    shown = name if len(name) <= _MAX_SHOWN else f"{name[:_MAX_SHOWN]}…"
    raise SpeechgenError([Problem(Place(shown), "unknown-template", translated("no template has this name"), fix)])


def file_changes(folder: Folder) -> Iterator[FileChange]:
    """The files with which a workspace changes a bundled template."""
    if folder.base is None:
        return
    for name in folder.names("**/*"):
        if folder.root_number(name) == 0:
            bundled = folder.base.path / name
            yield FileChange(folder.show(name), folder.base.show(name) if bundled.is_file() else None, name == MANIFEST)


def _changes_bundled(path: Path) -> bool:
    bundled = bundled_templates() / path.name
    if not _is_file(bundled / MANIFEST) or not path.is_dir() or real_path(path) == real_path(bundled):
        return False
    manifest = path / MANIFEST
    if not manifest.is_file():
        return True
    if leads_outside(manifest, path):
        return True  # reported when it is read
    source, _ = read_yaml(manifest, str(manifest))
    return source is not None and any(value_at(source, [key]) is None for key in ("title", "language"))


def _is_file(path: Path) -> bool:
    """Whether a file exists; not if its name is too long, or no name at all.

    Raises SpeechgenError if its folder cannot be entered: the template may be there.
    """
    try:
        return path.is_file()
    except PermissionError as error:
        message = translated("cannot be read: {reason}", reason=reason_of(error))
        problem = Problem(Place(show(path)), "unreadable", message, translated("check the permissions of its folder"))
        raise SpeechgenError([problem]) from error
    except (OSError, ValueError):
        return False
