"""A pattern as an automaton over things: which `One` may follow which, at what cost, and what happens in between.

Positions are the `One`s of the pattern (Glushkov's construction). Between two of them lies the cheapest way through
loops and branches; a `One` may be passed over at the cost of its absence, so each pair has one way and one price.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service.matching.pattern import Choice, Exactly, Mark, One, Pattern, Reader, Repeat, Seq, most

START = -1
_UNKNOWN: Any = object()
_SHAPES = 4096
"""Shapes of things that are remembered: a template prints a few dozen, anything may be sent."""


class Action(NamedTuple):
    """What happens between two things: `for` a loop begins, `next` round, `end` of it, `branch`, `missing`."""

    kind: str
    tag: Any
    number: int = 0


class Way(NamedTuple):
    """The cheapest way from one position to the next."""

    cost: float
    actions: tuple[Action, ...]


@dataclass(slots=True)
class _Node:
    edges: list[tuple[int, float, Action | None]] = field(default_factory=list)
    one: int | None = None


class Automaton:
    """Positions `ones`, ways between them, how many things it takes at `most`, the `readers` with the positions of each,
    and what was learnt about the shapes of things read so far.

    `shape` tells what of a thing decides how it can be read exactly, whatever its words: things of one shape are
    looked at by the same few positions, found once. A shape of None is never remembered. `silent` tells things that say
    nothing of themselves: where several positions could read one, it goes with the thing before it.
    """

    def __init__(
        self, pattern: Pattern, shape: Callable[[Any], Hashable], silent: Callable[[Any], bool] = lambda _: False
    ) -> None:
        self.shape = shape
        self.silent = silent
        self.pattern = pattern
        self.most = most(pattern)
        self.ones: list[One] = []
        self._nodes: list[_Node] = []
        first, last = self._build(pattern)
        self.end = len(self.ones)
        self._nodes[last].one = self.end
        starts = {START: first}
        for node in self._nodes:
            if node.one is not None and node.one != self.end:
                starts[node.one] = node.edges[0][0]
        self.ways: dict[int, dict[int, Way]] = {p: self._ways(node) for p, node in starts.items()}
        self._forget()

    def with_ones(self, ones: Sequence[One]) -> Automaton:
        """The same automaton with other `ones` at its positions."""
        out = copy(self)
        out.ones = list(ones)
        out._forget()
        return out

    def _forget(self) -> None:
        places: dict[Reader, list[int]] = {}
        for position, one in enumerate(self.ones):
            places.setdefault(one.reader, []).append(position)
        self.readers = list(places.items())
        self._lanes: dict[tuple[int, Hashable], Exactly | None] = {}
        self._next: dict[tuple[int, Hashable], tuple[tuple[int, Exactly], ...]] = {}

    def lane(self, position: int, shape: Hashable, item: Any) -> Exactly | None:
        """How the position reads things of the shape of `item` exactly, or None."""
        key = (position, shape)
        found = self._lanes.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self._lanes) >= _SHAPES:
                self._lanes.clear()
            found = self.ones[position].reader.exactly(item)
            if shape is not None:
                self._lanes[key] = found
        return found  # type: ignore[no-any-return]

    def following(self, at: int, shape: Hashable, item: Any) -> tuple[tuple[int, Exactly], ...]:
        """The positions that follow `at` at no cost and may read a thing of the shape of `item`, and how."""
        found = self._next.get((at, shape))
        if found is None:
            if len(self._next) >= _SHAPES:
                self._next.clear()
            free = [p for p, way in self.ways[at].items() if way.cost == 0 and p != self.end]
            lanes = [(p, self.lane(p, shape, item)) for p in free]
            found = tuple((p, lane) for p, lane in lanes if lane is not None)
            if shape is not None:
                self._next[at, shape] = found
        return found

    def _node(self) -> int:
        self._nodes.append(_Node())
        return len(self._nodes) - 1

    def _edge(self, start: int, end: int, action: Action | None = None, cost: float = 0.0) -> None:
        self._nodes[start].edges.append((end, cost, action))

    def _build(self, pattern: Pattern) -> tuple[int, int]:
        """The first and last node of `pattern`."""
        first, last = self._node(), self._node()
        match pattern:
            case One():
                number = len(self.ones)
                self.ones.append(pattern)
                self._nodes[first].one = number
                self._edge(first, last)  # edge 0: after taking a thing
                self._edge(first, last, Action("missing", pattern, number), pattern.missing)
            case Seq(parts):
                at = first
                for part in parts:
                    a, b = self._build(part)
                    self._edge(at, a)
                    at = b
                self._edge(at, last)
            case Repeat(tag, body):
                loop, (a, b) = self._node(), self._build(body)
                self._edge(first, loop, _said("for", tag))
                self._edge(loop, a, _said("next", tag))
                self._edge(b, loop)
                self._edge(loop, last, _said("end", tag))
            case Choice(tag, branches):
                for number, branch in enumerate(branches):
                    a, b = self._build(branch)
                    self._edge(first, a, _said("branch", tag, number))
                    self._edge(b, last)
            case Mark(kind, tag):
                self._edge(first, last, Action(kind, tag))
        return first, last

    def _ways(self, start: int) -> dict[int, Way]:
        """The cheapest way from a node to every position that can come next (Dijkstra)."""
        best: dict[int, float] = {start: 0.0}
        actions: dict[int, tuple[Action, ...]] = {start: ()}
        done: set[int] = set()
        queue = [(0.0, 0, start)]
        order = 1
        ways: dict[int, Way] = {}
        while queue:
            cost, _, at = heapq.heappop(queue)
            if at in done:
                continue
            done.add(at)
            node = self._nodes[at]
            if node.one is not None:
                ways[node.one] = Way(cost, actions[at])
            # A position is left without its thing only by the edge that says so.
            for end, price, action in node.edges[1:] if node.one is not None else node.edges:
                if cost + price < best.get(end, float("inf")):
                    best[end] = cost + price
                    actions[end] = (*actions[at], action) if action else actions[at]
                    heapq.heappush(queue, (cost + price, order, end))
                    order += 1
        return ways


def _said(kind: str, tag: Any, number: int = 0) -> Action | None:
    return Action(kind, tag, number) if tag is not None else None
