"""How sure a value is: from the price of its line as what it was read, and the margin to the second-best reading.

A logistic map for each kind of line. `python -m tools.calibration --fit` fits them, every document weighing the same, on
typed documents as they are and with their bold, alignment, borders or all of their form taken away, so that there is
something to be wrong about; the tables of docs/reading.md are of documents that were left out of the fit.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from service.layout.line import Line


class Odds(NamedTuple):
    """Log odds that a line was read rightly, and what they gain with the margin and lose with the price."""

    base: float
    margin: float
    price: float


KINDS = {
    "bare": Odds(0.8, 0.1, 3.5),
    "text": Odds(5.1, 0.7, 2.6),
    "subject": Odds(4.2, 1.0, 2.7),
    "end": Odds(4.8, 1.6, 2.7),
    "form": Odds(5.0, 2.1, 2.6),
}
"""Short text that ends like no sentence (half of it is of a letterhead or a signature that was not known as such); other
text; the subject; recipients, signers and annexes; letterhead, headings and tables."""

_KIND = {
    "text": ("doan", "doan_mo", "gach", "diem", "mo_dau", "ket_thuc", "ket_thuc_tiep"),
    "subject": ("trich_yeu", "ve_viec", "ve_viec_tiep"),
    "end": (
        "noi_nhan_dau", "noi_nhan", "noi_nhan_tiep", "quyen_han", "quyen_han_tiep", "chuc_vu", "chuc_vu_tiep", "ho_ten",
        "phu_luc", "phu_luc_tieu_de",
    ),
}  # fmt: skip
_OF_ROLE = {role: kind for kind, roles in _KIND.items() for role in roles}
_SHORT = 12
"""Words up to which text may be no sentence."""
WIDEST, DEAREST = 3.0, 2.0
"""Margin and price beyond which no more is gained or lost."""
SUREST = 0.995
"""No typed document is read with more certainty: no corpus of ours could show it."""


def kind_of(role: str, line: Line) -> str:
    """The kind of a line that was read as `role`."""
    kind = _OF_ROLE.get(role, "form")
    bare = kind == "text" and line.marker is None and line.words <= _SHORT and line.text[-1:] not in ".;:,!?"
    return "bare" if bare else kind


def sure(kind: str, price: float, margin: float) -> float:
    """The probability that a line of a kind was read rightly, 0…1."""
    odds = KINDS[kind]
    log_odds = odds.base + odds.margin * min(max(margin, 0.0), WIDEST) - odds.price * min(max(price, 0.0), DEAREST)
    return SUREST / (1.0 + exp(-log_odds))
