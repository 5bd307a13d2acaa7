"""The date of issue as it is typed in Vietnam, and back: `5/3/2026`, `3/2026` or `2026` where the day is still open."""

from __future__ import annotations

import re

from service.wording.dates import doc_ngay, doc_ngay_thang

_MONTH = re.compile(r"(?:tháng\s*)?([0-9]{1,2})\s*(?:[/.-]|năm)\s*([0-9]{4})", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def date_written(iso: str) -> str:
    """`11/01/2023` for `2023-01-11`, `01/2023` for `2023-01`; what is no ISO date stays as it is."""
    found = _ISO.fullmatch(iso)
    return "/".join(part for part in reversed(found.groups()) if part) if found else iso


def date_read(text: str) -> str | None:
    """The ISO date in what was typed; None for a blank; what is no date stays as it is, for the schema to refuse."""
    text = " ".join(text.split())
    if not text:
        return None
    if (found := _MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        return f"{found[2]}-{int(found[1]):02d}"
    for reads in (doc_ngay, doc_ngay_thang):
        try:
            return reads(text)
        except ValueError:
            continue
    return text
