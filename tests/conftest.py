"""What every test may ask for."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from service.app import create_app
from service.mau import Templates
from service.places import samples_folder, templates_folder

# No example is held to a time: a busy machine is no finding. In CI the same commit gives the same answer; at a desk every
# run looks elsewhere.
settings.register_profile("kehoach", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kehoach")


@pytest.fixture(scope="session")
def templates() -> Templates:
    return Templates(templates_folder())


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app()


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture(params=sorted(samples_folder().glob("*.json")), ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> dict[str, Any]:
    path: Path = request.param
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="session")
def model() -> dict[str, Any]:
    return json.loads((samples_folder() / "ke-hoach-mau.json").read_text("utf-8"))
