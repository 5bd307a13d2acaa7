"""Widths of text in Times New Roman, so that a rule can be a third to a half of the line above it (PL1.II.2.b, 5.b).

Advance widths in thousandths of the size, from the metric-compatible Liberation Serif; diacritics add nothing.
"""

from __future__ import annotations

import unicodedata

_REGULAR = {
    180: "'",
    250: " .,",
    278: ":;/\\ijlt",
    333: "!()[]-Ifr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    500: "–_*#0123456789bdghknopquvxyđ",
    556: "FPS",
    564: "+=<>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
_BOLD = {
    250: " .,",
    278: "'/\\il",
    333: ":;!()[]-fjt‘’",
    389: "Is",
    444: "cerz",
    500: "?–_*#0123456789Jagovxy“”",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+=<>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "—%W…",
}
_TABLES = {
    bold: {ord(c): width / 1000 for width, characters in table.items() for c in characters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_MM = 25.4 / 72


def width_mm(text: str, points: float, bold: bool = False) -> float:
    """The width of one line of `text` in millimetres."""
    table, other = _TABLES[bold], 0.556 if bold else 0.5
    total = 0.0
    for character in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(character):
            total += table.get(ord(character), other)
    return total * points * _MM


def last_line(text: str, points: float, bold: bool, column_mm: float) -> str:
    """The last line of `text` when it is broken at blanks into lines of at most `column_mm`."""
    current = ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if current and width_mm(longer, points, bold) > column_mm:
            longer = word
        current = longer
    return current
