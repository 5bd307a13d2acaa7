"""The text of the templates, in the order of the printed document."""

from __future__ import annotations

from tools.templates.words import SECTION, WIDTH, cell, cells, each, p, row, rows, table, tag, when

NBSP = "\u00a0"
LEFT = 3685
"""The left column of the head, 65 mm: leaves 100 mm to Quốc hiệu and the longest places with their dates."""


def _head(party: bool) -> str:
    issuer = when("co_quan_chu_quan", p("KH Cơ quan chủ quản", "{{ co_quan_chu_quan }}")) + p(
        "KH Cơ quan ban hành", "{{ co_quan_ban_hanh }}"
    )
    right = WIDTH - LEFT
    marks = "".join(
        when(name, p(style, "{{ " + name + " }}"))
        for name, style in (("do_mat", "KH Độ mật"), ("do_khan", "KH Độ khẩn"), ("du_thao", "KH Dự thảo"))
    )
    if party:
        issuer += p("KH Dấu sao", "*")
        state = p("KH Quốc hiệu", "ĐẢNG CỘNG SẢN VIỆT NAM") + p(
            "KH Kẻ tiêu ngữ", "{{ 'ĐẢNG CỘNG SẢN VIỆT NAM'|ke_ngang(15, 100, 1) }}"
        )
        so = "Số {{ so|so }}{% if ky_hieu %}-{{ ky_hieu }}{% endif %}"
    else:
        issuer += p("KH Kẻ cơ quan", "{{ co_quan_ban_hanh|ke_ngang(13, 65) }}")
        state = p("KH Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p(
            "KH Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"
        )
        state += p("KH Kẻ tiêu ngữ", "{{ 'Độc lập - Tự do - Hạnh phúc'|ke_ngang(14, 100, 1) }}")
        so = "Số: {{ so|so }}{% if ky_hieu %}/{{ ky_hieu }}{% endif %}"
    date = "{% if dia_danh %}{{ dia_danh }}, {% endif %}{{ ngay_ban_hanh|ngay_thang }}"
    dated = (
        tag("if (dia_danh ~ ', ' ~ ngay_ban_hanh|ngay_thang)|mot_dong(14, 100)")
        + p("KH Địa danh, ngày", date)
        + tag("else")
        + p("KH Địa danh, ngày dài", date)
        + tag("endif")
    )
    grid = [LEFT, right]
    return when("pham_vi_luu_hanh", p("KH Lưu hành", "{{ pham_vi_luu_hanh }}")) + table(
        grid,
        row(cell(issuer, width=LEFT), cell(state, width=right)),
        row(cell(p("KH Số", so), marks, p("KH Cuối ô"), width=LEFT), cell(dated, width=right)),
    )


def _title(party: bool) -> str:
    under = p("KH Gạch dưới", "-----") if party else p("KH Kẻ trích yếu", "{{ trich_yeu|ke_ngang(14, 165) }}")
    title = p("KH Tên loại", "{{ ten_loai }}") + when("trich_yeu", p("KH Trích yếu", "{{ trich_yeu }}"), under)
    many = (
        tag("elif kinh_gui")
        + p("KH Kính gửi nhiều", "Kính gửi:")
        + each("k in kinh_gui", p("KH Kính gửi dòng", "- {{ k }}{% if loop.last %}.{% else %};{% endif %}"))
    )
    return (
        title
        + tag("if kinh_gui|length == 1")
        + each("k in kinh_gui", p("KH Kính gửi một", "Kính gửi: {{ k }}"))
        + many
        + tag("endif")
        + each("c in can_cu", p("KH Căn cứ", "{{ c }}"))
        + each("m in mo_dau", p("KH Mở đầu", "{{ m }}"))
    )


def _task_table() -> str:
    columns = (("stt", "STT", "KH Cột STT", 850), ("noi_dung", "Nội dung", "KH Cột nội dung", 3900),
               ("thoi_gian", "Thời gian thực hiện", "KH Cột thời gian", 1700))  # fmt: skip
    heads = [
        cell(p(style, "{{ d.cot." + key + "|mac_dinh('" + text + "') }}"), width=width)
        for key, text, style, width in columns
    ]
    who = cell(p("KH Cột thực hiện", "{{ d.cot.to_chuc_thuc_hien|mac_dinh('Tổ chức thực hiện') }}"), width=2500)
    extra = [("chu_tri", "Chủ trì"), ("phoi_hop", "Phối hợp"), ("san_pham", "Sản phẩm"), ("ghi_chu", "Ghi chú")]
    stacked = "".join(
        tag(f"{'if' if n == 0 else 'elif'} c.khoa == '{key}'")
        + p(f"KH Cột {text.lower()}", "{{ c.tieu_de|mac_dinh('" + text + "') }}")
        for n, (key, text) in enumerate(extra)
    )
    stacked += tag("else") + p("KH Cột khác", "{{ c.tieu_de }}") + tag("endif")
    optional = "d.co.to_chuc_thuc_hien"
    return table(
        [850, 4050, 1800, 2655],  # shared anew where there are more columns (service/mau/grids.py)
        row(
            *heads,
            cells(f"if {optional}"),
            who,
            cells("endif"),
            cells("for c in d.cot_them"),
            cell(stacked),
            cells("endfor"),
            header=True,
        ),
        rows("for g in d.nhom"),
        rows("if g.loai == 'nhom'"),
        row(cell(p("KH Ô nhóm", "{% colspan d.so_cot %}{{ g.ten }}"))),
        rows("elif g.loai == 'gop'"),
        row(cells("for o in g.o"), cell(p("KH Ô gộp", "{% colspan o.rong %}{{ o.van_ban }}")), cells("endfor")),
        rows("elif g.loai == 'hang'"),
        rows("for n in g.hang"),
        row(
            cell(p("KH Ô STT", "{{ n.stt }}")),
            cell(p("KH Ô nội dung", "{{ n.noi_dung }}")),
            cell(p("KH Ô thời gian", "{% vm %}{{ g.thoi_gian }}")),
            cells(f"if {optional}"),
            cell(p("KH Ô thực hiện", "{{ n.to_chuc_thuc_hien }}")),
            cells("endif"),
            cells("for o in n.o"),
            cell(p("KH Ô thêm", "{{ o }}")),
            cells("endfor"),
        ),
        rows("endfor"),
        rows("endif"),
        rows("endfor"),
        bordered=True,
    )


