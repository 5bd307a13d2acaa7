"""Paragraphs as lines of one field, the way a clerk types them: `- Nâng cao nhận thức …`, `a) …`, or no marker.

Pairs that invert: what cannot stand as a plain line says its marker in full (`<dau>Bước 1:</dau> …`).
"""

from __future__ import annotations

import re
from typing import Any

from service.pages.notation import escaped, plain, read, written

_MARKER = re.compile(r"([-–—+*•]|\(?(?:[a-zđ]{1,2}|[0-9]{1,3})\)|[0-9]{1,3}(?:\.[0-9]{1,3}){0,5}\.)\s+(?=\S)")
_SAID = re.compile(r"<dau>(.*?)</dau>\s?")


def lines(text: str) -> list[str]:
    """The lines of a field that say something."""
    return [line.strip() for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def listed(values: object) -> str:
    """A list of one-line texts (recipients, authority) as lines."""
    return "\n".join(" ".join(str(value).split()) for value in values) if isinstance(values, list) else ""


def texts_written(values: object) -> str:
    """A list of texts (bases, opening, closing) as lines."""
    return "\n".join(written(value, line=True) for value in values) if isinstance(values, list) else ""


def texts_read(text: str) -> list[Any]:
    """The texts in the lines of a field."""
    return [value if (value := read(line)) is not None else line for line in lines(text)]


def doan_written(block: dict[str, Any]) -> str:
    """A paragraph block as a line."""
    dau, text = block.get("dau"), written(block.get("van_ban", ""), line=True)
    dau = " ".join(dau.split()) if isinstance(dau, str) else ""
    line = f"{dau} {text}" if dau else text
    if _split(line) == (dau or None, text):
        return line
    return f"<dau>{escaped(dau)}</dau> {text}"


def doan_read(line: str) -> dict[str, Any]:
    """The paragraph block in a line."""
    dau, text = _split(line)
    value = read(text)
    return {"loai": "doan", "dau": dau, "van_ban": text if value is None else value}


def _split(line: str) -> tuple[str | None, str]:
    """The marker of a line, or None, and its text."""
    if said := _SAID.match(line):
        return plain(said[1]) or None, line[said.end() :]
    if found := _MARKER.match(line):
        return found[1], line[found.end() :]
    return None, line
