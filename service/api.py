"""The interface for other systems (contract §2)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from flask import Blueprint, Response, current_app, jsonify, request, stream_with_context
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from schemas import dump, json_schema, load, parse_json
from service.batch import lines_of, zipped
from service.mau import Templates
from service.mau.examples import EXAMPLES
from service.messages import Message
from service.naming import disposition, document_name
from service.openapi import DOCX, openapi
from service.pdf import to_pdf
from service.problems import language
from service.reading import parse
from service.refusals import Busy, DocumentRefused, NotAcceptable, UnknownMedia
from service.settings import Settings

PDF = "application/pdf"
WRONG_MEDIA = Message(
    "wrong_media_type",
    "Cần nội dung loại {wanted}, không phải {found}.",
    "The body must be {wanted}, not {found}.",
)
WRONG_ACCEPT = Message(
    "wrong_accept", "Chỉ tạo được {offered}. Hãy sửa Accept.", "Only {offered} can be made. Mend the Accept header."
)
NO_FILE = Message(
    "no_file",
    "Chưa có tệp. Hãy gửi tệp làm nội dung hoặc trong trường “file”.",
    "There is no file. Send it as the body, or in the field “file”.",
)

NOT_READY = Message(
    "not_ready",
    "Dịch vụ chưa sẵn sàng: bản tự kiểm tra in ra rồi đọc lại không khớp. Hãy chạy “kehoach template check” với các mẫu.",
    "The service is not ready: a plan did not come back as it went out. Run “kehoach template check” on the templates.",
)

api = Blueprint("api", __name__)


def templates() -> Templates:
    """The templates of this application."""
    return cast(Templates, current_app.extensions["templates"])


def _settings() -> Settings:
    return cast(Settings, current_app.extensions["settings"])


def _body(*accepted: str) -> bytes:
    if request.mimetype not in accepted:
        raise UnknownMedia(WRONG_MEDIA, wanted=accepted[0], found=request.mimetype or "–")
    return request.get_data()


def _wanted(*offered: str) -> str:
    """The media type of those offered that the client likes best, the first where it says nothing."""
    if not request.accept_mimetypes:
        return offered[0]
    wanted = request.accept_mimetypes.best_match(offered)
    if wanted is None:
        raise NotAcceptable(WRONG_ACCEPT, offered=", ".join(offered))
    return wanted


@api.post("/api/v1/render")
def render() -> Response:
    """The document of a plan, as Word or PDF."""
    wanted = _wanted(DOCX, PDF)
    plan = load(parse_json(_body("application/json", "")))
    document = templates().for_plan(plan, request.args.get("template")).render(plan)
    if wanted == PDF:
        document = to_pdf(document, _settings().pdf_timeout)
    response = Response(document, mimetype=wanted)
    headers = response.headers
    headers["Content-Disposition"] = disposition(document_name(plan), "pdf" if wanted == PDF else "docx")
    headers["Vary"] = "Accept, Accept-Language"
    headers["Cache-Control"] = "no-store"
    headers["ETag"] = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    return response


@api.post("/api/v1/render/batch")
def render_batch() -> Response:
    """A zip of documents, streamed."""
    _wanted("application/zip")
    if request.mimetype not in ("application/x-ndjson", "application/jsonl", "application/json-lines"):
        raise UnknownMedia(WRONG_MEDIA, wanted="application/x-ndjson", found=request.mimetype or "–")
    name = request.args.get("template")
    if name:
        templates().get(name)
    pieces = zipped(lines_of(request.stream), templates(), name, language())  # type: ignore[arg-type]
    response = Response(stream_with_context(pieces), mimetype="application/zip")
    response.headers["Content-Disposition"] = disposition("ke-hoach", "zip")
    response.headers["Content-Language"] = language()
    response.headers["Vary"] = "Accept, Accept-Language"
    response.headers["Cache-Control"] = "no-store"
    return response


@api.post("/api/v1/parse")
def parse_document() -> Response:
    """The plan in a document."""
    _wanted("application/json")
    if request.mimetype == "multipart/form-data":
        upload = request.files.get("file")
        data = upload.read() if upload else b""
    else:
        data = request.get_data()
    if not data:
        raise DocumentRefused(NO_FILE)
    answer = parse(data, templates(), _settings().pdf_timeout, _settings().limits).as_dict(language())
    response = jsonify(answer)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = language()
    response.headers["Vary"] = "Accept, Accept-Language"
    return response


@api.get("/api/v1/schema")
def schema() -> Response:
    """JSON Schema of the plan."""
    return _fixed("application/schema+json", json_schema)


@api.get("/api/v1/openapi.json")
def description() -> Response:
    """OpenAPI of this interface."""
    return _fixed("application/json", openapi)


def _fixed(mimetype: str, make: Callable[[], dict[str, Any]]) -> Response:
    response = current_app.response_class(_text(make), mimetype=mimetype)
    response.add_etag()
    return cast(Response, response.make_conditional(request))


@cache
def _text(make: Callable[[], dict[str, Any]]) -> str:
    return current_app.json.dumps(make())


@api.get("/healthz")
def healthz() -> Response:
    """That the process answers."""
    return jsonify(status="ok")


@api.get("/readyz")
def readyz() -> Response:
    """That templates are loaded and a plan goes out and comes back."""
    plan = EXAMPLES[0]
    answer = parse(templates().for_plan(plan).render(plan), templates())
    if answer.plan != dump(plan):
        raise Busy(NOT_READY, retry_after=60)
    return jsonify(status="ready", templates=list(templates().names))


@api.get("/metrics")
def metrics() -> Response:
    """Counters for Prometheus."""
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
