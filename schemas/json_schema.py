"""The payload as JSON Schema 2020-12: accepts and refuses what `load` does, as far as the language can say it.

What it cannot say: that a date is in the calendar, that spans of cells do not overlap, that a text is more than
invisible characters, how many columns of `khac` the rows of a table have together.
"""

from __future__ import annotations

from typing import Any

from schemas.task_table import HEADINGS, OPTIONAL
from schemas.text import LONGEST

_PRINTABLE = "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff]*$"
_BLANKS = "[\\s\\u00ad\\u0085\\u200b-\\u200f\\u2060\\ufeff]"


def _object(properties: dict[str, Any], *required: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    } | more


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def json_schema() -> dict[str, Any]:
    """The schema of a plan, self-contained."""
    text: dict[str, Any] = {"type": "string", "pattern": _PRINTABLE, "maxLength": LONGEST}
    some = text | {"allOf": [{"pattern": f"[^{_BLANKS[1:]}"}]}
    maybe: dict[str, Any] = {"anyOf": [text, {"type": "null"}]}
    run = _object({"van_ban": text, "dam": {"type": "boolean"}, "nghieng": {"type": "boolean"}, "gach_chan": {"type": "boolean"},
                   "chi_so": {"enum": ["tren", "duoi", None]}}, "van_ban")  # fmt: skip
    runs: dict[str, Any] = {"type": "array", "items": run}
    solid = runs | {"contains": {"properties": {"van_ban": some}}}
    cell: dict[str, Any] = {"anyOf": [text, runs, {"type": "null"}]}
    span = {"type": "integer", "minimum": 1, "maximum": 10_000}
    row = dict.fromkeys(("noi_dung", "thoi_gian", "to_chuc_thuc_hien", *OPTIONAL), cell)
    row |= {
        "khac": {"type": "object", "additionalProperties": cell},
        "stt": {"anyOf": [text, {"type": "null"}, {"type": "integer"}]},
    }
    listed = text | {"allOf": [{"pattern": "[^-–—+*•;.,\\s\\u00ad\\u0085\\u200b-\\u200f\\u2060\\ufeff]"}]}
    signer: dict[str, Any] = {
        "quyen_han": {"anyOf": [_list(some), {"type": "null"}]},
        "chuc_vu": maybe,
        "ho_ten": maybe,
    }
    defs = {
        "van_ban": {"anyOf": [some, solid]},
        "muc": _object({"loai": {"const": "muc"}, "dau": maybe, "tieu_de": some, "noi_dung": _list(_ref("khoi"))}, "loai", "tieu_de"),
        "doan": _object({"loai": {"const": "doan"}, "dau": maybe, "van_ban": _ref("van_ban")}, "loai", "van_ban"),
        "hang_nhiem_vu": {"anyOf": [_object(row, "noi_dung"), _object({"nhom": some}, "nhom")]},
        "bang_nhiem_vu": _object({
            "loai": {"const": "bang_nhiem_vu"},
            "cot": {"anyOf": [_object(dict.fromkeys(HEADINGS, maybe)), {"type": "null"}]},
            "nhiem_vu": _list(_ref("hang_nhiem_vu")),
        }, "loai", "nhiem_vu"),
        "bang": _object({
            "loai": {"const": "bang"},
            "dau_bang": {"type": "boolean"},
            "hang": _list(_list({"anyOf": [text, runs, _object({"van_ban": {"anyOf": [text, runs]}, "cot": span, "hang": span})]})) | {"minItems": 1},
        }, "loai", "hang"),
        "khoi": {"anyOf": [_ref("muc"), _ref("doan"), _ref("bang_nhiem_vu"), _ref("bang")]},
        "nguoi_ky": _object(signer),
        "phu_luc": _object({"ten": some, "tieu_de": maybe, "kem_theo": maybe, "noi_dung": _list(_ref("khoi"))}, "ten"),
    }  # fmt: skip
    number = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999_999}, {"type": "null"},
                        {"type": "string", "pattern": "^\\s*([0-9]{1,6}[a-zA-ZđĐ]{0,3})?\\s*$"}]}  # fmt: skip
    day = "^\\s*([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})?\\s*$"
    properties: dict[str, Any] = {
        "the_thuc": {"enum": ["nd30", "dang"], "default": "nd30"},
        "co_quan_chu_quan": maybe,
        "co_quan_ban_hanh": text,
        "so": number,
        "ky_hieu": maybe,
        "dia_danh": maybe,
        "ngay_ban_hanh": {"anyOf": [{"type": "string", "pattern": day}, {"type": "null"}]},
        "ten_loai": some | {"default": "KẾ HOẠCH"},
        "trich_yeu": maybe,
        "kinh_gui": _list(listed),
        "can_cu": _list(_ref("van_ban")),
        "mo_dau": _list(_ref("van_ban")),
        "noi_dung": _list(_ref("khoi")),
        "ket_thuc": _list(_ref("van_ban")),
        "noi_nhan": _list(listed),
        "chu_ky": _list(_ref("nguoi_ky")),
        "phu_luc": _list(_ref("phu_luc")),
    }
    properties |= dict.fromkeys(("du_thao", "do_mat", "do_khan", "pham_vi_luu_hanh"), maybe)
    plan = _object(properties, "co_quan_ban_hanh")
    return (
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:kehoach:plan", "title": "Kế hoạch"}
        | plan
        | {"$defs": defs}
    )
