"""What is drawn on the pages of a PDF: letters with their places and fonts, and rules. The one place that knows pdfium.

Places are in points from the top left of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any
from unicodedata import category, combining

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from service.formats import messages as m
from service.refusals import DocumentRefused, TooLarge

PAGES = 500
GLYPHS = 3_000_000
THIN = 3.0
"""Points up to which a filled or stroked shape is a rule."""
_HYPHENS = "\x02\ufffe"
"""pdfium's signs for a hyphen at the end of a line."""
_SIGNS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0e0": "→"}
"""Bullets as Word takes them from symbol fonts; those in the private area may be letters of old fonts, too."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter; `base`: its baseline."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; a rule where it is thin."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def flat(self) -> bool:
        """Whether it is a rule from left to right."""
        return self.bottom - self.top <= THIN < self.right - self.left

    @property
    def upright(self) -> bool:
        """Whether it is a rule from top to bottom."""
        return self.right - self.left <= THIN < self.bottom - self.top


@dataclass(slots=True)
class Page:
    """What is drawn on one page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: int = 0


Place = Callable[[float, float], tuple[float, float]]


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF. Raises DocumentRefused (locked, damaged) or TooLarge."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise DocumentRefused(m.PASSWORD if locked else m.DAMAGED, kind=".pdf") from error
    try:
        if len(document) > PAGES:
            raise TooLarge(m.MANY_PAGES, count=len(document), limit=PAGES)
        letters = 0
        for number in range(len(document)):
            try:
                page = _page(document[number], number + 1)
            except pdfium.PdfiumError as error:
                raise DocumentRefused(m.DAMAGED, kind=".pdf") from error
            letters += len(page.glyphs)
            if letters > GLYPHS:
                raise TooLarge(m.MANY_LETTERS, limit=GLYPHS)
            yield page
    finally:
        document.close()


def _page(drawn: Any, number: int) -> Page:
    left, bottom, right, top = drawn.get_cropbox()
    wide, high = right - left, top - bottom
    turns = drawn.get_rotation() // 90

    def place(x: float, y: float) -> tuple[float, float]:
        x, y = x - left, top - y
        return ((x, y), (high - y, x), (wide - x, high - y), (y, wide - x))[turns]

    page = Page(number, high if turns % 2 else wide, wide if turns % 2 else high)
    text = drawn.get_textpage()
    try:
        page.glyphs = list(_glyphs(text, place, page))
    finally:
        text.close()
    for shape in drawn.get_objects(max_depth=4):
        if shape.type == raw.FPDF_PAGEOBJ_PATH:
            page.rules += _rules(shape, place)
        elif shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            page.pictures += 1
    return page


def _glyphs(text: Any, place: Place, page: Page) -> Iterator[Glyph]:
    fonts: dict[int, tuple[str, bool, bool]] = {}
    last: Glyph | None = None
    box, x, y, matrix = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if raw.FPDFText_IsGenerated(text, index) or not _seen(letter):
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        corners = (place(box.left, box.top), place(box.right, box.bottom))
        left, right = sorted(corner[0] for corner in corners)
        _, base = place(x.value, y.value)
        size = abs(raw.FPDFText_GetFontSize(text, index)) * max(abs(matrix.d), abs(matrix.b))
        if not (-1 <= base <= page.height + 1 and -1 <= left <= right <= page.width + 500 and 0.5 < size < 2000):
            continue  # outside the page or too small: nobody sees it
        letter = " " if letter.isspace() else "-" if letter in _HYPHENS else _SIGNS.get(letter, letter)
        if last is not None and combining(letter):  # drawn over the letter before, wherever that is
            last = replace(last, text=last.text + letter)
            continue
        if last is not None:
            yield last
        last = Glyph(letter, left, right, base, size, *_font(text, index, fonts))
    if last is not None:
        yield last


def _seen(letter: str) -> bool:
    """Whether a letter is drawn: also the soft hyphen and the private area, which are letters in old fonts."""
    return (
        letter.isprintable() or letter.isspace() or letter in _HYPHENS or letter == "\u00ad" or category(letter) == "Co"
    )


def _font(text: Any, index: int, fonts: dict[int, tuple[str, bool, bool]]) -> tuple[str, bool, bool]:
    """Name, bold and italic of the font of a letter; one look-up for each text object."""
    shown = raw.FPDFText_GetTextObject(text, index)
    key = ctypes.cast(shown, ctypes.c_void_p).value or 0
    if key not in fonts:
        font = raw.FPDFTextObj_GetFont(shown) if key else None
        length = raw.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
        buffer = ctypes.create_string_buffer(max(length, 1))
        if font:
            raw.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("utf-8", "replace").rsplit("+", 1)[-1]
        low = name.lower()
        fonts[key] = (name, "bold" in low or "black" in low, "italic" in low or "oblique" in low)
    return fonts[key]


def _rules(shape: Any, place: Place) -> Iterator[Box]:
    """The rules of a path: thin shapes, and the straight edges of stroked ones."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    if not (fill.value or stroke.value):
        return
    matrix = shape.get_matrix()
    for points in _outlines(shape):
        at = [place(*matrix.on_point(x, y)) for x, y in points]
        if len(at) < 2:
            continue
        whole = _hull(at)
        if whole.flat or whole.upright:
            yield whole
        elif stroke.value:
            for one, other in pairwise(at):
                edge = _hull([one, other])
                if edge.flat or edge.upright:
                    yield edge


def _hull(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _outlines(shape: Any) -> Iterator[list[tuple[float, float]]]:
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(shape), 20_000)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if points:
        yield points
