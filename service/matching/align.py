"""Reading as alignment: the cheapest path of things through an automaton, and how sure each step is.

A document that is exactly as the pattern has it goes straight through (`matching.exact`). Anything else is aligned by
Viterbi's algorithm over positions × things, where a thing may also be left over at a price of its own; the margin of a step is
how much dearer the best reading is in which the thing is something else (forward and backward costs).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from service.matching.automaton import START, Action, Automaton
from service.matching.pattern import Match, One

INFINITE = float("inf")


class Step(NamedTuple):
    """A thing taken by `one` (None: left over), after `actions`. `margin`: cost to the best other reading of it."""

    item: int
    one: One | None
    actions: tuple[Action, ...]
    value: Any
    cost: float = 0.0
    margin: float = INFINITE


class Alignment(NamedTuple):
    """Steps in the order of the things; `closing` happens after the last; `cost` is that of the whole reading."""

    steps: list[Step]
    closing: tuple[Action, ...]
    cost: float


def align(
    automaton: Automaton,
    items: Sequence[Any],
    leftover: Callable[[Any], float],
    beam: float = 24.0,
    fits_of: Callable[[Any], dict[int, Match]] | None = None,
) -> Alignment:
    """The cheapest reading. `leftover` prices a thing that no position takes; readings dearer than the best so far by
    more than `beam` are given up. `fits_of` says how the positions fit a thing, where that is known without asking
    each of them."""
    fits = [fits_of(item) if fits_of else _fits(automaton, item) for item in items]
    spare = [leftover(item) for item in items]
    forward, back = _forward(automaton, fits, spare, beam)
    last = forward[-1]
    ending = {
        p: cost + automaton.ways[p][automaton.end].cost
        for p, cost in last.items()
        if automaton.end in automaton.ways[p]
    }
    at = min(ending, key=ending.__getitem__)
    total, closing = ending[at], automaton.ways[at][automaton.end].actions
    margins = _margins(automaton, fits, spare, forward, total)
    steps: list[Step] = []
    for index in range(len(items) - 1, -1, -1):
        before = back[index][at]
        margin = margins[index].get(at if before is not None else None, INFINITE)
        if before is None:
            steps.append(Step(index, None, (), None, spare[index], margin))
        else:
            match = fits[index][at]
            steps.append(
                Step(index, automaton.ones[at], automaton.ways[before][at].actions, match.value, match.cost, margin)
            )
            at = before
    steps.reverse()
    return Alignment(steps, closing, total)


def _fits(automaton: Automaton, item: Any) -> dict[int, Match]:
    """How the positions fit a thing. One that fits exactly somewhere is not looked at for what else it might be."""
    out = {}
    shape = automaton.shape(item)
    for position in range(len(automaton.ones)):
        lane = automaton.lane(position, shape, item)
        if lane is not None and (said := lane(item)) is not None:
            out[position] = Match(0.0, said)
    if out:
        return out
    for position, one in enumerate(automaton.ones):
        match = one.reader.match(item)
        if match is not None:
            out[position] = match
    return out


Costs = dict[int, float]


def _forward(
    automaton: Automaton, fits: list[dict[int, Match]], spare: list[float], beam: float
) -> tuple[list[Costs], list[dict[int, int | None]]]:
    """Cheapest cost of each position after each thing, and whence (None: the thing was left over)."""
    forward: list[Costs] = [{START: 0.0}]
    back: list[dict[int, int | None]] = []
    for fit, left in zip(fits, spare, strict=True):
        before = forward[-1]
        now: Costs = {}
        whence: dict[int, int | None] = {}
        for p, cost in before.items():
            now[p], whence[p] = cost + left, None
        for p, cost in before.items():
            ways = automaton.ways[p]
            for q, match in fit.items():
                way = ways.get(q)
                if way is not None:
                    reached = cost + way.cost + match.cost
                    # On a tie the thing is taken rather than left over, and by the earlier position.
                    if q not in now or reached < now[q] or (reached == now[q] and whence[q] is None):
                        now[q], whence[q] = reached, p
        best = min(now.values())
        forward.append({p: cost for p, cost in now.items() if cost <= best + beam})
        back.append(whence)
    return forward, back


def _margins(
    automaton: Automaton, fits: list[dict[int, Match]], spare: list[float], forward: list[Costs], total: float
) -> list[dict[int | None, float]]:
    """For each thing and each position that may take it (None: left over): how much dearer the best reading is in
    which that position does not take it."""
    end = automaton.end
    after: Costs = {p: automaton.ways[p][end].cost for p in forward[-1] if end in automaton.ways[p]}
    out: list[dict[int | None, float]] = []
    for index in range(len(fits) - 1, -1, -1):
        fit, before = fits[index], forward[index]
        through: dict[int | None, float] = {}
        now: Costs = {}
        for p, cost in before.items():
            best = INFINITE
            if p in after:
                best = spare[index] + after[p]
                through[None] = min(through.get(None, INFINITE), cost + best)
            ways = automaton.ways[p]
            for q, match in fit.items():
                if q in after and (way := ways.get(q)) is not None:
                    rest = way.cost + match.cost + after[q]
                    through[q] = min(through.get(q, INFINITE), cost + rest)
                    best = min(best, rest)
            if best < INFINITE:
                now[p] = best
        out.append(_others(through, total))
        after = now
    out.reverse()
    return out


def _others(through: dict[int | None, float], total: float) -> dict[int | None, float]:
    ranked = sorted(through.values())
    if len(ranked) == 1:  # nothing else was within reach
        return dict.fromkeys(through, INFINITE)
    out: dict[int | None, float] = {}
    for position, cost in through.items():
        # The same role at another position of the pattern is another reading only if it costs more than nothing.
        other = ranked[1] if cost == ranked[0] else ranked[0]
        out[position] = (other - total) if cost <= ranked[0] else 0.0
    return out
