"""Nothing disappears (law 4): what a reader loses is found and put among the unread, with a warning."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import service.layout.reading
import service.mau.reader
import service.reading
from schemas import dump, load
from service.conservation import words
from service.docx.names import W
from service.mau import Template, Templates
from service.reading import Answer, parse
from tests.plans import rich
from tests.test_edits import ALL, Edit
from tests.test_template_variants import Only
from tests.variants import shipped
from tests.word import Word, after, element, text_of


def unread(answer: Answer) -> list[str]:
    return [p.text for p in answer.unread]


def edited(templates: Templates) -> Word:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype("Mộc Châu, ngày 05", "Mộc Châu,  ngày 06")  # no longer exactly as printed
    return word


def forgets(path: tuple[Any, ...]) -> Callable[..., dict[str, Any]]:
    """The reader's last step, made to lose what stands at `path`."""
    honest = service.mau.reader.payload

    def payload(*given: Any) -> dict[str, Any]:
        read = honest(*given)
        holder: Any = read
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        return read

    return payload


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("noi_dung", 0, "noi_dung", 1), "- Tôn vinh nhà giáo tiêu biểu."),
        (("noi_nhan", 2), "- Trường trực thuộc;"),
        (("chu_ky", 0, "ho_ten"), "Cầm Văn Đoàn"),
        (("trich_yeu",), "Tổ chức hội thi giáo viên giỏi năm 2024"),
        (("can_cu", 0), "Căn cứ Luật Giáo dục năm 2019;"),
        (("noi_dung", 1, "noi_dung", 1, "noi_dung", 0, "nhiem_vu", 1, "to_chuc_thuc_hien"), "Thanh tra"),
    ],
)
@pytest.mark.parametrize("exactly", [False, True], ids=["edited", "as printed"])
def test_what_a_reader_loses_is_found_and_named(
    templates: Templates, monkeypatch: pytest.MonkeyPatch, path: tuple[Any, ...], text: str, exactly: bool
) -> None:
    plan = load(rich())
    document = templates.for_plan(plan).render(plan) if exactly else edited(templates).save()
    monkeypatch.setattr(service.mau.reader, "payload", forgets(path))
    answer = parse(document, templates)
    assert unread(answer) == [text]
    (warning,) = [note for note in answer.notes if note.message.code == "not_in_any_field"]
    assert warning.where == answer.unread[0].where


def test_what_the_reader_of_typed_documents_loses_is_found_too(
    templates: Templates, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = service.reading.read_layout

    def forgetful(document: Any) -> Any:
        reading = honest(document)
        reading.payload["noi_dung"][0]["noi_dung"].pop(0)
        return reading

    typed = typed_document(templates)
    assert not unread(parse(typed, templates))
    monkeypatch.setattr(service.reading, "read_layout", forgetful)
    assert unread(parse(typed, templates)) == ["Phát hiện giáo viên có năng lực."]


def typed_document(templates: Templates) -> bytes:
    """A plan whose paragraphs have no style at all, as people type it."""
    plan = load(
        {
            "co_quan_ban_hanh": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "so": "15",
            "ky_hieu": "KH-SGDĐT",
            "dia_danh": "Mộc Châu",
            "ngay_ban_hanh": "2024-03-05",
            "trich_yeu": "Tổ chức hội thi",
            "noi_dung": [
                {"loai": "muc", "dau": "I.", "tieu_de": "MỤC ĐÍCH", "noi_dung": [
                    {"loai": "doan", "van_ban": "Phát hiện giáo viên có năng lực."},
                    {"loai": "doan", "van_ban": "Tôn vinh nhà giáo tiêu biểu."},
                ]},
            ],
            "noi_nhan": ["Lưu: VT"],
            "chu_ky": [{"quyen_han": [], "chuc_vu": "GIÁM ĐỐC", "ho_ten": "Cầm Văn Đoàn"}],
        }
    )  # fmt: skip
    word = Word(templates.for_plan(plan).render(plan))
    for paragraph in word.paragraphs():
        word.restyle(paragraph)
        for run in paragraph.findall(W + "r"):
            if any(text in text_of(paragraph) for text in ("KẾ HOẠCH", "Tổ chức hội thi", "MỤC ĐÍCH", "SỞ GIÁO")):
                run.insert(0, element("rPr", element("b")))
        if text_of(paragraph) in ("KẾ HOẠCH", "Tổ chức hội thi"):
            paragraph.find(W + "pPr").append(element("jc", val="center"))
    return word.save()


def test_text_in_boxes_and_headers_is_never_lost(templates: Templates) -> None:
    word = edited(templates)
    box = word.typed("")
    inside = element("txbxContent", word.typed("Ghi chú trong khung"))
    box.append(element("r", element("pict", inside)))
    after(word.find("Thể lệ chi tiết"), box)
    word.parts["word/header1.xml"] = word.parts["word/header1.xml"].replace(
        b"</w:hdr>", "<w:p><w:r><w:t>Tài liệu nội bộ</w:t></w:r></w:p></w:hdr>".encode()
    )
    assert sorted(unread(parse(word.save(), templates))) == ["Ghi chú trong khung", "Tài liệu nội bộ"]


@pytest.mark.parametrize("edit", ALL, ids=lambda edit: edit.name)
def test_no_word_of_an_edited_document_is_lost(templates: Templates, edit: Edit) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    edit.do(word)
    answer = parse(word.save(), templates)
    shown = {w for p in word.paragraphs() for w in words(text_of(p))}
    fixed = {w for p in Word(templates.get("kehoach").data).paragraphs() for w in words(text_of(p))}
    kept = set(words(json.dumps(answer.plan, ensure_ascii=False))) | {w for t in unread(answer) for w in words(t)}
    assert shown - kept - fixed - {"1", "2", "3", "4", "5"} == set()


def test_two_places_that_should_say_the_same_and_do_not_are_named(templates: Templates) -> None:
    template = shipped()
    after(template.find("{{ ten_loai }}"), template.typed("{{ co_quan_ban_hanh }}", "KH Chức vụ"))
    only = Only(Template("mau", template.save()))
    word = Word(only.get("mau").render(load(rich())))
    texts = word.find_all("SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    assert len(texts) == 2
    next(texts[1].iter(W + "t")).text = "SỞ GIÁO DỤC"
    answer = parse(word.save(), only)
    assert answer.plan == dump(load(rich()))
    assert unread(answer) == ["SỞ GIÁO DỤC"]
    assert [note.message.code for note in answer.notes] == ["values_disagree"]
