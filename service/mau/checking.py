"""Can a template be rendered, and read back? Every finding in one run, with its place.

First the tags by themselves (tag_check), then two plans that print alike, searched for on the template's own automaton
(doubles), then a few hundred plans printed and read (probing). `good` is said only of a template that passed all.
"""

from __future__ import annotations

import json
import re
from typing import Any

from schemas import KeHoach, dump, load
from service.docx.blocks import Document
from service.docx.package import open_package
from service.docx.reading import read_document, read_package
from service.mau.binding import split
from service.mau.doubles import doubles, printed
from service.mau.findings import Finding, place_of
from service.mau.probing import FULL, changes, probes, smaller
from service.mau.tag_check import tag_findings
from service.mau.templates import Template, places_of
from service.messages import Message
from service.refusals import PlanRefused, Refusal

ALIKE = Message(
    "plans_print_alike",
    "{place}: hai kế hoạch khác nhau in ra như nhau, nên không đọc lại được. Cho các dòng ở đó kiểu hoặc chữ cố định khác nhau. "
    "Ví dụ: {first} và {second}",
    "{place}: two different plans print alike, so neither can be read back. Give the lines there different styles or fixed "
    "words. For example {first} and {second}",
)
NOT_PRINTED = Message(
    "field_not_printed",
    "Mẫu không in “{pointer}”: kế hoạch có trường này sẽ mất nó. Thêm thẻ, nếu cần.",
    "The template does not print “{pointer}”: a plan that has it loses it. Add a tag, if that is not meant.",
)
MISREAD = Message(
    "plan_misread",
    "{place}: kế hoạch {first} in ra rồi đọc lại thành {second}. Thêm chữ cố định hoặc đổi kiểu ở đó.",
    "{place}: the plan {first}, printed, reads back as {second}. Add fixed words or change the style there.",
)
UNSURE = Message(
    "plan_read_unsure",
    "{place}: kế hoạch {first} in ra có hai cách đọc. Thêm chữ cố định hoặc đổi kiểu ở đó.",
    "{place}: the plan {first}, printed, can be read in two ways. Add fixed words or change the style there.",
)
CANNOT = Message("template_refused", "{text}", "{text}")
GOOD = Message("template_good", "In được và đọc lại được.", "Renders, and can be read back.")
_MOST = 8
"""Plans named of each kind of finding: one bad line spoils many."""


def check(name: str, data: bytes) -> list[Finding]:
    """The findings about a template's bytes; one `info` where nothing is wrong. Raises DocumentRefused."""
    document = read_document(data)
    found = tag_findings(document)
    try:
        template = Template(name, data)
    except Refusal as refusal:
        return found or [Finding("error", CANNOT, (("text", refusal.detail()),))]
    lost = _not_printed(template)
    alike = _alike(template)
    found += alike + lost + _misread(template, document, {str(f.values[0][1]).split("/")[1] for f in lost}, bool(alike))
    return found or [Finding("info", GOOD)]


def _alike(template: Template) -> list[Finding]:
    out = []
    for first, second, places in doubles(template):
        place = " = ".join(dict.fromkeys(place_of(where) for where in places))
        said = _differences(first, second)
        out.append(Finding("error", ALIKE, (("place", place), ("first", said[0]), ("second", said[1]))))
    return out[:_MOST]


def _not_printed(template: Template) -> list[Finding]:
    whole = printed(template, FULL)
    lost = dict.fromkeys(pointer for pointer, plan in changes() if plan != FULL and printed(template, plan) == whole)
    return [Finding("warning", NOT_PRINTED, (("pointer", pointer),)) for pointer in lost]


def _misread(template: Template, document: Document, lost: set[str], alike: bool) -> list[Finding]:
    """Plans that do not come back as they are, but for the fields in `lost`, which are not printed; where plans print
    `alike`, that is said already."""
    out: list[Finding] = []
    for plan in probes():
        plan = load(dump(plan) | {"the_thuc": template.the_thuc})
        back, sure = _back(template, plan)
        asked = _asked(plan, back)
        if asked <= lost and (sure or alike or asked):
            continue
        for less in smaller(plan):
            other, certain = _back(template, less)
            if not _asked(less, other) <= lost or not certain:
                plan, back, sure, asked = less, other, certain, _asked(less, other)
                break
        if asked and alike and printed(template, back) == printed(template, plan):
            continue
        first, second = _differences(plan, back)
        place = places_of(document, asked or {key for key, value in dump(plan).items() if value}) or "–"
        values = (("place", place), ("first", first), ("second", second))
        out.append(Finding("error", MISREAD, values) if asked else Finding("error", UNSURE, values[:2]))
        if len(out) >= _MOST:
            break
    return out


def _back(template: Template, plan: KeHoach) -> tuple[KeHoach, bool]:
    """The plan that is read from what the template prints of `plan`, and whether that is the only reading."""
    seen = read_package(open_package(template.render(plan)))
    reading = template.reader.exact(seen)
    sure = reading is not None and not reading.left and not reading.notes
    try:
        return load(split((reading or template.reader.nearest(seen)).payload, "", [])), sure
    except PlanRefused:
        return KeHoach("?"), False


def _asked(plan: KeHoach, back: KeHoach) -> set[str]:
    """The names whose tags have to do with what two plans differ in."""
    one, two = dump(plan), dump(back)
    return {key for key in one if one[key] != two[key]}


def _differences(first: KeHoach, second: KeHoach) -> tuple[str, str]:
    """What the plans differ in, each as JSON; all of the first where they do not."""
    one, two = dump(first), dump(second)
    keys = [key for key in one if one[key] != two[key]] or [key for key in one if one[key] and key != "the_thuc"]
    return _json({key: one[key] for key in keys}), _json({key: two[key] for key in keys})


def _json(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 700 else re.sub(r"\s\S*$", "", text[:700]) + " …"
