"""A logistic map fitted to weighed observations, drawn towards a map that is known to be about right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp

STRENGTH = 1.0
"""How strongly the fit is drawn: as one observation of each coefficient."""


def fit(observations: Iterable[tuple[Sequence[float], float, float]], towards: Sequence[float]) -> list[float]:
    """One coefficient for each feature. Observations: (features, share that was right, weight). Newton's method, its
    steps bounded."""
    seen = list(observations)
    out = list(towards)
    size = len(out)
    for _ in range(200):
        slope = [STRENGTH * (t - o) for t, o in zip(towards, out, strict=True)]
        bend = [[STRENGTH * (i == j) for j in range(size)] for i in range(size)]
        for features, right, weight in seen:
            chance = 1.0 / (1.0 + exp(-sum(a * b for a, b in zip(out, features, strict=True))))
            for i in range(size):
                slope[i] += weight * (right - chance) * features[i]
                for j in range(size):
                    bend[i][j] += weight * chance * (1.0 - chance) * features[i] * features[j]
        step = _solved(bend, slope)
        bound = max(1.0, 2.0 * max(map(abs, step)))
        out = [o + s / bound for o, s in zip(out, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return out


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """x where `matrix` x = `right` (Gauss-Jordan; the matrix is positive definite)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for k, row in enumerate(rows):
            if k != i:
                factor = row[i] / pivot[i]
                rows[k] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]
