"""Documents opened and saved by LibreOffice, as .docx and as .odt and back, are the same plan (law 3)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from schemas import KeHoach, dump, load
from service.mau import Templates
from service.mau.examples import EXAMPLES
from service.places import samples_folder
from service.reading import Answer, parse
from tests.plans import rich
from tests.variants import by_libreoffice


def plans() -> dict[str, KeHoach]:
    """Every sample, and plans with everything in them in both forms."""
    found: dict[str, Any] = {path.stem: json.loads(path.read_text("utf-8")) for path in samples_folder().glob("*.json")}
    rows = [
        {
            "noi_dung": f"Việc {n}",
            "thoi_gian": f"Tháng {n // 5 + 1}",
            "to_chuc_thuc_hien": "Sở",
            "ghi_chu": "x" * (n % 3),
        }
        for n in range(60)
    ]
    for form in ("nd30", "dang"):
        found[f"rich-{form}"] = rich() | {"the_thuc": form}
        found[f"long-{form}"] = rich() | {"the_thuc": form, "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": rows}]}
        found |= {f"example-{n}-{form}": dump(plan) | {"the_thuc": form} for n, plan in enumerate(EXAMPLES)}
    return {name: load(payload) for name, payload in found.items()}


PLANS = plans()


@pytest.fixture(scope="module")
def saved(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    documents = {name: templates.for_plan(plan).render(plan) for name, plan in PLANS.items()}
    return {
        "docx": by_libreoffice(documents, tmp_path_factory.mktemp("docx"), "docx"),
        "odt": by_libreoffice(documents, tmp_path_factory.mktemp("odt"), "odt", "docx"),
        "twice": by_libreoffice(documents, tmp_path_factory.mktemp("twice"), "docx", "docx"),
    }


@pytest.mark.parametrize("kind", ["docx", "odt", "twice"])
@pytest.mark.parametrize("name", PLANS)
def test_saved_by_libreoffice_it_is_the_same_plan_without_warnings(
    saved: dict[str, dict[str, bytes]], templates: Templates, kind: str, name: str
) -> None:
    answer: Answer = parse(saved[kind][name], templates)
    assert answer.plan == dump(PLANS[name])
    assert (answer.kind, answer.template) == ("template", templates.for_plan(PLANS[name]).name)
    assert not answer.notes
    assert not answer.unread
    assert min(got.confidence for _, got in answer.fields) >= 0.99
