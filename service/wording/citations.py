"""Citations of other documents, with their place in the text (the-thuc §4: State and Party numbers, known slips)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_U = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_L = _U.lower()
_SEG = rf"[{_U}0-9][{_U}{_L}0-9]*(?:\.[{_U}][{_U}{_L}]*)*"
_NUM = r"\d{1,6}[a-zđ]?"
_KIND = (
    "Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Quy định|Chỉ thị|Kết luận|Thông tư liên tịch|Thông tư|Thông báo|Thông tri|"
    "Hướng dẫn|Kế hoạch|Chương trình|Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Quy chế|Điều lệ"
)
_DATE = r"ngày\s+(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})\s+năm\s+(?P<y1>\d{4})|(?:ngày\s+)?(?P<d2>\d{1,2})[/\-.](?P<m2>\d{1,2})[/\-.](?P<y2>\d{4})"
_CODED = re.compile(
    rf"(?P<loai>{_KIND})\s+(?:số\s*:?\s*)?(?P<so>{_NUM}(?:\s?[/-]\s?{_SEG})+)(?:(?:\s*,)?\s*(?:{_DATE}))?"
    rf"(?:\s*của\s+(?P<cq>[{_U}][^\s,;.]*(?:\s+(?:[{_U}][^\s,;.(]*|và(?=\s+[{_U}])|tỉnh|huyện|thành phố|hành|dân|thư|phủ|trị|tài|chính))*))?"
)
_BARE = re.compile(
    rf"(?P<loai>{_KIND})\s+(?:số\s+)?(?P<all>\d{{1,4}}(?:\s*,\s*\d{{1,4}})+)(?!\s*[/\-]\s*{_SEG})(?:\s+của\s+(?P<cq>Bộ Chính trị|Ban Bí thư|Chính phủ|Trung ương))?"
)
# Quick tests that most texts fail: what every coded number has after its digits, and every list of numbers.
_NUMBERED = re.compile(rf"[/-]\s?[{_U}0-9]")
_LISTED = re.compile(r",\s*\d")
_STATUTE = re.compile(
    rf"(?P<loai>Bộ luật|Luật|Pháp lệnh)\s+(?P<ten>[{_U}][{_L}{_U}]*(?:\s+[{_U}{_L}]+){{0,12}}?)(?=\s+năm\s+\d{{4}}|\s+(?:số|ngày|quy định|về|và các|nhằm)\b|\s*[,;.:)(]|\s*$)(?:\s+năm\s+(?P<nam>\d{{4}}))?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document; `span` in code points of the text it was found in."""

    loai: str
    so_ky_hieu: str | None
    ngay: str | None
    co_quan: str | None
    span: tuple[int, int]


def find_citations(text: str) -> list[Citation]:
    """The citations in `text`, in order."""
    numbered, listed = _NUMBERED.search(text) is not None, _LISTED.search(text) is not None
    statutes = "uật" in text or "háp lệnh" in text
    if not (numbered or listed or statutes):
        return []
    out: list[Citation] = []
    taken: list[tuple[int, int]] = []
    for found in _CODED.finditer(text) if numbered else ():
        end = found.start("cq") if found["cq"] else found.end()
        if found["cq"]:
            end = text.rindex("của", found.start(), end)
        end = found.start() + len(text[found.start() : end].rstrip(" ,"))
        out.append(Citation(found["loai"], canonical(found["so"]), _iso(found), found["cq"], (found.start(), end)))
        taken.append(found.span())
    for found in _BARE.finditer(text) if listed else ():
        if not _inside(found.start(), taken):
            for number in re.finditer(r"\d+", found["all"]):
                at = found.start("all") + number.start()
                out.append(Citation(found["loai"], number.group(), None, found["cq"], (at, at + len(number.group()))))
            taken.append(found.span())
    for found in _STATUTE.finditer(text) if statutes else ():
        if not _inside(found.start(), taken):
            name = f"{found['loai']} {found['ten']}"
            out.append(Citation(name, None, found["nam"], None, found.span()))
    return sorted(out, key=lambda c: c.span)


_SLIPS = (
    re.compile(rf"({_NUM}/(?:19|20)\d{{2}}/[{_U}][{_U}{_L}]*)/([{_U}]+)"),
    re.compile(rf"({_NUM}/[{_U}][{_U}{_L}]*)/([{_U}]+)"),
)
_ASSEMBLY = re.compile(r"(\d+/\d{4})-(QH\d+)")


def canonical(code: str) -> str:
    """A code without blanks, its known slips mended: `04/2015/NĐ/CP` → `04/2015/NĐ-CP`, `T.Ư` → `TW`."""
    code = "".join(code.split()).replace("T.Ư", "TW").replace("NDD-CP", "NĐ-CP")
    if code.count("/") > 1:
        for slip in _SLIPS:
            if found := slip.fullmatch(code):
                code = f"{found[1]}-{found[2]}"
    elif "-QH" in code and (found := _ASSEMBLY.fullmatch(code)):
        code = f"{found[1]}/{found[2]}"
    return code


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _iso(found: re.Match[str]) -> str | None:
    for n in "12":
        if found[f"y{n}"]:
            try:
                return date(int(found[f"y{n}"]), int(found[f"m{n}"]), int(found[f"d{n}"])).isoformat()
            except ValueError:
                return None
    return None
