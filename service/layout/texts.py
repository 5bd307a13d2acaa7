"""What a line says as a value of the plan: one line, or text with the runs that deviate from the paragraph's own look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from service.docx.blocks import TextRun
from service.layout.line import Line

_LINK = re.compile(r"@|https?:|www\.", re.I)
"""What is underlined because it is a link, not because somebody underlined it."""
_DRAWN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def after_marker(line: Line) -> int:
    """Where in `raw` the text after the marker begins."""
    if line.marker is None or not line.marker.end:
        return 0
    wanted = sum(not c.isspace() for c in line.text[: line.marker.end])
    for place, c in enumerate(line.raw):
        if not c.isspace() and c not in _DRAWN:
            wanted -= 1
            if not wanted:
                return place + 1
    return len(line.raw)


def _lead_in(pieces: Sequence[tuple[TextRun, str]]) -> bool:
    """Whether a text begins bold and ends plain: then the plain text is its own look, however long the bold words are."""
    shown = [run.bold for run, piece in pieces if piece.strip()]
    return bool(shown) and shown[0] and not shown[-1]


def rich(line: Line, start: int = 0) -> Any:
    """The text from `start` of `raw` on: a string, or runs where some deviate from the paragraph's look."""
    paragraph = line.paragraph
    text = line.raw[start:]
    if paragraph is None or not line.composed or paragraph.plain:
        return text
    runs = paragraph.runs
    if len(runs) == 1 and not runs[0].raised:
        return text
    pieces: list[tuple[TextRun, str]] = []
    at = 0
    for run, piece in line.runs:
        if shown := piece[max(start - at, 0) :]:
            pieces.append((run, shown))
        at += len(piece)
    look = paragraph.look
    bold = look.bold and not _lead_in(pieces)
    out: list[dict[str, Any]] = []
    marked = False
    for run, shown in pieces:
        entry: dict[str, Any] = {"van_ban": shown}
        if shown.strip():
            entry |= {"dam": True} if run.bold != bold else {}
            entry |= {"nghieng": True} if run.italic != look.italic else {}
            entry |= {"gach_chan": True} if run.underline != look.underline and not _LINK.search(shown) else {}
        if run.raised:
            entry["chi_so"] = "tren" if run.raised == "up" else "duoi"
        marked |= len(entry) > 1
        out.append(entry)
    return out if marked else text
