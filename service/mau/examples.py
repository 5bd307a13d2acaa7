"""Plans every template must render before it serves: with nothing but what is required, with everything, and with one
of what there may be several of, so that no branch is first taken for a user."""

from __future__ import annotations

from schemas.plan import Bang, BangNhiemVu, ChuKy, Doan, KeHoach, Khoi, Muc, NhiemVu, Nhom, O, PhuLuc, Run

_RUNS = (Run("chữ "), Run("đậm", dam=True))
_ROWS = (
    Nhom("Nhóm"),
    NhiemVu("Việc", "Quý I/2024", "Văn phòng", "A", "B", "C", "D", khac=("E",)),
    NhiemVu("Việc gộp", None, None, "A", "B", "C", "D", khac=("E",), stt="2a"),
)
_TABLE = BangNhiemVu(_ROWS, (("noi_dung", "Công việc"),), ("chu_tri", "phoi_hop", "san_pham", "ghi_chu"), ("Kinh phí",))
_DEEP: tuple[Muc, ...] = ()
for _level in range(11, 0, -1):
    _DEEP = (Muc(f"{_level}.", "Mục", (*_DEEP,)),)
_BODY: tuple[Khoi, ...] = (
    *_DEEP,
    *(Doan(_RUNS, dau) for dau in (None, "-", "+", "a)")),
    _TABLE,
    Bang(((O("a", 1, 2), O("b", 2)), (O("c"), O("d"))), dau_bang=True),
)
EXAMPLES = (
    KeHoach("CƠ QUAN"),
    KeHoach(
        "CƠ QUAN", "nd30", "CHỦ QUẢN", "02", "KH-CQ", "Hà Nội", "2024-01-11", "KẾ HOẠCH", "Trích yếu",
        ("Sở A", "Sở B"), ("Căn cứ", _RUNS), ("Mở đầu",), _BODY, ("Kết thúc",), ("Sở A", "Lưu"),
        (ChuKy(("TM. BAN",), "CHỦ TỊCH", "Nguyễn Văn A"), ChuKy(("KT. TRƯỞNG BAN",), "PHÓ BAN", None)),
        (PhuLuc("Phụ lục I", "TÊN", "(Kèm theo)", _BODY),), "DỰ THẢO", "MẬT", "KHẨN", "LƯU HÀNH NỘI BỘ",
    ),
    KeHoach(
        "CƠ QUAN", so="02", dia_danh="Thành phố có một cái tên dài quá một dòng", ngay_ban_hanh="2024-12-29",
        kinh_gui=("Sở A",), noi_nhan=("Lưu",), chu_ky=(ChuKy((), "CHỦ TỊCH", "Nguyễn Văn A"),),
        noi_dung=(BangNhiemVu((NhiemVu("Việc", "", "", chu_tri="A"),), (), ("chu_tri",)), Bang(((O("a"),),))),
    ),
)  # fmt: skip
