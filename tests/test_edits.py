"""Documents edited by hand: exactly what was changed is read as changed, and foreign text is unread (law 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

import pytest

from schemas import dump, load
from service.docx.names import W
from service.mau import Templates
from service.reading import parse
from tests.plans import rich
from tests.word import Word, after, element, fill, remove, text_of

Plan = dict[str, Any]


def canonical(plan: Plan) -> Plan:
    return dump(load(plan))


def nothing(plan: Plan) -> None:
    """The plan stays as it was."""


class Edit(NamedTuple):
    """What is done to the document, what that does to the plan, what stays unread, and the codes of the warnings."""

    name: str
    do: Callable[[Word], object]
    means: Callable[[Plan], object] = nothing
    unread: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()


RESTYLED = ("paragraph_restyled",)


def section(plan: Plan, number: int) -> list[Any]:
    found: list[Any] = plan["noi_dung"][number]["noi_dung"]
    return found


def tasks(plan: Plan) -> list[Any]:
    rows: list[Any] = plan["noi_dung"][1]["noi_dung"][1]["noi_dung"][0]["nhiem_vu"]
    return rows


def task(text: str, time: str, who: str) -> Plan:
    return {"noi_dung": text, "thoi_gian": time, "to_chuc_thuc_hien": who}


def doan(text: str, dau: str | None = None) -> Plan:
    return {"loai": "doan", "dau": dau, "van_ban": text}


def muc(dau: str, title: str, *inner: Plan) -> Plan:
    return {"loai": "muc", "dau": dau, "tieu_de": title, "noi_dung": list(inner)}


def copied(word: Word, text: str, new: str) -> Any:
    """A copy of the paragraph that has `text`, as Enter makes it, with other words."""
    paragraph = deepcopy(word.find(text))
    texts = list(paragraph.iter(W + "t"))
    texts[0].text = new
    for other in texts[1:]:
        other.text = ""
    return paragraph


def whole(word: Word, first: str, last: str) -> list[Any]:
    """The blocks of the body from the one with `first` to the one with `last`."""
    blocks = list(word.body)
    start = next(i for i, b in enumerate(blocks) if first in text_of(b))
    end = next(i for i, b in enumerate(blocks) if last in text_of(b) and i >= start)
    return blocks[start : end + 1]


def new_row(word: Word, like: str, *texts: str | None) -> Any:
    """A row as Word inserts it: copied properties, new words; None keeps the cell."""
    row = deepcopy(word.row(like))
    for cell, text in zip(row.findall(W + "tc"), texts, strict=True):
        if text is not None:
            row.replace(cell, fill(cell, text))
    return row


def cells(word: Word, row: Any) -> list[Any]:
    return list(row.findall(W + "tc"))


def table(word: Word) -> Any:
    return word.row("Tập huấn nghiệp vụ").getparent()


def add_column(word: Word, heading: str, *texts: str) -> None:
    """A column at the right, its cells copied from the one beside them, as Word does."""
    for row, text in zip(table(word).findall(W + "tr"), (heading, *texts), strict=True):
        last = cells(word, row)[-1]
        after(last, fill(last, text))


def drop_column(word: Word, number: int) -> None:
    for row in table(word).findall(W + "tr"):
        remove(cells(word, row)[number])


def swap_columns(word: Word, one: int, other: int) -> None:
    for row in table(word).findall(W + "tr"):
        found = cells(word, row)
        found[one], found[other] = found[other], found[one]
        for cell in found:
            row.remove(cell)
            row.append(cell)


def swap_rows(word: Word, one: str, other: str) -> None:
    a, b = word.row(one), word.row(other)
    holder = a.getparent()
    i, j = holder.index(a), holder.index(b)
    holder.insert(i, b)
    holder.insert(j, a)


def split_time(word: Word) -> None:
    """The merged time cell split before its last row, and another time typed there."""
    cell = cells(word, word.row("Chấm bài thi"))[2]
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    merge.getparent().remove(merge)
    p = cell.find(W + "p")
    for r in p.findall(W + "r"):
        p.remove(r)
    p.append(element("r", element("t", text="Quý II/2024")))


def merge_down(word: Word, first: str, second: str, column: int) -> None:
    """Two cells of a column merged by hand: the lower one keeps an empty paragraph."""
    for text, kind in ((first, {"val": "restart"}), (second, {})):
        cell = cells(word, word.row(text))[column]
        cell.find(W + "tcPr").append(element("vMerge", **kind))
        if not kind:
            for p in cell.findall(W + "p"):
                for r in p.findall(W + "r"):
                    p.remove(r)


def header(word: Word, part: str, text: str) -> None:
    xml = word.parts[part]
    at = xml.rindex(b"</w:hdr>")
    word.parts[part] = xml[:at] + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>".encode() + xml[at:]


def retitle(word: Word, text: str, new: str | None = None) -> None:
    """A heading typed anew: Normal, bold, an ordinary blank after the marker."""
    old = word.find(text)
    after(old, word.typed((new or text_of(old)).replace("\u00a0", " "), b=True))
    remove(old)


SCALARS = [
    Edit("a number written over", lambda w: w.retype("Số: 15", "Số: 16"), lambda p: p.update(so="16")),
    Edit("a day written over", lambda w: w.retype("Mộc Châu, ngày 05", "Mộc Châu, ngày 06"), lambda p: p.update(ngay_ban_hanh="2024-03-06")),
    Edit("a place removed", lambda w: w.retype("Mộc Châu, ", ""), lambda p: p.update(dia_danh=None)),
    Edit("the symbol removed", lambda w: w.retype("/KH-SGDĐT", ""), lambda p: p.update(ky_hieu=None)),
    Edit("the superior body removed", lambda w: remove(w.find("UBND TỈNH SƠN LA")), lambda p: p.update(co_quan_chu_quan=None)),
    Edit("the subject removed", lambda w: remove(w.find("Tổ chức hội thi")), lambda p: p.update(trich_yeu=None)),
    Edit("the subject broken over two lines", lambda w: w.retype("giáo viên giỏi năm", "giáo viên giỏi cấp tỉnh năm"),
         lambda p: p.update(trich_yeu="Tổ chức hội thi giáo viên giỏi cấp tỉnh năm 2024")),
    Edit("a mark removed", lambda w: remove(w.find("HỎA TỐC")), lambda p: p.update(do_khan=None)),
]  # fmt: skip

LINES = [
    Edit("a recipient added", lambda w: after(w.find("Trường trực thuộc"), copied(w, "Trường trực thuộc", "- Hội Khuyến học;")),
         lambda p: p["noi_nhan"].insert(3, "Hội Khuyến học")),
    Edit("a recipient added after the last", lambda w: after(w.find("Lưu: VT"), copied(w, "Lưu: VT", "- Hội Khuyến học.")),
         lambda p: p["noi_nhan"].append("Hội Khuyến học")),
    Edit("a recipient typed in Normal", lambda w: after(w.find("UBND tỉnh"), w.typed("- Hội Khuyến học;")),
         lambda p: p["noi_nhan"].insert(1, "Hội Khuyến học"), warns=RESTYLED),
    Edit("a recipient removed", lambda w: remove(w.find("Trường trực thuộc")), lambda p: p["noi_nhan"].pop(2)),
    Edit("the last recipient removed", lambda w: remove(w.find("Lưu: VT")), lambda p: p["noi_nhan"].pop()),
    Edit("recipients reordered", lambda w: after(w.find("Trường trực thuộc"), w.find("UBND tỉnh")),
         lambda p: p["noi_nhan"].insert(2, p["noi_nhan"].pop(0))),
    Edit("a recipient without its semicolon", lambda w: w.retype("trực thuộc;", "trực thuộc")),
    Edit("a basis added", lambda w: after(w.find("Căn cứ Luật"), copied(w, "Căn cứ Luật", "Theo đề nghị của Thanh tra;")),
         lambda p: p["can_cu"].insert(1, "Theo đề nghị của Thanh tra;")),
    Edit("a basis typed in Normal", lambda w: after(w.find("Căn cứ Luật"), w.typed("Theo đề nghị của Thanh tra;")),
         lambda p: p["can_cu"].insert(1, "Theo đề nghị của Thanh tra;"), warns=RESTYLED),
    Edit("a basis removed", lambda w: remove(w.find("Căn cứ Luật")), lambda p: p["can_cu"].pop(0)),
    Edit("a closing paragraph added", lambda w: after(w.find("Trên đây là"), copied(w, "Trên đây là", "Vướng mắc báo về Sở.")),
         lambda p: p["ket_thuc"].append("Vướng mắc báo về Sở.")),
    Edit("a signer's office changed", lambda w: w.retype("PHÓ GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC"),
         lambda p: p["chu_ky"][0].update(chuc_vu="QUYỀN GIÁM ĐỐC")),
    Edit("a line of authority removed", lambda w: remove(w.find("KT. GIÁM ĐỐC")), lambda p: p["chu_ky"][0].update(quyen_han=[])),
    Edit("a name removed", lambda w: remove(w.find("Cầm Văn Đoàn")), lambda p: p["chu_ky"][0].update(ho_ten=None)),
    Edit("a second name under the first", lambda w: after(w.find("Cầm Văn Đoàn"), copied(w, "Cầm Văn Đoàn", "Lò Thị Mai")),
         lambda p: p["chu_ky"].append({"quyen_han": [], "chuc_vu": None, "ho_ten": "Lò Thị Mai"})),
]  # fmt: skip

SECTIONS = [
    Edit("a section deleted", lambda w: remove(*whole(w, "III.\u00a0KINH", "Thuê hội trường")), lambda p: p["noi_dung"].pop(2)),
    Edit("a section added", lambda w: after(w.find("làm đầu mối"), copied(w, "IV.\u00a0TỔ CHỨC", "V.\u00a0KHEN THƯỞNG"), copied(w, "Ngân sách chi", "Khen tập thể.")),
         lambda p: p["noi_dung"].append(muc("V.", "KHEN THƯỞNG", doan("Khen tập thể.")))),
    Edit("a section moved", lambda w: after(w.find("làm đầu mối"), *whole(w, "III.\u00a0KINH", "Thuê hội trường")),
         lambda p: p["noi_dung"].insert(3, p["noi_dung"].pop(2))),
    Edit("a paragraph deleted", lambda w: remove(w.find("Tôn vinh nhà giáo")), lambda p: section(p, 0).pop(1)),
    Edit("a paragraph added by Enter", lambda w: after(w.find("Phát hiện"), copied(w, "Phát hiện", "Chọn đội tuyển.")),
         lambda p: section(p, 0).insert(1, doan("Chọn đội tuyển."))),
    Edit("a paragraph typed in Normal between two sections", lambda w: after(w.find("khách quan"), w.typed("Các trường tự chọn người dự thi.")),
         lambda p: section(p, 0).append(doan("Các trường tự chọn người dự thi.")), warns=RESTYLED),
    Edit("a long paragraph typed in Normal", lambda w: after(w.find("Phát hiện"), w.typed("Các trường tự chọn người dự thi. " * 20)),
         lambda p: section(p, 0).insert(1, doan(("Các trường tự chọn người dự thi. " * 20).strip())), warns=RESTYLED),
    Edit("a dash typed in Normal", lambda w: after(w.find("Tôn vinh"), w.typed("- Khuyến khích đổi mới.")),
         lambda p: section(p, 0).insert(2, doan("Khuyến khích đổi mới.", "-")), warns=RESTYLED),
    Edit("a plus typed in Normal", lambda w: after(w.find("Tôn vinh"), w.typed("+ Khuyến khích đổi mới.")),
         lambda p: section(p, 0).insert(2, doan("Khuyến khích đổi mới.", "+")), warns=RESTYLED),
    Edit("a point typed in Normal", lambda w: after(w.find("khách quan"), w.typed("b) Chấm điểm hai vòng độc lập;")),
         lambda p: section(p, 0).append(doan("Chấm điểm hai vòng độc lập;", "b)")), warns=RESTYLED),
    Edit("a heading retyped in Normal and bold", lambda w: retitle(w, "III.\u00a0KINH PHÍ"), warns=RESTYLED),
    Edit("the first heading retyped in Normal and bold", lambda w: retitle(w, "I.\u00a0MỤC ĐÍCH"), warns=RESTYLED),
    Edit("a subheading retyped in Normal and bold", lambda w: retitle(w, "2.\u00a0Phần thực hành"), warns=RESTYLED),
    Edit("a first subheading retyped in Normal and bold", lambda w: retitle(w, "1.\u00a0Phần lý thuyết"), warns=RESTYLED),
    Edit("a heading of the third level retyped in Normal and bold", lambda w: retitle(w, "a)\u00a0Vòng sơ khảo"), warns=RESTYLED),
    Edit("a new section typed in Normal and bold", lambda w: after(w.find("làm đầu mối"), w.typed("V. KHEN THƯỞNG", b=True), w.typed("Khen tập thể.")),
         lambda p: p["noi_dung"].append(muc("V.", "KHEN THƯỞNG", doan("Khen tập thể."))), warns=RESTYLED),
    Edit("a heading's title changed whole", lambda w: w.retype("KINH PHÍ", "NGUỒN LỰC"), lambda p: p["noi_dung"][2].update(tieu_de="NGUỒN LỰC")),
    Edit("an annex deleted", lambda w: remove(*whole(w, "Phụ lục II", "Phiếu đăng ký")), lambda p: p["phu_luc"].pop()),
    Edit("a paragraph added in an annex", lambda w: after(w.find("Phiếu đăng ký"), copied(w, "Phiếu đăng ký", "Gửi về Sở.")),
         lambda p: p["phu_luc"][1]["noi_dung"].append(doan("Gửi về Sở."))),
    Edit("an empty line typed", lambda w: after(w.find("Phát hiện"), w.typed(""), w.typed(" "))),
    Edit("bold on two words", lambda w: bold(w, "giáo viên có", "Phát hiện"),
         lambda p: section(p, 0)[0].update(van_ban=[{"van_ban": "Phát hiện "}, {"van_ban": "giáo viên có", "dam": True}, {"van_ban": " năng lực."}])),
]  # fmt: skip


def bold(word: Word, part: str, paragraph: str) -> None:
    word.retype(part, part)
    p = word.find(paragraph)
    runs = [r for r in p.findall(W + "r") if text_of(r) and text_of(r) in part]
    assert runs
    for r in runs:
        old = r.find(W + "rPr")
        if old is not None:
            r.remove(old)
        r.insert(0, element("rPr", element("b")))


TABLES = [
    Edit("a row inserted between merged rows", lambda w: after(w.row("Tập huấn"), new_row(w, "Tập huấn", "3", "Ra đề thi", None, "Tổ ra đề")),
         lambda p: [tasks(p).insert(2, task("Ra đề thi", "Quý I/2024", "Tổ ra đề")), number(p, 3, "3"), number(p, 4, "4")]),
    Edit("a row appended", lambda w: after(w.row("Tổng kết hội thi"), new_row(w, "Tổng kết hội thi", "5", "Lưu hồ sơ", "Tháng 7", "Văn thư")),
         lambda p: tasks(p).append(task("Lưu hồ sơ", "Tháng 7", "Văn thư"))),
    Edit("a row deleted inside a group", lambda w: remove(w.row("Tập huấn")), lambda p: [tasks(p).pop(1), number(p, 1, "3"), number(p, 2, "4")]),
    Edit("the last row deleted", lambda w: remove(w.row("Tổng kết hội thi")), lambda p: tasks(p).pop()),
    Edit("two rows of a group swapped", lambda w: swap_rows(w, "Tập huấn", "Chấm bài"),
         lambda p: [tasks(p).insert(1, tasks(p).pop(2)), number(p, 1, "3"), number(p, 2, "2")]),
    Edit("another time for the last row of a group", split_time, lambda p: tasks(p)[2].update(thoi_gian="Quý II/2024")),
    Edit("the time of a group changed", lambda w: w.retype("Quý I/2024", "Quý II/2024"),
         lambda p: [row.update(thoi_gian="Quý II/2024") for row in tasks(p)[:3]]),
    Edit("bodies merged by hand", lambda w: merge_down(w, "Thành lập ban", "Tập huấn", 3),
         lambda p: tasks(p)[1].update(to_chuc_thuc_hien="Văn phòng")),
    Edit("a cell emptied", lambda w: w.retype("Khảo thí", ""), lambda p: tasks(p)[2].update(to_chuc_thuc_hien="")),
    Edit("a second paragraph in a cell", lambda w: after(w.find("Khảo thí"), copied(w, "Khảo thí", "Thanh tra Sở")),
         lambda p: tasks(p)[2].update(to_chuc_thuc_hien="Khảo thí\nThanh tra Sở")),
    Edit("a cell typed in Normal", lambda w: w.restyle(w.find("Khảo thí"))),
    Edit("a column added", lambda w: add_column(w, "Kinh phí", "1", "2", "3", "4"),
         lambda p: [row.update(khac={"Kinh phí": str(n)}) for n, row in enumerate(tasks(p), 1)], warns=("columns_changed",)),
    Edit("a column of ours added", lambda w: add_column(w, "Ghi chú", "x", "", "", "y"),
         lambda p: [row.update(ghi_chu=note) for note, row in zip(("x", "", "", "y"), tasks(p), strict=True)], warns=("columns_changed",)),
    Edit("the number column removed", lambda w: drop_column(w, 0), warns=("columns_changed",)),
    Edit("the column of bodies removed", lambda w: drop_column(w, 3), lambda p: [row.update(to_chuc_thuc_hien="") for row in tasks(p)]),
    Edit("the time column removed", lambda w: drop_column(w, 2), lambda p: [row.update(thoi_gian="") for row in tasks(p)],
         warns=("columns_changed",)),
    Edit("two columns swapped", lambda w: swap_columns(w, 1, 3), warns=("columns_changed",)),
    Edit("the merged column moved to the end", lambda w: swap_columns(w, 2, 3), warns=("columns_changed",)),
    Edit("a heading reworded", lambda w: w.retype("Tổ chức thực hiện", "Đơn vị thực hiện"),
         lambda p: p["noi_dung"][1]["noi_dung"][1]["noi_dung"][0].update(cot={"to_chuc_thuc_hien": "Đơn vị thực hiện"})),
    Edit("a row of the plain table added", lambda w: after(w.row("Thuê hội"), new_row(w, "Thuê hội", "Nước uống", "Một triệu")),
         lambda p: section(p, 2)[1]["hang"].append(["Nước uống", "Một triệu"])),
    Edit("a plain table typed in Normal", lambda w: after(w.find("khách quan"), typed_table(w, ["Cụm", "Ngày"], ["Một", "Hai"])),
         lambda p: section(p, 0).append({"loai": "bang", "dau_bang": False, "hang": [["Cụm", "Ngày"], ["Một", "Hai"]]})),
    Edit("a plain table in the style of the line it was put in at",
         lambda w: after(w.find("khách quan"), typed_table(w, ["Cụm", "Ngày"], ["Một", "Hai"], style="KH Đoạn")),
         lambda p: section(p, 0).append({"loai": "bang", "dau_bang": False, "hang": [["Cụm", "Ngày"], ["Một", "Hai"]]})),
]  # fmt: skip


def number(plan: Plan, row: int, stt: str) -> None:
    """What the STT column still says is kept where it is no longer the running number."""
    if stt != str(row + 1):
        tasks(plan)[row]["stt"] = stt


def typed_table(word: Word, *rows: list[str], style: str | None = None) -> Any:
    return element(
        "tbl",
        element("tblPr", element("tblW", w="0", type="auto")),
        element("tblGrid", *(element("gridCol", w="2000") for _ in rows[0])),
        *(
            element(
                "tr",
                *(
                    element("tc", element("tcPr", element("tcW", w="2000", type="dxa")), word.typed(text, style))
                    for text in row
                ),
            )
            for row in rows
        ),
    )


LISTED = [[f"Đoàn viên {n}", "Chi đoàn cơ quan", "Đã nộp"] for n in range(300)]


def test_a_long_list_put_in_is_a_table_of_the_plan_it_stands_in(templates: Templates) -> None:
    listed = {"loai": "bang", "dau_bang": False, "hang": LISTED}
    for style in (None, "KH Đoạn"):
        put = Edit(
            "a list of names",
            lambda w, style=style: after(w.find("khách quan"), typed_table(w, *LISTED, style=style)),
            lambda p: section(p, 0).append(listed),
        )
        check(templates, rich(), put)


FOREIGN = [
    Edit("text in a header", lambda w: header(w, "word/header1.xml", "Tài liệu nội bộ"), unread=("Tài liệu nội bộ",)),
    Edit("text before the motto", lambda w: w.body.insert(0, w.typed("Bản sao lưu tại phòng Hành chính")), unread=("Bản sao lưu tại phòng Hành chính",)),
    Edit("text under the motto", lambda w: after(w.find("Độc lập - Tự do"), w.typed("Hội đồng thi đua")), unread=("Hội đồng thi đua",)),
    Edit("text after the signature", lambda w: after(w.row("Nơi nhận:").getparent(), w.typed("Người lập biểu đã kiểm tra số liệu")),
         unread=("Người lập biểu đã kiểm tra số liệu",)),
    Edit("a remark beside the signature", lambda w: after(w.find("PHÓ GIÁM ĐỐC"), w.typed("(Đã ký)")), unread=("(Đã ký)",)),
    Edit("a stamp line in capitals", lambda w: after(w.find("PHÓ GIÁM ĐỐC"), w.typed("(ký tên, đóng dấu)")), unread=("(ký tên, đóng dấu)",)),
    Edit("a telephone under the number", lambda w: after(w.find("Số: 15"), w.typed("Điện thoại: 0212 3852 999")), unread=("Điện thoại: 0212 3852 999",)),
    Edit("a fixed line reworded", lambda w: w.retype("Nơi nhận:", "Nơi gửi:"), unread=("Nơi gửi:",), warns=("wording_changed",)),
    Edit("the motto typed anew", lambda w: w.retype("Độc lập - Tự do", "Độc lập – Tự  do")),
]  # fmt: skip


ALL = SCALARS + LINES + SECTIONS + TABLES + FOREIGN


@pytest.mark.parametrize("edit", ALL, ids=lambda edit: edit.name)
def test_an_edit_is_read_as_what_it_is(templates: Templates, edit: Edit) -> None:
    check(templates, rich(), edit)


def check(templates: Templates, plan: Plan, edit: Edit) -> None:
    expected = canonical(plan)
    word = Word(templates.for_plan(load(plan)).render(load(plan)))
    edit.do(word)
    edit.means(expected)
    answer = parse(word.save(), templates)
    assert answer.plan == canonical(expected)
    assert [p.text for p in answer.unread] == list(edit.unread)
    assert {note.message.code for note in answer.notes} == set(edit.warns)
    assert all(note.where is not None for note in answer.notes)
    assert answer.kind == "template"


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, entry in value.items():
            if key not in ("loai", "dau", "the_thuc", "so", "ngay_ban_hanh"):
                yield from leaves(entry, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from leaves(entry, f"{pointer}/{index}")
    elif isinstance(value, str):
        yield pointer, value


def put(plan: Any, pointer: str, text: str) -> None:
    *steps, last = pointer.split("/")[1:]
    for step in steps:
        plan = plan[int(step)] if isinstance(plan, list) else plan[step]
    plan[int(last) if isinstance(plan, list) else last] = text


FIELDS = [pointer for pointer, _ in leaves(canonical(rich())) if not re.search(r"nhiem_vu/[012]/thoi_gian", pointer)]


@pytest.mark.parametrize("form", ["nd30", "dang"])
@pytest.mark.parametrize("tracked", [False, True], ids=["typed", "tracked"])
@pytest.mark.parametrize("place", [0, 1, -1], ids=["first", "second", "last"])
def test_a_word_changed_in_any_field_is_that_field_changed(
    templates: Templates, form: str, tracked: bool, place: int
) -> None:
    plan = rich() | {"the_thuc": form}
    document = templates.for_plan(load(plan)).render(load(plan))
    before = canonical(plan)
    for pointer, text in leaves(before):
        if pointer not in FIELDS:
            continue
        words = text.split()
        words[min(place, len(words) - 1)] = "ZÊTA"
        word = Word(document)
        word.retype(text, " ".join(words), tracked)
        expected = deepcopy(before)
        put(expected, pointer, " ".join(words))
        answer = parse(word.save(), templates)
        assert answer.plan == expected, pointer
        assert not answer.unread, pointer
        assert {note.message.code for note in answer.notes} == ({"tracked_changes"} if tracked else set()), pointer


@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_a_line_that_lost_its_style_is_read_as_before_with_a_warning(templates: Templates, form: str) -> None:
    plan = rich() | {"the_thuc": form}
    document = templates.for_plan(load(plan)).render(load(plan))
    before = canonical(plan)
    wrong = []
    for number, paragraph in enumerate(Word(document).paragraphs()):
        if not text_of(paragraph).strip():
            continue
        word = Word(document)
        word.restyle(list(word.paragraphs())[number])
        answer = parse(word.save(), templates)
        codes = {note.message.code for note in answer.notes}
        if answer.plan != before or answer.unread or codes - {"paragraph_restyled"}:
            wrong.append((text_of(paragraph), [p.text for p in answer.unread], codes))
    assert not wrong


def test_a_value_that_cannot_be_read_is_named_in_a_warning(templates: Templates) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype("Mộc Châu, ngày 05 tháng 3", "Mộc Châu, ngày 31 tháng 2")
    answer = parse(word.save(), templates)
    assert answer.plan["ngay_ban_hanh"] is None
    assert answer.plan["dia_danh"] == "Mộc Châu"
    (warning,) = answer.as_dict()["warnings"]
    assert (warning["code"], warning["pointer"]) == ("value_not_read", "/ngay_ban_hanh")
    assert "ngày 31 tháng 2 năm 2024" in warning["detail"]
    assert [entry["text"] for entry in answer.as_dict()["unread"]] == ["Mộc Châu, ngày 31 tháng 2 năm 2024"]
