"""A Word document as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import re
from hashlib import sha256

from service.messages import Message
from service.office import convert, office
from service.refusals import Busy, NotAcceptable

__all__ = ["office", "to_pdf"]

NO_OFFICE = Message(
    "pdf_not_available",
    "Máy này chưa cài LibreOffice nên không tạo được PDF. Hãy lấy .docx, hoặc cài gói libreoffice-writer-nogui.",
    "LibreOffice is not installed here, so no PDF can be made. Ask for .docx, or install libreoffice-writer-nogui.",
)
OFFICE_FAILED = Message(
    "pdf_failed",
    "LibreOffice chưa tạo được PDF. Hãy thử lại sau {retry_after} giây.",
    "LibreOffice could not make the PDF. Try again in {retry_after} seconds.",
)


def to_pdf(document: bytes, timeout: float = 60.0) -> bytes:
    """The PDF of a .docx: the same bytes for the same document by the same LibreOffice and fonts. Raises NotAcceptable
    without LibreOffice, Busy where it fails or hangs."""
    made = convert(document, "docx", "pdf", timeout)
    if made.outcome == "missing":
        raise NotAcceptable(NO_OFFICE)
    if made.outcome != "done":
        raise Busy(OFFICE_FAILED, retry_after=10)
    return _without_time(made.data, sha256(document).hexdigest()[:32].upper().encode())


_CREATED = re.compile(rb"/CreationDate\(D:\d{14}")
_ID = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s<)[0-9A-F]{32}(> \]\s/DocChecksum /)[0-9A-F]{32}")


def _without_time(pdf: bytes, digest: bytes) -> bytes:
    """`pdf` with the time it was made at, and the identity that LibreOffice derives from it, replaced by the first date
    a zip can name and by the document's own digest; nothing changes its place."""
    dated = _CREATED.sub(b"/CreationDate(D:19800101000000", pdf)
    return _ID.sub(rb"\g<1>" + digest + rb"\g<2>" + digest + rb"\g<3>" + digest, dated)
