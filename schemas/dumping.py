"""A plan as the canonical payload (contract §1)."""

from __future__ import annotations

from typing import Any

from schemas.plan import Bang, BangNhiemVu, Doan, KeHoach, Khoi, Muc, NhiemVu, Nhom, O, Run, VanBan


def dump(plan: KeHoach) -> dict[str, Any]:
    """The payload of `plan`: every key there, in the order of the document."""
    return {
        "the_thuc": plan.the_thuc,
        "co_quan_chu_quan": plan.co_quan_chu_quan,
        "co_quan_ban_hanh": plan.co_quan_ban_hanh,
        "so": plan.so,
        "ky_hieu": plan.ky_hieu,
        "dia_danh": plan.dia_danh,
        "ngay_ban_hanh": plan.ngay_ban_hanh,
        "ten_loai": plan.ten_loai,
        "trich_yeu": plan.trich_yeu,
        "kinh_gui": list(plan.kinh_gui),
        "can_cu": [text(t) for t in plan.can_cu],
        "mo_dau": [text(t) for t in plan.mo_dau],
        "noi_dung": [_block(b) for b in plan.noi_dung],
        "ket_thuc": [text(t) for t in plan.ket_thuc],
        "noi_nhan": list(plan.noi_nhan),
        "chu_ky": [{"quyen_han": list(s.quyen_han), "chuc_vu": s.chuc_vu, "ho_ten": s.ho_ten} for s in plan.chu_ky],
        "phu_luc": [
            {"ten": a.ten, "tieu_de": a.tieu_de, "kem_theo": a.kem_theo, "noi_dung": [_block(b) for b in a.noi_dung]}
            for a in plan.phu_luc
        ],
        "du_thao": plan.du_thao,
        "do_mat": plan.do_mat,
        "do_khan": plan.do_khan,
        "pham_vi_luu_hanh": plan.pham_vi_luu_hanh,
    }


def text(value: VanBan | None) -> Any:
    """A text as JSON: the string itself, or its runs with the marks that are set."""
    return [_run(run) for run in value] if isinstance(value, tuple) else value


def _run(run: Run) -> dict[str, Any]:
    out: dict[str, Any] = {"van_ban": run.van_ban}
    out |= {key: True for key in ("dam", "nghieng", "gach_chan") if getattr(run, key)}
    return out | ({"chi_so": run.chi_so} if run.chi_so else {})


def _block(block: Khoi) -> dict[str, Any]:
    if isinstance(block, Doan):
        return {"loai": "doan", "dau": block.dau, "van_ban": text(block.van_ban)}
    if isinstance(block, Muc):
        inner = [_block(b) for b in block.noi_dung]
        return {"loai": "muc", "dau": block.dau, "tieu_de": block.tieu_de, "noi_dung": inner}
    if isinstance(block, Bang):
        return {"loai": "bang", "dau_bang": block.dau_bang, "hang": [[_cell(o) for o in row] for row in block.hang]}
    cot = {"cot": dict(block.cot)} if block.cot else {}
    names = ("noi_dung", "thoi_gian", "to_chuc_thuc_hien", *block.cot_them)
    return {"loai": "bang_nhiem_vu", **cot, "nhiem_vu": [_row(row, names, block) for row in block.nhiem_vu]}


def _cell(cell: O) -> Any:
    if cell.cot == cell.hang == 1:
        return text(cell.van_ban)
    return {"van_ban": text(cell.van_ban), "cot": cell.cot, "hang": cell.hang}


def _row(row: NhiemVu | Nhom, names: tuple[str, ...], table: BangNhiemVu) -> dict[str, Any]:
    if isinstance(row, Nhom):
        return {"nhom": row.nhom}
    out: dict[str, Any] = {} if row.stt is None else {"stt": row.stt}
    for name in names:
        out[name] = text(getattr(row, name))
    if table.cot_khac:
        out["khac"] = {heading: text(cell) for heading, cell in zip(table.cot_khac, row.khac, strict=True)}
    return out
