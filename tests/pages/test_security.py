"""A page keeps to itself, and only its own pages send it anything."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("address", ["/", "/soan-moi", "/khong-co", "/errors/empty"])
def test_every_page_forbids_what_it_does_not_need(client: FlaskClient, address: str) -> None:
    headers = client.get(address, headers=HTML).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for rule in (
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "script-src 'self';",
        "style-src 'self';",
    ):
        assert rule in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/", "/soan-moi", "/soan-moi?mau=day-du", "/khong-co"])
def test_no_page_has_script_or_style_of_its_own_or_asks_another_host(client: FlaskClient, address: str) -> None:
    text = client.get(address, headers=HTML).text
    assert " style=" not in text
    assert "<style" not in text
    assert " onclick" not in text
    assert "http://" not in text
    assert "https://" not in text
    assert all("src=" in tag for tag in text.split("<script")[1:])


@pytest.mark.parametrize(
    ("headers", "status", "why"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200, "the page itself"),
        ({"Sec-Fetch-Site": "none"}, 200, "typed by the user"),
        ({"Sec-Fetch-Site": "cross-site"}, 403, "another site"),
        ({"Sec-Fetch-Site": "same-site"}, 403, "a neighbour under the same domain"),
        ({"Origin": "http://localhost"}, 200, "an older browser on the page itself"),
        ({"Origin": "https://ke-xau.example"}, 403, "an older browser on another site"),
        ({"Origin": "null"}, 403, "a page without an origin"),
        (
            {"Sec-Fetch-Site": "same-origin", "Origin": "https://office.example"},
            200,
            "behind a proxy with another name",
        ),
        ({}, 200, "a program"),
    ],
)
def test_what_another_sites_page_sends_is_refused(
    client: FlaskClient, headers: dict[str, str], status: int, why: str
) -> None:
    answer = client.post("/soan-moi", data={"do": "edit"}, headers=headers | HTML)
    assert answer.status_code == status, why
    api = client.post("/api/v1/parse", data=b"x", headers=headers)
    assert api.status_code == (403 if status == 403 else 422), why
    if status == 403:
        assert api.json["code"] == "cross_site"
        assert "<h1>" in answer.text


def test_reading_a_page_from_another_sites_link_is_fine(client: FlaskClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("do", ["docx", "json"])
def test_documents_are_kept_nowhere(client: FlaskClient, do: str) -> None:
    answer = client.post("/soan-moi", data={"co_quan_ban_hanh": "A", "ten_loai": "KẾ HOẠCH", "do": do})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.post("/soan-moi/xem-truoc", data={}).headers["Cache-Control"] == "no-store"


def test_pages_are_kept_for_the_back_button_of_their_own_browser_alone(client: FlaskClient) -> None:
    assert client.post("/soan-moi", data={"do": "edit"}).headers["Cache-Control"] == "private, no-cache"


def test_static_files_stay_until_they_change(client: FlaskClient) -> None:
    text = client.get("/").text
    address = text.split('rel="stylesheet" href="')[1].split('"')[0]
    with client.get(address) as marked, client.get(address.split("?")[0]) as plain:
        assert "immutable" in marked.headers["Cache-Control"]
        assert "immutable" not in plain.headers["Cache-Control"]


def test_a_forged_host_shows_nowhere(client: FlaskClient) -> None:
    assert "ke-xau" not in client.get("/soan-moi", headers={"Host": "ke-xau.example"}).text
