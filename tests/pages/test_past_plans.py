"""The third way in, without scripts: a past plan is shown beside what was read from it, mended, and comes out."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image

from schemas import dump, load
from service.mau import Templates
from service.pages import workbook
from service.pages.readings import Reading, _key, read_back, reading_of
from service.reading import parse
from tests.pages.desk import Desk
from tests.pages.test_html import faults
from tests.typed.documents import DOCUMENTS
from tests.words import package, run


def rendered(templates: Templates, payload: dict[str, Any]) -> bytes:
    plan = load(payload)
    return templates.for_plan(plan).render(plan)


TYPED = package("".join(f"<w:p>{run(text)}</w:p>" for text in (
    "ỦY BAN NHÂN DÂN XÃ A", "Số: 05/KH-UBND", "A, ngày 05 tháng 3 năm 2024", "KẾ HOẠCH", "Trồng cây năm 2024",
    "Căn cứ Luật Lâm nghiệp;", "I. MỤC ĐÍCH", "- Xanh hơn.", "II. NỘI DUNG", "- Trồng 100 cây.", "Ban tổ chức ra quân",
)))  # fmt: skip


def test_a_document_of_ours_is_read_surely_and_gives_the_same_plan(
    desk: Desk, templates: Templates, sample: dict[str, Any], plain: None
) -> None:
    desk.upload("van-ban-cu", rendered(templates, sample), "02-KH.docx")
    assert desk.answer.status_code == 200
    assert "chỗ nào cũng đọc rõ" in desk.answer.text
    assert 'class="noted"' not in desk.answer.text
    assert desk.plan() == dump(load(sample))


def test_a_typed_document_is_shown_with_how_sure_each_value_is(desk: Desk, plain: None) -> None:
    desk.upload("van-ban-cu", TYPED, "cu.docx")
    assert desk.field("so") == "05"
    assert desk.field("trich_yeu") == "Trồng cây năm 2024"
    assert "chưa cài LibreOffice" in desk.answer.text
    assert "Trồng cây năm 2024" in desk.answer.text.partition('class="page-text"')[2]


def test_a_mark_goes_with_its_value_and_goes_away_when_it_is_mended(desk: Desk, plain: None) -> None:
    desk.upload("van-ban-cu", TYPED, "cu.docx")
    marked = [i for i in desk.page.ids if i.endswith("--noted")]
    assert marked == ["noi_dung.1.noi_dung.0.van_ban--noted"]  # short text that ends like no sentence
    name = marked[0].removesuffix("--noted")
    desk.press("add:chu_ky")
    assert marked[0] in desk.page.ids
    desk.page.fields = [(n, v + " sửa" if n == name else v) for n, v in desk.page.fields]
    desk.press("add:chu_ky")
    assert marked[0] not in desk.page.ids


def test_what_wants_a_look_comes_first_and_is_counted_and_the_rest_is_quiet(desk: Desk) -> None:
    desk.open("/soan-moi?mau=ke-hoach-mau")
    values = dict(desk.page.fields)
    marks = {_key(name, values[name]): mark for name, mark in {
        "so": (0.74, ()), "trich_yeu": (0.8, ()), "dia_danh": (0.99, (("Câu bị ngắt", "A broken sentence"),)),
    }.items()}  # fmt: skip
    desk.page.fields.append(("doc", reading(read=30, marks=marks, unread=()).json))
    desk.send("edit")
    text = desk.answer.text
    assert "Số chỗ đọc được: 30. Cần so với bản gốc: 2. Nên xem qua: 1. Chỗ không ghi gì" in text
    assert [link for link in desk.page.links if link in ("#so", "#dia_danh", "#trich_yeu")] == [
        "#so",
        "#dia_danh",
        "#trich_yeu",
    ]
    assert text.count('class="noted"') == 2
    assert text.count('class="noted glance"') == 1


def test_the_text_of_an_original_in_old_letters_can_be_read(desk: Desk, plain: None) -> None:
    lines = (
        "ñy ban nh©n d©n x· A",
        "Sè: 05/KH-UBND",
        "kÕ ho¹ch",
        "Trång c©y n¨m 2004",
        "I. môc ®Ých",
        "- Xanh h¬n, ®Ñp h¬n.",
    )
    desk.upload("van-ban-cu", package("".join(f"<w:p>{run(text, '.VnTime')}</w:p>" for text in lines)), "cu.docx")
    kept = desk.answer.text.partition('class="page-text"')[2]
    assert "Xanh hơn, đẹp hơn." in kept
    assert "h¬n" not in kept


def test_documents_as_offices_type_them_leave_a_handful_to_look_at(templates: Templates) -> None:
    counts = []
    for document in DOCUMENTS:
        draft, got = reading_of(parse(document.build(), templates), "cu.docx")
        counts.append(len(got.noted(draft, "vi")))
    assert max(counts) <= 6
    assert sum(counts) <= len(counts)


def reading(**more: Any) -> Reading:
    return Reading(**{"name": "cu.docx", "unread": ("Chữ bên lề", "a <b>c</b>")} | more)


@pytest.fixture
def reviewing(desk: Desk) -> Desk:
    """A clerk in front of a plan that was read, with two texts that found no place."""
    desk.open("/soan-moi?mau=ke-hoach-mau")
    desk.page.fields.append(("doc", reading().json))
    desk.send("edit")
    return desk


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("can_cu", "can_cu"),
        ("trich_yeu", "trich_yeu"),
        ("noi_nhan", "noi_nhan"),
        ("noi_dung.0.noi_dung", "noi_dung.0.noi_dung.0.van_ban"),
    ],
)
def test_unread_text_is_put_where_the_clerk_says(reviewing: Desk, place: str, field: str) -> None:
    assert "Chữ chưa có chỗ (2)" in reviewing.answer.text
    before = reviewing.field(field).replace("\r", "")
    reviewing.page.fields.append(("doc.to.0", place))
    reviewing.press("place:0")
    after = reviewing.field(field).replace("\r", "")
    assert after.startswith(before)
    assert after.endswith("Chữ bên lề")
    assert reviewing.page.focus == field
    assert "Chữ chưa có chỗ (1)" in reviewing.answer.text


def test_unread_text_with_signs_of_ours_stays_what_it_is(reviewing: Desk) -> None:
    reviewing.page.fields.append(("doc.to.1", "can_cu"))
    reviewing.press("place:1")
    assert reviewing.plan()["can_cu"][-1] == "a <b>c</b>"


def test_unread_text_is_left_out_when_the_clerk_says_so(reviewing: Desk) -> None:
    reviewing.press("drop:0")
    reviewing.press("drop:0")
    assert "Chữ chưa có chỗ" not in reviewing.answer.text


def test_what_was_read_comes_along_through_every_page(reviewing: Desk) -> None:
    reviewing.press("show")
    assert dict(reviewing.page.fields)["doc"] == reading().json
    reviewing.press("edit")
    assert "Chữ chưa có chỗ (2)" in reviewing.answer.text
    reviewing.press("lang:en")
    assert "Text without a place (2)" in reviewing.answer.text


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "null", "[1,2,3,4,5,6]", "[" * 2000, '["a",1,{"k":[1]},[],[],[]]', '["a","b",{},[],[],[]]']
)
def test_a_field_that_no_page_of_ours_sent_does_no_harm(desk: Desk, text: str) -> None:
    assert read_back(text) is None
    desk.open("/soan-moi")
    desk.page.fields.append(("doc", text))
    desk.page.fields.append(("doc.to.0", "noi_dung.9.x"))
    assert desk.send("place:0")
    assert desk.send("drop:99999999")
    assert desk.answer.status_code == 200


def test_a_reading_survives_its_field() -> None:
    one = reading(read=3, marks={"so:abc": (0.5, (("một", "one"),))}, remarks=(("hai", "two"),), pages=("chữ",))
    assert read_back(one.json) == one


def test_the_pages_of_uploads_are_valid_html(
    client: FlaskClient, templates: Templates, plain: None, tmp_path: Path
) -> None:
    for language in ("vi", "en"):
        desk = Desk(client, language)

        def keep(name: str, desk: Desk = desk, language: str = language) -> None:
            (tmp_path / f"{name}-{language}.html").write_text(desk.answer.text, "utf-8")

        for way in ("bieu-mau", "van-ban-cu"):
            desk.open(f"/{way}")
            keep(way)
            desk.upload(way, None)
            keep(f"{way}-none")
        desk.upload("bieu-mau", workbook.blank(), "trong.xlsx")
        keep("faults")
        desk.upload("van-ban-cu", TYPED, "cu.docx")
        keep("read")
        desk.page.fields = [(n, v) for n, v in desk.page.fields if n != "doc"] + [
            ("doc", reading(pages=("một", "hai")).json)
        ]
        desk.send("edit")
        keep("unread")
    assert faults(tmp_path) == {}


@pytest.mark.parametrize("kind", ["docx", "doc", "odt", "rtf", "pdf"])
def test_a_past_plan_of_every_kind_is_shown_beside_pictures_of_it(
    desk: Desk, templates: Templates, model: dict[str, Any], kind: str
) -> None:
    document = rendered(templates, model)
    if kind != "docx":
        document = converted(document, kind)
    desk.upload("van-ban-cu", document, f"cu.{kind}")
    assert desk.answer.status_code == 200
    assert (desk.field("so"), desk.field("ky_hieu")) == ("02", "KH-LĐLĐ")
    assert "Thực hiện quy chế dân chủ ở cơ sở năm 2024" in desk.field("trich_yeu")
    assert desk.answer.text.count('<img class="page"') >= 2
    assert "Vân Văn Kiều" in desk.answer.text.partition('class="page-text"')[2]


def converted(document: bytes, kind: str) -> bytes:
    """A .docx as a file of another kind, by LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cu.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", name, str(folder / "cu.docx")]
        subprocess.run(command, check=True, capture_output=True)
        return (folder / f"cu.{kind}").read_bytes()


def test_a_scan_without_text_says_what_to_send_instead(desk: Desk) -> None:
    pdf = io.BytesIO()
    Image.new("L", (600, 800), 200).save(pdf, "PDF")
    desk.upload("van-ban-cu", pdf.getvalue(), "quet.pdf")
    assert 400 <= desk.answer.status_code < 500
    assert "chữ" in desk.wrong


def test_a_pdf_that_asks_for_a_password_says_so(desk: Desk, templates: Templates, model: dict[str, Any]) -> None:
    desk.upload("van-ban-cu", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Encrypt 1 0 R>>\n", "khoa.pdf")
    assert 400 <= desk.answer.status_code < 500
    assert desk.wrong
