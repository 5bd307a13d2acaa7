"""The buttons of the form, as pure functions on a draft."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.pages.actions import act, new_table
from service.pages.draft import drafted
from service.pages.fields import draft_of, fields
from service.wording.columns import column_of
from tests import strategies

VERBS = ["add", "after", "remove", "up", "down", "into", "out", "column", "uncolumn", "paste", "x"]


def plan(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return drafted({"co_quan_ban_hanh": "A", "noi_dung": list(blocks)} | more)


def muc(title: str, *inner: dict[str, Any]) -> dict[str, Any]:
    return {"loai": "muc", "tieu_de": title, "noi_dung": list(inner)}


def titles(blocks: list[dict[str, Any]]) -> list[Any]:
    return [
        (b["tieu_de"], titles(b["noi_dung"])) if b["noi_dung"] else b["tieu_de"] for b in blocks if b["loai"] == "muc"
    ]


def test_a_section_is_added_at_the_end_and_the_cursor_goes_to_its_title() -> None:
    draft, focus = act(plan(muc("A")), "add:noi_dung:muc")
    assert [b["tieu_de"] for b in draft["noi_dung"]] == ["A", ""]
    assert focus == "noi_dung.1.tieu_de"


def test_a_row_is_added_after_another_with_the_columns_of_the_table() -> None:
    table = {
        "loai": "bang_nhiem_vu",
        "nhiem_vu": [{"noi_dung": "a", "chu_tri": "b", "khac": {"K": ""}}, {"noi_dung": "c"}],
    }
    draft, focus = act(plan(table), "after:noi_dung.0.nhiem_vu.0:nhiem_vu")
    row = draft["noi_dung"][0]["nhiem_vu"][1]
    assert row == {"stt": "", "noi_dung": "", "thoi_gian": "", "chu_tri": "", "khac": [""], "moi": "1"}
    assert focus == "noi_dung.0.nhiem_vu.1.noi_dung"


@pytest.mark.parametrize(
    ("do", "after"),
    [
        ("up:noi_dung.1", ["B", "A", "C"]),
        ("up:noi_dung.0", ["A", "B", "C"]),  # the first stays
        ("down:noi_dung.1", ["A", "C", "B"]),
        ("down:noi_dung.2", ["A", "B", "C"]),
        ("remove:noi_dung.1", ["A", "C"]),
        ("into:noi_dung.1", [("A", ["B"]), "C"]),
        ("into:noi_dung.0", ["A", "B", "C"]),  # nothing before it to go into
        ("remove:noi_dung.9", ["A", "B", "C"]),  # pressed twice
        ("remove:so", ["A", "B", "C"]),
        ("nonsense", ["A", "B", "C"]),
    ],
)
def test_sections_move(do: str, after: list[Any]) -> None:
    assert titles(act(plan(muc("A"), muc("B"), muc("C")), do)[0]["noi_dung"]) == after


def test_a_section_comes_out_of_the_one_that_holds_it() -> None:
    draft, focus = act(plan(muc("A", muc("B"), muc("C")), muc("D")), "out:noi_dung.0.noi_dung.0")
    assert titles(draft["noi_dung"]) == [("A", ["C"]), "B", "D"]
    assert focus == "noi_dung.1.tieu_de"


def test_a_block_of_an_annex_does_not_come_out_of_the_annex() -> None:
    before = plan(phu_luc=[{"ten": "Phụ lục", "noi_dung": [muc("A")]}])
    assert act(before, "out:phu_luc.0.noi_dung.0")[0] == before


def test_a_column_is_shown_and_taken_away_with_its_cells() -> None:
    table = {"loai": "bang_nhiem_vu", "nhiem_vu": [{"noi_dung": "a"}, {"nhom": "b"}]}
    shown, focus = act(plan(table), "column:noi_dung.0:ghi_chu")
    assert shown["noi_dung"][0]["nhiem_vu"][0]["ghi_chu"] == ""
    assert focus == "noi_dung.0.cot.ghi_chu"
    assert act(shown, "uncolumn:noi_dung.0:ghi_chu")[0] == plan(table)
    foreign, focus = act(plan(table), "column:noi_dung.0:khac")
    assert focus == "noi_dung.0.cot_khac.0"
    assert act(foreign, "uncolumn:noi_dung.0:khac.0")[0] == plan(table)


def test_the_columns_every_table_has_are_not_taken_away() -> None:
    before = plan({"loai": "bang_nhiem_vu", "nhiem_vu": []})
    assert act(before, "uncolumn:noi_dung.0:noi_dung")[0] == before


def test_rows_of_a_table_with_merged_cells_stay() -> None:
    before = plan({"loai": "bang", "hang": [[{"van_ban": "a", "hang": 2}, "b"], ["c"]]})
    assert act(before, "remove:noi_dung.0.hang.0")[0] == before
    plain = plan({"loai": "bang", "hang": [["a", "b"], ["c", "d"]]})
    after = act(plain, "remove:noi_dung.0.hang.0")[0]
    assert [[c["van_ban"] for c in row] for row in after["noi_dung"][0]["hang"]] == [["c", "d"]]


def pasted(text: str, table: dict[str, Any] | None = None) -> dict[str, Any]:
    draft = draft_of([]) | {"noi_dung": [table or new_table()]}
    return act(draft, "paste:noi_dung.0", text)[0]["noi_dung"][0]


def test_a_table_from_excel_is_taken_by_its_headings() -> None:
    table = pasted(
        "TT\tNội dung công việc\tĐơn vị chủ trì\tThời hạn\tKinh phí\n"
        '1\t"Khảo sát\nnhu cầu"\tPhòng A\tQuý I\t5.000\n2\tSửa chữa\tPhòng B\tQuý II\t\n'
    )
    assert table["cot"] == {
        "stt": "TT", "noi_dung": "Nội dung công việc", "thoi_gian": "Thời hạn",
        "to_chuc_thuc_hien": "Tổ chức thực hiện", "chu_tri": "Đơn vị chủ trì",
    }  # fmt: skip
    assert table["cot_khac"] == ["Kinh phí"]
    first, second = table["nhiem_vu"]  # the empty row made room
    assert first["noi_dung"] == "Khảo sát\nnhu cầu"
    assert (first["stt"], first["thoi_gian"], first["chu_tri"], first["khac"]) == ("", "Quý I", "Phòng A", ["5.000"])
    assert second["khac"] == [""]


@pytest.mark.parametrize("text", ["1\tA\tQuý I\tPhòng B", "A\tQuý I\tPhòng B", "1.\tA\tQuý I\tPhòng B\r\n"])
def test_rows_without_headings_follow_the_columns_with_or_without_numbers(text: str) -> None:
    (row,) = pasted(text)["nhiem_vu"]
    assert (row["stt"], row["noi_dung"], row["thoi_gian"], row["to_chuc_thuc_hien"]) == ("", "A", "Quý I", "Phòng B")


def test_cells_pasted_into_a_cell_go_over_the_rows_from_there_and_add_what_is_missing() -> None:
    rows = [{"noi_dung": "a", "thoi_gian": "x"}, {"noi_dung": "b"}]
    draft = plan({"loai": "bang_nhiem_vu", "nhiem_vu": rows})
    after, focus = act(draft, "paste:noi_dung.0:nhiem_vu.1.thoi_gian", "Quý I\tP1\nQuý II\tP2")
    table = after["noi_dung"][0]["nhiem_vu"]
    assert [(r["noi_dung"], r["thoi_gian"], r["to_chuc_thuc_hien"]) for r in table] == [
        ("a", "x", ""), ("b", "Quý I", "P1"), ("", "Quý II", "P2"),
    ]  # fmt: skip
    assert focus == "noi_dung.0.nhiem_vu.1.noi_dung"


def test_what_reaches_beyond_the_last_column_is_kept_in_it() -> None:
    (row,) = pasted("A\tQuý I\tPhòng B\tthừa\tnữa")["nhiem_vu"]
    assert row["to_chuc_thuc_hien"] == "Phòng B\nthừa\nnữa"


def test_a_banner_row_and_its_numbers_are_seen() -> None:
    rows = pasted("A. Tuyên truyền\t\t\n1\tX\tQuý I\n7\tY\tQuý II")["nhiem_vu"]
    assert rows[0] == {"nhom": "A. Tuyên truyền"}


def test_a_pasted_text_with_tags_stays_as_it_is() -> None:
    assert (
        draft_of(fields({"noi_dung": [pasted("a <b>x</b>\tq")]}))["noi_dung"][0]["nhiem_vu"][0]["noi_dung"]
        == "a &lt;b>x&lt;/b>"
    )


@pytest.mark.parametrize(
    ("heading", "column"),
    [("STT", "stt"), ("Số TT", "stt"), ("Thời gian thực hiện", "thoi_gian"), ("ĐƠN VỊ THỰC HIỆN", "to_chuc_thuc_hien"),
     ("Cơ quan chủ trì", "chu_tri"), ("Cơ quan phối hợp", "phoi_hop"), ("Nhiệm vụ", "noi_dung"), ("Kết quả", "san_pham"),
     ("Ghi chú", "ghi_chu"), ("Kinh phí", None)],
)  # fmt: skip
def test_headings_of_offices_are_known(heading: str, column: str | None) -> None:
    assert column_of(heading) == column


steps = st.sampled_from(
    ["noi_dung", "nhiem_vu", "hang", "chu_ky", "phu_luc", "cot", "khac", "cot_khac", "0", "1", "-1", "9", "x"]
)
dos = st.builds(
    lambda verb, path, kind: f"{verb}:{'.'.join(path)}:{kind}",
    st.sampled_from(VERBS),
    st.lists(steps, min_size=1, max_size=6),
    st.sampled_from(
        ["muc", "doan", "bang", "bang_nhiem_vu", "nhom", "nhiem_vu", "chu_tri", "khac", "khac.0", "khac.9", ""]
    ),
)


@given(
    strategies.payloads, st.lists(dos, max_size=4), st.text(st.sampled_from('a1\t\n"Nội dungthời gian'), max_size=30)
)
def test_any_button_leaves_a_draft_that_the_form_can_show(
    payload: dict[str, Any], buttons: list[str], text: str
) -> None:
    draft = drafted(payload)
    for do in buttons:
        before = list(fields(draft))
        after, focus = act(draft, do, text)
        assert list(fields(draft)) == before  # the draft given is left alone
        assert draft_of(fields(after)) == after
        names = {name for name, _ in fields(after)}
        assert focus is None or any(name.startswith(focus) for name in names)
        draft = after
