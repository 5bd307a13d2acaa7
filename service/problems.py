"""From a refusal to HTTP: the one function, in RFC 9457's form."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Response, g, request

from schemas import json_bytes
from service.messages import Language, Message
from service.refusals import Busy, PlanRefused, Refusal

TITLES = {
    400: Message("bad_request", "Nội dung gửi không đọc được", "The request cannot be read"),
    403: Message("forbidden", "Không được phép", "Forbidden"),
    404: Message("not_found", "Không tìm thấy", "Not found"),
    405: Message("method_not_allowed", "Không dùng được phương thức này", "Method not allowed"),
    406: Message("not_acceptable", "Không tạo được dạng đã yêu cầu", "Not acceptable"),
    413: Message("too_large", "Quá lớn", "Too large"),
    415: Message("unsupported_media_type", "Không đọc loại nội dung này", "Unsupported media type"),
    422: Message("refused", "Nội dung có chỗ cần sửa", "The content must be mended"),
    503: Message("busy", "Đang bận", "Busy"),
}


def language() -> Language:
    """The language of the answer: Vietnamese unless English is preferred."""
    return "en" if request.accept_languages.best_match(["vi", "en"], default="vi") == "en" else "vi"


def problem(status: int, code: str, detail: str, **more: Any) -> Response:
    """A problem document."""
    in_language = language()
    title = TITLES[status].text(in_language) if status in TITLES else HTTPStatus(status).phrase
    body = {"type": f"/errors/{code}", "title": title, "status": status, "detail": detail, "code": code}
    body |= {"instance": f"urn:request:{g.get('request_id', '')}"} | more
    response = Response(json_bytes(body), status, mimetype="application/problem+json")
    response.headers["Content-Language"] = in_language
    response.headers["Vary"] = "Accept, Accept-Language"
    return response


def refused(refusal: Refusal) -> Response:
    """The answer to a refusal."""
    in_language = language()
    more: dict[str, Any] = {}
    if isinstance(refusal, PlanRefused):
        more["errors"] = [
            {"pointer": f.pointer, "code": f.message.code, "detail": f.detail(in_language)}
            for f in refusal.faults[:1000]
        ]
    response = problem(refusal.status, refusal.code, refusal.detail(in_language), **more)
    if isinstance(refusal, Busy):
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
