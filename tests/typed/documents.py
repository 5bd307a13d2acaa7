"""Documents as offices really lay them out, each unlike those of the corpus in its making; invented words, true truth."""

from __future__ import annotations

from typing import Any

from tests.typed.typing_desk import QUOC_HIEU, TIEU_NGU, Desk, Typed

RIGHT = [(QUOC_HIEU, "bc"), (TIEU_NGU, "bc")]


def signer(*lines: str, ho_ten: str | None = None) -> dict[str, Any]:
    return {"quyen_han": list(lines[:-1]), "chuc_vu": lines[-1] or None, "ho_ten": ho_ten}


def plan(
    body: str, number: str | None, sign: str | None, place: str | None, day: str | None, about: str | None, **more: Any
) -> dict[str, Any]:
    over, _, own = body.rpartition(" | ")
    return {
        "the_thuc": "nd30", "co_quan_chu_quan": over or None, "co_quan_ban_hanh": own, "so": number, "ky_hieu": sign,
        "dia_danh": place, "ngay_ban_hanh": day, "ten_loai": "KẾ HOẠCH", "trich_yeu": about,
    } | more  # fmt: skip


# --- a province: the letterhead in one table, the subject in capitals, numbers with two levels ------------------------
TINH = """
# I. MỤC ĐÍCH, YÊU CẦU
  # 1. Mục đích
    = a) Tạo chuyển biến mạnh mẽ về nhận thức của các cấp, các ngành, doanh nghiệp và người dân về vai trò của kinh tế số.
    = b) Cụ thể hóa các nhiệm vụ được giao tại Nghị quyết của Tỉnh ủy; bảo đảm tiến độ, chất lượng.
  # 2. Yêu cầu
    ~ Các sở, ban, ngành, địa phương xác định rõ nhiệm vụ, phân công người chịu trách nhiệm; định kỳ sơ kết, tổng kết.
# II. MỤC TIÊU
  # 1. Mục tiêu tổng quát
    ~ Đến năm 2027, tỉnh thuộc nhóm 20 địa phương dẫn đầu cả nước về chỉ số chuyển đổi số.
  # 2. Mục tiêu cụ thể
    # 2.1. Phát triển hạ tầng số
      - 100% xã, phường có cáp quang đến trung tâm; phủ sóng 5G tại các khu công nghiệp.
      - Tỷ lệ hộ gia đình có đường truyền cáp quang đạt trên 85%.
    # 2.2. Phát triển kinh tế số, xã hội số
      - Tỷ trọng kinh tế số đạt 20% GRDP.
# III. NHIỆM VỤ, GIẢI PHÁP
  = 1. **Sở Khoa học và Công nghệ:** chủ trì, phối hợp với các đơn vị liên quan tham mưu tổ chức thực hiện Kế hoạch này; báo cáo trước ngày 15/12 hằng năm.
  = 2. **Sở Tài chính:** cân đối, bố trí kinh phí theo phân cấp ngân sách.
  # 3. Ủy ban nhân dân các xã, phường:
    - Xây dựng kế hoạch của địa phương trước ngày 30/4/2026.
    - Bố trí cán bộ phụ trách.
"""


def tinh(d: Desk) -> None:
    d.side_by_side(
        [("ỦY BAN NHÂN DÂN\nTỈNH HOA LƯ", "bc"), "_______", "Số: 1087/KH-UBND"],
        [*RIGHT, "____________________", ("Hoa Lư, ngày 3 tháng 4 năm 2026", "ic")],
    )
    d.p()
    d.p("KẾ HOẠCH", "bc")
    d.p("PHÁT TRIỂN KINH TẾ SỐ, XÃ HỘI SỐ TRÊN ĐỊA BÀN TỈNH", "bc")
    d.p("GIAI ĐOẠN 2026 - 2030", "bc")
    d.p("______", "c")
    d.p(
        "Thực hiện Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia phát triển kinh tế số và xã hội số; theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 25/TTr-SKHCN, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:",
        "j",
        first=720,
    )
    d.body(heads="b/b/bi", first=720)
    d.p(
        "Trên đây là Kế hoạch phát triển kinh tế số, xã hội số của tỉnh; yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
        "j",
        first=720,
    )
    d.side_by_side(
        [
            ("Nơi nhận:", "bi"),
            ("- Bộ Khoa học và Công nghệ;", ""),
            ("- TT Tỉnh ủy, HĐND tỉnh;", ""),
            ("- Chủ tịch, các PCT UBND tỉnh;", ""),
            ("- Như mục III;", ""),
            ("- Lưu: VT, KGVX. (5b)", ""),
        ],
        [("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nTrần Quang Nghị", "bc")],
    )


# --- a commune: letterhead by tabs with a wrapped superior, tasks without times merged, blank number -------------------
XA = """
# I. MỤC TIÊU, YÊU CẦU
  + Nâng cao chất lượng giải quyết thủ tục hành chính.
  + Không để hồ sơ quá hạn.
# II. NỘI DUNG THỰC HIỆN
@bang
# III. KINH PHÍ
~ Từ nguồn ngân sách xã năm 2026.
"""


def xa_table(d: Desk) -> None:
    d.rows(
        ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian hoàn thành", "Kết quả"],
        ["I", "Công tác chỉ đạo, điều hành", "", "", ""],
        ["1", "Ban hành kế hoạch cải cách hành chính", "Văn phòng HĐND và UBND", "Tháng 01/2026", "Kế hoạch"],
        ["2", "Kiểm tra công vụ đột xuất", "Ban Chỉ đạo", "^", "Biên bản"],
        ["II", "Cải cách thủ tục hành chính", "", "", ""],
        ["3", "Niêm yết công khai thủ tục", "Trung tâm Phục vụ hành chính công", "Thường xuyên", ""],
    )


def xa(d: Desk) -> None:
    d.p("ỦY BAN NHÂN DÂN\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b")
    d.p("XÃ THANH LƯƠNG\t\tĐộc lập – Tự do – Hạnh phúc", "b")
    d.p("Số:        /KH-UBND\t\tThanh Lương, ngày      tháng 01 năm 2026")
    d.p("KẾ HOẠCH", "bc")
    d.p("Cải cách hành chính năm 2026", "bc")
    d.p("- Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh;", "j", first=567)
    d.p("- Căn cứ tình hình thực tế của địa phương.", "j", first=567)
    d.p("UBND xã Thanh Lương xây dựng kế hoạch cải cách hành chính năm 2026, cụ thể như sau:", "j", first=567)
    d.body()
    d.p(
        "Trên đây là kế hoạch cải cách hành chính năm 2026 của UBND xã. Đề nghị các bộ phận, các thôn phối hợp thực hiện.",
        "j",
        first=567,
    )
    d.p("Nơi nhận:\t\t\t\t\t\tTM. ỦY BAN NHÂN DÂN", "b")
    d.p("- UBND tỉnh;\t\t\t\t\t\t\tCHỦ TỊCH")
    d.p("- TT Đảng ủy, HĐND xã;")
    d.p("- Các thôn;")
    d.p("- Lưu VT.")


# --- a school: subject runs on from the type, section letters A B over I II, signed by two with the date above --------
TRUONG = """
# A. ĐẶC ĐIỂM TÌNH HÌNH
  # I. Thuận lợi
    - Đội ngũ giáo viên đạt chuẩn 100%.
    - Cơ sở vật chất cơ bản đáp ứng.
  # II. Khó khăn
    - Một số phụ huynh chưa quan tâm.
# B. NỘI DUNG KẾ HOẠCH
  # I. Chỉ tiêu phấn đấu
    # 1. Học sinh
      - Lên lớp thẳng: 98%.
    # 2. Giáo viên
      - 05 giáo viên giỏi cấp huyện.
  # II. Kế hoạch từng tháng
  @bang
"""


def truong_table(d: Desk) -> None:
    d.rows(
        ["Tháng", "Chủ điểm", "Nội dung công việc", "Người thực hiện", "Ghi chú"],
        ["Tháng 9/2025", "Chào năm học mới", "- Khai giảng năm học\n- Ổn định nền nếp", "Toàn trường", ""],
        ["Tháng 10/2025", "Chăm ngoan học giỏi", "- Hội nghị viên chức", "BGH, Công đoàn", ""],
    )


def truong(d: Desk) -> None:
    table = d.table(2, 2)
    d.cell(table.cell(0, 0), [("PHÒNG GD&ĐT THANH LÂM", "c"), ("TRƯỜNG TIỂU HỌC", "bc"), ("NGUYỄN VIẾT XUÂN", "bcu")])
    d.cell(table.cell(0, 1), [*RIGHT, "-----o0o-----"])
    d.cell(table.cell(1, 0), ["Số: 45/KH-THNVX"])
    d.cell(table.cell(1, 1), [("Thanh Lâm, ngày 15 tháng 09 năm 2025", "ic")])
    d.p("KẾ HOẠCH HOẠT ĐỘNG CỦA TỔ KHỐI 4", "bc")
    d.p("NĂM HỌC 2025 - 2026", "bc")
    d.p("Căn cứ Kế hoạch giáo dục năm học 2025 - 2026 của nhà trường;", "ij")
    d.p("Tổ khối 4 xây dựng kế hoạch hoạt động như sau:", "j")
    d.body(heads="b/b/bi", tab="  ")
    d.side_by_side(
        ["", ("DUYỆT CỦA BAN GIÁM HIỆU", "bc"), ("HIỆU TRƯỞNG", "bc"), "", "", ("Đinh Thị Lan Hương", "bc")],
        ["", ("NGƯỜI LẬP KẾ HOẠCH", "bc"), ("TỔ TRƯỞNG", "bc"), "", "", ("Phùng Thị Mai", "bc")],
    )


