"""Widths of text in Times New Roman, so that a rule can be a third to a half of the line above it (PL1.II.2.b, 5.b).

Advance widths in 2048ths of the size, from the metric-compatible Liberation Serif 2; tone marks and circumflexes add
nothing, the horns of `ơ` and `ư` do. Kerning is not counted: Word does none unless asked.
"""

from __future__ import annotations

from unicodedata import combining, normalize

_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.",
    569: "/:;\\ijlt",
    614: "²",
    682: "!()-I[]fr‘’·",
    717: "•",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    983: "{}",
    1024: "#*0123456789_bdghknopquvxyđ–§",
    1083: "ơ",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD = {
    451: "|",
    512: " ,.",
    569: "'/\\il",
    614: "²",
    682: "!()-:;[]fjt‘’",
    683: "·",
    717: "•",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#*0123456789?J_agovxy–“”§",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_ITALIC = {
    438: "'",
    512: " ,.·",
    563: "|",
    569: "/\\fijlt",
    614: "²",
    682: "!()-:;I‘’",
    717: "•",
    797: "[]rsz",
    819: "{}°",
    860: '"',
    909: "Jcekvxy",
    1024: "#*0123456789?S_abdghnopquđ–§",
    1093: "ơ",
    1117: "ư",
    1139: "LTYZ“”",
    1251: "ABEFPRVX",
    1366: "CKNw",
    1382: "+<=>",
    1479: "DGHOQUmĐƠ",
    1544: "Ư",
    1593: "&",
    1706: "%MW",
    1821: "—…",
    1884: "@",
}
_BOLD_ITALIC = {
    451: "|",
    512: " ,.·",
    569: "'/\\ijlt",
    614: "²",
    682: "()-:;[]f‘’",
    713: "{}",
    717: "•",
    797: "!Irsz",
    819: "°",
    909: "cevy",
    1024: "#*0123456789?J_abdgkopqxđ–“”§",
    1099: "ơ",
    1137: '"',
    1139: "Shnu",
    1167: "+<=>",
    1227: "ư",
    1251: "LPTYZ",
    1366: "ABCEFKRVXw",
    1479: "DGNOQUĐƠ",
    1587: "Ư",
    1593: "&Hm",
    1704: "@",
    1706: "%",
    1821: "MW",
    2048: "—…",
}


def _by_letter(table: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_TABLES = {
    (False, False): _by_letter(_REGULAR),
    (True, False): _by_letter(_BOLD),
    (False, True): _by_letter(_ITALIC),
    (True, True): _by_letter(_BOLD_ITALIC),
}
_UNITS = 2048
_OTHER = 1024  # a letter without an entry counts as a digit
_MM = 25.4 / 72


def width_mm(text: str, points: float, bold: bool = False, italic: bool = False) -> float:
    """The width of one line of `text` in millimetres."""
    table = _TABLES[bold, italic]
    total = 0
    for letter in normalize("NFC", text):
        width = table.get(letter)
        if width is None:
            width = _measured(letter, table)
            if letter < "\u2000":  # Vietnamese ends at U+1EF9; the table must not grow with foreign text
                table[letter] = width
        total += width
    return total / _UNITS * points * _MM


def _measured(letter: str, table: dict[str, int]) -> int:
    """The width of a letter that has no entry: that of its base letter, horn kept."""
    parts = normalize("NFD", letter)
    base = parts[0]
    if combining(base):
        return 0
    if "\u031b" in parts:
        base = normalize("NFC", base + "\u031b")
    return table.get(base, _OTHER)


def lines_of(text: str, points: float, bold: bool, column_mm: float) -> list[str]:
    """`text` broken at blanks into lines of at most `column_mm`, as a word processor breaks it; one word may be wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, points, bold) <= column_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
