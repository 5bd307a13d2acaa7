"""The first way, in a real browser: with scripts, without, by keyboard alone, on a phone, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from service.mau import Templates
from service.reading import parse
from tests.browser.conftest import Desk, faults_of, shot, spills, too_small

TABLE = "#noi_dung\\.1\\.noi_dung\\.0"
ROW = "noi_dung.1.noi_dung.0.nhiem_vu"


def fill(page: Page, **texts: str) -> None:
    for name, text in texts.items():
        page.locator(f"[name='{name.replace('__', '.')}']").fill(text)


def saved(page: Page, button: str, templates: Templates) -> dict[str, Any]:
    """The plan in the document that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return parse(Path(waiting.value.path()).read_bytes(), templates).plan


@pytest.mark.parametrize("scripts", [True, False])
def test_a_clerk_writes_a_plan_and_takes_the_document_away(desk: Desk, templates: Templates, scripts: bool) -> None:
    page = desk.page("/", scripts=scripts)
    page.get_by_role("link", name="Soạn mới").click()
    fill(page, co_quan_ban_hanh="UBND XÃ A", so="7", ky_hieu="KH-UBND", dia_danh="A", ngay_ban_hanh="31/2/2026", trich_yeu="Trồng cây",
         can_cu="Căn cứ Luật B;\nCăn cứ Luật C;", noi_nhan="- Như trên;\n- Lưu: VT.", chu_ky__0__chuc_vu="CHỦ TỊCH")  # fmt: skip
    fill(page, noi_dung__0__noi_dung__0__van_ban="- Xanh hơn.\n- Đẹp hơn.")
    fill(page, noi_dung__1__noi_dung__0__nhiem_vu__0__noi_dung="Trồng cây")
    page.locator(TABLE).get_by_role("button", name="Hàng", exact=True).click()
    expect(page.locator(f"[name='{ROW}.1.noi_dung']")).to_be_focused()
    fill(page, noi_dung__1__noi_dung__0__nhiem_vu__1__noi_dung="Tưới cây")
    page.get_by_role("button", name="Chuyển lên: hàng 2").click()
    expect(page.locator(f"[name='{ROW}.0.noi_dung']")).to_have_value("Tưới cây")

    page.get_by_role("button", name="Xem văn bản").last.click()  # the date is in no calendar
    expect(page).to_have_title("Lỗi: Soạn kế hoạch – Kế hoạch")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("[name=ngay_ban_hanh]")).to_be_focused() if scripts else None
    expect(page.locator("[name=ngay_ban_hanh]")).to_have_value("31/2/2026")
    expect(page.locator("[name=trich_yeu]")).to_have_value("Trồng cây")
    fill(page, ngay_ban_hanh="28/2/2026")

    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    expect(page.get_by_role("img", name="Trang 1 trên 1")).to_be_visible()
    plan = saved(page, "Tải Word", templates)
    assert (plan["so"], plan["ngay_ban_hanh"]) == ("07", "2026-02-28")
    assert [row["noi_dung"] for row in plan["noi_dung"][1]["noi_dung"][0]["nhiem_vu"]] == ["Tưới cây", "Trồng cây"]
    shot(page, f"van-ban-{'js' if scripts else 'nojs'}")

    page.get_by_role("button", name="Sửa tiếp").click()
    expect(page.locator("[name=co_quan_ban_hanh]")).to_have_value("UBND XÃ A")


