"""Citations of other documents, with their place in the text (the-thuc §4: State and Party numbers, known slips).

A citation runs from its type to its date. Coordinated numbers (`217, 218`) are one citation each; statutes may be
cited by name alone. What is typed stays in the text; only the answer has the canonical number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from service.wording.bodies import BODY, L, U
from service.wording.folding import HYPHENS, SLASHES, plain_signs

_SEG = rf"[{U}0-9][{U}{L}0-9]*(?:\.[{U}][{U}{L}]*)*"
_NUM = r"\d{1,6}[a-zđ]?"
_KIND = (
    "Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Quy định|Chỉ thị|Kết luận|Thông tư liên tịch|Thông tư|Thông báo|Thông tri|"
    "Hướng dẫn|Kế hoạch|Chương trình|Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Quy chế|Điều lệ"
)
_DATE = (
    r"ngày\s+(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})\s+năm\s+(?P<y1>\d{4})"
    r"|(?:ngày\s+)?(?P<d2>\d{1,2})\s?[/\-.]\s?(?P<m2>\d{1,2})\s?[/\-.]\s?(?P<y2>\d{4})(?!\d)"
)
_CODE = rf"{_NUM}(?:\s?[/-]\s?{_SEG}){{1,6}}|{_NUM}\s+{_SEG}\s?/\s?{_SEG}"
_SMALL = rf"{_NUM}(?:\s?[/-]\s?[{U}{L}0-9]+){{1,6}}"
_REST = rf"(?:(?:\s*,)?\s*(?:{_DATE}))?(?:\s*của\s+(?P<cq>{BODY}))?"
_KIND_BEFORE = re.compile(rf"(?<![{U}{L}])(?P<loai>{_KIND})\s+(?:số\s*:?\s*)?$")
_SMALL_BEFORE = re.compile(rf"(?<![{U}{L}])(?P<loai>{_KIND.lower()})\s+số\s*:?\s*$")
_CODED = re.compile(rf"(?P<so>{_CODE}){_REST}")
_CODED_SMALL = re.compile(rf"(?P<so>{_SMALL}){_REST}")
_NEXT = re.compile(rf"\s*(?:,|;|và|,\s*và)\s+(?:số\s+)?(?P<so>{_CODE}){_REST}")
_BARE = re.compile(rf"(?P<so>\d{{1,4}}(?:\s*(?:,|và|,\s*và)\s*(?:số\s+)?\d{{1,4}})+)(?![\w/]|\s?[/-]\s?{_SEG}){_REST}")
_ENDS = ("số", *_KIND.split("|"), *_KIND.lower().split("|"))
"""What stands before a number that is cited, blanks and colon aside."""
_HYPHEN, _SLASH = rf"\-{HYPHENS}", rf"/{SLASHES}"
_ANCHOR = re.compile(
    rf"[0-9LBPH](?:(?<=[0-9])(?<![\w{_SLASH}{_HYPHEN}].)[0-9]{{0,5}}[a-zđðɖ]?"
    rf"(?=\s?[{_SLASH}{_HYPHEN}]|\s+[{U}ÐƉ]|\s*,|\s+và)"
    r"|(?<=L)uật|(?<=B)ộ luật|(?<=P)háp lệnh|(?<=H)iến pháp)"
)
"""Where a number or the name of a statute may begin. It begins with a plain set of signs, which are looked for several
times faster than anything else, and takes a text as typed: most texts have none and are not looked at further."""
# A comma inside the name of a statute: `Luật Phòng, chống tham nhũng`.
_WITHIN = (
    "Phòng, chống|An toàn, vệ sinh|Thi đua, khen thưởng|Cán bộ, công chức|tiết kiệm, chống|xã, phường, thị trấn|Khiếu nại, tố cáo|"
    "Hòa giải, đối thoại|Quản lý, sử dụng|Căn cước, |Nhập cảnh, xuất cảnh, quá cảnh"
)
_NAME = rf"[{U}](?:(?i:{_WITHIN})|[{U}{L}]++|\x20){{1,60}}?"
_AMENDING = r"sửa đổi[^;.\n]{3,200}?(?=\s+(?:năm\s+\d{4}|ngày\s+\d)|\s*[;.\n]|\s*$)"
_STATUTE = re.compile(
    rf"(?P<loai>Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?P<ten>\s+(?:(?:{_WITHIN})[{U}{L} ]{{0,90}}?|{_NAME}|{_AMENDING})|)"
    rf"(?=\s+(?:năm\s+\d{{4}}|số|ngày|quy định|về|và|nhằm|để|của|hiện hành|đã|được|thì|là|theo|tại|có)\b|\s*[,;.:)(\n“”]|\s*$)"
    rf"(?:\s+số\s+(?P<so>{_CODE}))?(?:\s+năm\s+(?P<nam>\d{{4}})|(?:\s*,)?\s+(?:{_DATE}))?"
)


class Citation(NamedTuple):
    """A cited document; `span` in code points of the text it was found in, from its type to its date.

    `ten`: the name of a statute cited by it; `ngay`: ISO, or the year alone; None where the text has none.
    """

    loai: str
    so_ky_hieu: str | None
    ngay: str | None
    co_quan: str | None
    span: tuple[int, int]
    ten: str | None = None


def find_citations(text: str) -> list[Citation]:
    """The citations in `text` (NFC), in order."""
    return [citation for _, citation in citations_of((text,))]


def citations_of(texts: Sequence[str]) -> Iterator[tuple[int, Citation]]:
    """The citations in `texts` (NFC), in order, each with the index of its text: where one may begin is looked for in
    all texts at once, for most have none."""
    index, end = -1, -1
    anchors: list[int] = []
    for found in _ANCHOR.finditer("\0".join(texts)):
        at = found.start()
        if at > end:
            if anchors:
                yield from ((index, citation) for citation in _citations(texts[index], anchors))
            anchors = []
            while at > end:  # `end`: where the text at `index` ends in what was searched
                index += 1
                start, end = end + 1, end + 1 + len(texts[index])
        anchors.append(at - start)
    if anchors:
        yield from ((index, citation) for citation in _citations(texts[index], anchors))


def _citations(text: str, anchors: list[int]) -> list[Citation]:
    """The citations in `text` that begin at `anchors` or before them, in order."""
    out: list[Citation] = []
    taken: list[tuple[int, int]] = []
    names: list[int] = []
    plain = plain_signs(text)
    for at in anchors:
        if not plain[at].isdigit():
            names.append(at)
        elif not _inside(at, taken):
            found, end = _numbered(plain, at)
            if found:
                out += found
                taken.append((found[0].span[0], end))
    for at in names:
        statute = None if _inside(at, taken) else _STATUTE.match(plain, at)
        if statute is not None and (statute["ten"].strip() or statute["loai"] == "Hiến pháp"):
            out.append(_statute(statute))
            taken.append(statute.span())
    return sorted(out, key=_place) if names else out


def _place(citation: Citation) -> tuple[int, int]:
    return citation.span


def _numbered(text: str, at: int) -> tuple[list[Citation], int]:
    """The citations by number that start with the number at `at`, and where they end; none without a type before it."""
    before = text[max(0, at - 30) : at]
    if not before.rstrip(" \t\n\u00a0:").endswith(_ENDS):
        return [], at
    kind = _KIND_BEFORE.search(before)
    pattern = _CODED
    if kind is None:
        kind, pattern = _SMALL_BEFORE.search(before), _CODED_SMALL
    if kind is None:
        return [], at
    start = at - len(before) + kind.start()
    loai = kind["loai"][0].upper() + kind["loai"][1:]
    found = pattern.match(text, at)
    if found is not None:
        return _coordinated(text, found, loai, start)
    found = _BARE.match(text, at)
    if found is None:
        return [], at
    numbers = list(re.finditer(r"\d+", found["so"]))
    if all(_year(number.group()) for number in numbers):
        return [], at
    return _bare(found, numbers, loai, start), found.end()


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


def _coordinated(text: str, found: re.Match[str], loai: str, start: int) -> tuple[list[Citation], int]:
    """The citation and those that follow it without a type of their own; a date or body given once is that of all."""
    if (more := _NEXT.match(text, found.end())) is None:
        return [Citation(loai, canonical(found["so"]), _iso(found), found["cq"], (start, _end(found)))], found.end()
    matches = [found, more]
    while (more := _NEXT.match(text, matches[-1].end())) is not None:
        matches.append(more)
    out: list[Citation] = []
    day: str | None = None
    body: str | None = None
    for one in reversed(matches):
        day, body = _iso(one) or day, one["cq"] or body
        first = start if one is found else one.start("so")
        out.append(Citation(loai, canonical(one["so"]), day, body, (first, _end(one))))
    return out[::-1], matches[-1].end()


def _bare(found: re.Match[str], numbers: list[re.Match[str]], loai: str, start: int) -> list[Citation]:
    """Bare numbers: the first with its type, the last with the date."""
    at = found.start("so")
    out = []
    for index, number in enumerate(numbers):
        first = start if index == 0 else at + number.start()
        end = _end(found) if index == len(numbers) - 1 else at + number.end()
        out.append(Citation(loai, number.group(), _iso(found), found["cq"], (first, end)))
    return out


def _statute(found: re.Match[str]) -> Citation:
    kind, name, code, year = found.group("loai", "ten", "so", "nam")
    named = f"{kind}{name}".rstrip()
    return Citation(kind, canonical(code) if code else None, _iso(found) or year, None, found.span(), named)


def _end(found: re.Match[str]) -> int:
    """Where a citation ends: behind its date, or its number; the body does not belong to it."""
    return max(found.end("y1"), found.end("y2"), found.end("so"))


def _year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return bool(spans) and any(start <= at < end for start, end in spans)


def _iso(found: re.Match[str]) -> str | None:
    day, month, year, day2, month2, year2 = found.group("d1", "m1", "y1", "d2", "m2", "y2")
    try:
        if year:
            return date(int(year), int(month), int(day)).isoformat()
        return date(int(year2), int(month2), int(day2)).isoformat() if year2 else None
    except ValueError:
        return None
