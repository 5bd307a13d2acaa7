"""A plan as the fields of the form, and back: what a clerk has typed so far, complete or not.

A draft is dicts, lists and strings only. It differs from a payload where a form asks for it: texts are typed
(`notation`), lists and paragraphs that follow each other are the lines of one field (`paragraphs`), dates are Vietnamese,
markers that follow from the position are left out. `payload_of(drafted(plan))` loads as the same plan.
"""

from __future__ import annotations

from typing import Any

from schemas.markers import derived
from service.pages import grids, paragraphs, tasks
from service.pages.dates import date_read, date_written
from service.pages.tasks import Places

Draft = dict[str, Any]

LINES = ("co_quan_chu_quan", "co_quan_ban_hanh", "so", "ky_hieu", "dia_danh", "ten_loai", "trich_yeu",
         "du_thao", "do_mat", "do_khan", "pham_vi_luu_hanh")  # fmt: skip
LISTS = ("kinh_gui", "noi_nhan")
TEXTS = ("can_cu", "mo_dau", "ket_thuc")


def drafted(payload: dict[str, Any]) -> Draft:
    """The fields of a payload, whatever state it is in."""
    draft: Draft = {"the_thuc": str(payload.get("the_thuc") or "nd30")}
    draft |= {key: _text(payload.get(key)) for key in LINES}
    draft["ten_loai"] = draft["ten_loai"] or ("" if "ten_loai" in payload else "KẾ HOẠCH")
    draft["ngay_ban_hanh"] = date_written(_text(payload.get("ngay_ban_hanh")))
    draft |= {key: paragraphs.listed(payload.get(key)) for key in LISTS}
    draft |= {key: paragraphs.texts_written(payload.get(key)) for key in TEXTS}
    draft["noi_dung"] = blocks_drafted(payload.get("noi_dung"))
    draft["chu_ky"] = [
        {"quyen_han": paragraphs.listed(signer.get("quyen_han"))} | {k: _text(signer.get(k)) for k in ("chuc_vu", "ho_ten")}
        for signer in _dicts(payload.get("chu_ky"))
    ]  # fmt: skip
    draft["phu_luc"] = [
        {key: _text(annex.get(key)) for key in ("ten", "tieu_de", "kem_theo")}
        | {"noi_dung": blocks_drafted(annex.get("noi_dung"))}
        for annex in _dicts(payload.get("phu_luc"))
    ]
    return draft


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def blocks_drafted(value: object, depth: int = 1) -> list[Draft]:
    """The fields of blocks; paragraphs that follow each other are one field."""
    out: list[Draft] = []
    position = 0
    for block in _dicts(value):
        match block.get("loai"):
            case "muc":
                position += 1
                dau = _text(block.get("dau"))
                inner = blocks_drafted(block.get("noi_dung"), depth + 1)
                dau = "" if dau == derived(depth, position) else dau
                out.append({"loai": "muc", "dau": dau, "tieu_de": _text(block.get("tieu_de")), "noi_dung": inner})
            case "bang_nhiem_vu":
                out.append(tasks.drafted(block))
            case "bang":
                out.append(grids.drafted(block))
            case "doan":
                line = paragraphs.doan_written(block)
                if out and out[-1]["loai"] == "doan":
                    out[-1]["van_ban"] += f"\n{line}"
                else:
                    out.append({"loai": "doan", "van_ban": line})
    return out


def payload_of(draft: Draft) -> tuple[dict[str, Any], Places]:
    """The payload in a draft, for `schemas.load` to judge, and which field holds what is at a pointer of it."""
    places: Places = {f"/{key}": key for key in ("the_thuc", "ngay_ban_hanh", *LINES, *LISTS, *TEXTS)}
    payload: dict[str, Any] = {"the_thuc": draft["the_thuc"]}
    payload |= {key: draft[key] for key in LINES}
    payload["ngay_ban_hanh"] = date_read(draft["ngay_ban_hanh"])
    payload |= {key: paragraphs.lines(draft[key]) for key in LISTS}
    payload |= {key: paragraphs.texts_read(draft[key]) for key in TEXTS}
    payload["noi_dung"] = blocks_read(draft["noi_dung"], "/noi_dung", "noi_dung", places)
    payload["chu_ky"] = _signers(draft["chu_ky"], places)
    payload["phu_luc"] = _annexes(draft["phu_luc"], places)
    return payload, places


def blocks_read(blocks: list[Draft], pointer: str, name: str, places: Places) -> list[dict[str, Any]]:
    """The blocks in their fields. What was added and left empty is dropped: a heading with neither title nor content,
    a task table of nothing but spare rows."""
    out: list[dict[str, Any]] = []
    for index, block in enumerate(blocks):
        at, field = f"{pointer}/{len(out)}", f"{name}.{index}"
        match block["loai"]:
            case "muc":
                inner = blocks_read(block["noi_dung"], f"{at}/noi_dung", f"{field}.noi_dung", places)
                if not inner and not block["tieu_de"].strip():
                    continue
                muc = {"loai": "muc", "tieu_de": block["tieu_de"], "noi_dung": inner}
                out.append(muc | ({"dau": block["dau"]} if block["dau"].strip() else {}))
                places |= {at: f"{field}.tieu_de", f"{at}/tieu_de": f"{field}.tieu_de", f"{at}/dau": f"{field}.dau"}
            case "bang_nhiem_vu" if not block["nhiem_vu"] or not all(map(tasks.is_spare, block["nhiem_vu"])):
                places[at] = field
                out.append(tasks.payload_of(block, at, field, places))
            case "bang":
                places[at] = field
                out.append(grids.payload_of(block, at, field, places))
            case "doan":
                for line in paragraphs.lines(block["van_ban"]):
                    places[f"{pointer}/{len(out)}"] = f"{field}.van_ban"
                    out.append(paragraphs.doan_read(line))
    return out


def _signers(signers: list[Draft], places: Places) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for index, signer in enumerate(signers):
        if not any(text.strip() for text in signer.values()):
            continue
        for key in ("quyen_han", "chuc_vu", "ho_ten"):
            places[f"/chu_ky/{len(out)}/{key}"] = f"chu_ky.{index}.{key}"
        places[f"/chu_ky/{len(out)}"] = f"chu_ky.{index}.chuc_vu"
        out.append(signer | {"quyen_han": paragraphs.lines(signer["quyen_han"])})
    return out


def _annexes(annexes: list[Draft], places: Places) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for index, annex in enumerate(annexes):
        at, field = f"/phu_luc/{len(out)}", f"phu_luc.{index}"
        inner = blocks_read(annex["noi_dung"], f"{at}/noi_dung", f"{field}.noi_dung", places)
        texts = {key: annex[key] for key in ("ten", "tieu_de", "kem_theo")}
        if not inner and not any(text.strip() for text in texts.values()):
            continue
        places |= {f"{at}/{key}": f"{field}.{key}" for key in texts} | {at: f"{field}.ten"}
        out.append(texts | {"noi_dung": inner})
    return out


def place_of(pointer: str, places: Places) -> str | None:
    """The name of the field that holds what is at `pointer`, or of the nearest thing around it."""
    while pointer and pointer not in places:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer)
