"""Documents as offices make them, each unlike the others, are read field by field as their truth says."""

from __future__ import annotations

from typing import Any

import pytest

from service.mau import Templates
from service.reading import parse
from tests.typed.documents import DOCUMENTS
from tests.typed.typing_desk import Typed

SCALARS = (
    "the_thuc",
    "co_quan_chu_quan",
    "so",
    "ky_hieu",
    "dia_danh",
    "ngay_ban_hanh",
    "ten_loai",
    "trich_yeu",
    "du_thao",
)
LISTS = ("kinh_gui", "can_cu", "mo_dau", "ket_thuc", "noi_nhan", "chu_ky")

each = pytest.mark.parametrize("typed", DOCUMENTS, ids=lambda typed: typed.name)


@pytest.fixture(scope="module")
def read(templates: Templates) -> dict[str, Any]:
    return {typed.name: parse(typed.build(), templates).as_dict() for typed in DOCUMENTS}


@each
def test_letterhead_opening_and_end_of_a_typed_document_are_its_own(typed: Typed, read: dict[str, Any]) -> None:
    plan, truth = read[typed.name]["plan"], typed.truth()["plan"]
    assert {name: plan[name] for name in SCALARS} == {name: truth.get(name) for name in SCALARS}
    assert {name: plan[name] for name in LISTS} == {name: truth.get(name) or [] for name in LISTS}
    assert plan["co_quan_ban_hanh"] == truth["co_quan_ban_hanh"]


@each
def test_headings_of_a_typed_document_stand_where_they_stood(typed: Typed, read: dict[str, Any]) -> None:
    def headings(blocks: list[dict[str, Any]], depth: int = 0) -> list[tuple[int, str, str]]:
        return [
            entry
            for block in blocks
            if block["loai"] == "muc"
            for entry in ((depth, block["dau"], block["tieu_de"]), *headings(block["noi_dung"], depth + 1))
        ]

    plan, truth = read[typed.name]["plan"], typed.truth()["plan"]
    assert headings(plan["noi_dung"]) == headings(truth["noi_dung"])
    assert [a["ten"] for a in plan["phu_luc"]] == [a["ten"] for a in truth.get("phu_luc", ())]


@each
def test_every_word_of_a_typed_document_is_in_the_plan_or_unread(typed: Typed, read: dict[str, Any]) -> None:
    answer, truth = read[typed.name], typed.truth()
    have = " ".join(str(x) for x in words(answer["plan"])) + " ".join(entry["text"] for entry in answer["unread"])
    missing = [word for text in words(truth["plan"]) for word in text.split() if word not in have]
    assert missing == []


def words(value: Any) -> list[str]:
    """Every text of a plan, dates and kinds aside."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for entry in value for text in words(entry)]
    if isinstance(value, dict):
        skipped = ("loai", "ngay_ban_hanh", "the_thuc", "ten_loai", "so", "ky_hieu")
        return [text for key, entry in value.items() if key not in skipped for text in words(entry)]
    return []
