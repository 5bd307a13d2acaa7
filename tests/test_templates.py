"""The Word templates: script and file agree, both paths print alike, data is never run."""

from __future__ import annotations

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from benchmarks.render import plain_docxtpl
from schemas import dump, load
from schemas.plan import KeHoach
from service.docx.blocks import paragraphs
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
from tests.variants import VARIANTS, variant
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


def assert_alike(template: Template, payload: dict[str, Any]) -> None:
    """Both ways print the same parts, in canonical XML."""
    plan = load(payload)
    names = context(plan, template.reader.columns)
    fast, plain = template.renderer.render(names, "t", "s"), template.renderer.render_by_docxtpl(names, "t", "s")
    ours, theirs = canonical(fast), canonical(plain)
    ours.pop("[Content_Types].xml"), theirs.pop("[Content_Types].xml")
    assert ours == theirs


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_a_template_that_an_office_changed_prints_the_same_both_ways(name: str, sample: dict[str, Any]) -> None:
    assert_alike(Template("mau", variant(name)), sample)


NESTED = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9355"/></w:tblGrid><w:tr><w:tc><w:tcPr/>TABLE<w:p/></w:tc></w:tr></w:tbl>'


@pytest.mark.parametrize(
    ("old", "new", "why", "printed"),
    [
        (
            '<w:t xml:space="preserve">Nơi nhận:',
            '<w:t xml:space="preserve">{_{ a }_} Nơi nhận:',
            "escapes",
            "{{ a }} Nơi nhận:",
        ),
        ('<w:t xml:space="preserve">Nơi nhận:', '<w:t xml:space="preserve">x\tNơi nhận:', "control", "x\tNơi nhận:"),
        ("", "", "a table inside", "Nơi nhận:"),
    ],
)
def test_what_the_compiled_path_does_not_cover_is_printed_by_docxtpl(
    model: dict[str, Any], old: str, new: str, why: str, printed: str
) -> None:
    parts = package_parts(build(False))
    xml = parts["word/document.xml"].decode()
    if old:
        assert old in xml
        xml = xml.replace(old, new)
    else:
        table = re.search(r"<w:tbl>(?:(?!<w:tbl>).)*?d\.cot\.stt.*?</w:tbl>", xml, re.S)
        assert table is not None
        xml = xml.replace(table[0], NESTED.replace("TABLE", table[0]))
    parts["word/document.xml"] = xml.encode()
    template = Template("x", Frame.of_parts(parts))
    assert why in (template.renderer.uncovered or "")
    document = read_document(template.render(load(model)))
    texts = [paragraph.text for paragraph in paragraphs(document.body)]
    assert printed in texts
    assert "Vân Văn Kiều" in texts
    assert sum(text.startswith("Quý ") for text in texts) >= 4


def test_docxtpl_as_its_manual_shows_it_prints_the_model_plan_alike(
    templates: Templates, model: dict[str, Any]
) -> None:
    template, plan = templates.get("kehoach"), load(model)
    names = context(plan)
    ours, plain = canonical(template.renderer.render(names, "", "")), canonical(plain_docxtpl(template.data, names))
    for parts in (ours, plain):
        parts.pop("docProps/core.xml"), parts.pop("[Content_Types].xml")
    assert ours == plain


def test_sixty_four_threads_on_a_thousand_plans_never_mix_their_documents(
    templates: Templates, model: dict[str, Any]
) -> None:
    def plan(number: int) -> KeHoach:
        task = {"noi_dung": f"Việc {number}", "thoi_gian": "Quý I"}
        body = [{"loai": "bang_nhiem_vu", "nhiem_vu": [task] * (number % 5)}, *model["noi_dung"]]
        own = {
            "the_thuc": "dang" if number % 2 else "nd30",
            "so": number,
            "mo_dau": [f"Riêng {number}"] * 3,
            "noi_dung": body,
        }
        return load(model | own)

    def one(number: int) -> bytes:
        return templates.for_plan(plans[number]).render(plans[number])

    plans = [plan(number) for number in range(1000)]
    with ThreadPoolExecutor(64) as pool:
        together = list(pool.map(one, range(1000)))
    assert together == [one(number) for number in range(1000)]
    assert len(set(together)) == 1000
    assert parse(together[7], templates).plan == dump(plans[7])


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
        (b"{{ ten_loai }}", b"{{ ten_loai + }}", "8 {{ ten_loai + }}"),
        (b"{{ ten_loai }}", b"{{ 1/0 }}", "8 {{ 1/0 }}"),
        (b"{{ ten_loai }}", b"{{ [][0] }}", "8 {{ [][0] }}"),
        (b"{{ ten_loai }}", b"{{ ten_loai", "8 {{ ten_loai"),  # docxtpl drops the paragraph and what follows
        (b"{{ ten_loai }}", b"{% if %}x{% endif %}", "8 {% if %}"),
        ("Kính gửi: {{ k }}".encode(), "Kính gửi: {{ kk }}".encode(), "{{ kk }}"),  # on a branch of few plans
        (b"{{ c.ho_ten }}", b"{{ c.hoten }}", "{{ c.hoten }}"),
        (b"{{ n.stt }}", b"{{ n.sttt }}", "{{ n.sttt }}"),
        (b"{%p for c in can_cu %}", b"{%p for c in can_cuu %}", "{%p for c in can_cuu %}"),
        (b"{%p endif %}", b"{%p endiff %}", "{%p endiff %}"),
    ],
)
def test_a_template_that_cannot_render_is_refused_at_the_start_with_place_and_tag(
    old: bytes, new: bytes, tag: str
) -> None:
    with pytest.raises(TemplateRefused) as refused:
        Template("x", altered(old, new))
    assert tag in refused.value.detail("en")


