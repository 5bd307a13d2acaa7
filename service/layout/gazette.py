"""Titles as gazettes and collections of law print them, without a letterhead: `NGHỊ ĐỊNH / CỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP
NGÀY 11 THÁNG 5 NĂM 1998 VỀ VIỆC BAN HÀNH …` says issuer, number, date and subject in one breath."""

from __future__ import annotations

import re
from typing import NamedTuple

from service.wording.dates import doc_ngay, doc_ngay_thang
from service.wording.numbers import doc_dong_so

_TITLE = re.compile(
    r"của (?:bộ trưởng (?=bộ ))?(?P<co_quan>[^\d,;:]{2,120}?),? số:? ?(?P<so>\d\S*?),? "
    r"(?P<ngay>ngày \d{1,2} tháng \d{1,2} năm \d{4}|ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}),? ?(?P<trich_yeu>.*)",
    re.I,
)


class Title(NamedTuple):
    """What such a title says; `trich_yeu` may be empty."""

    co_quan: str
    so: str | None
    ky_hieu: str | None
    ngay: str
    trich_yeu: str


def parted(subject: str) -> Title | None:
    """The parts of what stands below the type, one line; None where it is an ordinary subject."""
    found = _TITLE.fullmatch(subject)
    number = doc_dong_so(f"Số {found['so']}") if found else None
    if found is None or number is None or number.ky_hieu is None:
        return None
    ngay = found["ngay"]
    try:
        day = doc_ngay_thang(ngay) if "th" in ngay.casefold() else doc_ngay(ngay.split(" ")[1])
    except ValueError:
        return None
    return Title(found["co_quan"], number.so, number.ky_hieu, day, found["trich_yeu"]) if day else None
