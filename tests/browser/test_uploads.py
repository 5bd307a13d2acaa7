"""The second and third way, in a real browser: with scripts, without, by keyboard alone, on a phone, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from schemas import dump, load
from service.mau import Templates
from service.pages import workbook
from service.reading import parse
from tests.browser.conftest import Desk, faults_of, shot, spills, too_small
from tests.pages.test_past_plans import TYPED


@pytest.fixture
def files(tmp_path: Path, templates: Templates, model: dict[str, Any]) -> dict[str, Path]:
    """Files on the clerk's disk."""
    plan = load(model)
    made = {
        "mau.xlsx": workbook.write(plan),
        "mau.json": json.dumps(model).encode(),
        "mau.docx": templates.for_plan(plan).render(plan),
        "cu.docx": TYPED,
        "anh.docx": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "sai.json": json.dumps(model | {"so": "x y", "co_quan_ban_hanh": ""}).encode(),
        "viec.csv": "Nội dung;Thời gian\nHọp;Quý I\n".encode("utf-16"),
        "trong.docx": b"",
        "lon.docx": bytes(45 * 2**20),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return {name: tmp_path / name for name in made}


def upload(page: Page, file: Path) -> None:
    page.locator("#file").set_input_files(file)
    page.locator("button.first").click()


def taken(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_clerk_takes_the_blank_form_fills_it_in_and_gets_the_document(
    desk: Desk, files: dict[str, Path], templates: Templates, model: dict[str, Any], scripts: bool
) -> None:
    page = desk.page("/", scripts=scripts)
    page.get_by_role("link", name="Tải biểu mẫu lên").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Biểu mẫu Excel trắng").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    upload(page, Path(waiting.value.path()))
    expect(page).to_have_title("Lỗi: Soạn kế hoạch – Kế hoạch")
    expect(page.get_by_role("alert")).to_contain_text("Thông tin!")
    page.get_by_role("alert").get_by_role("link").first.click()
    page.locator("[name=co_quan_ban_hanh]").fill("UBND XÃ A")
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    page.go_back()  # Back does no harm: what was typed is there
    expect(page.locator("[name='noi_dung.0.tieu_de']")).to_have_value("MỤC ĐÍCH, YÊU CẦU")

    page.goto(desk.address + "/bieu-mau")
    upload(page, files["mau.xlsx"])
    expect(page.get_by_text("Đã đọc “mau.xlsx”")).to_be_visible()
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.locator("img.page").first).to_be_visible()
    assert parse(taken(page, "Tải Word"), templates).plan == dump(load(model))
    assert workbook.read(taken(page, "Tải Excel")).payload["co_quan_ban_hanh"] == model["co_quan_ban_hanh"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_past_plan_is_compared_mended_and_comes_out_in_the_official_form(
    desk: Desk, files: dict[str, Path], templates: Templates, scripts: bool
) -> None:
    page = desk.page("/van-ban-cu", scripts=scripts, width=1440)
    upload(page, files["cu.docx"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại kế hoạch đã đọc", timeout=30_000)
    expect(page.get_by_role("img", name="Trang 1 trên 1 của bản gốc")).to_be_visible()
    expect(page.locator("[name=so]")).to_have_value("05")
    expect(page.locator(".noted").first).to_be_visible()
    page.locator("[name=trich_yeu]").fill("Trồng 200 cây")
    page.get_by_role("button", name="Thêm người ký").click()
    expect(page.locator("[name='chu_ky.0.chuc_vu']")).to_be_focused()
    page.locator("[name='chu_ky.0.chuc_vu']").fill("CHỦ TỊCH")
    expect(page.get_by_role("img", name="Trang 1 trên 1 của bản gốc")).to_be_visible()
    expect(page.locator("[name=original]")).to_have_count(0 if scripts else 1)  # without them the form brings it along
    page.locator("[name=so]").fill("x y")
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page).to_have_title("Lỗi: Xem lại kế hoạch đã đọc – Kế hoạch")
    expect(page.get_by_role("img", name="Trang 1 trên 1 của bản gốc")).to_be_visible()
    page.locator("[name=so]").fill("05")
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    page.go_back()
    expect(page.locator("[name=trich_yeu]")).to_have_value("Trồng 200 cây")
    if scripts:
        expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại kế hoạch đã đọc")
        expect(page.get_by_role("img", name="Trang 1 trên 1 của bản gốc")).to_be_visible()
    else:  # the page as the server made it: fields that complete nothing are not refilled by Chromium either
        page.locator("[name=so]").fill("05")
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    plan = parse(taken(page, "Tải Word"), templates).plan
    assert (plan["trich_yeu"], plan["so"], plan["chu_ky"][0]["chuc_vu"]) == ("Trồng 200 cây", "05", "CHỦ TỊCH")


@pytest.mark.parametrize("scripts", [True, False])
def test_text_without_a_place_is_given_one(desk: Desk, scripts: bool) -> None:
    page = desk.page("/", scripts=scripts)
    review(page, desk.address)
    page.get_by_label("Chỗ cho đoạn 1").select_option(label="Căn cứ")
    page.get_by_role("button", name="Đặt vào").first.click()
    expect(page.locator("[name=can_cu]")).to_be_focused()
    expect(page.locator("[name=can_cu]")).to_have_value("Chữ ở lề trang")
    page.get_by_role("button", name="Bỏ đi").first.click()
    expect(page.get_by_text("Chữ chưa có chỗ")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "Chưa chọn tệp"),
        ("anh.docx", "hình ảnh"),
        ("trong.docx", "không có nội dung"),
        ("lon.docx", "nhỏ hơn 20 MB"),
        ("mau.xlsx", "bảng tính"),
    ],
)
def test_what_cannot_be_read_says_what_to_do_and_the_next_file_goes_through(
    desk: Desk, files: dict[str, Path], scripts: bool, file: str | None, words: str
) -> None:
    page = desk.page("/van-ban-cu", scripts=scripts)
    if file:
        page.locator("#file").set_input_files(files[file])
    page.locator("button.first").click()
    expect(page.locator("#file--error")).to_contain_text(words)
    expect(page).to_have_title("Lỗi: Tải kế hoạch cũ lên – Kế hoạch")
    desk.heard = [text for text in desk.heard if not any(code in text for code in ("413", "415"))]
    upload(page, files["mau.docx"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại kế hoạch đã đọc", timeout=30_000)


def by_keyboard(page: Page, file: Path) -> None:
    """Choose and send a file without a mouse."""
    with page.expect_file_chooser() as choosing:
        for _ in range(8):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "file":
                break
        page.keyboard.press("Space")
    choosing.value.set_files(file)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_the_keyboard_alone_reviews_a_past_plan_and_gets_the_document(desk: Desk, files: dict[str, Path]) -> None:
    page = desk.page("/van-ban-cu")
    by_keyboard(page, files["cu.docx"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại kế hoạch đã đọc", timeout=30_000)
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "trich_yeu":
            page.keyboard.press("Control+a")
            page.keyboard.type("Trồng 300 cây")
        if page.evaluate("document.activeElement.textContent.trim()") == "Xem văn bản" and "300" in page.input_value(
            "[name=trich_yeu]"
        ):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng", timeout=30_000)
    expect(page.get_by_text("Trồng 300 cây").first).to_be_attached()


def test_the_keyboard_alone_uploads_and_finishes(desk: Desk, files: dict[str, Path]) -> None:
    page = desk.page("/bieu-mau")
    by_keyboard(page, files["viec.csv"])
    expect(page.get_by_text("Đã đọc “viec.csv”")).to_be_visible()
    expect(page.locator("[name='noi_dung.1.noi_dung.0.nhiem_vu.0.noi_dung']")).to_have_value("Họp")


def test_a_long_upload_says_that_it_is_read_and_is_sent_once(desk: Desk, files: dict[str, Path]) -> None:
    page = desk.page("/van-ban-cu")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    page.locator("#file").set_input_files(files["mau.docx"])
    page.evaluate("() => { const one = document.querySelector('button.first'); one.click(); one.click(); }")
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại kế hoạch đã đọc", timeout=30_000)
    assert sent == ["POST"]


def review(page: Page, base: str) -> None:
    """The page of a plan that was read, with text that found no place."""
    page.goto(base + "/soan-moi")
    doc = [
        "cu.docx",
        3,
        {},
        [["Có chữ ẩn: không đọc.", "Hidden text is not read."]],
        ["Chữ ở lề trang", "Ghi chú"],
        ["Chữ của bản gốc"],
    ]
    html = f"<form method=post action='{base}/soan-moi'><input name=doc><input name=co_quan_ban_hanh value='A'><button name=do value=edit>x</button></form>"
    page.route("**/gui", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(base + "/gui")
    page.locator("[name=doc]").fill(json.dumps(doc))
    page.locator("button").click()
    page.locator("#reading").wait_for()


def sent(way: str, file: str | None) -> Callable[[Page, str, dict[str, Path]], Any]:
    def go(page: Page, base: str, files: dict[str, Path]) -> None:
        page.goto(f"{base}/{way}")
        if file:
            upload(page, files[file])
            page.locator("#soan, .summary").first.wait_for(timeout=30_000)
            page.evaluate("document.querySelectorAll('.reading details').forEach((one) => { one.open = true; })")

    return go


STATES = {
    "bieu-mau": sent("bieu-mau", None),
    "bieu-mau-sai-tep": sent("bieu-mau", "anh.docx"),
    "bieu-mau-loi": sent("bieu-mau", "sai.json"),
    "bieu-mau-xong": sent("bieu-mau", "mau.xlsx"),
    "van-ban-cu": sent("van-ban-cu", None),
    "van-ban-cu-sai-tep": sent("van-ban-cu", "anh.docx"),
    "van-ban-cu-xong": sent("van-ban-cu", "cu.docx"),
    "van-ban-cu-chua-co-cho": lambda page, base, files: review(page, base),
}


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("vi", 1440, "light"), ("en", 1280, "light"), ("vi", 1280, "dark"), ("vi", 320, "light")],
)
def test_every_state_is_accessible_and_fits_its_window(
    desk: Desk, files: dict[str, Path], language: str, width: int, scheme: Any
) -> None:
    page = desk.page("/", language=language, width=width, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for name, go in STATES.items():
        go(page, desk.address, files)
        assert page.locator("html").get_attribute("lang") == language
        if faults := faults_of(page) + spills(page) + too_small(page):
            found[name] = faults
        shot(page, f"{name}-{width}-{scheme}-{language}")
    desk.heard = [text for text in desk.heard if "415" not in text]
    assert found == {}
