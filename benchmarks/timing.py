"""Medians of repeated calls, the peers taken in turn so that a slow moment hits all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def medians(works: dict[str, Callable[[], object]], rounds: int = 5, seconds: float = 0.4) -> dict[str, float]:
    """Milliseconds of each work."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(rounds):
        for name, work in works.items():
            until = time.perf_counter() + seconds
            while True:
                start = time.perf_counter()
                work()
                end = time.perf_counter()
                times[name].append((end - start) * 1e3)
                if end > until:
                    break
    return {name: statistics.median(values) for name, values in times.items()}


def table(title: str, found: dict[str, float], base: str) -> None:
    """Print the works with their ratio to `base`."""
    print(f"\n{title}\n{'':44}{'ms':>10}{'× ' + base[:24]:>28}")
    for name, value in found.items():
        print(f"{name:44}{value:10.3f}{value / found[base]:28.2f}")