# --- a Party committee: no table, stars, `I-`, annex with a general table ------------------------------------------------
DANG_UY = """
# I- MỤC ĐÍCH, YÊU CẦU
  = 1- Quán triệt sâu sắc nội dung Nghị quyết đến cán bộ, đảng viên và Nhân dân.
  = 2- Việc học tập phải nghiêm túc, thiết thực, tránh hình thức.
# II- NỘI DUNG, HÌNH THỨC
  # 1- Nội dung
    - Học tập, quán triệt Nghị quyết Đại hội.
  # 2- Hình thức
    - Trực tiếp kết hợp trực tuyến.
# III- TỔ CHỨC THỰC HIỆN
  = 1- Ban Xây dựng Đảng Đảng ủy tham mưu tổ chức hội nghị; tổng hợp báo cáo kết quả.
  = 2- Các chi bộ trực thuộc xây dựng kế hoạch, gửi về Đảng ủy trước ngày 20/6/2026.
"""


def dang_uy(d: Desk) -> None:
    d.side_by_side(
        [("ĐẢNG BỘ TỈNH HOA LƯ", "c"), ("ĐẢNG ỦY XÃ THANH LƯƠNG", "bc"), "*", "Số 18-KH/ĐU"],
        [("ĐẢNG CỘNG SẢN VIỆT NAM", "bc"), "", "", ("Thanh Lương, ngày 05 tháng 6 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc", size=16)
    d.p("học tập, quán triệt và triển khai thực hiện Nghị quyết Đại hội", "bc")
    d.p("đại biểu Đảng bộ tỉnh lần thứ XX", "bc")
    d.p("-----", "c")
    d.p(
        "Thực hiện Kế hoạch số 05-KH/TU, ngày 15/5/2026 của Ban Thường vụ Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
        "j",
        first=720,
    )
    d.body(first=720)
    d.p("Yêu cầu các chi bộ nghiêm túc triển khai thực hiện Kế hoạch này.", "j", first=720)
    d.side_by_side(
        [
            ("Nơi nhận:", "u"),
            ("- Thường trực Tỉnh ủy (báo cáo),", ""),
            ("- Các đồng chí Đảng ủy viên,", ""),
            ("- Các chi bộ trực thuộc,", ""),
            ("- Lưu Văn phòng Đảng ủy.", ""),
        ],
        [("T/M BAN THƯỜNG VỤ", "bc"), ("PHÓ BÍ THƯ", "c"), "", "", ("Nông Văn Sáng", "bc")],
    )


# --- a decision that issues a plan: Điều, authority line, plan after the signature ----------------------------------------
QD = """
= Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống dịch bệnh năm 2026.
= Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
= Điều 3. Các khoa, phòng và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
"""
QD_KH = """
# I. MỤC TIÊU
  - Giảm tỷ lệ mắc và tử vong.
# II. HOẠT ĐỘNG
  = 1. Giám sát dịch tễ hằng tuần tại các khoa.
  = 2. Tập huấn cho 100% nhân viên.
"""


def quyet_dinh(d: Desk) -> None:
    d.side_by_side(
        [("SỞ Y TẾ HOA LƯ", "c"), ("BỆNH VIỆN ĐA KHOA\\nKHU VỰC PHÍA BẮC", "bc"), "Số: 312/QĐ-BVPB"],
        [*RIGHT, ("Hoa Lư, ngày 20 tháng 02 năm 2026", "ic")],
    )
    d.p("QUYẾT ĐỊNH", "bc")
    d.p("Về việc ban hành Kế hoạch phòng, chống dịch bệnh năm 2026", "bc")
    d.p("GIÁM ĐỐC BỆNH VIỆN ĐA KHOA KHU VỰC PHÍA BẮC", "bc")
    d.p("Căn cứ Luật Phòng, chống bệnh truyền nhiễm ngày 21 tháng 11 năm 2007;", "ij")
    d.p("Theo đề nghị của Trưởng phòng Kế hoạch tổng hợp.", "ij")
    d.p("QUYẾT ĐỊNH:", "bc")
    d.body(first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như Điều 3;", ""), ("- Sở Y tế (để b/c);", ""), ("- Lưu: VT, KHTH.", "")],
        [("GIÁM ĐỐC", "bc"), ("(Đã ký)", "ic"), ("BSCKII. Lường Văn Đại", "bc")],
    )
    d.document.add_page_break()
    d.p("KẾ HOẠCH", "bc")
    d.p("PHÒNG, CHỐNG DỊCH BỆNH NĂM 2026", "bc")
    d.p("(Ban hành kèm theo Quyết định số 312/QĐ-BVPB ngày 20 tháng 02 năm 2026 của Giám đốc Bệnh viện)", "ic")
    d.body(QD_KH)


# --- a công văn: no type, V/v below the number, Kính gửi to several ----------------------------------------------------
CV = """
= 1. Tổ chức rà soát toàn bộ hệ thống phòng cháy, chữa cháy tại đơn vị.
= 2. Báo cáo kết quả về Phòng trước ngày 25/3/2026.
"""


def cong_van(d: Desk) -> None:
    d.side_by_side(
        [
            ("UBND THÀNH PHỐ SƠN BÌNH", "c"),
            ("PHÒNG VĂN HÓA - XÃ HỘI", "bc"),
            "Số: 77/VHXH-GD",
            "V/v tăng cường công tác phòng cháy,",
            "chữa cháy trong trường học",
        ],
        [*RIGHT, ("Sơn Bình, ngày 10 tháng 3 năm 2026", "ic")],
    )
    d.p("Kính gửi:", "c")
    d.p("- Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở;", left=2800)
    d.p("- Giám đốc Trung tâm Học tập cộng đồng.", left=2800)
    d.p(
        "Thực hiện Công văn số 321/UBND-NC ngày 02/3/2026 của UBND thành phố về công tác phòng cháy, chữa cháy, Phòng Văn hóa - Xã hội đề nghị các đơn vị thực hiện một số nội dung sau:",
        "j",
        first=567,
    )
    d.body()
    d.p("Nhận được Công văn này, đề nghị các đơn vị nghiêm túc thực hiện./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như trên;", ""), ("- UBND thành phố (b/c);", ""), ("- Lưu: VT.", "")],
        [("KT. TRƯỞNG PHÒNG", "bc"), ("PHÓ TRƯỞNG PHÒNG", "bc"), "", ("Mai Hồng Quân", "bc")],
    )


# --- Youth Union: its own letterhead, automatic numbers and bullets ----------------------------------------------------
DOAN = """
# I. MỤC ĐÍCH, YÊU CẦU
  - Phát huy vai trò xung kích của tuổi trẻ.
  - Hoạt động thiết thực, an toàn.
# II. NỘI DUNG
  # 1. Ra quân chiến dịch
    - Thời gian: 7h30, ngày 01/6/2026.
  # 2. Các hoạt động trọng tâm
    - Xây dựng 02 tuyến đường thanh niên.
# III. TỔ CHỨC THỰC HIỆN
  # 1. Ban Thường vụ Huyện đoàn
    - Ban hành kế hoạch.
  # 2. Đoàn cơ sở
    - Báo cáo trước ngày 15/8/2026.
"""


