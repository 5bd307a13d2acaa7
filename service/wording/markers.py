"""Markers of headings and points as people type them, and which series each belongs to (PL1.II.6.c-đ)."""

from __future__ import annotations

import re

_SERIES = (
    ("bullet", r"[-–—+*•▪·○➢✓]"),
    ("word", r"(?P<word>Phần|Chương|Mục|Tiểu mục|Điều|Bước|Nội dung|Nhiệm vụ)\s+(?:thứ\s+\w+|[IVXLC]+|\d{1,3})\s*[.:)-]?"),
    ("roman", r"[IVXLC]{1,7}\s?[.)/-]?"),
    ("decimal", r"\d{1,3}(?:\.\d{1,3}){1,5}[.)]?"),
    ("arabic", r"\d{1,3}\s?[.)/-]"),
    ("letter", r"[a-zđ]{1,2}\s?[.)/-]"),
    ("capital", r"[A-ZĐ]\s?[.)/-]"),
    ("enclosed", r"\((?:\d{1,3}|[a-zđ]{1,2}|[ivx]{1,4})\)"),
)  # fmt: skip
_PATTERNS = [(name, re.compile(pattern)) for name, pattern in _SERIES]
MARKER = r"(?i:(?:[ivxlc]{1,7}|\d{1,3})(?:\.\d{1,3}){0,5}\s?[.:)/-])|" + "|".join(
    f"(?{'i' if name == 'word' else '-i'}:{p.replace('?P<word>', '?:')})" for name, p in _SERIES
)
"""A marker of any series as people type it, without groups: numbers and words in any case, also with a colon."""


def series(marker: str) -> str | None:
    """The series that `marker` continues: `roman` for `II.`, `decimal2` for `1.1.`, `word:điều` for `Điều 3.`,
    `enclosed:1` for `(2)`; None where it is no marker. Two headings of one series stand side by side."""
    text = " ".join(marker.split())
    for name, pattern in _PATTERNS:
        found = pattern.fullmatch(text)
        if not found:
            continue
        if name == "word":
            return f"word:{found['word'].casefold()}"
        if name == "decimal":
            return f"decimal{len(re.findall('[0-9]+', text))}"
        if name == "enclosed":
            return "enclosed:1" if text[1].isdigit() else "enclosed:a"
        return name
    return None
