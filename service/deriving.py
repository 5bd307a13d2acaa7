"""What follows from the texts of a canonical plan: the documents it cites, and the times it names as dates."""

from __future__ import annotations

import re
from typing import Any

from schemas.faults import step
from service.wording.citations import Citation, citations_of
from service.wording.joined import Joined
from service.wording.periods import Period, find_periods, periods_of

_NO_TEXT = frozenset(("loai", "dau", "the_thuc"))
_OTHERS = ("/can_cu/", "/mo_dau/")
_CELL = frozenset(("cot", "hang", "loai"))


def derive(plan: dict[str, Any]) -> tuple[list[tuple[str, Citation]], list[tuple[str, Period]]]:
    """Citations of every text, and the times of all that says when something is done, each with the pointer of its text.

    Not searched for times are bases and preambles, whose dates are those of other documents, and the other columns of a
    task, whose time stands in its own: what they name are times of other things (`báo cáo 6 tháng đầu năm`), and looking
    there would double the cost. Nor is the date inside a citation a time of the plan. A quarter or month without a year is in the year
    the subject names, else in that of the document.
    """
    years = re.findall(r"(?:19|20)\d{2}", plan["trich_yeu"] or "") or re.findall(r"\d{4}", plan["ngay_ban_hanh"] or "")
    year = int(years[-1]) if years else None
    texts: list[tuple[str, str]] = []
    _gather(plan, "", texts)
    prose: list[int] = []
    others: list[int] = []
    times: list[tuple[int, Period]] = []
    for at, (pointer, text) in enumerate(texts):
        if pointer.endswith("/thoi_gian"):
            others.append(at)
            times += [(at, period) for period in find_periods(text, year)]
        elif "/nhiem_vu/" in pointer or pointer.startswith(_OTHERS):
            others.append(at)
        else:
            prose.append(at)
    order = prose + others
    joined = Joined([texts[at][1] for at in order])
    cited = citations_of(joined)
    spans = [(joined.starts[at] + c.span[0], joined.starts[at] + c.span[1]) for at, c in cited]
    times += [(order[at], period) for at, period in periods_of(joined, year, spans, len(prose))]
    times.sort(key=_place)
    citations = sorted([(order[at], citation) for at, citation in cited], key=_place)
    return [(texts[at][0], citation) for at, citation in citations], [(texts[at][0], period) for at, period in times]


def _place(found: tuple[int, object]) -> int:
    return found[0]


def _gather(value: Any, pointer: str, texts: list[tuple[str, str]]) -> None:
    """Adds the texts inside `value`; the runs of a text are one."""
    if type(value) is dict:
        for key, entry in value.items():
            if type(entry) is str:
                if entry and key not in _NO_TEXT:
                    texts.append((step(pointer, key), entry))
            elif entry:
                _gather(entry, step(pointer, key), texts)
    elif type(value) is list:
        first = value[0]
        if type(first) is dict and "van_ban" in first and not (_CELL & first.keys()):  # runs, and so are the others
            texts.append((pointer, "".join([run["van_ban"] for run in value])))
            return
        for index, entry in enumerate(value):
            if type(entry) is str:
                texts.append((f"{pointer}/{index}", entry))
            elif entry:
                _gather(entry, f"{pointer}/{index}", texts)
