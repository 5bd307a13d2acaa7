"""The number of a document, and the blank that a draft has in its place (PL1.II.3)."""

from __future__ import annotations

from service.wording.dates import GAP

PATTERN = r"[0-9]{1,6}[a-zA-ZđĐ]{0,3}|[\s.…_]+"


def in_so(so: str | None) -> str:
    """The number as written, or the gap of a draft."""
    return so or GAP


def doc_so(text: str) -> str | None:
    """The number, two digits at least; None for a gap of blanks or dots."""
    number = text.strip(" \u00a0\t\n.…_")
    return (number.zfill(2) if number.isdigit() else number) or None
