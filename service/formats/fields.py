"""Automatic fields of old formats kept as they were saved, before LibreOffice opens the file.

LibreOffice computes dates, times, file names and references anew while it opens a file, so a plan of 2003 would bear
today's date; and it would follow a field that includes another file. A field that it does not know it shows as saved.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from typing import Any

import olefile
from lxml import etree

from service.docx.package import open_package
from service.formats import messages as m
from service.formats.kinds import OLE_DAMAGE, Kind
from service.refusals import DocumentRefused

_TYPES = {
    3: "REF", 7: "IF", 15: "TITLE", 16: "SUBJECT", 17: "AUTHOR", 18: "KEYWORDS", 19: "COMMENTS", 20: "LASTSAVEDBY",
    21: "CREATEDATE", 22: "SAVEDATE", 23: "PRINTDATE", 24: "REVNUM", 25: "EDITTIME", 26: "NUMPAGES", 27: "NUMWORDS",
    28: "NUMCHARS", 29: "FILENAME", 30: "TEMPLATE", 31: "DATE", 32: "TIME", 34: "=", 37: "PAGEREF", 45: "DDE",
    46: "DDEAUTO", 56: "LINK", 59: "MERGEFIELD", 60: "USERNAME", 61: "USERINITIALS", 62: "USERADDRESS", 64: "DOCVARIABLE",
    67: "INCLUDEPICTURE", 68: "INCLUDETEXT", 69: "FILESIZE", 72: "NOTEREF", 85: "DOCPROPERTY",
}  # fmt: skip
"""Field types of [MS-DOC] 2.9.90 (flt) that are computed or fetched, and their keywords."""
_UNKNOWN = 93
"""A type that no version of Word has."""
_FIB_FIELDS = range(0x9A + 8 * 16, 0x9A + 8 * 21, 8)
"""Where the header holds the places of the field tables: body, headers, footnotes, comments (same form)."""
_INSTRUCTION = re.compile(
    # Possessive and stopped by the next field: linear, whatever a hostile file repeats.
    rb"(\\fldinst(?:[\s{}]|\\\*|(?!\\fldinst)\\[a-z]+-?\d*)*+)(?=(?:%s)\b)"
    % "|".join(k for k in _TYPES.values() if k != "=").encode(),
    re.I,
)
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_COMMENT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
"""Nobody reads comments here, and LibreOffice without windows crashes on them."""
_HREF = "{http://www.w3.org/1999/xlink}href"
_ODF_FIELDS = frozenset(
    _TEXT + name
    for name in [
        "date",
        "time",
        "author-initials",
        "author-name",
        "bookmark-ref",
        "chapter",
        "character-count",
        "conditional-text",
        "creation-date",
        "creation-time",
        "creator",
        "database-display",
        "database-name",
        "dde-connection",
        "description",
        "editing-cycles",
        "editing-duration",
        "execute-macro",
        "expression",
        "file-name",
        "hidden-text",
        "image-count",
        "initial-creator",
        "keywords",
        "modification-date",
        "modification-time",
        "note-ref",
        "object-count",
        "page-count",
        "paragraph-count",
        "placeholder",
        "print-date",
        "print-time",
        "printed-by",
        "reference-ref",
        "script",
        "sender-city",
        "sender-company",
        "sender-firstname",
        "sender-lastname",
        "sender-title",
        "subject",
        "table-count",
        "template-name",
        "text-input",
        "title",
        "user-defined",
        "user-field-get",
        "variable-get",
        "word-count",
    ]
)
_ODF_PARTS = ("content.xml", "styles.xml")


def kept(data: bytes, kind: Kind) -> tuple[bytes, int]:
    """The file with its automatic fields as saved, and how many there were. Raises DocumentRefused or TooLarge."""
    if kind == "doc":
        return _doc(data)
    if kind == "rtf":
        return _INSTRUCTION.subn(rb"\1KEPT", data.replace(rb"{\*\annotation", rb"{\*\keptannotation"))
    return _odt(data)


def _doc(data: bytes) -> tuple[bytes, int]:
    out = io.BytesIO(data)
    count = 0
    try:
        with olefile.OleFileIO(out, write_mode=True) as file:
            head = file.openstream("WordDocument").read()
            if len(head) < _FIB_FIELDS.stop or head[:2] != b"\xec\xa5":
                return data, 0  # Word 95 and before
            name = "1Table" if head[11] & 2 else "0Table"
            if not file.exists(name):
                return data, 0
            table = bytearray(file.openstream(name).read())
            for at in _FIB_FIELDS:
                start, size = struct.unpack_from("<II", head, at)
                number = (size - 4) // 6 if size > 4 and start + size <= len(table) else 0
                for field in range(start + 4 * (number + 1), start + 4 * (number + 1) + 2 * number, 2):
                    if table[field] & 0x1F == 0x13 and table[field + 1] in _TYPES:
                        table[field + 1] = _UNKNOWN
                        count += 1
            if count:
                file.write_stream(name, bytes(table))
    except OLE_DAMAGE as error:
        raise DocumentRefused(m.DAMAGED, kind=".doc") from error
    return out.getvalue() if count else data, count


def _odt(data: bytes) -> tuple[bytes, int]:
    package = open_package(data)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise DocumentRefused(m.PASSWORD)
    count = 0
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            part = package.part(name)
            if name in _ODF_PARTS:
                root = package.xml(name)
                count += _unwrap(root)
                part = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
            archive.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue(), count


def _unwrap(root: Any) -> int:
    """Fields become their text, links to other files are cut, comments dropped; how many fields there were."""
    for comment in list(root.iter(_COMMENT)):
        _drop(comment)
    for linked in root.iter():
        if linked.get(_HREF, "#")[:1] not in ("#", "") and linked.tag != _TEXT + "a" and _leads_out(linked.get(_HREF)):
            del linked.attrib[_HREF]
    fields = [element for element in root.iter() if element.tag in _ODF_FIELDS]
    for field in fields:
        field.tag = _TEXT + "span"
        field.attrib.clear()
    return len(fields)


def _drop(element: Any) -> None:
    """Take an element out, the text after it kept."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _leads_out(link: str) -> bool:
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\.\.|\\", link))
