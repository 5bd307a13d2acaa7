"""The second and third way in: a filled form, or a past plan, uploaded; both end in the form of the first way."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Response, abort, render_template, request
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from schemas import json_schema, load, parse_json
from service.answer import Answer
from service.formats.fields import kept
from service.formats.kinds import kind_of
from service.formats.letters import OLD_LETTERS
from service.naming import disposition
from service.office import convert
from service.pages import messages as m
from service.pages import originals, workbook
from service.pages.draft import Draft, drafted, payload_of, place_of
from service.pages.drawing import Picture, Undrawable
from service.pages.failures import size
from service.pages.filled import read_filled
from service.pages.languages import language
from service.pages.preview import drawn_apart
from service.pages.readings import reading_of
from service.pages.starting import samples
from service.pages.troubles import MOST, Trouble, load_form, sentence
from service.pages.views import XLSX, editor, pages, settings, templates
from service.pages.words import where
from service.pages.workbook import csv_table
from service.reading import parse
from service.refusals import DocumentRefused, PlanRefused, Refusal, TooLarge

FILES = (
    ("bieu-mau-ke-hoach.xlsx", "Excel", _("Biểu mẫu Excel trắng"), _("Điền theo thứ tự của văn bản; có ghi chú và danh sách để chọn.")),
    ("ke-hoach-mau.xlsx", "Excel", _("Biểu mẫu Excel điền sẵn"), _("Một kế hoạch mẫu, để xem cách điền hoặc sửa lại thành kế hoạch của mình.")),
    ("nhiem-vu-mau.csv", "CSV", _("Bảng nhiệm vụ"), _("Chỉ riêng bảng nhiệm vụ, mỗi dòng một việc; phần còn lại điền trên trang.")),
    ("ke-hoach-mau.json", "JSON", _("Kế hoạch mẫu"), _("Cho phần mềm khác: mọi trường của một kế hoạch.")),
    ("ke-hoach.schema.json", "JSON Schema", _("Cấu trúc của tệp JSON"), _("Cho phần mềm khác: trường nào có, mỗi trường ghi gì.")),
)  # fmt: skip
"""Files to take away: name, kind, what it is called, what it is for."""

DRAWING = 20.0
"""Seconds that drawing them may take."""
WAYS = {
    "bieu-mau": {"title": _("Tải biểu mẫu lên"), "label": _("Biểu mẫu đã điền"), "accept": ".xlsx,.json,.csv",
                 "hint": _("Excel (.xlsx), JSON hoặc CSV")},
    "van-ban-cu": {"title": _("Tải kế hoạch cũ lên"), "label": _("Văn bản cũ"), "accept": ".docx,.doc,.odt,.rtf,.pdf",
                   "hint": _("Word (.docx, .doc), .odt, .rtf hoặc PDF có chữ")},
}  # fmt: skip


def upload_page(way: str, refusal: Refusal | None = None) -> str:
    """The page where a file is chosen; with what was wrong with the last one."""
    wrong = refusal.detail(language()) if refusal else ""
    limit = settings().body_limit
    big = m.BIG_UPLOAD.text(language(), limit=size(limit))
    missing = m.NONE_CHOSEN.text(language(), kinds=str(WAYS[way]["hint"]))
    return render_template(
        "upload.html",
        way=way,
        troubles=[wrong] if wrong else [],
        limit=limit,
        size=size(limit),
        big=big,
        missing=missing,
        files=FILES,
        **WAYS[way],
    )


@pages.get("/bieu-mau")
def filled_form() -> str:
    """Where a filled form is uploaded, and blank ones are taken."""
    return upload_page("bieu-mau")


@pages.get("/van-ban-cu")
def past_plan() -> str:
    """Where a past plan is uploaded."""
    return upload_page("van-ban-cu")


@pages.post("/bieu-mau")
def take_form() -> Response | str | tuple[str, int]:
    """The form with what an uploaded workbook, JSON or CSV says, and what is wrong in it by its places."""
    return _taken("bieu-mau", _of_form)


@pages.post("/van-ban-cu")
def take_plan() -> Response | str | tuple[str, int]:
    """The form with what was read from an uploaded document, beside pictures of it."""
    return _taken("van-ban-cu", _of_plan)


def _taken(way: str, read: Callable[[str, bytes], str | tuple[str, int]]) -> Response | str | tuple[str, int]:
    try:
        try:
            upload = request.files.get("file")
        except RequestEntityTooLarge as error:
            raise TooLarge(m.BIG_UPLOAD, limit=size(settings().body_limit)) from error
        if upload is None or not upload.filename:
            raise DocumentRefused(m.NONE_CHOSEN, kinds=str(WAYS[way]["hint"]))
        data = upload.read()
        upload.close()
        if not data:
            raise DocumentRefused(m.EMPTY_UPLOAD)
        return read(upload.filename[-120:], data)
    except Refusal as refusal:
        return upload_page(way, refusal), refusal.status


def _of_form(name: str, data: bytes) -> str | tuple[str, int]:
    filled, whole = read_filled(data)
    draft = drafted(filled.payload)
    troubles = _troubles(filled, draft) if whole else []
    page = editor(draft, troubles, notice=m.FORM_READ.text(language(), name=name))
    return (page, 422) if troubles else page


def _troubles(filled: workbook.Filled, draft: Draft) -> list[Trouble]:
    """What is wrong in an uploaded form: by the field it is in now, and by the place it has in the file."""
    faults = list(filled.faults)
    try:
        load_form(filled.payload)
    except PlanRefused as refused:
        faults += refused.faults
    if faults:
        shown, places = payload_of(draft)
        out = []
        for fault in faults[:MOST]:
            field = place_of(fault.pointer, places) if _stands(fault.pointer, filled.payload, shown) else None
            cell = filled.place(fault.pointer)
            at = cell or fault.pointer
            said = sentence(fault, language()) if cell else fault.detail(language())  # JSON has keys, a form has labels
            out.append(
                Trouble(field, f"{at} – {where(field, draft)}", said) if field else Trouble(None, "", f"{at}: {said}")
            )
        return out
    return []


def _stands(pointer: str, payload: Any, shown: Any) -> bool:
    """Whether what is at `pointer` of an uploaded payload is there in the form too: entries that no form can hold shift
    those behind them."""
    for step in pointer.split("/")[1:]:
        if type(payload) is not type(shown) or (isinstance(payload, list) and len(payload) != len(shown)):
            return False
        if isinstance(payload, list):
            payload, shown = payload[int(step)], shown[int(step)]
        elif not isinstance(payload, dict) or step not in payload or step not in shown:
            return True
        else:
            payload, shown = payload[step], shown[step]
    return True


def _of_plan(name: str, data: bytes) -> str:
    answer = parse(data, templates(), settings().pdf_timeout)
    if not answer.fields and not answer.unread:
        raise DocumentRefused(m.NO_LETTERS)
    shown, total, why = _original(data)
    old = any(note.message is OLD_LETTERS for note in answer.notes)  # a PDF of it has them as they were typed
    texts = () if old else tuple(page.text for page in shown)
    draft, reading = reading_of(answer, name, texts or tuple(_texts(answer)))
    return editor(draft, reading=reading, original={"pictures": shown, "total": total, "why": why})


def _texts(answer: Answer) -> list[str]:
    """The text of the document where pictures have none that can be read: its paragraphs as they were read, in their order."""
    paragraphs = [*(got.paragraph for _, got in answer.fields if got.paragraph), *answer.unread]
    found = {paragraph.where.path: paragraph.text for paragraph in paragraphs}
    return ["\n".join(text for _, text in sorted(found.items()))]


def _original(data: bytes) -> tuple[list[Picture], int, str]:
    """Pictures of the uploaded document, how many pages it has, or why there are none. Nothing in it is run or fetched."""
    kind = kind_of(data)
    if kind == "pdf":
        pdf = data
    else:
        ready = data if kind == "docx" else kept(data, kind)[0]
        made = convert(ready, kind, "pdf", settings().pdf_timeout)
        if made.outcome != "done":
            return [], 0, (m.NO_OFFICE_PICTURES if made.outcome == "missing" else m.NO_PICTURES).text(language())
        pdf = made.data
    try:
        return (*drawn_apart(pdf, originals.MOST, DRAWING), "")
    except Undrawable:
        return [], 0, m.NO_PICTURES.text(language())


@pages.get("/bieu-mau/<name>")
def form_file(name: str) -> Response:
    """A form to take away: the blank workbook, the model plan as workbook, JSON or CSV, the schema of the JSON."""
    made = _FILES.get(name) or abort(404)
    response = Response(made[1](), mimetype=made[0])
    stem, kind = name.rsplit(".", 1)
    response.headers["Content-Disposition"] = disposition(stem, kind)
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value]


def _model() -> Any:
    return parse_json(samples()["ke-hoach-mau"].read_bytes())


_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bieu-mau-ke-hoach.xlsx": (XLSX, workbook.blank),
    "ke-hoach-mau.xlsx": (XLSX, lambda: workbook.write(load(_model()))),
    "ke-hoach-mau.json": ("application/json", lambda: json.dumps(_model(), ensure_ascii=False, indent=2).encode()),
    "nhiem-vu-mau.csv": ("text/csv", lambda: csv_table.write(load(_model()))),
    "ke-hoach.schema.json": (
        "application/schema+json",
        lambda: json.dumps(json_schema(), ensure_ascii=False, indent=2).encode(),
    ),
}
