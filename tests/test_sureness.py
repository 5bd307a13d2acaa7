"""How sure the layout is of what it read, and how its maps are fitted."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.layout.sureness import KINDS, SUREST, sure
from service.mau import Templates
from service.reading import parse
from tests.typed.typing_desk import QUOC_HIEU, TIEU_NGU, Desk, Typed
from tools.fitting import fit

prices = st.floats(0, 10)
kinds = st.sampled_from(sorted(KINDS))


@given(kinds, prices, prices, prices)
def test_a_dearer_line_is_never_surer_and_a_wider_margin_never_less_sure(
    kind: str, price: float, more: float, margin: float
) -> None:
    assert 0 < sure(kind, price + more, margin) <= sure(kind, price, margin) <= SUREST
    assert sure(kind, price, margin) <= sure(kind, price, margin + more)
    assert sure(kind, price, float("inf")) <= SUREST


def test_short_text_that_ends_like_no_sentence_is_doubted(templates: Templates) -> None:
    def make(d: Desk) -> None:
        d.side_by_side(["UBND XÃ AN HÒA", "Số: 12/KH-UBND"], [QUOC_HIEU, TIEU_NGU, "An Hòa, ngày 5 tháng 3 năm 2026"])
        d.p("KẾ HOẠCH", "bc")
        d.p("Phòng cháy năm 2026", "bc")
        d.p("I. MỤC ĐÍCH", "b")
        d.p("Nâng cao nhận thức của cán bộ và Nhân dân.", "j")
        d.p("Ban tổ chức hội thi", "")
        d.p("Các đơn vị thực hiện nghiêm túc.", "j")

    answer = parse(Typed("", make, {}).build(), templates)
    sureness = {str(got): got.confidence for _, got in answer.fields}
    assert sureness["Ban tổ chức hội thi"] < 0.75
    assert sureness["Các đơn vị thực hiện nghiêm túc."] > 0.95


@pytest.mark.parametrize("wanted", [(1.0, 2.0), (-0.5, 0.3), (3.0, -1.0)])
def test_a_fit_finds_what_the_observations_were_made_with(wanted: tuple[float, float]) -> None:
    base, slope = wanted
    seen = [((1.0, x), 1 / (1 + exp(-(base + slope * x))), 10_000.0) for x in (0.0, 0.5, 1.0, 2.0)]
    assert fit(seen, (0.0, 0.0)) == pytest.approx(wanted, abs=0.01)


def test_a_fit_to_nothing_stays_where_it_was_drawn_to() -> None:
    assert fit([], (1.5, -2.0)) == pytest.approx([1.5, -2.0])
