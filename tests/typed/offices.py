"""More documents as offices lay them out; what they are read as is kept as text beside (`offices.json`), looked over by eye.

`python -m tests.typed --golden` writes that text anew; look at the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.typed.typing_desk import QUOC_HIEU, TIEU_NGU, Desk, Typed

R = [(QUOC_HIEU, "bc"), (TIEU_NGU, "bc")]
OFFICES: dict[str, Callable[[Desk], None]] = {}


def doc(name: str) -> Callable[[Callable[[Desk], None]], Callable[[Desk], None]]:
    """Keeps a document under its name."""

    def keep(make: Callable[[Desk], None]) -> Callable[[Desk], None]:
        OFFICES[name] = make
        return make

    return keep


def build(name: str) -> bytes:
    """The document of that name."""
    return Typed(name, OFFICES[name], {}).build()


@doc("a-truong-tabs-thuong")
def office_a(d: Desk) -> None:
    d.p("Phòng GD&ĐT Kim Sơn\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    d.p("Trường Mầm non Hoa Hồng\tĐộc lập - Tự do - Hạnh phúc", "b")
    d.p("\tKim Sơn, ngày 05 tháng 9 năm 2026", "i")
    d.p("KẾ HOẠCH CHĂM SÓC, NUÔI DƯỠNG TRẺ", "bc")
    d.p("Năm học: 2026 - 2027", "c")
    d.p("- Căn cứ Thông tư số 51/2020/TT-BGDĐT ngày 31/12/2020 của Bộ Giáo dục và Đào tạo;")
    d.p("- Căn cứ vào nhiệm vụ năm học của Phòng GD&ĐT huyện;")
    d.p("- Căn cứ tình hình thực tế, trường Mầm non Hoa Hồng xây dựng kế hoạch như sau:")
    d.p("PHẦN I: ĐẶC ĐIỂM TÌNH HÌNH", "b")
    d.p("1/ Thuận lợi:", "b")
    d.p("- Được sự quan tâm của lãnh đạo.")
    d.p("2/ Khó khăn:", "b")
    d.p("- Phòng học còn thiếu")
    d.p("PHẦN II: NHIỆM VỤ TRỌNG TÂM", "b")
    d.p("1/ Công tác nuôi dưỡng:", "b")
    d.p("* Chỉ tiêu:", "bi")
    d.p("+ 100% trẻ ăn bán trú tại trường.")
    d.p("* Biện pháp:", "bi")
    d.p("+ Phối hợp phụ huynh.")
    d.p("PHẦN III: TỔ CHỨC THỰC HIỆN", "b")
    d.p("Trên đây là kế hoạch chăm sóc nuôi dưỡng của trường./.")
    d.p("\t\t\t\t\t\t\tHiệu trưởng", "b")
    d.p("")
    d.p("\t\t\t\t\t\t\tNguyễn Thị Hoa", "b")


@doc("b-bia-va-muc-luc")
def office_b(d: Desk) -> None:
    d.p("UBND TỈNH HOA LƯ", "bc")
    d.p("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "bc")
    d.p()
    d.p("KẾ HOẠCH", "bc", size=20)
    d.p("PHÒNG CHỐNG THIÊN TAI NĂM 2026", "bc")
    d.p("Hoa Lư, tháng 3 năm 2026", "bc")
    d.document.add_page_break()
    d.side_by_side(
        [("UBND TỈNH HOA LƯ", "c"), ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "bc"), "Số: 812/KH-SNNMT"],
        [*R, ("Hoa Lư, ngày 12 tháng 3 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Phòng, chống thiên tai năm 2026", "bc")
    d.p("Căn cứ Luật Phòng, chống thiên tai;", "ij")
    d.p("Sở Nông nghiệp và Môi trường xây dựng Kế hoạch như sau:", "j")
    d.p("I. MỤC ĐÍCH", "b")
    d.p("Chủ động phòng ngừa.")
    d.p("II. NỘI DUNG", "b")
    d.p("1. Công tác phòng ngừa", "b")
    d.p("1.1. Rà soát phương án")
    d.p("- Rà soát các hồ chứa.")
    d.p("1.2. Tập huấn")
    d.p("- Tập huấn xung kích.")
    d.p("2. Công tác ứng phó", "b")
    d.p("(1) Di dời dân khỏi vùng nguy hiểm.")
    d.p("(2) Bảo vệ công trình trọng điểm.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- UBND tỉnh;", ""), ("- Lưu: VT, TL.", "")],
        [("GIÁM ĐỐC", "bc"), "", ("Trần Bình Trọng", "bc")],
    )


@doc("c-hai-cap-tu-dong")
def office_c(d: Desk) -> None:
    d.side_by_side(
        [("CÔNG ĐOÀN NGÀNH Y TẾ", "c"), ("CĐCS TRUNG TÂM Y TẾ", "bc"), ("*****", "c"), "Số:   /KH-CĐ"],
        [*R, ("Kim Sơn, ngày    tháng    năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Tổ chức Hội nghị cán bộ, viên chức năm 2026", "bc")
    d.p(
        "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ về thực hiện dân chủ; Căn cứ Kế hoạch số 5 của Công đoàn ngành; Công đoàn phối hợp với chính quyền xây dựng kế hoạch tổ chức hội nghị như sau:",
        "j",
        first=567,
    )
    d.p("I. MỤC ĐÍCH YÊU CẦU:", "b")
    d.p("1. Nhằm phát huy quyền làm chủ của cán bộ, viên chức.")
    d.p("2. Hội nghị tổ chức nghiêm túc, tiết kiệm.")
    d.p("II. NỘI DUNG, THỜI GIAN:", "b")
    d.p("1. Nội dung:", "b")
    d.p("a. Báo cáo tổng kết của Giám đốc")
    d.p("b. Báo cáo của Ban Thanh tra nhân dân")
    d.p("c. Bầu Ban Thanh tra nhân dân nhiệm kỳ mới")
    d.p("2. Thời gian: ½ ngày, dự kiến 25/12/2026")
    d.p("3. Thành phần:", "b")
    d.p("- Toàn thể viên chức: 85 đồng chí")
    d.p("- Khách mời: Lãnh đạo Sở Y tế")
    d.p("III. PHÂN CÔNG CHUẨN BỊ:", "b")
    d.rows(
        ["STT", "Nội dung công việc", "Người thực hiện", "Hoàn thành"],
        ["01", "Báo cáo tổng kết", "Đ/c Hùng - TP.KHTH", "20/12"],
        ["02", "Trang trí hội trường", "Đ/c Lan, Đ/c Mai", "24/12"],
        ["03", "In ấn tài liệu", "^", "^"],
    )
    d.p("Trên đây là kế hoạch tổ chức Hội nghị, đề nghị các khoa phòng thực hiện.")
    d.side_by_side(
        [("TM. BAN GIÁM ĐỐC", "bc"), ("GIÁM ĐỐC", "bc"), "", "", ("BSCKI. Phạm Văn Hùng", "bc")],
        [("TM. BCH CÔNG ĐOÀN", "bc"), ("CHỦ TỊCH", "bc"), "", "", ("Lê Thị Lan", "bc")],
    )
    d.p("Nơi nhận:", "bi")
    d.p("- CĐ ngành;")
    d.p("- Các khoa, phòng;")
    d.p("- Lưu.")


@doc("d-khong-danh-so-dam")
def office_d(d: Desk) -> None:
    d.side_by_side(
        [("HỘI CỰU CHIẾN BINH VIỆT NAM", "c"), ("HỘI CCB HUYỆN KIM SƠN", "bc"), "Số 14/KH-CCB"],
        [*R, ("Kim Sơn, ngày 3/4/2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Tổ chức hội thi “Cựu chiến binh với pháp luật”", "bc")
    d.p("---------------", "c")
    d.p("Thực hiện Kế hoạch số 30/KH-CCB ngày 01/3/2026 của Hội CCB tỉnh;")
    d.p("Hội CCB huyện xây dựng kế hoạch tổ chức hội thi như sau:")
    d.p("I- Mục đích", "b")
    d.p("Tuyên truyền, phổ biến pháp luật đến cán bộ, hội viên.")
    d.p("II- Nội dung thi", "b")
    d.p("Gồm 3 phần:")
    d.p("Phần 1. Chào hỏi (5 điểm)")
    d.p("Phần 2. Kiến thức (10 điểm)")
    d.p("Phần 3. Tiểu phẩm (15 điểm)")
    d.p("III- Thời gian, địa điểm", "b")
    d.p("Ngày 15 tháng 5 năm 2026, tại hội trường huyện.")
    d.p("IV- Cơ cấu giải thưởng", "b")
    d.p("- 01 giải nhất: 2.000.000đ")
    d.p("- 02 giải nhì: 1.500.000đ/giải")
    d.p("Đề nghị các cơ sở Hội nghiêm túc thực hiện.")
    d.side_by_side(
        [
            ("Nơi nhận:", "bi"),
            ("- Hội CCB tỉnh (B/c)", ""),
            ("- Hội cơ sở (T/h)", ""),
            ("- Lưu", ""),
        ],
        [("T.M BAN THƯỜNG VỤ", "bc"), ("CHỦ TỊCH", "bc"), "", ("ĐẶNG VĂN LẬP", "bc")],
    )


@doc("e-chi-bo-nghi-quyet")
def office_e(d: Desk) -> None:
    d.p("ĐẢNG BỘ XÃ TÂN HÒA\t\tĐẢNG CỘNG SẢN VIỆT NAM", "b")
    d.p("CHI BỘ THÔN 3\t\t\tTân Hòa, ngày 04 tháng 01 năm 2026")
    d.p("*")
    d.p("Số: 01 - NQ/CB")
    d.p("NGHỊ QUYẾT", "bc")
    d.p("Sinh hoạt chi bộ tháng 01 năm 2026", "bc")
    d.p(
        "Hôm nay, vào lúc 19 giờ 30, ngày 04/01/2026, tại nhà văn hóa thôn 3, Chi bộ tiến hành sinh hoạt thường kỳ. Chi bộ thống nhất quyết nghị:"
    )
    d.p("1. Kết quả tháng 12/2025", "b")
    d.p("- Thu các loại quỹ đạt 95%.")
    d.p("2. Nhiệm vụ tháng 01/2026", "b")
    d.p("2.1. Lĩnh vực kinh tế")
    d.p("Vận động Nhân dân chăm sóc cây vụ đông.")
    d.p("2.2. Công tác xây dựng Đảng")
    d.p("Phân công đảng viên phụ trách hộ.")
    d.p("Nghị quyết được 25/25 đảng viên biểu quyết thông qua.")
    d.p("Nơi nhận:\t\t\t\t\tT/M CHI BỘ")
    d.p("- Đảng ủy xã;\t\t\t\t\tBÍ THƯ")
    d.p("- Lưu CB.")
    d.p("")
    d.p("\t\t\t\t\t\t\tTrịnh Văn Hòe", "b")


@doc("f-phieu-trinh-va-quy-che")
def office_f(d: Desk) -> None:
    d.side_by_side(
        [("BAN QUẢN LÝ DỰ ÁN\nĐẦU TƯ XÂY DỰNG", "bc"), "Số: 33/QĐ-BQLDA"],
        [*R, ("Hoa Lư, ngày 10 tháng 02 năm 2026", "ic")],
    )
    d.p("QUYẾT ĐỊNH", "bc")
    d.p("V/v ban hành Quy chế chi tiêu nội bộ", "bc")
    d.p("GIÁM ĐỐC BAN QUẢN LÝ DỰ ÁN", "bc")
    d.p("- Căn cứ Nghị định số 60/2021/NĐ-CP;")
    d.p("- Xét đề nghị của Phòng Kế toán,")
    d.p("QUYẾT ĐỊNH:", "bc")
    d.p("**Điều 1.** Ban hành kèm theo Quyết định này Quy chế chi tiêu nội bộ.")
    d.p("**Điều 2.** Quyết định có hiệu lực từ ngày ký.")
    d.p("**Điều 3.** Các phòng chịu trách nhiệm thi hành./.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như điều 3;", ""), ("- Lưu: VT.", "")],
        [("GIÁM ĐỐC", "bc"), "", ("Vũ Quang Vinh", "bc")],
    )
    d.document.add_page_break()
    d.side_by_side([("BAN QUẢN LÝ DỰ ÁN\nĐẦU TƯ XÂY DỰNG", "bc")], R)
    d.p("QUY CHẾ", "bc")
    d.p("Chi tiêu nội bộ", "bc")
    d.p("(Ban hành kèm theo Quyết định số 33/QĐ-BQLDA ngày 10/02/2026)", "ic")
    d.p("Chương I", "bc")
    d.p("QUY ĐỊNH CHUNG", "bc")
    d.p("Điều 1. Phạm vi điều chỉnh", "b")
    d.p("Quy chế này quy định mức chi.")
    d.p("Điều 2. Nguyên tắc", "b")
    d.p("1. Công khai, dân chủ.")
    d.p("2. Tiết kiệm:")
    d.p("a) Chi đúng chế độ;")
    d.p("b) Chi trong dự toán.")
    d.p("Chương II", "bc")
    d.p("ĐIỀU KHOẢN THI HÀNH", "bc")
    d.p("Điều 3. Hiệu lực", "b")
    d.p("Quy chế có hiệu lực từ ngày ký.")
    d.p("GIÁM ĐỐC", "bc")
    d.p("Vũ Quang Vinh", "bc")


@doc("g-bang-khong-stt-lich-tuan")
def office_g(d: Desk) -> None:
    d.side_by_side(
        [("UBND PHƯỜNG AN BÌNH", "c"), ("TRƯỜNG TIỂU HỌC AN BÌNH A", "bc"), ("Số: 12/KH-ABA", "c")],
        [*R, ("An Bình, ngày 28 tháng 8 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH\nCông tác tháng 9 năm 2026", "bc")
    d.p("A. TRỌNG TÂM", "b")
    d.p("1. Tổ chức khai giảng năm học mới")
    d.p("2. Ổn định nề nếp dạy và học")
    d.p("3. Triển khai các khoản thu đầu năm")
    d.p("B. LỊCH CỤ THỂ", "b")
    d.rows(
        ["Thời gian", "Nội dung công việc", "Người thực hiện"],
        ["Tuần 1\n(01/9 - 06/9)", "- Nghỉ lễ Quốc khánh\n- Khai giảng", "BGH, GV"],
        ["Tuần 2\n(08/9 - 13/9)", "- Họp phụ huynh", "GVCN"],
    )
    d.side_by_side([("DUYỆT CỦA LÃNH ĐẠO", "bc"), "", ""], [("Người lập", "bc"), "", ("Cao Thị Phượng", "bc")])


@doc("h-khung-gop-so")
def office_h(d: Desk) -> None:
    t = d.table(3, 2)
    d.cell(t.cell(0, 0), [("ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN LẬP", "bc")])
    d.cell(t.cell(0, 1), [(QUOC_HIEU + "\n" + TIEU_NGU, "bc")])
    d.cell(t.cell(1, 0), ["Số: 08/KH-UBND"])
    d.cell(t.cell(1, 1), [("Tân Lập, ngày 9 tháng 02 năm 2026", "ic")])
    m = t.cell(2, 0).merge(t.cell(2, 1))
    d.cell(m, [("KẾ HOẠCH", "bc"), ("Tổ chức Tết trồng cây Xuân Bính Ngọ 2026", "bc")])
    d.p("I. MỤC ĐÍCH, YÊU CẦU")
    d.p("1. Mục đích")
    d.p("Thực hiện lời dạy của Bác Hồ về trồng cây.")
    d.p("2. Yêu cầu")
    d.p("Trồng cây nào sống cây đó.")
    d.p("II. NỘI DUNG")
    d.p("1. Thời gian: 7 giờ 30, ngày 21/02/2026 (mùng 5 Tết).")
    d.p("2. Địa điểm: Công viên trung tâm phường.")
    d.p("3. Số lượng cây trồng: 200 cây.")
    d.p("III. TỔ CHỨC THỰC HIỆN")
    d.p("1. Giao phòng Kinh tế, Hạ tầng và Đô thị chuẩn bị cây giống, mặt bằng")
    d.p("2. Đoàn Thanh niên phường huy động 50 đoàn viên tham gia")
    d.p("3. Các tổ dân phố vận động Nhân dân hưởng ứng")
    d.p("Ủy ban nhân dân phường đề nghị các cơ quan, đơn vị, tổ dân phố nghiêm túc thực hiện kế hoạch này./.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- TT ĐU, HĐND phường;\n- CT, các PCT UBND phường;\n- Các tổ dân phố;\n- Lưu: VT.", "")],
        [("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\n\nĐào Xuân Tiến", "bc")],
    )


@doc("i-kinh-gui-bang")
def office_i(d: Desk) -> None:
    d.side_by_side(
        [
            ("CÔNG AN TỈNH HOA LƯ\nCÔNG AN XÃ KIM TÂN", "bc"),
            "Số: 45/CAX",
            "V/v phối hợp tuyên truyền pháp luật\nvề phòng, chống ma túy",
        ],
        [*R, ("Kim Tân, ngày 10 tháng 5 năm 2026", "ic")],
    )
    t = d.table(1, 2)
    d.cell(t.cell(0, 0), [("Kính gửi:", "r")])
    d.cell(t.cell(0, 1), [("- Các trường học trên địa bàn xã;", ""), ("- Trưởng các thôn.", "")])
    d.p("Thực hiện Kế hoạch số 10/KH-CAX ngày 01/5/2026, Công an xã đề nghị:", "j", first=567)
    d.p("1. Các trường học tổ chức ký cam kết, trong đó:", "j", first=567)
    d.p("- Học sinh ký 100%.", "j", first=567)
    d.p("2. Trưởng các thôn tuyên truyền trên loa truyền thanh.", "j", first=567)
    d.p("Rất mong nhận được sự phối hợp của các đơn vị./.", "j", first=567)
    d.side_by_side(
        [("Nơi gửi:", "bi"), ("- Như trên;", ""), ("- Lưu: CAX.", "")],
        [("TRƯỞNG CÔNG AN XÃ", "bc"), "", ("Thiếu tá Hà Văn Mạnh", "bc")],
    )


@doc("j-truong-dai-hoc")
def office_j(d: Desk) -> None:
    d.side_by_side(
        [("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "c"), ("TRƯỜNG ĐẠI HỌC HOA LƯ", "bc"), "Số: 245/KH-ĐHHL"],
        [*R, ("Hoa Lư, ngày 02 tháng 10 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH TỔ CHỨC LỄ KHAI GIẢNG", "bc")
    d.p("NĂM HỌC 2026 – 2027", "bc")
    d.p("1. Mục đích, yêu cầu", "b")
    d.p("a) Mục đích", "i")
    d.p("- Chào đón tân sinh viên.")
    d.p("b) Yêu cầu", "i")
    d.p("- Trang trọng, tiết kiệm.")
    d.p("2. Khẩu hiệu", "b")
    d.p("“NHIỆT LIỆT CHÀO MỪNG TÂN SINH VIÊN KHÓA 12”", "c")
    d.p("“THI ĐUA DẠY TỐT, HỌC TỐT”", "c")
    d.p("3. Dự toán", "b")
    d.rows(
        ["TT", "Hạng mục", "Đơn vị", "Khối lượng", "Đơn giá", "Thành tiền"],
        ["1", "Hoa tươi", "bó", "10", "100.000", "1.000.000"],
    )
    d.p("4. Kiến nghị", "b")
    d.p("Đề nghị UBND thành phố hỗ trợ bảo đảm an ninh trật tự.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Bộ GD&ĐT (để b/c);", ""), ("- Hội đồng trường;", ""), ("- Lưu: VT, CTSV.", "")],
        [("KT. HIỆU TRƯỞNG", "bc"), ("PHÓ HIỆU TRƯỞNG", "bc"), "", ("PGS.TS. Nguyễn Hữu Lộc", "bc")],
    )


@doc("k-hoi-dong-hai-chuc")
def office_k(d: Desk) -> None:
    d.side_by_side(
        [("PHÒNG GD&ĐT KIM SƠN", "c"), ("HỘI ĐỒNG THI ĐUA, KHEN THƯỞNG\nTRƯỜNG THCS KIM TÂN", "bc"), "Số: 02/NQ-HĐTĐ"],
        [*R, ("Kim Tân, ngày 20 tháng 5 năm 2026", "ic")],
    )
    d.p("NGHỊ QUYẾT", "bc")
    d.p("Về xét thi đua năm học 2025 - 2026", "bc")
    d.p("Căn cứ Luật Thi đua, khen thưởng năm 2022;")
    d.p("Hội đồng thống nhất:")
    d.p("1. Công nhận danh hiệu Lao động tiên tiến: 32 đồng chí.")
    d.p("2. Đề nghị công nhận Chiến sĩ thi đua cơ sở: 5 đồng chí.")
    d.p("Nghị quyết này đã được Hội đồng thông qua ngày 20/5/2026./.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Phòng GD&ĐT;", ""), ("- Lưu.", "")],
        [("TM. HỘI ĐỒNG", "bc"), ("CHỦ TỊCH HỘI ĐỒNG", "bc"), ("HIỆU TRƯỞNG", "bc"), "", ("ThS. Vũ Đức Hiếu", "bc")],
    )


@doc("l-so-trang-giua-bang")
def office_l(d: Desk) -> None:
    d.side_by_side(
        [("UBND HUYỆN KIM SƠN", "c"), ("TRUNG TÂM VĂN HÓA", "bc"), "Số: 31/KH-TTVH"],
        [*R, ("Kim Sơn, ngày 11 tháng 01 năm 2026", "ic")],
    )
    d.p("MẬT", "b")
    d.p("KẾ HOẠCH", "bc")
    d.p("Tổ chức các hoạt động văn hóa năm 2026", "bc")
    d.p("I. CÁC HOẠT ĐỘNG", "b")
    d.rows(
        ["TT", "Tên hoạt động", "Thời gian tổ chức", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        ["1", "Hội diễn văn nghệ", "Tháng 2", "TTVH", "Các xã"],
    )
    d.p("2", "c")
    d.rows(
        ["TT", "Tên hoạt động", "Thời gian tổ chức", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        ["2", "Giải bóng chuyền", "Tháng 4", "TTVH", "Huyện đoàn"],
    )
    d.p("II. TỔ CHỨC THỰC HIỆN", "b")
    d.p("Các bộ phận triển khai.")
    d.p("Căn cứ nội dung Kế hoạch này, các bộ phận xây dựng kế hoạch chi tiết để thực hiện./.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- UBND huyện;", ""), ("- Lưu: VT.", "")],
        [("GIÁM ĐỐC", "bc"), "(đã ký)", ("Kỹ sư Lưu Bá Khánh", "bc")],
    )


@doc("m-nhieu-cap-tinh")
def office_m(d: Desk) -> None:
    d.side_by_side(
        [("ỦY BAN NHÂN DÂN", "bc"), ("TỈNH HOA LƯ", "bc"), ("Số:       /KH-UBND", "c"), ("DỰ THẢO 2", "bc")],
        [*R, ("Hoa Lư, ngày      tháng      năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p(
        "Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia trên địa bàn tỉnh",
        "bc",
    )
    d.p("(Ban hành kèm theo Quyết định số      /QĐ-UBND ngày    tháng    năm 2026 của UBND tỉnh)", "ic")
    d.p("Phần thứ nhất", "bc")
    d.p("QUAN ĐIỂM, MỤC TIÊU", "bc")
    d.p("I. QUAN ĐIỂM", "b")
    d.p("Phát triển khoa học là đột phá.")
    d.p("II. MỤC TIÊU", "b")
    d.p("1. Mục tiêu đến năm 2030", "b")
    d.p("a) Về hạ tầng:")
    d.p("- Phủ sóng 5G.")
    d.p("b) Về nhân lực:")
    d.p("- 40% lao động có kỹ năng số.")
    d.p("2. Tầm nhìn đến năm 2045", "b")
    d.p("Thuộc nhóm dẫn đầu.")
    d.p("Phần thứ hai", "bc")
    d.p("NHIỆM VỤ, GIẢI PHÁP", "bc")
    d.p("I. NÂNG CAO NHẬN THỨC", "b")
    d.p("1. Người đứng đầu cấp ủy, chính quyền trực tiếp phụ trách, chỉ đạo; cán bộ, đảng viên gương mẫu thực hiện.")
    d.p("2. Xây dựng chương trình tuyên truyền.")
    d.p("II. HOÀN THIỆN THỂ CHẾ", "b")
    d.p("1. Sở Tư pháp", "b")
    d.p("a) Chủ trì rà soát văn bản quy phạm pháp luật;")
    d.p("b) Báo cáo kết quả trước ngày 30/6.")
    d.p("2. Sở Tài chính", "b")
    d.p("Bố trí kinh phí.")
    d.p(
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành nghiêm túc triển khai thực hiện; quá trình thực hiện nếu có vướng mắc, kịp thời báo cáo./."
    )
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Văn phòng Chính phủ;", ""), ("- Lưu: VT.", "")],
        [("TM. ỦY BAN NHÂN DÂN", "bc"), ("CHỦ TỊCH", "bc")],
    )


@doc("n-ba-nguoi-duoi-nhau")
def office_n(d: Desk) -> None:
    d.p("ĐẢNG ỦY XÃ KIM TÂN", "b")
    d.p("CHI BỘ TRƯỜNG MẦM NON", "b")
    d.p("*")
    d.p("Kim Tân, ngày 3 tháng 2 năm 2026", "r")
    d.p("BÁO CÁO", "bc")
    d.p("Kết quả sinh hoạt chuyên đề quý I năm 2026", "bc")
    d.p("-----", "c")
    d.p("Kính gửi: Đảng ủy xã Kim Tân")
    d.p("Chi bộ Trường Mầm non báo cáo kết quả như sau:")
    d.p("I. Đặc điểm tình hình:", "b")
    d.p("1. Thuận lợi")
    d.p("Được Đảng ủy quan tâm.")
    d.p("2. Khó khăn")
    d.p("Đảng viên công tác xa nhà.")
    d.p("II. Kết quả:", "b")
    d.p("+ Số buổi sinh hoạt: 01")
    d.p("+ Số đảng viên tham gia: 22/22")
    d.p("NGƯỜI VIẾT BÁO CÁO\t\t\t\tT/M CHI BỘ", "b")
    d.p("\t\t\t\t\t\t\tBÍ THƯ", "b")
    d.p()
    d.p("Lê Thị Nga\t\t\t\t\t\tTrần Thị Hạnh", "b")


@doc("o-phu-luc-co-dau")
def office_o(d: Desk) -> None:
    d.side_by_side(
        [("UBND TỈNH HOA LƯ____", "c"), ("SỞ NỘI VỤ\n-------", "bc"), "Số:....../KH-SNV"],
        [
            (QUOC_HIEU, "bc"),
            ("Độc lập - Tự do - Hạnh phúc________", "bc"),
            ("Hoa Lư, ngày.......tháng.......năm 2026", "ic"),
        ],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Kiểm tra công vụ năm 2026", "bc")
    d.p("Căn cứ Quyết định số 03/QĐ-UBND;")
    d.p("Sở Nội vụ ban hành Kế hoạch:")
    d.p("I. MỤC ĐÍCH", "b")
    d.p("Nâng cao kỷ luật. (Chi tiết tại Phụ lục 01, 02)")
    d.p("II. THỰC HIỆN", "b")
    d.p("Các phòng thực hiện./.")
    d.p("Nơi nhận: Như trên; UBND tỉnh; Lưu: VT, TTr.")
    d.p("GIÁM ĐỐC", "b", left=6000)
    d.p("Đoàn Thế Vinh", "b", left=6000)
    d.document.add_page_break()
    d.side_by_side([("UBND TỈNH HOA LƯ", "c"), ("SỞ NỘI VỤ", "bc")], [("PHỤ LỤC 01", "bc")])
    d.p("DANH SÁCH CƠ QUAN ĐƯỢC KIỂM TRA", "bc")
    d.p("(Kèm theo Kế hoạch số      /KH-SNV ngày      tháng      năm 2026)", "ic")
    d.rows(["TT", "Tên cơ quan", "Thời gian kiểm tra"], ["1", "UBND xã A", "Tháng 3"], ["2", "UBND xã B", "Tháng 4"])
    d.document.add_page_break()
    d.p("PHỤ LỤC 02. ĐỀ CƯƠNG BÁO CÁO", "bc")
    d.p("I. Tình hình chung")
    d.p("1. Biên chế")
    d.p("2. Tổ chức bộ máy")
    d.p("II. Kết quả")


@doc("p-tap-the-hai-cot")
def office_p(d: Desk) -> None:
    d.side_by_side(
        [("BAN CHẤP HÀNH", "bc"), ("CÔNG ĐOÀN XÃ KIM TÂN", "bc"), ("-----", "c"), "Số: 06/CTr-CĐ"],
        [*R, ("Kim Tân, ngày 1 tháng 3 năm 2026", "ic")],
    )
    d.p("CHƯƠNG TRÌNH", "bc")
    d.p("Công tác năm 2026 của Công đoàn xã", "bc")
    d.p("***", "c")
    d.p("A. PHƯƠNG HƯỚNG CHUNG", "b")
    d.p("Tiếp tục đổi mới nội dung, phương thức hoạt động.")
    d.p("B. NHIỆM VỤ CỤ THỂ", "b")
    d.p("Quý I", "b")
    d.p("- Ký kết chương trình phối hợp.")
    d.p("Quý II", "b")
    d.p("- Tổ chức Tháng Công nhân.")
    d.p("C. TỔ CHỨC THỰC HIỆN", "b")
    d.p("1. BCH Công đoàn xã:")
    d.p("- Xây dựng kế hoạch cụ thể.")
    d.p("2. Các tổ công đoàn:")
    d.p("- Phổ biến đến đoàn viên.")
    d.p(
        "Trên đây là chương trình công tác năm 2026. BCH Công đoàn xã đề nghị các tổ công đoàn triển khai thực hiện tốt."
    )
    d.p("TM. BAN CHẤP HÀNH", "br")
    d.p("CHỦ TỊCH", "br")
    d.p("")
    d.p("Hà Thị Thanh", "br")
    d.p("Nơi nhận :", "bi")
    d.p("- LĐLĐ huyện ;")
    d.p("- Đảng uỷ, UBND xã ;")
    d.p("- Lưu VP.")


@doc("q-chi-co-noi-dung-bang")
def office_q(d: Desk) -> None:
    d.p("TRƯỜNG THPT HOA LƯ A", "b")
    d.p("TỔ: NGỮ VĂN", "b")
    d.p("KẾ HOẠCH DẠY HỌC CỦA TỔ CHUYÊN MÔN", "bc")
    d.p("MÔN HỌC: NGỮ VĂN, KHỐI LỚP 10", "bc")
    d.p("(Năm học 2026 - 2027)", "c")
    d.p("I. Đặc điểm tình hình", "b")
    d.p("1. Số lớp: 10; Số học sinh: 420")
    d.p("2. Tình hình đội ngũ: Số giáo viên: 8; Trình độ đào tạo: Đại học: 6; Trên đại học: 2")
    d.p("3. Thiết bị dạy học:")
    d.rows(
        ["STT", "Thiết bị dạy học", "Số lượng", "Các bài thí nghiệm/thực hành", "Ghi chú"],
        ["1", "Máy chiếu", "5", "", ""],
    )
    d.p("II. Kế hoạch dạy học", "b")
    d.p("1. Phân phối chương trình")
    d.rows(
        ["STT", "Bài học (1)", "Số tiết (2)", "Yêu cầu cần đạt (3)"],
        ["1", "Bài 1. Sức hấp dẫn của truyện kể", "10", "Nhận biết được cốt truyện"],
    )
    d.side_by_side(
        [("TỔ TRƯỞNG", "bc"), ("(Ký và ghi rõ họ tên)", "ic"), "", ("Lã Thị Bình", "bc")],
        [
            ("Hoa Lư, ngày 20 tháng 8 năm 2026", "ic"),
            ("HIỆU TRƯỞNG", "bc"),
            ("(Ký và ghi rõ họ tên)", "ic"),
            "",
            ("Đinh Công Tráng", "bc"),
        ],
    )


@doc("r-giay-moi-bien-ban")
def office_r(d: Desk) -> None:
    d.side_by_side(
        [("ĐẢNG ỦY - HĐND - UBND\nXÃ KIM TÂN", "bc"), "Số: 03/GM-UBND"],
        [*R, ("Kim Tân, ngày 14 tháng 6 năm 2026", "ic")],
    )
    d.p("GIẤY MỜI", "bc")
    d.p("Dự hội nghị tổng kết", "bc")
    d.p("Kính gửi: ..............................................")
    d.p("UBND xã Kim Tân trân trọng kính mời ông (bà) tới dự hội nghị.")
    d.p("1. Thời gian: 8h00, ngày 20/6/2026.")
    d.p("2. Địa điểm: Hội trường UBND xã.")
    d.p("Rất mong ông (bà) đến dự đúng thời gian./.")
    d.side_by_side(
        [("Nơi nhận:", "bi"), ("- Như kính gửi;", ""), ("- Lưu: VT.", "")],
        [("TL. CHỦ TỊCH", "bc"), ("CHÁNH VĂN PHÒNG", "bc"), "", ("Vi Thị Sen", "bc")],
    )


@doc("s-mtqq-van-phong-tu-dong")
def office_s(d: Desk) -> None:
    d.side_by_side(
        [("ỦY BAN MTTQ VIỆT NAM\nTỈNH HOA LƯ", "c"), ("BAN THƯỜNG TRỰC", "bc"), ("Số: 88/KH-MTTQ-BTT", "c")],
        [*R, ("Hoa Lư, ngày 07 tháng 4 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Giám sát việc thực hiện chính sách hỗ trợ hộ nghèo", "bc")
    d.p("năm 2026", "bc")
    d.p(
        "Thực hiện Chương trình phối hợp và thống nhất hành động năm 2026; Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:",
        "j",
        first=567,
    )
    o = """
