"""Sequences that a pattern can read in two ways, found by running its automaton beside itself (product construction).

Two runs start together; where they part, both must still take the same things, up to the end. What two positions can
take in common is asked of the caller, who knows the things; everything here is a search over pairs of positions.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple

from service.matching.align import Alignment, Step
from service.matching.automaton import START, Automaton
from service.matching.pattern import One


class Common(NamedTuple):
    """A thing that two positions both read exactly, and what each says of it."""

    item: Any
    first: Any
    second: Any


class Twofold(NamedTuple):
    """A sequence with two readings, and the positions at which they part."""

    items: tuple[Any, ...]
    first: Alignment
    second: Alignment
    parted: tuple[One, One]


Shared = Callable[[One, One, bool], Common | None]
"""A thing that both positions read; with True, for one position, a thing that it reads in two ways."""
_Edge = tuple[int, int, Common]
_MOST = 4000
"""Pairs of positions looked at in one search."""


class Search:
    """Searches with one notion of what positions share; `kind` tells positions apart that never share anything."""

    def __init__(self, shared: Shared, kind: Callable[[One], Hashable]) -> None:
        self._shared = shared
        self._kind = kind
        self._known: dict[tuple[int, int, bool], Common | None] = {}

    def together(self, a: Automaton, b: Automaton, least: int = 0) -> Twofold | None:
        """The shortest sequence of `least` things or more that `a` and `b` both read."""
        path = self._to_the_end(a, b, START, START, least)
        return None if path is None else _readings(a, b, path, (START, START))

    def twofold(self, a: Automaton) -> Iterator[Twofold]:
        """Sequences that `a` reads in two ways, one for each place and pair of positions at which two readings part."""
        for at, before in self._reached(a).items():
            for p, q, common in self._partings(a, at):
                rest = self._to_the_end(a, a, p, q, 0)
                if rest is not None:
                    yield _readings(a, a, [*before, (p, q, common), *rest], (p, q))

    def _partings(self, a: Automaton, at: int) -> Iterator[_Edge]:
        free = _free(a, at)
        for p in free:
            for q in free:
                if p <= q and (common := self._ask(a.ones[p], a.ones[q], p == q)) is not None:
                    yield p, q, common

    def _reached(self, a: Automaton) -> dict[int, list[_Edge]]:
        """Every position that can be reached, with the shortest way there."""
        ways: dict[int, list[_Edge]] = {START: []}
        queue = deque([START])
        while queue:
            at = queue.popleft()
            for p in _free(a, at):
                if p not in ways and (common := self._ask(a.ones[p], a.ones[p], False)) is not None:
                    ways[p] = [*ways[at], (p, p, common)]
                    queue.append(p)
        return ways

    def _to_the_end(self, a: Automaton, b: Automaton, p: int, q: int, least: int) -> list[_Edge] | None:
        """The shortest way on from a pair of positions to both ends."""
        start = (p, q, min(least, 1))
        before: dict[tuple[int, int, int], tuple[tuple[int, int, int], Common] | None] = {start: None}
        queue = deque([start])
        while queue and len(before) < _MOST:
            state = queue.popleft()
            p, q, needed = state
            if not needed and _ends(a, p) and _ends(b, q):
                return _path(before, state)
            kinds: dict[Hashable, list[int]] = {}
            for other in _free(b, q):
                kinds.setdefault(self._kind(b.ones[other]), []).append(other)
            for one in _free(a, p):
                for other in kinds.get(self._kind(a.ones[one]), ()):
                    after = (one, other, 0)
                    if after not in before and (common := self._ask(a.ones[one], b.ones[other], False)) is not None:
                        before[after] = (state, common)
                        queue.append(after)
        return None

    def _ask(self, one: One, other: One, twofold: bool) -> Common | None:
        if self._kind(one) != self._kind(other):
            return None
        key = (id(one), id(other), twofold)
        if key not in self._known:
            self._known[key] = self._shared(one, other, twofold)
        return self._known[key]


def _free(a: Automaton, at: int) -> list[int]:
    return [p for p, way in a.ways[at].items() if way.cost == 0 and p != a.end]


def _ends(a: Automaton, at: int) -> bool:
    way = a.ways[at].get(a.end)
    return way is not None and way.cost == 0


def _path(before: dict[tuple[int, int, int], Any], state: tuple[int, int, int]) -> list[_Edge]:
    path: list[_Edge] = []
    while (step := before[state]) is not None:
        path.append((state[0], state[1], step[1]))
        state = step[0]
    return path[::-1]


def _readings(a: Automaton, b: Automaton, path: list[_Edge], parted: tuple[int, int]) -> Twofold:
    """Both runs as alignments."""
    items = tuple(common.item for _, _, common in path)
    first = _alignment(a, [(p, common.first) for p, _, common in path])
    second = _alignment(b, [(q, common.second) for _, q, common in path])
    p, q = parted
    ones = (a.ones[p], b.ones[q]) if p != START else (a.ones[0], b.ones[0])
    return Twofold(items, first, second, ones)


def _alignment(a: Automaton, run: list[tuple[int, Any]]) -> Alignment:
    at = START
    steps = []
    for index, (p, value) in enumerate(run):
        steps.append(Step(index, a.ones[p], a.ways[at][p].actions, value))
        at = p
    return Alignment(steps, a.ways[at][a.end].actions, 0.0)
