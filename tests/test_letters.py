"""Documents in fonts of before Unicode are read as what their fonts show; documents in Unicode are never touched."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import load
from service.docx.blocks import Cell, Document, Look, Paragraph, Row, Table, TextRun, paragraphs
from service.formats.letters import in_unicode
from service.mau import Templates
from service.notes import Where
from service.reading import parse
from service.wording.encodings import encode
from tests.words import package, run

OLD = ".VnTime"
LINE = "Thực hiện quy chế dân chủ ở cơ sở năm 2023"
BASIS = "Căn cứ Chương trình công tác năm 2023 của Ban Chấp hành"


class Runs:
    def __init__(self, *runs: TextRun) -> None:
        self._runs = runs

    plain = False

    def runs(self, text: str) -> tuple[TextRun, ...]:
        return self._runs

    def look(self, text: str) -> Look:
        return Look(bold=True)


def paragraph(*runs: tuple[str, str], label: str | None = None, boxes: Any = ()) -> Paragraph:
    made = tuple(TextRun(text, font=font) for text, font in runs)
    return Paragraph("".join(r.text for r in made), "Normal", Where(), Runs(*made), label, boxes)


def document(*found: Paragraph | Table) -> Document:
    return Document(found, footnotes=(paragraph((encode("Ghi chú thường", "tcvn3"), OLD)),))


def texts(read: Document) -> list[str]:
    return [p.text for p in paragraphs(read.body)]


def test_every_place_of_a_document_is_turned_and_one_warning_says_so() -> None:
    box = (paragraph((encode("dự thảo lần thứ hai", "tcvn3"), ".VnTimeH")),)
    cell = Cell((paragraph((encode("Người phụ trách", "tcvn3"), OLD)),))
    read = in_unicode(
        document(
            paragraph((encode(LINE, "tcvn3"), OLD), boxes=(box,)),
            paragraph((encode("Phạm vi điều chỉnh", "tcvn3"), OLD), label=encode("Điều 1.", "tcvn3")),
            Table((Row((cell,)),), Where()),
        )
    )
    assert texts(read) == [LINE, "Phạm vi điều chỉnh", "Người phụ trách"]
    first, second = list(paragraphs(read.body))[:2]
    assert [p.text for p in paragraphs(first.boxes[0])] == ["DỰ THẢO LẦN THỨ HAI"]
    assert second.label == "Điều 1."
    assert [p.text for p in paragraphs(read.footnotes)] == ["Ghi chú thường"]
    assert [(n.message.code, dict(n.values)["count"]) for n in read.notes] == [("old_letters", 5)]
    assert first.look.bold, "the look stays"


def test_a_font_that_draws_capitals_draws_them_for_plain_letters_too() -> None:
    read = in_unicode(document(paragraph((encode(BASIS, "tcvn3"), OLD)), paragraph(("ban kinh doanh", ".VnTimeH"))))
    assert texts(read)[1] == "BAN KINH DOANH"


def test_a_run_in_unicode_inside_an_old_document_stays() -> None:
    new = "quyết định về việc thưởng"
    for font in ("Times New Roman", OLD):
        read = in_unicode(document(paragraph((encode(BASIS, "tcvn3"), OLD)), paragraph((new, font))))
        assert texts(read) == [BASIS, new], font


def test_a_document_in_unicode_under_old_font_names_stays_as_it_is() -> None:
    made = Document((paragraph((LINE, OLD)), paragraph((BASIS, ".VnTimeH")), paragraph(("§ 5 · 20 m² ±1", OLD))))
    assert in_unicode(made) is made


def test_old_letters_whose_font_name_was_lost_are_known_by_their_words() -> None:
    for encoding in ("tcvn3", "vni"):
        text = encode(f"{LINE}. {BASIS}", encoding)  # type: ignore[arg-type]
        read = in_unicode(Document((paragraph((text, "Times New Roman")),)))
        assert texts(read) == [f"{LINE}. {BASIS}"]


def test_a_few_odd_words_in_a_plain_font_are_no_old_letters() -> None:
    made = Document((paragraph(("Mã hàng: CÖ-12, Ñ-7, ho¹ch", "Times New Roman")), paragraph((LINE, "Arial"))))
    assert in_unicode(made) is made


@given(st.lists(st.integers(1, 60), max_size=6), st.sampled_from(["tcvn3", "vni"]))
def test_runs_may_be_cut_anywhere_even_inside_a_letter(cuts: list[int], encoding: Any) -> None:
    text = encode(BASIS, encoding)
    places = sorted({0, *(min(c, len(text)) for c in cuts), len(text)})
    font = {"tcvn3": OLD, "vni": "VNI-Times"}[encoding]
    read = in_unicode(Document((paragraph(*((text[a:b], font) for a, b in pairwise(places))),)))
    assert texts(read) == [BASIS]


def test_a_template_s_own_document_keeps_any_text(templates: Templates, model: dict[str, Any]) -> None:
    plan = model | {"trich_yeu": encode(f"{LINE} {BASIS}", "tcvn3").replace("\u00ad", "")}
    document = templates.get("kehoach").render(load(plan))
    assert parse(document, templates).plan["trich_yeu"] == plan["trich_yeu"]


def test_a_letter_that_word_kept_as_a_symbol_is_read_in_the_symbol_s_font(templates: Templates) -> None:
    symbol = '<w:r><w:sym w:font=".VnTime" w:char="F0B7"/></w:r>'
    start, end = encode("Căn cứ Chương trình; đ", "tcvn3"), encode(" thực hiện", "tcvn3")
    answer = parse(package(f"<w:p>{run(start, OLD)}{symbol}{run(end, OLD)}</w:p>"), templates)
    assert [p.text for p in answer.unread] == ["Căn cứ Chương trình; đã thực hiện"]


@pytest.mark.parametrize("tag", ["softHyphen"])
def test_the_optional_hyphen_of_an_old_font_is_a_letter(templates: Templates, tag: str) -> None:
    pieces = encode("Căn cứ Ch\u00adơng trình", "tcvn3").replace("\u00ad", "|").split("|")
    body = f'<w:p>{run(pieces[0], OLD)}<w:r><w:rPr><w:rFonts w:ascii="{OLD}"/></w:rPr><w:{tag}/></w:r>{run(pieces[1], OLD)}</w:p>'
    answer = parse(package(body), templates)
    assert [p.text for p in answer.unread] == ["Căn cứ Chương trình"]
