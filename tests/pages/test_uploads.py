"""The second and third way in, without scripts: files of every kind, every failure its own sentence, nothing lost."""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from PIL import Image

from schemas import dump, load
from service import office
from service.app import create_app
from service.mau import Templates
from service.pages import workbook
from service.pages.readings import Reading, _key, read_back, reading_of
from service.reading import parse
from service.settings import Settings
from tests.ole import compound
from tests.pages.office import Office, Page
from tests.pages.test_html import faults
from tests.typed.documents import DOCUMENTS
from tests.words import package, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Desk(Office):
    """A clerk who also uploads files."""

    def upload(self, way: str, data: bytes | None, name: str = "tep.docx") -> Page:
        """Choose a file (none for None) on the page of a way, and send it."""
        self.open(f"/{way}")
        file = (io.BytesIO(data), name) if data is not None else (io.BytesIO(), "")
        answer = self.client.post(f"/{way}", data={"file": file}, headers=self.headers)
        return self._took(answer)

    def send(self, do: str) -> Page:
        """What a button sends that this page need not have."""
        self.page.buttons[do] = ""
        return self.press(do)

    def plan(self) -> dict[str, Any]:
        """The plan that the form gives in the end."""
        self.press("show")
        self.press("json")
        found: dict[str, Any] = json.loads(self.answer.data)
        return found

    @property
    def wrong(self) -> str:
        """What the page says is wrong with the file."""
        head, _, rest = self.page.html.partition('id="file--error">')
        return rest.partition("</p>")[0].rpartition("</span>")[2] if rest else head[:0]


