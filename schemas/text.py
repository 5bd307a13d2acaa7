"""Canonical text: NFC, no control characters, blanks collapsed, nothing invisible."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def is_canonical(text: str) -> bool:
    """Whether one line of text is canonical already: the quick answer for nearly every text."""
    return (
        bool(text)
        and text.isprintable()
        and text[0] != " "
        and text[-1] != " "
        and "  " not in text
        and is_normalized("NFC", text)
    )


def refused(text: str) -> str | None:
    """The first character that no document can print, or None."""
    found = _REFUSED.search(text)
    return found.group() if found else None


def visible(text: str) -> str:
    """`text` without invisible characters, composed."""
    return normalize("NFC", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """`text` as one canonical line; line breaks and no-break spaces are blanks."""
    return text if is_canonical(text) else " ".join(visible(text).split())


def many_lines(text: str) -> str:
    """`text` with its line breaks; each line canonical, empty lines dropped."""
    if is_canonical(text):
        return text
    lines = (" ".join(line.split()) for line in visible(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)
