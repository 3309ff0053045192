"""Create a template: from a skeleton, or as a copy of another. Existing files are not overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from speechgen.language import language
from speechgen.messages import reason_of, translated
from speechgen.model import (
    TEMPLATES,
    Place,
    Problem,
    SpeechgenError,
    is_stray,
    lazily,
    leads_outside,
    show,
    workspace_root,
)
from speechgen.pipeline.atomic_write import atomic_write, require_inside, write_problem
from speechgen.pipeline.template_tests import update_tests
from speechgen.reading import decode, flow, read_file
from speechgen.template import find_template, load_template

_TEMPLATE_LINE = lazily(r"^template:.*$", re.MULTILINE)
_NAME = lazily(r"[^\W_][\w.-]*")
_MAX_BYTES = 10 * 1024 * 1024  # of one file; a reference.docx with a picture has some hundred kilobytes


def create_template(name: str, *, code: str, start: Path) -> list[Path]:
    """Create a template that can be generated at once, in the language `code`, with an example and its speech.

    It is created in the `templates/` of the workspace around `start`, or else in `start`. Returns the files written.
    Raises SpeechgenError if there is such a folder already, or the files cannot be written.
    """
    skeleton = language(code).skeleton
    if skeleton is None:
        fix = translated("copy a template in that language with --copy, or name another language with --language")
        message = translated("there is no new template in {code}", code=code)
        raise SpeechgenError([Problem(Place(name), "no-skeleton", message, fix)])
    folder = _new_folder(name, start)
    texts = {path.relative_to(skeleton): path.read_text(encoding="utf-8") for path in _files(skeleton)}
    written = _write(folder, {path: text.replace("NAME", folder.name) for path, text in texts.items()}, start)
    return [*written, *update_tests(load_template(folder))]


def copy_template(source: str, name: str | None, *, start: Path) -> list[Path]:
    """Copy a template, such as a bundled one, to the same place as `create_template`; by default under its own name."""
    found = find_template(source, workspace_root(start), start)
    original = found.base or found
    folder = _new_folder(name or original.path.name, start)
    copied = {path.relative_to(original.path): _content(path, original.path) for path in _files(original.path)}
    return _write(folder, copied, start)


def _new_folder(name: str, start: Path) -> Path:
    root = workspace_root(start)
    folder = root / TEMPLATES / name if root else start / name
    if not _NAME.fullmatch(name):
        fix = translated("use letters, digits, hyphens and dots, such as monthly-meeting or 月度例会")
        message = translated("is not a valid name of a template")
        raise SpeechgenError([Problem(Place(name), "template-name", message, fix)])
    if folder.exists():
        fix = translated("choose another name, or delete the folder")
        message = translated("the folder exists already; not changed")
        raise SpeechgenError([Problem(Place(show(folder)), "exists", message, fix)])
    return folder


def _files(folder: Path) -> list[Path]:
    """The files of a template. Raises SpeechgenError if a folder in it cannot be listed."""

    def refuse(error: OSError) -> NoReturn:
        raise _unreadable(Path(error.filename), error) from error

    walked = os.walk(folder, onerror=refuse)
    found = (Path(below, name) for below, _, names in walked for name in names if Path(below).name != "__pycache__")
    return sorted(path for path in found if not is_stray(path) and os.path.isfile(path))


def _content(path: Path, folder: Path) -> bytes:
    """The content of a file in a template's folder. Raises SpeechgenError if it cannot be copied."""
    try:
        if leads_outside(path, folder):
            fix = translated("replace the link by the file, or delete it")
            message = translated("is a link out of the template's folder")
            raise SpeechgenError([Problem(Place(show(path)), "template-missing-file", message, fix)])
        content = read_file(path, _MAX_BYTES)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(content) > _MAX_BYTES:
        message = translated("is larger than {size} MiB", size=_MAX_BYTES // 1024**2)
        fix = translated("delete it, or copy the others by hand")
        raise SpeechgenError([Problem(Place(show(path)), "too-large", message, fix)])
    return content


def _unreadable(path: Path, error: OSError) -> SpeechgenError:
    message = translated("cannot be read: {reason}", reason=reason_of(error))
    return SpeechgenError([Problem(Place(show(path)), "unreadable", message, translated("check its permissions"))])


def _write(folder: Path, files: dict[Path, str] | dict[Path, bytes], start: Path) -> list[Path]:
    """Write the files of a template; its unit files name it as a unit file of the workspace would.

    Raises SpeechgenError if one cannot be written: then there is none of them, so that the command can be run again.
    """
    name = folder.name if workspace_root(start) else f"../{folder.name}"
    written: list[Path] = []
    for path, content in files.items():
        target = folder / path
        text = content if isinstance(content, str) else None
        if path.suffix == ".yaml" and path.name != "template.yaml":
            text = content if isinstance(content, str) else decode(content, show(target))[0]
            text = text and _TEMPLATE_LINE.sub(lambda _: f"template: {flow(name)}", text, count=1)
        try:
            require_inside(folder, workspace_root(start) or start)
            target.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(target, text.encode() if text is not None else content)  # type: ignore[arg-type]  # bytes
        except OSError as error:
            _remove(written, folder)
            raise SpeechgenError([write_problem(target, error)]) from error
        written.append(target)
    return written


def _remove(files: Sequence[Path], folder: Path) -> None:
    """Remove the files of a new template, and its folders if nothing else is in them."""
    for path in files:
        with suppress(OSError):
            path.unlink()
    for below, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            os.rmdir(below)