def test_rows_and_sections_come_and_go_without_loading_a_page(desk: Desk) -> None:
    page = desk.page("/soan-moi")
    page.evaluate("window.same = true")
    fill(page, co_quan_ban_hanh="A", noi_dung__2__tieu_de="Kết quả")
    page.get_by_role("button", name="Chuyển lên: mục III.").click()
    expect(page.locator("[name='noi_dung.1.tieu_de']")).to_have_value("Kết quả")
    page.get_by_role("button", name="Xóa: mục II.").click()
    expect(page.locator("[name='noi_dung.1.tieu_de']")).to_have_value("NỘI DUNG")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("[name='noi_dung.1.tieu_de']")).to_have_value("Kết quả")
    page.get_by_role("button", name="Thêm người ký").click()
    expect(page.locator("[name='chu_ky.1.chuc_vu']")).to_be_focused()
    page.get_by_role("button", name="Thêm phụ lục").click()
    expect(page.locator("[name='phu_luc.0.ten']")).to_be_focused()
    assert page.evaluate("window.same")
    assert page.locator("[name=co_quan_ban_hanh]").input_value() == "A"


EXCEL = """<html><body><table><tr><td>TT</td><td>Nội dung</td><td>Thời gian</td><td>Chủ trì</td></tr>
<tr><td>1</td><td>Khảo
  sát<br>nhu cầu</td><td rowspan=2><p>Quý
I</p></td><td>Phòng A</td></tr><tr><td>2</td><td>Sửa chữa</td><td>Phòng B</td></tr></table></body></html>"""
PASTE = """([selector, html, plain]) => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", plain);
document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""


def test_a_table_pasted_into_a_cell_becomes_rows(desk: Desk) -> None:
    page = desk.page("/soan-moi")
    cell = f"[name='{ROW}.0.noi_dung']"
    page.evaluate(PASTE, [cell, EXCEL, ""])
    expect(page.locator(f"[name='{ROW}.1.noi_dung']")).to_have_value("Sửa chữa")
    assert page.locator(f"[name='{ROW}.0.noi_dung']").input_value() == "Khảo sát\nnhu cầu"
    assert page.locator(f"[name='{ROW}.1.thoi_gian']").input_value() == "Quý I"
    assert page.locator(f"[name='{ROW}.1.chu_tri']").input_value() == "Phòng B"
    page.evaluate(PASTE, [f"[name='{ROW}.1.thoi_gian']", "", "Quý II\tB\nQuý III\tC"])
    expect(page.locator(f"[name='{ROW}.2.thoi_gian']")).to_have_value("Quý III")
    assert page.locator(f"[name='{ROW}.1.noi_dung']").input_value() == "Sửa chữa"


def test_text_without_cells_is_pasted_as_ever(desk: Desk) -> None:
    page = desk.page("/soan-moi")
    heard = page.evaluate(
        PASTE.replace("document.query", "return !document.query"), [f"[name='{ROW}.0.noi_dung']", "<p>một</p>", "một"]
    )
    assert heard is False  # nothing stood in the way of the browser


def test_the_office_is_remembered_offered_and_forgotten(desk: Desk) -> None:
    page = desk.page("/soan-moi")
    fill(
        page,
        co_quan_ban_hanh="UBND XÃ A",
        dia_danh="A",
        noi_nhan="Như trên\nLưu",
        trich_yeu="Việc này",
        chu_ky__0__chuc_vu="CHỦ TỊCH",
    )
    page.get_by_role("button", name="Nhớ cho lần sau").click()
    expect(page.get_by_text("Đã nhớ trong trình duyệt này.")).to_be_visible()
    again = page.context.new_page()
    again.goto(desk.address + "/soan-moi")
    expect(again.get_by_text("Trình duyệt này nhớ thông tin của UBND XÃ A.")).to_be_visible()
    assert again.locator("[name=co_quan_ban_hanh]").input_value() == ""  # offered, not forced
    again.locator("[name=dia_danh]").fill("B")
    again.get_by_role("button", name="Điền vào chỗ trống").click()
    assert again.locator("[name=noi_nhan]").input_value() == "Như trên\nLưu"
    assert again.locator("[name='chu_ky.0.chuc_vu']").input_value() == "CHỦ TỊCH"
    assert again.locator("[name=dia_danh]").input_value() == "B"  # what was typed stays
    assert again.locator("[name=trich_yeu]").input_value() == ""  # that was this plan's own
    again.get_by_role("button", name="Quên").click()
    assert again.evaluate("localStorage.length") == 0
    expect(again.get_by_role("button", name="Điền vào chỗ trống")).to_be_hidden()


def test_the_pages_are_shown_beside_the_form_and_follow_it(desk: Desk) -> None:
    page = desk.page("/soan-moi?mau=ke-hoach-mau")
    expect(page.get_by_role("img", name="Trang 1 trên 5")).to_be_visible()
    before = page.locator("#live img").first.get_attribute("src")
    fill(page, so="99")
    expect(page.locator("#live img").first).not_to_have_attribute("src", before or "")
    fill(page, so="x y")
    expect(page.locator("#live").get_by_role("link")).to_have_attribute("href", "#so")


def test_that_it_takes_long_is_said_in_words_that_can_be_read(desk: Desk) -> None:
    page = desk.page("/soan-moi?mau=ke-hoach-mau")
    expect(page.get_by_role("img", name="Trang 1 trên 5")).to_be_visible()
    page.route("**/xem-truoc", lambda route: None)
    fill(page, so="99")
    expect(page.locator("#live").get_by_text("Đang làm…")).to_be_visible()
    assert faults_of(page) == []


def test_a_server_that_does_not_answer_costs_nothing(desk: Desk) -> None:
    page = desk.page("/soan-moi", width=700)
    fill(page, co_quan_ban_hanh="A")
    page.route("**/soan-moi", lambda route: route.abort())
    page.get_by_role("button", name="Thêm người ký").click()
    expect(page.get_by_text("không liên lạc được với máy chủ")).to_be_visible()
    page.unroute("**/soan-moi")
    page.get_by_role("button", name="Thêm người ký").click()
    expect(page.locator("[name='chu_ky.1.chuc_vu']")).to_be_visible()
    assert page.locator("[name=co_quan_ban_hanh]").input_value() == "A"
    desk.heard = [text for text in desk.heard if "ERR_FAILED" not in text]


@pytest.mark.parametrize("scripts", [True, False])
def test_back_and_a_double_click_do_no_harm(desk: Desk, scripts: bool) -> None:
    page = desk.page("/soan-moi?mau=du-thao", scripts=scripts)
    title = page.locator("[name=trich_yeu]").input_value()
    page.get_by_role("button", name="Xem văn bản").last.dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    page.go_back()
    expect(page.locator("[name=trich_yeu]")).to_have_value(title)
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")


@pytest.mark.parametrize("scripts", [True, False])
def test_back_from_the_document_finds_what_was_typed_last(desk: Desk, scripts: bool) -> None:
    page = desk.page("/soan-moi?mau=du-thao", scripts=scripts)
    page.get_by_role("button", name="Thêm người ký").click()
    fill(page, trich_yeu="Sau khi thêm")
    page.get_by_role("button", name="Xem văn bản").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    page.go_back()
    expect(page.locator("[name='chu_ky.1.chuc_vu']")).to_be_visible()
    expect(page.locator("[name=trich_yeu]")).to_have_value("Sau khi thêm")
    if scripts:
        fill(page, trich_yeu="Trước khi tải lại")
        page.reload()
        expect(page.locator("[name='chu_ky.1.chuc_vu']")).to_be_visible()
        expect(page.locator("[name=trich_yeu]")).to_have_value("Trước khi tải lại")


def test_the_keys_for_bold_put_tags_around_what_is_chosen_and_take_them_away(desk: Desk) -> None:
    page = desk.page("/soan-moi")
    fill(page, can_cu="Căn cứ Luật")
    page.locator("[name=can_cu]").select_text()
    page.keyboard.press("Control+b")
    assert page.locator("[name=can_cu]").input_value() == "<b>Căn cứ Luật</b>"
    page.keyboard.press("Control+b")
    assert page.locator("[name=can_cu]").input_value() == "Căn cứ Luật"
    page.keyboard.press("Control+z")
    assert page.locator("[name=can_cu]").input_value() == "<b>Căn cứ Luật</b>"


def press(page: Page, name: str, most: int = 250) -> None:
    """Go on with the Tab key to what is called `name`; whatever has the focus on the way can be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        hidden, reached = page.evaluate(
            """(name) => { const e = document.activeElement, r = e.getBoundingClientRect();
            const at = document.elementFromPoint(r.left + Math.min(8, r.width / 2), r.top + Math.min(8, r.height / 2));
            return [e !== document.body && !(at && (e.contains(at) || at.contains(e))) && e.outerHTML.slice(0, 150),
                    e.name === name || e.value === name || e.textContent.trim() === name]; }""",
            name,
        )
        assert not hidden, f"the focus cannot be seen: {hidden}"
        if reached:
            return
    raise AssertionError(f"the Tab key does not lead to {name}")


