"""A plan as the names a template uses, and the names that were read back as a plan.

The names are the contract's own. Only two differ from the payload: the body and the annexes come as `cac_phan`, the
parts of the document in printing order (`chinh`, then one `phu_luc` for each annex), each with its lines `dong`.
"""

from __future__ import annotations

from typing import Any

from schemas.plan import KeHoach
from service.mau.lines import flatten, unflatten
from service.mau.tables import COT
from service.mau.text import chu, van_ban

SCALARS = (
    "co_quan_chu_quan",
    "co_quan_ban_hanh",
    "so",
    "ky_hieu",
    "dia_danh",
    "ngay_ban_hanh",
    "ten_loai",
    "trich_yeu",
    "du_thao",
    "do_mat",
    "do_khan",
    "pham_vi_luu_hanh",
)
TEXTS = ("can_cu", "mo_dau", "ket_thuc")
LINES = ("kinh_gui", "noi_nhan")
NAMES = frozenset((*SCALARS, *TEXTS, *LINES, "chu_ky", "cac_phan"))
"""Every name a template may use at its top level."""


def context(plan: KeHoach, columns: tuple[str, ...] = COT) -> dict[str, Any]:
    """The names of `plan`; `columns` is the order of the task table's columns in the template."""
    parts = [{"loai": "chinh", "dong": flatten(plan.noi_dung, columns)}]
    for annex in plan.phu_luc:
        parts.append(
            {
                "loai": "phu_luc",
                "ten": chu(annex.ten),
                "tieu_de": chu(annex.tieu_de),
                "kem_theo": chu(annex.kem_theo),
                "dong": flatten(annex.noi_dung, columns),
            }
        )
    names: dict[str, Any] = {name: chu(getattr(plan, name)) for name in SCALARS}
    names |= {name: [van_ban(text) for text in getattr(plan, name)] for name in TEXTS}
    names |= {name: [chu(text) for text in getattr(plan, name)] for name in LINES}
    names["chu_ky"] = [
        {
            "quyen_han": [chu(line) for line in signer.quyen_han],
            "chuc_vu": chu(signer.chuc_vu),
            "ho_ten": chu(signer.ho_ten),
        }
        for signer in plan.chu_ky
    ]
    names["cac_phan"] = parts
    return names


def payload(names: dict[str, Any], the_thuc: str, columns: tuple[str, ...] = COT) -> dict[str, Any]:
    """The plan, as payload, of names that were read with a template of the form `the_thuc`; `columns` as in `context`."""
    out: dict[str, Any] = {"the_thuc": the_thuc}
    out |= {name: names[name] for name in SCALARS if names.get(name) not in (None, False, True)}
    out |= {name: names.get(name) or [] for name in (*TEXTS, *LINES)}
    out["chu_ky"] = [
        {"quyen_han": s.get("quyen_han") or [], "chuc_vu": s.get("chuc_vu") or None, "ho_ten": s.get("ho_ten") or None}
        for s in names.get("chu_ky") or []
        if any(s.values())  # an empty column beside the signers is nobody
    ]
    out["phu_luc"] = []
    out["noi_dung"] = []
    for part in names.get("cac_phan", []):
        if part["loai"] == "chinh":
            out["noi_dung"] = unflatten(part.get("dong", ()), columns)
        else:
            annex = {key: part.get(key) or None for key in ("ten", "tieu_de", "kem_theo")}
            out["phu_luc"].append(annex | {"noi_dung": unflatten(part.get("dong", ()), columns)})
    return out
