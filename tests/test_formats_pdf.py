"""PDFs with a text layer: letters and rules become the lines, tables and paragraphs that a person sees."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import dump, load
from service import office
from service.docx.blocks import Document, Paragraph, Table, paragraphs
from service.formats.pdf import read_pdf
from service.formats.pdf.glyphs import Box, Glyph
from service.formats.pdf.grids import grids
from service.formats.pdf.lines import lines, starts_with_marker
from service.formats.pdf.paragraphs import Frame, Placed, assemble, paragraph
from service.mau import Templates
from service.notes import Where
from service.pdf import to_pdf
from service.places import samples_folder
from service.reading import parse
from service.refusals import DocumentRefused
from tests.words import package, run


@pytest.fixture(scope="module")
def printed(templates: Templates) -> Iterator[dict[str, bytes]]:
    """Samples as PDF."""

    plans = {name: _sample(name) for name in ("ke-hoach-mau", "ke-hoach-dang")}
    yield {name: to_pdf(templates.for_plan(plan).render(plan)) for name, plan in plans.items()}
    office.close_office()


def _sample(name: str) -> Any:

    return load(json.loads((samples_folder() / f"{name}.json").read_text("utf-8")))


@pytest.mark.parametrize("name", ["ke-hoach-mau", "ke-hoach-dang"])
def test_a_printed_plan_is_read_back_from_its_pdf(printed: dict[str, bytes], templates: Templates, name: str) -> None:
    answer = parse(printed[name], templates)
    plan = dump(_sample(name))
    plan["can_cu"] = [
        text.removeprefix("- ") for text in plan["can_cu"]
    ]  # typed documents: a marker, no part of the text
    assert answer.plan == plan
    assert answer.kind == "layout"
    assert [note.message.code for note in answer.notes] == ["from_pdf"]
    assert {got.paragraph.where.part.split("/")[0] for _, got in answer.fields if got.paragraph} == {"page"}


def printed_body(body: str) -> Document:
    return read_pdf(to_pdf(package(body)))


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


FLOWING = "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022 và các văn bản hướng dẫn thi hành, " * 3


def test_a_paragraph_of_many_lines_is_one_and_two_are_two() -> None:
    indent = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
    read = printed_body(p(run(FLOWING), properties=indent) + p(run("Đoạn hai."), properties=indent))
    assert [b.text for b in read.body if isinstance(b, Paragraph)] == [FLOWING.strip(), "Đoạn hai."]


def test_cells_that_are_merged_stay_merged_and_a_table_over_pages_is_one() -> None:
    def cell(text: str, more: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="3000"/>{more}</w:tcPr>{p(run(text)) if text else p()}</w:tc>'

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('TT')}{cell('Việc')}{cell('Lúc')}</w:tr>"
    merged = ('<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>')
    rows = "".join(
        f"<w:tr>{cell(str(i))}{cell(f'Việc {i}')}{cell('Quý I' if i == 1 else '', merged[i > 1])}</w:tr>"
        for i in range(1, 61)
    )
    both = '<w:gridSpan w:val="2"/>'
    last = f"<w:tr>{cell('Cộng', both)}{cell('60')}</w:tr>"
    grid = '<w:gridCol w:w="3000"/>' * 3
    read = printed_body(
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}{last}</w:tbl>"
    )
    tables = [b for b in read.body if isinstance(b, Table)]
    assert len(tables) == 1
    (table,) = tables
    assert [c.text for c in table.rows[0].cells] == ["TT", "Việc", "Lúc"]
    assert [row.cells[1].text for row in table.rows[1:61]] == [f"Việc {i}" for i in range(1, 61)]
    assert [row.cells[2].merge for row in table.rows[1:61]] == ["start"] + ["continue"] * 59
    assert [(c.text, c.column, c.columns) for c in table.rows[61].cells] == [("Cộng", 0, 2), ("60", 2, 1)]


def test_a_scan_is_refused_as_one() -> None:
    scan = pypdfium2.PdfDocument.new()
    scan.new_page(595, 842)
    out = io.BytesIO()
    scan.save(out)
    with pytest.raises(DocumentRefused) as refused:
        read_pdf(out.getvalue())
    assert refused.value.code == "pdf_without_text"


def test_a_locked_pdf_is_refused_for_its_password(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(package(p(run("Kế hoạch"))))
    how = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", f"pdf:writer_pdf_Export:{how}", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True)
    with pytest.raises(DocumentRefused) as refused:
        read_pdf((tmp_path / "a.pdf").read_bytes())
    assert refused.value.code == "password"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\0" * 500, b"%PDF-1.4 1 0 obj<</Type/Catalog>>endobj"]
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_pdf(data)
    assert refused.value.code == "damaged_file"


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=40), st.floats(0.2, 1))
def test_a_pdf_with_any_bytes_changed_is_read_or_refused(
    printed: dict[str, bytes], changes: list[tuple[float, int]], upto: float
) -> None:
    data = bytearray(printed["ke-hoach-dang"])
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    try:
        read_pdf(bytes(data[: int(upto * len(data))]))
    except DocumentRefused as refusal:
        assert refusal.detail("vi")  # noqa: PT017 - either end is right


def letters(text: str, left: float = 100, base: float = 100, size: float = 12) -> list[Glyph]:
    """A line of letters six points wide."""
    return [Glyph(c, left + 6 * i, left + 6 * i + 6, base, size, "F", False, False) for i, c in enumerate(text)]


def texts(glyphs: list[Glyph]) -> list[list[str]]:
    return [[piece.text for piece in line.pieces] for line in lines(glyphs)]


def test_what_stands_far_apart_on_a_line_are_pieces() -> None:
    assert texts(letters("SỞ TƯ PHÁP") + letters("CỘNG HÒA", 200)) == [["SỞ TƯ PHÁP", "CỘNG HÒA"]]


def test_a_gap_without_a_blank_is_a_blank() -> None:
    assert texts(letters("kế") + letters("hoạch", 115)) == [["kế hoạch"]]


def test_a_justified_line_is_one_piece_however_stretched() -> None:
    words = [g for i, w in enumerate(("điều ", "kiện ", "lao ", "động ", "và")) for g in letters(w, 100 + 90 * i)]
    assert texts(words) == [["điều kiện lao động và"]]


def test_a_marker_belongs_to_the_text_after_its_tab() -> None:
    for marker in ("-", "1.", "a)", "II.", "•", "1.2."):
        assert texts(letters(marker) + letters("Nội dung", 150)) == [[f"{marker} Nội dung"]]


def test_letters_drawn_twice_to_look_bold_are_one() -> None:
    double = [g for letter in letters("KẾ") for g in (letter, replace(letter, left=letter.left + 0.3))]
    assert texts(double) == [["KẾ"]]


def test_raised_letters_stay_on_their_line() -> None:
    (line,) = lines([*letters("m"), *letters("2", 106, 96, 7), *letters("rồi", 115)])
    assert line.whole().text == "m2 rồi"
    assert [run.raised for run in line.whole().runs] == [None, "up", None]


@pytest.mark.parametrize(
    ("text", "begins"),
    [("- Việc", True), ("1. Việc", True), ("a) Việc", True), ("I. Việc", True), ("1.2. Việc", True),
     ("20.800.000 đồng", False), ("Việc 1. là", False), ("2024 là năm", False), ("a là", False)],
)  # fmt: skip
def test_lines_that_begin_with_a_marker_are_known(text: str, begins: bool) -> None:
    assert starts_with_marker(text) is begins


def test_a_name_in_two_lines_broken_after_a_hyphen_has_no_blank() -> None:
    two = [Placed(line.whole(), 1) for line in lines([*letters("Số 02/KH-"), *letters("LĐLĐ ngày", base=115)])]
    frame = Frame(100, 160)
    assert len(assemble(two, frame, 15)) == 1
    assert paragraph(two, frame, Where()).text == "Số 02/KH-LĐLĐ ngày"


def in_column(width: float, *texts_: str) -> str:
    """The paragraphs of a column with letters six points wide, joined by `|`."""
    found = [
        Placed(line.whole(), 1) for i, text in enumerate(texts_) for line in lines(letters(text, base=100 + 15 * i))
    ]
    frame = Frame(100, 100 + width)
    return " | ".join(paragraph(group, frame, Where()).text for group in assemble(found, frame, 15))


def test_a_word_that_a_narrow_column_broke_is_one() -> None:
    assert in_column(14, "ST", "T") == "STT"
    assert in_column(28, "Thời", "gian") == "Thời gian"  # two words, though the first fills its line


def test_the_heading_of_the_state_is_one_though_its_column_is_narrow() -> None:
    assert in_column(190, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_line_broken_before_a_dash_goes_on() -> None:
    assert in_column(130, "Văn phòng HĐND huyện", "- UBND huyện báo cáo") == "Văn phòng HĐND huyện - UBND huyện báo cáo"
    assert (
        in_column(130, "Văn phòng HĐND huyện:", "- UBND huyện báo cáo")
        == "Văn phòng HĐND huyện: | - UBND huyện báo cáo"
    )


@pytest.mark.parametrize("heading", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                     "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])  # fmt: skip
def test_a_letterhead_made_of_blanks_is_parted_before_the_heading(heading: str) -> None:
    assert texts(letters(f"HỘI CCB XÃ YÊN THẮNG {heading}")) == [["HỘI CCB XÃ YÊN THẮNG", heading]]
    assert texts(letters(heading)) == [[heading]]


def test_cells_are_what_no_rule_divides() -> None:
    def flat(y: float, left: float, right: float) -> Box:
        return Box(left, y, right, y + 0.5)

    def upright(x: float, top: float, bottom: float) -> Box:
        return Box(x, top, x + 0.5, bottom)

    rules = [flat(0, 0, 300), flat(20, 0, 200), flat(40, 0, 300), upright(0, 0, 40), upright(100, 0, 20),
             upright(200, 0, 40), upright(300, 0, 40), flat(500, 0, 90)]  # fmt: skip
    (grid,) = grids(rules)
    assert [(c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 2, 1), (1, 0, 1, 2),
    ]  # fmt: skip


def test_page_numbers_and_footnotes_are_apart(printed: dict[str, bytes]) -> None:
    read = read_pdf(printed["ke-hoach-mau"])
    assert [block.text for block in paragraphs(read.headers)] == [str(i) for i in range(2, len(read.sections) + 1)]
    assert len(read.sections) > 2


def test_footnotes_stand_apart_under_their_rule() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> Chú thích dưới trang.</w:t></w:r></w:p></w:footnote>'
    rule = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    read = read_pdf(to_pdf(package(p(run("Việc cần làm"), mark), footnotes=rule + note)))
    assert [block.text for block in paragraphs(read.footnotes)] == ["1 Chú thích dưới trang."]
    assert [block.text for block in read.body if isinstance(block, Paragraph)] == ["Việc cần làm"]  # not its mark


def test_recipients_in_small_type_under_an_underlined_word_are_no_footnotes() -> None:
    small = '<w:sz w:val="20"/>'
    listed = "".join(p(f"<w:r><w:rPr>{small}</w:rPr><w:t>- {name};</w:t></w:r>") for name in ("Như trên", "Lưu VT"))
    head = p('<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Nơi nhận:</w:t></w:r>')
    read = read_pdf(to_pdf(package("".join(p(run("Đoạn.")) for _ in range(20)) + head + listed)))
    assert [block.text for block in paragraphs(read.body)][-3:] == ["Nơi nhận:", "- Như trên;", "- Lưu VT;"]
