"""The shape of the workbook: which sheets it has, and what their rows and columns are called.

Every sheet names its columns (or rows) in cells that nobody sees, as `SHEET.KEY`; a sheet without them, typed by hand
or pasted, is known by its printed headings. Names of sheets are for people: they may be changed.
"""

from __future__ import annotations

from typing import NamedTuple

THONG_TIN, NOI_DUNG, KY, NHIEM_VU, BANG = "thong_tin", "noi_dung", "ky", "nhiem_vu", "bang"
SPARE = "?"
"""After the name of a sheet: the blank form's own table, no part of the plan while it is empty."""

TITLES = {
    THONG_TIN: "Thông tin",
    NOI_DUNG: "Nội dung",
    NHIEM_VU: "Nhiệm vụ",
    BANG: "Bảng",
    KY: "Nơi nhận - Ký",
}
GUIDE = "Hướng dẫn"


class Entry(NamedTuple):
    """A row or column of a sheet: its key, its printed name, what to write there, its width in letters."""

    key: str
    name: str
    hint: str
    width: int = 20


INFORMATION = (
    Entry("the_thuc", "Thể thức", "nd30: cơ quan nhà nước, đoàn thể; dang: cơ quan Đảng"),
    Entry("co_quan_chu_quan", "Cơ quan chủ quản", "Cấp trên trực tiếp; không có thì để trống"),
    Entry("co_quan_ban_hanh", "Cơ quan ban hành", "Bắt buộc"),
    Entry("so", "Số", "Để trống nếu chưa lấy số"),
    Entry("ky_hieu", "Ký hiệu", "Ví dụ: KH-UBND"),
    Entry("dia_danh", "Địa danh", "Ví dụ: Phong Thổ"),
    Entry("ngay_ban_hanh", "Ngày ban hành", "Ví dụ: 5/3/2026. Chưa có ngày thì ghi 3/2026, hoặc để trống"),
    Entry("ten_loai", "Tên loại văn bản", "KẾ HOẠCH, BÁO CÁO, CHƯƠNG TRÌNH …"),
    Entry("trich_yeu", "Trích yếu", "Nói gọn kế hoạch về việc gì"),
    Entry("du_thao", "Dấu dự thảo", "Ví dụ: DỰ THẢO"),
    Entry("do_mat", "Độ mật", "Ví dụ: MẬT"),
    Entry("do_khan", "Độ khẩn", "Ví dụ: KHẨN"),
    Entry("pham_vi_luu_hanh", "Phạm vi lưu hành", "Ví dụ: LƯU HÀNH NỘI BỘ"),
)

LINES = (
    Entry("loai", "Loại", "Chọn trong danh sách", 16),
    Entry("cap", "Cấp", "Cấp của mục: 1, 2, 3 …; ở dòng khác: thuộc mục cấp mấy, để trống là thuộc mục ngay trên", 6),
    Entry("dau", "Dấu", "I., 1., a), -, + …; mục để trống thì tự đánh số; phụ lục: Phụ lục I", 12),
    Entry("van_ban", "Nội dung", "Chữ của dòng; bảng có dòng tiêu đề thì ghi: có tiêu đề", 84),
    Entry("them", "Kèm theo / Trang tính", "Phụ lục: dòng (Kèm theo …); bảng: tên trang tính chứa bảng", 30),
)

KINDS = {
    "can_cu": "Căn cứ",
    "mo_dau": "Mở đầu",
    "muc": "Mục",
    "doan": "Đoạn",
    "bang_nhiem_vu": "Bảng nhiệm vụ",
    "bang": "Bảng",
    "ket_thuc": "Kết thúc",
    "phu_luc": "Phụ lục",
}
"""The kinds of lines of the sheet `noi_dung`, in the order of the document."""

HEADED = "có tiêu đề"

SIGNING = (
    Entry("kinh_gui", "Kính gửi", "Chỉ dùng cho công văn, tờ trình, báo cáo; mỗi dòng một nơi", 34),
    Entry("noi_nhan", "Nơi nhận", "Mỗi dòng một nơi, không cần gạch đầu dòng", 44),
    Entry("quyen_han", "Quyền hạn", "TM. ỦY BAN NHÂN DÂN; nhiều dòng thì xuống dòng bằng Alt+Enter", 32),
    Entry("chuc_vu", "Chức vụ người ký", "Ví dụ: CHỦ TỊCH", 26),
    Entry("ho_ten", "Họ và tên", "Để trống nếu chưa ký", 26),
)

GROUP = Entry("nhom", "Nhóm", "Chỉ ghi ở dòng tên nhóm, chạy suốt bảng", 18)
KHAC = "khac"
CELL_WIDTHS = {"stt": 6, "noi_dung": 54, "thoi_gian": 22, "to_chuc_thuc_hien": 34, "ghi_chu": 20}
LONGEST = 32_767
"""Letters in one cell at most: what Excel can hold."""
