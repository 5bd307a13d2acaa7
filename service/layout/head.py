"""The fields of the letterhead and the title from the lines that were read as such."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from service.layout import words as w
from service.layout.gazette import parted
from service.layout.line import Line
from service.layout.texts import after_marker, rich
from service.mau.binding import Got
from service.messages import Message
from service.notes import Note
from service.wording.dates import doc_ngay, doc_ngay_thang
from service.wording.folding import fold, plain_signs
from service.wording.numbers import doc_dong_so

IMPOSSIBLE = Message(
    "date_impossible",
    "Ngày “{text}” không có trong lịch hoặc thiếu tháng; hãy kiểm tra văn bản.",
    "The date “{text}” is in no calendar or lacks its month; check the document.",
)
TWICE = Message(
    "read_twice",
    "Chỗ này cũng giống như trường đã đọc; hãy kiểm tra.",
    "This reads like a field that was read already; check it.",
)


class Taken(NamedTuple):
    """A line with its role, how sure that is, and what is to be said about it."""

    role: str
    line: Line
    sure: float
    notes: tuple[Message, ...] = ()


class Head:
    """Collects the fields; `left` are lines that no field holds, `notes` what is to be said about them."""

    def __init__(self) -> None:
        self.payload: dict[str, Any] = {}
        self.left: list[Line] = []
        self.notes: list[Note] = []
        self._joined: dict[str, list[Taken]] = {}
        self.after_title = False

    def take(self, taken: Taken) -> None:
        """Add a line of the letterhead or the title."""
        role, line, sure, _ = taken
        if role in ("quoc_hieu", "tieu_ngu"):
            return
        if role in ("tieu_de_dang", "tieu_de_doan"):
            self.payload["the_thuc"] = "dang"  # the Youth Union numbers and heads its documents as the Party does
        if role == "tieu_de_dang":
            return
        if role in ("so", "so_va_ngay"):
            self._number(line, sure)
        elif role == "ngay":
            self._date(line, line.text, sure)
        elif role == "dau_chi":
            self._mark(line, sure)
        elif role == "ten_loai":
            self._type(taken)
        elif role in _JOINED:
            name = _JOINED[role]
            if name == "ve_viec" and self._whose():
                name = "trich_yeu"  # it goes on from whose the document is
            self._joined.setdefault(name, []).append(taken)
        else:
            self.left.append(line)

    def finish(self) -> dict[str, Any]:
        """The payload of what was taken."""
        for name, taken in self._joined.items():
            if name == "ve_viec":
                if "trich_yeu" in self._joined or "trich_yeu" in self.payload:
                    self.left += [t.line for t in taken]
                    continue
                name = "trich_yeu"
            text = " ".join(t.line.text.rstrip(" _-–—*") for t in taken).strip()
            before = self.payload.get(name)
            if before is not None:
                text = f"{before.value} {text}"
            low = min(t.sure for t in taken)
            where = before.paragraph if before is not None else taken[0].line.paragraph
            self.payload[name] = Got(text, where, low if before is None else min(low, before.confidence))
        self._gazette()
        return self.payload

    def _whose(self) -> bool:
        """Whether what was read of the subject only says whose the document is (`QUYẾT ĐỊNH CỦA BỘ TRƯỞNG …`)."""
        lines = [taken.line.text for taken in self._joined.get("trich_yeu", ())]
        begun = [str(self.payload["trich_yeu"].value)] if "trich_yeu" in self.payload else lines
        return bool(begun) and fold(begun[0]).startswith("của ")

    def _gazette(self) -> None:
        """The letterhead of a document that has none, from its title."""
        subject = self.payload.get("trich_yeu")
        if subject is None or {"so", "co_quan_ban_hanh"} & self.payload.keys():
            return
        if (found := parted(str(subject.value))) is None:
            return
        said = {
            "co_quan_ban_hanh": found.co_quan, "so": found.so, "ky_hieu": found.ky_hieu, "ngay_ban_hanh": found.ngay,
            "trich_yeu": found.trich_yeu,
        }  # fmt: skip
        self.payload |= {name: Got(value, subject.paragraph, subject.confidence) for name, value in said.items()}

    def _number(self, line: Line, sure: float) -> None:
        text = line.text
        found = doc_dong_so(text) or doc_dong_so(text, whole=False)
        if found is None:
            match = re.match(
                r"[Ss]ố\s*:?\s*(?P<so>\d{0,6}[a-zđ]?)[\s.…_]*(?P<sep>[/-])?\s*(?P<ky>.*)", plain_signs(text)
            )
            if match is None or "so" in self.payload:
                self.left.append(line)
                return
            number = match["so"] or None
            sign = re.sub(r"[\s.…_]+", "", match["ky"]) or None
            end = len(text)
        else:
            number, sign, end = found.so, found.ky_hieu, found.end
        if sign and not re.search(r"[^\W\d_]", sign):
            sign = None
        if "so" in self.payload:
            self.left.append(line)
            if line.paragraph is not None:
                self.notes.append(Note(TWICE, line.paragraph.where))
            return
        self.payload["so"] = Got(number, line.paragraph, sure)
        self.payload["ky_hieu"] = Got(sign, line.paragraph, sure)
        rest = text[end:].strip(" ,;-")
        if rest and w.DATE.match(rest):
            self._date(line, rest, sure)

    def _date(self, line: Line, text: str, sure: float) -> None:
        if "ngay_ban_hanh" in self.payload:
            self.left.append(line)
            return
        match = w.DATE.match(text)
        place = ""
        try:
            if match is not None:
                place = match["noi"]
                value = doc_ngay_thang(re.sub(r"\s*[,;)]*$", "", match["ngay"]))
            else:
                match = w.SHORT_DATE.match(text)
                if match is None:
                    raise ValueError(text)
                place, value = match["noi"], doc_ngay(re.sub(r"\s", "", match["ngay"]))
        except ValueError:
            self.left.append(line)
            if line.paragraph is not None:
                self.notes.append(Note(IMPOSSIBLE, line.paragraph.where, "/ngay_ban_hanh", (("text", line.text),)))
            value = None
        self.payload["ngay_ban_hanh"] = Got(value, line.paragraph, sure)
        place = place.strip(" ,.…_-–(")
        self.payload["dia_danh"] = Got(place or None, line.paragraph, sure)

    def marked(self, line: Line) -> bool:
        """Whether a mark of the kind of `line` was read already."""
        match = w.MARK.fullmatch(line.key)
        return match is not None and w.MARKS[match["mark"]] in self.payload

    def _mark(self, line: Line, sure: float) -> None:
        match = w.MARK.fullmatch(line.key)
        assert match is not None
        name = w.MARKS[match["mark"]]
        if name in self.payload:
            self.left.append(line)
            return
        text = line.text.strip('()[]{}.*- "“”')
        self.payload[name] = Got(text, line.paragraph, sure)

    def _type(self, taken: Taken) -> None:
        line = taken.line
        match = w.TYPE.match(line.key)
        if match is None:
            self.payload["ten_loai"] = Got(line.text.strip(" .:").upper(), line.paragraph, taken.sure * 0.7)
            return
        count = match.group().count(" ") + 1
        words = line.text.split(" ")
        self.payload["ten_loai"] = Got(" ".join(words[:count]).strip(" .:").upper(), line.paragraph, taken.sure)
        rest = " ".join(words[count:]).strip(" :-–")
        if rest:
            self.payload["trich_yeu"] = Got(rest, line.paragraph, taken.sure * 0.95)


_JOINED = {
    "co_quan_chu_quan": "co_quan_chu_quan", "chu_quan_tiep": "co_quan_chu_quan", "co_quan_ban_hanh": "co_quan_ban_hanh",
    "ban_hanh_tiep": "co_quan_ban_hanh", "trich_yeu": "trich_yeu", "ve_viec": "ve_viec", "ve_viec_tiep": "ve_viec",
}  # fmt: skip


def addressees(taken: Iterable[Taken]) -> tuple[list[Got], list[Line]]:
    """The addressees of `Kính gửi`, and the lines that hold none."""
    out: list[Got] = []
    left: list[Line] = []
    for _, line, sure, _ in taken:
        text = line.raw
        found = w.KINH_GUI.match(fold(text[:40]))
        if found:
            text = re.sub(r"^\W*[Kk][íÍ][nN][hH]\s+[gG][ửỬ][iI]\s*[:;.]?", "", text, flags=re.I)
        pieces = [p.strip(" \t-–—+*;.,:") for p in re.split(r"\n|;(?=\s)|(?<=[;.])\s+-\s", text)]
        kept = [p for p in pieces if p]
        out += [Got(p, line.paragraph, sure) for p in kept]
    return out, left


def opening(taken: Iterable[Taken]) -> list[Got]:
    """Paragraphs of the opening as values."""
    return [Got(rich(line, _bulleted(line)), line.paragraph, sure) for _, line, sure, _ in taken]


def _bulleted(line: Line) -> int:
    return after_marker(line) if line.marker is not None and not line.marker.ordinal else 0