def test_the_keyboard_alone_completes_the_way(desk: Desk, templates: Templates) -> None:
    page = desk.page("/")
    press(page, "Soạn mới")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soan-moi")
    for name, text in (("co_quan_ban_hanh", "UBND XÃ A"), ("trich_yeu", "Trồng cây"), (f"{ROW}.0.noi_dung", "Trồng")):
        press(page, name)
        page.keyboard.type(text)
    press(page, "add:noi_dung.1.noi_dung.0.nhiem_vu:nhiem_vu")
    page.keyboard.press("Enter")
    expect(page.locator(f"[name='{ROW}.1.noi_dung']")).to_be_focused()
    page.keyboard.type("Tưới")
    press(page, "Xem văn bản")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã sẵn sàng")
    press(page, "Tải Word")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    plan = parse(Path(waiting.value.path()).read_bytes(), templates).plan
    assert [row["noi_dung"] for row in plan["noi_dung"][1]["noi_dung"][0]["nhiem_vu"]] == ["Trồng", "Tưới"]


def blank(page: Page, base: str) -> None:
    page.goto(base + "/soan-moi")


def full(page: Page, base: str) -> None:
    page.goto(base + "/soan-moi?mau=day-du")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def wrong(page: Page, base: str) -> None:
    page.goto(base + "/soan-moi?mau=day-du")
    fill(page, co_quan_ban_hanh="", so="x y", noi_dung__0__tieu_de="")
    page.locator("button.first").click()
    page.get_by_role("alert").wait_for()


