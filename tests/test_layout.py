"""Documents that no template of ours made are read by the decree's layout."""

from __future__ import annotations

import re
from typing import Any

import pytest

from schemas import dump, load
from service.docx.package import open_package
from service.docx.writing import Frame
from service.mau import Templates
from service.reading import Answer, parse


def typed(document: bytes, **words: str) -> bytes:
    """The document as another office would have typed it: the same look in styles that tell nothing, other words."""
    package = open_package(document)
    parts = {name: package.part(name) for name in package.names}
    parts["word/styles.xml"] = re.sub(
        rb'w:name w:val="KH [^"]*"', b'w:name w:val="Body Text"', parts["word/styles.xml"]
    )
    for old, new in words.items():
        parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    return Frame.of_parts(parts)


@pytest.fixture
def answer(templates: Templates, model: dict[str, Any]) -> Answer:
    plan = load(model)
    return parse(typed(templates.for_plan(plan).render(plan)), templates)


def test_the_model_plan_typed_elsewhere_is_read_field_by_field(answer: Answer, model: dict[str, Any]) -> None:
    assert answer.kind == "layout"
    plan = answer.plan
    names = (
        "co_quan_chu_quan",
        "co_quan_ban_hanh",
        "so",
        "ky_hieu",
        "dia_danh",
        "ngay_ban_hanh",
        "ten_loai",
        "trich_yeu",
    )
    assert {name: plan[name] for name in names} == {name: model[name] for name in names}
    assert plan["can_cu"] == model["can_cu"]
    assert plan["mo_dau"] == model["mo_dau"]
    assert plan["noi_dung"] == model["noi_dung"]
    assert plan["ket_thuc"] == model["ket_thuc"]
    assert plan["noi_nhan"] == model["noi_nhan"]
    assert plan["chu_ky"] == model["chu_ky"]
    assert not answer.unread


def test_what_was_typed_comes_back_from_a_conforming_document(templates: Templates, answer: Answer) -> None:
    plan = load(answer.plan)
    again = parse(templates.for_plan(plan).render(plan), templates)
    assert again.plan == dump(plan)
    assert again.kind == "template"


def test_no_reading_of_a_typed_document_is_certain(answer: Answer) -> None:
    assert all(0.5 < got.confidence < 1.0 for _, got in answer.fields)
