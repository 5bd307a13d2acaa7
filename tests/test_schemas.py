"""The payload: what is accepted, refused, and how it is written canonically."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from schemas import dump, json_schema, load
from schemas.text import LONGEST, is_canonical, many_lines, one_line
from schemas.text import refused as unprintable
from service.refusals import PlanRefused
from tests.strategies import payloads

VALIDATOR = Draft202012Validator(json_schema())
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def accepted(payload: object) -> bool:
    try:
        load(payload)
    except PlanRefused:
        return False
    return True


@SETTINGS
@given(payloads)
def test_the_json_schema_accepts_what_the_loader_does(payload: dict[str, Any]) -> None:
    assert accepted(payload)
    assert VALIDATOR.is_valid(payload)
    assert VALIDATOR.is_valid(dump(load(payload)))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, entry in inner for place in places(entry, (*path, key)))]


JUNK = st.sampled_from(
    [None, 5.7, 2.0, 1e300, -0.0, True, -1, "", " ", "\x07", [], {}, [""], {"a": 1}, "2024-13-01", "x", ["\ud800"]]
)


@SETTINGS
@given(payload=payloads, junk=JUNK, data=st.data())
def test_a_broken_payload_is_refused_by_both_or_by_neither(
    payload: dict[str, Any], junk: Any, data: st.DataObject
) -> None:
    broken = copy.deepcopy(payload)
    place = data.draw(st.sampled_from(places(broken)))
    if not place:
        broken = junk
    else:
        holder = broken
        for key in place[:-1]:
            holder = holder[key]
        holder[place[-1]] = junk
    if accepted(broken):
        assert VALIDATOR.is_valid(broken)
    elif VALIDATOR.is_valid(broken):
        with pytest.raises(PlanRefused) as refused:
            load(broken)
        # What JSON Schema cannot say: see the docstring of schemas/json_schema.py.
        beyond = {
            "bad_date",
            "bad_span",
            "row_covered",
            "repeated_heading",
            "empty_signer",
            "control_character",
            "empty",
        }
        assert {fault.message.code for fault in refused.value.faults} <= beyond


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ({"so": 2}, {"so": "02"}),
        ({"so": 2.0}, {"so": "02"}),
        ({"so": "4a"}, {"so": "4a"}),
        ({"so": ""}, {"so": None}),
        ({"ngay_ban_hanh": "5/3/2024"}, {"ngay_ban_hanh": "2024-03-05"}),
        ({"ngay_ban_hanh": "2024-03"}, {"ngay_ban_hanh": "2024-03"}),
        ({"ten_loai": "Kế hoạch"}, {"ten_loai": "KẾ HOẠCH"}),
        ({"trich_yeu": " hai\u00a0 \n dòng "}, {"trich_yeu": "hai dòng"}),
        ({"trich_yeu": "Ke\u0302\u0301 hoa\u0323ch"}, {"trich_yeu": "Kế hoạch"}),
        ({"noi_nhan": ["- Sở A;", "Lưu."]}, {"noi_nhan": ["Sở A", "Lưu"]}),
        ({"mo_dau": ["a\r\n\r\n b"]}, {"mo_dau": ["a\nb"]}),
        ({"mo_dau": [[{"van_ban": "a "}, {"van_ban": "b", "dam": False}]]}, {"mo_dau": ["a b"]}),
        (
            {"mo_dau": [[{"van_ban": "a"}, {"van_ban": " b", "dam": True}]]},
            {"mo_dau": [[{"van_ban": "a "}, {"van_ban": "b", "dam": True}]]},
        ),
    ],
)
def test_loading_accepts_more_than_dumping_emits(given: dict[str, Any], canonical: dict[str, Any]) -> None:
    out = dump(load({"co_quan_ban_hanh": "A"} | given))
    assert {key: out[key] for key in canonical} == canonical


def test_what_passes_for_canonical_at_a_glance_is_what_a_closer_look_makes_of_it() -> None:
    for letter in map(chr, range(0x11000)):
        for text in (letter, f"ơ{letter}", f"{letter}a"):
            if is_canonical(text):
                assert one_line(text) == many_lines(text) == text
                assert unprintable(text) is None
    assert is_canonical("Kế hoạch số 02 – “A” → B ≥ 5 ₫ ☐")
    assert not any(
        map(is_canonical, ("", " a", "a ", "a  b", "a\n", "a\u00a0b", "Ke\u0302", "a" * (LONGEST + 1), None, 1))
    )


def test_markers_are_derived_in_vietnamese_order() -> None:
    leaf = [{"loai": "muc", "tieu_de": "x"}] * 8
    body = [{"loai": "muc", "tieu_de": "x", "noi_dung": [{"loai": "muc", "tieu_de": "x", "noi_dung": leaf}]}]
    plan = dump(load({"co_quan_ban_hanh": "A", "noi_dung": body}))
    first = plan["noi_dung"][0]
    second = first["noi_dung"][0]
    assert (first["dau"], second["dau"]) == ("I.", "1.")
    assert [muc["dau"] for muc in second["noi_dung"]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_a_hundred_levels_load_and_more_are_refused_without_a_crash() -> None:
    def nested(levels: int) -> dict[str, Any]:
        body: list[Any] = []
        for _ in range(levels):
            body = [{"loai": "muc", "tieu_de": "x", "noi_dung": body}]
        return {"co_quan_ban_hanh": "A", "noi_dung": body}

    assert accepted(nested(100))
    assert not accepted(nested(150))


@pytest.mark.parametrize("junk", ["", 0, False, {}, "TM. BAN"])
def test_authority_that_is_no_list_is_refused_even_where_it_is_empty(junk: object) -> None:
    broken = {"co_quan_ban_hanh": "A", "chu_ky": [{"quyen_han": junk, "chuc_vu": "B"}]}
    assert not accepted(broken)
    assert not VALIDATOR.is_valid(broken)


def refused(payload: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(PlanRefused) as caught:
        load({"co_quan_ban_hanh": "A", **payload})
    return [(fault.pointer, fault.message.code) for fault in caught.value.faults]


def test_every_signer_without_anything_is_named() -> None:
    assert refused({"chu_ky": [{"ho_ten": 1}, {}, {}]}) == [
        ("/chu_ky/0/ho_ten", "wrong_type"),
        ("/chu_ky/1", "empty_signer"),
        ("/chu_ky/2", "empty_signer"),
    ]


def test_the_marks_of_a_run_without_text_are_judged_too() -> None:
    assert refused({"mo_dau": [[{"dam": 1}, {"van_ban": "x"}]]}) == [
        ("/mo_dau/0/0/van_ban", "required"),
        ("/mo_dau/0/0/dam", "wrong_type"),
    ]


def test_two_column_headings_that_cannot_be_printed_are_not_called_alike() -> None:
    row = {"noi_dung": "a", "khac": {"K\0": "", "M\0": ""}}
    found = refused({"noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": [row]}]})
    assert {code for _, code in found} == {"control_character"}


@pytest.mark.parametrize("so", [-1, 1234567, 10**30, 2.0**80])
def test_a_number_that_is_none_of_a_document_is_refused(so: float) -> None:
    assert refused({"so": so}) == [("/so", "bad_number")]


def test_a_plan_read_from_a_document_without_an_issuer_is_one() -> None:
    assert dump(load({"co_quan_ban_hanh": " "}))["co_quan_ban_hanh"] == ""


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (None, "null ", "null "),
        (True, "true ", "true "),
        (1.5, "1.5 ", "1.5 "),
        (["x"], "danh sách […] ", "a list […] "),
        ({"x": 1}, "đối tượng {…} ", "an object {…} "),
        ("nd31", "“nd31” ", "“nd31” "),
    ],
)
def test_a_choice_that_is_none_of_ours_is_shown_as_the_sender_wrote_it(value: object, vi: str, en: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        load({"co_quan_ban_hanh": "A", "the_thuc": value})
    (fault,) = refused.value.faults
    assert fault.detail("vi").startswith(vi + "không dùng được")
    assert fault.detail("en").startswith(en + "cannot be used")
    assert "1." in refused.value.detail("en")  # a number that fits one place and many
