"""The decree's layout as a pattern over lines (ô 1 to 9, PL1.IV.2), and the roles that lines may have in it.

A role is a name, what it costs to take a line for it, and where that is worth asking. The automaton is that of
`service.matching`; what is special here is only that a role costs the same at each of its positions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from service.layout import roles_body as body
from service.layout import roles_head as head
from service.layout import roles_tail as tail
from service.layout.line import Line
from service.matching.align import Alignment, align
from service.matching.automaton import Automaton
from service.matching.pattern import INFINITE, NOTHING, Choice, Match, One, Pattern, Repeat, Seq

Cost = Callable[[Line], float | None]

HEAD, OPENING, BODY, TAIL, TABLE = "head", "opening", "body", "tail", "table"
LONGEST_SHORT = 420
"""Letters up to which a line may be part of a letterhead, a title, recipients or a signature."""
OPENING_LINES = 160
LEFT = 4.0
"""What it costs that no role takes a line."""
DEAREST = 5.0
"""A role dearer than this is never better than none."""

ROLES: dict[str, tuple[Cost, str]] = {
    "bia": (head.bia, HEAD),
    "quoc_hieu": (head.quoc_hieu, HEAD), "tieu_ngu": (head.tieu_ngu, HEAD), "tieu_de_dang": (head.tieu_de_dang, HEAD),
    "tieu_de_doan": (head.tieu_de_doan, HEAD), "so": (head.so, HEAD), "so_va_ngay": (head.so_va_ngay, HEAD),
    "ngay": (head.ngay, TAIL), "dau_chi": (head.dau_chi, HEAD), "co_quan_chu_quan": (head.co_quan_chu_quan, HEAD),
    "chu_quan_tiep": (head.chu_quan_tiep, HEAD), "co_quan_ban_hanh": (head.co_quan_ban_hanh, HEAD),
    "ban_hanh_tiep": (head.ban_hanh_tiep, HEAD), "ve_viec": (head.ve_viec, HEAD), "ve_viec_tiep": (head.ve_viec_tiep, HEAD),
    "ten_loai": (head.ten_loai, HEAD), "trich_yeu": (head.trich_yeu, HEAD), "kem_theo": (head.kem_theo, TAIL),
    "kem_theo_tiep": (head.kem_theo_tiep, TAIL), "kinh_gui": (head.kinh_gui, OPENING),
    "kinh_gui_tiep": (head.kinh_gui_tiep, OPENING), "can_cu": (head.can_cu, OPENING), "mo_dau": (head.mo_dau, OPENING),
    "trang_tri": (head.ornament, TAIL),
    "muc": (body.muc, BODY), "diem": (body.diem, BODY), "phan": (body.phan, BODY), "phan_ten": (body.phan_ten, BODY),
    "gach": (body.gach, BODY), "doan": (body.doan, BODY), "doan_mo": (body.doan_mo, OPENING), "bang": (body.bang, TABLE),
    "so_trang": (body.so_trang, TAIL), "muc_luc": (body.muc_luc, TAIL), "ket_thuc": (body.ket_thuc, BODY),
    "ket_thuc_tiep": (body.ket_thuc_tiep, BODY),
    "noi_nhan_dau": (tail.noi_nhan_dau, TAIL), "noi_nhan": (tail.noi_nhan, TAIL), "noi_nhan_tiep": (tail.noi_nhan_tiep, TAIL),
    "quyen_han": (tail.quyen_han, TAIL), "quyen_han_tiep": (tail.quyen_han_tiep, TAIL), "chuc_vu": (tail.chuc_vu, TAIL),
    "chuc_vu_tiep": (tail.chuc_vu_tiep, TAIL), "da_ky": (tail.da_ky, TAIL), "ho_ten": (tail.ho_ten, TAIL),
    "phu_luc": (tail.phu_luc, TAIL), "phu_luc_tieu_de": (tail.phu_luc_tieu_de, TAIL), "con_lai": (tail.con_lai, TABLE),
}  # fmt: skip
"""Every role: its price, and where a line must stand or what it must be to be asked for it."""


class Known:
    """A role as a reader of the matcher: what it costs to take a line for it."""

    def __init__(self, role: str) -> None:
        self.role = role

    def exactly(self, item: Any) -> None:
        """No line is ever exactly a role."""

    def match(self, item: Line, limit: float = INFINITE) -> Match | None:
        """The line, at its price."""
        cost = ROLES[self.role][0](item)
        return None if cost is None else Match(cost, self.role)


def _one(role: str, missing: float = 9.0) -> One:
    return One(role, Known(role), missing)


def _price(cost: float) -> One:
    """Nothing, at a price: what may come once is dear a second time."""
    return One("", Known(""), cost)


def _any(*parts: Pattern | str) -> Pattern:
    """Any of the parts, any number of times."""
    branches = tuple(_one(part) if isinstance(part, str) else part for part in parts)
    return Repeat(None, Choice(None, branches) if len(branches) > 1 else branches[0])


def _maybe(part: Pattern) -> Pattern:
    """The part once, or not at all."""
    return Choice(None, (NOTHING, part))


def _pattern() -> Pattern:
    bodies = Seq((
        _price(2.0), Repeat(None, Seq((_one("co_quan_chu_quan"), _any("chu_quan_tiep")))),
        _one("co_quan_ban_hanh"), _any("ban_hanh_tiep"),
    ))  # fmt: skip
    attached = Seq((_one("kem_theo"), _any("kem_theo_tiep")))
    about = Seq((_one("ve_viec"), _any("ve_viec_tiep")))
    number = ("so", "so_va_ngay", "ngay", "dau_chi", "trang_tri", "so_trang")
    letterhead = _any("quoc_hieu", "tieu_ngu", "tieu_de_dang", "tieu_de_doan", bodies, about, *number)
    named = Seq((_one("ten_loai"), _any("trich_yeu", attached, about, *number)))
    title = Choice(None, (named, _price(2.5)))
    addressees = _maybe(Seq((_one("kinh_gui"), _any("kinh_gui_tiep", "trang_tri"))))
    opening = Seq(
        (_any("mo_dau", "muc_luc"), _any("can_cu", "so_trang"), _any("mo_dau", "muc_luc", "trang_tri", "so_trang"))
    )
    heading = Seq((_one("phan"), _one("phan_ten", 1.0), _any("phan_ten")))
    more = _any("muc", "diem", heading, "gach", "doan", "bang", "so_trang", "muc_luc", "trang_tri")
    first = Choice(None, (_one("muc"), _one("diem"), heading, _one("bang"), _one("doan_mo")))
    content = Seq((_maybe(Seq((first, more))), _maybe(Seq((_one("ket_thuc"), _any("ket_thuc_tiep", "so_trang"))))))
    signer = Seq((
        _price(0.8), Repeat(None, Seq((_one("quyen_han"), _any("quyen_han_tiep")))), _one("chuc_vu", 1.2), _any("chuc_vu_tiep"),
        _any("da_ky"), _one("ho_ten", 0.6),
    ))  # fmt: skip
    recipients = Seq((_one("noi_nhan_dau", 2.0), Repeat(None, Seq((_one("noi_nhan"), _any("noi_nhan_tiep"))))))
    end = _any(recipients, signer, "da_ky", "ngay", "dau_chi", "trang_tri", "so_trang")
    again = _any(
        "quoc_hieu", "tieu_ngu", "tieu_de_dang", "so", "ngay", "dau_chi", "trang_tri", "co_quan_ban_hanh", "so_trang"
    )
    annex = Seq((
        again, _one("phu_luc"), _any("phu_luc_tieu_de", attached, "trang_tri", "so_trang", "dau_chi"),
        more, end, _any("con_lai"),
    ))  # fmt: skip
    return Seq(
        (_any("bia"), letterhead, title, addressees, opening, content, end, _any("con_lai"), Repeat(None, annex))
    )


class _Positions(NamedTuple):
    automaton: Automaton
    of: dict[str, tuple[int, ...]]


def _compiled() -> _Positions:
    automaton = Automaton(_pattern(), lambda _: None)
    of: dict[str, list[int]] = {}
    for position, one in enumerate(automaton.ones):
        of.setdefault(one.name, []).append(position)
    return _Positions(automaton, {role: tuple(found) for role, found in of.items()})


_LAYOUT = _compiled()
_BY_PLACE = {
    place: [(role, cost, _LAYOUT.of[role]) for role, (cost, where) in ROLES.items() if where == place]
    for place in (HEAD, OPENING, BODY, TAIL, TABLE)
}


def _fits(line: Line) -> dict[int, Match]:
    """What a line may be, and at what price."""
    if line.cover:
        return {position: Match(0.0, "bia") for position in _LAYOUT.of["bia"]}
    asked = list(_BY_PLACE[TABLE])
    if line.table is None:
        asked += _BY_PLACE[BODY]
        if line.place < OPENING_LINES:
            asked += _BY_PLACE[OPENING]
        if len(line.text) <= LONGEST_SHORT:
            asked += _BY_PLACE[TAIL]
            if line.place < head.HEAD or line.zone in ("cell", "tabs") or line.caps or line.centred:
                asked += _BY_PLACE[HEAD]
    out: dict[int, Match] = {}
    for role, cost, positions in asked:
        price = cost(line)
        if price is not None and price <= DEAREST:
            match = Match(price, role)
            for position in positions:
                out[position] = match
    return out


def _leftover(line: Line) -> float:
    return LEFT if line.table is None else 6.0


def read_roles(lines: list[Line]) -> Alignment:
    """The cheapest reading of the lines: a role for each, or none."""
    return align(_LAYOUT.automaton, lines, _leftover, 7.0, _fits)
