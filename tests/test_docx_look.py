"""What text looks like: style chains, defaults, toggles, themes, tables; each row is markup, the look, and why."""

from __future__ import annotations

import pytest

from service.docx.blocks import Look, Paragraph, TextRun, paragraphs
from service.docx.reading import read_document
from tests.cxml import DECLARED, document, package, part, xml

STYLES = (
    "docDefaults/(rPrDefault/rPr/(sz{val=26},rFonts{asciiTheme=minorHAnsi;ascii=Arial}),pPrDefault/pPr/ind{left=10}),"
    "style{type=paragraph;default=1;styleId=N}/(name{val=Normal},pPr/jc{val=both}),"
    "style{type=paragraph;styleId=B}/(name{val=Bold},basedOn{val=N},rPr/(b,sz{val=28})),"
    "style{type=paragraph;styleId=C}/(name{val=Child},basedOn{val=B},rPr/i,pPr/(ind{left=100;hanging=50},outlineLvl{val=0})),"
    "style{type=paragraph;styleId=P}/(name{val=Plain},basedOn{val=B},rPr/b{val=0}),"
    "style{type=paragraph;styleId=V}/(name{val=Vanish},rPr/vanish),"
    "style{type=paragraph;styleId=L1}/(name{val=Loop},basedOn{val=L2},rPr/b),"
    "style{type=paragraph;styleId=L2}/(basedOn{val=L1},rPr/i),"
    "style{type=character;styleId=S}/(name{val=Strong},rPr/b),"
    "style{type=character;styleId=SS}/(name{val=Stronger},basedOn{val=S},rPr/i),"
    "style{type=character;styleId=SV}/(name{val=Hidden},rPr/vanish),"
    "style{type=table;styleId=T}/(name{val=Lưới},rPr/i,tblStylePr{type=firstRow}/rPr/b,tblStylePr{type=lastCol}/rPr/caps),"
    "style{type=table;styleId=G}/(name{val=Table Grid},pPr/spacing{line=240})"
)


def look(body: str) -> Look:
    return next(paragraphs(read_document(document(body, styles=STYLES)).body)).look


def run(body: str) -> TextRun:
    return next(paragraphs(read_document(document(body, styles=STYLES)).body)).runs[0]


def styled(style: str, inner: str = 'r/t"x"', more: str = "") -> str:
    return f"p/(pPr/(pStyle{{val={style}}}{',' + more if more else ''}),{inner})"


LOOKS = [
    ('p/r/t"x"', {"align": "both", "size": 13.0, "left": 10, "bold": False}, "the default style over the defaults"),
    (styled("B"), {"bold": True, "size": 14.0, "align": "both"}, "a style over the one it is based on"),
    (styled("C"), {"bold": True, "italic": True, "left": 100, "first_line": -50, "outline": 0}, "three deep"),
    (styled("P"), {"bold": False, "size": 14.0}, "a style that takes bold away again"),
    (styled("unknown"), {"align": "both", "size": 13.0}, "an unknown style is the default one"),
    (styled("L1"), {"bold": True, "italic": True}, "styles based on each other in a ring"),
    (styled("B", more="jc{val=start}"), {"align": "left", "bold": True}, "what the paragraph itself says"),
    (styled("B", more="jc{val=end}"), {"align": "right"}, "the end is right"),
    (styled("B", more="ind{start=5;firstLine=7}"), {"left": 5, "first_line": 7}, "indents by their later names"),
    (styled("B", more="outlineLvl{val=9}"), {"outline": None}, "level 9 is body text"),
    (styled("B", more="pBdr/top"), {"bordered": True}, "a box around the paragraph"),
    (styled("B", 'r/(rPr/b{val=0},t"dài hơn"),r/t"x"'), {"bold": False}, "as most of its letters are"),
    ('p/r/(rPr/smallCaps,t"x")', {"caps": True}, "small capitals are capitals"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), LOOKS, ids=[why for *_, why in LOOKS])
def test_a_paragraph_looks_as_word_shows_it(body: str, expected: dict[str, object], why: str) -> None:
    found = look(body)
    assert {name: getattr(found, name) for name in expected} == expected


