"""Automatic numbers as Word prints them: lists in the small language, the labels they give, and why."""

from __future__ import annotations

import pytest

from service.docx.blocks import Paragraph, paragraphs
from service.docx.number_formats import formatted
from service.docx.reading import read_document
from tests.cxml import document


def level(at: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return f"lvl{{ilvl={at}}}/(start{{val=1}},numFmt{{val={kind}}},lvlText{{val={text}}}{',' + more if more else ''})"


def lists(*levels: str, nums: str = "num{numId=1}/abstractNumId{val=0}", more: str = "") -> str:
    return f"abstractNum{{abstractNumId=0}}/({','.join(levels)}),{more + ',' if more else ''}{nums}"


def item(at: int, number: int = 1, text: str = "x") -> str:
    return f'p/(pPr/numPr/(ilvl{{val={at}}},numId{{val={number}}}),r/t"{text}")'


def labels(body: str, numbering: str, styles: str = "style{styleId=N}") -> list[str | None]:
    return [p.label for p in paragraphs(read_document(document(body, numbering=numbering, styles=styles)).body)]


THREE = lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="pPr"), level(2, "%3)", "lowerLetter"))
TWO_NUMS = "num{numId=1}/abstractNumId{val=0},num{numId=2}/abstractNumId{val=0}"
OVERRIDE = (
    "num{numId=1}/abstractNumId{val=0},num{numId=2}/(abstractNumId{val=0},lvlOverride{ilvl=0}/startOverride{val=5})"
)

