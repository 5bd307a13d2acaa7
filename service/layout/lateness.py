"""What speaks against a line being text of the body: words and places of the end of a document."""

from __future__ import annotations

from service.layout import words as w
from service.layout.line import Line


def late(line: Line) -> float:
    """What speaks against text of the body: words that stand at the end of a document."""
    if line.late is None:
        line.late = _lateness(line)
    return line.late


def _lateness(line: Line) -> float:
    if len(line.text) > 200:
        return 0.0
    found = w.RECIPIENTS.match(line.key)
    if found and found["end"] is not None and line.words < 40:
        return 6.0
    if line.caps and w.STRONG_PREFIX.match(line.key) and line.marker is None:
        return 5.0
    cost = 0.0
    if line.zone in ("cell", "tabs"):
        cost += 1.5
    if line.words <= 40 and w.SIGNED.fullmatch(line.key):
        cost += 2.5
    if line.marker is None and line.caps and w.ANNEX.fullmatch(line.key):
        cost += 4.0
    if line.side == "right" and line.words < 8:
        cost += 1.0
    return cost
