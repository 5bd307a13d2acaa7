"""Reading things that are exactly as the pattern has them: no costs, no search, nothing looked at twice.

What decides how a thing may be read is worked out once for each shape (`Automaton.shape`); after that a thing is
only asked for its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from service.matching.align import Alignment, Step
from service.matching.automaton import START, Action, Automaton
from service.matching.pattern import Exactly, One


def exact(automaton: Automaton, items: Sequence[Any]) -> Alignment | None:
    """The reading of things that are exactly as the pattern has them, or None (also where two readings are exact)."""
    at = START
    steps: list[Step] = []
    ones, ways, shape, following = automaton.ones, automaton.ways, automaton.shape, automaton.following
    for index, item in enumerate(items):
        taken, value = None, None
        for after, lane in following(at, shape(item), item):
            if (said := lane(item)) is not None:
                if taken is not None:
                    return None
                taken, value = after, said
        if taken is None:
            return None
        steps.append(Step(index, ones[taken], ways[at][taken].actions, value))
        at = taken
    closing = _closing(automaton, at)
    return Alignment(steps, closing, 0.0) if closing is not None else None


Reading = tuple[One, tuple[Action, ...], Exactly]


def straight(automaton: Automaton, items: Sequence[Any]) -> Exactly | None:
    """How to read sequences whose things have the shapes of `items`: to an Alignment or None, as `exact` does, but
    without looking for the way where the shapes leave only one. None where no such sequence can be exact."""
    found: list[dict[int, tuple[tuple[int, Exactly], ...]]] = []
    reached = {START}
    for item in items:
        shape = automaton.shape(item)
        found.append({at: automaton.following(at, shape, item) for at in reached})
        reached = {after for ways in found[-1].values() for after, _ in ways}
    ends = [at for at in reached if _closing(automaton, at) is not None]
    if not ends:
        return None
    at = ends[0]
    closing = _closing(automaton, at) or ()
    path: list[Reading] = []
    for ways in reversed(found):
        before = [(p, lane) for p, following in ways.items() for after, lane in following if after == at]
        if len(before) > 1:
            break
        path.append((automaton.ones[at], automaton.ways[before[0][0]][at].actions, before[0][1]))
        at = before[0][0]
    if len(ends) > 1 or len(path) < len(found):
        return lambda things: exact(automaton, things)
    path.reverse()
    return lambda things: _along(path, closing, things)


def _along(path: list[Reading], closing: tuple[Action, ...], items: Sequence[Any]) -> Alignment | None:
    steps = []
    for index, (one, actions, lane) in enumerate(path):
        if (value := lane(items[index])) is None:
            return None
        steps.append(Step(index, one, actions, value))
    return Alignment(steps, closing, 0.0)


def _closing(automaton: Automaton, at: int) -> tuple[Action, ...] | None:
    """What happens after the last thing, if the pattern may end there at no cost."""
    way = automaton.ways[at].get(automaton.end)
    return way.actions if way is not None and not way.cost else None
