"""How sure a value is: from the price of its line as what it was read, and the margin to the second-best reading.

A logistic map, fitted with every document weighing the same on typed documents and their likes with the bold, the
alignment or the borders taken away, read by an earlier reader than this one, so that there was something to be wrong
about. That fit gave 4.9 for a price; most of what it was wrong about is mended since, and 3.0 is between it and what
this reader's own errors give. `python -m tools.calibration` prints the table of docs/reading.md.
"""

from __future__ import annotations

from math import exp

BASE, PER_MARGIN, PER_PRICE = 2.4, 1.45, 3.0
WIDEST, DEAREST = 3.0, 2.0
SUREST = 0.985
"""No typed document is read with more certainty: no corpus of ours could show it."""


def sure(price: float, margin: float) -> float:
    """The probability that a line was read rightly, 0…1."""
    odds = BASE + PER_MARGIN * min(max(margin, 0.0), WIDEST) - PER_PRICE * min(max(price, 0.0), DEAREST)
    return SUREST / (1.0 + exp(-odds))
