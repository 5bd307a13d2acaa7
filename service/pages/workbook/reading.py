"""A filled workbook as the payload of a plan."""

from __future__ import annotations

from typing import Any

from service.messages import Message
from service.pages.dates import date_read
from service.pages.workbook.body import Body
from service.pages.workbook.cells import Sheet
from service.pages.workbook.filled import Filled
from service.pages.workbook.opening import open_workbook
from service.pages.workbook.recognising import Known, recognised
from service.pages.workbook.shape import BANG, KY, NHIEM_VU, NOI_DUNG, THONG_TIN
from service.refusals import Fault, UnknownMedia
from service.wording.folding import fold

NOT_OURS = Message(
    "not_our_workbook",
    "Bảng tính này không theo biểu mẫu kế hoạch. Tải biểu mẫu trắng về, chép nội dung vào đó rồi gửi lại.",
    "This workbook does not follow the plan's form. Download the blank form, copy the content into it and send that.",
)


def read(data: bytes) -> Filled:
    """The payload in a workbook. Raises UnknownMedia, DocumentRefused or TooLarge."""
    sheets = open_workbook(data)
    known = [(found, sheet) for sheet in sheets if (found := recognised(sheet))]
    kinds = {found.kind for found, _ in known}
    if not kinds & {THONG_TIN, NOI_DUNG}:
        raise UnknownMedia(NOT_OURS)
    filled = Filled()
    tables = {fold(sheet.title): (found, sheet) for found, sheet in known if found.kind in (NHIEM_VU, BANG)}
    for found, sheet in known:
        if found.kind == THONG_TIN:
            _information(found, sheet, filled)
        elif found.kind == KY:
            _signing(found, sheet, filled)
    for found, sheet in known:
        if found.kind == NOI_DUNG:
            Body(filled, tables).read(found, sheet)
    if NOI_DUNG not in kinds:
        Body(filled, tables).only_tables()
    wrong = {place: trouble for sheet in sheets for place, trouble in sheet.wrong.items()}
    filled.faults = [Fault(pointer, *wrong[place]) for pointer, place in filled.places.items() if place in wrong]
    return filled


def _information(found: Known, sheet: Sheet, filled: Filled) -> None:
    for row, key in found.keys.items():
        text = sheet.text(row, 3).strip()
        filled.places[f"/{key}"] = sheet.place(row, 3)
        if key == "ngay_ban_hanh":
            filled.payload[key] = date_read(text)
        elif text:
            filled.payload[key] = text


def _signing(found: Known, sheet: Sheet, filled: Filled) -> None:
    lists: dict[str, list[str]] = {"kinh_gui": [], "noi_nhan": []}
    signers: list[dict[str, Any]] = []
    for row in (r for r in sheet.rows() if r > found.head):
        signer: dict[str, Any] = {}
        for column, key in found.keys.items():
            text = sheet.text(row, column).strip()
            if not text:
                continue
            if key in lists:
                filled.places[f"/{key}/{len(lists[key])}"] = sheet.place(row, column)
                lists[key].append(text)
            else:
                filled.places[f"/chu_ky/{len(signers)}/{key}"] = sheet.place(row, column)
                signer[key] = (
                    [line.strip() for line in text.splitlines() if line.strip()] if key == "quyen_han" else text
                )
        if signer:
            signers.append(signer)
    filled.payload |= lists | {"chu_ky": signers}
