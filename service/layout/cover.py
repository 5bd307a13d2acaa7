"""A cover before the document proper: the issuer, the type and the subject once more, on a page of their own."""

from __future__ import annotations

from service.layout import words as w
from service.layout.line import Line

LONGEST = 60
"""Lines of a cover at most."""


def cover_length(lines: list[Line]) -> int:
    """How many of the first lines are a cover: short ones with a title, before a letterhead that has its own title."""
    first = next((k for k, line in enumerate(lines[:LONGEST]) if _heads(line)), 0)
    if first < 3:
        return 0
    group = lines[first].group
    start = next(k for k, line in enumerate(lines) if (group and line.group == group) or k == first)
    before, after = lines[:start], lines[first : first + 30]
    if any(line.table is not None or line.words > 40 for line in before):
        return 0
    return start if any(map(_titles, before)) and any(map(_titles, after)) else 0


def _heads(line: Line) -> bool:
    return bool(w.QUOC_HIEU.fullmatch(line.key) or w.DANG.fullmatch(line.key))


def _titles(line: Line) -> bool:
    return line.caps and bool(w.TYPE.match(line.key))
