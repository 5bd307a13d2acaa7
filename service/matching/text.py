"""Text with fixed words and holes, read back: exactly, with loose blanks and case, or with fixed words missing.

One regular expression for each of the three; a hole is as short as the rest allows, so the fixed words after it end it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
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


SPACED = 0.5
MISSING = 1.0
REWORDED = 1.5
_ALIKE = 0.55


class TextPattern:
    """The compiled pattern of one line."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.literal = "".join(p for p in parts if isinstance(p, str)) if _plain(parts) else None
        self._groups: list[Hole | tuple[Hashable, int]] = []
        self._exact = self._compiled(_verbatim, 0)
        self._spaced = self._compiled(_spaced, re.IGNORECASE)
        self._loose = self._compiled(_optional, re.IGNORECASE) if self._groups and _words(parts) else None
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
        return self._reading(found) if found else None

    def match(self, text: str) -> Match | None:
        """The reading at its cost: 0 exact, then blanks and case, then fixed words missing or reworded."""
        reading = self.exact(text)
        if reading is not None:
            return Match(0.0, reading)
        found = self._spaced.fullmatch(text)
        if found:
            return Match(SPACED, self._reading(found))
        if self._loose is not None:
            found = self._loose.fullmatch(text)
            if found:
                return Match(MISSING, self._reading(found)._replace(reworded=True))
        if self.literal and text and _ratio(self.literal, text) >= _ALIKE:
            return Match(REWORDED, Reading((), (), reworded=True))
        return None

    def _compiled(self, literal: object, flags: int) -> re.Pattern[str]:
        self._groups = []
        return re.compile(self._source(self.parts, literal), flags | re.DOTALL)

    def _source(self, parts: Parts, literal: object) -> str:
        out = []
        for part in parts:
            if isinstance(part, str):
                out.append(literal(part))  # type: ignore[operator]
            elif isinstance(part, Hole):
                self._groups.append(part)
                out.append(f"({part.pattern})")
            else:
                branches = []
                for number, branch in enumerate(part.branches):
                    self._groups.append((part.tag, number))
                    branches.append("()" + self._source(branch, literal))
                out.append("(?:" + "|".join(branches) + ")")
        return "".join(out)

    def _reading(self, found: re.Match[str]) -> Reading:
        holes, branches = [], []
        for number, group in enumerate(self._groups, 1):
            start = found.start(number)
            if start < 0:
                continue
            if isinstance(group, Hole):
                holes.append(Found(group.tag, start, found.end(number)))
            else:
                branches.append(group)
        return Reading(tuple(holes), tuple(branches))


_BARE = Reading((), ())


def _plain(parts: Parts) -> bool:
    return all(isinstance(part, str) for part in parts)


def _words(parts: Sequence[object]) -> bool:
    return any(isinstance(part, str) and part.strip() for part in parts)


def _verbatim(text: str) -> str:
    return re.escape(text)


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


def _optional(text: str) -> str:
    return rf"\s*(?:{_spaced(text)})?\s*" if text.strip() else _spaced(text)


def _ratio(a: str, b: str) -> float:
    if len(b) > 4 * len(a) + 20:
        return 0.0
    return SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False).ratio()
