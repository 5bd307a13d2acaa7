"""Hostile documents: an answer or a refusal in seconds, whatever the file. `make fuzz` tries many more."""

from __future__ import annotations

import pytest

from service.docx.blocks import paragraphs
from service.docx.reading import read_document
from service.mau import Templates
from service.reading import parse
from service.refusals import Refusal
from tests.cxml import document, package, part, xml
from tools.fuzz import documents, mutated, outcome

FIRST, COUNT = 40_000, 300


@pytest.mark.parametrize("tens", range(FIRST, FIRST + COUNT, 10))
def test_a_mutated_sample_is_read_or_refused(tens: int) -> None:
    said = {number: outcome(number)[0] for number in range(tens, tens + 10)}
    assert {number: what for number, what in said.items() if what.startswith("!")} == {}


def test_a_mutation_is_the_same_on_any_day() -> None:
    assert mutated(7, documents()) == mutated(7, documents())


def nested(opening: str, closing: str, depth: int) -> str:
    return opening * depth + xml('p/r/t"chữ"') + closing * depth


BOX = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
TRAPS = {
    "many runs": "<w:p>" + xml('r/t"a "') * 20_000 + "</w:p>",
    "many looks": "<w:p>" + (xml('r/(rPr/b,t"a ")') + xml('r/(rPr/i,t"a ")')) * 5_000 + "</w:p>",
    "many empty paragraphs": "<w:p/>" * 20_000,
    "tables in tables": nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
    "controls in controls": nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
    "controls beyond all depth": nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5_000),
    "boxes in boxes": nested(BOX, "</w:txbxContent></v:textbox></w:pict></w:r></w:p>", 45),
    "many boxes": xml('p/r/pict/v:shape/v:textbox/txbxContent/p/r/t"a"') * 1_000,
    "many boxes in one paragraph": "<w:p>" + xml('r/pict/v:shape/v:textbox/txbxContent/p/r/t"a"') * 1_000 + "</w:p>",
    "fields that nothing ends": "<w:p>" + xml("r/fldChar{fldCharType=begin}") * 10_000 + "</w:p>" + xml('p/r/t"a"'),
    "a long row": "<w:tbl><w:tr>" + xml('tc/p/r/t"a"') * 5_000 + "</w:tr></w:tbl>",
    "wide cells": "<w:tbl>" + xml("tr/(tc/(tcPr/gridSpan{val=1000},p),tc/(tcPr/(gridSpan{val=1000},vMerge{val=restart}),p))") * 500 + "</w:tbl>",
    "many tables": xml('tbl/tr/tc/p/r/t"a"') * 1_000,
    "a long text": xml(f'p/r/t"{"Luật A " * 50_000}"'),
    "many numbers": xml(f'p/r/t"{"Nghị định số 1/2 " * 10_000}"'),
    "blanks": xml(f'p/r/t"KẾ HOẠCH{" " * 100_000}x"'),
    "paragraphs that run on": xml('p/(pPr/rPr/del,r/t"a")') * 10_000,
    "breaks of pages": "<w:p>" + xml('r/(t"a",br{type=page})') * 10_000 + "</w:p>",
    "many namespaces": "".join(f'<w:p xmlns:n{n}="u{n}"/>' for n in range(5_000)),
    "many attributes": "<w:p " + " ".join(f'a{n}="x"' for n in range(20_000)) + "/>",
}  # fmt: skip


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_read_or_refused(name: str, templates: Templates) -> None:
    # Each takes well under a second; what is quadratic in one of them shows as a test that takes minutes.
    data = package(part("document", f"<w:body>{TRAPS[name]}</w:body>"))
    if name == "controls beyond all depth":
        with pytest.raises(Refusal):
            parse(data, templates)
    else:
        assert parse(data, templates).as_dict()


def test_styles_based_on_each_other_without_end_are_followed_only_so_far(templates: Templates) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/><w:rPr><w:b/></w:rPr></w:style>'
        for n in range(2_000)
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' for n in range(2_000))
    data = package(part("document", f"<w:body>{body}</w:body>"), styles=part("styles", styles))
    assert parse(data, templates).unread


NUMBERS = [
    "p/pPr/ind{left=X;hanging=X;firstLine=X}", "p/pPr/outlineLvl{val=X}", "p/pPr/numPr/(ilvl{val=X},numId{val=X})",
    'p/(pPr/tabs/tab{pos=X},r/(tab,t"a"))', 'p/r/(rPr/sz{val=X},t"a")', "p/pPr/sectPr/pgSz{w=X;h=X}", "sectPr/pgSz{w=X;h=X}",
    "tbl/tr/(trPr/(gridBefore{val=X},gridAfter{val=X}),tc/(tcPr/gridSpan{val=X},p))", "tbl/(tblPr/tblLook{val=X},tr/tc/p)",
    "p/r/sym{font=Symbol;char=X}", "p/r/footnoteReference{id=X}",
]  # fmt: skip
VALUES = ["", "0", "-1", "9" * 400, "-" + "9" * 400, "1e999", "nan", "inf", "0x10", "½", "١٢", "1.5", " 7 ", "true"]


@pytest.mark.parametrize("value", VALUES, ids=[value[:8] or "nothing" for value in VALUES])
def test_an_attribute_that_should_be_a_number_may_hold_anything(value: str, templates: Templates) -> None:
    numbering = (
        f"abstractNum{{abstractNumId={value}}}/lvl{{ilvl={value}}}/(start{{val={value}}},lvlText{{val=%1}},lvlRestart{{val={value}}}),"
        f"num{{numId={value}}}/(abstractNumId{{val={value}}},lvlOverride{{ilvl={value}}}/startOverride{{val={value}}})"
    )
    body = ",".join(source.replace("X", value) for source in NUMBERS)
    answer = parse(document(body, numbering=numbering), templates)
    assert answer.as_dict()


def test_looking_at_everything_never_fails(templates: Templates) -> None:
    for value in VALUES:
        found = read_document(document(",".join(source.replace("X", value) for source in NUMBERS)))
        for paragraph in paragraphs(found.body):
            assert paragraph.look
            assert "".join(run.text for run in paragraph.runs) == paragraph.text
