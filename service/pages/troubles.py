"""What is to be mended in a draft, as a person reads it: which field, where it is, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import KeHoach, load
from schemas.messages import EMPTY
from service.messages import Language
from service.pages.draft import Draft, payload_of, place_of
from service.pages.fields import draft_of, fields
from service.pages.words import where
from service.refusals import PlanRefused

MOST = 100
"""Troubles that one page shows at most."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One sentence: the name of its field (None: the whole plan), where that is, and what to do."""

    field: str | None
    where: str
    text: str


def judged(draft: Draft, language: Language) -> tuple[KeHoach | None, list[Trouble]]:
    """The plan in a draft, or None and everything that is to be mended first."""
    payload, places = payload_of(draft)
    try:
        return load(payload), []
    except PlanRefused as refused:
        out = []
        for fault in refused.faults[:MOST]:
            field = place_of(fault.pointer, places)
            out.append(Trouble(field, where(field, draft) if field else "", fault.detail(language)))
        return None, out


def open_still(draft: Draft) -> Draft:
    """The draft with `…` where a text must be and is not yet, to be looked at before it is complete."""
    payload, places = payload_of(draft)
    try:
        load(payload)
    except PlanRefused as refused:
        empty = {place_of(fault.pointer, places) for fault in refused.faults if fault.message is EMPTY}
        return draft_of((name, "…" if name in empty and not value.strip() else value) for name, value in fields(draft))
    return draft
