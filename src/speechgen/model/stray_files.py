"""Files that editors and systems leave next to others, and unit files whose name an editor has changed."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from speechgen.model.patterns import lazily

# Notepad adds .txt; with a Chinese input method the dot may be full-width: 石桥镇。yaml.
_MISNAMED = lazily(r"(?P<stem>.+?)(?:\.ya?ml\.(?:txt|docx?|rtf|wps)|[．。]ya?ml(?:\.txt)?)", re.IGNORECASE)


def is_stray(path: PurePath) -> bool:
    """Whether a file is a lock file (`~$x.docx`), or hidden: `._x.yaml` and `.DS_Store` of macOS, `.~x.docx` of WPS."""
    return path.name.startswith((".", "~$"))


def intended_stem(path: Path) -> str | None:
    """The unit that a file such as `石桥镇.yaml.txt` is meant for; None if the file is not a misnamed unit file."""
    found = _MISNAMED.fullmatch(path.name)
    return found["stem"] if found and not is_stray(path) else None


def lock_file(path: Path) -> Path | None:
    """The lock file that Word, WPS or LibreOffice keeps next to a document while it is open; None if there is none.

    Word leaves out the first two letters of a long name, and the first of one with seven letters before the suffix.
    """
    name = path.name
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#")
    return next((lock for each in locks if os.path.exists(lock := path.with_name(each))), None)  # never an OSError
