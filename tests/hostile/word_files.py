"""Hostile Word files, built from parts."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="bin" ContentType="application/octet-stream"/>'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="docx" ContentType="{_WORD}.document"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
    for name in ("Title", "Body Text")
)
PARAGRAPH = "<w:p><w:r><w:t>Comrades, let us begin.</w:t></w:r></w:p>"
Link = tuple[str, str]


def links_of(*links: Link) -> str:
    """A part with links, called `rId0` and so on; to an address they are external."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for number, (kind, target) in enumerate(links)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def document(body: str, start: str = _XML) -> str:
    return f"{start}<w:document {_SPACES}><w:body>{body}</w:body></w:document>"


def part(name: str, inside: str) -> str:
    return f"<w:{name} {_SPACES}>{inside}</w:{name}>"


def word_file(
    body: str = PARAGRAPH,
    *,
    main: str | bytes | None = None,
    styles: str | None = _STYLES,
    numbering: str | None = None,
    parts: Iterable[tuple[str, str | bytes]] = (),
    links: Iterable[Link] = (),
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A Word file with a body, or another document part, and more parts."""
    named = {"styles": styles, "numbering": numbering}
    own = [(kind, f"{kind}.xml") for kind, inside in named.items() if inside is not None]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of duplicate names
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", links_of(("officeDocument", "word/document.xml")))
        package.writestr("word/_rels/document.xml.rels", links_of(*own, *links))
        package.writestr("word/document.xml", document(body) if main is None else main)
        for kind, inside in named.items():
            if inside is not None:
                package.writestr(f"word/{kind}.xml", part(kind, inside))
        for name, content in parts:
            package.writestr(name, content)
    return packed.getvalue()


def with_header(header: str, *, links: Iterable[Link] = (), parts: Iterable[tuple[str, str | bytes]] = ()) -> bytes:
    """A Word file with a header, whose own links begin at `rId0`."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    own = [("word/header1.xml", part("hdr", header)), ("word/_rels/header1.xml.rels", links_of(*links))]
    return word_file(PARAGRAPH + section, parts=[*own, *parts], links=[("header", "header1.xml")])


def with_false_size(packed: bytes, name: str, size: int) -> bytes:
    """The package with a false size of a part in its directory."""
    changed, at = bytearray(packed), 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        if changed[at + 46 :].startswith(name.encode()):
            changed[at + 24 : at + 28] = struct.pack("<I", size)
        at += 4
    return bytes(changed)


def _table(depth: int, inside: str) -> str:
    return "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" * depth + inside + "</w:tc></w:tr></w:tbl>" * depth


def _listed(number: int, level: int) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>"


def _levels(count: int) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%{level + 1}."/></w:lvl>'
        for level in range(count)
    )


_DTD = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
_NUM = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
_BIN = "word/media/a.bin"

