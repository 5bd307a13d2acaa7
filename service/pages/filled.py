"""A filled form of any kind as a payload: the office's workbook, JSON, or the task table as CSV; told by content."""

from __future__ import annotations

from schemas import parse_json
from service.formats import messages as formats
from service.formats.kinds import kind_of
from service.pages import messages as m
from service.pages.draft import payload_of
from service.pages.starting import blank
from service.pages.workbook import Filled, csv_table
from service.pages.workbook import read as read_workbook
from service.refusals import DocumentRefused, NotJson, UnknownMedia


def read_filled(data: bytes) -> tuple[Filled, bool]:
    """What the file says, and whether it is a whole plan (a CSV holds only its tasks).

    Raises DocumentRefused, UnknownMedia, NotJson or TooLarge, each with what to do.
    """
    if data.startswith((b"\xff\xfe{\0", b"\xfe\xff\0{")):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")  # as some programs of Windows write JSON
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")) and not start.startswith(b"{\\rt"):
        return _json(data), True
    try:
        kind_of(data)
    except DocumentRefused as refused:
        if refused.message is formats.WORKBOOK:
            if data.startswith(b"PK") and b"mimetype" not in data[30:38]:  # as an .ods begins
                return read_workbook(data), True
            raise UnknownMedia(m.OLD_WORKBOOK) from refused
        if refused.message is formats.PASSWORD:
            raise
        if refused.message is formats.PLAIN_TEXT or _is_letters(data):
            return _csv(data), False
        raise UnknownMedia(m.NO_FORM) from refused
    if data.startswith(b"PK") and b"[Content_Types].xml" not in data[:65_536] and b"word/" not in data:
        raise DocumentRefused(m.DAMAGED_FORM)
    raise UnknownMedia(m.IS_DOCUMENT)


def _is_letters(data: bytes) -> bool:
    """Whether the start is text of some code page: no controls but line ends and tabs."""
    return not any(byte < 9 or 13 < byte < 32 for byte in data[:4096])


def _json(data: bytes) -> Filled:
    try:
        payload = parse_json(data)
    except NotJson as refused:
        raise NotJson(m.JSON_BROKEN, **refused.values) from refused
    if isinstance(payload, dict) and isinstance(payload.get("plan"), dict) and "reader" in payload:
        payload = payload["plan"]  # the answer of /api/v1/parse
    if not isinstance(payload, dict):
        raise DocumentRefused(m.JSON_NO_PLAN)
    return Filled(payload)


def _csv(data: bytes) -> Filled:
    """The customary skeleton of a plan, with the tasks in its table."""
    payload, _ = payload_of(blank())
    payload["noi_dung"][1]["noi_dung"] = [csv_table.read(data)]
    return Filled(payload)
