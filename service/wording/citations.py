"""Citations of other documents, with their place in the text (the-thuc §4: State and Party numbers, known slips).

A citation runs from its type to its date. Coordinated numbers (`217, 218`) are one citation each; statutes may be
cited by name alone. What is typed stays in the text; only the answer has the canonical number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache

from msgspec import Struct

from service.wording.bodies import BODY, L, U
from service.wording.folding import plain_signs
from service.wording.joined import Joined

_SEG = rf"[{U}0-9][{U}{L}0-9]*(?:\.[{U}][{U}{L}]*)*"
_NUM = r"\d{1,6}[a-zđ]?"
_KIND = (
    "Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Quy định|Chỉ thị|Kết luận|Thông tư liên tịch|Thông tư|Thông báo|Thông tri|"
    "Hướng dẫn|Kế hoạch|Chương trình|Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Quy chế|Điều lệ"
)
_DATE = (
    r"(?:ngày\s+)?(?P<d>\d{1,2})(?:\s+tháng\s+|\s?[/\-.]\s?)(?P<m>\d{1,2})(?:\s+năm\s+|\s?[/\-.]\s?)(?P<y>\d{4})(?!\d)"
)
_CODE = rf"{_NUM}(?:\s?[/-]\s?{_SEG}){{1,6}}|{_NUM}\s+{_SEG}\s?/\s?{_SEG}"
_SMALL = rf"{_NUM}(?:\s?[/-]\s?[{U}{L}0-9]+){{1,6}}"
_REST = rf"(?:(?:\s*,)?\s*{_DATE})?(?:\s*của\s+(?P<cq>{BODY}))?"
_DIGITS = re.compile(r"\d+")
_BEFORE = 30
"""How far before its number the type of a document may begin."""
_KIND_BEFORE = re.compile(rf"(?<![{U}{L}])(?P<loai>{_KIND})\s+(?:số\s*:?\s*)?$")
_SMALL_BEFORE = re.compile(rf"(?<![{U}{L}])(?P<loai>{_KIND.lower()})\s+số\s*:?\s*$")
_CODED = re.compile(rf"(?P<so>{_CODE}){_REST}")
_CODED_SMALL = re.compile(rf"(?P<so>{_SMALL}){_REST}")
_NEXT = re.compile(rf"\s*(?:,|;|và|,\s*và)\s+(?:số\s+)?(?P<so>{_CODE}){_REST}")
_BARE = re.compile(rf"(?P<so>\d{{1,4}}(?:\s*(?:,|và|,\s*và)\s*(?:số\s+)?\d{{1,4}})+)(?![\w/]|\s?[/-]\s?{_SEG}){_REST}")
_LAST = "|".join(sorted({word[-2:] for word in ("số", "ố:", " :", *_KIND.split("|"), *_KIND.lower().split("|"))}))
_GOES_ON = rf"(?=[0-9]{{0,5}}[a-zđ]?(?:\s?[/-]|\s+[{U}]|\s*,|\s+và))"
_NUMBERS = tuple(re.compile(before + _GOES_ON) for before in (rf" [0-9](?<=(?:{_LAST}) .)", ":[0-9]", "số[0-9]"))
"""Where a number stands that may be cited: behind the last signs of a type or `số`, a code or another number after it.
What a search begins with is looked for several times faster if it is one sign or word."""
_NAMED = "Bộ luật|Luật|Pháp lệnh|Hiến pháp"
_COMMA = (
    r"(?i:, (?:(?<=phòng, )chống|(?<=an toàn, )vệ sinh|(?<=thi đua, )khen thưởng|(?<=cán bộ, )công chức|(?<=tiết kiệm, )chống|"
    r"(?<=xã, )phường|(?<=phường, )thị trấn|(?<=khiếu nại, )tố cáo|(?<=hòa giải, )đối thoại|(?<=quản lý, )sử dụng|"
    r"(?<=nhập cảnh, )xuất cảnh|(?<=xuất cảnh, )quá cảnh)|(?<=Căn cước), )"
)
"""A comma inside the name of a statute: `Luật Phòng, chống tham nhũng`."""
_NAME = rf"[{U}](?:[{U}{L}]++|\x20|{_COMMA}){{1,60}}?"
_AMENDING = r"sửa đổi[^;.\n\0]{3,200}?(?=\s+(?:năm\s+\d{4}|ngày\s+\d)|\s*[;.\n\0])"
_YEAR = r"(?:19|20)\d{2}(?![\w/])"
_STATUTE = re.compile(
    rf"(?P<loai>{_NAMED})(?P<ten>\s+(?:{_NAME}|{_AMENDING})|)"
    rf"(?!{_COMMA})(?=\s+(?:(?:năm\s+)?{_YEAR}|số|ngày|quy định|về|và|nhằm|để|của|hiện hành|đã|được|thì|là|theo|tại|có)\b|\s*[,;.:)(\n“”\0])"
    rf"(?:\s+số\s+(?P<so>{_CODE}))?(?:\s+(?:năm\s+)?(?P<nam>{_YEAR})|(?:\s*,)?\s+{_DATE})?"
)


class Citation(Struct, gc=False):
    """A cited document; `span` in code points of the text it was found in, from its type to its date.

    `ten`: the name of a statute cited by it; `ngay`: ISO, or the year alone; None where the text has none.
    """

    loai: str
    so_ky_hieu: str | None
    ngay: str | None
    co_quan: str | None
    span: tuple[int, int]
    ten: str | None = None


Cited = tuple[int, int, str, str | None, str | None, str | None, str | None]
"""Start, end, type, number, date, body and name, the place in all texts together."""


def find_citations(text: str) -> list[Citation]:
    """The citations in `text` (NFC), in order."""
    return [citation for _, citation in citations_of(Joined((text,)))]


def citations_of(texts: Joined) -> list[tuple[int, Citation]]:
    """The citations in `texts` (NFC), in order, each with the index of its text."""
    plain = plain_signs(texts.whole)
    found: list[Cited] = []
    taken = [(0, 0)]
    for at in _numbers(plain):
        if at >= taken[-1][1]:
            cited, end = _numbered(plain, at)
            if cited:
                found += cited
                taken.append((cited[0][0], end))
    done = 0
    for at in _names(plain):
        if at < done or at < taken[bisect_right(taken, (at, at)) - 1][1]:
            continue
        statute = _STATUTE.match(plain, at)
        if statute is not None and (statute["ten"].strip() or statute["loai"] == "Hiến pháp"):
            found.append(_statute(statute))
            done = statute.end()
    out = []
    for start, end, loai, so_ky_hieu, ngay, co_quan, ten in sorted(found):
        index = texts.index(start)
        base = texts.starts[index]
        out.append((index, Citation(loai, so_ky_hieu, ngay, co_quan, (start - base, end - base), ten)))
    return out


def _numbers(text: str) -> list[int]:
    """Where numbers stand that may be cited, in order."""
    spaced = text.replace("\n", " ").replace("\u00a0", " ")
    return sorted([found.end() - 1 for pattern in _NUMBERS for found in pattern.finditer(spaced)])


def _names(text: str) -> list[int]:
    """Where the names of statutes may begin, in order."""
    places = []
    for name in _NAMED.split("|"):
        at = text.find(name)
        while at >= 0:
            places.append(at)
            at = text.find(name, at + 1)
    return sorted(places)


def _numbered(text: str, at: int) -> tuple[list[Cited], int]:
    """What is cited by the number at `at` and those that follow it, and where that ends; nothing without a type before it."""
    kind, pattern = _KIND_BEFORE.search(text, at - _BEFORE, at), _CODED
    if kind is None:
        kind, pattern = _SMALL_BEFORE.search(text, at - _BEFORE, at), _CODED_SMALL
    if kind is None:
        return [], at
    loai = kind["loai"][0].upper() + kind["loai"][1:]
    found = pattern.match(text, at)
    if found is not None:
        return _coordinated(text, found, loai, kind.start())
    found = _BARE.match(text, at)
    if found is None:
        return [], at
    numbers = list(_DIGITS.finditer(found["so"]))
    if all(_year(number.group()) for number in numbers):
        return [], at
    return _bare(found, numbers, loai, kind.start()), found.end()


@lru_cache(maxsize=4096)
def canonical(code: str) -> str:
    """A code without blanks, its known slips mended (the-thuc §4.3): `04/2015/NĐ/CP` → `04/2015/NĐ-CP`, `T.Ư` → `TW`,
    `30/CT-TW` → `30-CT/TW` (the Party's own bodies number with the hyphen first)."""
    code = re.sub(rf"^({_NUM})\s+({_SEG})\s?/", r"\1-\2/", code)
    code = re.sub(r"\s", "", code).replace("T.Ư", "TW").replace("T.W", "TW")
    if code == code.lower():
        head = re.match(_NUM, code)
        code = (head.group() if head else "") + code[head.end() if head else 0 :].upper()
    code = re.sub(r"/(?:NDD|ND|NÐ)-CP$", "/NĐ-CP", code)
    code = re.sub(rf"^({_NUM}/(?:19|20)\d{{2}}/[{U}][{U}{L}]*)/([{U}]+)$", r"\1-\2", code)
    code = re.sub(rf"^({_NUM}/(?!(?:19|20)\d\d/)[{U}][{U}{L}]*)/([{U}]+)$", r"\1-\2", code)
    code = re.sub(rf"^({_NUM})/([{U}][{U}{L}]*)-(TW|TU|HU|ĐU)$", r"\1-\2/\3", code)
    return re.sub(r"^(\d+/\d{4})-(QH\d+)$", r"\1/\2", code)


def _coordinated(text: str, found: re.Match[str], loai: str, start: int) -> tuple[list[Cited], int]:
    """The citation and those that follow it without a type of their own; a date or body given once is that of all."""
    matches = [found]
    while (more := _NEXT.match(text, matches[-1].end())) is not None:
        matches.append(more)
    out: list[Cited] = []
    day: str | None = None
    body: str | None = None
    for one in reversed(matches):
        day, body = _iso(one) or day, one["cq"] or body
        first = start if one is found else one.start("so")
        out.append((first, _end(one), loai, canonical(one["so"]), day, body, None))
    return out[::-1], matches[-1].end()


def _bare(found: re.Match[str], numbers: list[re.Match[str]], loai: str, start: int) -> list[Cited]:
    """Bare numbers: the first with its type, the last with the date."""
    at = found.start("so")
    out: list[Cited] = []
    for index, number in enumerate(numbers):
        first = start if index == 0 else at + number.start()
        end = _end(found) if index == len(numbers) - 1 else at + number.end()
        out.append((first, end, loai, number.group(), _iso(found), found["cq"], None))
    return out


def _statute(found: re.Match[str]) -> Cited:
    kind, name, code, year = found.group("loai", "ten", "so", "nam")
    named = f"{kind}{name}".rstrip()
    return (*found.span(), kind, canonical(code) if code else None, _iso(found) or year, None, named)


def _end(found: re.Match[str]) -> int:
    """Where a citation ends: behind its date, or its number; the body does not belong to it."""
    return max(found.end("y"), found.end("so"))


def _year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _iso(found: re.Match[str]) -> str | None:
    day, month, year = found.group("d", "m", "y")
    if year is None:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
