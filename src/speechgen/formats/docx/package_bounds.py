"""The bounds of a Word file's package, checked before its parts are read.

The sizes in a zip file may be wrong, so the parts are unpacked piece by piece. XML of 10 MB may take 1 GB in memory, so
its tags and attributes are counted before it is parsed; a document type declaration could multiply them.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import NoReturn

from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, lazily

MAX_PARTS = 1_000
MAX_UNPACKED = 64 * 1024 * 1024  # bytes: pictures of a letterhead
MAX_XML = 10 * 1024 * 1024  # bytes of a part; libxml2 reads no longer text
MAX_MARKUP = 500_000  # tags and attributes of all parts; a speech of 10,000 characters has 20,000
_NAMESPACE = 200  # what a namespace counts for, as it may be compared with that of each element
_MAX_RELATIONS = 20_000  # the same, in the parts that list the other parts
_PIECE = 256 * 1024  # bytes
_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1  # a flag of a part
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of Office Open XML (ISO 29500-2, C.4)
_ENCODING = lazily(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = (b"utf-8", b"utf-16")  # of Office Open XML (ISO 29500-2, 9.1.7)
_EBCDIC = b"\x4c\x6f\xa7\x94"  # `<?xm`
_NOT_CONTENT = b"\xef\xbb\xbf\xfe\xff \t\r\n"  # byte order marks and white space, before the first tag


def check_package(content: bytes, shown: str) -> None:
    """Raise SpeechgenError if a package is too large, or is one that Word does not write.

    Raises what zipfile raises if it is broken.
    """
    if content.count(_CENTRAL_ENTRY) > MAX_PARTS:
        _too_large(shown, translated("contains more than {number} parts", number=f"{MAX_PARTS:,}"))
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = set()
        for member in package.infolist():
            name = member.filename.casefold()
            if name in names:
                _refuse(shown, translated("contains two parts with the same name"))
            names.add(name)
            if member.compress_type not in _METHODS or member.flag_bits & _ENCRYPTED:
                _refuse(shown, translated("is packed in a way that Word does not read"))
        size = markup = relations = 0
        for member in package.infolist():
            part = _unpacked(package, member, MAX_UNPACKED + 1 - size)
            size += len(part)
            if size > MAX_UNPACKED:
                _too_large(shown, translated("unpacks to more than {size} MiB", size=MAX_UNPACKED >> 20))
            tags = _markup(part, shown)
            markup += tags
            relations += tags if member.filename.casefold().endswith(".rels") else 0
            if markup > MAX_MARKUP:
                _too_large(
                    shown, translated("contains more than {number} tags and attributes", number=f"{MAX_MARKUP:,}")
                )
            if relations > _MAX_RELATIONS:
                _too_large(
                    shown,
                    translated(
                        "contains more than {number} links between its parts", number=f"{_MAX_RELATIONS // 4:,}"
                    ),
                )


def _unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bytearray:
    """The content of a part, or its first `size` bytes."""
    content = bytearray()
    with package.open(member) as part:
        while len(content) < size and (piece := part.read(_PIECE)):
            content += piece
    return content


def _markup(part: bytearray, shown: str) -> int:
    """The number of tags and attributes in a part, where namespaces count for more; 0 if it is not XML."""
    if b"\0" in part:  # as in UTF-16
        part = part.replace(b"\0", b"")
    start = part.lstrip(_NOT_CONTENT)[:_PIECE]
    declared = _ENCODING.match(start)
    if start.startswith(_EBCDIC) or (declared and declared[1].lower() not in _ENCODINGS):
        _refuse(shown, translated("contains XML that is not in UTF-8 or UTF-16"))
    if not start.startswith(b"<"):
        return 0
    if b"<!DOCTYPE" in part:
        _refuse(shown, translated("contains a document type declaration (DTD)"))
    if len(part) > MAX_XML:
        _too_large(
            shown, translated("contains more than {size} MiB of text and formatting in one part", size=MAX_XML >> 20)
        )
    return part.count(b"<") + part.count(b"=") + _NAMESPACE * part.count(b"xmlns")


def _too_large(shown: str, message: str) -> NoReturn:
    raise SpeechgenError([Problem(Place(shown), "too-large", message, translated("check that this is the right file"))])


def _refuse(shown: str, message: str) -> NoReturn:
    fix = translated("open it in Word, let Word repair it, and save it as .docx")
    raise SpeechgenError([Problem(Place(shown), "unreadable", message, fix)])