def doan(d: Desk) -> None:
    d.side_by_side(
        [("TỈNH ĐOÀN HOA LƯ", "c"), ("BCH ĐOÀN HUYỆN KIM SƠN", "bc"), "***", "Số: 25-KH/HĐTN"],
        [("ĐOÀN TNCS HỒ CHÍ MINH", "bcu"), ("Kim Sơn, ngày 12 tháng 5 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2026", "bc")
    d.p("---------", "c")
    d.p(
        "Thực hiện Kế hoạch số 101-KH/TĐTN ngày 20/4/2026 của Ban Thường vụ Tỉnh đoàn, Ban Thường vụ Huyện đoàn ban hành kế hoạch như sau:",
        "j",
    )
    d.body(auto="#-", heads="b")
    d.p("Trên đây là kế hoạch tổ chức Chiến dịch, đề nghị các cơ sở Đoàn triển khai thực hiện.", "j")
    d.side_by_side(
        [("Nơi nhận:", "b"), ("- Ban Thường vụ Tỉnh đoàn;", ""), ("- Các cơ sở Đoàn;", ""), ("- Lưu VP.", "")],
        [("TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN", "bc"), ("BÍ THƯ", "bc"), "", ("Hoàng Thị Thu Trang", "bc")],
    )


# --- Women's Union: letterhead stacked and centred, everything a paragraph, signature to the right ---------------------
PHU_NU = """
# 1. Mục đích:
  ~ Động viên chị em tích cực tham gia phong trào thi đua.
# 2. Nội dung:
  # a) Công tác tuyên truyền
    - Tổ chức 03 buổi truyền thông tại các chi hội.
  # b) Công tác an sinh xã hội
    - Tặng 50 suất quà cho phụ nữ nghèo.
# 3. Thời gian, địa điểm:
  - Thời gian: từ ngày 01/3 đến ngày 08/3/2026.
  - Địa điểm: hội trường xã.
"""


def phu_nu(d: Desk) -> None:
    d.p(QUOC_HIEU, "bc")
    d.p(TIEU_NGU, "bc")
    d.p("----------***----------", "c")
    d.p("HỘI LHPN XÃ THANH LƯƠNG", "b")
    d.p("Số: 03/KH-HPN")
    d.p("Thanh Lương, ngày 20 tháng 02 năm 2026", "ir")
    d.p("KẾ HOẠCH", "bc")
    d.p("V/v tổ chức các hoạt động kỷ niệm Ngày Quốc tế Phụ nữ 8/3", "bc")
    d.p("Căn cứ chương trình công tác năm 2026 của Hội LHPN xã;", "j", first=567)
    d.p("Ban Thường vụ Hội LHPN xã xây dựng kế hoạch như sau:", "j", first=567)
    d.body(heads="b/")
    d.p("Trên đây là kế hoạch của Hội LHPN xã, đề nghị các chi hội thực hiện./.", "j", first=567)
    d.p("TM. BAN THƯỜNG VỤ", "b", left=5000)
    d.p("CHỦ TỊCH", "b", left=5600)
    d.p()
    d.p("Lộc Thị Vân", "b", left=5500)
    d.p("Nơi nhận:", "bi")
    d.p("- Đảng ủy, UBND xã;", size=11)
    d.p("- Các chi hội;", size=11)
    d.p("- Lưu: Hội.", size=11)


# --- police: 2x2 table, wrapped issuer, three signing lines, recipients with commas ------------------------------------
CONG_AN = """
# I. TÌNH HÌNH
  ~ Thời gian qua, tình hình trật tự an toàn giao thông trên địa bàn cơ bản ổn định.
  ~ Tuy nhiên, tai nạn giao thông còn diễn biến phức tạp.
# II. MỤC ĐÍCH, YÊU CẦU
  = 1. Kéo giảm tai nạn giao thông trên cả 03 tiêu chí.
  = 2. Lực lượng tuần tra, kiểm soát thực hiện đúng quy trình; ứng xử văn minh.
# III. PHÂN CÔNG NHIỆM VỤ
  # 1. Đội Cảnh sát giao thông - trật tự
    = 1.1. Chủ trì tham mưu thực hiện Kế hoạch.
    = 1.2. Bố trí lực lượng tuần tra khép kín.
  # 2. Công an các xã
    = 2.1. Tổ chức ký cam kết.
"""


def cong_an(d: Desk) -> None:
    table = d.table(2, 2)
    d.cell(
        table.cell(0, 0), [("CÔNG AN TỈNH HOA LƯ", "c"), ("CÔNG AN HUYỆN KIM SƠN", "bc"), ("Số:  215 /KH-CAH-GT", "c")]
    )
    d.cell(table.cell(0, 1), RIGHT)
    d.cell(table.cell(1, 1), [("Kim Sơn, ngày 02 tháng 01 năm 2026", "ic")])
    d.p("KẾ HOẠCH", "bc")
    d.p("Bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán Bính Ngọ\\nvà Lễ hội Xuân năm 2026", "bc")
    d.p(
        "Thực hiện Kế hoạch số 11/KH-CAT-PC08 ngày 20/12/2025 của Công an tỉnh, Công an huyện xây dựng Kế hoạch như sau:",
        "j",
        first=567,
    )
    d.body()
    d.p(
        "Trên đây là Kế hoạch bảo đảm trật tự, an toàn giao thông. Yêu cầu các đơn vị nghiêm túc thực hiện./.",
        "j",
        first=567,
    )
    d.side_by_side(
        [
            ("Nơi nhận:", "bi"),
            (
                "- Công an tỉnh (PC08) (b/c);\n- Đ/c Trưởng Công an huyện (b/c);\n- Các Đội, Công an xã (t/h);\n- Lưu: CAH, GT.",
                "",
            ),
        ],
        [("KT. TRƯỞNG CÔNG AN HUYỆN\nPHÓ TRƯỞNG CÔNG AN HUYỆN", "bc"), "", "", ("Thượng tá Vi Văn Thành", "bc")],
    )


# --- an SOE: Heading styles with typed numbers, budget table, annexes with table and list -------------------------------
CTY = """
# 1. Căn cứ xây dựng kế hoạch
  - Nghị quyết Đại hội đồng cổ đông năm 2026.
# 2. Mục tiêu sản xuất, kinh doanh
  # 2.1. Sản lượng
    ~ Sản lượng nước thương phẩm đạt 12,5 triệu m3.
  # 2.2. Doanh thu
    ~ Doanh thu đạt 98 tỷ đồng.
# 3. Dự toán
  @tien
# 4. Tổ chức thực hiện
  - Các phòng, xí nghiệp triển khai theo Phụ lục 1 và Phụ lục 2.
"""
CTY_1 = """
@viec
"""
CTY_2 = """
= 1. Ông Trần Văn Kha - Phó Giám đốc, Trưởng ban.
= 2. Bà Lê Thị Sen - Kế toán trưởng, thành viên.
"""


def cty_tien(d: Desk) -> None:
    d.rows(
        ["STT", "Nội dung chi", "Số lượng", "Đơn giá", "Thành tiền"],
        ["1", "Thay ống D110", "200 m", "350.000", "70.000.000"],
        ["", "Tổng cộng", "", "", "70.000.000"],
    )


def cty_viec(d: Desk) -> None:
    d.rows(
        ["Stt", "Công việc", "Người phụ trách", "Phối hợp", "Bắt đầu", "Hạn hoàn thành"],
        ["1", "Khảo sát tuyến ống", "P. Kỹ thuật", "XN số 1", "02/3", "15/3"],
        ["2", "Thi công", "XN số 1", "P. Kế hoạch", "16/3", "30/6"],
    )


def cong_ty(d: Desk) -> None:
    d.side_by_side(
        [("TỔNG CÔNG TY CẤP NƯỚC HOA LƯ", "c"), ("CÔNG TY CỔ PHẦN\nCẤP NƯỚC KIM SƠN", "bc"), "Số: 09/2026/KH-CNKS"],
        [*RIGHT, ("Kim Sơn, ngày 28 tháng 02 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Sản xuất, kinh doanh năm 2026", "bc")
    d.body(style=True)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- HĐQT (b/c);", ""), ("- Các phòng, XN;", ""), ("- Lưu: VT.", "")],
        [("TỔNG GIÁM ĐỐC", "bc"), "", ("Tạ Quốc Bảo", "bc")],
    )
    d.document.add_page_break()
    d.p("PHỤ LỤC 1: TIẾN ĐỘ THỰC HIỆN", "bc")
    d.p("(Kèm theo Kế hoạch số 09/2026/KH-CNKS ngày 28/02/2026)", "ic")
    d.body(CTY_1)
    d.p("PHỤ LỤC 2", "bc")
    d.p("DANH SÁCH BAN CHỈ ĐẠO", "bc")
    d.body(CTY_2)


# --- a report (báo cáo): Kính gửi, Phần over lines, lower-case headings -------------------------------------------------
BC = """
! Phần thứ nhất | KẾT QUẢ THỰC HIỆN NĂM 2025
  # I. Kết quả đạt được
    # 1. Về công tác lãnh đạo, chỉ đạo
      ~ Trung tâm đã ban hành 15 văn bản chỉ đạo.
    # 2. Về chuyên môn
      ~ Khám bệnh cho 25.000 lượt người.
  # II. Tồn tại, hạn chế
    ~ Thiếu bác sĩ chuyên khoa.
! Phần thứ hai | PHƯƠNG HƯỚNG NĂM 2026
  = 1. Tiếp tục nâng cao chất lượng khám, chữa bệnh.
  = 2. Đẩy mạnh ứng dụng công nghệ thông tin.
"""


def bao_cao(d: Desk) -> None:
    d.side_by_side(
        [("SỞ Y TẾ HOA LƯ", "c"), ("TRUNG TÂM Y TẾ KIM SƠN", "bc"), "Số: 401/BC-TTYT"],
        [*RIGHT, ("Kim Sơn, ngày 15 tháng 12 năm 2025", "ic")],
    )
    d.p("BÁO CÁO", "bc")
    d.p("Kết quả công tác năm 2025 và phương hướng, nhiệm vụ năm 2026", "bc")
    d.p("Kính gửi: Sở Y tế tỉnh Hoa Lư", "c")
    d.p(
        "Thực hiện Công văn số 999/SYT-VP ngày 01/12/2025 của Sở Y tế, Trung tâm Y tế Kim Sơn báo cáo như sau:",
        "j",
        first=567,
    )
    d.body(heads="b")
    d.p("Trên đây là báo cáo kết quả công tác năm 2025 của Trung tâm Y tế Kim Sơn./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như trên;", ""), ("- Lưu: VT, KHTH.", "")],
        [("Q. GIÁM ĐỐC", "bc"), "", ("Đèo Văn Ún", "bc")],
    )


# --- notice with the place and date only in the signature; no number ---------------------------------------------------
TB = """
= 1. Thời gian: 14 giờ 00 ngày 20/8/2026 (thứ Năm).
= 2. Địa điểm: Nhà văn hóa thôn Đồi.
# 3. Thành phần
  - Toàn thể chủ hộ trong thôn.
"""


def thong_bao(d: Desk) -> None:
    d.side_by_side([("UBND XÃ THANH LƯƠNG", "c"), ("THÔN ĐỒI", "bc")], RIGHT)
    d.p("THÔNG BÁO", "bc")
    d.p("Về việc họp thôn quý III năm 2026", "bc")
    d.p("Ban quản lý thôn Đồi thông báo họp thôn như sau:", "j", first=567)
    d.body(heads="")
    d.p("Đề nghị các hộ tham dự đầy đủ, đúng giờ./.", "j", first=567)
    d.side_by_side(
        [""],
        [
            ("Thôn Đồi, ngày 15 tháng 8 năm 2026", "ic"),
            ("TRƯỞNG THÔN", "bc"),
            ("(Ký, ghi rõ họ tên)", "ic"),
            ("Quách Văn Lợi", "bc"),
        ],
    )


# --- proposal to a council (tờ trình), draft mark as a line, blank date ----------------------------------------------
TT = """
# I. SỰ CẦN THIẾT
~ Việc ban hành Nghị quyết là cần thiết.
# II. NỘI DUNG CHÍNH
  = 1. Phạm vi điều chỉnh: quy định mức hỗ trợ cho người cao tuổi.
  = 2. Đối tượng áp dụng: người từ đủ 80 tuổi trở lên.
"""


def to_trinh(d: Desk) -> None:
    d.p("DỰ THẢO LẦN 2", "br")
    d.side_by_side(
        [("ỦY BAN NHÂN DÂN", "bc"), ("THÀNH PHỐ SƠN BÌNH", "bc"), "Số:      /TTr-UBND"],
        [*RIGHT, ("Sơn Bình, ngày ... tháng ... năm 2026", "ic")],
    )
    d.p("TỜ TRÌNH", "bc")
    d.p("Về dự thảo Nghị quyết quy định mức hỗ trợ người cao tuổi", "bc")
    d.p("Kính gửi: Hội đồng nhân dân thành phố", "c")
    d.p("Căn cứ Luật Người cao tuổi năm 2009;", "ij", first=567)
    d.p(
        "Ủy ban nhân dân thành phố kính trình Hội đồng nhân dân thành phố xem xét dự thảo Nghị quyết như sau:",
        "j",
        first=567,
    )
    d.body()
    d.p("Ủy ban nhân dân thành phố kính trình Hội đồng nhân dân thành phố xem xét, quyết định./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như trên;", ""), ("- TT Thành ủy;", ""), ("- Lưu: VT, VHXH.", "")],
        [("TM. ỦY BAN NHÂN DÂN", "bc"), ("CHỦ TỊCH", "bc")],
    )


