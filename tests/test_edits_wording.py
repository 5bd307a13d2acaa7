"""Fixed words that people misspell, reword or leave out: the values of the line are read, the rest is told."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from schemas import dump, load
from service.mau import Templates
from service.reading import parse
from service.wording.dates import doc_ngay_go
from tests.plans import rich
from tests.word import W, Word

REWORDED = frozenset(("wording_changed",))
FOREIGN = REWORDED | {"not_in_any_field"}
DATED = "Mộc Châu, ngày 05 tháng 3 năm 2024"


class Reworded(NamedTuple):
    """Words written over others; what is unread then; the warnings; what changes in the plan."""

    old: str
    new: str
    unread: tuple[str, ...] = ()
    warns: frozenset[str] = frozenset()
    changes: Mapping[str, Any] = MappingProxyType({})


LINES = [
    Reworded("Mộc Châu, ngày 05 tháng", "Mộc Châu, ngày 05 thang", ("thang",), FOREIGN),
    Reworded("Mộc Châu, ngày", "Mộc Châu, ngay", ("ngay",), FOREIGN),
    Reworded(DATED, "Mộc Châu, ngày 05 thág 3 nam 2024", ("thág",), FOREIGN),
    Reworded(DATED, "ngày 05 thág 3 năm 2024", ("thág",), FOREIGN, {"dia_danh": None}),
    Reworded(DATED, "Mộc Châu, 05 tháng 3 năm 2024", (), REWORDED),
    Reworded(DATED, "Mộc Châu, 05/3/2024", (), REWORDED),
    Reworded(DATED, "Mộc Châu, ngày 5-3-2024", (), REWORDED),
    Reworded(DATED, "Mộc Châu, tháng 3 năm 2024", (), REWORDED, {"ngay_ban_hanh": "2024-03"}),
    Reworded(DATED, "Mộc Châu ngày 05 tháng 3 năm 2024"),
    Reworded(DATED, "Mộc Châu; ngày 05 tháng 3 năm 2024"),
    Reworded(DATED, f"{DATED} (thứ Ba)", ("(thứ Ba)",), FOREIGN),
    Reworded(DATED, "Mộc Châu, ngày 05 tháng ba năm 2024", ("Mộc Châu, ngày 05 tháng ba năm 2024",), frozenset(("line_not_read",)),
             {"dia_danh": None, "ngay_ban_hanh": None}),
    Reworded("Số: 15", "So: 15", ("So:",), FOREIGN),
    Reworded("Số: 15", "Số 15"),
    Reworded("Số: 15", "15", (), REWORDED),
    Reworded("Số: 15", "Số hiệu: 15", ("hiệu:",), FOREIGN),
    Reworded("Số: 15/KH", "Số: 15-KH"),
    Reworded("Kính gửi:", "Kinh gui:", ("Kinh gui:",), FOREIGN),
    Reworded("Kính gửi:", "Gửi:", (), REWORDED),
    Reworded("Kính gửi: ", "", (), REWORDED),
    Reworded("- Phòng GDĐT", "+ Phòng GDĐT"),
]  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.new or "nothing")
def test_a_line_with_other_fixed_words_still_gives_its_values(templates: Templates, line: Reworded) -> None:
    payload = rich() | {"kinh_gui": ["Phòng Tài chính"]}
    word = Word(templates.for_plan(load(payload)).render(load(payload)))
    word.retype(line.old, line.new)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(payload | dict(line.changes)))
    assert [p.text for p in answer.unread] == list(line.unread)
    assert {note.message.code for note in answer.notes} == line.warns
    assert all(note.where is not None for note in answer.notes)


@pytest.mark.parametrize(("sign", "dau"), [("", None), ("* ", "*"), ("+ ", "+")])
def test_a_sign_before_a_paragraph_is_what_stands_there_and_not_what_its_style_says(
    templates: Templates, sign: str, dau: str | None
) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype("- Tôn vinh", f"{sign}Tôn vinh")
    expected = rich()
    expected["noi_dung"][0]["noi_dung"][1]["dau"] = dau
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(expected))
    assert not answer.unread


@pytest.mark.parametrize(
    ("old", "new", "dau", "warns"),
    [
        ("II.\xa0NỘI DUNG THI", "NỘI DUNG THI", "II.", {"marker_missing"}),  # the number is that of its place
        ("II.\xa0NỘI DUNG THI", "II. NỘI DUNG THI", "II.", set()),
        ("II.\xa0NỘI DUNG THI", "II.NỘI DUNG THI", "II.", set()),
        ("II.\xa0NỘI DUNG THI", "PHẦN THỨ HAI. NỘI DUNG THI", "PHẦN THỨ HAI.", set()),
        ("II.\xa0NỘI DUNG THI", "iii. NỘI DUNG THI", "iii.", set()),
        ("II.\xa0NỘI DUNG THI", "III: NỘI DUNG THI", "III:", set()),
        ("II.\xa0NỘI DUNG THI", "I.2. NỘI DUNG THI", "I.2.", set()),
    ],
)
def test_a_heading_without_its_number_keeps_its_title_whole(
    templates: Templates, old: str, new: str, dau: str, warns: set[str]
) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype(old, new)
    expected = rich()
    expected["noi_dung"][1]["dau"] = dau
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(expected))
    assert not answer.unread
    assert {note.message.code for note in answer.notes} == warns
    assert dict(answer.fields)["/noi_dung/1/tieu_de"].confidence < (0.9 if warns else 1)


@pytest.mark.parametrize("first", ["I.\xa0MỤC ĐÍCH,", "I.\xa0MỤC"])
def test_a_heading_broken_by_hand_is_one_heading(templates: Templates, first: str) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    heading = word.find("I.\xa0MỤC ĐÍCH, YÊU CẦU")
    rest = deepcopy(heading)
    next(rest.iter(W + "t")).text = "I.\xa0MỤC ĐÍCH, YÊU CẦU".removeprefix(first).strip()
    heading.addnext(rest)
    next(heading.iter(W + "t")).text = first
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(rich()))
    assert not answer.unread
    assert dict(answer.fields)["/noi_dung/0/tieu_de"].confidence < 0.9
    assert {note.message.code for note in answer.notes} == {"title_joined"}


def test_a_sentence_typed_behind_a_heading_is_not_its_title(templates: Templates) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    heading = word.find("I.\xa0MỤC ĐÍCH, YÊU CẦU")
    more = deepcopy(heading)
    next(more.iter(W + "t")).text = "Ngân sách gồm hai phần do tỉnh cấp."
    heading.addnext(more)
    answer = parse(word.save(), templates)
    assert answer.plan["noi_dung"][0]["tieu_de"] == "MỤC ĐÍCH, YÊU CẦU"
    assert {note.message.code for note in answer.notes} == {"marker_missing"}


@pytest.mark.parametrize("line", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Tổ chức hội thi giáo viên giỏi năm 2024"])
def test_a_rule_of_dashes_is_no_part_of_the_name_above_it(templates: Templates, line: str) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    paragraph = word.find(line)
    rule = deepcopy(paragraph)
    next(rule.iter(W + "t")).text = "-------"
    paragraph.addnext(rule)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(rich()))
    assert [p.text for p in answer.unread] == ["-------"]


@pytest.mark.parametrize("text", ["Bảo đảm khách quan, công bằng.", "15/3 tổ chức thi."])
def test_a_point_without_its_letter_is_a_paragraph(templates: Templates, text: str) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype("a)\xa0Bảo đảm khách quan, công bằng.", text)
    expected = rich()
    expected["noi_dung"][0]["noi_dung"][3] |= {"dau": None, "van_ban": text}
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(expected))
    assert {note.message.code for note in answer.notes} == {"marker_missing"}


@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
@pytest.mark.parametrize("line", ["LƯU HÀNH NỘI BỘ", "MẬT", "HỎA TỐC", "DỰ THẢO LẦN HAI", "KẾ HOẠCH"])
def test_what_is_typed_beside_a_line_in_its_style_does_not_take_its_place(
    templates: Templates, line: str, above: bool
) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    paragraph = word.find(line)
    new = deepcopy(paragraph)
    next(new.iter(W + "t")).text = "Chữ của ai đó gõ thêm vào đây"
    (paragraph.addprevious if above else paragraph.addnext)(new)
    answer = parse(word.save(), templates)
    assert answer.plan == dump(load(rich()))
    assert [p.text for p in answer.unread] == ["Chữ của ai đó gõ thêm vào đây"]


def test_only_the_values_of_the_reworded_line_are_less_sure(templates: Templates) -> None:
    word = Word(templates.for_plan(load(rich())).render(load(rich())))
    word.retype("Mộc Châu, ngày 05 tháng", "Mộc Châu, ngày 05 thang")
    sure = {pointer: got.confidence for pointer, got in parse(word.save(), templates).fields}
    assert {pointer for pointer in sure if sure[pointer] < 0.95} == {"/dia_danh", "/ngay_ban_hanh"}
    assert max(sure["/dia_danh"], sure["/ngay_ban_hanh"]) < 0.95


@pytest.mark.parametrize(
    "text", ["ngày 31 thang 2 năm 2024", "điều 05 tháng 3 năm 2024", "ngày 05 tháng 3 khóa 2024", "05"]
)
def test_what_is_no_date_is_none_however_it_is_typed(text: str) -> None:
    with pytest.raises(ValueError):
        doc_ngay_go(text)