# Refused as a speech and as a reference document: the code and the words of the problem.
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "no-body": (lambda: word_file(main=part("document", "")), "unreadable", "is not a Word file or is broken"),
    "no-document": (lambda: word_file(main=""), "unreadable", "is not a Word file or is broken"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "unreadable", "is encrypted or in Word 97-2003"),
    "text": ("讲话".encode, "unreadable", "is not a Word file or is broken"),
    "cut": (lambda: word_file()[:700], "unreadable", "is not a Word file or is broken"),
    "password": (
        lambda: word_file().replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"),
        "unreadable",
        "is packed in a way that Word does not read",
    ),
    "lzma": (lambda: word_file(method=zipfile.ZIP_LZMA), "unreadable", "is packed in a way that Word does not read"),
    "twice": (
        lambda: word_file(parts=[("word/Document.xml", document(PARAGRAPH))]),
        "unreadable",
        "contains two parts with the same name",
    ),
    "lies": (
        lambda: with_false_size(word_file(parts=[(_BIN, bytes(80 << 20))], links=[("image", "media/a.bin")]), _BIN, 9),
        "unreadable",
        "is not a Word file or is broken",
    ),
    "outside": (
        lambda: word_file(links=[("customXml", "../../../../etc/passwd")]),
        "unreadable",
        "is not a Word file or is broken",
    ),
    "dtd": (
        lambda: word_file(main=document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", _DTD)),
        "unreadable",
        "contains a document type declaration (DTD)",
    ),
    "utf16-dtd": (
        lambda: word_file(main=document(PARAGRAPH, _DTD).encode("utf-16")),
        "unreadable",
        "contains a document type declaration (DTD)",
    ),
    "ebcdic": (
        lambda: word_file(main=document(PARAGRAPH, '<?xml version="1.0" encoding="cp037"?>').encode("cp037")),
        "unreadable",
        "contains XML that is not in UTF-8 or UTF-16",
    ),
    "utf7": (
        lambda: word_file(main=document("+ADw-w:p/+AD4-", '<?xml version="1.0" encoding="UTF-7"?>')),
        "unreadable",
        "contains XML that is not in UTF-8 or UTF-16",
    ),
    "deep": (lambda: word_file(_table(1000, PARAGRAPH)), "unreadable", "is not a Word file or is broken"),
    "bomb": (lambda: word_file(parts=[(_BIN, bytes(65 << 20))]), "too-large", "unpacks to more than 64 MiB"),
    "parts": (
        lambda: word_file(parts=[(f"word/{number}.bin", b"") for number in range(1000)]),
        "too-large",
        "contains more than 1,000 parts",
    ),
    "links": (
        lambda: word_file(links=[("image", "media/a.bin")] * 6000, parts=[(_BIN, b"")]),
        "too-large",
        "contains more than 5,000 links between its parts",
    ),
    "breaks": (
        lambda: word_file(f"<w:p><w:r>{'<w:br/>' * 1_000_000}</w:r></w:p>{PARAGRAPH}"),
        "too-large",
        "contains more than 500,000 tags and attributes",
    ),
    "paragraphs": (lambda: word_file(PARAGRAPH * 600_000), "too-large", "contains more than 10 MiB of text and format"),
    "runs": (
        lambda: word_file(f"<w:p>{'<w:r/>' * 1_000_000}</w:p>{PARAGRAPH}"),
        "too-large",
        "contains more than 500,000 tags and attributes",
    ),
    "namespaces": (
        lambda: word_file("".join(f'<w:r xmlns:a{number}="u"/>' for number in range(3000))),
        "too-large",
        "contains more than 500,000 tags and attributes",
    ),
    "text-node": (lambda: word_file(f"<w:p><w:r><w:t>{'a' * (11 << 20)}</w:t></w:r></w:p>"), "too-large", "10 MiB"),
}
# Read as speeches and used as reference documents: within the bounds, where time must not grow faster than the file.
READ: dict[str, Callable[[], bytes]] = {
    "external": lambda: word_file(
        links=[("image", "http://127.0.0.1:9/a.png"), ("attachedTemplate", "file:///a.dotm")]
    ),
    "outside-names": lambda: word_file(parts=[("../../../tmp/a.xml", "<a/>"), ("/etc/a.xml", "<a/>")]),
    "word-in-word": lambda: word_file(parts=[("word/a.docx", word_file())], links=[("package", "a.docx")]),
    "utf16": lambda: word_file(main=document(PARAGRAPH, '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")),
    "tables": lambda: word_file(_table(60, PARAGRAPH * 20 + "<w:r/>" * 100_000)),
    "inserted": lambda: with_header(
        "<w:p>" + "<w:sdt><w:ins>" * 100 + "<w:r/>" * 200_000 + "</w:ins></w:sdt>" * 100 + "</w:p>"
    ),
    "sections": lambda: word_file(
        PARAGRAPH
        + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 4000
        + "".join(
            f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="{number}" r:id="x"/></w:sectPr></w:pPr></w:p>'
            for number in range(4000)
        )
        + "<w:sectPr/>"
    ),
    "levels": lambda: word_file(
        "".join(_listed(1, level) for level in range(3000)),
        numbering=f'<w:abstractNum w:abstractNumId="1">{_levels(9000)}</w:abstractNum>{_NUM * 9000}',
    ),
    "digits": lambda: word_file(PARAGRAPH + _listed(1, 0).replace('"0"', f'"{"9" * 9000}"')),
    "boxes": lambda: word_file("<w:p><w:r><w:pict>" * 60 + PARAGRAPH * 100 + "</w:pict></w:r></w:p>" * 60),
    "footnote": lambda: word_file(PARAGRAPH.replace("</w:r>", '<w:footnoteReference w:id="2"/></w:r>')),
}
