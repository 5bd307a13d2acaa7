"""Nothing disappears (contract §4, law 4): every visible word of a document is in the plan, is fixed wording of the
form, or is unread. Looked after here for every reading. Of an exact one the template proves that its lines are the form's
wording and the values of their holes; what is held against the answer is that each of these values stands in it.

The reader is not trusted: what it answers is held against the document, word by word. What was read from a paragraph
accounts for its words; words of a value that stand elsewhere (a name over two lines, a cell of several paragraphs)
account for those of paragraphs that no value names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from schemas.task_table import HEADINGS
from service.docx.blocks import Document, Paragraph, with_boxes
from service.mau.binding import Got
from service.wording.folding import fold
from service.wording.headings import QUOC_HIEU, TIEU_DE_DANG, TIEU_NGU

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SIGN = re.compile(r"[^\w\s]")
Words = Counter[str]

FORM = (
    *HEADINGS.values(), QUOC_HIEU, TIEU_NGU, TIEU_DE_DANG, "Nơi nhận",
    "Kính gửi", "Số", "ngày tháng năm", "TT", "Đã ký", "Ký tên, đóng dấu", "Chữ ký, dấu", "Trang",
)  # fmt: skip
"""Wording that any administrative form has (PL1.II)."""


def missing(
    document: Document,
    plan: dict[str, Any],
    fields: Iterable[tuple[str, Got]],
    unread: list[Paragraph],
    fixed: Iterable[str],
) -> list[Paragraph]:
    """The paragraphs with words that are neither in the plan nor unread; `fixed`: the wording of the template. Of one that
    values were read from, only the words that none of them has."""
    phrases = {" ".join(words(phrase)): words(phrase) for phrase in (*fixed, *FORM, *_headings(plan))}
    headings = {" ".join(words(heading)) for heading in (*HEADINGS.values(), *_headings(plan))}
    headed: Counter[object] = Counter()
    long = [phrase for phrase in phrases.values() if len(phrase) > 4]
    known = Counter(word for phrase in phrases.values() for word in phrase)
    values: dict[object, list[str]] = {}
    seen: set[int] = set()
    for pointer, got in fields:
        if got.paragraph is not None and id(got) not in seen and "/cot/" not in pointer:
            seen.add(id(got))
            values.setdefault(_place(got.paragraph), []).append(spelled(got.value))
    spare = _derived(plan)
    there = {_place(p) for p in unread}
    open_: list[tuple[Paragraph, Words, bool]] = []
    for paragraph in _visible(document):
        place = _place(paragraph)
        if place in values and _is_all(paragraph, values[place]):
            del values[place]
            continue
        found = words(f"{paragraph.label or ''} {paragraph.text}")
        whole = " ".join(found)
        headed[_row(paragraph)] += whole in headings
        if place in there or whole in phrases:
            spare.update(_words_of(values.pop(place, ())))
            continue
        rest = Counter(_without(found, long))
        read = place in values
        if read:
            own = Counter(_words_of(values.pop(place)))
            spare.update(own - rest)
            rest = Counter({word: n for word, n in (rest - own).items() if word not in known})
        if rest:
            open_.append((paragraph, rest, read))
    for texts in values.values():
        spare.update(_words_of(texts))
    lost = []
    for paragraph, rest, read in open_:
        if headed[_row(paragraph)] > 1:  # a heading over the headings of several columns
            continue
        if wanting := rest - spare:
            lost.append(_only(paragraph, wanting) if read else paragraph)
        else:
            spare.subtract(rest)
    return lost


def unheld(
    plan: dict[str, Any], fields: Iterable[tuple[str, Got]], unread: list[Paragraph], read: Iterable[Got]
) -> list[Paragraph]:
    """The paragraphs with values that were `read` and stand in no field and are not unread, nor are a running number or
    the heading of a column."""
    over = [(got.paragraph, spelled(got.value)) for got in read if not got.kept and got.value and got.paragraph]
    there = {id(p) for p in unread} if over else ()
    over = [
        (paragraph, text)
        for paragraph, text in over
        if text.strip() and not text.isdigit() and id(paragraph) not in there
    ]
    if not over:
        return []
    said = {*(spelled(got.value) for _, got in fields), *HEADINGS.values(), *_headings(plan)}
    return list({id(paragraph): paragraph for paragraph, text in over if text not in said}.values())


def _only(paragraph: Paragraph, wanting: Words) -> Paragraph:
    """The paragraph with no other words than those `wanting`, and the signs at them."""
    text = paragraph.text
    wanting = wanting.copy()
    stretches: list[list[int]] = []
    before = 0
    for found in _WORD.finditer(text):
        word = words(found.group())
        if len(word) == 1 and wanting[word[0]] > 0:
            wanting[word[0]] -= 1
            if stretches and stretches[-1][1] == before:
                stretches[-1][1] = found.end()
            else:
                stretches.append([found.start(), found.end()])
        before = found.end()
    if wanting.total():
        return paragraph  # a word that is written in pieces
    out = copy(paragraph)
    out.text = " … ".join(_with_signs(text, start, end) for start, end in stretches)
    out.label, out.boxes = None, ()
    return out


def _with_signs(text: str, start: int, end: int) -> str:
    while start and _SIGN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _SIGN.match(text[end]):
        end += 1
    return text[start:end]


def _is_all(paragraph: Paragraph, texts: list[str]) -> bool:
    """Whether the values read from a paragraph are the whole of it, sign for sign: most are, and no word need be looked at."""
    whole = f"{paragraph.label or ''}{paragraph.text}"
    return "".join("".join(texts).split()) == "".join(whole.split())


def _words_of(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in words(text))


def words(text: str) -> list[str]:
    """The words and numbers of `text`, folded; a number without its zeros in front."""
    return [str(int(word)) if word.isdecimal() and len(word) < 20 else word for word in _WORD.findall(fold(text))]


def _without(found: list[str], phrases: list[list[str]]) -> list[str]:
    """The words of a line without the long fixed phrases in it: two things may stand on one line, set off by tabs."""
    for phrase in phrases:
        if phrase[0] in found:
            for at in range(len(found) - len(phrase) + 1):
                if found[at : at + len(phrase)] == phrase:
                    found = found[:at] + found[at + len(phrase) :]
                    break
    return found


def spelled(value: Any) -> str:
    """A value as text, its runs joined."""
    if isinstance(value, list):
        return "".join(run["van_ban"] for run in value if isinstance(run, dict))
    return str(value or "")


def _place(paragraph: Paragraph) -> object:
    where = paragraph.where
    return where.part, where.path


def _row(paragraph: Paragraph) -> object:
    """The table row that a paragraph stands in; itself outside of tables."""
    path = paragraph.where.path
    return path[:-2] if len(path) > 3 else path


def _visible(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the document once: body and notes with their text boxes, headers and footers, whose page
    numbers the word processor makes."""
    for blocks in (document.body, document.footnotes):
        yield from with_boxes(blocks)
    said = set()
    for paragraph in with_boxes(document.headers + document.footers):
        text = " ".join(words(paragraph.text))
        if text not in said and not text.replace("trang", "").replace(" ", "").isdecimal():
            said.add(text)
            yield paragraph


def _headings(plan: Any) -> Iterator[str]:
    """The headings of the columns of every task table: a table over several pages may have them more than once."""
    if isinstance(plan, dict):
        yield from (plan.get("cot") or {}).values() if "nhiem_vu" in plan else ()
        yield from plan.get("khac", ())
    for entry in plan.values() if isinstance(plan, dict) else plan if isinstance(plan, list) else ():
        if isinstance(entry, dict | list):
            yield from _headings(entry)


def _derived(plan: Any) -> Words:
    """The running numbers of task tables, which are on the page but in no value."""
    out: Words = Counter()
    if isinstance(plan, list):
        for entry in plan:
            out.update(_derived(entry))
    elif isinstance(plan, dict):
        if "nhiem_vu" in plan:
            rows = [row for row in plan["nhiem_vu"] if "nhom" not in row]
            out.update(str(number) for number in range(1, len(rows) + 1))
        else:
            for entry in plan.values():
                if isinstance(entry, list):
                    out.update(_derived(entry))
    return out
