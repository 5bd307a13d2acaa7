"""Markers of headings and list items as people type them (PL1.II.6.đ and what offices do beside it), and their series.

A marker belongs to a series (`I.` `II.` …) and has a number in it. Some signs fit two series (`C.` is a letter and a
Roman hundred, `I.` a Roman one and a ninth letter): `readings` gives both, and what stands before decides (tree.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.markers import ALPHABET

BULLETS = "-–—+*•▪●○■□◦·➢➤►✓✔→⇒❖◆♦~−‒●"

_WORDS = r"(?:phần|chương|mục|tiểu mục|điều|bước|giai đoạn|đợt|nhiệm vụ|nội dung|chuyên đề|hoạt động|phụ lục)"
_MARKER = re.compile(
    r"(?P<word>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Điều|ĐIỀU|Bước|BƯỚC|Giai đoạn|GIAI ĐOẠN)\s+"
    r"(?:thứ\s+|THỨ\s+)?(?P<word_number>[IVXLC]+|\d{1,3}[a-zđ]?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|TÁM)\s?[.:)\-–]?)(?=\s|$)"
    r"|(?P<roman_decimal>(?:[IVX]{1,5}|[A-HĐ])(?:\.\d{1,2}){1,3}[.)/:]?)(?=\s|$|[^\W\d_])"
    r"|(?P<roman>[IVXLC]{1,7}\s?[.)/:\-–]{1,2})(?=\s|$|[A-ZĐÀ-Ỹ])"
    r"|(?P<upper>[A-ZĐ]\s?[.)/:\-–])(?=\s|$)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4}\s?[.)/:\-–]?)(?=\s|$|[^\W\d_])"
    r"|(?P<letter_decimal>[a-zđ]\.?\d{1,2}\s?[.)/:])(?=\s|$|[^\W\d_])"
    r"|(?P<arabic>\d{1,3}\s?[.)/:]{1,2}|\d{1,2}\s?[\-–](?=\s?[^\W\d_]))(?![\d%])"
    r"|(?P<paren>\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\.?)"
    r"|(?P<letter>[a-zđ]\s?[.)/:]|[a-zđ]\s?[\-–](?=\s?[^\W\d_]))(?=\s|$|[^\W\d_])"
    r"|(?P<lower_roman>[ivx]{2,4}[.)/])(?=\s|$|[^\W\d_])"
    rf"|(?P<bullet>[{re.escape(BULLETS)}]|o(?=\s{{2,}}))(?=\s|$|[^\W\d]|[“\"(\d])"
)
_ORDINALS = {w: n for n, w in enumerate(["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám"], 1)} | {"bốn": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LATIN = "abcdefghijklmnopqrstuvwxyz"

LEVELS = {
    "phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "upper": 3, "roman": 4, "điều": 4, "giai đoạn": 5, "bước": 5,
    "arabic": 6, "roman_decimal": 6, "decimal": 7, "letter": 11, "lower_roman": 12, "paren": 12, "letter_decimal": 12,
}  # fmt: skip
"""What usually stands above what, for a series that begins in the middle."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, its kind, where the text after it begins, and its possible places in series."""

    text: str
    kind: str
    end: int
    readings: tuple[tuple[str, int], ...] = ()

    @property
    def ordinal(self) -> bool:
        """Whether it counts, as a bullet does not."""
        return self.kind != "bullet"


def find_marker(text: str) -> Marker | None:
    """The marker that `text` (NFC, no blanks before it) begins with, or None."""
    found = _MARKER.match(text)
    if not found:
        return None
    kind = found.lastgroup or ""
    if kind == "word_number":
        kind = "word"
    whole = found.group()
    if kind == "roman" and len(whole) > 1 and not _is_roman(whole.rstrip(" .)/:-–")):
        return None
    if kind == "arabic" and whole[-1] == ":" and text[found.end() : found.end() + 1].isdigit():
        return None
    return Marker(whole.strip(), kind, found.end(), _readings(kind, whole, found["word_number"]))


def label_marker(label: str) -> Marker:
    """The marker of an automatic number or bullet."""
    found = find_marker(label + " ")
    if found is not None and found.end >= len(label):
        return Marker(label, found.kind, 0, found.readings)
    bare = label.strip(" .)/:-–(")
    if not bare or not any(c.isalnum() for c in bare) or label == "o":
        return Marker(label, "bullet", 0)
    if bare.isdigit():
        return Marker(label, "arabic", 0, (("arabic" + _style(label), int(bare)),))
    kind = "roman" if _is_roman(bare) else "letter" if len(bare) == 1 else "word"
    return Marker(
        label, kind, 0, _readings(kind, label, None) or ((f"label {re.sub(r'[0-9]+', '', label)}", _last(label)),)
    )


def _is_roman(text: str) -> bool:
    return bool(re.fullmatch(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", text)) and bool(text)


def roman_value(text: str) -> int:
    """The number of Roman digits."""
    total = 0
    for sign, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[sign]
        total += -value if after and _ROMAN[after] > value else value
    return total


def _style(text: str) -> str:
    return text.strip()[-1] if text and not text.strip()[-1].isalnum() else ""


def _last(text: str) -> int:
    numbers = re.findall(r"\d+", text)
    return int(numbers[-1]) if numbers else 1


def _readings(kind: str, text: str, word_number: str | None) -> tuple[tuple[str, int], ...]:
    bare, style = text.strip(" .)/:-–("), _style(text)
    if kind == "bullet":
        return ()
    if kind == "word":
        word = (
            text.lower().split()[0]
            if not text.lower().startswith(("tiểu", "giai"))
            else " ".join(text.lower().split()[:2])
        )
        number = word_number or ""
        lowered = number.lower()
        if lowered in _ORDINALS:
            value = _ORDINALS[lowered]
        elif number.isupper() and _is_roman(number):
            value = roman_value(number)
        else:
            value = _last(number)
        return ((word, value),)
    if kind == "roman":
        out = [(f"roman{style}", roman_value(bare))]
        if len(bare) == 1:
            out.append((f"upper{style}", _LATIN.index(bare.lower()) + 1))
        return tuple(out)
    if kind == "upper":
        return tuple((f"upper{style}", value) for value in _letter(bare))
    if kind in ("decimal", "roman_decimal"):
        numbers = re.findall(r"\d+", bare)
        return ((f"{kind}{len(numbers)}", int(numbers[-1])),)
    if kind == "arabic":
        return ((f"arabic{style}", int(bare)),)
    if kind == "letter":
        letters = tuple((f"letter{style}", value) for value in _letter(bare))
        return (*letters, ("lower_roman", 1)) if bare == "i" else letters
    if kind == "paren":
        if bare.rstrip(")").isdigit():
            return (("paren1", int(bare.rstrip(")"))),)
        return tuple(("parena", value) for value in _letter(bare.rstrip(")")[:1]))
    if kind == "lower_roman":
        return (("lower_roman", roman_value(bare.upper())),)
    return ((kind, _last(text)),)


def _letter(sign: str) -> tuple[int, ...]:
    """Places of a letter in the Vietnamese and in the Latin alphabet."""
    low = sign.lower()
    places = []
    if low in ALPHABET:
        places.append(ALPHABET.index(low) + 1)
    if low in _LATIN and _LATIN.index(low) + 1 not in places:
        places.append(_LATIN.index(low) + 1)
    return tuple(places)
