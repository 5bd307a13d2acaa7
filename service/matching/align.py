"""Reading as alignment: the cheapest path of things through an automaton, and how sure each step is.

A document that is exactly as the pattern has it goes straight through (`matching.exact`). Anything else is aligned by
Viterbi's algorithm over positions × things, where a thing may also be left over at a price of its own; the margin of a step is
how much dearer the best reading is in which the thing is something else (forward and backward costs).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest
from typing import Any

from msgspec import Struct

from service.matching.automaton import START, Action, Automaton
from service.matching.pattern import INFINITE, Match, One


class Step(Struct, gc=False):
    """A thing taken by `one` (None: left over), after `actions`. `margin`: cost to the best other reading of it."""

    item: int
    one: One | None
    actions: tuple[Action, ...]
    value: Any
    cost: float = 0.0
    margin: float = INFINITE


class Alignment(Struct, gc=False):
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
    found = within(automaton, items, leftover, INFINITE, beam, fits_of)
    assert found is not None
    return found


def within(
    automaton: Automaton,
    items: Sequence[Any],
    leftover: Callable[[Any], float],
    limit: float,
    beam: float = 24.0,
    fits_of: Callable[[Any], dict[int, Match]] | None = None,
    share: float = 1.0,
) -> Alignment | None:
    """The cheapest reading as by `align`; None, as soon as that is sure, where it costs more than `limit`, or where what
    was read so far costs more than `share` of leaving all of it over, and `beam` besides: so many things that nothing
    explains are not of this pattern, however many follow."""
    spare = [leftover(item) for item in items]
    if automaton.most < len(items):  # so many are left over, whichever they are
        whole = sum(spare)
        least = whole - sum(nlargest(int(automaton.most), spare))
        if least > limit or least > beam + share * whole:
            return None
    fits: list[dict[int, Match]] = []

    def fit(index: int) -> dict[int, Match]:
        item = items[index]
        fits.append(fits_of(item) if fits_of else _fits(automaton, item, min(spare[index], limit) + beam, beam))
        return fits[-1]

    found = _forward(automaton, fit, spare, beam, limit, share)
    if found is None:
        return None
    forward, back, edges = found
    last = forward[-1]
    ending = {
        p: cost + automaton.ways[p][automaton.end].cost
        for p, cost in last.items()
        if automaton.end in automaton.ways[p]
    }
    at = min(ending, key=ending.__getitem__)
    total, closing = ending[at], automaton.ways[at][automaton.end].actions
    if total > limit:
        return None
    margins = _margins(automaton, edges, spare, forward, total)
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


def _fits(automaton: Automaton, item: Any, dearest: float, beam: float) -> dict[int, Match]:
    """How the positions fit a thing, at `dearest` at most: what costs more is within the beam of no reading that comes
    into question, and is not worked out to its end. One that fits exactly somewhere is not looked at for what else it
    might be."""
    out = {}
    shape = automaton.shape(item)
    for position in range(len(automaton.ones)):
        lane = automaton.lane(position, shape, item)
        if lane is not None and (said := lane(item)) is not None:
            out[position] = Match(0.0, said)
    if out:
        return out
    pending, limit, best = automaton.readers, beam, INFINITE
    while pending:
        dear = []
        for reader, positions in pending:
            match = reader.match(item, min(limit, dearest, best + 2 * beam))
            if match is None:
                continue
            if match.cost == INFINITE:
                dear.append((reader, positions))
            else:
                out.update(dict.fromkeys(positions, match))
                best = min(best, match.cost)
        if limit >= min(dearest, best + 2 * beam):
            break
        pending, limit = dear, 8 * limit
    return out


Costs = dict[int, float]
Edge = tuple[int, int, float]
"""From one position to the next at a price, the thing taken."""


def _forward(
    automaton: Automaton,
    fit_of: Callable[[int], dict[int, Match]],
    spare: list[float],
    beam: float,
    limit: float,
    share: float,
) -> tuple[list[Costs], list[dict[int, int | None]], list[list[Edge]]] | None:
    """Cheapest cost of each position after each thing, whence (None: the thing was left over), and the edges taken.
    None where the cheapest is over `limit`, or explains too little (`within`)."""
    forward: list[Costs] = [{START: 0.0}]
    worth = beam
    back: list[dict[int, int | None]] = []
    edges: list[list[Edge]] = []
    all_ways = automaton.ways
    for index, left in enumerate(spare):
        fit = fit_of(index)
        before = forward[-1]
        now: Costs = {p: cost + left for p, cost in before.items()}
        whence: dict[int, int | None] = dict.fromkeys(before)
        tried: list[Edge] = []
        wanted = [(q, match[0]) for q, match in fit.items()]
        cheapest = min(now.values())
        for p, cost in before.items():
            ways = all_ways[p]
            for q, own in wanted:
                way = ways.get(q)
                if way is not None:
                    price = way[0] + own
                    reached = cost + price
                    if reached > cheapest + beam:
                        continue
                    if reached < cheapest:
                        cheapest = reached
                    tried.append((p, q, price))
                    # On a tie the thing is taken rather than left over, and by the earlier position.
                    if q not in now or reached < now[q] or (reached == now[q] and whence[q] is None):
                        now[q], whence[q] = reached, p
        worth += share * left
        if cheapest > limit or cheapest > worth:
            return None
        dearest = cheapest + beam
        forward.append({p: cost for p, cost in now.items() if cost <= dearest})
        back.append(whence)
        edges.append([edge for edge in tried if edge[1] in forward[-1] and before[edge[0]] + edge[2] <= dearest])
    return forward, back, edges


def _margins(
    automaton: Automaton, edges: list[list[Edge]], spare: list[float], forward: list[Costs], total: float
) -> list[dict[int | None, float]]:
    """For each thing and each position that may take it (None: left over): how much dearer the best reading is in
    which that position does not take it."""
    end = automaton.end
    after: Costs = {p: automaton.ways[p][end].cost for p in forward[-1] if end in automaton.ways[p]}
    out: list[dict[int | None, float]] = []
    for index in range(len(edges) - 1, -1, -1):
        before, left = forward[index], spare[index]
        now: Costs = {p: left + after[p] for p in before if p in after}
        through: dict[int | None, float] = {}
        if now:
            through[None] = min(before[p] + rest for p, rest in now.items())
        for p, q, price in edges[index]:
            if q in after:
                rest = price + after[q]
                whole = before[p] + rest
                if whole < through.get(q, INFINITE):
                    through[q] = whole
                if rest < now.get(p, INFINITE):
                    now[p] = rest
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
