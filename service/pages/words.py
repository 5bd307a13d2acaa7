"""The names of the fields as a clerk reads them, and what to write there."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from schemas.markers import derived

LABELS = {
    "the_thuc": _("Thể thức"),
    "co_quan_chu_quan": _("Cơ quan chủ quản"),
    "co_quan_ban_hanh": _("Cơ quan ban hành"),
    "so": _("Số"),
    "ky_hieu": _("Ký hiệu"),
    "dia_danh": _("Địa danh"),
    "ngay_ban_hanh": _("Ngày ban hành"),
    "ten_loai": _("Tên loại văn bản"),
    "trich_yeu": _("Trích yếu"),
    "kinh_gui": _("Kính gửi"),
    "can_cu": _("Căn cứ"),
    "mo_dau": _("Mở đầu"),
    "noi_dung": _("Nội dung"),
    "ket_thuc": _("Kết thúc"),
    "noi_nhan": _("Nơi nhận"),
    "chu_ky": _("Chữ ký"),
    "quyen_han": _("Quyền hạn"),
    "chuc_vu": _("Chức vụ"),
    "ho_ten": _("Họ và tên"),
    "phu_luc": _("Phụ lục"),
    "ten": _("Tên phụ lục"),
    "tieu_de": _("Tiêu đề"),
    "kem_theo": _("Dòng “Kèm theo”"),
    "dau": _("Dấu"),
    "van_ban": _("Đoạn văn"),
    "stt": _("STT"),
    "nhiem_vu": _("Nội dung nhiệm vụ"),
    "thoi_gian": _("Thời gian thực hiện"),
    "to_chuc_thuc_hien": _("Tổ chức thực hiện"),
    "chu_tri": _("Chủ trì"),
    "phoi_hop": _("Phối hợp"),
    "san_pham": _("Sản phẩm"),
    "ghi_chu": _("Ghi chú"),
    "nhom": _("Tên nhóm"),
    "khac": _("Cột khác"),
    "du_thao": _("Dấu dự thảo"),
    "do_mat": _("Độ mật"),
    "do_khan": _("Độ khẩn"),
    "pham_vi_luu_hanh": _("Phạm vi lưu hành"),
}

HINTS = {
    "co_quan_chu_quan": _("Cấp trên trực tiếp; không có thì để trống"),
    "so": _("Ví dụ: 02"),
    "ky_hieu": _("Ví dụ: KH-UBND"),
    "ngay_ban_hanh": _("Ví dụ: 5/3/2026; chưa có ngày thì 3/2026"),
    "trich_yeu": _("Nói gọn kế hoạch về việc gì"),
    "kinh_gui": _("Chỉ dùng cho công văn, tờ trình, báo cáo. Mỗi dòng một nơi"),
    "can_cu": _("Mỗi dòng một căn cứ; dán cả danh sách vào cũng được"),
    "mo_dau": _("Mỗi dòng một đoạn"),
    "ket_thuc": _("Mỗi dòng một đoạn"),
    "noi_nhan": _("Mỗi dòng một nơi, không cần gạch đầu dòng; dán cả danh sách vào cũng được"),
    "quyen_han": _("Ví dụ: TM. ỦY BAN NHÂN DÂN. Mỗi dòng một cấp"),
    "chuc_vu": _("Ví dụ: CHỦ TỊCH"),
    "ho_ten": _("Để trống nếu chưa ký"),
    "van_ban": _("Mỗi dòng một đoạn; bắt đầu bằng -, + hoặc a) nếu có"),
    "du_thao": _("Ví dụ: DỰ THẢO"),
    "do_mat": _("Ví dụ: MẬT"),
    "do_khan": _("Ví dụ: KHẨN"),
    "pham_vi_luu_hanh": _("Ví dụ: LƯU HÀNH NỘI BỘ"),
    "ten": _("Ví dụ: Phụ lục I"),
    "kem_theo": _("Ví dụ: (Kèm theo Kế hoạch số 02/KH-UBND)"),
}


SAID = {
    "working": _("Đang làm…"),
    "making": _("Đang tạo văn bản…"),
    "failed": _("Chưa làm được: không liên lạc được với máy chủ. Hãy thử lại."),
    "removed": _("Đã xóa."),
    "undo": _("Hoàn tác"),
    "undone": _("Đã hoàn tác."),
    "row": _("hàng {number}"),
    "office_kept": _("Trình duyệt này nhớ thông tin của {name}."),
    "office_filled": _("Đã điền {count} chỗ còn trống."),
    "office_done": _("Đã nhớ trong trình duyệt này."),
    "office_not": _("Trình duyệt này không cho lưu, nên chưa nhớ được."),
    "office_forgotten": _("Đã quên."),
}
"""What the scripts of the form say; they say nothing else."""


def where(name: str, draft: object) -> str:
    """Where in the document the field `name` of a draft is: `II. NỘI DUNG › hàng 3 › Thời gian thực hiện`."""
    steps = name.split(".")
    out: list[str] = []
    here, depth = draft, 0
    for place, step in enumerate(steps):
        around = here
        here = here[int(step)] if isinstance(here, list) else here.get(step) if isinstance(here, dict) else None
        if isinstance(around, list) and isinstance(here, dict) and here.get("loai") == "muc":
            depth += 1
            out.append(_heading(here, depth, sum(b.get("loai") == "muc" for b in around[: int(step) + 1])))
        elif step.isdigit():
            out.append(_entry(steps[place - 1], int(step) + 1, here))
        elif step in LABELS and isinstance(here, str):
            out.append(str(LABELS["nhiem_vu" if step == "noi_dung" else step]))
    return " › ".join(part for part in out if part) or str(LABELS.get(steps[0], name))


def _heading(muc: dict[str, Any], depth: int, position: int) -> str:
    """Marker and title of a section, shortened."""
    text = f"{muc['dau'] or derived(depth, position)} {muc['tieu_de']}".strip()
    return text[:40] + "…" if len(text) > 40 else text


def _entry(holder: str, number: int, entry: object) -> str:
    """The name of the `number`-th entry of a list that is no section."""
    if holder in ("nhiem_vu", "hang"):
        return str(gettext("hàng %(number)s", number=number))
    if holder == "chu_ky":
        return str(gettext("Người ký %(number)s", number=number))
    if holder == "cot_khac":
        return str(gettext("cột %(number)s", number=number))
    kind = entry.get("loai") if isinstance(entry, dict) else None
    if kind == "bang_nhiem_vu":
        return str(gettext("bảng nhiệm vụ"))
    if kind == "bang":
        return str(gettext("bảng"))
    if isinstance(entry, dict) and "ten" in entry:
        return str(entry["ten"]) or str(gettext("Phụ lục %(number)s", number=number))
    return ""
