"""A plan with everything in it, each text with a word of its own, so that one can be changed and nothing else."""

from __future__ import annotations

from typing import Any


def rich() -> dict[str, Any]:
    """The payload, canonical but for defaults."""
    return {
        "co_quan_chu_quan": "UBND TỈNH SƠN LA",
        "co_quan_ban_hanh": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "so": "15",
        "ky_hieu": "KH-SGDĐT",
        "dia_danh": "Mộc Châu",
        "ngay_ban_hanh": "2024-03-05",
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": "Tổ chức hội thi giáo viên giỏi năm 2024",
        "kinh_gui": ["Phòng Tài chính", "Phòng Nội vụ"],
        "can_cu": ["Căn cứ Luật Giáo dục năm 2019;", "Căn cứ Thông tư số 22/2019/TT-BGDĐT."],
        "mo_dau": ["Sở xây dựng kế hoạch như sau:", "Hội thi được tổ chức hằng năm."],
        "noi_dung": [
            {"loai": "muc", "dau": "I.", "tieu_de": "MỤC ĐÍCH, YÊU CẦU", "noi_dung": [
                {"loai": "doan", "dau": None, "van_ban": "Phát hiện giáo viên có năng lực."},
                {"loai": "doan", "dau": "-", "van_ban": "Tôn vinh nhà giáo tiêu biểu."},
                {"loai": "doan", "dau": "+", "van_ban": "Nhân rộng sáng kiến hay."},
                {"loai": "doan", "dau": "a)", "van_ban": "Bảo đảm khách quan, công bằng."},
            ]},
            {"loai": "muc", "dau": "II.", "tieu_de": "NỘI DUNG THI", "noi_dung": [
                {"loai": "muc", "dau": "1.", "tieu_de": "Phần lý thuyết", "noi_dung": [
                    {"loai": "doan", "dau": None, "van_ban": "Thi trắc nghiệm trên máy."},
                    {"loai": "muc", "dau": "a)", "tieu_de": "Vòng sơ khảo", "noi_dung": [
                        {"loai": "doan", "dau": "-", "van_ban": "Diễn ra tại cụm trường."},
                    ]},
                ]},
                {"loai": "muc", "dau": "2.", "tieu_de": "Phần thực hành", "noi_dung": [
                    {"loai": "bang_nhiem_vu", "nhiem_vu": [
                        {"noi_dung": "Thành lập ban giám khảo", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Văn phòng"},
                        {"noi_dung": "Tập huấn nghiệp vụ", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Thanh tra"},
                        {"noi_dung": "Chấm bài thi", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Khảo thí"},
                        {"noi_dung": "Tổng kết hội thi", "thoi_gian": "Tháng 6", "to_chuc_thuc_hien": "Công đoàn ngành"},
                    ]},
                ]},
                {"loai": "doan", "dau": None, "van_ban": "Thể lệ chi tiết gửi kèm."},
            ]},
            {"loai": "muc", "dau": "III.", "tieu_de": "KINH PHÍ", "noi_dung": [
                {"loai": "doan", "dau": None, "van_ban": "Ngân sách chi sự nghiệp."},
                {"loai": "bang", "dau_bang": True, "hang": [
                    ["Khoản chi", "Số tiền"], ["Giải thưởng", "Mười triệu"], ["Thuê hội trường", "Hai triệu"],
                ]},
            ]},
            {"loai": "muc", "dau": "IV.", "tieu_de": "TỔ CHỨC THỰC HIỆN", "noi_dung": [
                {"loai": "doan", "dau": "-", "van_ban": "Phòng chuyên môn làm đầu mối."},
            ]},
        ],
        "ket_thuc": ["Trên đây là kế hoạch hội thi, đề nghị các trường triển khai./."],
        "noi_nhan": ["UBND tỉnh", "Phòng GDĐT các huyện", "Trường trực thuộc", "Lưu: VT, GDTrH"],
        "chu_ky": [{"quyen_han": ["KT. GIÁM ĐỐC"], "chuc_vu": "PHÓ GIÁM ĐỐC", "ho_ten": "Cầm Văn Đoàn"}],
        "phu_luc": [
            {"ten": "Phụ lục I", "tieu_de": "DANH SÁCH GIÁM KHẢO", "kem_theo": "(Kèm theo Kế hoạch ngày 05 tháng 3 năm 2024)",
             "noi_dung": [
                 {"loai": "muc", "dau": "I.", "tieu_de": "Khối trung học", "noi_dung": [
                     {"loai": "doan", "dau": "-", "van_ban": "Lường Thị Hạnh"}]},
             ]},
            {"ten": "Phụ lục II", "tieu_de": "MẪU PHIẾU", "kem_theo": None,
             "noi_dung": [{"loai": "doan", "dau": None, "van_ban": "Phiếu đăng ký dự thi."}]},
        ],
        "du_thao": "DỰ THẢO LẦN HAI",
        "do_mat": "MẬT",
        "do_khan": "HỎA TỐC",
        "pham_vi_luu_hanh": "LƯU HÀNH NỘI BỘ",
    }  # fmt: skip
