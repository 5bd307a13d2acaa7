"""Rows, columns and cells that people add to the tables which only place things: the letterhead and the signature.

The plan stays what it was; what was typed into them is unread, each text once; in the shipped templates and changed ones.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

import pytest

from schemas import dump, load, load_json
from service.docx.names import W
from service.mau import Template, Templates
from service.places import samples_folder
from service.reading import parse
from tests.plans import rich
from tests.test_edits import Plan, nothing
from tests.test_edits_more import two_signers
from tests.test_template_variants import Only
from tests.variants import shipped, variant
from tests.word import Word, after, element, text_of

ORDINARY = [path.stem for path in sorted(samples_folder().glob("*.json"))]
LETTERHEAD, SIGNATURE = "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Cầm Văn Đoàn"


def table(word: Word, text: str) -> Any:
    """The table that has a paragraph `text`."""
    return next(word.find(text).iterancestors(W + "tbl"))


def blank(cell: Any, text: str = "") -> Any:
    """A copy of a cell as Word makes it beside or below: its properties, one paragraph in the style of its first."""
    out = deepcopy(cell)
    first, *others = out.findall(W + "p")
    for node in others + [node for node in first if node.tag != W + "pPr"]:
        node.getparent().remove(node)
    if text:
        first.append(element("r", element("t", text=text), rsidR="00A14F3E"))
    return out


def new_row(like: Any, texts: tuple[str, ...]) -> Any:
    cells = [blank(cell, text) for cell, text in zip(like.findall(W + "tc"), (*texts, "", ""), strict=False)]
    properties = like.find(W + "trPr")
    return element("tr", *([deepcopy(properties)] if properties is not None else []), *cells)


def row(where: str, at: int, *texts: str) -> Callable[[Word], None]:
    """A row with `texts` before the row `at` of a table, or as its last (-1)."""

    def do(word: Word) -> None:
        rows = table(word, where).findall(W + "tr")
        if at < 0:
            after(rows[-1], new_row(rows[-1], texts))
        else:
            rows[at].addprevious(new_row(rows[at], texts))

    return do


def row_between(where: str, *texts: str) -> Callable[[Word], None]:
    def do(word: Word) -> None:
        first = table(word, where).find(W + "tr")
        after(first, new_row(first, texts))

    return do


def column(where: str, right: bool, text: str = "") -> Callable[[Word], None]:
    """A column at the edge of a table, `text` in its first cell."""

    def do(word: Word) -> None:
        found = table(word, where)
        found.find(W + "tblGrid").append(element("gridCol", w="1200"))
        for number, line in enumerate(found.findall(W + "tr")):
            edge = line.findall(W + "tc")[-1 if right else 0]
            new = blank(edge, "" if number else text)
            (edge.addnext if right else edge.addprevious)(new)

    return do


def split(where: str, cell: int) -> Callable[[Word], None]:
    """A cell of the first row split in two, as Word does: what stands in it goes left, the rows below span both."""

    def do(word: Word) -> None:
        first, *others = table(word, where).findall(W + "tr")
        old = first.findall(W + "tc")[cell]
        after(old, blank(old))
        for line in others:
            properties = line.findall(W + "tc")[cell].find(W + "tcPr")
            span = properties.find(W + "gridSpan")
            if span is None:
                properties.find(W + "tcW").addnext(span := element("gridSpan", val="1"))
            span.set(W + "val", str(int(span.get(W + "val")) + 1))

    return do


def row_removed(where: str, at: int) -> Callable[[Word], None]:
    def do(word: Word) -> None:
        found = table(word, where).findall(W + "tr")[at]
        found.getparent().remove(found)

    return do


class TableEdit(NamedTuple):
    name: str
    do: Callable[[Word], object]
    unread: tuple[str, ...] = ()
    means: Callable[[Plan], object] = nothing


ROWS = [
    TableEdit("a row below the signature", row(SIGNATURE, -1, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("one text in a row below the signature", row(SIGNATURE, -1, "Người lập biểu"), ("Người lập biểu",)),
    TableEdit("a blank row below the signature", row(SIGNATURE, -1)),
    TableEdit("a row above the signature", row(SIGNATURE, 0, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("a blank row above the signature", row(SIGNATURE, 0)),
    TableEdit("a row after the first of the signature", row_between(SIGNATURE, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("a blank column beside the signature", column(SIGNATURE, True)),
    TableEdit("the signer's cell split", split(SIGNATURE, -1)),
    TableEdit("a row below the letterhead", row(LETTERHEAD, -1, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("a telephone below the letterhead", row(LETTERHEAD, -1, "Điện thoại 0212 3852 999"), ("Điện thoại 0212 3852 999",)),
    TableEdit("a blank row below the letterhead", row(LETTERHEAD, -1)),
    TableEdit("a row above the letterhead", row(LETTERHEAD, 0, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("a blank row above the letterhead", row(LETTERHEAD, 0)),
    TableEdit("a row inside the letterhead", row_between(LETTERHEAD, "Mới không", "Mới một"), ("Mới không", "Mới một")),
    TableEdit("a blank row inside the letterhead", row_between(LETTERHEAD)),
    TableEdit("a column right of the letterhead", column(LETTERHEAD, True, "Mới cột"), ("Mới cột",)),
    TableEdit("a column left of the letterhead", column(LETTERHEAD, False, "Mới cột"), ("Mới cột",)),
    TableEdit("a blank column beside the letterhead", column(LETTERHEAD, True)),
    TableEdit("the issuer's cell split", split(LETTERHEAD, 0)),
    TableEdit("the motto's cell split", split(LETTERHEAD, -1)),
]  # fmt: skip
COLUMNS = [  # beside several signers a column is another signer
    TableEdit("a column right of the signature", column(SIGNATURE, True, "Mới cột"), ("Mới cột",)),
    TableEdit("a column left of the signature", column(SIGNATURE, False, "Mới cột"), ("Mới cột",)),
    TableEdit("the recipients' cell split", split(SIGNATURE, 0)),
]
REMOVED = [
    TableEdit("the row of the number and day removed", row_removed(LETTERHEAD, 1), (),
              lambda p: p.update(dict.fromkeys(("so", "ky_hieu", "dia_danh", "ngay_ban_hanh", "do_mat", "do_khan", "du_thao")))),
]  # fmt: skip

PLANS: dict[str, Plan] = {
    "one signer": rich(),
    "two signers": two_signers(),
    "nothing but a signer": {
        "co_quan_ban_hanh": LETTERHEAD,
        "chu_ky": [{"quyen_han": [], "chuc_vu": "GIÁM ĐỐC", "ho_ten": SIGNATURE}],
    },
}
TEMPLATES = ["kehoach", "kehoach-dang", "other styles", "recipients above the signature", "all at once"]
CASES = [(plan, edit) for plan in PLANS for edit in ROWS]
CASES += [(plan, edit) for plan in ("one signer", "nothing but a signer") for edit in COLUMNS]
CASES += [("one signer", edit) for edit in REMOVED]


@cache
def installed(name: str) -> Templates:
    data = shipped(name).save() if name.startswith("kehoach") else variant(name)
    return Only(Template(name if name.startswith("kehoach") else "mau", data))


@pytest.mark.parametrize(
    ("template", "plan", "edit"),
    [
        (template, plan, edit)
        for template in TEMPLATES
        for plan, edit in CASES
        if template != "all at once" or edit not in REMOVED  # there the number stands on a line of its own
    ],
    ids=lambda case: getattr(case, "name", case),
)
def test_what_is_added_to_a_table_that_places_things_is_unread_and_nothing_else(
    template: str, plan: str, edit: TableEdit
) -> None:
    form = "dang" if template.endswith("-dang") else "nd30"
    payload = load(PLANS[plan] | {"the_thuc": form})
    templates = installed(template)
    expected = dump(payload)
    word = Word(next(iter(templates)).render(payload))
    edit.do(word)
    edit.means(expected)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(expected))
    assert sorted(p.text for p in answer.unread) == sorted(set(edit.unread) & {text_of(p) for p in word.paragraphs()})
    assert answer.kind == "template"
    assert not answer.notes


@pytest.mark.parametrize("which", [0, -1], ids=["letterhead", "signature"])
@pytest.mark.parametrize("sample", ORDINARY)
def test_a_letterhead_or_signature_whose_formatting_was_cleared_is_still_one(
    templates: Templates, sample: str, which: int
) -> None:
    plan = load_json((samples_folder() / f"{sample}.json").read_bytes())
    word = Word(templates.for_plan(plan).render(plan))
    for paragraph in [t for t in word.body.iter(W + "tbl") if sample_table(t)][which].iter(W + "p"):
        word.restyle(paragraph)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(plan)
    assert not answer.unread
    assert {note.message.code for note in answer.notes} <= {"paragraph_restyled"}


def test_the_heading_row_repeated_by_hand_is_no_task(templates: Templates) -> None:
    plan = load(rich())
    word = Word(templates.for_plan(plan).render(plan))
    row = word.row("Tổng kết hội thi")
    row.addprevious(deepcopy(row.getparent().find(W + "tr")))
    answer = parse(word.save(), templates)
    assert answer.plan == dump(plan)
    assert not answer.unread


def test_a_number_below_the_issuer_of_a_pasted_letterhead_is_no_part_of_its_name(templates: Templates) -> None:
    plan = load(rich())
    word = Word(templates.for_plan(plan).render(plan))
    for paragraph in list(table(word, LETTERHEAD).iter(W + "p")):
        word.restyle(paragraph)
    after(word.find(LETTERHEAD), word.typed("Số: 15/KH-SGDĐT"))
    answer = parse(word.save(), templates)
    assert answer.plan["co_quan_ban_hanh"] == LETTERHEAD
    assert "Số: 15/KH-SGDĐT" in [p.text for p in answer.unread] or answer.plan["so"] == "15"


def sample_table(table: Any) -> bool:
    """Whether a table only places things: the letterhead, and what holds recipients and signers."""
    return any(sign in text_of(table) for sign in ("VIỆT NAM", "Nơi nhận"))
