"""A Word document as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

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
    """The PDF of a .docx. Raises NotAcceptable without LibreOffice, Busy where it fails or hangs."""
    made = convert(document, "docx", "pdf", timeout)
    if made.outcome == "missing":
        raise NotAcceptable(NO_OFFICE)
    if made.outcome != "done":
        raise Busy(OFFICE_FAILED, retry_after=10)
    return made.data
