"""How sure a value is: from the margin of its line to the second-best reading, and from what kind of value it is."""

from __future__ import annotations

from math import exp

from service.matching.pattern import INFINITE


def sure(cost: float, margin: float) -> float:
    """The probability that a line was read rightly."""
    room = 12.0 if margin == INFINITE else max(0.0, margin)
    return 1.0 / (1.0 + exp(-(0.6 + 1.1 * min(room, 4.0) - 0.5 * cost)))
