"""Pictures of the true pages: a document of ours by way of its PDF, an uploaded one in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

from service.pages import drawing
from service.pages.drawing import Picture, Undrawable, drawn
from service.pdf import to_pdf

MEMORY = 2**30
"""Bytes that drawing an uploaded document may take."""


def pictures(document: bytes, timeout: float, most: int) -> tuple[list[Picture], int]:
    """The first `most` pages of a .docx, and how many there are. Raises NotAcceptable or Busy as `to_pdf` does."""
    return drawn(to_pdf(document, timeout), most)


def drawn_apart(pdf: bytes, most: int, seconds: float) -> tuple[list[Picture], int]:
    """As `drawn`, for a PDF from outside: whatever it does to pdfium, it does to a process that ends in `seconds`.

    Raises Undrawable.
    """
    command = [sys.executable, "-P", drawing.__file__, str(most), str(max(1, round(seconds))), str(MEMORY)]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=seconds, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise Undrawable(f"not drawn: {error}") from error
    total, found = json.loads(done.stdout)
    return [Picture(*one) for one in found], total
