"""The report over the typed corpus counts what it says it counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tools import corpus
from tools.reliability import reliability, values, verdicts

MEASURE: Any = SimpleNamespace(
    canon=lambda v: "" if v is None else str(v),
    marker=str,
    office=str,
    SCALAR_KEYS={"so": str, "ky_hieu": str, "ngay_ban_hanh": str},
    LIST_KEYS={"can_cu": str, "mo_dau": str, "noi_nhan": str},
)
PLAN: dict[str, Any] = {
    "so": "02",
    "noi_nhan": ["A", "B"],
    "noi_dung": [
        {
            "loai": "muc",
            "dau": "I.",
            "tieu_de": "MỤC",
            "noi_dung": [
                {"loai": "doan", "dau": "-", "van_ban": "x"},
                {
                    "loai": "bang_nhiem_vu",
                    "nhiem_vu": [{"noi_dung": "việc", "thoi_gian": "Quý I", "khac": {"a/b": "c"}}],
                },
            ],
        }
    ],
    "phu_luc": [{"ten": "Phụ lục", "noi_dung": []}],
}


def answer(plan: dict[str, Any], confidence: float) -> dict[str, Any]:
    fields = [{"pointer": pointer, "confidence": confidence} for pointer, _, _ in values(MEASURE, plan)]
    return {"plan": plan, "fields": fields}


def test_every_text_of_a_plan_is_looked_at_under_its_role() -> None:
    assert {pointer: (role, value) for pointer, role, value in values(MEASURE, PLAN) if "loai" not in pointer} == {
        "/so": (("so",), "02"),
        "/noi_nhan/0": (("noi_nhan",), "A"),
        "/noi_nhan/1": (("noi_nhan",), "B"),
        "/noi_dung/0/dau": (("muc", "dau"), "I."),
        "/noi_dung/0/tieu_de": (("muc", "tieu_de"), "MỤC"),
        "/noi_dung/0/noi_dung/0/dau": (("doan", "dau"), "-"),
        "/noi_dung/0/noi_dung/0/van_ban": (("doan", "van_ban"), "x"),
        "/noi_dung/0/noi_dung/1/nhiem_vu/0/noi_dung": (("nhiem_vu", "noi_dung", "việc"), "việc"),
        "/noi_dung/0/noi_dung/1/nhiem_vu/0/thoi_gian": (("nhiem_vu", "thoi_gian", "việc"), "Quý I"),
        "/noi_dung/0/noi_dung/1/nhiem_vu/0/khac/a~1b": (("nhiem_vu", "khac", "việc", "a/b"), "c"),
        "/phu_luc/0/ten": (("phu_luc", "ten"), "Phụ lục"),
    }


def test_the_truth_itself_is_right_everywhere() -> None:
    assert all(right for _, _, right in verdicts(MEASURE, PLAN, answer(PLAN, 1.0)))


def test_a_value_in_the_wrong_role_or_once_too_often_is_wrong() -> None:
    read = {"so": "03", "noi_nhan": ["A", "A", "02"]}
    found = [(kind, right) for kind, _, right in verdicts(MEASURE, PLAN, answer(read, 0.9))]
    assert found == [("so", False), ("noi_nhan", True), ("noi_nhan", False), ("noi_nhan", False)]


def test_the_table_sorts_fields_by_confidence() -> None:
    table = reliability(Counter({("so", 1.0, True): 3, ("so", 1.0, False): 1, ("so", 0.93, True): 2}))
    assert "| 1 | 4 | 0.750 | 1.000 |" in table
    assert "| 0.90 – 0.95 | 2 | 1.000 | 0.930 |" in table
    assert "| `so` | 6 | 0.833 | 0.977 |" in table


def test_gains_and_losses_are_told_for_each_document_and_field() -> None:
    read = corpus.Read("a.docx", {"so": 0.0, "blocks": 0.9, "tasks": 0.50001}, {}, None, 0.0)
    new = corpus.Read("new.docx", {"so": 0.0}, {}, None, 0.0)
    before = {"a.docx": {"blocks": 0.8, "tasks": 0.5}}
    assert list(corpus.changes(before, [read, new])) == [("a.docx", "so", 1.0, 0.0), ("a.docx", "blocks", 0.8, 0.9)]
    assert corpus.imperfect([read]) == {"a.docx": {"so": 0.0, "blocks": 0.9, "tasks": 0.5}}


def test_without_the_corpus_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus.main(["--corpus", str(tmp_path)]) == 2
    assert "the corpus is not here" in capsys.readouterr().err


@pytest.mark.skipif(not (corpus.CORPUS / "score_plan.py").is_file(), reason="the corpus stands beside a checkout")
def test_the_corpus_is_scored_by_its_own_measure(capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus.main(["--only", "001", "--workers", "1"]) in (0, 1)
    assert "1 documents, 0 not read" in capsys.readouterr().out
