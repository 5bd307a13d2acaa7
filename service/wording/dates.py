"""Issue dates in words, and back (PL1.II.4.b: days below 10 and months 1 and 2 get a zero, months 3 to 9 do not)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

GAP = "\u00a0" * 6
"""A blank to be filled by hand. No-break spaces, so that it survives Word, justification and canonical text."""

_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    rf"\s*ngày\s*(?P<d>\d{{1,2}}|{_BLANK})\s*tháng\s*(?P<m>\d{{1,2}}|{_BLANK})\s*năm\s*(?P<y>\d{{4}}|{_BLANK})\s*",
    re.IGNORECASE,
)
PATTERN = rf"[Nn]gày\s*(?:\d{{1,2}}|{_BLANK})\s*tháng\s*(?:\d{{1,2}}|{_BLANK})\s*năm\s*(?:\d{{4}}|{_BLANK})"


def ngay_thang(iso: str | None) -> str:
    """`ngày 11 tháng 01 năm 2023` for `2023-01-11`; what `YYYY-MM`, `YYYY` or None leave open is a gap."""
    year, month, day = (*(iso or "").split("-"), "", "")[:3]
    if month:
        month = month if int(month) < 3 else str(int(month))
    return f"ngày {day or GAP} tháng {month or GAP} năm {year or GAP}"


def doc_ngay_thang(text: str) -> str | None:
    """The date in words as `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or None where even the year is open.

    Raises ValueError where `text` is no date, or one that no calendar has.
    """
    found = _DATE.fullmatch(unicodedata.normalize("NFC", text))
    if not found:
        raise ValueError(text)
    day, month, year = (found[k].strip(" \u00a0\t\n.…_") for k in "dmy")
    if not year:
        if day or month:
            raise ValueError(text)
        return None
    if not month:
        if day:
            raise ValueError(text)
        return date(int(year), 1, 1).isoformat()[:4]
    if not day:
        return date(int(year), int(month), 1).isoformat()[:7]
    return date(int(year), int(month), int(day)).isoformat()