@pytest.fixture
def desk(client: FlaskClient) -> Desk:
    return Desk(client)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice: pictures are not what a test is about."""
    monkeypatch.setattr(office, "office", lambda: None)


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("--", "."), text)
    return out.getvalue()


def rendered(templates: Templates, payload: dict[str, Any]) -> bytes:
    plan = load(payload)
    return templates.for_plan(plan).render(plan)


def with_part(document: bytes, name: str, data: bytes) -> bytes:
    """The package with one part more."""
    out = io.BytesIO(document)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(name, data)
    return out.getvalue()


# The second way


@pytest.mark.parametrize("kind", ["xlsx", "json", "answer"])
def test_a_filled_form_becomes_the_form_and_then_the_same_plan(desk: Desk, sample: dict[str, Any], kind: str) -> None:
    plan = load(sample)
    data = {
        "xlsx": lambda: workbook.write(plan),
        "json": lambda: json.dumps(sample).encode("utf-8-sig"),
        "answer": lambda: json.dumps({"plan": dump(plan), "reader": {"kind": "layout"}}).encode(),
    }[kind]()
    desk.upload("bieu-mau", data, f"tệp của tôi.{kind}")
    assert desk.answer.status_code == 200
    assert "Đã đọc “tệp của tôi" in desk.answer.text
    assert desk.plan() == dump(plan)


def test_the_model_workbook_is_offered_and_goes_all_the_way(desk: Desk, model: dict[str, Any]) -> None:
    for address in [link for link in desk.open("/bieu-mau").links if link.startswith("/bieu-mau/")]:
        answer = desk.client.get(address)
        assert answer.status_code == 200
        assert "attachment" in answer.headers["Content-Disposition"]
        desk.upload("bieu-mau", answer.data, address)
        assert "Đã đọc" in desk.answer.text or "trắng" in address or desk.answer.status_code == 422
        if "mau.xlsx" in address or "mau.json" in address:
            assert desk.plan() == dump(load(model))


def test_the_blank_workbook_asks_only_for_the_issuing_body_at_its_cell(desk: Desk) -> None:
    desk.upload("bieu-mau", workbook.blank(), "trong.xlsx")
    assert desk.answer.status_code == 422
    assert desk.page.links.count("#co_quan_ban_hanh") == 1
    assert "Thông tin!C" in desk.answer.text
    desk.type(co_quan_ban_hanh="UBND XÃ A")
    assert desk.plan()["co_quan_ban_hanh"] == "UBND XÃ A"


def test_faults_of_a_workbook_name_their_cell_and_stand_at_their_field(desk: Desk, model: dict[str, Any]) -> None:
    book = load_workbook(io.BytesIO(workbook.write(load(model | {"so": "7"}))))
    sheet = book["Thông tin"]
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "07")
    sheet.cell(row, 3).value = "7 / KH"
    out = io.BytesIO()
    book.save(out)
    desk.upload("bieu-mau", out.getvalue(), "sai.xlsx")
    assert desk.answer.status_code == 422
    assert f"Thông tin!C{row} – Số: “7 / KH” không phải số văn bản" in desk.answer.text
    assert "<title>Lỗi: " in desk.answer.text
    assert desk.field("so") == "7 / KH"


def test_faults_of_json_name_their_pointer_and_a_key_that_is_no_field(desk: Desk) -> None:
    desk.upload("bieu-mau", b'{"co_quan_ban_hanh": "A", "trich_yeuu": "x", "chu_ky": [{"chuc_vu": 5}]}', "a.json")
    assert desk.answer.status_code == 422
    assert "/trich_yeuu: Không có trường “trich_yeuu”" in desk.answer.text
    assert "/chu_ky/0/chuc_vu" in desk.answer.text


def test_the_tasks_of_a_csv_go_into_the_customary_plan(desk: Desk) -> None:
    desk.upload("bieu-mau", "Nội dung;Thời gian;Đơn vị thực hiện\nHọp;Quý I;Phòng A\n".encode(), "viec.csv")
    assert desk.answer.status_code == 200
    assert desk.field("noi_dung.1.noi_dung.0.nhiem_vu.0.noi_dung") == "Họp"
    assert desk.field("noi_dung.1.tieu_de") == "NỘI DUNG"


FORM_FAILURES: dict[str, tuple[bytes | None, str]] = {
    "none chosen": (None, "Chưa chọn tệp"),
    "empty": (b"", "không có nội dung"),
    "a document": (package(f"<w:p>{run('Kế hoạch')}</w:p>"), "Tải kế hoạch cũ lên"),
    "a pdf": (b"%PDF-1.7\n", "Tải kế hoạch cũ lên"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "phải là biểu mẫu Excel"),
    "an old workbook": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), ".xlsx"),
    "a damaged workbook": (b"PK\x03\x04 rest", "bị hỏng"),
    "a workbook of something else": (zipped(**{"[Content_Types]--xml": "<Types/>", "xl__workbook--xml": "<workbook/>"}), "Excel"),
    "broken json": (b'{"a": 1,,}', "JSON"),
    "json of something else": (b"[1, 2]", "không phải một kế hoạch"),
    "csv without tasks": (b"mot\nhai\n", "CSV"),
}  # fmt: skip


@pytest.mark.parametrize("case", FORM_FAILURES)
def test_each_failure_of_a_form_has_its_sentence_at_the_field_and_above(desk: Desk, case: str) -> None:
    data, words = FORM_FAILURES[case]
    desk.upload("bieu-mau", data, "tep.xlsx")
    assert 400 <= desk.answer.status_code < 500
    assert words in desk.wrong
    assert desk.answer.text.count(desk.wrong) >= 2
    assert "<title>Lỗi: " in desk.answer.text
    assert "#file" in desk.page.links
    english = Desk(desk.client, "en")
    english.upload("bieu-mau", data, "tep.xlsx")
    assert english.wrong
    assert english.wrong != desk.wrong


PLAN_FAILURES: dict[str, tuple[bytes | None, str]] = {
    "none chosen": (None, "Chưa chọn tệp"),
    "empty": (b"", "không có nội dung"),
    "a picture": (b"\xff\xd8\xff" + bytes(40), "hình ảnh"),
    "a workbook": (workbook.blank(), "bảng tính"),
    "an archive": (b"Rar!" + bytes(40), "tệp nén"),
    "a web page": (b"<html><body>x", "trang web"),
    "plain text": ("Kế hoạch".encode(), "chữ trơn"),
    "damaged": (b"PK\x03\x04 rest", "bị hỏng"),
    "an old file of another program": (OLE + bytes(1000), "hỏng"),
    "a password": (compound("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "macros": (with_part(package(f"<w:p>{run('x')}</w:p>"), "word/vbaProject.bin", b"x"), "macro"),
}  # fmt: skip


@pytest.mark.parametrize("case", PLAN_FAILURES)
def test_each_failure_of_a_past_plan_has_its_sentence(desk: Desk, case: str) -> None:
    data, words = PLAN_FAILURES[case]
    desk.upload("van-ban-cu", data)
    assert 400 <= desk.answer.status_code < 500
    assert words in desk.wrong
    assert desk.answer.text.count(desk.wrong) >= 2


@pytest.mark.parametrize("way", ["bieu-mau", "van-ban-cu"])
def test_a_file_that_is_too_large_is_named_with_the_limit_on_the_same_page(way: str) -> None:
    app: Flask = create_app(Settings(body_limit=200 * 2**10))
    with app.test_client() as client:
        desk = Desk(client)
        desk.upload(way, bytes(200 * 2**10 + 10))
    assert desk.answer.status_code == 413
    assert "nhỏ hơn 200 KB" in desk.wrong


# The third way


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
