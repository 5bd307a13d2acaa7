"""Canonical text: NFC, no control characters, blanks collapsed, nothing invisible."""

from __future__ import annotations

import re
from typing import TypeGuard
from unicodedata import normalize

LONGEST = 100_000
"""Letters in one text at most."""

_LETTERS = (
    " -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff"  # Latin letters, those of Vietnamese composed
    "\u0391-\u03a1\u03a3-\u0482"  # Greek, Cyrillic
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"  # dashes, quotation marks, currencies
    "\u2100-\u2125\u2150-\u218b\u2190-\u22ff\u2500-\u27bf"  # №, Ⅰ, arrows, operators, boxes to tick
)
"""What nearly every text is written with: each can be printed, and is as it is in any text that is composed."""

_LINE = re.compile(f"(?! )[{_LETTERS}]{{1,{LONGEST}}}+(?<! )")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def is_canonical(value: object) -> TypeGuard[str]:
    """Whether `value` is one canonical line of usual letters: the quick answer for nearly every text."""
    return type(value) is str and "  " not in value and _LINE.fullmatch(value) is not None


def refused(text: str) -> str | None:
    """The first character that no document can print, or None."""
    found = _REFUSED.search(text)
    return found.group() if found else None


def visible(text: str) -> str:
    """`text` without invisible characters, composed."""
    return normalize("NFC", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """`text` as one canonical line; line breaks and no-break spaces are blanks."""
    return " ".join(visible(text).split())


def many_lines(text: str) -> str:
    """`text` with its line breaks; each line canonical, empty lines dropped."""
    lines = (" ".join(line.split()) for line in visible(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)
