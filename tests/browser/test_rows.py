"""Rows of the task table with scripts: the page is the one that the server would have made, and it stays quick."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from service.pages.actions import act
from service.pages.draft import drafted
from service.pages.fields import draft_of, fields
from tests.browser.conftest import Desk

TABLE = "noi_dung.0"
ROWS = f"{TABLE}.nhiem_vu"
SENT = "[...new FormData(document.getElementById('soan'))].filter(([name]) => !name.startsWith('paste.'))"
TABLE_AS_MARKED_UP = """(page) => { const table = (page ?? document).getElementById("noi_dung.0");
for (const one of table.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
for (const one of table.querySelectorAll("template")) one.remove();  // it stays where the table began
return table.innerHTML.replaceAll(/>\\s+</g, "><"); }"""
FROM_SERVER = f"""async (sent) => {{
const answer = await fetch("/soan-moi", {{ method: "POST", body: new URLSearchParams(sent), headers: {{ Accept: "text/html" }} }});
return ({TABLE_AS_MARKED_UP})(new DOMParser().parseFromString(await answer.text(), "text/html")); }}"""
HERE = f"() => ({TABLE_AS_MARKED_UP})(new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html'))"


def table(rows: int) -> dict[str, Any]:
    """The fields of a plan whose tasks have a foreign column with a heading that looks like the words of a row."""
    entries: list[dict[str, Any]] = [
        {"noi_dung": f"Việc {n}", "thoi_gian": "Quý I", "to_chuc_thuc_hien": "", "khac": {"Xem hàng 1": f"<{n}>"}}
        for n in range(rows)
    ]
    entries[1:1] = [{"nhom": "Nhóm"}]
    return drafted({"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": entries}]})


def opened(desk: Desk, draft: dict[str, Any], **look: Any) -> Page:
    """The form with a draft."""
    page = desk.page("/soan-moi", width=900, **look)
    page.locator("#keep-office").wait_for()  # its scripts are there, and change its address no more
    with page.expect_navigation():  # the page before has such a form too
        page.evaluate(
            """(sent) => { const form = document.createElement("form"); form.method = "post"; form.action = "/soan-moi"; form.hidden = true;
            for (const [name, value] of JSON.parse(sent)) { const field = document.createElement("textarea"); field.name = name; field.value = value; form.append(field); }
            document.body.append(form); form.submit(); }""",
            json.dumps([*fields(draft), ("do", "edit")]),
        )
    page.locator(f"[id='{ROWS}.0']").wait_for(state="attached")
    page.locator("#keep-office").wait_for()
    return page


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_ways_of_changing_rows_lead_to_the_same_form(desk: Desk, seed: int, language: str) -> None:
    page = opened(desk, table(4), language=language)
    draft, chance = draft_of(page.evaluate(SENT)), random.Random(seed)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    for _ in range(25):
        there = len(draft["noi_dung"][0]["nhiem_vu"])
        verbs = ["after", "after", "remove", "up", "down"] if there else []
        verb = chance.choice(["add", *verbs])
        at = f".{chance.randrange(there)}" if verb != "add" else ""
        kind = {"add": chance.choice([":nhiem_vu", ":nhom"]), "after": ":nhiem_vu"}.get(verb, "")
        draft, _ = act(draft, f"{verb}:{ROWS}{at}{kind}")
        page.evaluate("(what) => document.querySelector(`button[value='${what}']`).click()", f"{verb}:{ROWS}{at}{kind}")
        assert draft_of(page.evaluate(SENT)) == draft, (verb, at, kind)
    assert [one for one in asked if "POST" in one] == []  # all of it without a request
    assert page.evaluate(HERE) == page.evaluate(FROM_SERVER, [*fields(draft), ("do", "edit")])


def test_the_focus_goes_on_where_the_work_is(desk: Desk) -> None:
    page = opened(desk, table(3))
    page.get_by_role("button", name="Chuyển xuống: hàng 3").press("Enter")
    expect(page.get_by_role("button", name="Chuyển lên: hàng 4")).to_be_focused()  # it is the last one: no further down
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Chuyển lên: hàng 3")).to_be_focused()
    page.get_by_role("button", name="Thêm hàng sau: hàng 3").press("Enter")
    expect(page.locator(f"[name='{ROWS}.3.noi_dung']")).to_be_focused()
    page.keyboard.type("Xong")
    page.get_by_role("button", name="Xóa: hàng 4").press("Enter")
    expect(page.locator(f"[name='{ROWS}.3.noi_dung']")).to_be_focused()
    page.get_by_role("button", name="Hoàn tác").press("Enter")
    expect(page.locator(f"[name='{ROWS}.3.noi_dung']")).to_have_value("Xong")
    expect(page.locator(f"[name='{ROWS}.3.noi_dung']")).to_be_focused()


def test_a_removal_is_not_taken_back_into_a_table_that_has_changed(desk: Desk) -> None:
    page = opened(desk, table(3))
    page.get_by_role("button", name="Xóa: hàng 1").click()
    page.get_by_role("button", name="Hoàn tác").wait_for()
    page.locator(f"[name='{ROWS}.1.noi_dung']").fill("khác")
    expect(page.get_by_role("button", name="Hoàn tác")).to_have_count(0)


def test_links_to_what_is_to_be_mended_follow_the_rows(desk: Desk) -> None:
    draft = table(3)
    draft["noi_dung"][0]["nhiem_vu"][2]["noi_dung"] = "a\x01b"
    page = opened(desk, draft)
    page.locator("button.first").click()
    link = page.get_by_role("alert").locator(f"a[href^='#{ROWS}.2.']").first
    link.wait_for()
    page.get_by_role("button", name="Chuyển lên: hàng 3").click()
    moved = page.get_by_role("alert").locator(f"a[href^='#{ROWS}.1.']").first
    target = (moved.get_attribute("href") or "")[1:]
    assert page.locator(f"[id='{target}']").get_attribute("aria-invalid") == "true"


def test_a_row_of_a_thousand_is_added_without_a_request(desk: Desk) -> None:
    page = opened(desk, table(1000))
    # Where the page came in pieces, Chromium left the whole table out.
    expect(page.locator(f"[id='{ROWS}.0']")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.get_by_role("button", name="Hàng", exact=True).click()
    expect(page.locator(f"[name='{ROWS}.1001.noi_dung']")).to_be_focused()
    assert [one for one in asked if "POST" in one] == []
