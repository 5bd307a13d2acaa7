"""Whether a line with a counting marker is a title of its own, or a paragraph (contract §1)."""

from __future__ import annotations

import re

from service.layout import words as w
from service.layout.lateness import late
from service.layout.line import Line
from service.layout.tree import level_of

_RUNS_ON = re.compile(r"[:：]\s+\S")
_OPENS = re.compile(r"(?:trong đó|như sau|sau đây|cụ thể|sau|gồm|bao gồm|là)\s*:$", re.I)
_ORDER = re.compile(
    r"(?:giao|đề nghị|yêu cầu|kính đề nghị|trân trọng|chịu trách nhiệm|có trách nhiệm|được)(?![^\W\d_])"
)
_VERB = re.compile(
    r"(?:các|đề nghị|yêu cầu|giao|phối hợp|tham mưu|chủ trì|chỉ đạo|căn cứ|có trách nhiệm|được|không|khi|nếu|trong|theo|từ|trước|tại|đối với (?:các|những))(?![^\W\d_])"
)


def heading_odds(line: Line) -> float:
    """Log odds that a line with a counting marker is a title of its own rather than a paragraph (contract §1)."""
    if line.odds is None:
        line.odds = _heading_odds(line)
    return line.odds


def _heading_odds(line: Line) -> float:
    marker = line.marker
    assert marker is not None
    rest = line.rest
    if not rest:
        return 0.0
    odds = 0.6
    if line.upper and len(rest) > 2:
        odds += 4.0
    if line.bold > 0.9:
        odds += 3.0
    elif line.bold > 0.15 and not line.bold > 0.75:
        odds -= 2.0  # a bold lead-in before plain text
    if line.italic > 0.9 and line.bold < 0.5:
        odds += 0.8
    if line.paragraph is not None and line.paragraph.look.outline is not None:
        odds += 2.5
    if marker.kind in ("roman", "upper", "word", "roman_decimal"):
        odds += 2.0
    elif marker.kind in ("letter", "paren", "lower_roman"):
        odds -= 0.7
    stands_out = line.bold > 0.9 and line.after is not None and _other_below(line, line.after)
    long = -1.0 if stands_out else -2.5
    odds += 1.0 if line.words <= 8 else 0.3 if line.words <= 16 else -0.8 if line.words <= 26 else long
    if line.words > 45:
        odds -= 3.0
    if rest[-1] in ".;,":
        odds -= 0.5 if line.upper else 2.5 if stands_out else 4.5  # a whole sentence in bold over text that is not
        if line.bold > 0.9 and line.words <= 14 and not stands_out:
            odds += 1.5
    if _RUNS_ON.search(rest):
        odds -= 4.0 if line.bold < 0.9 and not line.upper else 0.5
    if rest[-1] == ":" and line.bold < 0.9 and _OPENS.search(rest):
        odds -= 3.0
    if (line.bold < 0.9 and rest[0] in '“"') or rest[-1] == "!":
        odds -= 5.0  # a slogan
    if rest.endswith(":"):
        odds += 0.6 if line.words <= 16 else -0.4
    if "\n" in line.raw.strip() and line.words > 25:
        odds -= 2.0
    if line.raw.count(". ") > 1:
        odds -= 1.0
    if line.bold < 0.5 and not line.upper:
        odds -= (
            3.5
            if line.words > 4 and _ORDER.match(rest.lower())
            else 0.8
            if line.words > 8 and _VERB.match(rest.lower())
            else 0.0
        )
    return odds + _neighbours(line)


def _other_below(line: Line, below: Line) -> bool:
    """Whether what follows a bold line is plain text, or a heading of another series."""
    return below.bold < 0.5 or (below.marker is not None and below.marker.ordinal and _series(below) != _series(line))


def _neighbours(line: Line) -> float:
    """What stands before and after says about a title."""
    odds = 0.0
    below = line.after
    marker = line.marker
    if marker is not None:
        if below is None or _empty_above(line, below):
            odds -= 1.5  # nothing stands under it
        elif below.table is not None:
            odds += 0.5
        elif below.marker is None:
            odds += 0.6
        elif below.marker.kind == "bullet":
            odds += 1.0
        elif _series(below) == _series(line):
            odds -= 2.2
        else:
            odds += 0.8
    above = line.before
    if above is not None and above.text.endswith(":") and (above.marker is None or above.marker.kind == "bullet"):
        odds -= 0.5
    if above is not None and above.marker is not None and _series(above) == _series(line) != "":
        odds -= 1.2  # the one before had nothing under it
    return odds


def _empty_above(line: Line, below: Line) -> bool:
    """Whether `below` cannot stand under `line`: the end of the document, or a heading of a higher level."""
    if below.zone in ("cell", "tabs") or w.CLOSED.match(below.key) or late(below) > 2.0:
        return True
    marker = below.marker
    if marker is None or not marker.ordinal or line.marker is None:
        return False
    return level_of(_series(below)) < level_of(_series(line))


def _series(line: Line) -> str:
    return line.marker.readings[0][0] if line.marker and line.marker.readings else ""
