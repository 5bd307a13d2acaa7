"""The decree's layout as a pattern over lines (ô 1 to 9, PL1.IV.2), and the roles that lines may have in it.

A role is a name, what it costs to take a line for it, and where that is worth asking. The automaton is that of
`service.matching`; what is special here is only that a role costs the same at each of its positions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from service.layout import roles_body as body
from service.layout import roles_head as head
from service.layout import roles_tail as tail
from service.layout.line import Line
from service.layout.names import LONGEST as NAME
from service.matching.align import Alignment, align
from service.matching.automaton import Automaton
from service.matching.pattern import INFINITE, NOTHING, Choice, Match, One, Pattern, Repeat, Seq

Cost = Callable[[Line], float | None]

COVER, HEAD, OPENING, BODY, TAIL, TABLE = "cover", "head", "opening", "body", "tail", "table"
LONGEST_SHORT = 420
"""Letters up to which a line may be part of a letterhead, a title, recipients or a signature."""
OPENING_LINES = 160
LEFT = 4.0
"""What it costs that no role takes a line."""
DEAREST = 5.0
"""A role dearer than this is never better than none."""

PLAIN, BULLET, UPPER, WORD, COUNTED = "plain", "bullet", "upper", "word", "counted"
"""What a line begins with: no marker, a bullet, a capital (`A.`), a word with a number (`Phần I`), another number."""
ORDINAL = frozenset((UPPER, WORD, COUNTED))
NAMED = frozenset((PLAIN, UPPER))
"""`A. Nguyễn`, `B. TRƯỞNG BAN`: a capital with a point may be a part of a name."""
ANY = frozenset((PLAIN, BULLET, UPPER, WORD, COUNTED))
MOST = 120
"""Words beyond which no two lines differ in what they are asked for."""


class Role(NamedTuple):
    """What it costs to take a line for it, where a line must stand or what it must be to be asked, of how many words
    at most, and beginning with which markers."""

    price: Cost
    where: str
    words: int = MOST + 1
    marks: frozenset[str] = ANY


ROLES: dict[str, Role] = {
    "bia": Role(head.bia, COVER),
    "quoc_hieu": Role(head.quoc_hieu, HEAD, 40), "tieu_ngu": Role(head.tieu_ngu, HEAD, 40),
    "tieu_de_dang": Role(head.tieu_de_dang, HEAD, 40), "tieu_de_doan": Role(head.tieu_de_doan, HEAD, 40),
    "so": Role(head.so, HEAD), "so_va_ngay": Role(head.so_va_ngay, HEAD),
    "ngay": Role(head.ngay, TAIL), "dau_chi": Role(head.dau_chi, HEAD, 40),
    "co_quan_chu_quan": Role(head.co_quan_chu_quan, HEAD, NAME, NAMED),
    "chu_quan_tiep": Role(head.chu_quan_tiep, HEAD, NAME, NAMED),
    "co_quan_ban_hanh": Role(head.co_quan_ban_hanh, HEAD, NAME, NAMED),
    "ban_hanh_tiep": Role(head.ban_hanh_tiep, HEAD, NAME, NAMED),
    "ve_viec": Role(head.ve_viec, HEAD, 59), "ve_viec_tiep": Role(head.ve_viec_tiep, HEAD, 30),
    "ten_loai": Role(head.ten_loai, HEAD, 45, frozenset((PLAIN,))), "trich_yeu": Role(head.trich_yeu, HEAD, 70),
    "kem_theo": Role(head.kem_theo, TAIL, 60), "kem_theo_tiep": Role(head.kem_theo_tiep, TAIL, 40),
    "kinh_gui": Role(head.kinh_gui, OPENING), "kinh_gui_tiep": Role(head.kinh_gui_tiep, OPENING, 30),
    "can_cu": Role(head.can_cu, OPENING), "mo_dau": Role(head.mo_dau, OPENING), "trang_tri": Role(head.ornament, TAIL, 40),
    "muc": Role(body.muc, BODY, marks=ORDINAL), "diem": Role(body.diem, BODY, marks=ORDINAL),
    "phan": Role(body.phan, BODY, marks=ORDINAL), "phan_ten": Role(body.phan_ten, BODY, 50, frozenset((PLAIN,))),
    "gach": Role(body.gach, BODY, marks=frozenset((BULLET,))), "doan": Role(body.doan, BODY),
    "doan_mo": Role(body.doan_mo, OPENING, marks=frozenset((PLAIN, BULLET))), "bang": Role(body.bang, TABLE),
    "so_trang": Role(body.so_trang, TAIL, 12), "muc_luc": Role(body.muc_luc, TAIL),
    "ket_thuc": Role(body.ket_thuc, BODY, marks=frozenset((PLAIN, BULLET))),
    "ket_thuc_tiep": Role(body.ket_thuc_tiep, BODY),
    "noi_nhan_dau": Role(tail.noi_nhan_dau, TAIL, 60), "noi_nhan": Role(tail.noi_nhan, TAIL, 45),
    "noi_nhan_tiep": Role(tail.noi_nhan_tiep, TAIL, 14, frozenset((PLAIN,))),
    "quyen_han": Role(tail.quyen_han, TAIL, 20, NAMED),
    "quyen_han_tiep": Role(tail.quyen_han_tiep, TAIL, 12, frozenset((PLAIN,))),
    "chuc_vu": Role(tail.chuc_vu, TAIL, 14, NAMED), "chuc_vu_tiep": Role(tail.chuc_vu_tiep, TAIL, 14, NAMED),
    "da_ky": Role(tail.da_ky, TAIL, 15), "ho_ten": Role(tail.ho_ten, TAIL, 9, NAMED),
    "phu_luc": Role(tail.phu_luc, TAIL, 40, NAMED | {WORD}), "phu_luc_tieu_de": Role(tail.phu_luc_tieu_de, TAIL, 50, NAMED),
    "con_lai": Role(tail.con_lai, TABLE),
}  # fmt: skip
"""Every role."""


class Known:
    """A role as a reader of the matcher: what it costs to take a line for it."""

    def __init__(self, role: str) -> None:
        self.role = role

    def exactly(self, item: Any) -> None:
        """No line is ever exactly a role."""

    def match(self, item: Line, limit: float = INFINITE) -> Match | None:
        """The line, at its price."""
        cost = ROLES[self.role].price(item)
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
_Asked = tuple[tuple[str, Cost, tuple[int, ...]], ...]


@cache
def _asked(words: int, mark: str, where: tuple[str, ...]) -> _Asked:
    """The roles that a line of so many words is asked for, which begins with `mark` and stands `where`."""
    return tuple(
        (name, role.price, _LAYOUT.of[name])
        for place in where
        for name, role in ROLES.items()
        if role.where == place and words <= role.words and mark in role.marks
    )


def _where(line: Line) -> tuple[str, ...]:
    if line.cover:
        return (COVER,)
    if line.table is not None:
        return (TABLE,)
    where = (TABLE, BODY, OPENING) if line.place < OPENING_LINES else (TABLE, BODY)
    if len(line.text) > LONGEST_SHORT:
        return where
    lettered = line.place < head.HEAD or line.zone in ("cell", "tabs") or line.caps or line.centred
    return (*where, TAIL, HEAD) if lettered else (*where, TAIL)


def _mark(line: Line) -> str:
    marker = line.marker
    return PLAIN if marker is None else marker.kind if marker.kind in (BULLET, UPPER, WORD) else COUNTED


def _fits(line: Line) -> dict[int, Match]:
    """What a line may be, and at what price."""
    out: dict[int, Match] = {}
    for role, cost, positions in _asked(min(line.words, MOST), _mark(line), _where(line)):
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
