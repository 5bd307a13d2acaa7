"""What a person sees in a document: each row is a piece of markup, the text it shows, and why."""

from __future__ import annotations

from typing import Any

import pytest

from schemas import load
from service.docx.blocks import Document, Paragraph, Table, paragraphs
from service.docx.package import open_package
from service.docx.reading import read_document
from service.docx.writing import Frame
from service.mau import Templates
from service.reading import parse
from tests.cxml import DECLARED, NAMESPACES, document, package, part, xml


def read(body: str, **parts: str) -> Document:
    return read_document(document(body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    return [p.text for p in paragraphs(read(body, **parts).body)]


FIELD = 'r/fldChar{fldCharType=begin},r/instrText" DATE ",r/fldChar{fldCharType=separate},r/t"nay",r/fldChar{fldCharType=end}'
BOX = 'mc:AlternateContent/(mc:Choice{Requires=wps}/drawing/wp:anchor/a:graphic/wps:txbx/txbxContent/p/r/t"hộp",mc:Fallback/pict/v:shape/v:textbox/txbxContent/p/r/t"hộp")'

SEEN = [
    ('p/(r/t"a",r/t"b")', ["ab"], "runs of one paragraph are one text"),
    ('p/r/(t"a",tab,t"b")', ["a\tb"], "a tab"),
    ('p/r/(t"a",br,t"b",cr,t"c")', ["a\nb\nc"], "line breaks"),
    ('p/r/(t"a",br{type=textWrapping},t"b")', ["a\nb"], "a line break that says so"),
    ('p/r/(t"a",br{type=page},t"b")', ["a\nb"], "words on two pages are not one word"),
    ('p/r/(t"a",br{type=column},t"b")', ["a\nb"], "nor in two columns"),
    ('p/(r/br{type=page},r/t"a")', ["a"], "a page break before the text is none of its letters"),
    ('p/(r/t"a",r/br{type=page})', ["a"], "nor after it"),
    ("p/r/br{type=page}", [""], "a paragraph of a page break alone is empty"),
    ('p/r/(t"a",lastRenderedPageBreak,t"b")', ["ab"], "where a page happened to end is no break"),
    ('p/r/(t"1",noBreakHyphen,t"2")', ["1-2"], "a hyphen that keeps its line"),
    ('p/r/(t"kế",softHyphen,t"hoạch")', ["kế\u00adhoạch"], "a soft hyphen stays what it is"),
    ('p/r/(sym{font=Wingdings;char=F0FC},t"x")', ["✓x"], "a sign of Wingdings"),
    ('p/r/(sym{font=Symbol;char=F0B7},t"x")', ["•x"], "a bullet of Symbol"),
    ('p/r/(sym{font=Symbol;char=F061},t"x")', ["αx"], "a Greek letter of Symbol"),
    ('p/r/(sym{font=Symbol;char=XYZ},t"x")', ["x"], "a sign without a code is none"),
    ('p/r/(sym{font=Arial;char=D800},t"x")', ["x"], "half a letter is none"),
    ('p/r/(rPr/rFonts{ascii=Symbol},t"\uf0b7")', ["•"], "a typed letter in Symbol"),
    ('p/hyperlink/r/t"liên kết"', ["liên kết"], "a link by its text"),
    ('p/smartTag/smartTag/r/t"Hà Nội"', ["Hà Nội"], "smart tags, nested"),
    ('p/(customXml/r/t"a",dir/r/t"b",bdo/r/t"c")', ["abc"], "wrappers of a run"),
    ('p/fldSimple{instr=DATE}/r/t"01/02"', ["01/02"], "a simple field by its result"),
    (f"p/({FIELD})", ["nay"], "a complex field by its result, not its code"),
    (
        f'p/(r/fldChar{{fldCharType=begin}},r/instrText"IF",{FIELD},r/fldChar{{fldCharType=separate}},r/t"x",r/fldChar{{fldCharType=end}})',
        ["x"],
        "a field inside the code of another shows nothing",
    ),
    (
        'p/(r/fldChar{fldCharType=begin},r/instrText"TOC",r/fldChar{fldCharType=separate},r/t"a"),p/(r/t"b",r/fldChar{fldCharType=end},r/t"c")',
        ["a", "bc"],
        "a field over two paragraphs",
    ),
    ('p/(r/fldChar{fldCharType=begin},r/instrText"X",r/fldChar{fldCharType=end},r/t"a")', ["a"], "a field without a result"),
    ('p/(r/fldChar{fldCharType=begin},r/t"a"),p/r/t"b"', ["a", "b"], "a field that nothing ends swallows nothing"),
    ('p/(r/t"a",ins/r/t"b",del/r/delText"c",moveFrom/r/t"d",moveTo/r/t"e")', ["abe"], "changes as accepted"),
    ('p/(pPr/rPr/del,r/t"a"),p/r/t"b"', ["ab"], "a deleted paragraph mark joins two paragraphs"),
    ('p/(pPr/rPr/del,r/t"a")', ["a"], "and loses nothing where nothing follows"),
    ('tbl/(tr/tc/p/(pPr/rPr/del,r/t"a"),tr/tc/p/r/t"b")', ["a", "b"], "nor where the cell ends"),
    ('tbl/(tr/(trPr/del,tc/p/r/t"a"),tr/(trPr/ins,tc/p/r/t"b"))', ["b"], "a deleted row, an inserted row"),
    ('tbl/tr/(tc/(tcPr/cellDel,p/r/t"a"),tc/p/r/t"b")', ["b"], "a deleted cell"),
    ('p/(r/(rPr/vanish,t"ẩn"),r/t"rõ")', ["rõ"], "hidden text"),
    ('p/(r/(rPr/vanish{val=0},t"a"),r/t"b")', ["ab"], "text that says it is not hidden"),
    ('tbl/(tr/(trPr/hidden,tc/p/r/t"a"),tr/tc/p/r/t"b")', ["b"], "a hidden row"),
    ('sdt/sdtContent/p/r/t"a"', ["a"], "a content control around a paragraph"),
    ('p/sdt/sdtContent/r/t"a"', ["a"], "inside one"),
    ('tbl/sdt/sdtContent/tr/tc/p/r/t"a"', ["a"], "around a row"),
    ('tbl/tr/sdt/sdtContent/tc/p/r/t"a"', ["a"], "around a cell"),
    ('sdt/sdtContent/sdt/sdtContent/tbl/tr/tc/sdt/sdtContent/p/sdt/sdtContent/r/t"a"', ["a"], "and at every level at once"),
    ('customXml/p/r/t"a"', ["a"], "custom XML around a paragraph"),
    ('p/r/(t"a",footnoteReference{id=2},t"b")', ["ab"], "the mark of a note is not in the text"),
    ('p/r/ruby/(rt/r/t"yī",rubyBase/r/t"一")', ["一(yī)"], "a ruby with its reading"),
    ('p/(r/t"x = ",m:oMath/m:f/(m:num/m:r/m:t"1",m:den/m:r/m:t"2"))', ["x = 12"], "the signs of an equation"),
    ('m:oMathPara/m:oMath/m:r/m:t"E"', ["E"], "an equation of its own"),
    ('p/(r/(t"a",mc:AlternateContent/(mc:Choice{Requires=wps}/t"b",mc:Fallback/t"c")))', ["ab"], "the new form of two"),
    ('mc:AlternateContent/(mc:Choice{Requires=wps}/p/r/t"a",mc:Fallback/p/r/t"b")', ["a"], "also of blocks"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), SEEN, ids=[why for *_, why in SEEN])
def test_the_text_is_what_a_person_sees(body: str, expected: list[str], why: str) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(("body", "expected", "why"), SEEN, ids=[why for *_, why in SEEN])
def test_the_runs_of_a_paragraph_are_its_text(body: str, expected: list[str], why: str) -> None:
    for paragraph in paragraphs(read(body).body):
        assert "".join(run.text for run in paragraph.runs) == paragraph.text


BOXES = [
    (f"p/(r/t\"a\",r/{BOX})", [["hộp"]], "a box in both its forms is one box"),
    ('p/r/pict/v:shape/v:textbox/txbxContent/p/r/t"cũ"', [["cũ"]], "a box of old"),
    ('p/r/drawing/wp:anchor/wps:txbx/txbxContent/(p/r/t"1",p/r/t"2")', [["1", "2"]], "a box of two paragraphs"),
    ('p/r/pict/v:shape/v:textpath{string=DỰ THẢO}', [["DỰ THẢO"]], "the words of a WordArt"),
    ('p/r/(pict/v:shape/v:textbox/txbxContent/p/r/t"1",pict/v:shape/v:textbox/txbxContent/p/r/t"2")', [["1"], ["2"]], "two boxes"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), BOXES, ids=[why for *_, why in BOXES])
def test_text_boxes_are_read_once_and_stand_apart(body: str, expected: list[list[str]], why: str) -> None:
    (paragraph,) = read(body).body
    assert isinstance(paragraph, Paragraph)
    assert [[p.text for p in paragraphs(box)] for box in paragraph.boxes] == expected
    assert "hộp" not in paragraph.text


def test_a_box_inside_a_box_is_anchored_in_it() -> None:
    (paragraph,) = read(
        'p/r/drawing/wp:anchor/wps:txbx/txbxContent/p/(r/t"ngoài",r/drawing/wp:anchor/wps:txbx/txbxContent/p/r/t"trong")'
    ).body
    assert isinstance(paragraph, Paragraph)
    (outer,) = paragraphs(paragraph.boxes[0])
    assert outer.text == "ngoài"
    assert [p.text for p in paragraphs(outer.boxes[0])] == ["trong"]


def test_notes_headers_and_footers_stand_apart_from_the_body() -> None:
    found = read(
        'p/r/t"thân"',
        footnotes='footnote{type=separator;id=0}/p/r/separator,footnote{id=2}/p/(r/footnoteRef,r/t"chú thích")',
        endnotes='endnote{id=2}/p/r/t"cuối"',
        header='p/r/t"đầu trang"',
        footer='p/r/t"chân trang"',
    )
    assert [p.text for p in paragraphs(found.body)] == ["thân"]
    assert [p.text for p in paragraphs(found.footnotes)] == ["chú thích", "cuối"]
    assert [p.text for p in paragraphs(found.headers)] == ["đầu trang"]
    assert [p.text for p in paragraphs(found.footers)] == ["chân trang"]


def test_a_document_in_the_strict_form_reads_like_any_other() -> None:
    usual = part("document", f"<w:body>{xml('p/(pPr/jc{val=end},r/t' + chr(34) + 'chữ' + chr(34) + ')')}</w:body>")
    strict = usual.replace(NAMESPACES["w"].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    one, other = read_document(package(usual)).body[0], read_document(package(strict)).body[0]
    assert isinstance(one, Paragraph)
    assert isinstance(other, Paragraph)
    assert (one.text, one.look) == (other.text, other.look)
    assert other.look.align == "right"


def codes(body: str) -> list[str]:
    return [note.message.code for note in read(body).notes]


NOTED: list[tuple[str, list[str]]] = [
    ('p/ins/r/t"a"', ["tracked_changes"]),
    ("tbl/tr/(trPr/del,tc/p)", ["tracked_changes"]),
    ('p/r/(rPr/vanish,t"a")', ["hidden_text"]),
    ("p/r/drawing/wp:inline/a:graphic/a:blip", ["picture"]),
    ("p/r/object/v:OLEObject", ["embedded_content"]),
    ("altChunk", ["embedded_content"]),
    ('p/r/t"a"', []),
]


@pytest.mark.parametrize(("body", "expected"), NOTED)
def test_what_is_left_out_is_said_in_a_warning(body: str, expected: list[str]) -> None:
    assert codes(body) == expected


def grid(body: str) -> list[list[tuple[Any, ...]]]:
    (table,) = read(body).body
    assert isinstance(table, Table)
    return [[(c.text, c.column, c.columns, c.merge) for c in row.cells] for row in table.rows]


TABLES = [
    ('tbl/tr/(tc/p/r/t"a",tc/p)', [[("a", 0, 1, None), ("", 1, 1, None)]], "an empty cell is a cell"),
    ('tbl/tr/(tc/(tcPr/gridSpan{val=2},p/r/t"a"),tc/p/r/t"b")', [[("a", 0, 2, None), ("b", 2, 1, None)]], "a wide cell"),
    (
        'tbl/(tr/tc/(tcPr/vMerge{val=restart},p/r/t"a"),tr/tc/(tcPr/vMerge,p),tr/tc/p)',
        [[("a", 0, 1, "start")], [("", 0, 1, "continue")], [("", 0, 1, None)]],
        "value, inherited and empty are three things",
    ),
    ('tbl/tr/tc/(tcPr/vMerge,p/r/t"a")', [[("a", 0, 1, "start")]], "a cell that continues nothing is its own"),
    ('tbl/tr/(trPr/gridBefore{val=2},tc/p/r/t"a")', [[("a", 2, 1, None)]], "a row that begins further right"),
    (
        'tbl/tr/(tc/(tcPr/hMerge{val=restart},p/r/t"a"),tc/(tcPr/hMerge,p))',
        [[("a", 0, 2, None)]],
        "cells merged as Word 97 did",
    ),
    ('tbl/tr/tc/(tcPr/gridSpan{val=999999999999},p/r/t"a")', [[("a", 0, 1000, None)]], "a span beyond all measure is cut"),
    ('tbl/tr/tc/(tcPr/gridSpan{val=-3},p/r/t"a")', [[("a", 0, 1, None)]], "a span below one is one"),
    ('tbl/tr/tc/(tcPr/gridSpan{val=many},p/r/t"a")', [[("a", 0, 1, None)]], "a span that is no number is one"),
    ("tbl/tr", [[]], "a row without cells"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), TABLES, ids=[why for *_, why in TABLES])
def test_cells_stand_at_their_place_in_the_grid(body: str, expected: list[Any], why: str) -> None:
    assert grid(body) == expected


def test_a_table_is_as_wide_as_its_widest_row_and_what_follows_it() -> None:
    (table,) = read("tbl/(tr/(trPr/(gridBefore{val=1},gridAfter{val=2}),tc/p),tr/(tc/p,tc/p))").body
    assert isinstance(table, Table)
    assert table.columns == 4


def test_a_watermark_on_an_untouched_document_is_unread(templates: Templates, model: dict[str, Any]) -> None:
    plan = load(model)
    opened = open_package(templates.for_plan(plan).render(plan))
    parts = {name: opened.part(name) for name in opened.names}
    mark = xml("p/r/pict/v:shape/v:textpath{string=BẢN SAO}").replace("<w:p>", f"<w:p {DECLARED}>", 1)
    header = parts["word/header1.xml"]
    end = header.rindex(b"</w:hdr>")
    parts["word/header1.xml"] = header[:end] + mark.encode() + header[end:]
    answer = parse(Frame.of_parts(parts), templates)
    assert [p.text for p in answer.unread] == ["BẢN SAO"]
    assert answer.plan == model | answer.plan


def test_boxes_inside_boxes_are_unread_where_nothing_else_says_them(templates: Templates) -> None:
    answer = parse(
        document(
            'p/r/drawing/wp:anchor/wps:txbx/txbxContent/p/(r/t"ngoài",r/drawing/wp:anchor/wps:txbx/txbxContent/p/r/t"trong")'
        ),
        templates,
    )
    assert [p.text for p in answer.unread] == ["ngoài", "trong"]
