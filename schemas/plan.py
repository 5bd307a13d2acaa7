"""The plan as immutable values, in the decree's own words.

Everything here is canonical: text is NFC without leading, trailing or doubled blanks; markers are derived;
dates are ISO text. `schemas.load` is the only way from JSON to these values and `schemas.dump` the way back.

Field meanings: contract §1; elements (ô 1…14): Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Run(NamedTuple):
    """A stretch of text that deviates from its paragraph's own look where a mark is set."""

    van_ban: str
    dam: bool = False
    nghieng: bool = False
    gach_chan: bool = False
    chi_so: Literal["tren", "duoi"] | None = None


VanBan = str | tuple[Run, ...]
"""Text of a paragraph or cell: a plain string, or runs of which at least one has a mark. Line breaks are `\\n`."""


class Doan(NamedTuple):
    """A paragraph; `dau` is its marker (`-`, `+`, `a)`, `1.`) or None."""

    van_ban: VanBan
    dau: str | None = None


class Muc(NamedTuple):
    """A heading on its own line, with everything that stands under it."""

    dau: str
    tieu_de: str
    noi_dung: tuple[Khoi, ...] = ()


class Nhom(NamedTuple):
    """A banner row across the task table."""

    nhom: str


class NhiemVu(NamedTuple):
    """A row of the task table. None = the cell is covered by the cell to its left."""

    noi_dung: VanBan | None
    thoi_gian: VanBan | None = ""
    to_chuc_thuc_hien: VanBan | None = ""
    chu_tri: VanBan | None = ""
    phoi_hop: VanBan | None = ""
    san_pham: VanBan | None = ""
    ghi_chu: VanBan | None = ""
    khac: tuple[VanBan | None, ...] = ()
    """One value for each heading in the table's `cot_khac`, in that order."""
    stt: str | None = None
    """Given only where it is not the running number."""


class BangNhiemVu(NamedTuple):
    """The task table.

    `cot` pairs a column (`stt`, `noi_dung`, …) with its printed heading where that differs from the default.
    `cot_them` names the optional columns in use (of `chu_tri`, `phoi_hop`, `san_pham`, `ghi_chu`), in that order.
    `cot_khac` holds the headings of the columns that no field of ours stands for.
    """

    nhiem_vu: tuple[NhiemVu | Nhom, ...]
    cot: tuple[tuple[str, str], ...] = ()
    cot_them: tuple[str, ...] = ()
    cot_khac: tuple[str, ...] = ()


class O(NamedTuple):  # noqa: E742 - ô, the decree's word for a cell
    """A cell of a general table with its column and row span."""

    van_ban: VanBan
    cot: int = 1
    hang: int = 1


class Bang(NamedTuple):
    """Any other table: rows of cells, covered cells left out as in HTML."""

    hang: tuple[tuple[O, ...], ...]
    dau_bang: bool = False


Khoi = Muc | Doan | BangNhiemVu | Bang


class ChuKy(NamedTuple):
    """A signer: lines with a prefix (`TM. …`, `KT. …`), own office, name (None while unsigned). PL1.II.7."""

    quyen_han: tuple[str, ...] = ()
    chuc_vu: str | None = None
    ho_ten: str | None = None


class PhuLuc(NamedTuple):
    """An annex after the signature. PL1.III.1."""

    ten: str
    tieu_de: str | None = None
    kem_theo: str | None = None
    noi_dung: tuple[Khoi, ...] = ()


class KeHoach(NamedTuple):
    """A whole plan."""

    co_quan_ban_hanh: str
    the_thuc: Literal["nd30", "dang"] = "nd30"
    co_quan_chu_quan: str | None = None
    so: str | None = None
    ky_hieu: str | None = None
    dia_danh: str | None = None
    ngay_ban_hanh: str | None = None
    ten_loai: str = "KẾ HOẠCH"
    trich_yeu: str | None = None
    kinh_gui: tuple[str, ...] = ()
    can_cu: tuple[VanBan, ...] = ()
    mo_dau: tuple[VanBan, ...] = ()
    noi_dung: tuple[Khoi, ...] = ()
    ket_thuc: tuple[VanBan, ...] = ()
    noi_nhan: tuple[str, ...] = ()
    chu_ky: tuple[ChuKy, ...] = ()
    phu_luc: tuple[PhuLuc, ...] = ()
    du_thao: str | None = None
    do_mat: str | None = None
    do_khan: str | None = None
    pham_vi_luu_hanh: str | None = None
