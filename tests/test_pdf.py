"""PDF by a LibreOffice that stays open, crashes and hangs included."""

from __future__ import annotations

import os
import re
import signal
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from flask.testing import FlaskClient

from schemas import load
from service import office, pdf
from service.mau import Templates
from service.refusals import Busy, NotAcceptable


@pytest.fixture
def document(templates: Templates, model: dict[str, Any]) -> bytes:
    plan = load(model)
    return templates.for_plan(plan).render(plan)


def warm() -> office.WarmOffice:
    program, python = office.office(), office.uno_python()
    assert program is not None
    assert python is not None, "python3-uno is installed by make test"
    return office._warm(program, python)


def test_libreoffice_stays_open_between_documents(document: bytes) -> None:
    assert pdf.to_pdf(document).startswith(b"%PDF")
    first = warm().pid
    assert pdf.to_pdf(document).startswith(b"%PDF")
    assert warm().pid == first is not None


def test_a_killed_libreoffice_costs_one_retry(document: bytes) -> None:
    pdf.to_pdf(document)
    pid = warm().pid
    assert pid is not None
    os.killpg(pid, signal.SIGKILL)
    assert pdf.to_pdf(document).startswith(b"%PDF")
    assert warm().pid != pid


def test_a_libreoffice_that_hangs_is_given_up(document: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = tmp_path / "soffice"
    hanging.write_text("#!/bin/sh\nsleep 600\n", "utf-8")
    hanging.chmod(hanging.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "office", lambda: str(hanging))
    with pytest.raises(Busy) as refused:
        pdf.to_pdf(document, timeout=1)
    assert refused.value.retry_after > 0


def test_without_uno_libreoffice_is_started_for_each_document(document: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "uno_python", lambda: None)
    assert pdf.to_pdf(document).startswith(b"%PDF")


def test_without_libreoffice_the_refusal_says_so(document: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    with pytest.raises(NotAcceptable):
        pdf.to_pdf(document)


def test_a_pdf_is_served_where_it_is_asked_for(client: FlaskClient, model: dict[str, Any]) -> None:
    answer = client.post("/api/v1/render", json=model, headers={"Accept": "application/pdf"})
    assert answer.data.startswith(b"%PDF")
    assert "02-KH-LDLD.pdf" in answer.headers["Content-Disposition"]


def test_the_same_plan_gives_the_same_pdf_at_any_time(document: bytes, templates: Templates) -> None:
    first = pdf.to_pdf(document)
    time.sleep(1.1)  # the seconds in its date
    assert pdf.to_pdf(document) == first
    other = pdf.to_pdf(templates.get("kehoach").render(load({"co_quan_ban_hanh": "A"})))
    assert re.findall(rb"/ID [^\]]*", other) != re.findall(rb"/ID [^\]]*", first)
    pages = pypdfium2.PdfDocument(first)
    assert pages.get_metadata_dict()["CreationDate"].startswith("D:19800101000000")
    assert len(pages) == 5


def test_many_at_once_each_get_their_own_pdf(templates: Templates) -> None:
    def one(number: int) -> bytes:
        plan = load({"co_quan_ban_hanh": f"CƠ QUAN {number}"})
        return pdf.to_pdf(templates.get("kehoach").render(plan))

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(one, range(16)))
    texts = [pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded() for data in made]
    assert [re.findall(r"CƠ QUAN (\d+)", text) for text in texts] == [[str(number)] for number in range(16)]
