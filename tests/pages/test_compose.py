"""The whole first way without a script: fill, add, move, mend, look, take away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from schemas import dump, load
from service.mau import Templates
from service.reading import parse
from tests.pages.office import Office, Page


@pytest.fixture
def office(client: FlaskClient) -> Office:
    return Office(client)


def test_the_first_page_leads_to_the_three_ways_and_is_small(client: FlaskClient) -> None:
    page = Office(client).open("/")
    assert {"/soan-moi", "/bieu-mau", "/van-ban-cu"} <= set(page.links)
    files = [given.get("href") or given.get("src") for tag, given in page.tags if tag in ("link", "script", "img")]
    total = len(page.html.encode())
    for name in filter(None, files):
        with client.get(name) as file:
            total += len(file.data)
    assert total < 60 * 1024


def test_a_clerk_writes_a_plan_from_nothing_and_gets_the_document(office: Office, templates: Templates) -> None:
    office.open("/soan-moi")
    office.type(co_quan_ban_hanh="UBND XÃ A", so="7", ky_hieu="KH-UBND", dia_danh="A", ngay_ban_hanh="5/3/2026",
                trich_yeu="Trồng cây", can_cu="Căn cứ Luật B;\nCăn cứ Luật C;", noi_nhan="- Như trên;\n- Lưu: VT.")  # fmt: skip
    office.type(noi_dung__0__noi_dung__0__van_ban="- Xanh hơn.\n- Đẹp hơn.")
    office.type(
        noi_dung__1__noi_dung__0__nhiem_vu__0__noi_dung="Trồng 100 cây",
        noi_dung__1__noi_dung__0__nhiem_vu__0__thoi_gian="Quý I",
    )
    office.press("add:noi_dung.1.noi_dung.0.nhiem_vu:nhiem_vu")
    assert office.page.focus == "noi_dung.1.noi_dung.0.nhiem_vu.1.noi_dung"
    office.type(noi_dung__1__noi_dung__0__nhiem_vu__1__noi_dung="Tưới cây")
    office.press("add:noi_dung.1.noi_dung.0.nhiem_vu:nhiem_vu")  # and leaves it empty
    office.type(
        noi_dung__2__noi_dung__0__van_ban="Các đơn vị thực hiện.",
        chu_ky__0__chuc_vu="CHỦ TỊCH",
        chu_ky__0__ho_ten="Nguyễn Văn A",
    )
    office.press("show")
    assert office.answer.status_code == 200
    office.press("docx")
    assert "07-KH-UBND.docx" in office.answer.headers["Content-Disposition"]
    plan = parse(office.answer.data, templates).plan
    assert plan["so"] == "07"
    assert plan["ngay_ban_hanh"] == "2026-03-05"
    assert plan["can_cu"] == ["Căn cứ Luật B;", "Căn cứ Luật C;"]
    assert plan["noi_nhan"] == ["Như trên", "Lưu: VT"]
    assert [b["dau"] for b in plan["noi_dung"]] == ["I.", "II.", "III."]
    assert plan["noi_dung"][0]["noi_dung"][1] == {"loai": "doan", "dau": "-", "van_ban": "Đẹp hơn."}
    assert [row["noi_dung"] for row in plan["noi_dung"][1]["noi_dung"][0]["nhiem_vu"]] == ["Trồng 100 cây", "Tưới cây"]
    assert plan["chu_ky"] == [{"quyen_han": [], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"}]


def test_every_sample_goes_through_the_pages_unharmed(client: FlaskClient, sample: dict[str, Any]) -> None:
    office = Office(client)
    name = next(s for s in ("ke-hoach-mau", "day-du", "du-thao", "ke-hoach-dang") if json.loads(_sample(s)) == sample)
    office.open(f"/soan-moi?mau={name}")
    office.press("show")
    office.press("edit")
    office.press("lang:en")
    office.press("show")
    office.press("json")
    assert office.answer.json == dump(load(sample))


def _sample(name: str) -> str:
    from service.places import samples_folder

    return (samples_folder() / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize(("language", "word", "sentence"), [
    ("vi", "Lỗi: ", "Hãy ghi tên cơ quan ban hành; văn bản nào cũng phải có."),
    ("en", "Error: ", "Write the name of the issuing body; every document has one."),
])  # fmt: skip
def test_what_is_wrong_is_said_first_and_at_its_field_and_nothing_is_lost(
    client: FlaskClient, language: str, word: str, sentence: str
) -> None:
    office = Office(client, language)
    office.open("/soan-moi")
    office.type(so="x y", ngay_ban_hanh="31/02/2026", trich_yeu="Giữ lại")
    office.type(noi_dung__1__tieu_de="")
    office.press("docx")
    page = office.page
    assert office.answer.status_code == 422
    assert f"<title>{word}" in page.html
    assert page.focus == "summary"
    shown = [link[1:] for link in page.links if link.startswith("#") and link != "#main"]
    assert shown == ["co_quan_ban_hanh", "so", "ngay_ban_hanh"]
    for name in shown:
        given = next(given for _, given in page.tags if given.get("id") == name)
        assert given["aria-invalid"] == "true"
        assert f"{name}--error" in given["aria-describedby"].split()
        assert set(given["aria-describedby"].split()) <= set(page.ids)
    assert page.html.count(sentence) == 2  # in the summary and at the field
    assert office.field("trich_yeu") == "Giữ lại"
    assert office.field("ngay_ban_hanh") == "31/02/2026"
    office.type(co_quan_ban_hanh="A", so="7", ngay_ban_hanh="28/02/2026")
    office.press("docx")
    assert office.answer.status_code == 200


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("vi", ("“31/02/2026” không phải ngày có thật. Hãy ghi như 5/3/2026; chưa có ngày thì ghi 3/2026.", "phần sau dấu / ghi ở Ký hiệu.")),
        ("en", ("“31/02/2026” is no real date. Write it like 5/3/2026 (day first)", "what follows the / goes to Symbol.")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_words_of_the_page(
    client: FlaskClient, language: str, sentences: tuple[str, ...]
) -> None:
    office = Office(client, language)
    office.open("/soan-moi")
    office.type(so="02/KH", ngay_ban_hanh="31/02/2026")
    page = office.press("show")
    for sentence in sentences:
        assert page.html.count(sentence) == 2


def test_a_section_with_text_but_no_title_is_named(office: Office) -> None:
    office.open("/soan-moi")
    office.type(co_quan_ban_hanh="A", noi_dung__0__tieu_de="", noi_dung__0__noi_dung__0__van_ban="- a")
    office.press("show")
    assert "#noi_dung.0.tieu_de" in office.page.links
    assert ">I. › Tiêu đề: Trường này trống." in office.page.html


@pytest.mark.parametrize("address", ["/soan-moi", "/soan-moi?mau=day-du", "/soan-moi?mau=ke-hoach-dang"])
def test_every_button_of_the_form_can_be_pressed(client: FlaskClient, address: str) -> None:
    """Each leaves a page with the form, and pressing it twice (a double click, a reload) gives the same page."""
    office = Office(client)
    first = office.open(address)
    for do in first.buttons:
        if do in ("docx", "pdf", "json", "show"):
            continue
        office.page = first
        once = office.press(do).html
        assert office.answer.status_code == 200
        office.page = first
        assert office.press(do).html == once
        office.page = Page(once)
        assert len(office.page.ids) == len(set(office.page.ids))
        if office.page.focus:
            assert office.page.focus in office.page.ids


def test_every_field_has_its_name_its_label_and_its_own_id(office: Office) -> None:
    page = office.open("/soan-moi?mau=day-du")
    labelled = {given["for"] for tag, given in page.tags if tag == "label"}
    for tag, given in page.tags:
        if tag in ("input", "textarea") and given.get("type") != "hidden":
            assert given["id"] in labelled or given.get("aria-label"), given
        if tag == "button":
            assert given["type"] == "submit" or "data-office" in given  # a plain button is for scripts alone
    assert len(page.ids) == len(set(page.ids))


def test_the_help_on_tags_shows_them_as_they_are_typed(office: Office) -> None:
    assert "&lt;b&gt;đậm&lt;/b&gt;" in office.open("/soan-moi").html


def test_a_pasted_table_becomes_rows(office: Office) -> None:
    office.open("/soan-moi")
    office.page.fields = [
        (name, "TT\tNội dung\tThời gian\n1\tA\tQuý I\n2\tB\tQuý II" if name.startswith("paste.") else value)
        for name, value in office.page.fields
    ]
    office.press("paste:noi_dung.1.noi_dung.0")
    assert office.field("noi_dung.1.noi_dung.0.nhiem_vu.1.thoi_gian") == "Quý II"


def test_a_table_pasted_into_a_cell_goes_over_the_cells_from_there(client: FlaskClient) -> None:
    office = Office(client)
    office.open("/soan-moi")
    fields = dict(office.page.fields) | {"paste.noi_dung.1.noi_dung.0": "Quý I\tA\nQuý II\tB"}
    do = "paste:noi_dung.1.noi_dung.0:nhiem_vu.0.thoi_gian"
    page = Page(client.post("/soan-moi", data=fields | {"do": do}).text)
    assert dict(page.fields)["noi_dung.1.noi_dung.0.nhiem_vu.1.to_chuc_thuc_hien"] == "B"


def test_a_plan_of_a_thousand_rows_goes_through_the_form(office: Office) -> None:
    rows = [{"noi_dung": f"Việc {n}", "thoi_gian": "Quý I", "to_chuc_thuc_hien": "Phòng Tổng hợp"} for n in range(1000)]
    from service.pages.draft import drafted
    from service.pages.fields import fields

    data = dict(fields(drafted({"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": rows}]})))
    answer = office.client.post("/soan-moi", data=data | {"do": "add:noi_dung.0.nhiem_vu:nhiem_vu"})
    assert answer.status_code == 200
    assert 'name="noi_dung.0.nhiem_vu.1000.noi_dung"' in answer.text
    parts = (
        f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in (data | {"do": "docx"}).items()
    )
    body = "".join(parts).encode() + b"--x--\r\n"
    multipart = office.client.post("/soan-moi", data=body, content_type="multipart/form-data; boundary=x")
    assert multipart.status_code == 200


def test_a_form_over_the_limit_is_answered_with_a_page_that_names_the_limit(office: Office) -> None:
    answer = office.client.post("/soan-moi", data={"trich_yeu": "a" * (21 * 2**20)}, headers=office.headers)
    assert answer.status_code == 413
    assert "phải nhỏ hơn 20 MB" in answer.text
    assert "<h1>" in answer.text


def test_a_form_of_too_many_fields_is_refused_before_it_is_taken_apart(office: Office) -> None:
    body = b"a=&" * 300_000
    kind = "application/x-www-form-urlencoded"
    answer = office.client.post("/soan-moi", data=body, content_type=kind, headers=office.headers)
    assert answer.status_code == 413
    assert "300000" in answer.text


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/khong-co", 404),
        ("DELETE", "/soan-moi", 405),
        ("GET", "/soan-moi?mau=khong-co", 404),
        ("GET", "/errors/khong-co", 404),
    ],
)
def test_failures_are_pages_for_persons_and_problems_for_programs(
    client: FlaskClient, method: str, address: str, status: int
) -> None:
    page = client.open(address, method=method, headers={"Accept": "text/html"})
    assert page.status_code == status
    assert "<h1>" in page.text
    problem = client.open(address, method=method, headers={"Accept": "application/json"})
    assert problem.status_code == status
    assert problem.mimetype == "application/problem+json"


def test_failures_on_paths_for_programs_are_problems_for_everyone(client: FlaskClient) -> None:
    assert client.get("/api/v1/x", headers={"Accept": "text/html"}).mimetype == "application/problem+json"


def test_a_code_is_explained_in_both_languages(client: FlaskClient) -> None:
    text = client.get("/errors/empty").text
    assert "Trường này trống" in text
    assert 'lang="en">This is empty' in text


def test_the_page_of_the_document_shows_its_pages(office: Office) -> None:
    office.open("/soan-moi?mau=day-du")
    page = office.press("show")
    shown = [given for tag, given in page.tags if tag == "img" and given.get("class") == "page"]
    assert shown[0]["alt"] == f"Trang 1 trên {len(shown)}"
    assert all(given["src"].startswith("data:image/png;base64,") and int(given["width"]) == 794 for given in shown)
    assert {"docx", "pdf", "json", "edit"} <= page.buttons.keys()


def test_without_libreoffice_the_page_says_so_and_still_offers_word(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.office.office", lambda: None)
    office.open("/soan-moi?mau=du-thao")
    page = office.press("show")
    assert office.answer.status_code == 200
    assert "Máy này chưa cài LibreOffice" in page.html
    assert "docx" in page.buttons
    assert "pdf" not in page.buttons
    office.press("docx")
    assert office.answer.status_code == 200


def test_a_pdf_that_fails_is_a_page_with_what_to_do(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.office.office", lambda: None)
    answer = client.post(
        "/soan-moi",
        data={"co_quan_ban_hanh": "A", "ten_loai": "KẾ HOẠCH", "do": "pdf"},
        headers={"Accept": "text/html"},
    )
    assert answer.status_code == 406
    assert "Hãy lấy .docx" in answer.text


def test_the_preview_shows_what_is_still_empty_as_dots_and_names_what_is_wrong(client: FlaskClient) -> None:
    assert 'class="page"' in client.post("/soan-moi/xem-truoc", data={"trich_yeu": "Về việc A"}).text
    wrong = client.post("/soan-moi/xem-truoc", data={"so": "x y"}).text
    assert 'class="page"' not in wrong
    assert 'href="#so"' in wrong
