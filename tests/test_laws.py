"""The laws that hold for every document (contract §4)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from schemas import dump, load
from service.docx.package import open_package
from service.mau import Templates
from service.reading import parse
from tests.strategies import payloads

SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(payloads)
def test_dumping_is_canonical_and_loading_it_changes_nothing(payload: dict[str, Any]) -> None:
    plan = load(payload)
    assert load(dump(plan)) == plan
    assert dump(load(dump(plan))) == dump(plan)


@SETTINGS
@given(payload=payloads)
def test_what_was_rendered_is_read_back_and_rendered_to_the_same_bytes(
    templates: Templates, payload: dict[str, Any]
) -> None:
    plan = load(payload)
    document = templates.for_plan(plan).render(plan)
    answer = parse(document, templates)
    assert answer.plan == dump(plan)
    assert answer.kind == "template"
    assert not answer.notes
    assert not answer.unread
    assert {got.confidence for _, got in answer.fields} <= {1.0}
    again = load(answer.plan)
    assert templates.for_plan(again).render(again) == document


def test_a_sample_comes_back_whole(templates: Templates, sample: dict[str, Any]) -> None:
    plan = load(sample)
    answer = parse(templates.for_plan(plan).render(plan), templates)
    assert answer.plan == dump(plan)
    assert not answer.notes
    assert not answer.unread


def test_a_payload_hidden_in_the_file_is_no_source(templates: Templates, model: dict[str, Any]) -> None:
    from service.docx.writing import Frame

    document = templates.for_plan(load(model)).render(load(model))
    package = open_package(document)
    parts = {name: package.part(name) for name in package.names}
    parts["word/document.xml"] = parts["word/document.xml"].replace("Vân Văn Kiều".encode(), "Lò Thị Mai".encode())
    answer = parse(Frame.of_parts(parts), templates)
    assert answer.plan["chu_ky"][0]["ho_ten"] == "Lò Thị Mai"


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": []}]},
        {"ten_loai": "KẾ HOẠCH", "trich_yeu": "KẾ HOẠCH", "mo_dau": ["KẾ HOẠCH"], "ket_thuc": ["KẾ HOẠCH"]},
        {"mo_dau": ["x" * 100_000]},
        {"noi_nhan": ["Nơi nhận:", "- a", "+ b"], "kinh_gui": ["Kính gửi:", "Nơi nhận:"]},
        {"chu_ky": [{"quyen_han": [], "chuc_vu": None, "ho_ten": "A"}] * 5, "noi_nhan": ["a"]},
        {"co_quan_chu_quan": "ỦY BAN", "dia_danh": "Hà Nội, ngày 01 tháng 02 năm 2020", "ngay_ban_hanh": None},
        {"noi_dung": [{"loai": "doan", "dau": None, "van_ban": f"{n}"} for n in range(3000)]},
    ],
    ids=["nothing", "no rows", "one text everywhere", "a long word", "recipients like headings", "five signers",
         "a place with a date", "three thousand paragraphs"],
)  # fmt: skip
def test_plans_at_the_edge_come_back(templates: Templates, payload: dict[str, Any]) -> None:
    for form in ("nd30", "dang"):
        plan = load({"co_quan_ban_hanh": "A", "the_thuc": form} | payload)
        document = templates.for_plan(plan).render(plan)
        answer = parse(document, templates)
        assert answer.plan == dump(plan)
        assert not answer.unread
        assert not answer.notes
        assert templates.for_plan(plan).render(load(answer.plan)) == document


def test_a_thousand_rows_come_back(templates: Templates) -> None:
    rows = [{"noi_dung": f"Việc {n}", "thoi_gian": f"Quý {n // 7}", "to_chuc_thuc_hien": ""} for n in range(1000)]
    plan = load({"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": rows}]})
    assert parse(templates.for_plan(plan).render(plan), templates).plan == dump(plan)