CASES = [
    ((0, 0, 0), THREE, ["I.", "II.", "III."], "one after the other"),
    ((0, 2, 2, 0, 2), THREE, ["I.", "a)", "b)", "II.", "a)"], "a level begins again below the next heading"),
    ((1, 1, 0), THREE, ["I.1.", "I.2.", "II."], "a level used first makes those above it begin: Word counts them"),
    ((0, 1, 2, 1), THREE, ["I.", "I.1.", "a)", "I.2."], "going up goes on counting"),
    (
        (0, 1),
        lists(level(0, "Phần %1", "upperRoman"), level(1, "%1.%2", more="isLgl")),
        ["Phần I", "1.1"],
        "legal numbering: inherited numbers in digits",
    ),
    (
        (0, 1),
        lists(level(0, "%1", "upperRoman"), level(1, "%1.%2", "decimalZero", "isLgl")),
        ["I", "1.01"],
        "while the level keeps its own format",
    ),
    (
        (0, 1, 0, 1),
        lists(level(0, "%1."), level(1, "%2)", more="lvlRestart{val=0}")),
        ["1.", "1)", "2.", "2)"],
        "a level that never begins again",
    ),
    (
        (0, 1, 2, 1, 2),
        lists(level(0, "%1."), level(1, "%2."), level(2, "%3)", more="lvlRestart{val=1}")),
        ["1.", "1.", "1)", "2.", "2)"],
        "a level that begins again only below the first",
    ),
    ((0, 0), lists(level(0, "", "bullet")), [None, None], "a bullet without a sign is none"),
    ((0,), lists(level(0, "-", "bullet")), ["-"], "a dash"),
    ((0,), lists(level(0, "\uf0b7", "bullet", "rPr/rFonts{ascii=Symbol}")), ["•"], "Word's own bullet"),
    ((0,), lists(level(0, "·", "bullet", "rPr/rFonts{ascii=Symbol}")), ["•"], "the same by another code"),
    ((0,), lists(level(0, "\uf0fc", "bullet", "rPr/rFonts{ascii=Wingdings}")), ["✓"], "a tick of Wingdings"),
    ((0,), lists(level(0, "o", "bullet", "rPr/rFonts{ascii=Courier New}")), ["o"], "the letter o"),
    ((0,), lists(level(0, "", "bullet", "lvlPicBulletId{val=0}")), ["•"], "a picture"),
    ((0,), lists(level(0, "", "none")), [None], "a level that prints nothing"),
    ((0,), lists(level(0, "Điều %1.")), ["Điều 1."], "words around the number"),
    ((0,), lists(level(0, "%1%2%9.")), ["1."], "levels that are not there print nothing"),
    ((5,), THREE, [None], "a level the list does not have"),
    (
        (0,),
        "abstractNum{abstractNumId=0}/numStyleLink{val=S},abstractNum{abstractNumId=1}/(styleLink{val=S},"
        + level(0, "%1)")
        + "),num{numId=1}/abstractNumId{val=0}",
        ["1)"],
        "a list that is defined by a style of lists",
    ),
    (
        (0,),
        "abstractNum{abstractNumId=0}/numStyleLink{val=S},num{numId=1}/abstractNumId{val=0}",
        [None],
        "whose definition is missing",
    ),
    ((0,), "num{numId=1}/abstractNumId{val=7}", [None], "a list of nothing"),
    (
        (0,),
        lists('lvl{ilvl=0}/(start{val=3},mc:AlternateContent/(mc:Choice{Requires=w14}/numFmt{val=custom;format=001},mc:Fallback/numFmt{val=decimalZero}),lvlText{val=%1})'),
        ["03"],
        "a format of later days by its fallback",
    ),
    ((0,), lists('lvl{ilvl=0}/(start{val=99999999999999999999},lvlText{val=%1})'), ["32767"], "a start beyond all measure"),
    ((0,), lists('lvl{ilvl=0}/(start{val=x},lvlText{val=%1})'), ["1"], "a start that is no number"),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "numbering", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_labels_are_those_of_word(
    levels: tuple[int, ...], numbering: str, expected: list[str | None], why: str
) -> None:
    assert labels(",".join(item(at) for at in levels), numbering) == expected


def test_two_lists_of_one_definition_count_on() -> None:
    numbering = lists(level(0, "%1."), nums=TWO_NUMS)
    assert labels(f"{item(0, 1)},{item(0, 2)},{item(0, 1)}", numbering) == ["1.", "2.", "3."]


def test_a_start_of_its_own_counts_where_its_list_first_appears_and_only_there() -> None:
    numbering = lists(level(0, "%1."), nums=OVERRIDE)
    assert labels(f"{item(0, 1)},{item(0, 2)},{item(0, 2)},{item(0, 1)}", numbering) == ["1.", "5.", "6.", "7."]


def test_a_level_of_its_own_replaces_that_of_the_definition() -> None:
    nums = f"num{{numId=1}}/(abstractNumId{{val=0}},lvlOverride{{ilvl=0}}/{level(0, '(%1)')})"
    assert labels(item(0), lists(level(0, "%1."), nums=nums)) == ["(1)"]


def test_list_zero_takes_the_number_away() -> None:
    styles = "style{styleId=H;type=paragraph}/(name{val=heading 1},pPr/numPr/numId{val=1})"
    body = 'p/(pPr/pStyle{val=H},r/t"a"),p/(pPr/(pStyle{val=H},numPr/numId{val=0}),r/t"b"),p/(pPr/pStyle{val=H},r/t"c")'
    assert labels(body, lists(level(0, "%1.")), styles) == ["1.", None, "2."]


def test_a_style_gives_the_number_and_the_list_the_level_linked_to_it() -> None:
    styles = (
        "style{styleId=H1;type=paragraph}/pPr/numPr/numId{val=1},"
        "style{styleId=H2;type=paragraph}/pPr/numPr/(ilvl{val=1},numId{val=1}),"
        "style{styleId=H3;type=paragraph}/(basedOn{val=H1},pPr/jc{val=left})"
    )
    numbering = lists(level(0, "%1.", more="pStyle{val=H1}"), level(1, "%1.%2.", more="pStyle{val=H2}"))
    body = ",".join(f'p/(pPr/pStyle{{val={key}}},r/t"x")' for key in ("H1", "H2", "H2", "H3", "H2"))
    assert labels(body, numbering, styles) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_an_empty_paragraph_counts_but_labels_nothing() -> None:
    assert labels(f"{item(0, text='')},{item(0)}", lists(level(0, "%1."))) == [None, "2."]


def test_the_list_of_a_text_box_counts_on_its_own() -> None:
    box = f"p/r/pict/v:shape/v:textbox/txbxContent/({item(0)},{item(0)})"
    found = read_document(document(f"{item(0)},{box},{item(0)}", numbering=lists(level(0, "%1."))))
    assert [p.label for p in paragraphs(found.body)] == ["1.", None, "2."]
    (anchor,) = (p for p in found.body if isinstance(p, Paragraph) and p.boxes)
    assert [p.label for p in paragraphs(anchor.boxes[0])] == ["1.", "2."]


def test_a_label_gives_its_paragraph_the_indent_of_its_level() -> None:
    numbering = lists(level(0, "%1.", more="pPr/ind{left=720;hanging=360}"))
    direct = item(0)
    moved = 'p/(pPr/(numPr/(ilvl{val=0},numId{val=1}),ind{left=100}),r/t"x")'
    found = [p.look for p in paragraphs(read_document(document(f"{direct},{moved}", numbering=numbering)).body)]
    assert [(look.left, look.first_line) for look in found] == [(720, -360), (100, -360)]


FORMATS = [
    (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (0, "upperRoman", ""), (26, "lowerLetter", "z"),
    (27, "lowerLetter", "aa"), (53, "upperLetter", "AAA"), (0, "lowerLetter", ""), (7, "decimalZero", "07"),
    (12, "decimalZero", "12"), (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "21"), (5, "none", ""),
    (5, "numberInDash", "- 5 -"), (4, "unheard", "4"), (1, "vietnameseCounting", "một"), (15, "vietnameseCounting", "mười lăm"),
    (21, "vietnameseCounting", "hai mươi mốt"), (10**9, "lowerRoman", "m" * 32 + "dcclxvii"), (-3, "decimal", "-3"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "kind", "expected"), FORMATS)
def test_numbers_in_the_formats_of_word(number: int, kind: str, expected: str) -> None:
    assert formatted(number, kind) == expected
