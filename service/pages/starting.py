"""What the form starts with: the customary skeleton of a plan, or one of the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from service.pages.actions import new_table
from service.pages.draft import Draft, drafted
from service.places import samples_folder


def blank() -> Draft:
    """A plan with the sections most plans have and an empty task table; what is left empty is no part of it."""
    draft = drafted({})
    text = {"loai": "doan", "van_ban": ""}
    draft["noi_dung"] = [
        {"loai": "muc", "dau": "", "tieu_de": "MỤC ĐÍCH, YÊU CẦU", "noi_dung": [dict(text)]},
        {"loai": "muc", "dau": "", "tieu_de": "NỘI DUNG", "noi_dung": [new_table()]},
        {"loai": "muc", "dau": "", "tieu_de": "TỔ CHỨC THỰC HIỆN", "noi_dung": [dict(text)]},
    ]
    draft["chu_ky"] = [{"quyen_han": "", "chuc_vu": "", "ho_ten": ""}]
    return draft


@cache
def samples() -> dict[str, Path]:
    """The sample plans by name."""
    return {path.stem: path for path in sorted(samples_folder().glob("*.json"))}
