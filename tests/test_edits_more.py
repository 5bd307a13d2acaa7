"""Hand edits beyond one change in one template: drafts filled in, other style names, several signers, the Party's form."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from schemas import dump, load
from service.docx.names import W
from service.mau import Templates
from service.reading import Answer, parse
from tests.plans import rich
from tests.test_edits import LINES, SECTIONS, TABLES, Edit, Plan, check, tasks
from tests.word import Word, after, element, fill, text_of

PARTY = [edit for edit in LINES + SECTIONS + TABLES if "Số:" not in edit.name]


@pytest.mark.parametrize("edit", PARTY, ids=lambda edit: edit.name)
def test_an_edit_of_a_party_document_is_read_as_what_it_is(templates: Templates, edit: Edit) -> None:
    check(templates, rich() | {"the_thuc": "dang"}, edit)


def opened(templates: Templates, plan: Plan) -> Word:
    return Word(templates.for_plan(load(plan)).render(load(plan)))


def write(word: Word, line: str, before: str, typed: str, keep: int) -> None:
    """Type into the gap behind `before`, leaving `keep` of its no-break blanks on each side."""
    t = next(t for t in word.find(line).iter(W + "t") if before in (t.text or ""))
    head, _, rest = t.text.partition(before)
    gap = len(rest) - len(rest.lstrip("\u00a0 "))
    blanks = "\u00a0" * keep
    t.text = head + before + blanks + typed + blanks + rest[gap:]


@pytest.mark.parametrize("keep", [0, 1, 3])
@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_a_draft_filled_in_by_hand_has_its_number_and_day(templates: Templates, form: str, keep: int) -> None:
    plan = rich() | {"the_thuc": form, "so": None, "ngay_ban_hanh": "2024-03"}
    word = opened(templates, plan)
    write(word, "KH-SGDĐT", "Số:" if form == "nd30" else "Số", "7", keep or (form == "dang"))
    write(word, "Mộc Châu, ngày", "ngày", "9", max(keep, 1))
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(plan | {"so": "07", "ngay_ban_hanh": "2024-03-09"}))
    assert not answer.unread
    assert not answer.notes


@pytest.mark.parametrize("filled", ["......", "……", "____"])
def test_a_gap_of_dots_is_still_a_gap(templates: Templates, filled: str) -> None:
    plan = rich() | {"so": None, "ngay_ban_hanh": None}
    word = opened(templates, plan)
    for t in word.root.iter(W + "t"):
        if "ngày \u00a0" in (t.text or "") or "Số: \u00a0" in (t.text or ""):
            t.text = t.text.replace("\u00a0" * 6, filled)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(plan))
    assert not answer.unread


def renamed(word: Word, name: Callable[[int], str]) -> None:
    """Other names for every style, as pasting into another document leaves them."""
    xml = word.parts["word/styles.xml"].decode()
    names = [style for style in word._ids if style.startswith("KH ")]
    for number, old in enumerate(names):
        xml = xml.replace(f'<w:name w:val="{old}"/>', f'<w:name w:val="{name(number)}"/>')
    word.parts["word/styles.xml"] = xml.encode()


@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_pasted_into_a_document_with_other_style_names_it_is_the_same_plan(templates: Templates, form: str) -> None:
    plan = rich() | {"the_thuc": form}
    word = opened(templates, plan)
    renamed(word, lambda number: f"Kiểu dán {number}")
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(plan))
    assert not answer.unread
    assert (answer.kind, answer.template) == ("template", "kehoach" if form == "nd30" else "kehoach-dang")


def test_smart_tags_content_controls_and_links_around_words_change_nothing(templates: Templates) -> None:
    word = opened(templates, rich())
    for number, text in enumerate(("Phát hiện giáo viên", "Trường trực thuộc", "Thanh tra", "Cầm Văn Đoàn")):
        paragraph = word.find(text)
        run = paragraph.findall(W + "r")[-1]
        at = paragraph.index(run)
        kind = ("smartTag", "sdt", "hyperlink", "ins")[number]
        wrapped = element(kind)
        if kind == "sdt":
            wrapped.append(element("sdtPr"))
            wrapped.append(element("sdtContent", run))
        else:
            wrapped.append(run)
        paragraph.insert(at, wrapped)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(rich()))
    assert not answer.unread
    assert {note.message.code for note in answer.notes} == {"tracked_changes"}


ONE_LINE = ["hội thi giáo", "MỤC ĐÍCH", "trực thuộc", "PHÓ GIÁM", "Cầm Văn", "GIÁO DỤC VÀ", "DANH SÁCH", "Mộc Châu"]


@pytest.mark.parametrize("part", ONE_LINE)
def test_emphasis_in_a_field_of_one_line_is_no_change(templates: Templates, part: str) -> None:
    word = opened(templates, rich())
    word.retype(part, part)
    for run in word.find(part).findall(W + "r"):
        if text_of(run) and text_of(run) in part:
            for old in run.findall(W + "rPr"):
                run.remove(old)
            run.insert(0, element("rPr", element("i"), element("u", val="single")))
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(rich()))
    assert not answer.notes
    assert not answer.unread


def broken(word: Word, text: str, *parts: str) -> None:
    """A paragraph broken by Enter: each part in a paragraph of its look."""
    old = word.find(text)
    after(old, *(fill(old, part) for part in parts))
    old.getparent().remove(old)


def banner(word: Word) -> None:
    """A row typed over the whole width of the task table."""
    first = word.row("Thành lập ban")
    width = element("tcPr", element("tcW", w="9355", type="dxa"), element("gridSpan", val="4"))
    first.addprevious(element("tr", element("tc", width, word.typed("Việc chuẩn bị", b=True))))


def merge_right(word: Word) -> None:
    """The time and the bodies of the last task merged, the time kept."""
    cells = word.row("Tổng kết hội thi").findall(W + "tc")
    after(cells[2].find(f"{W}tcPr/{W}tcW"), element("gridSpan", val="2"))
    cells[3].getparent().remove(cells[3])


def annex_name_removed(word: Word) -> None:
    name = word.find("Phụ lục II")
    name.getparent().remove(name)


HANDS: list[Edit] = [
    Edit("the issuer broken over two paragraphs", lambda w: broken(w, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SỞ GIÁO DỤC", "VÀ ĐÀO TẠO")),
    Edit("the issuer's shorter line first", lambda w: broken(w, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SỞ", "GIÁO DỤC VÀ ĐÀO TẠO")),
    Edit("the subject broken over three paragraphs",
         lambda w: broken(w, "Tổ chức hội thi giáo viên giỏi năm 2024", "Tổ chức hội thi", "giáo viên giỏi", "năm 2024")),
    Edit("a banner row typed in Normal", banner, lambda p: tasks(p).insert(0, {"nhom": "Việc chuẩn bị"})),
    Edit("two cells of a task merged by hand", merge_right, lambda p: tasks(p)[3].update(to_chuc_thuc_hien=None)),
    Edit("the name of an annex removed", annex_name_removed, lambda p: p["phu_luc"][1].update(ten="…"), warns=("value_refused",)),
    Edit("a tracked paragraph mark deleted", lambda w: run_on(w, "Phát hiện giáo viên", "Tôn vinh"), lambda p: joined_up(p),
         warns=("paragraph_restyled", "tracked_changes")),  # it has the style of the second, as in Word
]  # fmt: skip


def run_on(word: Word, first: str, second: str) -> None:
    """The mark of a paragraph deleted with changes tracked: it runs on into the next."""
    properties = word.find(first).find(W + "pPr")
    properties.append(element("rPr", element("del", id="7")))


def joined_up(plan: Plan) -> None:
    blocks = plan["noi_dung"][0]["noi_dung"]
    blocks[0:2] = [
        {"loai": "doan", "dau": None, "van_ban": "Phát hiện giáo viên có năng lực.- Tôn vinh nhà giáo tiêu biểu."}
    ]


@pytest.mark.parametrize("edit", HANDS, ids=lambda edit: edit.name)
def test_what_hands_do_to_a_document_is_read_as_what_it_is(templates: Templates, edit: Edit) -> None:
    edited = Word(templates.for_plan(load(rich())).render(load(rich())))
    edit.do(edited)
    expected = dump(load(rich()))
    edit.means(expected)
    answer = parse(edited.save(), templates)
    assert answer.plan == dump(load(expected))
    assert not answer.unread
    assert {note.message.code for note in answer.notes} == set(edit.warns)


def test_a_stamp_in_capitals_above_the_letterhead_is_no_mark_of_the_plan(templates: Templates) -> None:
    plan = rich() | {"pham_vi_luu_hanh": None}
    word = opened(templates, plan)
    word.body.insert(0, word.typed("BẢN SAO Y"))
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(plan))
    assert [p.text for p in answer.unread] == ["BẢN SAO Y"]


def two_signers() -> Plan:
    plan = rich()
    plan["chu_ky"] = [
        {"quyen_han": ["TM. CÔNG ĐOÀN"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Lò Thị Mai"},
        {"quyen_han": [], "chuc_vu": "GIÁM ĐỐC", "ho_ten": "Cầm Văn Đoàn"},
    ]
    return plan


SIGNERS: list[Edit] = [
    Edit("a name changed", lambda w: w.retype("Lò Thị Mai", "Lò Thị Hoa"), lambda p: p["chu_ky"][0].update(ho_ten="Lò Thị Hoa")),
    Edit("a third signer", lambda w: third(w), lambda p: p["chu_ky"].append({"quyen_han": [], "chuc_vu": "KẾ TOÁN", "ho_ten": "Vàng A Páo"})),
    Edit("a signer removed", lambda w: first_removed(w), lambda p: p["chu_ky"].pop(0)),
    Edit("a recipient added under the signers", lambda w: after(w.find("UBND tỉnh"), w.typed("- Báo Sơn La;")),
         lambda p: p["noi_nhan"].insert(1, "Báo Sơn La"), warns=("paragraph_restyled",)),
]  # fmt: skip


def signing(word: Word) -> list[Any]:
    """The rows with offices and names."""
    table = next(word.find("GIÁM ĐỐC").iterancestors(W + "tbl"))
    return [row for row in table.findall(W + "tr") if len(row.findall(W + "tc")) > 1]


def third(word: Word) -> None:
    for row in signing(word):
        last = row.findall(W + "tc")[-1]
        cell = deepcopy(last)
        for t in cell.iter(W + "t"):
            t.text = {"GIÁM ĐỐC": "KẾ TOÁN", "Cầm Văn Đoàn": "Vàng A Páo"}.get(t.text, t.text)
        after(last, cell)


def first_removed(word: Word) -> None:
    for row in signing(word):
        row.remove(row.findall(W + "tc")[0])


@pytest.mark.parametrize("edit", SIGNERS, ids=lambda edit: edit.name)
def test_an_edit_beside_several_signers_is_read_as_what_it_is(templates: Templates, edit: Edit) -> None:
    check(templates, two_signers(), edit)


def test_what_no_person_sees_is_no_source(templates: Templates) -> None:
    """Custom XML, properties, comments and alternative texts keep the old words; the page has new ones."""
    word = opened(templates, rich())
    old = "".join(text_of(p) for p in word.paragraphs()).encode()
    word.parts["customXml/item1.xml"] = b"<plan>" + old.replace(b"&", b"&amp;") + b"</plan>"
    word.parts["docProps/custom.xml"] = b"<Properties>C\xe1\xba\xa7m V\xc4\x83n \xc4\x90o\xc3\xa0n</Properties>"
    word.parts["word/comments.xml"] = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">'
        "<w:p><w:r><w:t>Cầm Văn Đoàn</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    for drawn in word.root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        drawn.set("descr", "Cầm Văn Đoàn, Mộc Châu, SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    word.parts["docProps/core.xml"] = word.parts["docProps/core.xml"].replace("hội thi".encode(), "cuộc thi".encode())
    word.retype("Cầm Văn Đoàn", "Lò Thị Mai")
    answer = parse(word.save(), templates)
    expected = rich()
    expected["chu_ky"][0]["ho_ten"] = "Lò Thị Mai"
    assert answer.plan == dump(load(expected))
    assert not answer.unread


def test_confidence_falls_where_the_reader_had_to_guess_and_nowhere_else(templates: Templates) -> None:
    word = opened(templates, rich())
    word.restyle(word.find("Tôn vinh nhà giáo"))
    answer: Answer = parse(word.save(), templates)
    sure = {pointer: got.confidence for pointer, got in answer.fields}
    guessed = sure.pop("/noi_dung/0/noi_dung/1/van_ban")
    assert guessed < 0.97
    assert min(sure.values()) >= 0.99
    assert answer.plan["noi_dung"][0]["noi_dung"][1]["dau"] == "-"
