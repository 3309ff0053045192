"""Locations of workspaces, unit files and templates. Reads no file, so that shell completion is fast."""

from __future__ import annotations

import os
from pathlib import Path

from speechgen.model.stray_files import intended_stem, is_stray
from speechgen.model.visible import visible

SETTINGS = "speechgen.yaml"
UNITS = "units"
TEMPLATES = "templates"
MANIFEST = "template.yaml"
UNIT_SUFFIXES = (".yaml", ".yml")


def workspace_root(start: Path) -> Path | None:
    """The nearest folder with `speechgen.yaml`: `start` or a parent; otherwise None."""
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), None)


def unit_files(folder: Path) -> list[Path]:
    """The unit files in a folder, sorted by name; none if it does not exist. Raises OSError if it cannot be listed."""
    return sorted(
        path
        for path in _listed(folder)
        if path.suffix.lower() in UNIT_SUFFIXES and path.name != SETTINGS and not is_stray(path) and path.is_file()
    )


def misnamed_unit_files(folder: Path) -> list[Path]:
    """The files in a folder that are meant to be unit files, such as `石桥镇.yaml.txt`, sorted by name."""
    return sorted(path for path in _listed(folder) if intended_stem(path) is not None and path.is_file())


def _listed(folder: Path) -> list[Path]:
    """The files in a folder. `glob` takes a folder that cannot be read for an empty one."""
    try:
        return [folder / name for name in os.listdir(folder)]
    except (FileNotFoundError, NotADirectoryError):
        return []


def bundled_templates() -> Path:
    """The folder of the bundled templates; in a source checkout its `templates/`, so that edits take effect."""
    package = Path(__file__).parents[1]
    checkout = package.parents[1]
    return checkout / TEMPLATES if (checkout / "pyproject.toml").is_file() else package / TEMPLATES


def template_names(root: Path | None) -> list[str]:
    """The names of the bundled templates and those of a workspace, sorted. Raises OSError if they cannot be listed."""
    folders = [bundled_templates(), *([root / TEMPLATES] if root else [])]
    return sorted({path.name for folder in folders for path in _listed(folder) if _is_template(path)})


def _is_template(folder: Path) -> bool:
    """Whether a folder has a `template.yaml`; one that cannot be entered may have it."""
    try:
        return (folder / MANIFEST).is_file()
    except PermissionError:
        return True


def real_path(path: Path) -> Path:
    """The full path without links. `Path.resolve` raises RuntimeError for a link to itself; this leaves it as it is."""
    return Path(os.path.realpath(path))


def leads_outside(path: Path, folder: Path) -> bool:
    """Whether a link leads from `path`, which is below `folder`, out of the folder."""
    return not real_path(path).is_relative_to(real_path(folder))


def show(path: Path) -> str:
    """A file's name in messages: relative if it is in the current folder, in one line, with `?` for invalid bytes."""
    if path.anchor:
        absolute, here = path.absolute(), Path.cwd()
        name = absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(path)
    else:
        name = path.as_posix()
    return visible(name if name.isascii() else name.encode("utf-8", "replace").decode())
