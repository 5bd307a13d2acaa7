"""Text with fixed words and holes, read back: exactly, with loose blanks and case, or with fixed words missing or other.

One regular expression for each; a hole is as short as the rest allows, so the fixed words after it end it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from sys import maxsize

from msgspec import Struct

from service.matching.expressions import (
    ANYTHING,
    ANYTHING_OR_NOTHING,
    REST,
    Compiled,
    Hole,
    Label,
    Parts,
    Words,
    as_is,
    as_words,
    compiled,
    label,
    optional,
    optional_throughout,
    relabelled,
)
from service.matching.pattern import Match

TO_THE_END = maxsize
"""The end of a hole that takes the whole text, whatever it is: such a reading is the same for every text."""


class Found(Struct, gc=False):
    """A hole that was read: the text `[start:end]` of what was given; `end` may lie behind the last letter."""

    tag: Hashable
    start: int
    end: int


class Reading(Struct, gc=False):
    """The holes in order, the branches taken, whether fixed words were reworded (their place is then unknown), and whether
    a hole is missing in which something is usually told by its look."""

    found: tuple[Found, ...]
    branches: tuple[tuple[Hashable, int], ...]
    reworded: bool = False
    lacking: bool = False


SPACED = 0.2
MISSING = 1.0
BARE = 0.8
"""Without any of its fixed words and signs little says that it is the line."""
REWORDED = 1.5
OTHER = 2.0
_ALIKE = 0.55


class TextPattern:
    """The compiled pattern of one line."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.literal = "".join(p for p in parts if isinstance(p, str)) if _plain(parts) else None
        self.marked = _words(parts)
        """Whether fixed words or signs stand in it."""
        self._exact = compiled(parts, as_is, 0)
        self._spaced = compiled(parts, as_words, re.IGNORECASE)
        self._loose: list[Compiled] = []
        self._labelled: Compiled | None = None
        if self.literal is None and (_words(parts) or any(isinstance(part, Hole) and part.typed for part in parts)):
            self._loose = [compiled(parts, way, re.IGNORECASE) for way in (optional, optional_throughout)]
        if self.literal is None and any(label(parts, at) for at in range(len(parts))):
            self._labelled = compiled(parts, relabelled, re.IGNORECASE)
        self._whole: Reading | None = None
        self._empty = False
        if len(parts) == 1 and isinstance(only := parts[0], Hole) and only.pattern in (ANYTHING, ANYTHING_OR_NOTHING):
            self._whole = Reading((Found(only.tag, 0, TO_THE_END),), ())
            self._empty = only.pattern == ANYTHING_OR_NOTHING

    def exact(self, text: str) -> Reading | None:
        """The reading of a line that has the fixed words as they are, or None."""
        if self._whole is not None:
            return self._whole if text or self._empty else None
        if self.literal is not None:
            return _BARE if text == self.literal else None
        found = self._exact.expression.fullmatch(text)
        return _reading(found, self._exact) if found else None

    def match(self, text: str, lenient: bool = True) -> Match | None:
        """The reading at its cost: 0 exact, then blanks and case, then fixed words missing or reworded.

        `lenient`: something else already says that it is this line; then even words without likeness are its words.
        """
        reading = self.exact(text)
        if reading is not None:
            return Match(0.0, reading)
        found = self._spaced.expression.fullmatch(text)
        if found:
            spaced = _reading(found, self._spaced)
            if lenient or not spaced.lacking:
                return Match(SPACED + MISSING * spaced.lacking, spaced)
        if (relabelled := self._relabelled(text, lenient)) is not None and relabelled.cost < OTHER:
            return relabelled
        for loose in self._loose:
            if found := loose.expression.fullmatch(text):
                return self._missing(found, loose, lenient)
        if relabelled is not None:
            return relabelled
        if self.literal and text.strip():
            alike = _ratio(self.literal, text) >= _ALIKE
            if alike or lenient:
                return Match(REWORDED if alike else OTHER, Reading((), (), reworded=True))
        return None

    def _missing(self, found: re.Match[str], loose: Compiled, lenient: bool) -> Match | None:
        """The reading of a line without some of its fixed words, or with more behind it; only where `lenient` without
        most of them."""
        whole = lost = more = 0
        changed = False
        for number, group in loose.groups:
            start = found.start(number)
            if isinstance(group, Words):
                whole += group.weight
                if start < 0:
                    lost += group.weight
                    changed |= group.weight > 1
            elif group == REST:
                more += start >= 0
            elif isinstance(group, Hole) and group.typed and start >= 0:
                more += not re.fullmatch(group.pattern, found[number], re.IGNORECASE)
        reading = _reading(found, loose, changed or more > 0)
        if not lenient and (2 * lost > whole or more or reading.lacking):
            return None
        cost = SPACED + MISSING * (lost / max(whole, 1) + more + reading.lacking) + BARE * (0 < lost == whole)
        return Match(cost, reading)

    def _relabelled(self, text: str, lenient: bool) -> Match | None:
        """The reading of a line with other words before a hole; unlike ones only where the hole tells, and `lenient`."""
        if self._labelled is None or not (found := self._labelled.expression.fullmatch(text)):
            return None
        labels = [(group, found[n]) for n, group in self._labelled.groups if isinstance(group, Label)]
        alike = all(_ratio(group.words, said) >= _ALIKE for group, said in labels)
        if not alike and not (lenient and all(group.told for group, _ in labels)):
            return None
        return Match(REWORDED if alike else OTHER, _reading(found, self._labelled, True))


def _reading(found: re.Match[str], line: Compiled, reworded: bool = False) -> Reading:
    holes = [Found(tag, start, found.end(n)) for n, tag in line.holes if (start := found.start(n)) >= 0]
    branches = [branch for n, branch in line.branches if found.start(n) >= 0]
    lacking = bool(line.usual) and any(found.start(n) < 0 for n in line.usual)
    return Reading(tuple(holes), tuple(branches), reworded, lacking)


_BARE = Reading((), ())


def _plain(parts: Parts) -> bool:
    return all(isinstance(part, str) for part in parts)


def _words(parts: Sequence[object]) -> bool:
    return any(isinstance(part, str) and part.strip() for part in parts)


def _ratio(a: str, b: str) -> float:
    return 0.0 if len(b) > 4 * len(a) + 20 else _likeness(a, b)


@lru_cache(maxsize=2048)
def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False).ratio()