# --- a plan without any letterhead and recipients; two-level table heading; split table ------------------------------
TRAN = """
# I/ Mục tiêu:
- Nâng cao chất lượng dạy học.
# II/ Phân công:
@bang
~ Ghi chú: có thể điều chỉnh theo thực tế.
"""


def tran_table(d: Desk) -> None:
    table = d.table(4, 5, grid=True)
    for c, text in enumerate(["STT", "Nội dung", "Thời gian", "Phân công", ""]):
        d.cell(table.cell(0, c), [(text, "bc")])
    table.cell(0, 3).merge(table.cell(0, 4))
    for c, text in enumerate(["", "", "", "Chủ trì", "Phối hợp"]):
        d.cell(table.cell(1, c), [(text, "bc")])
    for c in range(3):
        table.cell(0, c).merge(table.cell(1, c))
    for r, row in enumerate(
        [
            ["1", "Dạy chuyên đề Toán", "Tuần 5", "Cô Hiền", "Tổ 2, 3"],
            ["2", "Thi viết chữ đẹp", "Tuần 9", "Thầy Toàn", "Cả khối"],
        ],
        2,
    ):
        for c, text in enumerate(row):
            d.cell(table.cell(r, c), [(text, "")])


def khong_dau(d: Desk) -> None:
    d.p("KẾ HOẠCH", "bc")
    d.p("Hoạt động chuyên môn khối 2", "bc")
    d.p("Căn cứ kế hoạch của nhà trường, khối 2 xây dựng kế hoạch chuyên môn như sau:", "j")
    d.body(heads="bu")
    d.p("KHỐI TRƯỞNG", "b", left=5600)
    d.p("Ma Thị Hiền", "b", left=5600)


# --- guidance (hướng dẫn): Chương / Mục / Điều? no: numbers 1. 1.1 a) with colon titles; foot page numbers ------------
HD = """
# I. ĐỐI TƯỢNG ÁP DỤNG
~ Cán bộ, đoàn viên công đoàn trong toàn tỉnh.
# II. NỘI DUNG HƯỚNG DẪN
  # 1. Về công tác tổ chức đại hội
    # 1.1. Chuẩn bị đại hội
      = a) Xây dựng báo cáo chính trị.
      = b) Chuẩn bị nhân sự ban chấp hành.
    # 1.2. Tiến hành đại hội
      ~ Đại hội được tiến hành theo Điều lệ.
  # 2. Về công tác tuyên truyền
    ~ Tuyên truyền bằng nhiều hình thức.
# III. TỔ CHỨC THỰC HIỆN
~ Hướng dẫn này được phổ biến đến các công đoàn cơ sở.
"""


def huong_dan(d: Desk) -> None:
    d.side_by_side(
        [("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "c"), ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HOA LƯ", "bc"), "Số: 33/HD-LĐLĐ"],
        [*RIGHT, ("Hoa Lư, ngày 09 tháng 7 năm 2026", "ic")],
    )
    d.p("HƯỚNG DẪN", "bc")
    d.p("Tổ chức đại hội công đoàn các cấp", "bc")
    d.p("Căn cứ Điều lệ Công đoàn Việt Nam khóa XIII;", "ij", first=567)
    d.p("Ban Thường vụ Liên đoàn Lao động tỉnh hướng dẫn tổ chức đại hội công đoàn các cấp như sau:", "j", first=567)
    d.body(heads="b/b/bi", indent=True)
    d.p("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Liên đoàn Lao động tỉnh./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Tổng Liên đoàn (b/c);", ""), ("- LĐLĐ các huyện;", ""), ("- Lưu: VP, TC.", "")],
        [
            ("TM. BAN THƯỜNG VỤ", "bc"),
            ("KT. CHỦ TỊCH", "bc"),
            ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "bc"),
            "",
            ("Lò Thị Én", "bc"),
        ],
    )


# --- resolution of a people's council: QUYẾT NGHỊ, Điều with titles ---------------------------------------------------
NQ = """
# Điều 1. Phạm vi điều chỉnh
~ Nghị quyết này quy định mức thu phí tham quan.
# Điều 2. Mức thu
  = 1. Người lớn: 40.000 đồng/lượt.
  = 2. Trẻ em: 20.000 đồng/lượt.
= Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.
"""


def nghi_quyet(d: Desk) -> None:
    d.side_by_side(
        [("HỘI ĐỒNG NHÂN DÂN", "bc"), ("TỈNH HOA LƯ", "bc"), "Số: 08/2026/NQ-HĐND"],
        [*RIGHT, ("Hoa Lư, ngày 12 tháng 7 năm 2026", "ic")],
    )
    d.p("NGHỊ QUYẾT", "bc")
    d.p("Quy định mức thu phí tham quan danh lam thắng cảnh", "bc")
    d.p("HỘI ĐỒNG NHÂN DÂN TỈNH HOA LƯ", "bc")
    d.p("KHÓA XVIII, KỲ HỌP THỨ 12", "bc")
    d.p("Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;", "ij")
    d.p("Xét Tờ trình số 55/TTr-UBND ngày 20 tháng 6 năm 2026 của Ủy ban nhân dân tỉnh.", "ij")
    d.p("QUYẾT NGHỊ:", "bc")
    d.body(heads="b")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Ủy ban Thường vụ Quốc hội;", ""), ("- Lưu: VT.", "")],
        [("CHỦ TỊCH", "bc"), "", ("Bạch Quang Huy", "bc")],
    )


# --- Google-Docs-like: body in runs, bold headings without numbers, agenda by the hour ------------------------------
GG = """
~ **MỤC ĐÍCH**
~ Tạo sân chơi lành mạnh cho học sinh.
~ **THỜI GIAN, ĐỊA ĐIỂM**
● Thời gian: sáng thứ Bảy, ngày 14/11/2026
● Địa điểm: sân trường
~ **CHƯƠNG TRÌNH**
@lich
"""


def gg_table(d: Desk) -> None:
    d.rows(
        ["Thời gian", "Nội dung", "Phụ trách"],
        ["7h00 - 7h30", "Đón khách", "Tổ Văn phòng"],
        ["7h30 - 8h00", "Khai mạc", "Thầy Dũng"],
    )


