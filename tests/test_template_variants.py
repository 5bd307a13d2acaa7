"""One template, both ways (law 6): changed in Word, it prints and reads as changed, with no change of code."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from schemas import dump, load
from service.docx.blocks import paragraphs
from service.docx.names import W
from service.docx.reading import read_document
from service.mau import Template, Templates
from service.reading import parse
from tests.plans import rich
from tests.strategies import payloads
from tests.variants import VARIANTS, by_libreoffice, shipped, variant
from tests.word import Word, text_of

SETTINGS = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


class Only(Templates):
    """An installation with one template."""

    def __init__(self, template: Template) -> None:
        self._templates = {template.name: template}


@cache
def compiled(name: str) -> Only:
    return Only(Template("mau", variant(name)))


def assert_both_ways(only: Only, payload: dict[str, Any]) -> None:
    plan = load(payload | {"the_thuc": "nd30"})
    template = only.get("mau")
    document = template.render(plan)
    answer = parse(document, only)
    assert answer.plan == dump(plan)
    assert (answer.kind, answer.template) == ("template", "mau")
    assert not answer.notes
    assert not answer.unread
    assert all(got.confidence >= 1 for _, got in answer.fields)
    assert template.render(load(answer.plan)) == document


def assert_any_plan_both_ways(only: Only) -> None:
    @SETTINGS
    @given(payload=payloads)
    def both_ways(payload: dict[str, Any]) -> None:
        assert_both_ways(only, payload)

    assert_both_ways(only, rich())
    both_ways()


@pytest.mark.parametrize("name", VARIANTS)
def test_a_changed_template_prints_and_reads_any_plan(name: str) -> None:
    assert_any_plan_both_ways(compiled(name))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_change_of_the_template_is_a_change_of_the_page(name: str) -> None:
    payload = rich()
    payload["noi_dung"][1]["noi_dung"][1]["noi_dung"][0]["nhiem_vu"][0]["ghi_chu"] = "gấp"
    plan = load(payload)
    changed, plain = compiled(name).get("mau").render(plan), Template("x", shipped().save()).render(plan)
    assert [(p.style, p.text, p.runs) for p in _seen(changed)] != [(p.style, p.text, p.runs) for p in _seen(plain)]


COVERED = {
    "co_quan_ban_hanh": "A",
    "noi_dung": [
        {
            "loai": "bang",
            "dau_bang": head,
            "hang": [[{"van_ban": "x", "hang": 2}], [], [{"van_ban": "y", "hang": 3}], [], []],
        }
        for head in (False, True)
    ],
    "phu_luc": [{"ten": "Phụ lục", "noi_dung": [{"loai": "bang", "hang": [[{"van_ban": "x", "hang": 2}], []]}]}],
}
"""Rows wholly covered by the cells above them. LibreOffice saves a heading row of a template as any other row, so that
nothing but the row above tells what kind they are."""


def _seen(document: bytes) -> list[Any]:
    return [*paragraphs(read_document(document).body)]


def test_templates_saved_by_libreoffice_still_print_and_read_any_plan(tmp_path: Path) -> None:
    changed = {"kehoach": shipped().save(), "tat-ca": variant("all at once")}
    for data in by_libreoffice(changed, tmp_path, "docx").values():
        only = Only(Template("mau", data))
        document = Word(only.get("mau").render(load(rich())))
        assert len(list(document.root.iter(W + "sectPr"))) == 3  # each annex still has its own pages
        assert_both_ways(only, COVERED)
        assert_any_plan_both_ways(only)


def test_the_other_words_are_the_ones_on_the_page() -> None:
    document = compiled("all at once").get("mau").render(load(rich()))
    texts = [text_of(p) for p in Word(document).paragraphs()]
    assert "Nơi gửi đến:" in texts
    assert "Số hiệu văn bản: 15/KH-SGDĐT" in texts
    assert "Kính đề nghị các đơn vị phối hợp thực hiện." in texts
    assert texts.index("Quý I/2024") < texts.index("Thành lập ban giám khảo")
