"""Medians of repeated calls, the peers taken in turn so that a slow moment hits all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]


def milliseconds(work: Work) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def times(
    works: Mapping[str, Work],
    rounds: int = 5,
    seconds: float = 0.4,
    elsewhere: Mapping[str, Callable[[], float]] | None = None,
) -> dict[str, list[float]]:
    """Milliseconds of every call of each work. Those done `elsewhere` (in another process) say themselves how long
    they took."""
    timers = {name: lambda work=work: milliseconds(work) for name, work in works.items()} | dict(elsewhere or {})
    found: dict[str, list[float]] = {name: [] for name in timers}
    for timer in timers.values():
        timer()
    for _ in range(rounds):
        for name, timer in timers.items():
            until = time.perf_counter() + seconds
            while True:
                found[name].append(timer())
                if time.perf_counter() > until:
                    break
    return found


def medians(works: Mapping[str, Work], rounds: int = 5, seconds: float = 0.4) -> dict[str, float]:
    """The median of each work, in milliseconds."""
    return {name: statistics.median(values) for name, values in times(works, rounds, seconds).items()}


def table(title: str, found: Mapping[str, float], base: str) -> None:
    """Print the works with their ratio to `base`."""
    print(f"\n{title}\n{'':44}{'ms':>10}{'× ' + base[:24]:>28}")
    for name, value in found.items():
        print(f"{name:44}{value:10.3f}{value / found[base]:28.2f}")


def both(title: str, found: Mapping[str, list[float]], base: str) -> None:
    """Print medians and fastest calls, each with its ratio to `base`: on a busy machine the fastest are what compares."""
    print(f"\n{title}, × {base}\n{'':44}{'median ms':>12}{'×':>8}{'fastest ms':>14}{'×':>8}")
    for name, values in found.items():
        median, fastest = statistics.median(values), min(values)
        ratios = median / statistics.median(found[base]), fastest / min(found[base])
        print(f"{name:44}{median:12.3f}{ratios[0]:8.2f}{fastest:14.3f}{ratios[1]:8.2f}")
