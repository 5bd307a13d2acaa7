"""The number of a document, the blank that a draft has in its place, and the whole line (PL1.II.3; HD 36 point 1.3)."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from unicodedata import normalize

from service.wording.dates import GAP
from service.wording.folding import plain_signs

PATTERN = r"(?:[0-9]{1,6}[a-zA-ZđĐ]{0,3}|[\s.…_]{1,99})"
"""All that `doc_so` may take: digits with at most three letters (`06b`), or a gap of blanks, dots or underscores."""

_NUMBER = re.compile(r"[0-9]{1,6}[a-zA-ZđĐ]{0,3}")
_FILLING = " \u00a0\t\n\r\u2002\u2003\u2007\u2009\u202f.…_"

_SIGN = r"(?:[^\W_](?:[^\W_]|[&.](?=[^\W_])){0,19}|[.…_]{2,99}|…)"  # KH, QyĐ, GD&ĐT, T.Ư, or the dots of a form
_SYMBOL = rf"{_SIGN}(?:\s?[-/]\s?{_SIGN}){{0,6}}"
_LINE = re.compile(
    rf"\s*[Ss][ốỐ]\s{{0,9}}(?P<colon>:?)(?P<so>\s{{0,99}}[0-9]{{1,6}}[a-zA-ZđĐ]{{0,3}}(?![^\W_])|[\s.…_]{{0,99}})"
    rf"(?:\s{{0,9}}(?P<sep>[-/])\s{{0,9}}(?P<ky_hieu>{_SYMBOL}(?:\s[A-ZĐ0-9][^\W_]*)?)?)?\s*"
)
_HEAD = re.compile(_LINE.pattern.replace(r"(?:\s[A-ZĐ0-9][^\W_]*)?", ""))


class DongSo(NamedTuple):
    """The line of the number. `so`, `ky_hieu`: None where left open; `the_thuc`: `nd30` for `02/KH-LĐLĐ`, `dang` for
    `13-KH/LĐLĐ`, None where nothing tells; `end`: where the line ends in the text that was given, in code points."""

    so: str | None
    ky_hieu: str | None
    the_thuc: Literal["nd30", "dang"] | None
    end: int


def in_so(so: str | None) -> str:
    """The number as written, or the gap of a draft."""
    return so or GAP


def doc_so(text: str) -> str | None:
    """The number, two digits at least; None for a gap of blanks or dots. ValueError where it is neither."""
    number = text.strip(_FILLING)
    if not number:
        return None
    if not _NUMBER.fullmatch(number):
        raise ValueError(text)
    return number.zfill(2) if number.isdigit() else number


def doc_dong_so(text: str, whole: bool = True) -> DongSo | None:
    """What `Số: 02/KH-LĐLĐ` or `Số 13-KH/LĐLĐ` says, as people type it; None where it is no such line.

    `whole=False` also takes a line that goes on after the number (the date beside it, set off by blanks).
    Blanks inside the symbol are dropped and dashes made hyphens (PL1.II.3: nothing stands between its groups).
    """
    if text.lstrip()[:1] not in ("S", "s"):
        return None
    plain = plain_signs(text if text.isascii() else normalize("NFC", text))
    found = _LINE.fullmatch(plain) if whole else _HEAD.match(plain)
    if not found or not (found["colon"] or found["sep"] or found["so"].strip(_FILLING)):
        return None
    symbol = found["ky_hieu"]
    form: Literal["nd30", "dang"] | None = None
    if found["sep"]:
        form = "nd30" if found["sep"] == "/" else "dang"
    elif found["colon"]:
        form = "nd30"
    if not whole and not found["sep"]:
        return None
    return DongSo(doc_so(found["so"]), re.sub(r"\s*([-/])\s*", r"\1", symbol) if symbol else None, form, found.end())
