"""By what a stretch of text betrays that it belongs to a letterhead, a signature or a title, before roles are weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from service.layout import words as w
from service.wording.folding import fold
from service.wording.numbers import doc_dong_so

_GAP = re.compile(r"(?:[ \u00a0]*\t[ \u00a0]*)+|[ \u00a0]{4,}")
_OPEN = re.compile(
    r"số[\s:.]{0,12}[\s.…_\d]{0,60}[-/]|(?:,\s{0,20})?ngày[\s.…_\d]{0,60}tháng[\s.…_\d]{0,60}năm(?:[\s.…_]{0,30}\d{2,4})?|,\s+ngày",
    re.I,
)
"""Blanks to be filled by hand: a gap in one parts nothing."""
_LONGEST = 90


def gaps(text: str) -> list[tuple[int, int]]:
    """Where tabs or at least four blanks part `text` (NFC)."""
    found = [gap.span() for gap in _GAP.finditer(text)]
    if found and (held := [span.span() for span in _OPEN.finditer(text)]):
        found = [(a, b) for a, b in found if not any(low < a and b < high for low, high in held)]
    return found


def split(text: str) -> list[str]:
    """The pieces of `text`, each on one line."""
    text = normalize("NFC", text)
    cut = [0, *[place for gap in gaps(text) for place in gap], len(text)]
    found = [one_line(text[a:b]) for a, b in zip(cut[::2], cut[1::2], strict=True)]
    return [piece for piece in found if piece]


def one_line(text: str) -> str:
    """`text` composed, on one line, blanks collapsed."""
    return " ".join(normalize("NFC", text).split())


def caps(text: str) -> bool:
    """Whether `text` has letters and they are capitals."""
    capitals = sum(map(str.isupper, text))
    return capitals > 0.85 * (capitals + sum(map(str.islower, text))) > 0


def is_head(text: str) -> bool:
    """Whether a line can only stand in a letterhead."""
    if len(text) > _LONGEST:
        return False
    key = fold(text)
    return bool(
        w.QUOC_HIEU.fullmatch(key)
        or w.TIEU_NGU.fullmatch(key)
        or w.DANG.fullmatch(key)
        or w.DATE.match(key)
        or doc_dong_so(one_line(text)) is not None
    )


def is_tail(text: str) -> bool:
    """Whether a line can only stand among recipients and signatures."""
    if len(text) > _LONGEST:
        return False
    key = fold(text)
    found = w.RECIPIENTS.match(key)
    if found and (found["end"] or key.strip(" :.;") == "nơi nhận"):
        return True
    return caps(text) and bool(w.STRONG_PREFIX.match(key))


def is_office(text: str) -> bool:
    """Whether a line is a signer's office in capitals."""
    return len(text) < 70 and caps(text) and bool(w.OFFICE.match(fold(text)))


def is_title(text: str) -> bool:
    """Whether a line is the title of a document."""
    bare = one_line(text)
    return len(bare) < 200 and bool(w.TYPE.match(fold(bare))) and caps(bare)


def has_title(text: str) -> bool:
    """Whether a line of a paragraph is the title."""
    return any(is_title(part) for part in text.split("\n")) if len(text) < 400 else False


def parts(text: str, titled: bool) -> bool:
    """Whether the line breaks of a paragraph part different things of the head or the end."""
    found = [one_line(part) for part in text.split("\n") if part.strip()]
    if len(found) < 2 or len(text) > 1500:
        return False
    if any(is_head(part) or is_tail(part) for part in found):
        return not any(len(part) > 160 for part in found)
    if titled:
        return any(is_office(part) for part in found) and all(len(part) < 80 for part in found)
    return any(is_title(part) for part in found) or all(caps(part) and len(part) < 80 for part in found)


def beside(text: str) -> bool:
    """Whether a line holds pieces of a letterhead or of a signature beside each other."""
    if len(text) > 400 or ("\t" not in text and "  " not in text and "\u00a0" not in text):
        return False
    found = split(text)
    if len(found) < 2 or any(len(piece) > _LONGEST for piece in found):
        return False
    return any(is_head(piece) or is_tail(piece) for piece in found) or all(is_office(piece) for piece in found)


def places(texts: Iterable[str], titled: bool, bordered: bool, rows: int) -> bool:
    """Whether the paragraphs of a table are those of a letterhead or of a signature."""
    found = [piece for text in texts for piece in split(text.replace("\n", "\t"))]
    if not titled and rows <= 8 and any(is_head(piece) for piece in found):
        return True
    if any(is_tail(piece) for piece in found) and not any(_cell_heading(piece) for piece in found[:6]):
        return True
    if any(is_title(piece) and not titled for piece in found[:8]) and rows <= 4:
        return True
    if any(w.QUOC_HIEU.fullmatch(fold(piece)) or w.DANG.fullmatch(fold(piece)) for piece in found):
        return rows <= 8
    if rows <= 8 and any(w.KINH_GUI.match(fold(piece)) for piece in found[:3]):
        return True
    if rows <= 3 and any(w.ANNEX.fullmatch(fold(piece)) and len(piece) < 30 for piece in found) and len(found) <= 8:
        return True
    offices = [piece for piece in found if is_office(piece)]
    others = [piece for piece in found if (piece.istitle() and 1 <= piece.count(" ") <= 5) or _beside_a_name(piece)]
    few = rows <= 6 if not bordered else rows <= 3 and bool(others)
    return few and bool(offices) and len(offices) + len(others) >= 0.6 * len(found)


def _beside_a_name(text: str) -> bool:
    """Whether a line stands with a signer's name: a date, `(Đã ký)`."""
    key = fold(text)
    return len(key) < _LONGEST and bool(w.SIGNED.fullmatch(key) or w.DATE.match(key))


def _cell_heading(text: str) -> bool:
    return fold(text).strip(" .") in ("stt", "tt", "số tt")
