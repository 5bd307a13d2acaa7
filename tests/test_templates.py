"""The Word templates: script and file agree, both paths print alike, data is never run."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from schemas import load
from service.docx.package import open_package
from service.docx.reading import read_document
from service.docx.writing import Frame
from service.mau import Template, Templates
from service.mau.context import context
from service.pdf import to_pdf
from service.places import templates_folder
from service.reading import parse
from service.refusals import TemplateRefused
from tests.strategies import payloads
from tools.build_templates import build


@pytest.mark.parametrize(("name", "party"), [("kehoach", False), ("kehoach-dang", True)])
def test_the_committed_template_is_what_the_script_builds(name: str, party: bool) -> None:
    assert (templates_folder() / f"{name}.docx").read_bytes() == build(party)


def canonical(document: bytes) -> dict[str, bytes]:
    package = open_package(document)
    return {
        name: etree.tostring(etree.fromstring(package.part(name)), method="c14n")
        for name in package.names
        if name.endswith(".xml")
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(payload=payloads)
def test_the_compiled_template_and_docxtpl_print_the_same(templates: Templates, payload: dict[str, Any]) -> None:
    plan = load(payload)
    renderer = templates.for_plan(plan).renderer
    names = context(plan)
    fast, plain = canonical(renderer.render(names, "t", "s")), canonical(renderer.render_by_docxtpl(names, "t", "s"))
    fast.pop("[Content_Types].xml"), plain.pop("[Content_Types].xml")
    assert fast == plain


def test_many_threads_never_mix_their_documents(templates: Templates) -> None:
    def one(number: int) -> bool:
        plan = load({"co_quan_ban_hanh": f"CƠ QUAN {number}", "mo_dau": [f"Riêng {number}"] * 3})
        return parse(templates.for_plan(plan).render(plan), templates).plan["mo_dau"] == [f"Riêng {number}"] * 3

    with ThreadPoolExecutor(64) as pool:
        assert all(pool.map(one, range(1000)))


def pages(document: bytes, folder: Path) -> list[str]:
    pdf = folder / "a.pdf"
    pdf.write_bytes(to_pdf(document))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def test_the_model_plan_prints_with_its_numbers_and_signature(
    templates: Templates, model: dict[str, Any], tmp_path: Path
) -> None:
    plan = load(model)
    found = pages(templates.for_plan(plan).render(plan), tmp_path)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in found[0]
    assert not found[0].strip().startswith("1")
    assert found[1].strip().startswith("2")
    last = found[-1]
    assert "Nơi nhận:" in last
    assert "Vân Văn Kiều" in last
    line = next(line for line in last.splitlines() if "Nơi nhận:" in line)
    assert "TM. BAN THƯỜNG VỤ" in line


def test_a_thousand_tasks_repeat_their_heading_on_every_page(templates: Templates, tmp_path: Path) -> None:
    rows = [{"noi_dung": f"Việc {n}", "thoi_gian": "", "to_chuc_thuc_hien": "A"} for n in range(300)]
    plan = load({"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": rows}]})
    found = pages(templates.for_plan(plan).render(plan), tmp_path)
    assert len(found) > 5
    assert all("STT" in page for page in found)


def altered(old: bytes, new: bytes) -> bytes:
    """The shipped template with other words in its document."""
    parts = package_parts(build(False))
    assert old in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    return Frame.of_parts(parts)


def package_parts(document: bytes) -> dict[str, bytes]:
    package = open_package(document)
    return {name: package.part(name) for name in package.names}


@pytest.mark.parametrize(
    ("old", "new", "tag"),
    [
        (b"{{ ten_loai }}", b"{{ ten_loaj }}", "{{ ten_loaj }}"),
        (b"{{ ten_loai }}", b"{{ ten_loai.x.y }}", "{{ ten_loai.x.y }}"),
        (b"{{ ten_loai }}", b"{{ ten_loai|nothing }}", "{{ ten_loai|nothing }}"),
    ],
)
def test_a_template_that_cannot_render_is_refused_at_the_start_with_place_and_tag(
    old: bytes, new: bytes, tag: str
) -> None:
    with pytest.raises(TemplateRefused) as refused:
        Template("x", altered(old, new))
    assert tag in refused.value.detail("en")


def test_template_code_reaches_nothing_but_the_plan() -> None:
    with pytest.raises(TemplateRefused):
        Template("x", altered(b"{{ ten_loai }}", b"{{ cycler.__init__.__globals__ }}"))


def test_fixed_words_of_a_template_change_both_directions_without_code(model: dict[str, Any]) -> None:
    template = Template("x", altered("Nơi nhận:".encode(), "Gửi đến:".encode()))
    plan = load(model)
    document = template.render(plan)
    assert "Gửi đến:".encode() in open_package(document).part("word/document.xml")
    reading = template.reader.exact(read_document(document))
    assert reading is not None
    assert [str(got) for got in reading.payload["noi_nhan"]] == list(plan.noi_nhan)


def test_a_value_in_a_footnote_is_printed_and_never_run() -> None:
    parts = package_parts(build(False))
    namespace = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = b'<w:footnote w:id="2"><w:p><w:r><w:t>{{ co_quan_ban_hanh }}</w:t></w:r></w:p></w:footnote>'
    parts["word/footnotes.xml"] = b"<w:footnotes " + namespace + b">" + note + b"</w:footnotes>"
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = b'<Override PartName="/word/footnotes.xml" ContentType="' + kind + b'"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    rel = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = b'<Relationship Id="rId9" Type="' + rel + b'" Target="footnotes.xml"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation)
    template = Template("x", Frame.of_parts(parts))
    assert template.renderer.uncovered == "footnotes"
    plan = load({"co_quan_ban_hanh": "{{ 7*7 }}", "phu_luc": [{"ten": "Phụ lục"}]})
    assert b"{{ 7*7 }}" in open_package(template.render(plan)).part("word/footnotes.xml")
