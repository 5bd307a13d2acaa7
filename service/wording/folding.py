"""Keys to compare text by, and names for files: never for storing, which keeps what was typed (the-thuc §4.1)."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

SLASHES = "\u2044\uff0f"
HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SIGNS = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"} | dict.fromkeys(SLASHES, "/") | dict.fromkeys(HYPHENS, "-")
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_ODD_OR_INVISIBLE = re.compile(f"[ÐƉðɖ{SLASHES}{HYPHENS}{_UNSEEN}]")

_TONES = {
    new: old
    for group in ("oà òa oá óa oả ỏa oã õa oạ ọa", "oè òe oé óe oẻ ỏe oẽ õe oẹ ọe", "uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy")
    for new, old in zip(group.split()[::2], group.split()[1::2], strict=True)
}
# `oa oe uy` have two spellings only where they end the syllable (`hoàn`, `suýt`, `huỳnh` have one), and the u of `qu`
# is no vowel (`quý`). A blind exchange would make words that do not exist.
_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?<!q..)(?![^\W\d_])")


def plain_signs(text: str) -> str:
    """`text` with one hyphen, one slash and one Đ for all that look alike; as long as before, so places stay."""
    for sign, plain in _SIGNS.items():
        if sign in text:  # one sign is found a hundred times faster than one of many
            text = text.replace(sign, plain)
    return text


def without_invisible(text: str) -> str:
    """`text` without the signs that nobody sees: soft hyphens, joiners, marks of direction."""
    return _INVISIBLE.sub("", text)


def fold(text: str) -> str:
    """The key under which two spellings of one text are equal.

    NFC, Đ and hyphens of any kind alike, one space for any blanks, nothing invisible, no case, `hoà` as `hòa`.
    """
    text = normalize("NFC", text)
    if _ODD_OR_INVISIBLE.search(text):  # one look for both: most texts have neither
        text = without_invisible(plain_signs(text))
    text = " ".join(text.split()).casefold()
    return _TONE.sub(lambda found: _TONES[found.group()], text)


def skeleton(text: str) -> str:
    """`fold(text)` without diacritics, `đ` as `d`: for likeness, where `fold` is for sameness."""
    return "".join(c for c in normalize("NFD", fold(text)) if not combining(c)).replace("đ", "d")


def ascii_name(text: str, longest: int = 100) -> str:
    """`text` in letters, digits, `.`, `_` and `-` alone, for a file name or a header: `KH-LĐLĐ` → `KH-LDLD`.

    At most `longest` signs; never begins with a dot or hyphen; empty where nothing is left. Đ has no decomposition,
    so it is replaced first.
    """
    bare = normalize("NFKD", plain_signs(text).replace("Đ", "D").replace("đ", "d"))
    bare = "".join(c for c in bare if not combining(c))
    return re.sub(r"[^A-Za-z0-9._]+", "-", bare)[: longest + 1].strip("-._")[:longest]