def google(d: Desk) -> None:
    d.side_by_side(
        [("SỞ GD&ĐT HOA LƯ", "c"), ("TRƯỜNG THPT KIM SƠN B", "bc"), "Số: 112/KH-THPTKSB"],
        [*RIGHT, ("Kim Sơn, ngày 01 tháng 11 năm 2026", "ic")],
        grid=True,
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Tổ chức Ngày hội STEM năm học 2026 - 2027", "bc")
    d.p("Thực hiện kế hoạch năm học, Trường THPT Kim Sơn B tổ chức Ngày hội STEM như sau:")
    d.body(first=0)
    d.p("Trên đây là kế hoạch tổ chức Ngày hội STEM, đề nghị các bộ phận thực hiện tốt.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("Sở GD&ĐT (báo cáo)", ""), ("Các tổ chuyên môn", ""), ("Lưu VT", "")],
        [("HIỆU TRƯỞNG", "bc"), "", ("Tống Khánh Linh", "bc")],
        grid=True,
    )


# --- joint plan with three signers in two rows of a table, steps as headings ------------------------------------------
LT = """
# I. NỘI DUNG PHỐI HỢP
  # Bước 1: Khảo sát
    - Khảo sát nhu cầu học nghề.
  # Bước 2: Tổ chức lớp
    - Mở 03 lớp nghề.
# II. TRÁCH NHIỆM
  # 1. Hội Nông dân
    - Vận động hội viên.
"""


def lien_tich(d: Desk) -> None:
    d.side_by_side(
        [("HỘI NÔNG DÂN - HỘI PHỤ NỮ - ĐOÀN THANH NIÊN", "bc"), ("XÃ THANH LƯƠNG", "bc"), "Số: 01/KHLT"],
        [*RIGHT, ("Thanh Lương, ngày 05 tháng 01 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH LIÊN TỊCH", "bc")
    d.p("Phối hợp đào tạo nghề cho hội viên, đoàn viên năm 2026", "bc")
    d.p("Để thực hiện tốt công tác đào tạo nghề, ba tổ chức thống nhất kế hoạch phối hợp như sau:", "j", first=567)
    d.body()
    d.p("Trên đây là kế hoạch liên tịch giữa ba tổ chức./.", "j", first=567)
    table = d.table(2, 3)
    for c, (office, name) in enumerate(
        [
            ("TM. BTV HỘI NÔNG DÂN\nCHỦ TỊCH", "Phan Văn Tại"),
            ("TM. BTV HỘI LHPN\nCHỦ TỊCH", "Lộc Thị Vân"),
            ("TM. BCH ĐOÀN\nBÍ THƯ", "Hà Minh Đức"),
        ]
    ):
        d.cell(table.cell(0, c), [(part, "bc") for part in office.split("\n")])
        d.cell(table.cell(1, c), ["", (name, "bc")])
    d.p("Nơi nhận:", "bi")
    d.p("- Đảng ủy, UBND xã;")
    d.p("- Các chi hội, chi đoàn;")
    d.p("- Lưu: VP.")


# --- department plan with a long superior, spaces for the signature, no closing, footer number in text ---------------
PHONG = """
# 1. MỤC ĐÍCH
~ Kịp thời phát hiện, chấn chỉnh thiếu sót trong quản lý tài chính.
# 2. NỘI DUNG KIỂM TRA
  = 2.1 Kiểm tra việc lập, chấp hành dự toán.
  = 2.2 Kiểm tra công tác mua sắm tài sản công.
# 3. LỊCH KIỂM TRA
@bang
# 4. TỔ CHỨC THỰC HIỆN
- Các đơn vị chuẩn bị hồ sơ, tài liệu.
- Đoàn kiểm tra báo cáo kết quả trước ngày 30/11/2026.
"""


def phong_table(d: Desk) -> None:
    d.rows(
        ["STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"],
        ["1", "Trường Mầm non Hoa Sen", "05/10/2026"],
        ["2", "Trường THCS Kim Đồng", "07/10/2026"],
    )


def phong(d: Desk) -> None:
    d.p("          UBND HUYỆN KIM SƠN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    d.p("     **PHÒNG TÀI CHÍNH - KẾ HOẠCH**                       **Độc lập - Tự do - Hạnh phúc**")
    d.p("     Số: 61/KH-TCKH                              Kim Sơn, ngày 21 tháng 9 năm 2026")
    d.p("KẾ HOẠCH", "bc")
    d.p("Kiểm tra công tác tài chính năm 2026", "bc")
    d.p(
        "Thực hiện chương trình công tác năm 2026, Phòng Tài chính - Kế hoạch xây dựng kế hoạch kiểm tra như sau:",
        "j",
        first=567,
    )
    d.body(heads="b")
    d.p("Nơi nhận:                                                        TRƯỞNG PHÒNG", "b")
    d.p("- UBND huyện;")
    d.p("- Các trường;")
    d.p("- Lưu: VT.")
    d.p("                                                                          Chu Văn Hạnh", "b")


# --- instructions (chỉ thị), long paragraphs numbered, everything plain -------------------------------------------------
CT = """
= 1. Các cơ quan, đơn vị quán triệt đến toàn thể cán bộ, công chức, viên chức việc chấp hành nghiêm kỷ luật, kỷ cương hành chính.
= 2. Giao Văn phòng HĐND và UBND huyện:
  = a) Chủ trì tham mưu kiểm tra đột xuất.
  = b) Tổng hợp, báo cáo kết quả.
= 3. Chủ tịch UBND các xã chịu trách nhiệm tổ chức thực hiện Chỉ thị này.
"""


def chi_thi(d: Desk) -> None:
    d.side_by_side(
        [("ỦY BAN NHÂN DÂN", "bc"), ("HUYỆN KIM SƠN", "bc"), "Số: 02/CT-UBND"],
        [*RIGHT, ("Kim Sơn, ngày 8 tháng 01 năm 2026", "ic")],
    )
    d.p("CHỈ THỊ", "bc")
    d.p("Về việc tăng cường kỷ luật, kỷ cương hành chính", "bc")
    d.p(
        "Thời gian qua, việc chấp hành kỷ luật, kỷ cương hành chính tại một số cơ quan chưa nghiêm. Để khắc phục tình trạng trên, Chủ tịch Ủy ban nhân dân huyện yêu cầu:",
        "j",
        first=567,
    )
    d.body()
    d.p("Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- TT Huyện ủy;", ""), ("- Các xã;", ""), ("- Lưu: VT.", "")],
        [("CHỦ TỊCH", "bc"), "", ("Lê Ngọc Hân", "bc")],
    )


# --- a plan whose signature stands above a sign-off sheet and a list without the word Phụ lục ------------------------
KY = """
# I. MỤC ĐÍCH
- Chăm lo đời sống đoàn viên.
# II. NỘI DUNG
@bang
"""
KY_DS = """
@ds
"""


def ky_table(d: Desk) -> None:
    d.rows(
        ["TT", "Nội dung thực hiện", "Bộ phận thực hiện", "Thời gian"],
        ["1", "Thăm hỏi đoàn viên ốm đau", "Tổ công đoàn", "Cả năm"],
        ["2", "Tổ chức tham quan", "BCH", "Tháng 7"],
    )


def ky_list(d: Desk) -> None:
    d.rows(["TT", "Họ và tên", "Tổ", "Ghi chú"], ["1", "Lê Thị Na", "Toán", ""], ["2", "Vũ Văn Nam", "Văn", ""])


def danh_sach(d: Desk) -> None:
    d.side_by_side(
        [("CÔNG ĐOÀN GIÁO DỤC KIM SƠN", "c"), ("CĐCS TRƯỜNG THCS KIM ĐỒNG", "bc"), "Số: 04/KH-CĐCS"],
        [*RIGHT, ("Kim Sơn, ngày 06 tháng 02 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Chăm lo đời sống đoàn viên năm 2026", "bc")
    d.p("Ban Chấp hành Công đoàn Trường THCS Kim Đồng xây dựng kế hoạch như sau:", "j", first=567)
    d.body()
    d.p("Trên đây là kế hoạch chăm lo đời sống đoàn viên năm 2026.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- CĐGD huyện;", ""), ("- Lưu CĐ.", "")],
        [("TM. BAN CHẤP HÀNH", "bc"), ("CHỦ TỊCH", "bc"), "", ("Tô Hải Yến", "bc")],
    )
    d.document.add_page_break()
    d.p("DANH SÁCH ĐOÀN VIÊN ĐƯỢC HỖ TRỢ NĂM 2026", "bc")
    d.body(KY_DS)


# --- programme (chương trình) with roman headings not bold, items a) on level two, recipients numbered? plain ----------
CTR = """
# I. NHIỆM VỤ TRỌNG TÂM
  # 1. Công tác xây dựng Đảng
    = a) Tổ chức sinh hoạt chi bộ thường kỳ vào ngày 05 hằng tháng;
    = b) Kết nạp 02 đảng viên mới;
    = c) Kiểm tra việc nộp đảng phí.
  # 2. Công tác chính quyền
    = a) Thu ngân sách đạt dự toán;
    = b) Giải ngân 100% vốn đầu tư công.
# II. CÁC CUỘC HỌP
  ~ Họp giao ban vào sáng thứ Hai hằng tuần.
"""


def chuong_trinh(d: Desk) -> None:
    d.side_by_side(
        [("HUYỆN ỦY KIM SƠN", "c"), ("CHI BỘ VĂN PHÒNG", "bc"), "*", "Số 07-CTr/CB"],
        [("ĐẢNG CỘNG SẢN VIỆT NAM", "bcu"), ("Kim Sơn, ngày 02 tháng 01 năm 2026", "ic")],
    )
    d.p("CHƯƠNG TRÌNH", "bc")
    d.p("công tác quý I năm 2026", "bc")
    d.p("Căn cứ Nghị quyết của Chi bộ, Chi bộ Văn phòng xây dựng chương trình công tác quý I như sau:", "j", first=567)
    d.body(heads="/i")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Huyện ủy,", ""), ("- Đảng viên trong chi bộ,", ""), ("- Lưu.", "")],
        [("T/M CHI BỘ", "bc"), ("BÍ THƯ", "bc"), "", ("Nguyễn Khắc Tùng", "bc")],
    )


# --- ward: split table over a page without heading, subject in one paragraph with the type by Shift+Enter -------------
PH = """
# I. NỘI DUNG
@bang
# II. TỔ CHỨC THỰC HIỆN
  # 1. Công an phường
    - Chủ trì thực hiện.
"""


def ph_table(d: Desk) -> None:
    d.rows(
        ["STT", "Nội dung", "Thời gian", "Đơn vị chủ trì"],
        ["1", "Ra quân tuyên truyền", "Tháng 4", "Công an phường"],
        ["2", "Kiểm tra phương tiện", "Tháng 5", "Công an phường"],
    )
    d.p()
    d.rows(
        ["3", "Xử lý vi phạm", "Tháng 6", "Công an phường"], ["4", "Tổng kết", "Tháng 12", "UBND phường"], head=False
    )


def phuong(d: Desk) -> None:
    table = d.table(1, 3)
    d.cell(table.cell(0, 0), [("UBND QUẬN NAM THÀNH", "c"), ("UBND PHƯỜNG 5", "bc"), "Số: 19/KH-UBND"])
    d.cell(table.cell(0, 2), [*RIGHT, ("Phường 5, ngày 30 tháng 3 năm 2024", "ic")])
    d.p("KẾ HOẠCH\\nLập lại trật tự lòng lề đường năm 2024", "bc")
    d.p("Thực hiện Kế hoạch số 50/KH-UBND của UBND quận, UBND phường 5 xây dựng kế hoạch như sau:", "j", first=567)
    d.body()
    d.p("Trên đây là Kế hoạch lập lại trật tự lòng lề đường năm 2024 của UBND phường 5.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- UBND quận;", ""), ("- Các ban, ngành phường;", ""), ("- Lưu: VT.", "")],
        [("CHỦ TỊCH", "bc"), "", ("Trương Gia Bảo", "bc")],
    )


# --- steering board: superior and issuer both plain, signed KT. of a board with two offices ----------------------------
BCD = """
# 1. Mục đích
- Huy động sức mạnh tổng hợp của cả hệ thống chính trị.
# 2. Nội dung
  = 2.1. Tuyên truyền trên hệ thống loa truyền thanh.
  = 2.2. Ra quân tổng vệ sinh môi trường.
"""


