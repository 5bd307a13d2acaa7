"""What went wrong, as a page in the look of the others."""

from __future__ import annotations

from flask import Response, render_template, request

from service.messages import Message
from service.pages.languages import language
from service.problems import TITLES
from service.refusals import Busy, Refusal

_FOR_PROGRAMS = ("/api/", "/healthz", "/readyz", "/metrics")
DETAILS = {
    404: Message(
        "page_not_found",
        "Không có trang này. Kiểm tra lại địa chỉ, hoặc về trang đầu.",
        "There is no such page. Check the address, or go to the first page.",
    ),
    405: Message(
        "page_method",
        "Trang này không mở trực tiếp được. Hãy bắt đầu từ trang đầu.",
        "This page cannot be opened directly. Start from the first page.",
    ),
}
TOO_LARGE = Message(
    "page_too_large",
    "Nội dung gửi lên phải nhỏ hơn {limit}, nên chưa nhận được. Hãy quay lại trang trước và chia thành nhiều văn bản.",
    "What was sent must be smaller than {limit}, so it was not taken. Go back to the page before and split it into several documents.",
)
OTHER = Message("page_failed", "Yêu cầu không dùng được: {why}.", "The request cannot be served: {why}.")


def wants_page() -> bool:
    """Whether a person in a browser waits for the answer, on a path for persons."""
    return not request.path.startswith(_FOR_PROGRAMS) and bool(request.accept_mimetypes["text/html"])


def size(count: int) -> str:
    """Bytes as a person says them: `20 MB`."""
    return f"{count // 2**20} MB" if count >= 2**20 else f"{max(count // 2**10, 1)} KB"


def page_of_refusal(refusal: Refusal) -> Response:
    """The page of a refusal."""
    response = _page(refusal.status, refusal.detail(language()))
    if isinstance(refusal, Busy):
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def page_of_failure(status: int, why: str) -> Response:
    """The page of a failure that HTTP has a name for."""
    return _page(status, DETAILS.get(status, OTHER).text(language(), why=why))


def _page(status: int, detail: str) -> Response:
    heading = TITLES[status].text(language()) if status in TITLES else str(status)
    page = render_template("error.html", heading=heading, detail=detail, method=request.method)
    response = Response(page, status, mimetype="text/html")
    response.headers["Content-Language"] = language()
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(("Accept", "Accept-Language", "Cookie"))
    return response
