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
    """Take what stands at `pointer`, or above it, out of the payload; returns what of it was read."""
    keys = [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]
    holder: Any = payload
    for key in keys[:-1]:
        if isinstance(holder, list) and key.isdigit() and int(key) < len(holder):
            inner = holder[int(key)]
        elif isinstance(holder, dict) and key in holder:
            inner = holder[key]
        else:
            return []
        if not isinstance(inner, (dict, list)):
            break
        holder = inner
    last = keys[-1] if keys else ""
    if isinstance(holder, list) and last.isdigit() and int(last) < len(holder):
        taken = holder.pop(int(last))
    elif isinstance(holder, dict):
        taken = holder.pop(last, None)
        if last in ("tieu_de", "van_ban", "noi_dung", "nhom", "ten") and "loai" in holder:
            holder[last] = PLACEHOLDER if last != "noi_dung" else []
    else:
        return []
    inside: list[tuple[str, Got]] = []
    split(taken, "", inside)
    return [got for _, got in inside]
