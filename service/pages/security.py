"""What keeps a page to itself and a form within bounds: headers, no request of another site's page, limits of fields."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request, Response

from service.messages import Message
from service.refusals import TooLarge

PAGE = {
    # Page pictures are made for one request and kept nowhere, so they travel inside the page as data: addresses.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
OTHERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FIELDS = 300_000
"""Fields of a form at most: a plan of twenty thousand rows."""
TOO_MANY_FIELDS = Message(
    "too_many_fields",
    "Biểu có quá {limit} ô. Hãy tách thành nhiều văn bản.",
    "The form has over {limit} fields. Split it into several documents.",
)
SAFE = ("GET", "HEAD", "OPTIONS")


def protect(response: Response) -> None:
    """Set the headers of an answer (OWASP ASVS 3.4)."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    for name, value in (PAGE if response.mimetype == "text/html" else OTHERS).items():
        response.headers.setdefault(name, value)


def is_cross_site(request: Request) -> bool:
    """Whether a request that changes or makes something was sent by another site's page.

    Sec-Fetch-Site says so in every browser of today, Origin in older ones; programs send neither and pass.
    """
    if request.method in SAFE:
        return False
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def bound_form(request: Request, limit: int) -> None:
    """Let a form be as big as a body, but of no more than FIELDS fields. Raises TooLarge before they are taken apart."""
    request.max_form_memory_size = limit
    request.max_form_parts = FIELDS
    if request.path.startswith("/api/"):
        return  # no forms there, but bodies that are streamed, whatever type they are said to have
    if request.mimetype == "application/x-www-form-urlencoded" and request.get_data().count(b"&") >= FIELDS:
        raise TooLarge(TOO_MANY_FIELDS, limit=FIELDS)
