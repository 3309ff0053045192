"""Opening Word files, whatever is in them: finished speeches, and references."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from speechgen.model import Place, Problem, SpeechgenError, require_extra

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "Sentence"  # the style of a paragraph that goes on with the words of the one before, at the lectern

_STRICT = b"http://purl.oclc.org/ooxml/"  # the namespaces of ISO 29500-1, Strict, which python-docx does not read
_MOST = 100 * 1024 * 1024  # bytes that the package may unpack to: a larger one is no speech, or a trap
_ENCRYPTED_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file: an encrypted .docx, or a .doc

_Made = TypeVar("_Made")


def read_word(content: bytes, shown: str, make: Callable[[Document], _Made]) -> _Made:
    """What `make` makes of a Word file. `shown` is the file's name in problems.

    Raises SpeechgenError where it cannot be opened, or `make` fails because it is broken.
    """
    require_extra("docx")
    import docx

    if content.startswith(_ENCRYPTED_OR_OLD):
        fix = "open it in Word, take the password off, and save it as .docx"
        raise _unreadable(shown, "is encrypted, or in the format of Word 97-2003", fix)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            size = sum(member.file_size for member in package.infolist())
            if size > _MOST:
                raise _unreadable(shown, f"unpacks to {size >> 20} MiB", "look whether it is the right file")
            if _STRICT in package.read("_rels/.rels"):
                fix = "open it in Word, and save it as a Word document, not as a Strict one"
                raise _unreadable(shown, "is a Strict Open XML document", fix)
            if b"macroEnabled" in package.read("[Content_Types].xml"):
                raise _unreadable(shown, "holds macros (.docm, .dotm)", "open it in Word, and save it as .docx")
        return make(docx.Document(BytesIO(content)))
    except SpeechgenError:
        raise
    except Exception as error:  # whatever a broken package does to zipfile, lxml and python-docx
        fix = "open it in Word, let Word repair it, and save it as .docx"
        raise _unreadable(shown, "is no Word file that can be read, or is broken", fix) from error


def _unreadable(shown: str, message: str, fix: str) -> SpeechgenError:
    return SpeechgenError([Problem(Place(shown), "unreadable", message, fix)])
