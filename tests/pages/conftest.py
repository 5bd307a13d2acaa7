"""What tests of the pages have in common."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service import office
from tests.pages.desk import Desk


@pytest.fixture
def desk(client: FlaskClient) -> Desk:
    return Desk(client)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice: pictures are not what a test is about."""
    monkeypatch.setattr(office, "office", lambda: None)
