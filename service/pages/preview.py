"""Pictures of the true pages: the document as PDF, its pages drawn by pdfium."""

from __future__ import annotations

import threading
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

import pypdfium2

from service.pdf import to_pdf

DOTS = 96
"""Dots of an inch: a page of A4 is 794 wide, sharp at the size a page shows it."""
GREYS = 16
"""Enough for smooth letters; four bits a dot make a page of text some 40 KB."""

WIDEST = 1600
"""Dots of a side of a picture at most: the size of a page is whatever its PDF says."""

Undrawable = pypdfium2.PdfiumError

_ONE_AT_A_TIME = threading.Lock()  # pdfium is not made for threads


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG, with its size in dots, and its text."""

    png: bytes
    width: int
    height: int
    text: str = ""

    @property
    def address(self) -> str:
        """The picture as an address of its own, so that nothing has to be kept for a second request."""
        return "data:image/png;base64," + b64encode(self.png).decode()


def pictures(document: bytes, timeout: float, most: int) -> tuple[list[Picture], int]:
    """The first `most` pages of a .docx, and how many there are. Raises NotAcceptable or Busy as `to_pdf` does."""
    return drawn(to_pdf(document, timeout), most)


def drawn(pdf: bytes, most: int) -> tuple[list[Picture], int]:
    """The first `most` pages of a PDF, and how many there are. Raises Undrawable for what is no PDF, or a locked one."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened:
        total = len(opened)
        return [_drawn(opened[number]) for number in range(min(total, most))], total


def _drawn(page: pypdfium2.PdfPage) -> Picture:
    scale = min(DOTS / 72, WIDEST / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    image = bitmap.to_pil().quantize(GREYS, dither=0)
    out = BytesIO()
    image.save(out, "PNG", optimize=False, compress_level=6)
    letters = page.get_textpage()
    text = letters.get_text_bounded().replace("\r\n", "\n")
    letters.close()
    picture = Picture(out.getvalue(), image.width, image.height, text)
    bitmap.close()
    page.close()
    return picture
