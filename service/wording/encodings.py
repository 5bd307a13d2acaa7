"""The letters of the fonts before Unicode: TCVN3 (`.VnTime`) and VNI-Windows, and which of them a text is written in.

Such a text holds Latin-1 signs that only its font shows as Vietnamese (`KÕ ho¹ch`, `KEÁ HOAÏCH`). The font's name alone
proves nothing: it outlives a conversion to Unicode. What decides is which reading gives Vietnamese words.
Tables: TCVN 5712:1993 (second form, as the ABC fonts have it) and VNI-Windows; the-thuc §4, fonts before 2005.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

from service.wording.syllables import is_syllable

Encoding = Literal["unicode", "tcvn3", "vni"]
_ALL: tuple[Encoding, ...] = ("unicode", "tcvn3", "vni")

_TCVN3_AT = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = {chr(start + i): letter for start, letters in _TCVN3_AT.items() for i, letter in enumerate(letters)}
"""Sign → letter. U+00AD, elsewhere a soft hyphen, is ư. Capitals with a tone do not exist: `.VnTimeH` draws them."""

_MARKS = {
    "a": "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "u": "ùúøùûủõũïụ",
    "y": "ùýøỳûỷõỹïỵ",
    "i": "ùíøìûỉõĩïị",
    "ô": "ùớøờûởõỡïợ",
    "ö": "ùứøừûửõữïự",
}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
VNI = dict(_ALONE) | {base + m[i]: m[i + 1] for base, m in _MARKS.items() for i in range(0, len(m), 2)}
"""One or two signs → letter, small; `iù` for í as some converters write it. A capital has its first sign in capitals."""

_SMALL_TO_VNI = {letter: signs for signs, letter in VNI.items() if signs[0] != "i"} | {"ỵ": "î"}
_LETTER_TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
LONGEST = 40
"""Signs of a token that may be a word; longer ones say nothing, and are not worth keeping in a cache."""
_TOKEN = re.compile(r"[^\s\d!-@\[-`{-~\u2000-\u206f\ufffc]+")
_SIGNS: dict[Encoding, re.Pattern[str]] = {
    # Word for DOS put an optional hyphen beside the ư that looks like one: together they are one letter.
    "tcvn3": re.compile("\u00ad+|[" + "".join(sorted(TCVN3)) + "]"),
    "vni": re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.I),
}
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
"""Word keeps the letters of fonts marked as symbol fonts in the private area."""


def has_later_letters(token: str) -> bool:
    """Whether a token has letters that no font of before can hold: it is in Unicode already."""
    return any("\u0100" <= c < "\u2000" for c in token)


def _letter(found: re.Match[str]) -> str:
    signs = found.group()
    if signs[0] in TCVN3 and found.re is _SIGNS["tcvn3"]:
        return TCVN3[signs[0]]
    letter = VNI[signs.lower()]
    return letter.upper() if signs[0] != signs[0].lower() else letter


def _read(token: str, encoding: Encoding) -> str:
    return token if has_later_letters(token) else _SIGNS[encoding].sub(_letter, token)


def decode(text: str, encoding: Encoding) -> str:
    """`text` in Unicode; words that have letters of Unicode already stay as they are."""
    if encoding == "unicode":
        return text
    return _TOKEN.sub(lambda m: _read(m.group(), encoding), text.translate(_PRIVATE))


def units(text: str, encoding: Encoding) -> list[tuple[int, str]]:
    """`decode` piece by piece: how many signs of `text`, and what they are. For texts cut into runs anywhere."""
    out: list[tuple[int, str]] = []
    for token in re.split(f"({_TOKEN.pattern})", text.translate(_PRIVATE)):
        at = 0
        if encoding != "unicode" and not has_later_letters(token):
            for found in _SIGNS[encoding].finditer(token):
                out += [(1, c) for c in token[at : found.start()]]
                out.append((len(found.group()), _letter(found)))
                at = found.end()
        out += [(1, c) for c in token[at:]]
    return out


def encode(text: str, encoding: Encoding) -> str:
    """`text` (NFC) in the signs of `encoding`. TCVN3 has no capitals with a tone: those come out small."""
    if encoding == "tcvn3":
        return "".join([_LETTER_TO_TCVN3.get(c) or _LETTER_TO_TCVN3.get(c.lower(), c) for c in text])
    if encoding == "vni":
        return "".join([_vni_signs(c) for c in text])
    return text


def _vni_signs(letter: str) -> str:
    signs = _SMALL_TO_VNI.get(letter.lower(), letter)
    return signs.upper() if letter != letter.lower() else signs


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many words beyond ASCII a text has, and how many are Vietnamese in each reading; `certain`: in Unicode alone."""

    words: int = 0
    unicode: int = 0
    tcvn3: int = 0
    vni: int = 0
    certain: int = 0

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.words + other.words,
            self.unicode + other.unicode,
            self.tcvn3 + other.tcvn3,
            self.vni + other.vni,
            self.certain + other.certain,
        )

    def best(self, hint: Encoding = "unicode") -> Encoding | None:
        """The reading with the most Vietnamese words, `hint` between old ones alike; None where Unicode has as many."""
        old = self._old(hint)
        found = self.count(old)
        return None if found == self.unicode else old if found > self.unicode else "unicode"

    def against(self, expected: Encoding) -> Encoding:
        """The reading of a piece of a text that is `expected` as a whole: another one only where two words speak for it."""
        if self.certain and self.unicode >= max(self.tcvn3, self.vni):
            return "unicode"
        other = max(_ALL, key=self.count)
        return other if self.count(other) - self.count(expected) >= 2 else expected

    def count(self, encoding: Encoding) -> int:
        """The Vietnamese words in that reading."""
        return {"unicode": self.unicode, "tcvn3": self.tcvn3, "vni": self.vni}[encoding]

    def _old(self, hint: Encoding = "unicode") -> Encoding:
        return "tcvn3" if (self.tcvn3, hint == "tcvn3") > (self.vni, hint == "vni") else "vni"

    def overwhelming(self) -> Encoding | None:
        """A reading other than Unicode that no chance explains, as a text without a font of before needs it."""
        old = self._old()
        enough = self.count(old) >= 4 and self.count(old) >= 0.8 * self.words
        return old if enough and self.unicode <= 0.4 * self.words else None


def evidence(text: str) -> Evidence:
    """What the words of `text` say about its encoding."""
    if text.isascii():
        return Evidence()
    return sum((_token(token) for token in _TOKEN.findall(text) if len(token) <= LONGEST), Evidence())


@lru_cache(maxsize=4096)
def _token(token: str) -> Evidence:
    if token.isascii():
        return Evidence()
    composed = normalize("NFC", token.replace("\u00ad", ""))
    if has_later_letters(token):
        return Evidence(1, 1, certain=int(is_syllable(composed)))
    if len(token) == 1:  # `·`, `«`, `Ø` stand alone in any text
        return Evidence()
    token = token.translate(_PRIVATE)
    return Evidence(1, is_syllable(composed), *(is_syllable(_read(token, old)) for old in ("tcvn3", "vni")))


def hinted(font: str) -> Encoding:
    """The encoding that a font's name stands for."""
    name = font.strip().casefold()
    return "tcvn3" if name.startswith(".vn") else "vni" if name.startswith("vni") else "unicode"


def draws_capitals(font: str) -> bool:
    """Whether a TCVN3 font draws small letters as capitals (`.VnTimeH`)."""
    return hinted(font) == "tcvn3" and font.strip().endswith("H")
