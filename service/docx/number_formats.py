"""Numbers in Word's formats (ECMA-376 Part 1, §17.18.59), as far as an office of Vietnam meets them."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MOST = 32_767
"""Word counts no further; more digits would be built by no honest document."""


def formatted(number: int, kind: str) -> str:
    """`number` in the format `kind`; in plain digits where the format is not known here."""
    number = max(-_MOST, min(number, _MOST))
    return _FORMATS.get(kind, str)(number)


def _roman(number: int) -> str:
    out = ""
    for value, digits in _ROMAN:
        count, number = divmod(max(number, 0), value)
        out += digits * count
    return out


def _letter(number: int) -> str:
    """`A` … `Z`, then `AA`, `BB`, … as Word goes on; it knows no `Đ`."""
    if number <= 0:
        return ""
    times, place = divmod(number - 1, 26)
    return chr(ord("A") + place) * (times + 1)


_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _vietnamese(number: int) -> str:
    """In Vietnamese words up to 99 (`vietnameseCounting`), in digits beyond."""
    if not 0 <= number < 100:
        return str(number)
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _UNITS[unit]
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if unit == 0:
        return head
    tail = "lăm" if unit == 5 else "mốt" if unit == 1 and tens > 1 else _UNITS[unit]
    return f"{head} {tail}"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "decimalZero": lambda n: f"{n:02d}",
    "vietnameseCounting": _vietnamese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "none": lambda n: "",
}
