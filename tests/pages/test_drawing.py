"""Pages of documents from outside are drawn in a process of their own: whatever the file does, it does it there."""

from __future__ import annotations

import pytest

from service.pages.drawing import WIDEST, Undrawable, drawn
from service.pages.preview import drawn_apart


def pdf(content: bytes = b"", width: int = 595, height: int = 842, pages: int = 1) -> bytes:
    """A PDF whose pages all have that size and content."""
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 3 0 R/Resources<<>>>>" % (width, height)
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *[page] * pages,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out))  # fmt: skip


def test_it_draws_what_is_drawn_here() -> None:
    document = pdf(b"100 100 200 200 re f", pages=3)
    found, total = drawn_apart(document, 2, 20)
    assert (found, total) == drawn(document, 2)
    assert [(one.width, one.height) for one in found] == [(794, 1123)] * 2
    assert total == 3


@pytest.mark.parametrize(("width", "height"), [(14_400, 14_400), (200_000, 1), (0, 0)])
def test_no_page_makes_a_larger_picture_than_a_screen_shows(width: int, height: int) -> None:
    ((picture,), _) = drawn_apart(pdf(width=width, height=height), 1, 20)
    assert max(picture.width, picture.height) <= WIDEST


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", pdf()[:200], b"\0" * 1000])
def test_what_is_no_pdf_is_not_drawn(data: bytes) -> None:
    with pytest.raises(Undrawable):
        drawn_apart(data, 1, 20)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    endless = pdf(b"q 0 0 595 842 re W n 0 0 m 595 842 l 300 0 l f Q\n" * 400_000)
    with pytest.raises(Undrawable):
        drawn_apart(endless, 1, 0.2)
