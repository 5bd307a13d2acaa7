"""Dates in words, and back (PL1.II.4.b: days below 10 and months 1 and 2 get a zero, months 3 to 9 do not)."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from service.wording.folding import skeleton

GAP = "\u00a0" * 6
"""A blank to be filled by hand. No-break spaces, so that it survives Word, justification and canonical text."""

_BLANK = r"[\s.…_]{0,99}"  # bounded: a page of dots must not cost the square of its length
_DAY_BLANK = r"(?:\s{0,99}[0-9]{1,2}\s{0,99}|[\s.…_]{0,99})"
_YEAR_BLANK = rf"(?:\s{{0,99}}[0-9]{{4}}|\s{{0,99}}(?:20[0-9]?)?{_BLANK})"
PATTERN = (
    "[Nn][Gg](?:[àÀ]|[aA]\u0300)[Yy]"
    + _DAY_BLANK
    + "[Tt][Hh](?:[áÁ]|[aA]\u0301)[Nn][Gg]"
    + _DAY_BLANK
    + "[Nn](?:[ăĂ]|[aA]\u0306)[Mm]"
    + _YEAR_BLANK
)
"""All that `doc_ngay_thang` may take: digits or a gap of blanks, dots or underscores at each of the three places."""

_WORD = r"[^\W\d_]{2,6}\.?"
_BETWEEN = rf"\s{{0,9}}(?:{_WORD}|[/.\-])\s{{0,9}}"
TYPED = rf"(?<![^\W_])(?:(?:{_WORD}\s{{0,9}})?[0-9]{{1,2}}{_BETWEEN}|{_WORD}\s{{0,9}})[0-9]{{1,2}}{_BETWEEN}[0-9]{{4}}"
"""All that `doc_ngay_go` may take besides: the words misspelt, left out or put as signs; no day."""
_TYPED = re.compile(
    rf"(?:(?:(?P<d_>{_WORD})\s*)?(?P<d>[0-9]{{1,2}})\s*(?P<m_>{_WORD}|[/.\-])|(?P<only>{_WORD}))\s*(?P<m>[0-9]{{1,2}})"
    rf"\s*(?P<y_>{_WORD}|[/.\-])\s*(?P<y>[0-9]{{4}})"
)
_IN_WORDS = re.compile(
    rf"\s*ngày(?P<d>{_DAY_BLANK})tháng(?P<m>{_DAY_BLANK})năm(?P<y>{_YEAR_BLANK})[\s.…_]*", re.IGNORECASE
)
_FILLING = " \u00a0\t\n\r\u2002\u2003\u2007\u2009\u202f.…_"

_SHORT = re.compile(r"(?:ngày\s{0,9})?([0-9]{1,2})\s?([/.\-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})", re.IGNORECASE)
_FULL = re.compile(
    r"(?:ngày\s{0,9})?([0-9]{1,2})\s{0,9}tháng\s{0,9}([0-9]{1,2})\s{0,9}năm\s{0,9}([0-9]{4})", re.IGNORECASE
)
_ANY = re.compile(
    r"(?:\b[Nn](?:gày|GÀY)\s{1,9})?(?<![0-9/.\-])(?:"
    r"[0-9]{1,2}\s?/\s?[0-9]{1,2}\s?/\s?[0-9]{4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
    r"|[0-9]{1,2}\s{1,9}(?:tháng|THÁNG)\s{1,9}[0-9]{1,2}\s{1,9}(?:năm|NĂM)\s{1,9}[0-9]{4})(?![0-9/])"
)


class Found(NamedTuple):
    """A date that stands in a text: ISO, and its place in code points."""

    iso: str
    span: tuple[int, int]


def ngay_thang(iso: str | None) -> str:
    """`ngày 11 tháng 01 năm 2023` for `2023-01-11`; what `YYYY-MM`, `YYYY` or None leave open is a gap."""
    year, month, day = (*(iso or "").split("-"), "", "")[:3]
    if month:
        month = month if int(month) < 3 else str(int(month))
    return f"ngày {day or GAP} tháng {month or GAP} năm {year or GAP}"


def doc_ngay_thang(text: str) -> str | None:
    """The date in words as `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or None where all three places are open.

    Raises ValueError where `text` is no date in words, one that no calendar has, or has a day without its month
    or a month without its year: no shorter form would keep it.
    """
    found = _IN_WORDS.fullmatch(text if is_normalized("NFC", text) else normalize("NFC", text))
    if not found:
        raise ValueError(text)
    day, month, year = (found[k].strip(_FILLING) for k in "dmy")
    if len(year) < 4:  # `năm 20…`: a form of this century, to be filled in
        if day or month:
            raise ValueError(text)
        return None
    if day and not month:
        raise ValueError(text)
    whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    return whole[: 10 if day else 7 if month else 4]


def doc_ngay_go(text: str) -> str | None:
    """The date of `ngày … tháng … năm …` as people type it over: in words as they should be, else with words that are
    nearly those (`ngay 5 thang 3 nam 2024`), or with signs (`05/3/2024`). ValueError as for `doc_ngay_thang`."""
    try:
        return doc_ngay_thang(text)
    except ValueError:
        found = _TYPED.fullmatch(text.strip())
        words = (("d_", "ngay"), ("m_", "thang"), ("only", "thang"), ("y_", "nam"))
        if not found or not all(_nearly(found[name], word) for name, word in words):
            raise
        whole = date(int(found["y"]), int(found["m"]), int(found["d"] or 1)).isoformat()
        return whole if found["d"] else whole[:7]


def _nearly(typed: str | None, word: str) -> bool:
    """Whether what stands in a word's place is a sign, nothing, or the word but for marks and one letter in four."""
    if typed is None or not typed[0].isalpha():
        return True
    return SequenceMatcher(None, skeleton(typed).strip("."), word, autojunk=False).ratio() >= 0.75


def doc_ngay(text: str) -> str:
    """A whole date, `ngày 14/8/2023` or in words, with `/`, `-` or `.`, as ISO text; ValueError where it is none."""
    text = (text if is_normalized("NFC", text) else normalize("NFC", text)).strip()
    if short := _SHORT.fullmatch(text):
        return date(int(short[4]), int(short[3]), int(short[1])).isoformat()
    if full := _FULL.fullmatch(text):
        return date(int(full[3]), int(full[2]), int(full[1])).isoformat()
    raise ValueError(text)


def find_dates(text: str) -> list[Found]:
    """Every whole date in `text` (NFC), in order; numbers that no calendar has are left alone."""
    out = []
    for found in _ANY.finditer(text):
        try:
            out.append(Found(doc_ngay(found.group()), found.span()))
        except ValueError:
            continue
    return out
