"""The interface as other systems see it (contract §2)."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from service.messages_index import index
from service.openapi import DOCX


def test_a_plan_comes_back_as_a_document_with_its_name_and_tag(client: FlaskClient, model: dict[str, Any]) -> None:
    first = client.post("/api/v1/render", json=model)
    second = client.post("/api/v1/render", json=model)
    assert first.status_code == 200
    assert first.mimetype == DOCX
    assert first.headers["Content-Disposition"] == (
        "attachment; filename=\"02-KH-LDLD.docx\"; filename*=UTF-8''02-KH-L%C4%90L%C4%90.docx"
    )
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.data == second.data


def test_a_rendered_document_parses_to_its_plan(client: FlaskClient, model: dict[str, Any]) -> None:
    document = client.post("/api/v1/render", json=model).data
    body = client.post("/api/v1/parse", data=document, content_type=DOCX).get_json()
    form = client.post("/api/v1/parse", data={"file": (io.BytesIO(document), "a.docx")}).get_json()
    assert body == form
    assert {key: body["plan"][key] for key in model} == model
    assert body["reader"] == {"kind": "template", "template": "kehoach"}


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"{", 400, "not_json"),
        (b"\xff\xfe", 400, "not_json"),
        (b'{"a": NaN}', 400, "not_json"),
        (b'{"a": 1, "a": 2}', 400, "not_json"),
        (b"[" * 100_000, 400, "not_json"),
        (b"1" * 5_000, 400, "not_json"),
        (b"[]", 422, "plan_refused"),
        (b"{}", 422, "plan_refused"),
        (b'{"co_quan_ban_hanh": "\\ud800"}', 422, "plan_refused"),
        (b'{"co_quan_ban_hanh": "A", "so": 5.7}', 422, "plan_refused"),
        (b'{"co_quan_ban_hanh": "A", "ngay_ban_hanh": "2023-02-30"}', 422, "plan_refused"),
    ],
)
def test_bad_bodies_get_a_problem_and_never_a_500(client: FlaskClient, data: bytes, status: int, code: str) -> None:
    answer = client.post("/api/v1/render", data=data, content_type="application/json")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.data)
    assert problem["code"] == code
    assert problem["status"] == status
    assert {"type", "title", "detail", "instance"} <= problem.keys()


def test_every_fault_is_named_at_once_in_the_language_asked_for(client: FlaskClient) -> None:
    payload = {"co_quan_ban_hanh": None, "noi_dnug": [], "noi_dung": [{"loai": "muc"}, {"loai": "doan", "van_ban": 7}]}
    english = client.post("/api/v1/render", json=payload, headers={"Accept-Language": "en"}).get_json(force=True)
    vietnamese = client.post("/api/v1/render", json=payload).get_json(force=True)
    found = [(e["pointer"], e["code"]) for e in english["errors"]]
    assert found == [
        ("/noi_dnug", "unknown_key"),
        ("/co_quan_ban_hanh", "wrong_type"),
        ("/noi_dung/0/tieu_de", "required"),
        ("/noi_dung/1/van_ban", "wrong_type"),
    ]
    assert [e["code"] for e in vietnamese["errors"]] == [code for _, code in found]
    assert "noi_dung" in english["errors"][0]["detail"]
    assert english["detail"] != vietnamese["detail"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "data", "status"),
    [
        ("GET", "/api/v1/nothing", {}, None, 404),
        ("GET", "/api/v1/render", {}, None, 405),
        ("POST", "/api/v1/render", {"Accept": "image/png", "Content-Type": "application/json"}, b"{}", 406),
        ("POST", "/api/v1/render", {"Content-Type": "text/plain"}, b"{}", 415),
        ("POST", "/api/v1/parse", {}, b"", 422),
        ("POST", "/api/v1/parse", {}, b"not a zip", 422),
        ("POST", "/api/v1/parse", {}, b"\xd0\xcf\x11\xe0" + b"\0" * 600, 422),
        ("POST", "/api/v1/parse", {}, b"PK\3\4" + b"\0" * 600, 422),
    ],
)
def test_everything_else_that_cannot_be_is_a_problem_too(
    client: FlaskClient, method: str, path: str, headers: dict[str, str], data: bytes | None, status: int
) -> None:
    answer = client.open(path, method=method, headers=headers, data=data)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if status == 405:
        assert "POST" in answer.headers["Allow"]


def test_a_body_over_the_limit_is_refused_with_the_limit(model: dict[str, Any]) -> None:
    from service.app import create_app
    from service.settings import Settings

    small = create_app(Settings(body_limit=100)).test_client()
    answer = small.post("/api/v1/render", json=model)
    assert answer.status_code == 413
    assert "100" in json.loads(answer.data)["detail"]


def test_a_batch_gives_each_valid_line_a_document_and_reports_every_line(
    client: FlaskClient, model: dict[str, Any]
) -> None:
    lines = [json.dumps(model, ensure_ascii=False), "nonsense", json.dumps(model), json.dumps({"so": "2"})]
    answer = client.post("/api/v1/render/batch", data="\n".join(lines).encode(), content_type="application/x-ndjson")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        report = [json.loads(line) for line in archive.read("report.jsonl").decode().splitlines()]
        assert [(entry["line"], entry["status"]) for entry in report] == [
            (1, "ok"),
            (2, "refused"),
            (3, "ok"),
            (4, "refused"),
        ]
        assert archive.namelist() == ["02-KH-LĐLĐ.docx", "02-KH-LĐLĐ (2).docx", "report.jsonl"]
        assert archive.read("02-KH-LĐLĐ.docx") == client.post("/api/v1/render", json=model).data
        assert report[3]["errors"][0]["pointer"] == "/co_quan_ban_hanh"


def test_the_description_is_valid_openapi_and_names_every_route(client: FlaskClient) -> None:
    description = client.get("/api/v1/openapi.json").get_json()
    validate(description)
    rules = client.application.url_map.iter_rules()
    for_programs = [
        rule for rule in rules if not rule.endpoint.startswith("pages.") or rule.endpoint == "pages.code_page"
    ]
    assert {str(rule).replace("<code>", "{code}") for rule in for_programs} == set(description["paths"])


@pytest.mark.parametrize(
    ("method", "path", "headers", "data"),
    [
        ("POST", "/api/v1/render", {"Content-Type": "application/json"}, b'{"co_quan_ban_hanh": "A"}'),
        ("POST", "/api/v1/render", {"Content-Type": "application/json"}, b"{"),
        ("POST", "/api/v1/render", {"Content-Type": "application/json"}, b"{}"),
        ("POST", "/api/v1/render?template=x", {"Content-Type": "application/json"}, b'{"co_quan_ban_hanh": "A"}'),
        ("POST", "/api/v1/render", {"Content-Type": "application/json", "Accept": "image/png"}, b"{}"),
        ("POST", "/api/v1/render", {"Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"}, b"{}"),
        ("POST", "/api/v1/render", {"Content-Type": "text/plain"}, b"{}"),
        ("POST", "/api/v1/render/batch", {"Content-Type": "application/x-ndjson"}, b"{}"),
        ("POST", "/api/v1/render/batch?template=x", {"Content-Type": "application/x-ndjson"}, b"{}"),
        ("POST", "/api/v1/render/batch", {"Content-Type": "text/plain"}, b"{}"),
        ("POST", "/api/v1/render/batch", {"Content-Type": "application/x-ndjson", "Accept": "image/png"}, b"{}"),
        ("POST", "/api/v1/parse", {}, b"nothing"),
        ("POST", "/api/v1/parse", {"Accept": "image/png"}, b"nothing"),
        ("GET", "/api/v1/schema", {}, None),
        ("GET", "/api/v1/openapi.json", {}, None),
        ("GET", "/healthz", {}, None),
        ("GET", "/readyz", {}, None),
        ("GET", "/metrics", {}, None),
        ("GET", "/errors/required", {}, None),
        ("GET", "/errors/nothing", {}, None),
    ],
)
def test_every_answer_is_described(
    client: FlaskClient, method: str, path: str, headers: dict[str, str], data: bytes | None
) -> None:
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    answer = client.open(path, method=method, headers=headers, data=data)
    bare = path.partition("?")[0]
    described = paths["/errors/{code}" if bare.startswith("/errors/") else bare][method.lower()]["responses"]
    assert str(answer.status_code) in described
    found = described[str(answer.status_code)]
    assert answer.mimetype in found["content"]
    assert found.get("headers", {}).keys() <= set(answer.headers.keys())


def test_a_get_is_answered_to_head_without_its_body_and_by_its_tag(client: FlaskClient) -> None:
    for path in ("/api/v1/schema", "/api/v1/openapi.json"):
        whole, head = client.get(path), client.head(path)
        assert head.data == b""
        assert head.headers["Content-Length"] == str(len(whole.data))
        assert head.headers["ETag"] == whole.headers["ETag"]
        assert not whole.headers["ETag"].startswith("W/")
        assert client.get(path, headers={"If-None-Match": f'"x", {whole.headers["ETag"]}'}).status_code == 304
        assert client.get(path, headers={"If-None-Match": '"x"'}).status_code == 200


def test_every_code_of_a_problem_has_its_page(client: FlaskClient) -> None:
    for code in index():
        page = client.get(f"/errors/{code}")
        assert page.status_code == 200
        assert page.mimetype == "text/html"


def test_the_service_is_alive_ready_and_counted(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.head("/healthz").status_code == 200
    assert client.get("/readyz").get_json()["status"] == "ready"
    assert b"kehoach_requests_total" in client.get("/metrics").data


def test_fixed_answers_have_a_tag_that_saves_sending_them_again(client: FlaskClient) -> None:
    first = client.get("/api/v1/schema")
    again = client.get("/api/v1/schema", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_request_id_is_echoed_only_if_harmless(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    assert client.get("/healthz", headers={"X-Request-Id": "a b"}).headers["X-Request-Id"] != "a b"


def test_an_error_code_is_explained_on_a_page(client: FlaskClient) -> None:
    assert "Thiếu".encode() in client.get("/errors/required").data
    assert client.get("/errors/nothing").status_code == 404
