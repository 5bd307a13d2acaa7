"""The office's pages: the first page, the form, the document made from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from flask import Blueprint, Response, abort, current_app, render_template, request, url_for

from schemas import KeHoach, dump, parse_json
from schemas.markers import derived
from service import messages_index
from service.mau import Templates
from service.naming import disposition, document_name
from service.openapi import DOCX
from service.pages import actions, originals, placing, words, workbook
from service.pages.draft import Draft, drafted
from service.pages.fields import draft_of, fields
from service.pages.grids import is_plain
from service.pages.languages import choose, language, remember
from service.pages.preview import pictures
from service.pages.readings import Reading, read_back
from service.pages.starting import blank, samples
from service.pages.troubles import Trouble, judged, open_still
from service.pdf import to_pdf
from service.refusals import Busy, NotAcceptable
from service.settings import Settings

pages = Blueprint("pages", __name__, template_folder="html", static_folder="static", static_url_path="/static")
pages.after_request(remember)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_PAGES = 20
MOST_LIVE = 6
"""Pages that are drawn, on the page of the document and beside the form; all of them are in the PDF."""


def templates() -> Templates:
    """The Word templates of this application."""
    return cast(Templates, current_app.extensions["templates"])


def settings() -> Settings:
    """The settings of this application."""
    return cast(Settings, current_app.extensions["settings"])


@pages.app_context_processor
def _always() -> dict[str, Any]:
    """What every page may use."""
    return {"language": language(), "asset": asset}


def asset(name: str) -> str:
    """The address of a static file, which changes when the file does."""
    digest = sha256((Path(__file__).with_name("static") / name).read_bytes()).hexdigest()[:12]
    return url_for("pages.static", filename=name, v=digest)


@pages.after_request
def cached(response: Response) -> Response:
    """Static files stay for good (their address changes with them), documents are kept nowhere, and a page only where
    the Back button finds it: to be sent again for that would lose what was typed since."""
    if request.endpoint == "pages.static":
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if "v" in request.args else "no-cache"
    else:
        page = response.mimetype == "text/html" and request.endpoint != "pages.live"
        response.headers["Cache-Control"] = "private, no-cache" if page else "no-store"
        response.headers["Content-Language"] = language()
        response.vary.update(("Accept-Language", "Cookie"))
    return response


@pages.get("/")
def home() -> str:
    """The three ways in."""
    return render_template("home.html")


@pages.get("/soan-moi")
def compose() -> str:
    """The form, blank or with one of the samples."""
    sample = request.args.get("mau")
    if sample is None:
        return editor(blank())
    path = samples().get(sample) or abort(404)
    return editor(drafted(parse_json(path.read_bytes())))


@pages.post("/soan-moi")
def go_on() -> str | Response | tuple[str, int]:
    """What the pressed button asks for: a change of the form, a document, or what is to be mended first."""
    draft = draft_of(request.form.items())
    reading = read_back(request.form["doc"]) if request.form.get("doc") else None
    verb, _, rest = request.form.get("do", "show").partition(":")
    if verb == "lang":
        choose(rest)
    elif verb in ("show", "docx", "pdf", "json", "xlsx"):
        plan, troubles = judged(draft, language())
        if plan is None:
            return editor(draft, troubles, reading=reading), 422
        return document_page(plan, reading) if verb == "show" else download(plan, verb)
    elif verb in ("place", "drop"):
        if reading is not None:
            place = request.form.get(f"doc.to.{rest}", "") if verb == "place" else None
            reading, focus = placing.settle(draft, reading, rest, place)
            return editor(draft, focus=focus, reading=reading)
    elif verb != "edit":
        pasted = request.form.get(f"paste.{rest.partition(':')[0]}", "")
        draft, focus = actions.act(draft, request.form["do"], pasted)
        return editor(draft, focus=focus, reading=reading)
    return editor(draft, reading=reading)


def editor(
    draft: Draft,
    troubles: Iterable[Trouble] = (),
    focus: str | None = None,
    notice: str = "",
    reading: Reading | None = None,
    original: dict[str, Any] | None = None,
) -> str:
    """The page of the form. `notice`: what was done; `reading`, `original`: of an uploaded document (`uploads`)."""
    troubles = list(troubles)
    at: dict[str, list[str]] = {}
    for trouble in troubles:
        if trouble.field:
            at.setdefault(trouble.field, []).append(trouble.text)
    said = json.dumps({key: str(text) for key, text in words.SAID.items()}, ensure_ascii=False)
    given: dict[str, Any] = {
        "said": said,
        "derived": derived,
        "is_plain": is_plain,
        "new_row": actions.new_row,
        "notice": notice,
        "noted": {},
    }
    given["unsaved"] = request.method == "POST"
    given |= {"labels": words.LABELS, "hints": words.HINTS, "reading": reading, "original": original}
    if reading is not None:
        given["noted"] = reading.noted(draft, language())
        for wants, group in ((True, "wanting"), (False, "glances")):
            given[group] = [name for name, note in given["noted"].items() if note.wants is wants]
        given["places"] = {name: words.where(name, draft) for name in given["noted"]}
        given["destinations"] = placing.destinations(draft)
        given["original"] = original = original or sent_along() or {"pictures": [], "total": 0, "why": ""}
        given["packed"] = originals.packed(original) if original["pictures"] else ""
    return render_template("editor.html", draft=draft, troubles=troubles, at=at, focus=focus, **given)


def sent_along() -> dict[str, Any] | None:
    """The pictures of the original in a form that was sent without scripts."""
    return originals.unpacked(request.form.get("original", ""))


def document_page(plan: KeHoach, reading: Reading | None = None) -> str:
    """The page of the document: what it looks like, and the files to take away."""
    kept = [*fields(drafted(dump(plan))), *((("doc", reading.json),) if reading else ())]
    if reading and (original := sent_along()):
        kept.append(("original", originals.packed(original)))
    return render_template("document.html", plan=plan, name=document_name(plan), fields=kept, **_seen(plan, MOST_PAGES))


def _seen(plan: KeHoach, most: int) -> dict[str, Any]:
    """What templates show of a document: pictures of its first pages, how many there are, or why there are none."""
    document = templates().for_plan(plan, None).render(plan)
    try:
        shown, total = pictures(document, settings().pdf_timeout, most)
    except (NotAcceptable, Busy) as refusal:
        return {"pictures": [], "total": 0, "why": refusal.detail(language()), "pdf": isinstance(refusal, Busy)}
    return {"pictures": shown, "total": total, "why": "", "pdf": True}


@pages.post("/soan-moi/xem-truoc")
def live() -> str:
    """The pictures of the pages as the draft stands, for the pane beside the form; or what is to be mended first."""
    plan, troubles = judged(open_still(draft_of(request.form.items())), language())
    if plan is None:
        return render_template("live.html", troubles=troubles[:3], pictures=[], total=0, why="")
    return render_template("live.html", troubles=[], **_seen(plan, MOST_LIVE))


def download(plan: KeHoach, kind: str) -> Response:
    """The document as a file: `docx`, `pdf`, or its data as `json` or `xlsx`. Raises NotAcceptable or Busy for a PDF,
    TooLarge for a plan that no workbook holds."""
    if kind == "json":
        data, mimetype = (json.dumps(dump(plan), ensure_ascii=False, indent=2) + "\n").encode(), "application/json"
    elif kind == "xlsx":
        data, mimetype = workbook.write(plan), XLSX
    else:
        data, mimetype = templates().for_plan(plan, None).render(plan), DOCX
        if kind == "pdf":
            data, mimetype = to_pdf(data, settings().pdf_timeout), "application/pdf"
    response = Response(data, mimetype=mimetype)
    response.headers["Content-Disposition"] = disposition(document_name(plan), kind)
    return response


@pages.get("/errors/<code>")
def code_page(code: str) -> str | tuple[str, int]:
    """What a code of the interface means and what to do, in both languages."""
    message = messages_index.find(code) or abort(404)
    return render_template("code.html", message=message)
