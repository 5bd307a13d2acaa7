"""What keeps a page to itself: headers, and no request that another site's page has sent."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request, Response

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
