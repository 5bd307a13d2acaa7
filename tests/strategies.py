"""Payloads that try to fool a reader."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from schemas.task_table import HEADINGS

_NASTY = [
    "I. MỤC ĐÍCH, YÊU CẦU", "- gạch", "+ cộng", "1. Nhiệm vụ", "a) điểm", "Nơi nhận:", "Số: 02/KH-LĐLĐ", "Trên đây là kế hoạch",
    "KẾ HOẠCH", "/", "Căn cứ Luật", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "{{ 7*7 }}", "{% for x in y %}", "{_{ x }_}", "{%p if a %}",
    "a & b < c > d", "]]>", "</w:t></w:r></w:p>", "\\a", "Ke\u0302\u0301 hoa\u0323ch", "STT", "Nội dung", "hoà hòa uỷ ủy", "  hai   blank ",
    "ngày 11 tháng 01 năm 2023", "x, ngày 01 tháng 02 năm 2020", "Phụ lục I", "Kính gửi:", "TM. BAN THƯỜNG VỤ", "…", "_", "%", "\u00a0x\u00a0y",
    "Số: 02/KH", "02/KH-LĐLĐ", "Kính gửi: Sở A", "- Lưu: VT;", "Độc lập - Tự do - Hạnh phúc", "Thời gian thực hiện", "Tổ chức thực hiện",
    "Ghi chú", "Chủ trì", "(Kèm theo Kế hoạch)", "II.\u00a0NỘI DUNG", "ngày\u00a0\u00a0\u00a0tháng năm", "*", "-----", "x" * 300, "a-b/c_d", "\u202f.",
    "DỰ THẢO", "1", "None", "Đ" * 60, "e\u0301", "😀", "x\u200by", "#}", "“nháy”",
]  # fmt: skip
_LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Mn", "Mc", "Me")),
    min_size=1,
    max_size=12,
)
words = st.one_of(st.sampled_from(_NASTY), _LETTERS).filter(lambda text: bool(text.replace("\u200b", "").strip()))
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
maybe = st.none() | words
runs = st.lists(
    st.fixed_dictionaries(
        {"van_ban": words},
        optional={
            "dam": st.booleans(),
            "nghieng": st.booleans(),
            "gach_chan": st.booleans(),
            "chi_so": st.sampled_from(["tren", "duoi", None]),
        },
    ),
    min_size=1,
    max_size=4,
)
texts = lines | runs
cells = st.just("") | texts
dau = st.none() | st.sampled_from(["-", "+", "*", "•", "a)", "1.", "1.1.", "Bước 1:"])


@st.composite
def task_tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.sets(st.sampled_from(["chu_tri", "phoi_hop", "san_pham", "ghi_chu"])))
    foreign = draw(
        st.lists(
            st.sampled_from(["Kinh phí", "Địa điểm", "Chủ trì", "STT", "I. ABC", "Đ" * 40]), unique=True, max_size=3
        )
    )
    times = st.sampled_from(["", "Quý I/2024", "Quý I/2024", "Tháng 3"]) | cells
    rows: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 5))):
        if draw(st.integers(0, 5)) == 0:
            rows.append({"nhom": draw(words)})
            continue
        row = {
            "noi_dung": draw(texts),
            "thoi_gian": draw(times | st.none()),
            "to_chuc_thuc_hien": draw(cells | st.none()),
        }
        row |= {name: draw(cells | st.none()) for name in columns}
        if foreign:
            row["khac"] = {heading: draw(cells | st.none()) for heading in foreign}
        if draw(st.integers(0, 4)) == 0:
            row["stt"] = draw(st.sampled_from(["1", "2a", "x"]))
        rows.append(row)
    table: dict[str, Any] = {"loai": "bang_nhiem_vu", "nhiem_vu": rows}
    if draw(st.booleans()):
        table["cot"] = draw(
            st.dictionaries(st.sampled_from(sorted(HEADINGS)), words | st.sampled_from(sorted(HEADINGS.values())))
        )
    return table


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A table whose cells span any rectangles that fit."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    taken: set[tuple[int, int]] = set()
    rows: list[list[Any]] = []
    for r in range(height):
        row: list[Any] = []
        for c in range(width):
            if (r, c) in taken:
                continue
            wide, high = 1, 1
            if draw(st.integers(0, 3)) == 0:
                free = next((k for k in range(c, width) if (r, k) in taken), width) - c
                wide, high = draw(st.integers(1, free)), draw(st.integers(1, height - r))
            taken |= {(r + i, c + k) for i in range(high) for k in range(wide)}
            text = draw(cells)
            row.append(text if wide == high == 1 else {"van_ban": text, "cot": wide, "hang": high})
        rows.append(row)
    return {"loai": "bang", "hang": rows, "dau_bang": draw(st.booleans())}


paragraphs = st.builds(lambda d, t: {"loai": "doan", "dau": d, "van_ban": t}, dau, texts)
blocks = st.recursive(
    st.lists(paragraphs | task_tables() | tables(), max_size=3),
    lambda inner: st.lists(
        paragraphs
        | st.builds(
            lambda d, t, n: {"loai": "muc", "tieu_de": t, "noi_dung": n} | ({"dau": d} if d else {}), dau, words, inner
        ),
        max_size=4,
    ),
    max_leaves=8,
)


@st.composite
def deep(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Headings twelve levels deep, something beside each on its way."""
    inner: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 12))):
        inner = [*draw(st.lists(paragraphs, max_size=1)), {"loai": "muc", "tieu_de": draw(words), "noi_dung": inner},
                 *draw(st.lists(paragraphs, max_size=1))]  # fmt: skip
    return inner


signers = st.fixed_dictionaries({"quyen_han": st.lists(words, max_size=2), "chuc_vu": words, "ho_ten": maybe})
dates = st.dates().map(lambda d: f"{d.year:04d}-{d.month:02d}-{d.day:02d}")
listed = words.filter(lambda text: bool(text.strip(" -–—+*•;.,\u00a0\u202f\u200b\n")))
payloads = st.fixed_dictionaries(
    {"co_quan_ban_hanh": words | st.just("")},
    optional={
        "the_thuc": st.sampled_from(["nd30", "dang"]),
        "co_quan_chu_quan": maybe,
        "so": st.none() | st.integers(0, 9999) | st.sampled_from(["4a", "06b", "12đ"]),
        "ky_hieu": st.none() | st.sampled_from(["KH-LĐLĐ", "KH/LĐLĐ", "2024/KH-UBND"]) | words,
        "dia_danh": maybe,
        "ngay_ban_hanh": st.none() | dates | dates.map(lambda d: d[:7]) | dates.map(lambda d: d[:4]),
        "ten_loai": words,
        "trich_yeu": maybe,
        "kinh_gui": st.lists(listed, max_size=3),
        "can_cu": st.lists(texts, max_size=3),
        "mo_dau": st.lists(texts, max_size=3),
        "noi_dung": blocks | deep(),
        "ket_thuc": st.lists(texts, max_size=2),
        "noi_nhan": st.lists(listed, max_size=4),
        "chu_ky": st.lists(signers, max_size=3),
        "phu_luc": st.lists(
            st.fixed_dictionaries(
                {"ten": words, "noi_dung": blocks | deep()}, optional={"tieu_de": maybe, "kem_theo": maybe}
            ),
            max_size=2,
        ),
        **dict.fromkeys(("du_thao", "do_mat", "do_khan", "pham_vi_luu_hanh"), maybe),
    },
)
