"""Where the words of a document stand on paper: LibreOffice makes the PDF, poppler says the places."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from schemas import load
from service.mau import Templates
from service.pdf import to_pdf

MM = 72 / 25.4
LEFT, RIGHT, WIDE, HIGH = 30, 195, 210, 297
"""Of the page and its text, in mm."""


@dataclass(frozen=True)
class Words:
    """Words in a row on a page, from 1; edges in mm from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return (self.left + self.right) / 2

    def level_with(self, other: Words) -> bool:
        """Whether both stand on one line of one page."""
        return self.page == other.page and abs(self.bottom - other.bottom) < 1


class Paper:
    """A printed document."""

    def __init__(self, document: bytes, folder: Path) -> None:
        pdf = folder / "a.pdf"
        pdf.write_bytes(to_pdf(document))
        xml = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
        tree = etree.fromstring(xml)
        pages = tree.iter("{*}page")
        self.pages = [[_word(number, word) for word in page.iter("{*}word")] for number, page in enumerate(pages, 1)]

    def all(self, text: str) -> list[Words]:
        """Every place where the words of `text` follow each other on one line."""
        wanted = text.split()
        found = []
        for page in self.pages:
            for at, word in enumerate(page):
                row = page[at : at + len(wanted)]
                if [w.text for w in row] == wanted and all(w.level_with(word) for w in row):
                    edges = (word.left, min(w.top for w in row), row[-1].right, max(w.bottom for w in row))
                    found.append(Words(word.page, text, *edges))
        return found

    def one(self, text: str) -> Words:
        """The only such place."""
        found = self.all(text)
        assert len(found) == 1, f"{text}: {found}"
        return found[0]

    def rows(self, page: int) -> list[Words]:
        """The lines of a page, top to bottom, over its whole width."""
        lines: dict[float, list[Words]] = {}
        for word in self.pages[page - 1]:
            key = next((bottom for bottom in lines if abs(bottom - word.bottom) < 1), word.bottom)
            lines.setdefault(key, []).append(word)
        return [
            Words(page, " ".join(w.text for w in sorted(row, key=lambda w: w.left)), min(w.left for w in row),
                  min(w.top for w in row), max(w.right for w in row), max(w.bottom for w in row))
            for _, row in sorted(lines.items())
        ]  # fmt: skip


def _word(page: int, word: Any) -> Words:
    edges = (float(word.get(name)) / MM for name in ("xMin", "yMin", "xMax", "yMax"))
    return Words(page, word.text, *edges)


def printed(templates: Templates, payload: dict[str, Any], folder: Path) -> Paper:
    """A plan on paper."""
    plan = load(payload)
    return Paper(templates.for_plan(plan).render(plan), folder)