def _table() -> str:
    def line(style: str, header: bool) -> str:
        text = "{% colspan o.rong %}{{ o|gop_doc }}{{ o.van_ban }}"
        return row(cells("for o in h.o"), cell(p(style, text)), cells("endfor"), header=header)

    grid = [WIDTH // 4] * 4
    head, plain = line("KH Ô bảng đầu", True), line("KH Ô bảng", False)
    return table(
        grid,
        rows("for h in d.hang"),
        rows("if h.dau_bang"),
        head,
        rows("else"),
        plain,
        rows("endif"),
        rows("endfor"),
        bordered=True,
    )


def _lines() -> str:
    marked = "{{ d.dau }}" + NBSP
    kinds = [
        ("gach", p("KH Gạch đầu dòng", "- {{ d.van_ban }}")),
        ("doan", p("KH Đoạn", "{{ d.van_ban }}")),
        *[(f"muc_{n}", p(f"KH Mục {n}", marked + "{{ d.tieu_de }}")) for n in (1, 2, 3)],
        ("bang_nhiem_vu", p("KH Trước bảng nhiệm vụ") + _task_table() + p("KH Sau bảng")),
        ("diem", p("KH Điểm", marked + "{{ d.van_ban }}")),
        ("cong", p("KH Dấu cộng", "+ {{ d.van_ban }}")),
        ("bang", p("KH Trước bảng") + _table() + p("KH Sau bảng")),
        *[(f"muc_{n}", p(f"KH Mục {n}", marked + "{{ d.tieu_de }}")) for n in range(4, 10)],
        ("het_muc", p("KH Hết mục")),
        ("sau", p("KH Sâu thêm")),
    ]
    inner = "".join(
        tag(f"{'if' if n == 0 else 'elif'} d.loai == '{kind}'") + xml for n, (kind, xml) in enumerate(kinds)
    )
    return each("d in phan.dong", inner, tag("endif"))


def _signature() -> str:
    recipients = when(
        "noi_nhan",
        p("KH Nơi nhận", "Nơi nhận:"),
        each("n in noi_nhan", p("KH Nơi nhận dòng", "- {{ n }}{% if loop.last %}.{% else %};{% endif %}")),
    )
    office = each("q in c.quyen_han", p("KH Quyền hạn", "{{ q }}")) + when(
        "c.chuc_vu", p("KH Chức vụ", "{{ c.chuc_vu }}")
    )
    name = p("KH Chỗ ký") + when("c.ho_ten", p("KH Họ tên", "{{ c.ho_ten }}"))
    left = 4300
    beside = table(
        [left, WIDTH - left],
        row(
            cell(recipients, p("KH Cuối ô"), width=left),
            cell(each("c in chu_ky", office + name), p("KH Cuối ô"), width=WIDTH - left),
        ),
    )
    # Side by side, the names on one level; the recipients in the last row, so that all of it is one thing that no page
    # break divides: every row is kept with the next.
    signers = table(
        [WIDTH // 2] * 2,
        row(cells("for c in chu_ky"), cell(office, p("KH Cuối ô")), cells("endfor")),
        row(cells("for c in chu_ky"), cell(name, p("KH Cuối ô")), cells("endfor")),
        row(cell(p("KH Giữa ký", "{% colspan chu_ky|length %}"), recipients, p("KH Cuối ô"))),
    )
    return (
        tag("if chu_ky|length > 1") + p("KH Trước nhiều chữ ký") + signers
        + tag("elif chu_ky or noi_nhan") + p("KH Trước ký") + beside + tag("endif")
    )  # fmt: skip


def body(party: bool) -> str:
    """The content of `w:body`, its last section included."""
    annex = p("KH Phụ lục", "{{ phan.ten }}") + "".join(
        when(f"phan.{name}", p(style, "{{ phan." + name + " }}"))
        for name, style in (("tieu_de", "KH Phụ lục tiêu đề"), ("kem_theo", "KH Kèm theo"))
    )
    # LibreOffice gives the end of the section to the line before and drops its own: that must not be a tag's.
    next_section = p("KH Ngắt phần") + f'<w:p><w:pPr><w:pStyle w:val="KHNgatphan"/>{SECTION}</w:pPr></w:p>'
    parts = each(
        "phan in cac_phan",
        tag("if phan.loai == 'chinh'"),
        _head(party),
        p("KH Ngắt đầu"),
        _title(party),
        tag("elif phan.loai == 'phu_luc'"),
        annex,
        tag("endif"),
        _lines(),
        when("phan.loai == 'chinh'", each("k in ket_thuc", p("KH Kết thúc", "{{ k }}")), _signature()),
        when("not loop.last", next_section),
    )
    return parts + p("KH Cuối ô") + SECTION
