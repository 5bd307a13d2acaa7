"""A line of a typed document with what a person sees of it: what it says, how it looks, where it stands."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal
from unicodedata import is_normalized, normalize

from service.docx.blocks import Paragraph, Table, TextRun
from service.layout.markers import Marker, find_marker, label_marker
from service.wording.folding import fold, without_invisible

Side = Literal["left", "middle", "right", "full"]

_ENOUGH = 160
"""Letters that tell whether a line is in capitals."""


class Line:
    """A paragraph, a piece of one, or a table (`table`, then `paragraph` is the first in it, if any).

    `start`, `end`: the piece of the paragraph's text (NFC). `raw` has the line breaks, `text` is one clean line and
    `key` its folded form. `zone`: body, cell (of a layout table), tabs (of a line made with tabs), box. Lines of one
    `group` stand beside or below each other in columns (`column`, `side`). `cover`: on a cover before the document.
    `late`, `odds`, `name_ways`: what roles_body and names have worked out about it, kept because several roles ask.
    """

    def __init__(
        self,
        paragraph: Paragraph | None,
        start: int = 0,
        end: int = 0,
        zone: str = "body",
        group: int = 0,
        side: Side | None = None,
        column: int = 0,
        whole: str | None = None,
    ) -> None:
        self.paragraph = paragraph
        self.table: Table | None = None
        self.zone, self.group, self.column = zone, group, column
        self._side = side
        self.place = 0
        self.cover = False
        self.late: float | None = None
        self.odds: float | None = None
        self.name_ways: Any = None
        self.before: Line | None = None
        self.after: Line | None = None
        self.start, self.end = start, end
        self.label = paragraph.label if paragraph is not None and start == 0 else None
        text = paragraph.text if paragraph is not None else ""
        self.composed = is_normalized("NFC", text)
        if not self.composed:
            text = normalize("NFC", text)
            if start == 0 and end == len(paragraph.text if paragraph else ""):
                self.end = len(text)
        self.raw = text[self.start : self.end] if self.start or self.end != len(text) else text
        self.whole = start == 0 and self.end == len(text)
        self.text = " ".join(without_invisible(self.raw).split())

    @classmethod
    def of_table(cls, table: Table) -> Line:
        """The line that a table of data is."""
        out = cls(None)
        out.table = table
        return out

    @cached_property
    def key(self) -> str:
        """The folded text."""
        return fold(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1 if self.text else 0

    @cached_property
    def marker(self) -> Marker | None:
        """Its marker, typed or automatic; `end` counts in `text`."""
        return label_marker(self.label) if self.label else find_marker(self.text)

    @cached_property
    def rest(self) -> str:
        """Its text after the marker."""
        return self.text[self.marker.end :].strip() if self.marker else self.text

    @cached_property
    def upper(self) -> bool:
        """Whether its letters are capitals, nearly all (of a long line, the first of them)."""
        shown = self.text[:_ENOUGH]
        if shown[
            5:
        ].islower():  # most lines: known without counting, since five capitals and a small letter are too few
            return False
        capitals, small = sum(map(str.isupper, shown)), sum(map(str.islower, shown))
        return capitals > 0.85 * (capitals + small)

    @cached_property
    def caps(self) -> bool:
        """Whether it is in capitals, typed or by its look."""
        return self.upper or (
            self.paragraph is not None and self.paragraph.look.caps and any(map(str.isupper, self.text[:_ENOUGH]))
        )

    @cached_property
    def bold(self) -> float:
        """The share of bold letters, 0…1."""
        return self._share("bold")

    @cached_property
    def italic(self) -> float:
        """The share of italic letters, 0…1."""
        return self._share("italic")

    def _share(self, name: str) -> float:
        if self.paragraph is not None and self.whole and len(self.paragraph.runs) == 1:
            return float(bool(self.text) and getattr(self.paragraph.runs[0], name))
        total = marked = 0
        for run, text in self.runs:
            count = len(text.strip())
            total += count
            if getattr(run, name):
                marked += count
        return marked / total if total else 0.0

    @cached_property
    def runs(self) -> list[tuple[TextRun, str]]:
        """Its stretches of one look."""
        out: list[tuple[TextRun, str]] = []
        if self.paragraph is None:
            return out
        if not self.composed:
            return [(run, run.text) for run in self.paragraph.runs]
        at = 0
        for run in self.paragraph.runs:
            piece = run.text[max(self.start - at, 0) : max(self.end - at, 0)]
            at += len(run.text)
            if piece:
                out.append((run, piece))
        return out

    @cached_property
    def centred(self) -> bool:
        """Whether it stands in the middle of its place."""
        if self.paragraph is None:
            return False
        if self.paragraph.look.align == "center":
            return True
        lead = len(self.raw) - len(self.raw.lstrip(" \u00a0"))
        tabs = len(self.raw) - len(self.raw.lstrip(" \t\u00a0")) - lead
        return self.zone == "body" and self.words < 16 and (lead >= 14 or (tabs >= 2 and self.marker is None))

    @cached_property
    def side(self) -> Side:
        """Where on the page it stands."""
        if self._side is not None:
            return self._side
        if self.paragraph is None:
            return "full"
        look = self.paragraph.look
        if look.align == "right" or (look.left > 3000 and look.align != "both"):
            return "right"
        lead = len(self.raw) - len(self.raw.lstrip())
        if lead > 30 or self.raw[:lead].count("\t") >= 4:
            return "right"
        return "full"

    @cached_property
    def size(self) -> float:
        """Its size in points, 0 where unknown."""
        return self.paragraph.look.size if self.paragraph is not None else 0.0

    @cached_property
    def name_odds(self) -> float | None:
        """How little it looks like a line of a body's name (names.py); None where it cannot be."""
        from service.layout.names import plausible

        return plausible(self)

    @cached_property
    def name_prices(self) -> Any:
        """What it costs as a line of a body's name (names.py), or None."""
        from service.layout.names import prices

        return prices(self)

    def __repr__(self) -> str:
        return f"Line({self.text[:50]!r}, {self.zone}, {self._side})"
