"""Opening Word files, which may be broken or hostile: edited speeches and reference documents."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from speechgen.formats.docx.package_bounds import check_package
from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, require_extra

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "Sentence"  # in large layout, the style of the second and later sentences of a paragraph

_STRICT = b"http://purl.oclc.org/ooxml/"  # namespaces of ISO 29500-1 Strict, which python-docx does not read
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of an encrypted .docx, or a .doc

_Result = TypeVar("_Result")


def read_word(content: bytes, shown: str, read: Callable[[Document], _Result]) -> _Result:
    """The result of `read` on a Word file. `shown` is the file's name in problems.

    Raises SpeechgenError if the file cannot be opened, or `read` fails because it is broken.
    """
    require_extra("docx")
    import docx

    if content.startswith(_OLE_SIGNATURE):
        fix = translated("open it in Word, remove the password, and save it as .docx")
        raise _unreadable(shown, translated("is encrypted or in Word 97-2003 format"), fix)
    try:
        check_package(content, shown)
        with zipfile.ZipFile(BytesIO(content)) as package:
            if _STRICT in package.read("_rels/.rels"):
                fix = translated(
                    "open it in Word and save it as Word Document (*.docx), not as Strict Open XML Document"
                )
                raise _unreadable(shown, translated("is a Strict Open XML document"), fix)
            if b"macroEnabled" in package.read("[Content_Types].xml"):
                fix = translated("open it in Word and save it as .docx")
                raise _unreadable(shown, translated("contains macros (.docm, .dotm)"), fix)
        return read(docx.Document(BytesIO(content)))
    except SpeechgenError:
        raise
    except Exception as error:  # zipfile, lxml and python-docx raise many kinds on broken packages
        fix = translated("open it in Word, let Word repair it, and save it as .docx")
        raise _unreadable(shown, translated("is not a Word file or is broken"), fix) from error


def _unreadable(shown: str, message: str, fix: str) -> SpeechgenError:
    return SpeechgenError([Problem(Place(shown), "unreadable", message, fix)])
