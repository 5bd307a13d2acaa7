"""A typed document read by the decree's layout: lines, their roles, and the plan that follows from them."""

from __future__ import annotations

from copy import copy
from typing import Any

from service.docx.blocks import Document, Paragraph, paragraphs
from service.layout.content import Content
from service.layout.evidence import administrative
from service.layout.head import Head, Taken, addressees, opening
from service.layout.line import Line
from service.layout.lines import lines
from service.layout.pattern import read_roles
from service.layout.remarks import BROKEN, ISSUER_MISSING, SECOND, broken, doubt, second
from service.layout.roles_head import dau_chi
from service.layout.sureness import kind_of, sure
from service.layout.tail import Recipients, Signers, annex_head
from service.matching.align import Step
from service.mau.reader import TemplateReading
from service.notes import Note

IN_HEADER = 0.9
"""How sure a mark in a header is the document's."""

_HEAD = frozenset(
    [
        "quoc_hieu",
        "tieu_ngu",
        "tieu_de_dang",
        "tieu_de_doan",
        "so",
        "so_va_ngay",
        "ngay",
        "dau_chi",
        "co_quan_chu_quan",
        "chu_quan_tiep",
        "co_quan_ban_hanh",
        "ban_hanh_tiep",
        "ve_viec",
        "ve_viec_tiep",
        "ten_loai",
        "trich_yeu",
        "kem_theo",
        "kem_theo_tiep",
    ]
)
_BODY = frozenset(["muc", "diem", "phan", "phan_ten", "gach", "doan", "doan_mo", "bang"])
_SIGNERS = frozenset(["quyen_han", "quyen_han_tiep", "chuc_vu", "chuc_vu_tiep", "ho_ten"])
_ANNEX = frozenset(("phu_luc", "phu_luc_tieu_de", "kem_theo", "kem_theo_tiep"))
_FORM = frozenset(("quoc_hieu", "tieu_ngu", "tieu_de_dang", "trang_tri"))


def read_layout(document: Document) -> TemplateReading:
    """The fields that the layout shows, and the blocks that it does not explain."""
    found = lines(document)
    alignment = read_roles(found)
    taken = [_taken(step, found[step.item]) for step in alignment.steps]
    around = [p for p in paragraphs(document.headers + document.footers) if p.text.strip() and not _page_number(p.text)]
    if not administrative(taken):
        return TemplateReading({}, [*document.body, *around], [], alignment.cost)
    reading = _Assembly()
    for each in taken:
        reading.take(each)
    around = [p for p in around if not reading.marks(p)]
    payload = reading.finish()
    left: list[Any] = [x for line in sorted(reading.left, key=lambda x: x.place) for x in _shown(line)]
    return TemplateReading(payload, left + reading.spare + around, reading.head.notes, alignment.cost)


def _taken(step: Step, line: Line) -> Taken:
    role = step.value if step.one is not None else ""
    return Taken(role, line, sure(kind_of(role, line), step.cost, step.margin))


class _Assembly:
    """Hands each line to what its role belongs to."""

    def __init__(self) -> None:
        self.head = Head()
        self.left: list[Line] = []
        self.spare: list[Paragraph] = []
        self._addressees: list[Taken] = []
        self._bases: list[Taken] = []
        self._opening: list[Taken] = []
        self._closing: list[Taken] = []
        self._content = Content()
        self._recipients = Recipients()
        self._signers = Signers()
        self._annexes: list[tuple[list[Taken], Content]] = []
        self._ended = False
        self._last: Line | None = None

    def marks(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph of a header or footer is a mark (`DỰ THẢO`), which is then taken."""
        line = Line(paragraph, 0, len(paragraph.text))
        found = dau_chi(line) is not None and not self.head.marked(line)
        if found:
            self.head.take(Taken("dau_chi", line, IN_HEADER))
        return found

    def take(self, taken: Taken) -> None:
        """Add a line."""
        role, line, sure_, _ = taken
        if role == "doan" and self._last is not None and broken(self._last, line):
            taken = Taken(role, line, sure_, (BROKEN,))
        self._last = line if role in ("doan", "gach", "diem") else None
        if role == "phu_luc":
            if second(line):
                taken = Taken(role, line, sure_, (SECOND,))
            self._annexes.append(([taken], Content()))
        elif role == "trang_tri" or (self._ended and role in _FORM):
            return
        elif self._annexes:
            self._annex(taken)
        elif role in _HEAD and not (self._ended and role != "ngay"):
            self.head.take(taken)
        elif role in ("kinh_gui", "kinh_gui_tiep"):
            self._addressees.append(taken)
        elif role == "can_cu":
            self._bases.append(taken)
        elif role == "mo_dau":
            self._opening.append(taken)
        elif role in _BODY:
            self._content.take(taken)
        elif role in ("ket_thuc", "ket_thuc_tiep"):
            self._closing.append(taken)
        elif role.startswith("noi_nhan"):
            self._ended = True
            self._recipients.take(taken)
        elif role in _SIGNERS:
            self._ended = True
            self._signers.take(taken)
        else:
            self.left.append(line)

    def _annex(self, taken: Taken) -> None:
        head, content = self._annexes[-1]
        if taken.role in _ANNEX:
            head.append(taken)
        elif taken.role in _BODY:
            content.take(taken)
        else:
            self.left.append(taken.line)

    def finish(self) -> dict[str, Any]:
        """The payload."""
        payload = self.head.finish()
        self.left += self.head.left + self._signers.left
        payload["kinh_gui"], rest = addressees(self._addressees)
        payload["can_cu"] = opening(self._bases)
        payload["mo_dau"] = opening(self._opening)
        payload["noi_dung"] = self._content.finish()
        payload["ket_thuc"] = opening(self._closing)
        payload["noi_nhan"] = self._recipients.out
        payload["chu_ky"] = self._signers.finish()
        payload["phu_luc"] = []
        self.spare += self._content.spare
        for head, content in self._annexes:
            annex, left = annex_head(head)
            annex["noi_dung"] = content.finish()
            self.spare += content.spare
            self.left += left
            payload["phu_luc"].append(annex)
        if "ten_loai" not in payload and (payload["kinh_gui"] or "trich_yeu" in payload):
            payload["ten_loai"] = "CÔNG VĂN"
        self.left += rest
        if not payload.get("co_quan_ban_hanh"):
            self.head.notes.append(Note(ISSUER_MISSING, None, "/co_quan_ban_hanh"))
        doubt(payload)
        return payload


def _shown(line: Line) -> list[Any]:
    """What of the document a line is, to be listed as unread."""
    if line.table is not None:
        return [line.table]
    if line.paragraph is None:
        return []
    if line.whole:
        return [line.paragraph]
    piece = copy(line.paragraph)
    piece.text, piece.label = line.text, line.label
    return [piece]


def _page_number(text: str) -> bool:
    return text.strip(" -–—\t").isdigit()
