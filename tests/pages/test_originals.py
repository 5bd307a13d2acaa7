"""The pictures of an original that come back with a form: the same, or nothing."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image

from service.pages import originals
from service.pages.drawing import Picture
from service.pages.readings import Reading
from tests.pages.office import Office


def png(width: int = 4, height: int = 6) -> str:
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, "PNG")
    return b64encode(out.getvalue()).decode()


def test_what_was_packed_comes_back() -> None:
    shown = {"pictures": [Picture(png(), 4, 6), Picture(png(5, 7), 5, 7)], "total": 9, "why": ""}
    assert originals.unpacked(originals.packed(shown)) == shown


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "x",
        "null",
        "[]",
        "[1]",
        "[" * 100_000,
        json.dumps([1, 7]),
        json.dumps([1, "<script>"]),
        json.dumps([1, b64encode(b"<svg onload=alert(1)>").decode()]),
        json.dumps([1, png() + '"><script>']),
        json.dumps([1, png()[:16]]),
        json.dumps([1, png(1601, 1)]),
        json.dumps([0, png()]),
        json.dumps([True, png()]),
        json.dumps(["1", png()]),
        json.dumps([13, *[png()] * 13]),
    ],
    ids=range(16),
)
def test_what_the_form_never_sent_is_left_out(sent: str) -> None:
    assert originals.unpacked(sent) is None


def test_without_scripts_the_pictures_stay_beside_the_form_on_every_page(client: FlaskClient) -> None:
    office, picture = Office(client), png()
    office.open("/soan-moi?mau=ke-hoach-mau")
    office.page.fields += [("doc", Reading("cu.docx", 3).json), ("original", json.dumps([1, picture]))]

    def shown(do: str) -> Any:
        office.press(do)
        return [given["src"] for tag, given in office.page.tags if tag == "img" and given.get("class") == "page"]

    address = f"data:image/png;base64,{picture}"
    assert shown("add:chu_ky") == [address]
    office.type(so="x y")
    assert shown("show") == [address]  # with what is wrong
    office.type(so="05")
    assert address not in shown("show")  # the page of the document shows its own
    assert shown("edit") == [address]
    assert office.page.html.count("<noscript>") == 1  # with scripts none of it is sent