RUNS = [
    ('p/r/(rPr/rStyle{val=S},t"x")', {"bold": True}, "a character style"),
    ('p/r/(rPr/rStyle{val=SS},t"x")', {"bold": True, "italic": True}, "based on another"),
    (styled("B", 'r/(rPr/rStyle{val=S},t"x")'), {"bold": False}, "bold on bold is plain (§17.7.3)"),
    (styled("B", 'r/(rPr/rStyle{val=SS},t"x")'), {"bold": False, "italic": True}, "counted once for a chain of styles"),
    (styled("B", 'r/(rPr/(rStyle{val=S},b),t"x")'), {"bold": True}, "what the run itself says is not switched"),
    (styled("B", 'r/(rPr/b{val=off},t"x")'), {"bold": False}, "off in every spelling"),
    ('p/r/(rPr/vertAlign{val=superscript},t"x")', {"raised": "up"}, "raised"),
    ('p/r/(rPr/u{val=none},t"x")', {"underline": False}, "no line under it"),
    ('p/r/(rPr/u{val=wave},t"x")', {"underline": True}, "some line under it"),
    ('p/r/(rPr/rFonts{ascii=.VnTime},t"x")', {"font": ".VnTime"}, "a font"),
    ('p/r/t"x"', {"font": "Arial"}, "a font of a theme that is not there: the one beside it"),
    ('p/r/(rPr/sz{val=31},t"x")', {"size": 15.5}, "half points"),
    ('p/r/(rPr/sz{val=1e999},t"x")', {"size": 10.0}, "a size that is no number"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), RUNS, ids=[why for *_, why in RUNS])
def test_a_run_looks_as_word_shows_it(body: str, expected: dict[str, object], why: str) -> None:
    found = run(body)
    assert {name: getattr(found, name) for name in expected} == expected


HIDDEN = [
    (styled("V"), "", "a style that hides"),
    (styled("V", 'r/(rPr/vanish{val=0},t"x")'), "x", "unless the run says otherwise"),
    ('p/(r/(rPr/rStyle{val=SV},t"x"),r/t"y")', "y", "a character style that hides"),
    (styled("V", 'r/(rPr/rStyle{val=SV},t"x"),r/t"y"'), "x", "what both hide is shown (§17.7.3)"),
]


@pytest.mark.parametrize(("body", "expected", "why"), HIDDEN, ids=[why for *_, why in HIDDEN])
def test_text_hidden_by_a_style_is_not_seen(body: str, expected: str, why: str) -> None:
    assert next(paragraphs(read_document(document(body, styles=STYLES)).body)).text == expected


def cells(look_: str, style: str = "T") -> list[Look]:
    row = 'tr/(tc/p/r/t"a",tc/p/r/t"b")'
    body = f"tbl/(tblPr/(tblStyle{{val={style}}},{look_}),{row},{row})"
    return [p.look for p in paragraphs(read_document(document(body, styles=STYLES)).body)]


def test_a_table_style_shows_in_its_cells_where_the_table_asks_for_it() -> None:
    found = cells("tblLook{firstRow=1;lastColumn=0}")
    assert [look.bold for look in found] == [True, True, False, False]
    assert [look.caps for look in found] == [False] * 4
    assert all(look.italic for look in found)
    assert [look.caps for look in cells("tblLook{val=0100}")] == [False, True, False, True]
    assert not any(look.bold for look in cells("tblLook{val=zz}"))
    assert not any(look.italic for look in cells("tblLook{firstRow=1}", "G"))


def test_the_fonts_of_the_theme_are_resolved() -> None:
    theme = (
        f'<a:theme {DECLARED}><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    )
    theme += '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    body = 'p/(r/t"a",r/(rPr/rFonts{asciiTheme=majorHAnsi},t"b"))'
    data = package(
        part("document", f"<w:body>{xml(body)}</w:body>"), styles=part("styles", xml(STYLES)), theme=theme.encode()
    )
    (found,) = read_document(data).body
    assert isinstance(found, Paragraph)
    assert [r.font for r in found.runs] == ["Calibri", "Cambria"]
