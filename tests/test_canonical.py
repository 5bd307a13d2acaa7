"""What no plan may hold is taken out of what was read, and only that."""

from __future__ import annotations

import copy
import io
from typing import Any

import docx
import pytest

from schemas import dump, load
from service.canonical import canonical
from service.mau import Templates
from service.notes import Note
from service.reading import parse


@pytest.mark.parametrize(
    "broken",
    [
        {"phu_luc": [{"ten": None, "noi_dung": []}]},
        {"phu_luc": [{"noi_dung": []}]},
        {"noi_dung": [{"loai": "doan"}]},
        {"noi_dung": [{"loai": "muc", "tieu_de": None, "noi_dung": [{"loai": "doan", "van_ban": ""}]}]},
        {"chu_ky": [{}]},
        {"so": "x/y"},
    ],
)
def test_a_value_that_is_wanted_and_missing_takes_its_own_thing_away_not_the_plan(broken: dict[str, Any]) -> None:
    notes: list[Note] = []
    plan, _, _ = canonical({"co_quan_ban_hanh": "UBND XÃ A", "trich_yeu": "Việc B"} | copy.deepcopy(broken), notes)
    assert (plan["co_quan_ban_hanh"], plan["trich_yeu"]) == ("UBND XÃ A", "Việc B")
    assert 1 <= len(notes) <= 4
    assert dump(load(plan)) == plan


def test_a_row_added_to_the_signature_leaves_head_and_body_as_they_were(
    sample: dict[str, Any], templates: Templates
) -> None:
    plan = load(sample | {"phu_luc": []})
    document = docx.Document(io.BytesIO(templates.for_plan(plan).render(plan)))
    table = document.tables[-1]
    table._tbl.append(copy.deepcopy(table.rows[-1]._tr))
    for number, cell in enumerate(table.rows[-1].cells):
        cell.text = f"Mới{number}"
    added = {cell.text for cell in table.rows[-1].cells}  # one cell may be as wide as the row
    out = io.BytesIO()
    document.save(out)
    answer = parse(out.getvalue(), templates)
    expected = dump(plan)
    tail = ("noi_nhan", "chu_ky", "phu_luc")
    assert {k: v for k, v in answer.plan.items() if k not in tail} == {
        k: v for k, v in expected.items() if k not in tail
    }
    said = str(answer.plan) + "".join(p.text for p in answer.unread)
    for text in (*expected["noi_nhan"], *(s["ho_ten"] or "" for s in expected["chu_ky"]), *added):
        assert text in said
