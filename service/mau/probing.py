"""Plans that a template is tried on: what it prints of each must read back as that plan, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas.plan import Bang, BangNhiemVu, ChuKy, Doan, KeHoach, Khoi, Muc, NhiemVu, Nhom, O, PhuLuc, Run
from schemas.task_table import HEADINGS, OPTIONAL
from service.mau.examples import EXAMPLES

PLAIN = KeHoach("A")
FULL = EXAMPLES[1]
NASTY = (
    "B - C",
    "B, C",
    "B: C",
    "I. B",
    "- B",
    "B;",
    "B.",
    "B / C",
    "A",
    "AB",
    "KẾ HOẠCH",
    "B\u2003C".replace("\u2003", " "),
)
_TEXT = ("can_cu", "mo_dau", "ket_thuc", "noi_nhan", "kinh_gui")
_LINE = ("co_quan_chu_quan", "co_quan_ban_hanh", "ky_hieu", "dia_danh", "trich_yeu", "du_thao", "do_mat", "do_khan",
         "pham_vi_luu_hanh")  # fmt: skip

_ROW = NhiemVu("B", "C", "D")
_BLOCKS: tuple[Khoi, ...] = (
    Doan("B"), Doan("B", "-"), Doan("B", "+"), Doan("B", "a)"), Muc("I.", "B"), Muc("I.", "B", (Muc("1.", "C"),)),
    Muc("I.", "B", (Doan("C"),)), BangNhiemVu((_ROW,)), BangNhiemVu((_ROW, _ROW, Nhom("E"), _ROW._replace(thoi_gian=""))),
    BangNhiemVu((_ROW._replace(thoi_gian=None), _ROW)), BangNhiemVu((_ROW._replace(ghi_chu="x"),), cot_them=("ghi_chu",)),
    BangNhiemVu((_ROW._replace(khac=("x", "y")),), cot_khac=("K", "L")), BangNhiemVu((_ROW._replace(stt="1a"),)),
    BangNhiemVu((_ROW._replace(to_chuc_thuc_hien="", chu_tri="x"),), cot_them=("chu_tri",)), BangNhiemVu(()),
    BangNhiemVu((_ROW,), (("noi_dung", "VIỆC"),)),
    Bang(((O("B"), O("C")), (O("D"), O("E")))), Bang(((O("B"), O("C")),), True), Bang(((O("B", 2),), (O("C"), O("D")))),
    Bang(((O("B", 1, 2), O("C")), (O("D"),))),
)  # fmt: skip

_HEADED = BangNhiemVu(
    (NhiemVu("B", "C", "D", "E", "F", "G", "H"),),
    tuple((name, f"CỘT {n}") for n, name in enumerate(HEADINGS)),
    OPTIONAL,
)
"""A task table with a heading of its own over each column."""


def _with(plan: KeHoach, **values: Any) -> KeHoach:
    return plan._replace(**values)


def probes() -> Iterator[KeHoach]:
    """The plans: the examples, each field with and without, texts that look like other things, every kind of block
    after every other and under a heading, several of everything that comes in lists."""
    yield from (PLAIN, *EXAMPLES)
    yield from (changed for _, changed in changes())
    for text in NASTY:
        yield from (_with(PLAIN, **{name: text}) for name in _LINE)
        yield from (_with(PLAIN, **{name: (text, "B", text)}) for name in _TEXT)
        yield _with(PLAIN, chu_ky=(ChuKy((text,), text, text),))
        yield _with(PLAIN, noi_dung=(Doan(text), Doan(text, "-"), Muc("I.", text, (Doan(text, "a)"),))))
        yield _with(PLAIN, noi_dung=(BangNhiemVu((NhiemVu(text, text, text),)),))
        yield _with(PLAIN, phu_luc=(PhuLuc(text, text, text),))
    for first in _BLOCKS:
        after_each = tuple(block for second in _BLOCKS for block in (first, second))
        yield _with(PLAIN, noi_dung=(Muc("I.", "A", (first,)), *after_each))
    signer = ChuKy(("TM. B",), "C", "D")
    for count in (1, 2, 3):
        yield _with(PLAIN, chu_ky=(signer,) * count, noi_nhan=("B",) * count, kinh_gui=("B",) * count)
        yield _with(PLAIN, phu_luc=(PhuLuc("Phụ lục", None, None, (Doan("B"),)),) * count)
    yield from (_with(PLAIN, chu_ky=(one,)) for one in (ChuKy((), "C"), ChuKy(("B", "C")), ChuKy((), None, "D")))


def smaller(plan: KeHoach) -> Iterator[KeHoach]:
    """Plans with less in their body than `plan`: a block alone, then two beside each other."""
    for count in (1, 2):
        for at in range(len(plan.noi_dung) - count):
            yield _with(plan, noi_dung=plan.noi_dung[at : at + count])


def changes() -> Iterator[tuple[str, KeHoach]]:
    """The plan with everything, each field in turn without its value or with other words; pointer first."""
    for name, value in FULL._asdict().items():
        if name == "the_thuc":
            continue
        if isinstance(value, tuple):
            yield f"/{name}", _with(FULL, **{name: ()})
            if name == "chu_ky":
                yield from _signers(value)
            elif name == "phu_luc":
                yield from _annexes(value)
        elif name == "ngay_ban_hanh":
            yield from ((f"/{name}", _with(FULL, ngay_ban_hanh=d)) for d in (None, "2024", "2024-02", "2024-12-31"))
        elif name == "so":
            yield from ((f"/{name}", _with(FULL, so=so)) for so in (None, "4a", "125"))
        else:
            yield f"/{name}", _with(FULL, **{name: f"{value} KHÁC"})
    for block in _BLOCKS:
        yield "/noi_dung", _with(FULL, noi_dung=(block,))
    yield "/noi_dung", _with(FULL, noi_dung=(_HEADED,))
    yield "/noi_dung/0/van_ban", _with(FULL, noi_dung=(Doan((Run("chữ "), Run("đậm", dam=True))),))


def _signers(value: tuple[ChuKy, ...]) -> Iterator[tuple[str, KeHoach]]:
    for name, other in (("quyen_han", ("TM. KHÁC",)), ("chuc_vu", "KHÁC"), ("ho_ten", "Khác")):
        first: Any = value[0]._replace(**{name: other})  # type: ignore[arg-type]
        yield f"/chu_ky/0/{name}", _with(FULL, chu_ky=(first, *value[1:]))


def _annexes(value: tuple[PhuLuc, ...]) -> Iterator[tuple[str, KeHoach]]:
    for name, other in (("ten", "Phụ lục khác"), ("tieu_de", "KHÁC"), ("kem_theo", "(khác)"), ("noi_dung", ())):
        first: Any = value[0]._replace(**{name: other})  # type: ignore[arg-type]
        yield f"/phu_luc/0/{name}", _with(FULL, phu_luc=(first, *value[1:]))