def ban_chi_dao(d: Desk) -> None:
    d.side_by_side(
        [
            ("UBND HUYỆN KIM SƠN", "c"),
            ("BAN CHỈ ĐẠO PHONG TRÀO", "c"),
            ("“TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”", "c"),
            "Số: 03/KH-BCĐ",
        ],
        [*RIGHT, ("Kim Sơn, ngày 14 tháng 4 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Triển khai phong trào năm 2026", "bc")
    d.p("Ban Chỉ đạo phong trào huyện xây dựng kế hoạch như sau:", "j", first=567)
    d.body(heads="b")
    d.p("Trên đây là kế hoạch triển khai phong trào năm 2026./.", "j", first=567)
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- BCĐ tỉnh;", ""), ("- Thành viên BCĐ huyện;", ""), ("- Lưu: BCĐ.", "")],
        [("TM. BAN CHỈ ĐẠO", "bc"), ("KT. TRƯỞNG BAN", "bc"), ("PHÓ TRƯỞNG BAN", "bc"), "", ("Phạm Đình Trọng", "bc")],
    )


def D(text: str, dau: str | None = None) -> dict[str, Any]:
    return {"loai": "doan", "dau": dau, "van_ban": text}


DOCUMENTS = [
    Typed(
        "tinh",
        tinh,
        plan(
            "ỦY BAN NHÂN DÂN TỈNH HOA LƯ",
            "1087",
            "KH-UBND",
            "Hoa Lư",
            "2026-04-03",
            "PHÁT TRIỂN KINH TẾ SỐ, XÃ HỘI SỐ TRÊN ĐỊA BÀN TỈNH GIAI ĐOẠN 2026 - 2030",
            mo_dau=[
                "Thực hiện Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia phát triển kinh tế số và xã hội số; theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 25/TTr-SKHCN, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:"
            ],
            ket_thuc=[
                "Trên đây là Kế hoạch phát triển kinh tế số, xã hội số của tỉnh; yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."
            ],
            noi_nhan=[
                "Bộ Khoa học và Công nghệ",
                "TT Tỉnh ủy, HĐND tỉnh",
                "Chủ tịch, các PCT UBND tỉnh",
                "Như mục III",
                "Lưu: VT, KGVX. (5b)",
            ],
            chu_ky=[signer("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ho_ten="Trần Quang Nghị")],
        ),
        outline=TINH,
    ),
    Typed(
        "xa",
        xa,
        plan(
            "ỦY BAN NHÂN DÂN XÃ THANH LƯƠNG",
            None,
            "KH-UBND",
            "Thanh Lương",
            "2026-01",
            "Cải cách hành chính năm 2026",
            can_cu=[
                "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh;",
                "Căn cứ tình hình thực tế của địa phương.",
            ],
            mo_dau=["UBND xã Thanh Lương xây dựng kế hoạch cải cách hành chính năm 2026, cụ thể như sau:"],
            ket_thuc=[
                "Trên đây là kế hoạch cải cách hành chính năm 2026 của UBND xã. Đề nghị các bộ phận, các thôn phối hợp thực hiện."
            ],
            noi_nhan=["UBND tỉnh", "TT Đảng ủy, HĐND xã", "Các thôn", "Lưu VT"],
            chu_ky=[signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")],
        ),
        outline=XA,
        blocks={
            "bang": (
                xa_table,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {"nhom": "I Công tác chỉ đạo, điều hành"},
                            {
                                "noi_dung": "Ban hành kế hoạch cải cách hành chính",
                                "to_chuc_thuc_hien": "Văn phòng HĐND và UBND",
                                "thoi_gian": "Tháng 01/2026",
                                "san_pham": "Kế hoạch",
                            },
                            {
                                "noi_dung": "Kiểm tra công vụ đột xuất",
                                "to_chuc_thuc_hien": "Ban Chỉ đạo",
                                "thoi_gian": "Tháng 01/2026",
                                "san_pham": "Biên bản",
                            },
                            {"nhom": "II Cải cách thủ tục hành chính"},
                            {
                                "noi_dung": "Niêm yết công khai thủ tục",
                                "to_chuc_thuc_hien": "Trung tâm Phục vụ hành chính công",
                                "thoi_gian": "Thường xuyên",
                                "san_pham": "",
                            },
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "truong",
        truong,
        plan(
            "PHÒNG GD&ĐT THANH LÂM | TRƯỜNG TIỂU HỌC NGUYỄN VIẾT XUÂN",
            "45",
            "KH-THNVX",
            "Thanh Lâm",
            "2025-09-15",
            "HOẠT ĐỘNG CỦA TỔ KHỐI 4 NĂM HỌC 2025 - 2026",
            can_cu=["Căn cứ Kế hoạch giáo dục năm học 2025 - 2026 của nhà trường;"],
            mo_dau=["Tổ khối 4 xây dựng kế hoạch hoạt động như sau:"],
            ket_thuc=[],
            noi_nhan=[],
            chu_ky=[
                signer("DUYỆT CỦA BAN GIÁM HIỆU", "HIỆU TRƯỞNG", ho_ten="Đinh Thị Lan Hương"),
                signer("NGƯỜI LẬP KẾ HOẠCH", "TỔ TRƯỞNG", ho_ten="Phùng Thị Mai"),
            ],
        ),
        outline=TRUONG,
        blocks={
            "bang": (
                truong_table,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {
                                "noi_dung": "- Khai giảng năm học\n- Ổn định nền nếp",
                                "thoi_gian": "Tháng 9/2025",
                                "to_chuc_thuc_hien": "Toàn trường",
                                "khac": {"Chủ điểm": "Chào năm học mới"},
                            },
                            {
                                "noi_dung": "- Hội nghị viên chức",
                                "thoi_gian": "Tháng 10/2025",
                                "to_chuc_thuc_hien": "BGH, Công đoàn",
                                "khac": {"Chủ điểm": "Chăm ngoan học giỏi"},
                            },
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "dang-uy",
        dang_uy,
        plan(
            "ĐẢNG BỘ TỈNH HOA LƯ | ĐẢNG ỦY XÃ THANH LƯƠNG",
            "18",
            "KH/ĐU",
            "Thanh Lương",
            "2026-06-05",
            "học tập, quán triệt và triển khai thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX",
            the_thuc="dang",
            mo_dau=[
                "Thực hiện Kế hoạch số 05-KH/TU, ngày 15/5/2026 của Ban Thường vụ Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:"
            ],
            ket_thuc=["Yêu cầu các chi bộ nghiêm túc triển khai thực hiện Kế hoạch này."],
            noi_nhan=[
                "Thường trực Tỉnh ủy (báo cáo)",
                "Các đồng chí Đảng ủy viên",
                "Các chi bộ trực thuộc",
                "Lưu Văn phòng Đảng ủy",
            ],
            chu_ky=[signer("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", ho_ten="Nông Văn Sáng")],
        ),
        outline=DANG_UY,
    ),
    Typed(
        "quyet-dinh",
        quyet_dinh,
        plan(
            "SỞ Y TẾ HOA LƯ | BỆNH VIỆN ĐA KHOA KHU VỰC PHÍA BẮC",
            "312",
            "QĐ-BVPB",
            "Hoa Lư",
            "2026-02-20",
            "Về việc ban hành Kế hoạch phòng, chống dịch bệnh năm 2026",
            ten_loai="QUYẾT ĐỊNH",
            can_cu=[
                "Căn cứ Luật Phòng, chống bệnh truyền nhiễm ngày 21 tháng 11 năm 2007;",
                "Theo đề nghị của Trưởng phòng Kế hoạch tổng hợp.",
            ],
            mo_dau=["GIÁM ĐỐC BỆNH VIỆN ĐA KHOA KHU VỰC PHÍA BẮC", "QUYẾT ĐỊNH:"],
            ket_thuc=[],
            noi_nhan=["Như Điều 3", "Sở Y tế (để b/c)", "Lưu: VT, KHTH"],
            chu_ky=[signer("GIÁM ĐỐC", ho_ten="BSCKII. Lường Văn Đại")],
            phu_luc=[
                {
                    "ten": "KẾ HOẠCH",
                    "tieu_de": "PHÒNG, CHỐNG DỊCH BỆNH NĂM 2026",
                    "kem_theo": "(Ban hành kèm theo Quyết định số 312/QĐ-BVPB ngày 20 tháng 02 năm 2026 của Giám đốc Bệnh viện)",
                }
            ],
        ),
        outline=QD,
        annexes={"KẾ HOẠCH": QD_KH},
        unread=["(Đã ký)"],
    ),
    Typed(
        "cong-van",
        cong_van,
        plan(
            "UBND THÀNH PHỐ SƠN BÌNH | PHÒNG VĂN HÓA - XÃ HỘI",
            "77",
            "VHXH-GD",
            "Sơn Bình",
            "2026-03-10",
            "V/v tăng cường công tác phòng cháy, chữa cháy trong trường học",
            ten_loai="CÔNG VĂN",
            kinh_gui=[
                "Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở",
                "Giám đốc Trung tâm Học tập cộng đồng",
            ],
            mo_dau=[
                "Thực hiện Công văn số 321/UBND-NC ngày 02/3/2026 của UBND thành phố về công tác phòng cháy, chữa cháy, Phòng Văn hóa - Xã hội đề nghị các đơn vị thực hiện một số nội dung sau:"
            ],
            ket_thuc=["Nhận được Công văn này, đề nghị các đơn vị nghiêm túc thực hiện./."],
            noi_nhan=["Như trên", "UBND thành phố (b/c)", "Lưu: VT"],
            chu_ky=[signer("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", ho_ten="Mai Hồng Quân")],
        ),
        outline=CV,
    ),
    Typed(
        "doan",
        doan,
        plan(
            "TỈNH ĐOÀN HOA LƯ | BCH ĐOÀN HUYỆN KIM SƠN",
            "25",
            "KH/HĐTN",
            "Kim Sơn",
            "2026-05-12",
            "Tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2026",
            the_thuc="dang",
            mo_dau=[
                "Thực hiện Kế hoạch số 101-KH/TĐTN ngày 20/4/2026 của Ban Thường vụ Tỉnh đoàn, Ban Thường vụ Huyện đoàn ban hành kế hoạch như sau:"
            ],
            ket_thuc=["Trên đây là kế hoạch tổ chức Chiến dịch, đề nghị các cơ sở Đoàn triển khai thực hiện."],
            noi_nhan=["Ban Thường vụ Tỉnh đoàn", "Các cơ sở Đoàn", "Lưu VP"],
            chu_ky=[signer("TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN", "BÍ THƯ", ho_ten="Hoàng Thị Thu Trang")],
        ),
        outline=DOAN,
        unread=["ĐOÀN TNCS HỒ CHÍ MINH"],
    ),
    Typed(
        "phu-nu",
        phu_nu,
        plan(
            "HỘI LHPN XÃ THANH LƯƠNG",
            "03",
            "KH-HPN",
            "Thanh Lương",
            "2026-02-20",
            "V/v tổ chức các hoạt động kỷ niệm Ngày Quốc tế Phụ nữ 8/3",
            can_cu=["Căn cứ chương trình công tác năm 2026 của Hội LHPN xã;"],
            mo_dau=["Ban Thường vụ Hội LHPN xã xây dựng kế hoạch như sau:"],
            ket_thuc=["Trên đây là kế hoạch của Hội LHPN xã, đề nghị các chi hội thực hiện./."],
            noi_nhan=["Đảng ủy, UBND xã", "Các chi hội", "Lưu: Hội"],
            chu_ky=[signer("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", ho_ten="Lộc Thị Vân")],
        ),
        outline=PHU_NU,
    ),
    Typed(
        "cong-an",
        cong_an,
        plan(
            "CÔNG AN TỈNH HOA LƯ | CÔNG AN HUYỆN KIM SƠN",
            "215",
            "KH-CAH-GT",
            "Kim Sơn",
            "2026-01-02",
            "Bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán Bính Ngọ và Lễ hội Xuân năm 2026",
            mo_dau=[
                "Thực hiện Kế hoạch số 11/KH-CAT-PC08 ngày 20/12/2025 của Công an tỉnh, Công an huyện xây dựng Kế hoạch như sau:"
            ],
            ket_thuc=[
                "Trên đây là Kế hoạch bảo đảm trật tự, an toàn giao thông. Yêu cầu các đơn vị nghiêm túc thực hiện./."
            ],
            noi_nhan=[
                "Công an tỉnh (PC08) (b/c)",
                "Đ/c Trưởng Công an huyện (b/c)",
                "Các Đội, Công an xã (t/h)",
                "Lưu: CAH, GT",
            ],
            chu_ky=[signer("KT. TRƯỞNG CÔNG AN HUYỆN", "PHÓ TRƯỞNG CÔNG AN HUYỆN", ho_ten="Thượng tá Vi Văn Thành")],
        ),
        outline=CONG_AN,
    ),
    Typed(
        "cong-ty",
        cong_ty,
        plan(
            "TỔNG CÔNG TY CẤP NƯỚC HOA LƯ | CÔNG TY CỔ PHẦN CẤP NƯỚC KIM SƠN",
            "09",
            "2026/KH-CNKS",
            "Kim Sơn",
            "2026-02-28",
            "Sản xuất, kinh doanh năm 2026",
            mo_dau=[],
            ket_thuc=[],
            noi_nhan=["HĐQT (b/c)", "Các phòng, XN", "Lưu: VT"],
            chu_ky=[signer("TỔNG GIÁM ĐỐC", ho_ten="Tạ Quốc Bảo")],
            phu_luc=[
                {
                    "ten": "PHỤ LỤC 1",
                    "tieu_de": "TIẾN ĐỘ THỰC HIỆN",
                    "kem_theo": "(Kèm theo Kế hoạch số 09/2026/KH-CNKS ngày 28/02/2026)",
                },
                {"ten": "PHỤ LỤC 2", "tieu_de": "DANH SÁCH BAN CHỈ ĐẠO", "kem_theo": None},
            ],
        ),
        outline=CTY,
        annexes={"PHỤ LỤC 1": CTY_1, "PHỤ LỤC 2": CTY_2},
        blocks={
            "tien": (
                cty_tien,
                [
                    {
                        "loai": "bang",
                        "dau_bang": True,
                        "hang": [
                            ["STT", "Nội dung chi", "Số lượng", "Đơn giá", "Thành tiền"],
                            ["1", "Thay ống D110", "200 m", "350.000", "70.000.000"],
                            ["", "Tổng cộng", "", "", "70.000.000"],
                        ],
                    }
                ],
            ),
            "viec": (
                cty_viec,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {
                                "noi_dung": "Khảo sát tuyến ống",
                                "to_chuc_thuc_hien": "P. Kỹ thuật",
                                "phoi_hop": "XN số 1",
                                "thoi_gian": "15/3",
                                "khac": {"Bắt đầu": "02/3"},
                            },
                            {
                                "noi_dung": "Thi công",
                                "to_chuc_thuc_hien": "XN số 1",
                                "phoi_hop": "P. Kế hoạch",
                                "thoi_gian": "30/6",
                                "khac": {"Bắt đầu": "16/3"},
                            },
                        ],
                    }
                ],
            ),
        },
    ),
    Typed(
        "bao-cao",
        bao_cao,
        plan(
            "SỞ Y TẾ HOA LƯ | TRUNG TÂM Y TẾ KIM SƠN",
            "401",
            "BC-TTYT",
            "Kim Sơn",
            "2025-12-15",
            "Kết quả công tác năm 2025 và phương hướng, nhiệm vụ năm 2026",
            ten_loai="BÁO CÁO",
            kinh_gui=["Sở Y tế tỉnh Hoa Lư"],
            mo_dau=[
                "Thực hiện Công văn số 999/SYT-VP ngày 01/12/2025 của Sở Y tế, Trung tâm Y tế Kim Sơn báo cáo như sau:"
            ],
            ket_thuc=["Trên đây là báo cáo kết quả công tác năm 2025 của Trung tâm Y tế Kim Sơn./."],
            noi_nhan=["Như trên", "Lưu: VT, KHTH"],
            chu_ky=[signer("Q. GIÁM ĐỐC", ho_ten="Đèo Văn Ún")],
        ),
        outline=BC,
    ),
    Typed(
        "thong-bao",
        thong_bao,
        plan(
            "UBND XÃ THANH LƯƠNG | THÔN ĐỒI",
            None,
            None,
            "Thôn Đồi",
            "2026-08-15",
            "Về việc họp thôn quý III năm 2026",
            ten_loai="THÔNG BÁO",
            mo_dau=["Ban quản lý thôn Đồi thông báo họp thôn như sau:"],
            ket_thuc=["Đề nghị các hộ tham dự đầy đủ, đúng giờ./."],
            noi_nhan=[],
            chu_ky=[signer("TRƯỞNG THÔN", ho_ten="Quách Văn Lợi")],
        ),
        outline=TB,
        unread=["(Ký, ghi rõ họ tên)"],
    ),
    Typed(
        "to-trinh",
        to_trinh,
        plan(
            "ỦY BAN NHÂN DÂN THÀNH PHỐ SƠN BÌNH",
            None,
            "TTr-UBND",
            "Sơn Bình",
            "2026",
            "Về dự thảo Nghị quyết quy định mức hỗ trợ người cao tuổi",
            ten_loai="TỜ TRÌNH",
            du_thao="DỰ THẢO LẦN 2",
            kinh_gui=["Hội đồng nhân dân thành phố"],
            can_cu=["Căn cứ Luật Người cao tuổi năm 2009;"],
            mo_dau=[
                "Ủy ban nhân dân thành phố kính trình Hội đồng nhân dân thành phố xem xét dự thảo Nghị quyết như sau:"
            ],
            ket_thuc=["Ủy ban nhân dân thành phố kính trình Hội đồng nhân dân thành phố xem xét, quyết định./."],
            noi_nhan=["Như trên", "TT Thành ủy", "Lưu: VT, VHXH"],
            chu_ky=[signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")],
        ),
        outline=TT,
    ),
    Typed(
        "khong-dau",
        khong_dau,
        plan(
            "",
            None,
            None,
            None,
            None,
            "Hoạt động chuyên môn khối 2",
            can_cu=["Căn cứ kế hoạch của nhà trường, khối 2 xây dựng kế hoạch chuyên môn như sau:"],
            mo_dau=[],
            ket_thuc=[],
            noi_nhan=[],
            chu_ky=[signer("KHỐI TRƯỞNG", ho_ten="Ma Thị Hiền")],
        ),
        outline=TRAN,
        blocks={
            "bang": (
                tran_table,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {
                                "noi_dung": "Dạy chuyên đề Toán",
                                "thoi_gian": "Tuần 5",
                                "chu_tri": "Cô Hiền",
                                "phoi_hop": "Tổ 2, 3",
                            },
                            {
                                "noi_dung": "Thi viết chữ đẹp",
                                "thoi_gian": "Tuần 9",
                                "chu_tri": "Thầy Toàn",
                                "phoi_hop": "Cả khối",
                            },
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "huong-dan",
        huong_dan,
        plan(
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM | LIÊN ĐOÀN LAO ĐỘNG TỈNH HOA LƯ",
            "33",
            "HD-LĐLĐ",
            "Hoa Lư",
            "2026-07-09",
            "Tổ chức đại hội công đoàn các cấp",
            ten_loai="HƯỚNG DẪN",
            can_cu=["Căn cứ Điều lệ Công đoàn Việt Nam khóa XIII;"],
            mo_dau=["Ban Thường vụ Liên đoàn Lao động tỉnh hướng dẫn tổ chức đại hội công đoàn các cấp như sau:"],
            ket_thuc=["Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Liên đoàn Lao động tỉnh./."],
            noi_nhan=["Tổng Liên đoàn (b/c)", "LĐLĐ các huyện", "Lưu: VP, TC"],
            chu_ky=[signer("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", ho_ten="Lò Thị Én")],
        ),
        outline=HD,
    ),
    Typed(
        "nghi-quyet",
        nghi_quyet,
        plan(
            "HỘI ĐỒNG NHÂN DÂN TỈNH HOA LƯ",
            "08",
            "2026/NQ-HĐND",
            "Hoa Lư",
            "2026-07-12",
            "Quy định mức thu phí tham quan danh lam thắng cảnh",
            ten_loai="NGHỊ QUYẾT",
            can_cu=[
                "Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;",
                "Xét Tờ trình số 55/TTr-UBND ngày 20 tháng 6 năm 2026 của Ủy ban nhân dân tỉnh.",
            ],
            mo_dau=["HỘI ĐỒNG NHÂN DÂN TỈNH HOA LƯ", "KHÓA XVIII, KỲ HỌP THỨ 12", "QUYẾT NGHỊ:"],
            ket_thuc=[],
            noi_nhan=["Ủy ban Thường vụ Quốc hội", "Lưu: VT"],
            chu_ky=[signer("CHỦ TỊCH", ho_ten="Bạch Quang Huy")],
        ),
        outline=NQ,
    ),
    Typed(
        "google",
        google,
        plan(
            "SỞ GD&ĐT HOA LƯ | TRƯỜNG THPT KIM SƠN B",
            "112",
            "KH-THPTKSB",
            "Kim Sơn",
            "2026-11-01",
            "Tổ chức Ngày hội STEM năm học 2026 - 2027",
            mo_dau=["Thực hiện kế hoạch năm học, Trường THPT Kim Sơn B tổ chức Ngày hội STEM như sau:"],
            ket_thuc=["Trên đây là kế hoạch tổ chức Ngày hội STEM, đề nghị các bộ phận thực hiện tốt."],
            noi_nhan=["Sở GD&ĐT (báo cáo)", "Các tổ chuyên môn", "Lưu VT"],
            chu_ky=[signer("HIỆU TRƯỞNG", ho_ten="Tống Khánh Linh")],
        ),
        outline=GG,
        blocks={
            "lich": (
                gg_table,
                [
                    {
                        "loai": "bang",
                        "dau_bang": True,
                        "hang": [
                            ["Thời gian", "Nội dung", "Phụ trách"],
                            ["7h00 - 7h30", "Đón khách", "Tổ Văn phòng"],
                            ["7h30 - 8h00", "Khai mạc", "Thầy Dũng"],
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "lien-tich",
        lien_tich,
        plan(
            "HỘI NÔNG DÂN - HỘI PHỤ NỮ - ĐOÀN THANH NIÊN XÃ THANH LƯƠNG",
            "01",
            "KHLT",
            "Thanh Lương",
            "2026-01-05",
            "Phối hợp đào tạo nghề cho hội viên, đoàn viên năm 2026",
            ten_loai="KẾ HOẠCH LIÊN TỊCH",
            mo_dau=["Để thực hiện tốt công tác đào tạo nghề, ba tổ chức thống nhất kế hoạch phối hợp như sau:"],
            ket_thuc=["Trên đây là kế hoạch liên tịch giữa ba tổ chức./."],
            noi_nhan=["Đảng ủy, UBND xã", "Các chi hội, chi đoàn", "Lưu: VP"],
            chu_ky=[
                signer("TM. BTV HỘI NÔNG DÂN", "CHỦ TỊCH", ho_ten="Phan Văn Tại"),
                signer("TM. BTV HỘI LHPN", "CHỦ TỊCH", ho_ten="Lộc Thị Vân"),
                signer("TM. BCH ĐOÀN", "BÍ THƯ", ho_ten="Hà Minh Đức"),
            ],
        ),
        outline=LT.replace("Bước 1:", "Bước 1:"),
    ),
    Typed(
        "phong",
        phong,
        plan(
            "UBND HUYỆN KIM SƠN | PHÒNG TÀI CHÍNH - KẾ HOẠCH",
            "61",
            "KH-TCKH",
            "Kim Sơn",
            "2026-09-21",
            "Kiểm tra công tác tài chính năm 2026",
            mo_dau=[
                "Thực hiện chương trình công tác năm 2026, Phòng Tài chính - Kế hoạch xây dựng kế hoạch kiểm tra như sau:"
            ],
            ket_thuc=[],
            noi_nhan=["UBND huyện", "Các trường", "Lưu: VT"],
            chu_ky=[signer("TRƯỞNG PHÒNG", ho_ten="Chu Văn Hạnh")],
        ),
        outline=PHONG,
        blocks={
            "bang": (
                phong_table,
                [
                    {
                        "loai": "bang",
                        "dau_bang": True,
                        "hang": [
                            ["STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"],
                            ["1", "Trường Mầm non Hoa Sen", "05/10/2026"],
                            ["2", "Trường THCS Kim Đồng", "07/10/2026"],
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "chi-thi",
        chi_thi,
        plan(
            "ỦY BAN NHÂN DÂN HUYỆN KIM SƠN",
            "02",
            "CT-UBND",
            "Kim Sơn",
            "2026-01-08",
            "Về việc tăng cường kỷ luật, kỷ cương hành chính",
            ten_loai="CHỈ THỊ",
            mo_dau=[
                "Thời gian qua, việc chấp hành kỷ luật, kỷ cương hành chính tại một số cơ quan chưa nghiêm. Để khắc phục tình trạng trên, Chủ tịch Ủy ban nhân dân huyện yêu cầu:"
            ],
            ket_thuc=["Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./."],
            noi_nhan=["TT Huyện ủy", "Các xã", "Lưu: VT"],
            chu_ky=[signer("CHỦ TỊCH", ho_ten="Lê Ngọc Hân")],
        ),
        outline=CT.replace("  = a)", "= a)").replace("  = b)", "= b)"),
    ),
    Typed(
        "danh-sach",
        danh_sach,
        plan(
            "CÔNG ĐOÀN GIÁO DỤC KIM SƠN | CĐCS TRƯỜNG THCS KIM ĐỒNG",
            "04",
            "KH-CĐCS",
            "Kim Sơn",
            "2026-02-06",
            "Chăm lo đời sống đoàn viên năm 2026",
            mo_dau=["Ban Chấp hành Công đoàn Trường THCS Kim Đồng xây dựng kế hoạch như sau:"],
            ket_thuc=["Trên đây là kế hoạch chăm lo đời sống đoàn viên năm 2026."],
            noi_nhan=["CĐGD huyện", "Lưu CĐ"],
            chu_ky=[signer("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", ho_ten="Tô Hải Yến")],
            phu_luc=[{"ten": "DANH SÁCH ĐOÀN VIÊN ĐƯỢC HỖ TRỢ NĂM 2026", "tieu_de": None, "kem_theo": None}],
        ),
        outline=KY,
        annexes={"DANH SÁCH ĐOÀN VIÊN ĐƯỢC HỖ TRỢ NĂM 2026": KY_DS},
        blocks={
            "bang": (
                ky_table,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {
                                "noi_dung": "Thăm hỏi đoàn viên ốm đau",
                                "to_chuc_thuc_hien": "Tổ công đoàn",
                                "thoi_gian": "Cả năm",
                            },
                            {"noi_dung": "Tổ chức tham quan", "to_chuc_thuc_hien": "BCH", "thoi_gian": "Tháng 7"},
                        ],
                    }
                ],
            ),
            "ds": (
                ky_list,
                [
                    {
                        "loai": "bang",
                        "dau_bang": True,
                        "hang": [
                            ["TT", "Họ và tên", "Tổ", "Ghi chú"],
                            ["1", "Lê Thị Na", "Toán", ""],
                            ["2", "Vũ Văn Nam", "Văn", ""],
                        ],
                    }
                ],
            ),
        },
    ),
    Typed(
        "chuong-trinh",
        chuong_trinh,
        plan(
            "HUYỆN ỦY KIM SƠN | CHI BỘ VĂN PHÒNG",
            "07",
            "CTr/CB",
            "Kim Sơn",
            "2026-01-02",
            "công tác quý I năm 2026",
            the_thuc="dang",
            ten_loai="CHƯƠNG TRÌNH",
            can_cu=["Căn cứ Nghị quyết của Chi bộ, Chi bộ Văn phòng xây dựng chương trình công tác quý I như sau:"],
            mo_dau=[],
            ket_thuc=[],
            noi_nhan=["Huyện ủy", "Đảng viên trong chi bộ", "Lưu"],
            chu_ky=[signer("T/M CHI BỘ", "BÍ THƯ", ho_ten="Nguyễn Khắc Tùng")],
        ),
        outline=CTR,
    ),
    Typed(
        "phuong",
        phuong,
        plan(
            "UBND QUẬN NAM THÀNH | UBND PHƯỜNG 5",
            "19",
            "KH-UBND",
            "Phường 5",
            "2024-03-30",
            "Lập lại trật tự lòng lề đường năm 2024",
            mo_dau=["Thực hiện Kế hoạch số 50/KH-UBND của UBND quận, UBND phường 5 xây dựng kế hoạch như sau:"],
            ket_thuc=["Trên đây là Kế hoạch lập lại trật tự lòng lề đường năm 2024 của UBND phường 5."],
            noi_nhan=["UBND quận", "Các ban, ngành phường", "Lưu: VT"],
            chu_ky=[signer("CHỦ TỊCH", ho_ten="Trương Gia Bảo")],
        ),
        outline=PH,
        blocks={
            "bang": (
                ph_table,
                [
                    {
                        "loai": "bang_nhiem_vu",
                        "nhiem_vu": [
                            {"noi_dung": "Ra quân tuyên truyền", "thoi_gian": "Tháng 4", "chu_tri": "Công an phường"},
                            {"noi_dung": "Kiểm tra phương tiện", "thoi_gian": "Tháng 5", "chu_tri": "Công an phường"},
                            {"noi_dung": "Xử lý vi phạm", "thoi_gian": "Tháng 6", "chu_tri": "Công an phường"},
                            {"noi_dung": "Tổng kết", "thoi_gian": "Tháng 12", "chu_tri": "UBND phường"},
                        ],
                    }
                ],
            )
        },
    ),
    Typed(
        "ban-chi-dao",
        ban_chi_dao,
        plan(
            "UBND HUYỆN KIM SƠN | BAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”",
            "03",
            "KH-BCĐ",
            "Kim Sơn",
            "2026-04-14",
            "Triển khai phong trào năm 2026",
            mo_dau=["Ban Chỉ đạo phong trào huyện xây dựng kế hoạch như sau:"],
            ket_thuc=["Trên đây là kế hoạch triển khai phong trào năm 2026./."],
            noi_nhan=["BCĐ tỉnh", "Thành viên BCĐ huyện", "Lưu: BCĐ"],
            chu_ky=[signer("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", ho_ten="Phạm Đình Trọng")],
        ),
        outline=BCD,
    ),
]
