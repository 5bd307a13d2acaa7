"""What is to be mended in a draft, as a person reads it: which field, where it is, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from schemas import KeHoach, load
from schemas.messages import BAD_DATE, EMPTY
from schemas.text import one_line
from service.messages import Language
from service.pages.draft import Draft, payload_of, place_of
from service.pages.fields import draft_of, fields
from service.pages.words import LABELS, where
from service.refusals import Fault, PlanRefused

MOST = 100
"""Troubles that one page shows at most."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One sentence: the name of its field (None: the whole plan), where that is, and what to do."""

    field: str | None
    where: str
    text: str


def load_form(payload: dict[str, Any]) -> KeHoach:
    """The plan in a form. It names its issuer: only one that was read from a document may have none. Raises PlanRefused."""
    issuer = payload.get("co_quan_ban_hanh")
    missing = (Fault("/co_quan_ban_hanh", EMPTY, ()),) if type(issuer) is str and not one_line(issuer) else ()
    try:
        plan = load(payload)
    except PlanRefused as refused:
        raise PlanRefused(missing + refused.faults) from refused
    if missing:
        raise PlanRefused(missing)
    return plan


def judged(draft: Draft, language: Language) -> tuple[KeHoach | None, list[Trouble]]:
    """The plan in a draft, or None and everything that is to be mended first."""
    payload, places = payload_of(draft)
    try:
        return load_form(payload), []
    except PlanRefused as refused:
        out = []
        for fault in refused.faults[:MOST]:
            field = place_of(fault.pointer, places)
            out.append(Trouble(field, where(field, draft) if field else "", sentence(fault, language)))
        return None, out


_NAME = re.compile(rf"\b(?:{'|'.join(sorted((key for key in LABELS if '_' in key), key=len, reverse=True))})\b")


def sentence(fault: Fault, language: Language) -> str:
    """The schema's sentence as a clerk reads it: fields by the names on the page, dates as they are typed here."""
    if fault.message is BAD_DATE:
        value = dict(fault.values)["value"]
        said = gettext(
            "“%(value)s” không phải ngày có thật. Hãy ghi như 5/3/2026; chưa có ngày thì ghi 3/2026.", value=value
        )
        return str(said)
    if fault.message is EMPTY and fault.pointer == "/co_quan_ban_hanh":
        return str(gettext("Hãy ghi tên cơ quan ban hành; văn bản nào cũng phải có."))
    values = {key: f"“{value}”" if value in LABELS else value for key, value in fault.values}
    text = fault.message.text(language, **values)
    return _NAME.sub(lambda found: str(LABELS[found.group()]), text)


def open_still(draft: Draft) -> Draft:
    """The draft with `…` where a text must be and is not yet, to be looked at before it is complete."""
    payload, places = payload_of(draft)
    try:
        load_form(payload)
    except PlanRefused as refused:
        empty = {place_of(fault.pointer, places) for fault in refused.faults if fault.message is EMPTY}
        return draft_of((name, "…" if name in empty and not value.strip() else value) for name, value in fields(draft))
    return draft