# I. MỤC ĐÍCH, YÊU CẦU
  = 1. Đánh giá khách quan, trung thực việc thực hiện chính sách.
  = 2. Việc giám sát không làm ảnh hưởng đến hoạt động bình thường của đơn vị được giám sát.
# II. NỘI DUNG, ĐỐI TƯỢNG, PHẠM VI
  # 1. Nội dung giám sát
    - Việc ban hành văn bản chỉ đạo.
    - Kết quả thực hiện.
  # 2. Đối tượng giám sát
    ~ Ủy ban nhân dân các xã: Kim Tân, Kim Sơn.
# III. THÀNH PHẦN ĐOÀN GIÁM SÁT
"""
    d.body(o, auto="#=")
    d.p("1. Trưởng đoàn: Bà Đinh Thị Thao, Phó Chủ tịch Thường trực.")
    d.p("2. Thành viên: đại diện Hội Nông dân, Hội Phụ nữ.")
    d.p("IV. LỊCH GIÁM SÁT", "b")
    d.rows(
        ["Ngày", "Buổi", "Đơn vị", "Thành phần"],
        ["15/5", "Sáng", "UBND xã Kim Tân", "Theo giấy mời"],
        ["^", "Chiều", "UBND xã Kim Sơn", "Theo giấy mời"],
    )
    d.p("Căn cứ Kế hoạch này, đề nghị UBND các xã chuẩn bị báo cáo, gửi về Ban Thường trực trước ngày 10/5/2026./.")
    d.side_by_side(
        [
            ("Nơi nhận:", "bi"),
            ("- UBTW MTTQ Việt Nam (b/c);", ""),
            ("- Thường trực Tỉnh ủy,\nHĐND, UBND tỉnh;", ""),
            ("- UBND các xã: Kim Tân, Kim Sơn;", ""),
            ("- Lưu: VT, Ban DC-PL.", ""),
        ],
        [("TM. BAN THƯỜNG TRỰC", "bc"), ("PHÓ CHỦ TỊCH", "bc"), "", "", ("Đinh Thị Thao", "bc")],
    )


@doc("t-so-gd-hai-co-quan")
def office_t(d: Desk) -> None:
    d.side_by_side(
        [("CÔNG AN TỈNH - SỞ GIÁO DỤC VÀ ĐÀO TẠO", "bc"), ("Số: 15/KHLN-CAT-SGDĐT", "c")],
        [*R, ("Hoa Lư, ngày 12 tháng 8 năm 2026", "ic")],
    )
    d.p("KẾ HOẠCH LIÊN NGÀNH", "bc")
    d.p("Bảo đảm an ninh trật tự trường học năm học 2026 - 2027", "bc")
    d.p("Căn cứ Thông tư liên tịch số 34/2009/TTLT-BGDĐT-BCA;", "ij")
    d.p("Công an tỉnh và Sở Giáo dục và Đào tạo thống nhất ban hành kế hoạch:")
    d.p("1. TRÁCH NHIỆM CỦA CÔNG AN TỈNH", "b")
    d.p("1.1. Chỉ đạo công an các xã tuần tra khu vực cổng trường.")
    d.p("1.2. Tập huấn kỹ năng cho cán bộ, giáo viên.")
    d.p("2. TRÁCH NHIỆM CỦA SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b")
    d.p("2.1. Chỉ đạo các trường ký cam kết.")
    d.p("3. CHẾ ĐỘ THÔNG TIN, BÁO CÁO", "b")
    d.p("Định kỳ 6 tháng, hằng năm báo cáo.")
    tb = d.table(1, 2)
    d.cell(tb.cell(0, 0), [("KT. GIÁM ĐỐC SỞ GD&ĐT\nPHÓ GIÁM ĐỐC", "bc"), "", "", ("Ngô Thị Minh", "bc")])
    d.cell(tb.cell(0, 1), [("KT. GIÁM ĐỐC CÔNG AN TỈNH\nPHÓ GIÁM ĐỐC", "bc"), "", "", ("Đại tá Trần Văn Sơn", "bc")])
    d.p("Nơi nhận:", "bi")
    d.p("- UBND tỉnh;")
    d.p("- Công an, UBND các xã;")
    d.p("- Lưu: CAT, SGDĐT.")


@doc("u-don-vi-su-nghiep-bang-ca-trang")
def office_u(d: Desk) -> None:
    d.p("TRẠM Y TẾ XÃ KIM TÂN\t\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    d.p("\t\t\t\t\t\tĐộc lập – Tự do – Hạnh phúc")
    d.p("Số: 12/KH-TYT\t\t\t\tKim Tân, ngày 9 tháng 1 năm 2026")
    d.p("KẾ HOẠCH", "bc")
    d.p("Hoạt động y tế năm 2026", "bc")
    d.p("I. Mục tiêu")
    d.p("1. Mục tiêu chung")
    d.p("Chăm sóc tốt sức khỏe Nhân dân.")
    d.p("2. Chỉ tiêu cụ thể")
    d.rows(
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"],
        ["1", "Tỷ lệ tiêm chủng", "%", "95"],
        ["2", "Khám thai 3 lần", "%", "90"],
    )
    d.p("II. Giải pháp")
    d.p("1. Công tác truyền thông: Đẩy mạnh truyền thông tại cộng đồng.")
    d.p("2. Công tác chuyên môn:")
    d.p("+ Khám chữa bệnh ban đầu;")
    d.p("+ Tiêm chủng mở rộng.")
    d.p("Trên đây là kế hoạch hoạt động năm 2026 của Trạm Y tế xã.")
    d.p("NƠI NHẬN:\t\t\t\t\tTRẠM TRƯỞNG")
    d.p("- TTYT huyện;")
    d.p("- UBND xã;")
    d.p("- Lưu trạm.\t\t\t\t\tYS. Hoàng Thị Lụa")
