"""A plan passes through the form unharmed, whatever it holds; a form passes through a request unharmed."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas import dump, load
from service.pages.dates import date_read, date_written
from service.pages.draft import drafted, payload_of, place_of
from service.pages.fields import draft_of, fields
from service.pages.notation import read, written
from service.pages.paragraphs import doan_read, doan_written
from tests import strategies

tags = st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<br>", "<sup>", "&lt;b>", "&amp;lt;", "←", "<dau>", "</dau>", " ", "a", "&", "<", "- "])  # fmt: skip
nasty = st.lists(tags, min_size=1, max_size=8).map("".join).filter(str.strip)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["muc", "bang", "doan"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["loai", "noi_dung", "nhiem_vu", "hang", "khac", "cot", "van_ban", "chu_ky", "phu_luc"]), inner, max_size=4)
    ),
    max_leaves=20,
)  # fmt: skip


def through_the_form(payload: dict[str, Any]) -> dict[str, Any]:
    """What a payload becomes that is shown in the form and sent unchanged."""
    body = urlencode(list(fields(drafted(payload))))
    return payload_of(draft_of(parse_qsl(body, keep_blank_values=True)))[0]


def test_every_sample_passes_through_the_form_unharmed(sample: dict[str, Any]) -> None:
    plan = load(sample)
    assert load(through_the_form(sample)) == plan
    assert load(through_the_form(dump(plan))) == plan


@given(strategies.payloads)
def test_every_plan_passes_through_the_form_unharmed(payload: dict[str, Any]) -> None:
    plan = load(payload)
    assert load(through_the_form(dump(plan))) == plan


@given(strategies.payloads)
def test_a_draft_passes_through_a_request_unharmed(payload: dict[str, Any]) -> None:
    draft = drafted(payload)
    assert draft_of(fields(draft)) == draft


@given(st.dictionaries(st.sampled_from(["the_thuc", "so", "noi_dung", "chu_ky", "phu_luc", "noi_nhan"]), json_values))
def test_any_json_at_all_becomes_a_draft(payload: dict[str, Any]) -> None:
    draft = drafted(payload)
    assert draft_of(fields(draft)) == draft
    payload_of(draft)


names = st.lists(
    st.sampled_from(["noi_dung", "0", "1", "7", "x", "loai", "nhiem_vu", "khac", "hang", "cot", "chu_ky", ""]),
    max_size=8,
).map(".".join)


@given(st.lists(st.tuples(names, st.sampled_from(["muc", "doan", "bang", "bang_nhiem_vu", "", "9"]))))
def test_any_fields_at_all_become_a_draft(pairs: list[tuple[str, str]]) -> None:
    draft = draft_of(pairs)
    assert draft_of(fields(draft)) == draft
    payload_of(draft)


def test_a_name_of_a_hundred_thousand_steps_is_left_out() -> None:
    assert draft_of([(".".join(["noi_dung"] * 100_000), "x")]) == draft_of([])


@given(nasty | strategies.words)
@example("← ")  # the blank was lost
def test_a_text_with_signs_that_look_like_tags_comes_back(text: str) -> None:
    assert read(written(text)) == text


@given(nasty | strategies.words, st.none() | nasty | strategies.dau)
def test_a_paragraph_comes_back_from_its_line(text: str, dau: str | None) -> None:
    text = " ".join(text.split())
    dau = " ".join(dau.split()) if dau else None
    assert doan_read(doan_written({"dau": dau, "van_ban": text}).strip()) == {
        "loai": "doan",
        "dau": dau,
        "van_ban": text,
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("120 m<sup>2</sup>", [{"van_ban": "120 m"}, {"van_ban": "2", "chi_so": "tren"}]),
        ("<b>a<i>b</b>c</i>", [{"van_ban": "a", "dam": True}, {"van_ban": "b", "dam": True, "nghieng": True}, {"van_ban": "c", "nghieng": True}]),
        ("a <b> b", "a <b> b"),  # a tag without its partner is text
        ("a </i>", "a </i>"),
        ("một<br>hai", "một\nhai"),
        ("<b></b>a", "a"),
        ("←", None),
        ("x < y & z", "x < y & z"),
    ],
)  # fmt: skip
def test_tags_mean_what_they_say(typed: str, meant: Any) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("line", "dau", "text"),
    [
        ("- Nâng cao nhận thức", "-", "Nâng cao nhận thức"),
        ("a) Công an tỉnh", "a)", "Công an tỉnh"),
        ("1.1. Rà soát", "1.1.", "Rà soát"),
        ("(2) Rà soát", "(2)", "Rà soát"),
        ("Năm 2024. Rà soát", None, "Năm 2024. Rà soát"),
        ("-không cách", None, "-không cách"),
        ("<dau>Bước 1:</dau> Rà soát", "Bước 1:", "Rà soát"),
    ],
)
def test_a_line_is_taken_with_its_marker(line: str, dau: str | None, text: str) -> None:
    assert doan_read(line) == {"loai": "doan", "dau": dau, "van_ban": text}


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("11/01/2023", "2023-01-11"), ("5/3/2026", "2026-03-05"), ("05-03-2026", "2026-03-05"), ("5.3.2026", "2026-03-05"),
        ("2026-03-05", "2026-03-05"), ("ngày 05 tháng 3 năm 2026", "2026-03-05"), ("3/2026", "2026-03"), ("tháng 3/2026", "2026-03"),
        ("tháng 3 năm 2026", "2026-03"), ("2026", "2026"), ("", None), ("  ", None), ("31/02/2026", "31/02/2026"), ("mai", "mai"),
    ],
)  # fmt: skip
def test_a_date_is_taken_as_people_type_it(typed: str, iso: str | None) -> None:
    assert date_read(typed) == iso


@given(st.dates(), st.sampled_from([10, 7, 4]))
def test_a_date_comes_back_from_the_form(day: Any, length: int) -> None:
    iso = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"[:length]
    assert date_read(date_written(iso)) == iso


def test_markers_that_follow_from_the_position_are_left_to_it(model: dict[str, Any]) -> None:
    draft = drafted(dump(load(model)))
    assert [block["dau"] for block in draft["noi_dung"] if block["loai"] == "muc"] == ["", "", ""]


def test_what_was_added_and_left_empty_is_no_part_of_the_plan() -> None:
    table = {"loai": "bang_nhiem_vu", "cot": {}, "cot_khac": [], "nhiem_vu": [{"noi_dung": "", "khac": [], "moi": "1"}]}
    draft = drafted({"co_quan_ban_hanh": "A"}) | {
        "noi_dung": [
            {"loai": "muc", "dau": "", "tieu_de": " ", "noi_dung": []},
            table,
            {"loai": "doan", "van_ban": "\n"},
        ],
        "chu_ky": [{"quyen_han": "", "chuc_vu": " ", "ho_ten": ""}],
    }
    plan = dump(load(payload_of(draft)[0]))
    assert plan["noi_dung"] == []
    assert plan["chu_ky"] == []


def test_a_table_without_rows_that_came_from_a_file_stays() -> None:
    payload = {"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": []}]}
    assert load(through_the_form(payload)) == load(payload)


def test_a_fault_is_shown_at_the_field_that_holds_it() -> None:
    draft = drafted({"noi_dung": [
        {"loai": "muc", "tieu_de": "A", "noi_dung": [
            {"loai": "doan", "van_ban": "a"}, {"loai": "doan", "van_ban": "b"},
            {"loai": "bang_nhiem_vu", "nhiem_vu": [{"noi_dung": "x", "khac": {"Kinh phí/năm": "1"}}]},
        ]},
    ]})  # fmt: skip
    _, places = payload_of(draft)
    assert place_of("/noi_dung/0/noi_dung/1/van_ban/0/dam", places) == "noi_dung.0.noi_dung.0.van_ban"
    assert place_of("/noi_dung/0/noi_dung/2/nhiem_vu/0/noi_dung", places) == "noi_dung.0.noi_dung.1.nhiem_vu.0.noi_dung"
    assert (
        place_of("/noi_dung/0/noi_dung/2/nhiem_vu/0/khac/Kinh phí~1năm", places)
        == "noi_dung.0.noi_dung.1.nhiem_vu.0.khac.0"
    )
    assert place_of("/can_cu/7", places) == "can_cu"
    assert place_of("", places) is None


def test_a_plan_of_a_hundred_levels_passes_through_the_form() -> None:
    inner: list[dict[str, Any]] = [{"loai": "doan", "van_ban": "đáy"}]
    for _ in range(99):
        inner = [{"loai": "muc", "tieu_de": "t", "noi_dung": inner}]
    payload = {"co_quan_ban_hanh": "A", "noi_dung": inner}
    assert load(through_the_form(payload)) == load(payload)


def test_a_row_whose_every_cell_is_covered_passes_through_the_form() -> None:
    row = [{"van_ban": "a", "hang": 2}, {"van_ban": "b", "hang": 2}]
    payload = {"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang", "hang": [row, []]}]}
    assert load(through_the_form(payload)) == load(payload)


@settings(max_examples=5)
@given(st.lists(nasty | strategies.words, min_size=1, max_size=3))
def test_the_lines_of_a_list_keep_their_order(values: list[str]) -> None:
    plan = load({"co_quan_ban_hanh": "A", "can_cu": values})
    assert load(through_the_form(json.loads(json.dumps(dump(plan))))) == plan
