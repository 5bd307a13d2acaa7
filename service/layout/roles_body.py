"""What it costs to take a line for a part of the body: headings, paragraphs, tables, what only looks like text."""

from __future__ import annotations

import re
from math import exp, log

from service.layout import words as w
from service.layout.headings import heading_odds
from service.layout.lateness import late
from service.layout.line import Line
from service.layout.roles_head import below_title, heads, ornament

SECTION = 40
"""Lines within which the heading of a proposal is looked for."""
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|\t)\s*\d{1,3}$")


def _cost(odds: float) -> float:
    """The price of what `odds` (log) speak for; 0 where they are high."""
    return log(1.0 + exp(-odds)) if odds > -30 else -odds


def muc(line: Line) -> float | None:
    """A heading with its title on the line."""
    if not line.rest:
        return None
    return _cost(heading_odds(line)) + late(line)


def diem(line: Line) -> float | None:
    """A paragraph with a counting marker."""
    if not line.rest:
        return None
    return _cost(-heading_odds(line)) + late(line)


def phan(line: Line) -> float | None:
    """A heading whose title stands on the next line (`Phần I`)."""
    if line.marker is None or line.rest:
        return None
    return 0.1 if line.marker.kind == "word" else 0.6 if line.marker.kind in ("roman", "upper") else 2.0


def phan_ten(line: Line) -> float:
    """The title of such a heading."""
    return 0.1 if line.centred or line.caps else 0.6 if line.bold > 0.7 else 1.5


def gach(line: Line) -> float:
    """A paragraph with a bullet."""
    return 0.2 + late(line)


def doan(line: Line) -> float | None:
    """A paragraph without a marker."""
    if line.marker is not None and line.rest:
        return 4.0 if line.marker.ordinal else 3.0
    if ornament(line) is not None:
        return 2.0
    return 0.3 + late(line) + _heady(line) + _basis(line)


def _basis(line: Line) -> float:
    """What speaks against text of the body: legal bases, which stand before it."""
    if not w.BASIS.match(line.key):
        return 0.0
    return 1.8 if line.text[-1] == ";" else 0.5


def doan_mo(line: Line) -> float:
    """The first paragraph of a body that has no heading before it."""
    if line.marker is not None:
        return 1.2
    if below_title(line):
        return 4.0
    if line.bold > 0.8 and line.words < 20 and not line.text.endswith((":", ".")):
        return 0.9
    above = line.before
    return 1.6 if above is not None and above.text.endswith(":") else 4.0


def _heady(line: Line) -> float:
    """What speaks against text of the body: words that stand in a letterhead or a title."""
    if len(line.text) > 120:
        return 0.0
    if heads(line):
        return 6.0
    found = w.TYPE.match(line.key)
    if found and line.caps and line.centred:
        return 2.5 if found.end() >= len(line.key) else 1.2
    return 0.0


def bang(line: Line) -> float | None:
    """A table."""
    return 0.0 if line.table is not None else None


def so_trang(line: Line) -> float | None:
    """A page number typed into the text."""
    bare = line.text.strip(" -–—.")
    return (
        0.0
        if bare.isdigit() and len(bare) <= 3 and (line.label is None)
        else 0.4
        if re.fullmatch(r"trang \d+(?:\s?/\s?\d+)?", line.key)
        else None
    )


def muc_luc(line: Line) -> float | None:
    """A line of a contents list."""
    if line.paragraph is None:
        return None
    if line.paragraph.style.lower().startswith(("toc", "mục lục")) or w.CONTENTS.fullmatch(line.key):
        return 0.0
    return 0.2 if line.text[-1].isdigit() and line.words < 50 and _LEADER.search(line.raw.rstrip()) else None


def ket_thuc(line: Line) -> float | None:
    """The first closing paragraph."""
    if w.CLOSED.match(line.key):
        return 0.0
    closing = bool(w.CLOSING.match(line.key)) and not _asks(line)
    if not (closing or line.text.endswith("./.")) or not _last(line):
        return None
    after_list = line.before is not None and (line.before.table is not None or line.before.marker is not None)
    if closing:
        return 0.1 if line.marker is None and (after_list or line.text.endswith("./.")) else 1.0
    return 1.2 if after_list and line.marker is None else None


def _asks(line: Line) -> bool:
    """Whether a paragraph is one of the proposals under a heading that says so, not a closing."""
    above = line.before
    for _ in range(SECTION):
        if above is None or (above.marker is not None and above.marker.ordinal and above.words <= 16):
            break
        above = above.before
    return above is not None and bool(re.search(r"kiến nghị|đề xuất", above.key))


def _last(line: Line) -> bool:
    """Whether only closing paragraphs stand between a line and the recipients or the signature."""
    below, steps = line.after, 0
    while below is not None and steps < 4:
        if below.zone in ("cell", "tabs") or late(below) >= 2.5 or (below.caps and w.OFFICE.match(below.key)):
            return True
        if below.table is not None or below.marker is not None:
            return False
        if not (w.CLOSING.match(below.key) or ornament(below) is not None):
            return False
        below, steps = below.after, steps + 1
    return below is None


def ket_thuc_tiep(line: Line) -> float:
    """A further closing paragraph."""
    closed = line.before is not None and w.CLOSED.match(line.before.key) and w.CLOSING.match(line.key)
    cost = (
        (0.1 if closed else 0.5)
        + late(line)
        + (3.0 if line.marker is not None and line.marker.ordinal else 1.0 if line.marker else 0.0)
    )
    return cost + (1.0 if line.bold > 0.8 else 0.0)
