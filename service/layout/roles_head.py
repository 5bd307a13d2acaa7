"""What it costs to take a line for a part of the letterhead, the title or the opening (ô 1 to 6, PL1.IV)."""

from __future__ import annotations

import re

from service.layout import words as w
from service.layout.line import Line
from service.layout.names import NEVER
from service.wording.numbers import doc_dong_so

HEAD = 80
"""Lines among which the letterhead of a document is looked for."""

AUTHORITY = 8
"""Lines at most that name who decides."""
ORNAMENT = re.compile(r"[\W_]*(?:[o0O]{1,3}[\W_]*){0,2}")
_PART = re.compile(
    r"c[ộô]ng h[oòóỏa]+[aàòh]*(?: xã(?: hội)?(?: chủ(?: nghĩa)?)?)?|(?:xã )?(?:hội )?(?:chủ )?(?:nghĩa )?việt nam"
)
_OF = re.compile(r"\W*$|\s+của\s+(?=\S)")
"""What follows a type that is a title: nothing, or whose it is."""
_ORDER = re.compile(
    r"(?:quyết định|quyết nghị|nghị quyết|hướng dẫn|thông báo|chỉ thị)\s*:|(?:nay )?(?:quyết nghị|kết luận)\s*:?"
)


def heads(line: Line) -> bool:
    """Whether a line can only stand in a letterhead."""
    return len(line.text) <= 120 and bool(
        w.QUOC_HIEU.fullmatch(line.key) or w.TIEU_NGU.fullmatch(line.key) or w.DANG.fullmatch(line.key)
    )


def ornament(line: Line) -> float | None:
    """A typed rule or ornament (`____`, `*`, `---o0o---`)."""
    return 0.0 if len(line.text) < 80 and ORNAMENT.fullmatch(line.text) else None


def bia(line: Line) -> float | None:
    """A line of the cover."""
    return 0.0 if line.cover else None


def quoc_hieu(line: Line) -> float | None:
    """Ô 1, first line."""
    if w.QUOC_HIEU.fullmatch(line.key):
        return 0.0
    return 0.4 if line.caps and _PART.fullmatch(line.key) else None


def tieu_ngu(line: Line) -> float | None:
    """Ô 1, second line."""
    if w.TIEU_NGU.fullmatch(line.key):
        return 0.0
    return 0.2 if len(line.key) < 60 and "độc lập" in line.key and "hạnh phúc" in line.key else None


def tieu_de_dang(line: Line) -> float | None:
    """The heading of Party documents."""
    return 0.0 if w.DANG.fullmatch(line.key) and line.caps else None


def tieu_de_doan(line: Line) -> float | None:
    """The heading of Youth Union documents, which stands where Quốc hiệu stands."""
    return 0.0 if w.DOAN.fullmatch(line.key) and line.caps and line.side != "left" else None


def so(line: Line) -> float | None:
    """Ô 3."""
    found = doc_dong_so(line.text)
    if found is not None:
        return 0.0 if found.ky_hieu or found.the_thuc else 0.8
    if line.words <= 8 and line.key.startswith("số") and re.match(r"số\s*:?[\s.…_\d]*[/-]", line.key):
        return 0.5
    return 0.6 if re.fullmatch(r"số\s*[:.]?[\s.…_]*", line.key) else None


def so_va_ngay(line: Line) -> float | None:
    """Ô 3 and ô 4 in one line without anything that parts them."""
    found = doc_dong_so(line.text, whole=False)
    return 0.0 if found is not None and w.DATE.match(line.text[found.end :].strip(" ,;-")) else None


def ngay(line: Line) -> float | None:
    """Ô 4."""
    if len(line.text) > 110 or w.BASIS.match(line.key) or line.text.endswith(";"):
        return None
    if found := w.DATE.match(line.text):
        if (
            found["noi"].count(" ") > 6
            or line.key.startswith("của ")
            or "về việc" in line.key
            or (line.marker is not None and line.marker.ordinal)
        ):
            return None
        return 0.0 if line.place < HEAD else 0.3
    return 0.4 if w.SHORT_DATE.match(line.text) else None


def dau_chi(line: Line) -> float | None:
    """Marks: draft, secrecy, urgency, circulation (ô 10, 11)."""
    return 0.0 if w.MARK.fullmatch(line.key) else None


def co_quan_chu_quan(line: Line) -> float | None:
    """Ô 2, superior."""
    return _priced(line, 0)


def chu_quan_tiep(line: Line) -> float | None:
    """A further line of the superior's name."""
    return _priced(line, 1)


def co_quan_ban_hanh(line: Line) -> float | None:
    """Ô 2, issuer."""
    return _priced(line, 2)


def ban_hanh_tiep(line: Line) -> float | None:
    """A further line of the issuer's name."""
    return _priced(line, 3)


def _priced(line: Line, role: int) -> float | None:
    if line.place >= HEAD and line.zone == "body":
        return None
    found = line.name_prices
    return None if found is None or found[role] == NEVER else found[role]


def ve_viec(line: Line) -> float | None:
    """The subject of a công văn or a plan in a box (ô 5b)."""
    return 0.0 if w.ABOUT.match(line.key) else None


def ve_viec_tiep(line: Line) -> float | None:
    """A further line of it."""
    if line.zone == "body" or line.side == "right" or so(line) is not None or ngay(line) is not None:
        return None
    return 0.3 if line.before is not None and line.before.group == line.group and not line.caps else 1.5


