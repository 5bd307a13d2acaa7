"""Superior and issuer (ô 2): which of the lines of a letterhead's left column name the one, which the other.

The lines of the names stand together; every way to part them is priced as a whole (bold below not bold, a new body
beginning, a place going on), and a line costs in each role what the best such way costs.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from service.layout import words as w
from service.layout.line import Line
from service.wording.numbers import doc_dong_so

MOST = 8
FIRST = 5
"""Lines among which a name in small letters is looked for."""
LONGEST = 18
"""Words of a line of a name at most."""


_GENERIC = re.compile(
    r"(?:công đoàn|công đoàn cơ sở|cđcs|ban chấp hành|bch|chi bộ|đảng bộ|đảng ủy|chi đoàn|chi hội|liên đội|tổ công tác|ban chỉ đạo|"
    r"ban tổ chức|hội đồng|đoàn thanh niên|ban thường vụ|ủy ban kiểm tra|ubkt|liên đoàn lao động|hội liên hiệp phụ nữ|trường|"
    r"trường (?:mầm non|tiểu học|thcs|thpt)|trung tâm|bệnh viện|hội nông dân|hội cựu chiến binh|bch đoàn)"
)
"""Names that name nobody before the next line says whose."""


class Prices(NamedTuple):
    """What a line of a name costs as each of the four roles."""

    superior: float
    superior_more: float
    issuer: float
    issuer_more: float


NEVER = float("inf")


def prices(line: Line) -> Prices | None:
    """The prices of a line that may belong to a name, or None."""
    own = line.name_odds
    if own is None:
        return None
    block, ways = _ways(line)
    at = next(k for k, x in enumerate(block) if x is line)
    best = min(ways)
    above = [way - best for k, way in enumerate(ways) if k > at]
    superior = min(above, default=NEVER)
    issuer = ways[at] - best
    more = min((way - best for k, way in enumerate(ways) if k < at), default=NEVER)
    return Prices(
        own + superior if at == 0 else NEVER, own + superior if at else NEVER, own + issuer, own + more if at else NEVER
    )


def plausible(line: Line) -> float | None:
    """How little a line looks like one of a body's name; None where it cannot be."""
    if (
        not line.text
        or line.words > LONGEST
        or line.table is not None
        or w.TYPE.match(line.key)
        or not any(c.isalpha() for c in line.text)
    ):
        return None
    if line.marker is not None and line.marker.kind not in ("upper",):
        return None
    if w.QUOC_HIEU.fullmatch(line.key) or w.DANG.fullmatch(line.key) or w.MARK.fullmatch(line.key):
        return None
    if doc_dong_so(line.text) is not None:
        return None
    known = bool(w.BODY.match(line.key))
    if line.caps:
        cost = 0.1 if known else 0.3 if w.PLACE.match(line.key) else 0.5
    elif (
        (known or (line.before is not None and line.words <= 8))
        and line.zone in ("cell", "tabs")
        and line.side == "left"
    ):
        cost = 0.7 if known else 1.6
    elif known and line.zone == "body" and line.place < FIRST and line.words <= 12 and _above_quoc_hieu(line):
        cost = 0.7  # small letters that a font drew as capitals
    else:
        return None
    cost += 1.5 if line.side == "right" else 0.0
    cost += 0.5 if line.zone == "body" and line.place > 6 else 0.0
    cost += 1.0 if not known and w.OFFICE.match(line.key) else 0.0
    return cost + (0.5 if line.text[-1] in ".;:" else 0.0)


def _above_quoc_hieu(line: Line) -> bool:
    below = line.after
    for _ in range(FIRST):
        if below is None or below.words > LONGEST:
            return False
        if w.QUOC_HIEU.fullmatch(below.key):
            return True
        below = below.after
    return False


def _near(line: Line | None, other: Line) -> bool:
    return line is not None and (line.group, line.column) == (other.group, other.column) and line.name_odds is not None


def _ways(line: Line) -> tuple[list[Line], list[float]]:
    """The lines of the name that a line stands in, and what each way to part them costs."""
    if line.name_ways is None:
        block = _block(line)
        line.name_ways = block, [_parted(block, k) for k in range(len(block))]
        if len(block) <= MOST:  # then it is the same for all its lines
            for other in block:
                other.name_ways = line.name_ways
    found: tuple[list[Line], list[float]] = line.name_ways
    return found


def _block(line: Line) -> list[Line]:
    first = line
    for _ in range(MOST):
        if not _near(first.before, first):
            break
        assert first.before is not None
        first = first.before
    out = [first]
    while len(out) < 2 * MOST and _near(out[-1].after, out[-1]):
        below = out[-1].after
        assert below is not None
        out.append(below)
    return out


def _begins(line: Line) -> bool:
    """Whether the name of a body begins with a line."""
    return bool(w.BODY.match(line.key)) and not (
        line.before is not None and line.before.key.endswith((" và", "-", ",", " của"))
    )


def _parted(block: list[Line], k: int) -> float:
    """What it costs that the first `k` lines name the superior and the rest the issuer."""
    cost = _within(block[:k]) + _within(block[k:])
    if not k:
        return cost
    first = block[k]
    above, below = block[k - 1].bold > 0.5, first.bold > 0.5
    cost += 0.9 if _GENERIC.fullmatch(block[k - 1].key) and k == 1 else 0.0
    cost += -2.0 if below and not above else 1.5 if above and not below else 0.0
    if not _begins(first):
        cost += 2.5 if w.PLACE.match(first.key) else 0.8
    return cost


def _within(part: list[Line]) -> float:
    """What speaks against lines being one name."""
    cost = 0.0
    for above, line in itertools.pairwise(part):
        cost += 1.5 if (above.bold > 0.5) != (line.bold > 0.5) else 0.0
        if _begins(line):
            cost += 0.2 if _GENERIC.fullmatch(above.key) else 1.0
    return cost
