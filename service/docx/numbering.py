"""Automatic numbers and bullets as Word prints them (ECMA-376 Part 1, §17.9)."""

from __future__ import annotations

import re
from typing import Any

from service.docx.names import VAL, W

_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf02d": "-",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0b0": "-",
    "o": "o",
    "·": "•",
}


class Numbering:
    """The numbering part, counting as the paragraphs come by."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, Any] = {}
        self._style: dict[str, str] = {}
        self._instances: dict[str, tuple[str, dict[int, Any]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in root.iterchildren(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._abstract[key] = abstract
            if (link := abstract.find(W + "styleLink")) is not None:
                self._style[link.get(VAL, "")] = key
        for instance in root.iterchildren(W + "num"):
            target = instance.find(W + "abstractNumId")
            if target is not None:
                overrides = {int(o.get(W + "ilvl", "0")): o for o in instance.iterchildren(W + "lvlOverride")}
                self._instances[instance.get(W + "numId", "")] = (target.get(VAL, ""), overrides)

    def label(self, number: str | None, level: int) -> str | None:
        """The label of the next paragraph of list `number` at `level` (from 0), or None where it has none."""
        if number is None or number == "0" or number not in self._instances:
            return None
        abstract, overrides = self._instances[number]
        found = self._level(abstract, overrides, level)
        if found is None:
            return None
        counts = self._counts.setdefault(abstract, {})
        override = overrides.get(level)
        fresh = None
        if override is not None and (number, level) not in self._started:
            start = override.find(W + "startOverride")
            fresh = int(start.get(VAL, "1")) if start is not None else None
        self._started.add((number, level))
        if fresh is not None:
            counts[level] = fresh
        else:
            counts[level] = counts[level] + 1 if level in counts else self._start(found)
        for deeper in [k for k in counts if k > level]:
            restart = self._child(self._level(abstract, overrides, deeper), "lvlRestart")
            if restart != "0":
                del counts[deeper]
        return self._printed(found, abstract, overrides, counts)

    def _level(self, abstract: str, overrides: dict[int, Any], level: int) -> Any:
        if level in overrides and (own := overrides[level].find(W + "lvl")) is not None:
            return own
        element = self._abstract.get(abstract)
        if element is None:
            return None
        link = element.find(W + "numStyleLink")
        if link is not None and self._style.get(link.get(VAL, "")) not in (None, abstract):
            return self._level(self._style[link.get(VAL, "")], {}, level)
        return next((x for x in element.iterchildren(W + "lvl") if x.get(W + "ilvl") == str(level)), None)

    @staticmethod
    def _child(level: Any, name: str, otherwise: str = "") -> str:
        child = level.find(W + name) if level is not None else None
        return child.get(VAL, otherwise) if child is not None else otherwise

    def _start(self, level: Any) -> int:
        text = self._child(level, "start", "1")
        return int(text) if text.lstrip("-").isdigit() else 1

    def _printed(self, level: Any, abstract: str, overrides: dict[int, Any], counts: dict[int, int]) -> str | None:
        text = self._child(level, "lvlText")
        if self._child(level, "numFmt", "decimal") == "bullet":
            return "".join(_SYMBOLS.get(c, c) for c in text).strip() or None
        legal = level.find(W + "isLgl") is not None

        def count(match: re.Match[str]) -> str:
            which = int(match.group(1)) - 1
            other = self._level(abstract, overrides, which)
            kind = "decimal" if legal else self._child(other, "numFmt", "decimal")
            return formatted(counts.get(which, self._start(other)), kind)

        return re.sub(r"%(\d)", count, text).strip() or None


def formatted(number: int, kind: str) -> str:
    """`number` in one of Word's number formats."""
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter if kind == "upperLetter" else letter.lower()
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def _roman(number: int) -> str:
    out = ""
    for value, digits in _ROMAN:
        count, number = divmod(max(number, 0), value)
        out += digits * min(count, 50)
    return out