def ten_loai(line: Line) -> float | None:
    """Ô 5a, type."""
    found = w.TYPE.match(line.key)
    if found and line.caps:
        alone = found.end() >= len(line.key.rstrip(" .:"))
        if line.key.endswith(":") and line.place > 3 and alone:
            return 1.2
        return (0.0 if alone else 0.3) + (0.0 if line.centred or line.zone != "body" else 0.5)
    if found and found.end() >= len(line.key.rstrip(" .:")) and (line.centred or line.bold > 0.5):
        return 0.9
    if found and line.zone == "body" and below_quoc_hieu(line) and _OF.match(line.key[found.end() :]):
        return 1.2
    if (
        line.caps
        and line.centred
        and line.bold > 0.5
        and line.zone == "body"
        and line.words <= 14
        and line.place < HEAD
    ):
        return 2.6
    return None


def below_quoc_hieu(line: Line) -> bool:
    """Whether Quốc hiệu stands right above, a few lines of the letterhead between: then a title may be in small letters,
    as where a font drew capitals that a conversion lost."""
    above = line.before
    for _ in range(AUTHORITY):
        if above is None or above.words > 18 or above.table is not None:
            return False
        if w.QUOC_HIEU.fullmatch(above.key):
            return True
        above = above.before
    return False


def trich_yeu(line: Line) -> float | None:
    """Ô 5a, subject: a line of it."""
    if w.BASIS.match(line.key) or w.KINH_GUI.match(line.key):
        return None
    if (line.side == "right" and not line.centred) or quoc_hieu(line) is not None or tieu_ngu(line) is not None:
        return None
    if line.zone == "box" and not w.ABOUT.match(line.key):
        return None
    cost = 0.1 if line.centred else 0.5 if below_title(line) else 1.6 if line.bold > 0.6 or line.caps else 3.0
    cost += 0.0 if line.bold > 0.5 or line.caps else 0.2
    cost += 2.0 if line.text[-1] in ";:" or line.text.endswith("./.") or line.words > 50 else 0.0
    if line.marker is not None:
        cost += 2.5 if line.marker.kind in ("roman", "arabic", "upper", "word") else 1.0
    return cost + (0.8 if _authority(line) else 0.0)


def below_title(line: Line) -> bool:
    """Whether a line stands right below the type, or goes on as the subject's line above it looks."""
    above = line.before
    while above is not None and ornament(above) is not None:
        above = above.before
    if above is None or above.table is not None:
        return False
    if w.TYPE.match(above.key) and (above.caps or (not line.caps and ten_loai(above) is not None)):
        return True
    like = (above.bold > 0.5 and line.bold > 0.5) or line.text[0].islower()
    return (
        like
        and line.caps == above.caps
        and above.before is not None
        and bool(w.TYPE.match(above.before.key))
        and above.before.caps
    )


def _authority(line: Line) -> bool:
    """Whether a line names who decides (`ỦY BAN NHÂN DÂN TỈNH`, `HIỆU TRƯỞNG TRƯỜNG …`)."""
    if not (line.caps and line.centred) or w.TYPE.match(line.key):
        return False
    below = line.after
    for _ in range(AUTHORITY):
        if below is None or not (ornament(below) is not None or (below.caps and below.centred)):
            break
        below = below.after
    if below is None or not w.BASIS.match(below.key):
        return False
    named, above = line, line.before
    for _ in range(AUTHORITY):
        if _who(named) or above is None or not (above.caps and above.centred) or w.TYPE.match(above.key):
            break
        named, above = above, above.before
    return _who(named)


def _who(line: Line) -> bool:
    return bool(w.BODY.match(line.key) or w.OFFICE.match(line.key))


def kem_theo(line: Line) -> float | None:
    """The line in brackets that says with what a document was issued."""
    if not w.ATTACHED.match(line.key):
        return None
    return 0.0 if line.text.startswith("(") or line.italic > 0.5 or line.centred else 1.0


def kem_theo_tiep(line: Line) -> float | None:
    """A further line of it."""
    above = line.before
    if above is None or not (line.text.endswith(")") or above.text.count("(") > above.text.count(")")):
        return None
    return 0.2 if line.centred or line.italic > 0.5 else 1.0


def kinh_gui(line: Line) -> float | None:
    """Ô 9a."""
    return 0.0 if w.KINH_GUI.match(line.key) else None


def kinh_gui_tiep(line: Line) -> float | None:
    """A further addressee."""
    if line.caps or line.text.endswith(":") or w.BASIS.match(line.key):
        return None
    bullet = line.marker is not None and line.marker.kind == "bullet"
    if bullet and line.text[-1] in ";.,":
        return 0.1
    if bullet:
        return 0.4
    if line.marker is None and line.words <= 16 and (line.text[-1] in ";," or line.centred or line.side == "right"):
        return 0.6
    return None


def can_cu(line: Line) -> float | None:
    """A legal basis."""
    if w.BASIS.match(line.key):
        return 0.0 if line.words > 3 else 0.8
    if w.BASIS_TOO.match(line.key) and line.text[-1] in ";,":
        return 0.2
    if line.text[-1] == ";" and line.before is not None and line.before.text[-1:] == ";" and not line.caps:
        return 1.0 if line.italic > 0.5 else 1.6
    return None


def mo_dau(line: Line) -> float | None:
    """Another paragraph before the first heading."""
    if _ORDER.fullmatch(line.key) or _authority(line):
        return 0.1
    cost = 0.3
    if line.marker is not None:
        cost += 0.7 if line.marker.kind == "bullet" else 3.5
    elif (line.bold > 0.8 and line.words < 16) or (line.centred and line.words < 40):
        cost += 1.5
    elif below_title(line) and line.words < 30 and line.text[-1] not in ".:;":
        cost += 1.2
    if w.BASIS.match(line.key):
        cost += 0.9
    if heads(line):
        cost += 6.0
    if line.before is not None and line.before.text.endswith(":") and not line.text.endswith(":"):
        cost += 0.5
    return cost
