"""From the payload that a reader made to the canonical plan, with where each value was read.

What no plan may hold is taken out, named in a warning, and given back as unread: a document never fails for it.
"""

from __future__ import annotations

from typing import Any

from schemas import dump, load
from schemas.faults import step
from service.docx.blocks import Paragraph
from service.mau.binding import Got
from service.messages import Message
from service.notes import Note
from service.refusals import PlanRefused

MENDED = Message(
    "value_refused", "Giá trị đọc được ở đây không dùng được: {why}", "The value read here cannot be used: {why}"
)
PLACEHOLDER = "…"


def canonical(
    payload: dict[str, Any], notes: list[Note]
) -> tuple[dict[str, Any], list[tuple[str, Got]], list[Paragraph]]:
    """The canonical plan and its fields; values that no plan may hold are taken out and given back as unread."""
    refused: list[Paragraph] = []
    if not payload.get("co_quan_ban_hanh"):
        payload["co_quan_ban_hanh"] = PLACEHOLDER
    for _ in range(50):
        try:
            plan = dump(load(_plain(payload)))
            break
        except PlanRefused as error:
            for fault in reversed(error.faults):
                got = _remove(payload, fault.pointer)
                notes.append(
                    Note(
                        MENDED,
                        got.paragraph.where if got and got.paragraph else None,
                        fault.pointer,
                        (("why", fault.detail()),),
                    )
                )
                if got and got.paragraph:
                    refused.append(got.paragraph)
            if not payload.get("co_quan_ban_hanh"):
                payload["co_quan_ban_hanh"] = PLACEHOLDER
    else:
        refused += [got.paragraph for _, got in fields_of(payload) if got.paragraph]
        payload = {"co_quan_ban_hanh": PLACEHOLDER}
        plan = dump(load(payload))
    if payload["co_quan_ban_hanh"] == PLACEHOLDER:
        plan["co_quan_ban_hanh"] = ""  # a plan needs its body; none is invented
    return plan, fields_of(payload), refused


def _plain(value: Any) -> Any:
    if isinstance(value, Got):
        return value.value
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


def fields_of(value: Any, pointer: str = "") -> list[tuple[str, Got]]:
    """Everything that was read in a payload, with its JSON pointer, in order."""
    out: list[tuple[str, Got]] = []
    _gather(value, pointer, out)
    return out


def _gather(value: Any, pointer: str, out: list[tuple[str, Got]]) -> None:
    if isinstance(value, dict):
        for key, entry in value.items():
            if isinstance(entry, Got):
                if entry.value and entry.paragraph is not None:
                    out.append((step(pointer, str(key)), entry))
            elif isinstance(entry, dict | list):
                _gather(entry, step(pointer, str(key)), out)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            if isinstance(entry, Got):
                if entry.value and entry.paragraph is not None:
                    out.append((f"{pointer}/{index}", entry))
            elif isinstance(entry, dict | list):
                _gather(entry, f"{pointer}/{index}", out)


def _remove(payload: Any, pointer: str) -> Got | None:
    """Take what stands at `pointer`, or above it, out of the payload; returns it if it was read."""
    keys = [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]
    holder: Any = payload
    for key in keys[:-1]:
        if isinstance(holder, list) and key.isdigit() and int(key) < len(holder):
            inner = holder[int(key)]
        elif isinstance(holder, dict) and key in holder:
            inner = holder[key]
        else:
            return None
        if not isinstance(inner, dict | list):
            break
        holder = inner
    last = keys[-1] if keys else ""
    if isinstance(holder, list) and last.isdigit() and int(last) < len(holder):
        got = holder.pop(int(last))
    elif isinstance(holder, dict):
        got = holder.pop(last, None)
        if last in ("tieu_de", "van_ban", "noi_dung", "nhom", "ten") and "loai" in holder:
            holder[last] = PLACEHOLDER if last != "noi_dung" else []
    else:
        return None
    return got if isinstance(got, Got) else next((g for _, g in fields_of(got)), None)
