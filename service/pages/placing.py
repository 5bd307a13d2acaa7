"""Text that no field of the form took, put where a person says."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from service.pages.draft import LINES, LISTS, TEXTS, Draft
from service.pages.notation import escaped
from service.pages.readings import Reading
from service.pages.words import LABELS

_LINES = ("trich_yeu", "dia_danh", "ky_hieu", "so", "co_quan_chu_quan", "co_quan_ban_hanh")


def destinations(draft: Draft) -> list[tuple[str, str]]:
    """Name of a place and its words, in the order of the document."""
    out = [(key, str(LABELS[key])) for key in (*_LINES, "can_cu", "mo_dau")]
    out += [(name, _("Cuối mục: %(title)s", title=title)) for name, title in _headings(draft["noi_dung"], "noi_dung")]
    return [*out, *((key, str(LABELS[key])) for key in ("ket_thuc", "noi_nhan"))]


def _headings(blocks: list[dict[str, Any]], name: str) -> list[tuple[str, str]]:
    out = []
    for index, block in enumerate(blocks):
        if block["loai"] == "muc":
            here = f"{name}.{index}.noi_dung"
            title = block["tieu_de"].strip()
            out.append((here, title[:60] + "…" if len(title) > 60 else title or "…"))
            out += _headings(block["noi_dung"], here)
    return out


def settle(draft: Draft, reading: Reading, number: str, place: str | None) -> tuple[Reading, str | None]:
    """What is left after unread text `number` was put at `place` of the draft (in place), or dropped (None); and the
    field to go on with. A number or place that is not there changes nothing."""
    if not (number.isdecimal() and len(number) < 6 and int(number) < len(reading.unread)):
        return reading, None
    if place is None:
        return reading.without(int(number)), None
    focus = put(draft, reading.unread[int(number)], place)
    return (reading.without(int(number)) if focus else reading), focus


def put(draft: Draft, text: str, place: str) -> str | None:
    """Add the text to the draft (in place); the name of the field it is in now. None where there is no such place."""
    if place in LINES:
        draft[place] = f"{draft[place]} {text}".strip()
        return place
    if place in (*LISTS, *TEXTS):
        line = escaped(text) if place in TEXTS else text
        draft[place] = f"{draft[place].rstrip()}\n{line}".strip()
        return place
    if place not in dict(_headings(draft["noi_dung"], "noi_dung")):
        return None
    blocks: Any = draft
    for step in place.split("."):
        blocks = blocks[int(step)] if step.isdigit() else blocks[step]
    if blocks and blocks[-1]["loai"] == "doan":
        blocks[-1]["van_ban"] = f"{blocks[-1]['van_ban'].rstrip()}\n{escaped(text)}".strip()
    else:
        blocks.append({"loai": "doan", "van_ban": escaped(text)})
    return f"{place}.{len(blocks) - 1}.van_ban"
