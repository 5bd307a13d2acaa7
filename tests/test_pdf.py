"""PDF by a LibreOffice that stays open, crashes and hangs included."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path
from typing import Any

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
