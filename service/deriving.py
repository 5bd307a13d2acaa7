"""What follows from the texts of a canonical plan: the documents it cites, and the times of its tasks as dates."""

from __future__ import annotations

import re
from typing import Any

from schemas.faults import step
from service.wording.citations import Citation, citations_of
from service.wording.periods import Period, find_periods

_NO_TEXT = frozenset(("loai", "dau", "the_thuc"))
_CELL = frozenset(("cot", "hang", "loai"))


def derive(plan: dict[str, Any]) -> tuple[list[tuple[str, Citation]], list[tuple[str, Period]]]:
    """Citations of every text and times of the task tables, each with the pointer of its text.

    A quarter or month without a year is in the year the subject names, else in that of the document.
    """
    years = re.findall(r"(?:19|20)\d{2}", plan["trich_yeu"] or "") or re.findall(r"\d{4}", plan["ngay_ban_hanh"] or "")
    year = int(years[-1]) if years else None
    texts: list[tuple[str, str]] = []
    _gather(plan, "", texts)
    citations = [(texts[at][0], c) for at, c in citations_of([text for _, text in texts])]
    known: dict[str, list[Period]] = {}  # the rows of a merged cell all have its text
    periods: list[tuple[str, Period]] = []
    for pointer, text in texts:
        if pointer.endswith("/thoi_gian"):
            found = known.get(text)
            if found is None:
                found = known[text] = find_periods(text, year)
            periods += [(pointer, p) for p in found]
    return citations, periods


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
        if type(value[0]) is dict and all("van_ban" in run and not (_CELL & run.keys()) for run in value):
            texts.append((pointer, "".join([run["van_ban"] for run in value])))
            return
        for index, entry in enumerate(value):
            if type(entry) is str:
                texts.append((f"{pointer}/{index}", entry))
            elif entry:
                _gather(entry, f"{pointer}/{index}", texts)