def test_a_tag_of_a_header_that_cannot_render_is_named_with_its_part() -> None:
    parts = package_parts(build(False))
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"<w:r>", b"<w:r><w:t>{{ sso }}</w:t></w:r><w:r>", 1)
    with pytest.raises(TemplateRefused) as refused:
        Template("x", Frame.of_parts(parts))
    assert "header1.xml 1 {{ sso }}" in refused.value.detail("en")


def test_a_file_that_is_no_template_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "kehoach.docx").write_bytes(b"nothing")
    with pytest.raises(TemplateRefused) as refused:
        Templates(tmp_path)
    assert "kehoach" in refused.value.detail()


def test_a_folder_of_templates_needs_the_one_for_every_plan_and_no_lock_of_word(tmp_path: Path) -> None:
    (tmp_path / "khac.docx").write_bytes(build(False))
    with pytest.raises(TemplateRefused) as refused:
        Templates(tmp_path)
    assert "kehoach.docx" in refused.value.detail()
    (tmp_path / "kehoach.docx").write_bytes(build(False))
    (tmp_path / "~$kehoach.docx").write_bytes(b"lock")
    assert Templates(tmp_path).names == ("kehoach", "khac")


def with_office(parts: dict[str, bytes], outside: str) -> dict[str, bytes]:
    """The template as Word saves it: with the company, the author, the path of its own template, a link."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["docProps/app.xml"] = (
        b"<Properties><Company>Van phong X</Company><Template>C:\\Users\\An</Template></Properties>"
    )
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"<dc:language>", b"<dc:creator>Nguyen Van An</dc:creator><dc:language>"
    )
    app = f'<Relationship Id="rId8" Type="{office}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", app.encode())
    override = b'<Override PartName="/docProps/app.xml" ContentType="application/xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    settings = parts["word/settings.xml"].replace(
        b"<w:defaultTabStop", b'<w:attachedTemplate r:id="rId1"/><w:defaultTabStop'
    )
    parts["word/settings.xml"] = settings.replace(b"<w:settings ", f'<w:settings xmlns:r="{office}" '.encode())
    relation = '<Relationship Id="{}" Type="' + office + '/{}" Target="{}" TargetMode="External"/>'
    root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    attached = relation.format("rId1", "attachedTemplate", "file:///C:/Users/An/mau.dotm")
    parts["word/_rels/settings.xml.rels"] = root.format(attached).encode()
    link = relation.format("rId7", "hyperlink", "https://example.vn") + outside.replace("RELATION", office)
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    return parts


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% raw %}x", "{_{ x }_}", "{#", "a \\a & <b> ]]> \"c\" 'd'", "%}", "}}", "{{ cycler }}"]
)
def test_a_value_comes_out_as_typed_in_body_header_and_properties(text: str) -> None:
    parts = package_parts(build(False))
    header = b"<w:r><w:t>{{ trich_yeu }} {{ co_quan_ban_hanh }}</w:t></w:r><w:r>"
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"<w:r>", header, 1)
    template = Template("x", Frame.of_parts(parts))
    plan = load({"co_quan_ban_hanh": text, "trich_yeu": text, "mo_dau": [text, [{"van_ban": text, "dam": True}]]})
    names = context(plan)
    for document in (template.render(plan), template.renderer.render_by_docxtpl(names, f"KẾ HOẠCH {text}", text)):
        package = open_package(document)
        around = "".join(etree.fromstring(package.part("word/header1.xml")).itertext("{*}t"))
        assert around.startswith(f"{text} {text}")
        core = etree.fromstring(package.part("docProps/core.xml"))
        assert [core.findtext(f"{{*}}{name}") for name in ("title", "subject", "language")] == [
            f"KẾ HOẠCH {text}",
            text,
            "vi-VN",
        ]
        assert [element.tag.rpartition("}")[2] for element in core] == ["title", "subject", "language"]
        body = [p.text for p in paragraphs(read_document(document).body)]
        assert body.count(text) == 4


def test_a_document_tells_nothing_of_the_office_that_made_its_template(model: dict[str, Any]) -> None:
    template = Template("x", Frame.of_parts(with_office(package_parts(build(False)), "")))
    for document in (template.render(load(model)), template.renderer.render_by_docxtpl(context(load(model)), "t", "s")):
        package = open_package(document)
        whole = b"".join(package.part(name) for name in package.names)
        assert not [word for word in (b"Van phong X", b"Nguyen Van An", b"Users", b"attachedTemplate") if word in whole]
        assert "docProps/app.xml" not in whole.decode()
        assert whole.count(b'TargetMode="External"') == whole.count(b"https://example.vn") == 1


def test_a_template_that_reaches_outside_its_file_is_refused() -> None:
    image = '<Relationship Id="rId6" Type="RELATION/image" Target="http://example.vn/a.png" TargetMode="External"/>'
    with pytest.raises(TemplateRefused) as refused:
        Template("x", Frame.of_parts(with_office(package_parts(build(False)), image)))
    assert "http://example.vn/a.png" in refused.value.detail("en")


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
