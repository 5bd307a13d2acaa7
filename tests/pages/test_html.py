"""The pages are valid HTML: html-validate (content model, attributes, ids, references, accessibility) finds nothing.

It runs in the Node that Playwright brings along. The reference checker, vnu, would need a Java runtime of 180 MB; tidy
does not know what HTML has gained since 2017.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import playwright
import pytest
from flask.testing import FlaskClient

from tests.pages.office import Office
from tests.words import package, run

NODE = Path(playwright.__file__).with_name("driver") / "node"
VALIDATOR = Path(sys.prefix, "html", "node_modules", "html-validate", "bin", "html-validate.mjs")
RULES = Path(__file__).with_name("validator") / "rules.json"


def faults(folder: Path) -> dict[str, list[str]]:
    """Name of a page in a folder → what the validator says against it."""
    assert VALIDATOR.exists(), "html-validate is missing: make .venv/html"
    command = [NODE, VALIDATOR, "--config", RULES, "--formatter", "json", *sorted(folder.glob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=folder)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert done.returncode == bool(found), done.stderr
    return {
        Path(page["filePath"]).stem: [f"{m['line']}: {m['ruleId']}: {m['message']}" for m in page["messages"]]
        for page in found
    }


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="vi"><head><title>A</title></head><body>{}</body></html>'
    bodies = {
        "right": "<h1>A</h1>",
        "nesting": "<p><div>A</div></p>",
        "twice": '<p id="a">A</p><p id="a">B</p>',
        "unknown": "<blink>A</blink>",
        "attribute": "<input type=nothing>",
        "reference": '<p aria-describedby="b">A</p>',
    }
    for name, body in bodies.items():
        (tmp_path / f"{name}.html").write_text(page.format(body))
    assert faults(tmp_path).keys() == bodies.keys() - {"right"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_in_every_state_is_valid_html(
    client: FlaskClient, model: dict[str, Any], language: str, tmp_path: Path
) -> None:
    office = Office(client, language)

    def keep(name: str) -> None:
        assert office.answer.mimetype == "text/html", name
        (tmp_path / f"{name}.html").write_text(office.answer.text, "utf-8")

    addresses = {"home": "/", "blank": "/soan-moi", "missing": "/khong-co", "code": "/errors/empty"}
    addresses |= {name: f"/soan-moi?mau={name}" for name in ("ke-hoach-mau", "day-du", "du-thao", "ke-hoach-dang")}
    for name, address in addresses.items():
        office.open(address)
        keep(name)
    office.open("/soan-moi?mau=day-du")
    office.press("show")
    keep("document")
    office.open("/soan-moi?mau=day-du")
    office.press("add:noi_dung:bang_nhiem_vu")
    keep("added")
    office.type(co_quan_ban_hanh="", so="x y", noi_dung__0__tieu_de="")
    office.press("show")
    keep("wrong")
    for number, (way, file) in enumerate(UPLOADS):
        office.upload(way, file(model))
        keep(f"{way}-{number}-{office.answer.status_code}")
    office.press("show")
    keep("read-document")
    assert faults(tmp_path) == {}


UPLOADS: tuple[tuple[str, Callable[[dict[str, Any]], bytes]], ...] = (
    ("bieu-mau", lambda _: b""),
    ("bieu-mau", lambda _: b"\x89PNG"),
    ("bieu-mau", lambda model: json.dumps(model).encode()),
    ("bieu-mau", lambda model: json.dumps(model | {"so": "x y", "abc": 1, "co_quan_ban_hanh": ""}).encode()),
    ("van-ban-cu", lambda _: b"\x89PNG"),
    ("van-ban-cu", lambda _: package(f"<w:p>{run('Anh ơi, hôm nay trời đẹp.')}</w:p><w:p>{run('Em đi chợ.')}</w:p>")),
    ("van-ban-cu", lambda _: package("".join(f"<w:p>{run(text)}</w:p>" for text in TYPED))),
)
TYPED = (
    "UBND XÃ A",
    "Số: 5/KH-UBND",
    "A, ngày 5 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Trồng cây",
    "I. MỤC ĐÍCH",
    "- Xanh hơn.",
    "./.",
)
