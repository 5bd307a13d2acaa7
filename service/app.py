"""The web application: wiring only."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from flask import Flask, Response, g, request
from prometheus_client import Counter
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from service.api import api
from service.mau import Templates
from service.messages import Message
from service.pages import (
    bound_form,
    install_pages,
    is_cross_site,
    page_of_failure,
    page_of_refusal,
    protect,
    wants_page,
)
from service.pages.failures import TOO_LARGE as PAGE_TOO_LARGE
from service.pages.failures import size
from service.places import templates_folder
from service.problems import language, problem, refused
from service.refusals import Forbidden, Refusal, TooLarge
from service.settings import Settings, settings

BODY_TOO_LARGE = Message(
    "body_too_large",
    "Nội dung gửi lớn quá giới hạn {limit} byte (cài đặt KEHOACH_BODY_LIMIT).",
    "The body is over the limit of {limit} bytes (setting KEHOACH_BODY_LIMIT).",
)
CROSS_SITE = Message(
    "cross_site",
    "Yêu cầu này do trang của nơi khác gửi đến nên bị từ chối. Hãy mở trang của dịch vụ này rồi làm lại ở đó.",
    "A page of another site sent this request, so it is refused. Open this service's own page and do it there.",
)
HTTP_FAILED = Message("http_error", "Yêu cầu không dùng được: {why}.", "The request cannot be served: {why}.")
NO_SUCH_PATH = Message(
    "no_such_path",
    "Không có địa chỉ {path}. Dùng một trong các địa chỉ nêu ở /api/v1/openapi.json.",
    "There is no {path}. Use one of the addresses in /api/v1/openapi.json.",
)
WRONG_METHOD = Message(
    "wrong_method",
    "{path} không nhận {method}. Dùng {allowed}.",
    "{path} does not take {method}. Use {allowed}.",
)
_REQUESTS = Counter("kehoach_requests", "Requests answered", ["route", "status"])
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def create_app(given: Settings | None = None) -> Flask:
    """The application. Raises TemplateRefused or ValueError where it could not serve."""
    own = given or settings()
    app = Flask(__name__, static_folder=None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config["MAX_FORM_MEMORY_SIZE"] = 2**20
    app.extensions["settings"] = own
    app.extensions["templates"] = Templates(Path(own.templates) if own.templates else templates_folder())
    app.register_blueprint(api)
    install_pages(app)

    @app.before_request
    def begin() -> None:
        given_id = request.headers.get("X-Request-Id", "")
        g.request_id = given_id if _ID.fullmatch(given_id) else secrets.token_hex(8)
        request.max_content_length = own.batch_limit if request.path.endswith("/batch") else own.body_limit
        if is_cross_site(request):
            raise Forbidden(CROSS_SITE)
        bound_form(request, own.body_limit)

    @app.after_request
    def finish(response: Response) -> Response:
        headers = response.headers
        headers["X-Request-Id"] = g.get("request_id", "")
        protect(response)
        _REQUESTS.labels(request.url_rule.rule if request.url_rule else "", response.status_code).inc()
        return response

    @app.errorhandler(Refusal)
    def on_refusal(refusal: Refusal) -> Response:
        return page_of_refusal(refusal) if wants_page() else refused(refusal)

    @app.errorhandler(RequestEntityTooLarge)
    def on_large(_: RequestEntityTooLarge) -> Response:
        limit = request.max_content_length or 0
        refusal = TooLarge(PAGE_TOO_LARGE, limit=size(limit)) if wants_page() else TooLarge(BODY_TOO_LARGE, limit=limit)
        return on_refusal(refusal)

    @app.errorhandler(HTTPException)
    def on_http(error: HTTPException) -> Response:
        status = error.code or 500
        if wants_page():
            response = page_of_failure(status, error.name)
        else:
            message, values = _message(error)
            response = problem(status, message.code, message.text(language(), **values))
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response

    return app


def _message(error: HTTPException) -> tuple[Message, dict[str, object]]:
    """What to say of an error of the framework's."""
    path = request.path[:100]
    if isinstance(error, NotFound):
        return NO_SUCH_PATH, {"path": path}
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(sorted(error.valid_methods or ()))
        return WRONG_METHOD, {"path": path, "method": request.method[:20], "allowed": allowed}
    return HTTP_FAILED, {"why": error.name}
