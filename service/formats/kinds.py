"""The kind of a file, told by its content and never by its name."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Literal

import olefile

from service.docx import messages as docx
from service.formats import messages as m
from service.messages import Message
from service.refusals import DocumentRefused, UnknownMedia

Kind = Literal["docx", "doc", "odt", "rtf", "pdf"]

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_ODF: dict[bytes, Message] = {b"spreadsheet": m.WORKBOOK, b"presentation": m.SLIDES, b"graphics": m.IMAGE}
_OLE: dict[str, Message] = {
    "EncryptedPackage": m.PASSWORD,
    "Workbook": m.WORKBOOK,
    "Book": m.WORKBOOK,
    "PowerPoint Document": m.SLIDES,
}
OLE_DAMAGE = (OSError, ValueError, IndexError, TypeError, KeyError, AttributeError, RecursionError, struct.error)
"""What olefile raises for a file that is damaged on purpose or by chance."""


def kind_of(data: bytes) -> Kind:
    """The kind of a document that is read. Raises UnknownMedia for another, DocumentRefused for none or a locked one."""
    if not data:
        raise DocumentRefused(m.EMPTY)
    if data.startswith(olefile.MAGIC):
        return _ole(data)
    if data.startswith(b"PK"):
        return _zip(data)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rt"):
        return "rtf"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    raise _refusal(data, start)


def _ole(data: bytes) -> Kind:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            if file.exists("WordDocument"):
                if locked(file.openstream("WordDocument").read(12)):
                    raise DocumentRefused(m.PASSWORD)
                return "doc"
            for name, message in _OLE.items():
                if file.exists(name):
                    raise (DocumentRefused if message is m.PASSWORD else UnknownMedia)(message)
    except OLE_DAMAGE as error:
        raise DocumentRefused(m.DAMAGED, kind=".doc") from error
    raise UnknownMedia(m.OTHER_OLE)


def locked(head: bytes) -> bool:
    """Whether the header of a Word document says that it is encrypted ([MS-DOC] 2.5.2, bit F of the flags)."""
    return len(head) > 11 and bool(head[11] & 1)


def _zip(data: bytes) -> Kind:
    if data[30:38] == b"mimetype":
        name = data[38:130]
        if name.startswith(b"application/vnd.oasis.opendocument."):
            what = name[35:]
            if what.startswith(b"text"):
                return "odt"
            raise UnknownMedia(next((m_ for key, m_ in _ODF.items() if what.startswith(key)), m.OTHER_OLE))
    if b"word/" not in data:
        for part, message in ((b"xl/workbook", m.WORKBOOK), (b"ppt/presentation", m.SLIDES)):
            if part in data:
                raise UnknownMedia(message)
        if b"[Content_Types].xml" not in data and zipfile.is_zipfile(io.BytesIO(data)):
            raise UnknownMedia(m.ARCHIVE)
    return "docx"


def _refusal(data: bytes, start: bytes) -> DocumentRefused:
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return UnknownMedia(m.IMAGE)
    if data.startswith(_ARCHIVES):
        return UnknownMedia(m.ARCHIVE)
    if b"<html" in start.lower() or start.lower().startswith((b"<!doctype html", b"mime-version:")):
        return UnknownMedia(m.WEB_PAGE)
    return DocumentRefused(m.PLAIN_TEXT if _is_text(data[:4096]) else docx.NOT_ZIP)


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    # The cut may fall inside a letter.
    text = start.decode("utf-8", "ignore")
    return len(text.encode()) > len(start) - 4 and all(c.isprintable() or c in "\t\r\n\f\ufeff" for c in text)
