"""Text with fixed words and holes, read back: exactly, with loose blanks and case, or with fixed words missing.

One regular expression for each of the three; a hole is as short as the rest allows, so the fixed words after it end it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from sys import maxsize
from typing import NamedTuple

from service.matching.pattern import Match

ANYTHING = ".+?"
ANYTHING_OR_NOTHING = ".*?"
TO_THE_END = maxsize
"""The end of a hole that takes the whole text, whatever it is: such a reading is the same for every text."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for text. `pattern` is a regular expression without groups for what may stand there."""

    tag: Hashable
    pattern: str = ANYTHING


@dataclass(frozen=True, slots=True)
class Either:
    """One of several stretches; `tag` comes back with the number of the branch that stands there."""

    tag: Hashable
    branches: tuple[Parts, ...]


Parts = tuple["str | Hole | Either", ...]


class Found(NamedTuple):
    """A hole that was read: the text `[start:end]` of what was given; `end` may lie behind the last letter."""

    tag: Hashable
    start: int
    end: int


class Reading(NamedTuple):
    """The holes in order, the branches taken, and whether fixed words were reworded (their place is then unknown)."""

    found: tuple[Found, ...]
    branches: tuple[tuple[Hashable, int], ...]
    reworded: bool = False


SPACED = 0.2
MISSING = 1.0
REWORDED = 1.5
OTHER = 2.0
_ALIKE = 0.55


class _Words(NamedTuple):
    """Fixed words that may be missing; `weight`: how many signs they have."""

    weight: int


_Group = Hole | _Words | tuple[Hashable, int]


class TextPattern:
    """The compiled pattern of one line."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.literal = "".join(p for p in parts if isinstance(p, str)) if _plain(parts) else None
        self.marked = _words(parts)
        """Whether fixed words or signs stand in it."""
        self._exact, self._groups = _compiled(parts, re.escape, 0)
        self._spaced, _ = _compiled(parts, _spaced, re.IGNORECASE)
        self._loose: re.Pattern[str] | None = None
        self._loose_groups: list[_Group] = []
        if self.marked and self.literal is None:
            self._loose, self._loose_groups = _compiled(parts, None, re.IGNORECASE)
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
        found = self._exact.fullmatch(text)
        return _reading(found, self._groups) if found else None

    def match(self, text: str, lenient: bool = True) -> Match | None:
        """The reading at its cost: 0 exact, then blanks and case, then fixed words missing or reworded.

        `lenient`: something else already says that it is this line; then even words without likeness are its words.
        """
        reading = self.exact(text)
        if reading is not None:
            return Match(0.0, reading)
        found = self._spaced.fullmatch(text)
        if found:
            return Match(SPACED, _reading(found, self._groups))
        if self._loose is not None and (found := self._loose.fullmatch(text)):
            return self._missing(found, lenient)
        if self.literal and text.strip():
            alike = _ratio(self.literal, text) >= _ALIKE
            if alike or lenient:
                return Match(REWORDED if alike else OTHER, Reading((), (), reworded=True))
        return None

    def _missing(self, found: re.Match[str], lenient: bool) -> Match | None:
        """The reading of a line without some of its fixed words; without most of them only where `lenient`."""
        whole = lost = 0
        letters = False
        for number, group in enumerate(self._loose_groups, 1):
            if isinstance(group, _Words):
                whole += group.weight
                if found.start(number) < 0:
                    lost += group.weight
                    letters |= group.weight > 1
        if not lenient and 2 * lost > whole:
            return None
        return Match(SPACED + MISSING * lost / max(whole, 1), _reading(found, self._loose_groups, letters))


def _compiled(parts: Parts, literal: Callable[[str], str] | None, flags: int) -> tuple[re.Pattern[str], list[_Group]]:
    """The expression of `parts`, fixed words through `literal` (None: each may be missing), and its groups."""
    groups: list[_Group] = []
    source = _source(parts, literal, groups)
    for lazy in (ANYTHING, ANYTHING_OR_NOTHING):
        if source.endswith(
            f"({lazy})"
        ):  # a hole at the end takes the rest: the same match without a step for each letter
            source = f"{source[: -len(lazy) - 1]}{lazy[:-1]})"
    return re.compile(source, flags | re.DOTALL), groups


def _source(parts: Parts, literal: Callable[[str], str] | None, groups: list[_Group]) -> str:
    out = []
    for part in parts:
        if isinstance(part, str):
            if literal is not None:
                out.append(literal(part))
            elif part.strip():
                groups.append(_Words(len(part.strip())))
                out.append(rf"\s*({_spaced(part)})?\s*")
            else:
                out.append(_spaced(part))
        elif isinstance(part, Hole):
            groups.append(part)
            out.append(f"({part.pattern})")
        else:
            branches = []
            for number, branch in enumerate(part.branches):
                groups.append((part.tag, number))
                branches.append("()" + _source(branch, literal, groups))
            out.append("(?:" + "|".join(branches) + ")")
    return "".join(out)


def _reading(found: re.Match[str], groups: list[_Group], reworded: bool = False) -> Reading:
    holes, branches = [], []
    for number, group in enumerate(groups, 1):
        start = found.start(number)
        if start < 0 or isinstance(group, _Words):
            continue
        if isinstance(group, Hole):
            holes.append(Found(group.tag, start, found.end(number)))
        else:
            branches.append(group)
    return Reading(tuple(holes), tuple(branches), reworded)


_BARE = Reading((), ())


def _plain(parts: Parts) -> bool:
    return all(isinstance(part, str) for part in parts)


def _words(parts: Sequence[object]) -> bool:
    return any(isinstance(part, str) and part.strip() for part in parts)


def _spaced(text: str) -> str:
    """The words of `text` with any blanks between them; a text of blanks alone asks for one at least."""
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return r"\s+" if text else ""
    before = r"\s*" if text[0].isspace() else ""
    after = r"\s*" if text[-1].isspace() else ""
    return before + r"\s*".join(_signs(word) for word in words) + after


def _signs(word: str) -> str:
    """A word whose signs may have blanks before them (`Số :`)."""
    return re.sub(r"(?<=\w)(?=[^\w\s\\])", r"\\s*", re.escape(word)).replace(r"\-", "[-–—‐‑]")


def _ratio(a: str, b: str) -> float:
    return 0.0 if len(b) > 4 * len(a) + 20 else _likeness(a, b)


@lru_cache(maxsize=2048)
def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False).ratio()
