"""Laws of reading typed documents: what is read can be rendered and reads back the same; hostile lines never break it."""

from __future__ import annotations

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import load
from service.layout.markers import find_marker, label_marker
from service.layout.tree import Tree
from service.mau import Templates
from service.reading import parse
from tests.typed.documents import DOCUMENTS
from tests.typed.typing_desk import Typed

LINES = st.sampled_from([
    "ỦY BAN NHÂN DÂN", "XÃ TÂN KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:    /KH-UBND",
    "Số: 02/KH-UBND\tTân Khê, ngày 30 tháng 02 năm 2024", "Tân Khê, ngày  tháng 3 năm 2024", "KẾ HOẠCH", "Thực hiện quy chế dân chủ",
    "Căn cứ Luật Thực hiện dân chủ;", "UBND xã xây dựng kế hoạch như sau:", "I. MỤC ĐÍCH", "1. Mục đích", "1.1. Nội dung", "a) Việc một;",
    "- Gạch đầu dòng", "+ Cộng", "Phần II", "Điều 1. Phạm vi", "Đoạn văn thường.", "2", "____", "Trên đây là kế hoạch./.", "Nơi nhận:",
    "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An", "(Đã ký)", "PHỤ LỤC I", "DANH SÁCH",
    "(Kèm theo Kế hoạch số 02/KH-UBND)", "Kính gửi: Sở Y tế", "\t\t\tCHỦ TỊCH", "DỰ THẢO", "x" * 300, "a\nb", "​", "Số 13-KH/ĐU",
    "ĐẢNG CỘNG SẢN VIỆT NAM", "*", "...", "1)", "I.", "Hà Nội, ngày 5/9/2023", "V/v gửi báo cáo",
])  # fmt: skip


def typed(lines: list[str], bold: bool, centred: bool) -> bytes:
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = 1 if centred else None
        paragraph.add_run(line).bold = bold
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("typed", DOCUMENTS, ids=lambda typed: typed.name)
def test_what_was_read_renders_to_a_document_that_reads_the_same(typed: Typed, templates: Templates) -> None:
    plan = load(parse(typed.build(), templates).plan)
    again = parse(templates.for_plan(plan).render(plan), templates)
    assert again.kind == "template"
    assert load(again.plan) == plan


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=30), bold=st.booleans(), centred=st.booleans())
def test_any_lines_are_read_without_failing_and_what_is_read_reads_back(
    lines: list[str], bold: bool, centred: bool, templates: Templates
) -> None:
    answer = parse(typed(lines, bold, centred), templates)
    if answer.kind == "layout":
        plan = load(answer.plan)
        again = parse(templates.for_plan(plan).render(plan), templates)
        assert load(again.plan) == plan


@given(text=st.text(max_size=60))
def test_a_marker_is_always_the_beginning_of_its_line(text: str) -> None:
    marker = find_marker(text)
    assert marker is None or text[: marker.end].strip() == marker.text


@given(
    labels=st.lists(
        st.sampled_from(
            [
                "I.",
                "II.",
                "III.",
                "A.",
                "B.",
                "C.",
                "D.",
                "1.",
                "2.",
                "3.",
                "1.1.",
                "1.2.",
                "2.1.",
                "a)",
                "b)",
                "c)",
                "d)",
                "đ)",
                "i)",
                "ii)",
                "(1)",
                "1/",
                "2-",
                "Điều.1",
            ]
        ),
        max_size=30,
    )
)
def test_every_counted_block_stands_somewhere_in_the_tree_once(labels: list[str]) -> None:
    tree = Tree()
    for number, label in enumerate(labels):
        tree.count(label_marker(label), {"loai": "muc", "number": number, "noi_dung": []})

    def numbers(blocks: list[dict[str, object]]) -> list[object]:
        return [n for b in blocks for n in (b["number"], *numbers(b["noi_dung"]))]  # type: ignore[arg-type]

    assert numbers(tree.root) == list(range(len(labels)))