def document(page: Page, base: str) -> None:
    page.goto(base + "/soan-moi?mau=ke-hoach-mau")
    page.locator("button.first").click()
    page.locator("img.page").first.wait_for()


STATES: dict[str, Callable[[Page, str], Any]] = {
    "trang-dau": lambda page, base: page.goto(base),
    "soan-moi": blank,
    "soan-day-du": full,
    "soan-loi": wrong,
    "van-ban": document,
    "khong-co": lambda page, base: page.goto(base + "/khong-co"),
    "ma-loi": lambda page, base: page.goto(base + "/errors/empty"),
}


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("vi", 1280, "light"), ("en", 1280, "light"), ("vi", 1280, "dark"), ("vi", 320, "light"), ("en", 768, "dark")],
)
def test_every_state_is_accessible_and_fits_its_window(desk: Desk, language: str, width: int, scheme: Any) -> None:
    page = desk.page("/", language=language, width=width, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for name, go in STATES.items():
        go(page, desk.address)
        assert page.locator("html").get_attribute("lang") == language
        if faults := faults_of(page) + spills(page) + too_small(page):
            found[name] = faults
        shot(page, f"{name}-{width}-{scheme}-{language}")
    desk.heard = [text for text in desk.heard if "404" not in text]
    assert found == {}


def test_the_page_reads_well_with_forced_colours_and_on_paper(desk: Desk) -> None:
    page = desk.page("/soan-moi?mau=ke-hoach-mau", forced_colors="active", reduced_motion="reduce")
    assert faults_of(page) == []
    shot(page, "mau-buoc")
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    shot(page, "ban-in")
