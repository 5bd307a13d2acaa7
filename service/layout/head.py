"""The head of a typed document: bodies, number, place and date, type, subject (ô 1 to 5)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from service.docx.blocks import Paragraph
from service.mau.binding import Got
from service.wording.dates import doc_ngay_thang

TYPES = (
    "NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|"
    "BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|HỢP ĐỒNG|CÔNG ĐIỆN|KẾT LUẬN"
)
_TYPE = re.compile(rf"(?:{TYPES})(?: [A-ZĐÀ-Ỹ ]{{1,30}})?")
_FIXED = re.compile(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc|đảng cộng sản việt nam",
    re.I,
)
_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<so>\d{1,6}[a-zđ]?|[\s.…_]*)\s*(?P<sep>[/-])\s*(?P<ky>[A-ZĐ][\wĐđ]*(?:\s*[-–/]\s*[A-ZĐ][\wĐđ.]*)*)\s*",
    re.I,
)
_DATE = re.compile(r"(?P<noi>[^,]*?),?\s*(?P<ngay>ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*)", re.I)
_MARKS = {"DỰ THẢO": "du_thao", "MẬT": "do_mat", "TỐI MẬT": "do_mat", "TUYỆT MẬT": "do_mat", "KHẨN": "do_khan",
          "THƯỢNG KHẨN": "do_khan", "HỎA TỐC": "do_khan", "HOẢ TỐC": "do_khan", "LƯU HÀNH NỘI BỘ": "pham_vi_luu_hanh",
          "XEM XONG TRẢ LẠI": "pham_vi_luu_hanh"}  # fmt: skip
SURE = 0.9


def folded(text: str) -> str:
    """`text` composed, on one line, blanks collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def is_type(text: str) -> bool:
    """Whether a line is the name of a type of document."""
    return bool(_TYPE.fullmatch(folded(text.split("\n")[0])))


@dataclass
class Head:
    """What was found in the head; `left` are its paragraphs that nothing explains."""

    payload: dict[str, Any] = field(default_factory=dict)
    left: list[Paragraph] = field(default_factory=list)
    found: bool = False


def read_head(paragraphs: list[Paragraph]) -> Head:
    """The fields of the paragraphs that stand before the type of the document."""
    head = Head()
    names: list[tuple[str, bool, Paragraph]] = []
    for paragraph in paragraphs:
        explained = True
        for piece in re.split(r"\t+|\n| {4,}", unicodedata.normalize("NFC", paragraph.text)):
            text = folded(piece)
            if not any(c.isalnum() for c in text):
                continue
            explained &= _piece(head, text, paragraph, names)
        if not explained:
            head.left.append(paragraph)
    _bodies(head, names)
    return head


def _piece(head: Head, text: str, paragraph: Paragraph, names: list[tuple[str, bool, Paragraph]]) -> bool:
    """Whether a piece of the head was explained."""
    payload = head.payload
    if _FIXED.fullmatch(text):
        head.found = True
        if "ĐẢNG" in text.upper():
            payload["the_thuc"] = "dang"
        return True
    if "so" not in payload and (number := _NUMBER.fullmatch(text)):
        so = number["so"].strip(" .…_")
        payload["so"] = Got(so or None, paragraph, SURE)
        payload["ky_hieu"] = Got(
            re.sub(r"\s*([-–/])\s*", lambda m: m[1].replace("–", "-"), number["ky"]), paragraph, SURE
        )
        head.found = True
        return True
    if date := _DATE.fullmatch(text):
        try:
            payload["ngay_ban_hanh"] = Got(doc_ngay_thang(date["ngay"]), paragraph, SURE)
        except ValueError:
            return False
        payload["dia_danh"] = Got(date["noi"] or None, paragraph, SURE)
        head.found = True
        return True
    if (mark := text.strip("()[] ").upper()) in _MARKS:
        payload[_MARKS[mark]] = Got(mark, paragraph, SURE)
        return True
    if text == text.upper() and len(text) > 3:
        names.append((text, paragraph.look.bold, paragraph))
        return True
    return False


def _bodies(head: Head, names: list[tuple[str, bool, Paragraph]]) -> None:
    """Not bold above bold: superior above issuer; otherwise the last line, with what it continues, is the issuer."""
    if not names:
        return
    upper = [n for n in names if not n[1]]
    lower = [n for n in names if n[1]]
    if not upper or not lower or names.index(lower[0]) < names.index(upper[-1]):
        upper, lower = [], names
        if (
            len(names) > 1
            and not re.match(r"(HUYỆN|TỈNH|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ|QUẬN)\b", names[1][0])
            and not all(n[1] for n in names)
        ):
            upper, lower = names[:1], names[1:]
    if upper:
        head.payload["co_quan_chu_quan"] = Got(" ".join(n[0] for n in upper), upper[0][2], 0.8)
    head.payload["co_quan_ban_hanh"] = Got(" ".join(n[0] for n in lower), lower[0][2], 0.8)
    for _, _, paragraph in upper[1:] + lower[1:]:
        head.payload.setdefault("_lines", []).append(Got("", paragraph))
