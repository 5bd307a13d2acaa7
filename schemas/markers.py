"""Markers of headings where the payload gives none (PL1.II.6.đ): `I.`, under it `1.`, under it `a)`, and so on."""

from __future__ import annotations

ALPHABET = [
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
]
"""The letters of the decree, in Vietnamese order, without f, j, w, z."""

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


def roman(number: int) -> str:
    """`number` (from 1) in Roman digits."""
    out = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        out += digits * count
    return out


def letter(number: int) -> str:
    """The `number`-th letter; after the last they double: `aa`, `ab`, …"""
    out = ""
    while number:
        number, place = divmod(number - 1, len(ALPHABET))
        out = ALPHABET[place] + out
    return out


def derived(depth: int, position: int) -> str:
    """The marker of the heading at `depth` and `position` (both from 1). The decree names three levels; below them
    `(1)` and `(a)` take turns."""
    if depth == 1:
        return f"{roman(position)}."
    if depth == 2:
        return f"{position}."
    if depth == 3:
        return f"{letter(position)})"
    return f"({position})" if depth % 2 == 0 else f"({letter(position)})"
