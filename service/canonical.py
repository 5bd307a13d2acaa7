"""From the payload that a reader made to the canonical plan, with where each value was read.

What no plan may hold is taken out, named in a warning, and given back as unread: a document never fails for it.
"""

from __future__ import annotations

from typing import Any

from schemas import dump, load
from service.docx.blocks import Paragraph
from service.mau.binding import Got, split
from service.messages import Message
from service.notes import Note
from service.refusals import PlanRefused

MENDED = Message(
    "value_refused", "Giá trị đọc được ở đây không dùng được: {why}", "The value read here cannot be used: {why}"
)
PLACEHOLDER = "…"
_TRIES = 50
"""How often what is refused is taken out and the rest tried again."""


def canonical(
    payload: dict[str, Any], notes: list[Note]
) -> tuple[dict[str, Any], list[tuple[str, Got]], list[Paragraph]]:
    """The canonical plan and its fields; values that no plan may hold are taken out and given back as unread."""
    refused: list[Paragraph] = []
    for _ in range(_TRIES):
        payload.setdefault("co_quan_ban_hanh", "")  # a plan has its issuer or says that there is none; none is invented
        fields: list[tuple[str, Got]] = []
        plain = split(payload, "", fields)
        try:
            plan = dump(load(plain))
            break
        except PlanRefused as error:
            for fault in reversed(error.faults):
                taken = [got.paragraph for got in _remove(payload, fault.pointer) if got.paragraph]
                notes.append(Note(MENDED, taken[0].where if taken else None, fault.pointer, (("why", fault.detail()),)))
                refused += taken
    else:
        refused += [got.paragraph for _, got in fields if got.paragraph]
        payload, fields = {"co_quan_ban_hanh": ""}, []
        plan = dump(load(payload))
    return plan, fields, refused


def _remove(payload: dict[str, Any], pointer: str) -> list[Got]:
    """Take what stands at `pointer`, or the nearest thing around it, out of the payload; returns what of it was read.

    Where something is wanted that is not there, the thing that lacks it goes; an annex that lost its name keeps the rest
    under a sign that one is wanted. Every call takes something away or gives what is wanted.
    """
    keys: list[Any] = [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]
    trail: list[tuple[Any, Any]] = []
    holder: Any = payload
    for key in keys:
        if isinstance(holder, list) and key.isdigit() and int(key) < len(holder):
            key = int(key)
        elif not isinstance(holder, dict) or holder.get(key) is None:
            break
        trail.append((holder, key))
        holder = holder[key]
    if not trail:
        return []
    if keys[:1] == ["phu_luc"] and keys[2:] == ["ten"] and len(trail) == 2:
        trail[-1][0][trail[-1][1]]["ten"] = PLACEHOLDER
        return []
    holder, last = trail[-1]
    taken = holder.pop(last)
    if last in ("tieu_de", "van_ban", "noi_dung", "nhom", "ten") and "loai" in holder:
        holder[last] = PLACEHOLDER if last != "noi_dung" else []
    inside: list[tuple[str, Got]] = []
    split(taken, "", inside)
    return [got for _, got in inside]
